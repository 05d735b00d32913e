/** The panel's own world: everything inherited from the page ends at `.overture`. */
export const tokensCss = `
.overture {
  all: initial;
  --surface: #fff;
  --raised: #f5f3f0;
  --ink: #1f1d24;
  --muted: #66626d;
  --line: #e7e4df;
  --warn: #8a4b08;
  --warn-soft: #fdf3e3;
  --shade: 0 0 0 1px #1f1d240d, 0 4px 12px #1f1d2414, 0 24px 60px #1f1d2429;
  --accent: var(--overture-accent, #26242e);
  --on-accent: var(--overture-on-accent, #fff);
  --accent-ink: var(--overture-accent-ink, #26242e);
  --accent-soft: color-mix(in srgb, var(--accent) 11%, var(--surface));
  color: var(--ink);
  color-scheme: light;
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  -webkit-font-smoothing: antialiased;
  text-size-adjust: 100%;
  -webkit-tap-highlight-color: transparent;
}
.overture[dir=rtl] {
  direction: rtl;
}
.overture[data-scheme=dark] {
  --surface: #1b1a1f;
  --raised: #28272e;
  --ink: #f1eff4;
  --muted: #aaa6b3;
  --line: #37353e;
  --warn: #f3c583;
  --warn-soft: #33291a;
  --shade: 0 0 0 1px #ffffff1a, 0 24px 60px #0009;
  --accent-soft: color-mix(in srgb, var(--accent) 34%, var(--surface));
  color-scheme: dark;
}
.overture * {
  box-sizing: border-box;
}
.overture button {
  font: inherit;
  color: inherit;
  background: none;
  border: 1px solid transparent;
  margin: 0;
  padding: 0;
  cursor: pointer;
  touch-action: manipulation;
}
.overture a {
  color: inherit;
  text-decoration: none;
}
.overture ul {
  list-style: none;
  margin: 0;
  padding: 0;
}
.overture p, .overture fieldset {
  border: 0;
  padding: 0;
  min-width: 0;
  margin: 0;
}
.overture :focus-visible {
  outline: 2px solid var(--accent-ink);
  outline-offset: 2px;
}
.overture .unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.overture .icon {
  display: block;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.8;
  stroke-linecap: round;
  stroke-linejoin: round;
}
@media (prefers-reduced-motion: reduce) {
  .overture *, .overture *::before {
    animation-duration: 1ms !important;
    animation-iteration-count: 1 !important;
    transition: none !important;
    scroll-behavior: auto !important;
  }
}
`;
