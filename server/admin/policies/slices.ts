/** Long work on the main thread, a little at a time, so that sockets and requests wait for no more than that. */

/** So long may the thread be kept from everybody else's work, in milliseconds. */
const SLICE_MS = 10;

/** To be awaited between the steps of the work: at once, or after others had their turn. @param now in milliseconds. */
export function startSlices(now: () => number): () => Promise<void> | undefined {
  let ends = now() + SLICE_MS;
  return () => {
    if (now() < ends) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        ends = now() + SLICE_MS;
        resolve();
      });
    });
  };
}
