export const menuCss = `
.menu button {
  display: block;
  width: 100%;
  padding: 9px 12px;
  border-radius: 9px;
  text-align: start;
}
.menu button:hover {
  background: var(--raised);
}
.confirm {
  padding: 16px 20px;
  background: var(--raised);
}
.choices {
  display: flex;
  gap: 8px;
  margin-top: 12px;
  flex-wrap: wrap;
}
.sure {
  background: var(--accent);
  color: var(--on-accent);
}
`;
