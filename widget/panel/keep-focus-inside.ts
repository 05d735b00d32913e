/** Tab goes round inside a modal panel. */
export function keepFocusInside(panel: HTMLElement, event: KeyboardEvent): void {
  const controls = [
    ...panel.querySelectorAll<HTMLElement>("button:enabled, a[href], textarea, summary, [tabindex='0']"),
  ];
  const edge = event.shiftKey ? controls[0] : controls.at(-1);
  const next = event.shiftKey ? controls.at(-1) : controls[0];
  const root = panel.getRootNode();
  if (!(root instanceof ShadowRoot) || root.activeElement !== edge) return;
  event.preventDefault();
  next?.focus();
}
