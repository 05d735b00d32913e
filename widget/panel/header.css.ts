export const headerCss = `
.header {
  position: relative;
  z-index: 1;
  display: flex;
  align-items: center;
  gap: 12px;
  padding: 14px 12px 13px 20px;
  border-bottom: 1px solid var(--line);
  touch-action: none;
}
[dir=rtl] .header {
  padding: 14px 20px 13px 12px;
}
.avatar {
  flex: none;
  display: grid;
  place-items: center;
  width: 38px;
  height: 38px;
  border-radius: 50%;
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
  letter-spacing: -0.01em;
}
.overture .badge {
  display: inline-flex;
  align-items: center;
  gap: 3px;
  min-height: 24px;
  margin: -2px 0;
  color: var(--muted);
  font-size: 13px;
  line-height: 1.2;
  border-radius: 6px;
}
.badge .icon {
  transition: rotate 0.15s;
}
.badge[aria-expanded=true] .icon {
  rotate: 180deg;
}
.overture .tool {
  flex: none;
  display: grid;
  place-items: center;
  width: 40px;
  height: 40px;
  border-radius: 50%;
  color: var(--muted);
}
.overture .tool:hover, .overture .tool[aria-expanded=true], .menu button:hover {
  background: var(--raised);
  color: var(--ink);
}
.tool:has(+ .tool) {
  margin-inline-end: -10px;
}
.disclosure {
  padding: 12px 20px 14px;
  background: var(--raised);
  color: var(--ink);
  font-size: 13px;
  border-bottom: 1px solid var(--line);
}
.disclosure p + p {
  margin-top: 6px;
  color: var(--muted);
}
.menu {
  position: absolute;
  top: calc(100% - 8px);
  inset-inline-end: 12px;
  min-width: 210px;
  padding: 6px;
  background: var(--surface);
  border: 1px solid transparent;
  border-radius: 14px;
  box-shadow: var(--shade);
  animation: appear 0.12s;
}
.overture .menu button {
  display: block;
  width: 100%;
  padding: 9px 12px;
  border-radius: 9px;
  text-align: start;
}
`;
