const PATIENCE_MS = 5_000;

/**
 * Tabs that come to the server without a token do so one after the other: the second one finds the token of the first,
 * and both are one visitor. Resolves when it is this tab's turn; the next one's comes when `done` resolves. Where there are
 * no locks, or their holder is stuck, nobody waits for long.
 */
export async function takeTurns(name: string, hasToken: () => boolean, done: Promise<void>): Promise<void> {
  if (hasToken() || !navigator.locks) return;
  await new Promise<void>((go) => {
    const options = { signal: AbortSignal.timeout(PATIENCE_MS) };
    navigator.locks
      .request(name, options, () => {
        go();
        return hasToken() ? undefined : done;
      })
      .catch(go);
  });
}
