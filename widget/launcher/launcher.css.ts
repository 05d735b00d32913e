/**
 * Inside a shadow root `:host` loses against the page's own rules, except where both are `!important`: there the inner
 * one wins. So the host is pinned with `!important`, and the button starts from nothing.
 */
export const launcherCss = `
:host {
  all: initial !important;
  position: fixed !important;
  z-index: var(--overture-z-index, 1000) !important;
}
:host([hidden]) {
  display: none !important;
}
.launcher {
  all: initial;
  position: fixed;
  right: max(20px, env(safe-area-inset-right));
  bottom: max(20px, env(safe-area-inset-bottom));
  width: 54px;
  height: 54px;
  border: 1px solid #0000;
  border-radius: 50%;
  cursor: pointer;
  color: var(--overture-on-accent, #fff);
  background: var(--overture-accent, #26242e);
  box-shadow: 0 0 0 1px #fff4, 0 1px 2px #0003, 0 6px 20px #0003;
  transition: background 0.4s, scale 0.2s;
  touch-action: manipulation;
}
.launcher.left {
  right: auto;
  left: max(20px, env(safe-area-inset-left));
}
.launcher::before {
  content: "";
  position: absolute;
  inset: 0;
  margin: auto;
  width: 28px;
  height: 28px;
  background: currentColor;
  forced-color-adjust: none;
  clip-path: path(evenodd, "M14 2.5C6.8 2.5 1.5 7 1.5 13c0 3.1 1.4 5.7 3.7 7.6L4.4 26l5.5-2.9c1.3.3 2.7.4 4.1.4 7.2 0 12.5-4.5 12.5-10.5S21.2 2.5 14 2.5ZM12.3 8.6c-1.6.8-2.5 1.9-2.6 2.9 1.4 0 2.5 1 2.5 2.4S11.1 16.5 9.7 16.5 7 15.3 7 13.4c0-2.7 1.8-5.2 4.5-6.3ZM19.9 8.6c-1.6.8-2.5 1.9-2.6 2.9 1.4 0 2.5 1 2.5 2.4s-1.1 2.6-2.5 2.6-2.7-1.2-2.7-3.1c0-2.7 1.8-5.2 4.5-6.3Z");
}
.launcher:hover {
  scale: 1.05;
}
.launcher:focus-visible {
  outline: 3px solid var(--overture-accent, #26242e);
  outline-offset: 3px;
}
@media (prefers-reduced-motion: reduce) {
  .launcher {
    transition: none;
  }
}
@media print {
  .launcher {
    display: none;
  }
}
`;
