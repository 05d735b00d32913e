import type { ComponentChildren } from "preact";

/** A table that is wider than the screen scrolls by itself, also by the arrow keys. */
export function TableScroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the keys.
    <section class="table-scroll" aria-label={`Table: ${label}`} tabIndex={0}>
      {children}
    </section>
  );
}
