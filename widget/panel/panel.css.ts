export const panelCss = `
.panel {
  position: fixed;
  inset: auto var(--right) var(--bottom) var(--left);
  width: 408px;
  height: min(700px, 100dvh - 40px);
  display: flex;
  flex-direction: column;
  background: var(--surface);
  border: 1px solid #0000;
  border-radius: 22px;
  box-shadow: var(--shade);
  overflow: hidden;
  overflow-wrap: anywhere;
  animation: rise 0.24s cubic-bezier(0.2, 0.9, 0.3, 1);
}
.panel.in-place {
  position: relative;
  inset: 0;
  width: 100%;
  height: 100%;
  border-radius: inherit;
  box-shadow: 0 0 0 1px var(--line);
  animation: none;
}
.panel.sheet {
  inset: var(--overture-top, 0) 0 auto;
  width: 100%;
  height: var(--overture-height, 100dvh);
  border-radius: 0;
  box-shadow: none;
  border: 0;
}
@keyframes rise {
  from { opacity: 0; transform: translateY(14px) scale(0.98); }
}
.banner {
  padding: 8px 20px;
  background: var(--warn-soft);
  color: var(--warn);
  animation: appear 0.2s 1.2s backwards;
}
@keyframes appear {
  from { opacity: 0; }
}
.unread {
  position: fixed;
  inset: auto var(--right) calc(var(--bottom) + 42px) var(--left);
  width: 14px;
  height: 14px;
  border: 2px solid var(--surface);
  border-radius: 50%;
  background: #d13a2f;
  pointer-events: none;
}
`;
