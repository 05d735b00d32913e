export const headerCss = `
.header {
  position: relative;
  z-index: 1;
  display: flex;
  align-items: center;
  gap: 12px;
  padding: 14px 0 13px;
  padding-inline: 20px 12px;
  border-bottom: 1px solid var(--line);
  touch-action: none;
}
.avatar {
  background: var(--accent);
  color: var(--on-accent);
  object-fit: cover;
}
.mark {
  fill: currentColor;
  display: block;
}
.identity {
  flex: 1;
  min-width: 0;
}
.name {
  font-size: 16px;
  font-weight: 600;
  line-height: 1.3;
}
.badge {
  display: inline-flex;
  align-items: center;
  gap: 3px;
  min-height: 24px;
  margin: -2px 0;
  line-height: 1.2;
  border-radius: 6px;
}
.badge[aria-expanded=true] .icon {
  rotate: 180deg;
}
.tool {
  color: var(--muted);
}
.disclosure {
  padding: 12px 20px 14px;
  background: var(--raised);
  border-bottom: 1px solid var(--line);
}
.disclosure p + p {
  margin-top: 6px;
}
.menu {
  position: absolute;
  top: calc(100% - 8px);
  inset-inline-end: 12px;
  min-width: 210px;
  padding: 6px;
  background: var(--surface);
  border: 1px solid #0000;
  border-radius: 14px;
  box-shadow: var(--shade);
  animation: appear 0.12s;
}
.menu p {
  padding: 9px 12px;
}
`;
