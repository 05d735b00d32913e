export const messageListCss = `
.talk {
  position: relative;
  flex: 1;
  min-height: 0;
  display: flex;
}
.log {
  flex: 1;
  min-width: 0;
  overflow: hidden auto;
  overscroll-behavior: contain;
  overflow-anchor: none;
  padding: 20px 20px 12px;
  scrollbar-width: thin;
}
.log:focus-visible {
  outline-offset: -2px;
}
.line + .line {
  margin-top: 18px;
}
.mine {
  display: grid;
  justify-items: end;
}
.said {
  max-width: 84%;
  padding: 9px 15px;
  border: 1px solid #0000;
  border-radius: 18px;
  border-end-end-radius: 5px;
  background: var(--accent-soft);
  white-space: pre-wrap;
}
.pending .said {
  opacity: 0.72;
}
.fate {
  margin-top: 4px;
  text-align: end;
}
.fate button {
  min-height: 24px;
  color: var(--accent-ink);
  text-decoration: underline;
  text-underline-offset: 3px;
}
.turn {
  position: relative;
  padding-inline-start: 26px;
}
.turn > .mark {
  position: absolute;
  inset-inline-start: 0;
  top: 4px;
  color: var(--accent-ink);
}
[dir=rtl] .turn > .mark {
  scale: -1 1;
}
.text {
  white-space: pre-wrap;
}
.fresh .sentence {
  animation: appear 0.3s;
}
.thinking {
  display: flex;
  gap: 5px;
  height: 23px;
  align-items: center;
}
.thinking i {
  width: 6px;
  height: 6px;
  border-radius: 50%;
  background: var(--muted);
  animation: breathe 1.2s infinite ease-in-out;
}
.thinking i:nth-child(2) {
  animation-delay: 0.15s;
}
.thinking i:nth-child(3) {
  animation-delay: 0.3s;
}
@keyframes breathe {
  0%, 60%, 100% { opacity: 0.3; }
  30% { opacity: 1; }
}
.sources {
  margin-top: 8px;
}
.sources summary {
  width: fit-content;
  min-height: 24px;
  cursor: pointer;
  border-radius: 4px;
}
.sources ul {
  margin-top: 2px;
  padding-inline-start: 14px;
  list-style: disc;
}
.sources a {
  text-decoration: underline;
  text-underline-offset: 3px;
}
.replies {
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin-top: 14px;
  padding-inline-start: 26px;
}
.reply {
  border-color: color-mix(in srgb, var(--accent-ink) 45%, transparent);
  color: var(--accent-ink);
  text-align: start;
}
.notice {
  text-align: center;
}
.newer {
  position: absolute;
  bottom: 10px;
  left: 50%;
  translate: -50%;
  display: flex;
  align-items: center;
  gap: 6px;
  background: var(--ink);
  color: var(--surface);
  box-shadow: 0 4px 14px #0003;
  animation: rise 0.2s;
}
`;
