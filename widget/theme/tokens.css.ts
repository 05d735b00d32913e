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
  --right: max(20px, env(safe-area-inset-right));
  --bottom: max(20px, env(safe-area-inset-bottom));
  --left: auto;
  --accent: var(--overture-accent, #26242e);
  --on-accent: var(--overture-on-accent, #fff);
  --accent-ink: var(--overture-accent-ink, #26242e);
  --accent-soft: color-mix(in srgb, var(--accent) 13%, var(--surface));
  color: var(--ink);
  color-scheme: light;
  font: 15px/1.5 -apple-system, "Segoe UI", Arial, sans-serif;
}
.overture[data-side=left] {
  --right: auto;
  --left: max(20px, env(safe-area-inset-left));
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
:where(.overture) :is(button, p, ul, fieldset) {
  margin: 0;
  padding: 0;
  border: 0;
  min-width: 0;
  list-style: none;
}
:where(.overture) :is(button, textarea) {
  font: inherit;
  color: inherit;
  background: none;
  touch-action: manipulation;
}
:where(.overture) button {
  border: 1px solid #0000;
  cursor: pointer;
}
:where(.overture) a {
  color: inherit;
  text-decoration: none;
}
:where(.overture) :focus-visible {
  outline: 2px solid var(--accent-ink);
  outline-offset: 2px;
}
.small {
  color: var(--muted);
  font-size: 13px;
}
.round {
  flex: none;
  display: grid;
  place-items: center;
  width: 38px;
  height: 38px;
  border-radius: 50%;
}
.pill {
  padding: 7px 14px;
  border-radius: 999px;
  border-color: var(--line);
  font-size: 14px;
  font-weight: 500;
  line-height: 1.35;
}
.pill:not(.newer, .sure):hover, .tool:hover, .tool[aria-expanded=true] {
  background: var(--raised);
}
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.icon {
  display: block;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.8;
  stroke-linecap: round;
  stroke-linejoin: round;
}
.dots {
  stroke-width: 2.8;
}
@media (prefers-reduced-motion: reduce) {
  .overture * {
    animation: none !important;
    transition: none !important;
  }
}
`;
