export const composerCss = `
.composer {
  display: flex;
  align-items: flex-end;
  gap: 6px;
  margin: 4px 14px 14px;
  padding: 5px 5px 5px 17px;
  border: 1px solid var(--line);
  border-radius: 25px;
  background: var(--surface);
  transition: border-color 0.15s;
}
[dir=rtl] .composer {
  padding: 5px 17px 5px 5px;
}
.composer:focus-within {
  border-color: var(--accent-ink);
  box-shadow: 0 0 0 1px var(--accent-ink);
}
.sheet .composer {
  margin-bottom: max(12px, env(safe-area-inset-bottom));
}
.overture textarea {
  all: unset;
  flex: 1;
  min-width: 0;
  max-height: 132px;
  padding: 8px 0;
  font-size: 16px;
  line-height: 22px;
  field-sizing: content;
  overflow: hidden auto;
  white-space: pre-wrap;
  scrollbar-width: none;
}
.overture textarea::placeholder {
  color: var(--muted);
  opacity: 1;
}
.overture .send {
  flex: none;
  display: grid;
  place-items: center;
  width: 38px;
  height: 38px;
  border-radius: 50%;
  background: var(--accent);
  color: var(--on-accent);
  transition: opacity 0.15s, background 0.15s;
}
.overture .send:disabled {
  background: var(--raised);
  color: var(--muted);
  cursor: default;
}
.left-over {
  padding: 0 20px 4px;
  text-align: end;
  color: var(--muted);
  font-size: 12.5px;
}
`;
