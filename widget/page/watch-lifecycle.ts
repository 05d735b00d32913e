const LONG_AWAY_MS = 45_000;

/**
 * The page's comings and goings: the browser's page cache, sleep, the background, a lost network, and what other tabs do
 * to `storageKey`. Returns an undo.
 */
export function watchLifecycle(
  storageKey: string,
  on: {
    /** `cached`: the page may come back as it was, which an open socket would prevent. */
    onLeave(cached: boolean): void;
    /** After the page cache or a long absence: whatever connection there was can't be trusted. */
    onReturn(): void;
    /** The network or the shopper is back. */
    onWake(): void;
    /** The page came into view, or went out of it. */
    onSight(): void;
    /** Another tab has removed who the visitor is. */
    onErased(): void;
  },
): () => void {
  const watching = new AbortController();
  const { signal } = watching;
  let hiddenSince = 0;
  addEventListener("pagehide", (event) => on.onLeave(event.persisted), { signal });
  addEventListener("pageshow", (event) => event.persisted && on.onReturn(), { signal });
  addEventListener("online", () => on.onWake(), { signal });
  addEventListener(
    "storage",
    ({ key, newValue }) => key === storageKey && !newValue?.includes('"token"') && on.onErased(),
    {
      signal,
    },
  );
  document.addEventListener(
    "visibilitychange",
    () => {
      on.onSight();
      if (document.visibilityState === "hidden") hiddenSince = Date.now();
      else if (hiddenSince && Date.now() - hiddenSince > LONG_AWAY_MS) on.onReturn();
      else on.onWake();
    },
    { signal },
  );
  return () => watching.abort();
}
