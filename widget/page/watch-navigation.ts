/**
 * Tells when a single-page app has moved to another address. The page's history functions stay untouched: where there
 * is no Navigation API, the address is looked at after whatever usually changes it. Returns an undo.
 */
export function watchNavigation(onMove: () => void): () => void {
  let address = location.href;
  const look = () => {
    // The hash is left out: jumping to a heading is no new page.
    const moved = location.href.split("#")[0] !== address.split("#")[0];
    address = location.href;
    if (moved) onMove();
  };
  const lookSoon = () => setTimeout(look, 300);
  const watching = new AbortController();
  const { signal } = watching;
  if ("navigation" in window) {
    // A moment later, when the app has put up the new title and product.
    navigation.addEventListener("currententrychange", lookSoon, { signal });
  } else {
    for (const type of ["popstate", "click", "keyup"])
      addEventListener(type, lookSoon, { signal, capture: true });
  }
  return () => watching.abort();
}

/** Addresses this tab has been at, oldest first, the current one last. The browser keeps them; we store nothing. */
export function visitedAddresses(): string[] {
  if (!("navigation" in window)) return [location.href];
  const last = navigation.currentEntry?.index ?? 0;
  return navigation
    .entries()
    .slice(0, last + 1)
    .map((entry) => entry.url ?? "");
}
