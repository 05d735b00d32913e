export const composerCss = `
.composer {
  display: flex;
  align-items: flex-end;
  gap: 6px;
  margin: 4px 14px 14px;
  padding: 5px 0;
  padding-inline: 17px 5px;
  border: 1px solid var(--line);
  border-radius: 25px;
  background: var(--surface);
}
.composer:focus-within {
  border-color: var(--accent-ink);
  box-shadow: 0 0 0 1px var(--accent-ink);
}
.sheet .composer {
  margin-bottom: max(12px, env(safe-area-inset-bottom));
}
textarea {
  border: 0;
  resize: none;
  flex: 1;
  min-width: 0;
  max-height: 132px;
  padding: 8px 0;
  font-size: 16px;
  line-height: 22px;
  field-sizing: content;
  overflow: hidden auto;
  scrollbar-width: none;
}
.composer textarea {
  outline: none;
}
textarea::placeholder {
  color: var(--muted);
  opacity: 1;
}
.send {
  background: var(--accent);
  color: var(--on-accent);
}
.send:disabled {
  background: var(--raised);
  color: var(--muted);
  cursor: default;
}
.left-over {
  padding: 0 20px 4px;
  text-align: end;
}
`;
