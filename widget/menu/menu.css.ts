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
.memory {
  max-height: 62%;
  overflow: auto;
  border-top: 1px solid var(--line);
}
.memory .small {
  margin-top: 10px;
}
.memory li {
  margin-top: 2px;
}
.memory li .small {
  margin-inline-start: 4px;
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
