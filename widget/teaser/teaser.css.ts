export const teaserCss = `
.teaser {
  position: fixed;
  inset: auto var(--right) calc(var(--bottom) + 70px) var(--left);
  width: 316px;
  max-width: calc(100vw - 40px);
  background: var(--surface);
  border: 1px solid #0000;
  border-radius: 20px;
  box-shadow: var(--shade);
  overflow-wrap: anywhere;
  animation: rise 0.35s cubic-bezier(0.2, 0.9, 0.3, 1);
}
.opener {
  display: block;
  width: 100%;
  padding: 14px 18px 16px;
  border-radius: inherit;
  text-align: start;
}
.from {
  display: flex;
  align-items: center;
  gap: 7px;
  margin-bottom: 5px;
  padding-inline-end: 28px;
}
.from .mark {
  color: var(--accent-ink);
}
.opening {
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 6;
  overflow: hidden;
}
.teaser .replies {
  margin: -4px 0 0;
  padding: 0 18px 16px;
}
.teaser .tool {
  position: absolute;
  top: 6px;
  inset-inline-end: 6px;
  width: 32px;
  height: 32px;
}
.teaser .tool .icon {
  width: 16px;
  height: 16px;
}
.slim {
  width: 520px;
  margin: 0 66px -70px;
  max-width: calc(100vw - 106px);
}
.slim .opener {
  padding: 6px 16px;
  line-height: 1.36;
}
.slim .from {
  margin: 0;
}
.slim .opening {
  -webkit-line-clamp: 3;
}
.slim:not(.bare) .introduction {
  display: none;
}
.two .opening {
  -webkit-line-clamp: 2;
}
.bare .from {
  display: none;
}
.bare .opening {
  padding-inline-end: 16px;
}
.slim .replies {
  display: none;
}
.slim .tool {
  top: 1px;
  inset-inline-end: 4px;
  width: 28px;
  height: 28px;
}
`;
