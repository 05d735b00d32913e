/** The page's own loading is over by then, and so is what the widget does without being asked. */
const LOADING_MS = 10_000;
/** What the browser has kept of the time before is handed over within this. */
const HAND_OVER_MS = 1_000;
/** A task is felt from here on. */
const LONG_MS = 50;

/**
 * Tells once for how many milliseconds the page could not respond while it loaded: what long tasks took beyond what isn't felt.
 * Tells nothing where the browser does not know of long tasks.
 */
export function measurePageDelay(tell: (milliseconds: number) => void): void {
  if (!globalThis.PerformanceObserver?.supportedEntryTypes.includes("longtask")) return;
  let delayMs = 0;
  const add = (entries: PerformanceEntryList) => {
    for (const { startTime, duration } of entries) if (startTime < LOADING_MS) delayMs += duration - LONG_MS;
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: "longtask", buffered: true });
  const ending = new AbortController();
  const end = () => {
    if (ending.signal.aborted) return;
    ending.abort();
    add(observer.takeRecords());
    observer.disconnect();
    tell(Math.round(delayMs));
  };
  setTimeout(end, Math.max(HAND_OVER_MS, LOADING_MS - performance.now()));
  addEventListener("pagehide", end, { signal: ending.signal });
}
