export const panelCss = `
.panel {
  position: fixed;
  right: max(20px, env(safe-area-inset-right));
  bottom: max(20px, env(safe-area-inset-bottom));
  width: 408px;
  height: min(700px, 100vh - 40px);
  height: min(700px, 100dvh - 40px);
  display: flex;
  flex-direction: column;
  background: var(--surface);
  border: 1px solid transparent;
  border-radius: 22px;
  box-shadow: var(--shade);
  overflow: hidden;
  overflow-wrap: anywhere;
  transform-origin: 100% 100%;
  animation: rise 0.24s cubic-bezier(0.2, 0.9, 0.3, 1);
}
.panel.left {
  right: auto;
  left: max(20px, env(safe-area-inset-left));
  transform-origin: 0 100%;
}
.panel.in-place {
  position: relative;
  inset: auto;
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
  transform-origin: 50% 100%;
}
@keyframes rise {
  from { opacity: 0; transform: translateY(14px) scale(0.98); }
}
.banner {
  display: flex;
  gap: 8px;
  align-items: center;
  padding: 8px 20px;
  background: var(--warn-soft);
  color: var(--warn);
  font-size: 13px;
  animation: appear 0.2s 1.2s backwards;
}
@keyframes appear {
  from { opacity: 0; }
}
.confirm {
  padding: 16px 20px;
  border-top: 1px solid var(--line);
  background: var(--surface);
}
.confirm .choices {
  display: flex;
  gap: 8px;
  margin-top: 12px;
  flex-wrap: wrap;
}
.confirm .choices button {
  padding: 8px 16px;
  border-radius: 999px;
  border-color: var(--line);
  font-weight: 500;
}
.confirm .choices .sure {
  background: var(--ink);
  border-color: var(--ink);
  color: var(--surface);
}
`;
