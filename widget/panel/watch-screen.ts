const SMALL_SCREEN = "(max-width: 519px), (max-height: 439px)";

/**
 * Tells whether the panel has to fill the screen, and keeps its size on the part of it that the keyboard leaves free.
 * Returns an undo.
 */
export function watchScreen(host: HTMLElement, onChange: (sheet: boolean) => void): () => void {
  const small = matchMedia(SMALL_SCREEN);
  const { visualViewport } = window;
  const watching = new AbortController();
  const { signal } = watching;
  const fitKeyboard = () => {
    // Pinched in, the visible part is a detail of the panel, not a place to squeeze it into.
    if (!visualViewport || visualViewport.scale > 1.01) return;
    host.style.setProperty("--overture-height", `${visualViewport.height}px`);
    host.style.setProperty("--overture-top", `${visualViewport.offsetTop}px`);
  };
  const change = () => onChange(small.matches);
  small.addEventListener("change", change, { signal });
  visualViewport?.addEventListener("resize", fitKeyboard, { signal });
  visualViewport?.addEventListener("scroll", fitKeyboard, { signal });
  fitKeyboard();
  change();
  return () => watching.abort();
}
