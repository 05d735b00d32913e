/** Until the tab's word that the agent has spoken has reached every other tab: browsers pass storage on when they find time. */
const HOLD_MS = 3_000;

/**
 * Of several tabs that have a reason to speak first in the same moment, one does: the one that gets the lock `name`. It
 * looks again under the lock, and keeps it for a moment; the others let this occasion pass. Where there are no locks the
 * server alone keeps count.
 */
export function firstTab(name: string, mayStill: () => boolean, speak: () => void): void {
  if (!navigator.locks) {
    speak();
    return;
  }
  navigator.locks
    .request(name, { ifAvailable: true }, async (lock) => {
      if (!lock || !mayStill()) return;
      speak();
      await new Promise((done) => setTimeout(done, HOLD_MS));
    })
    .catch(() => {
      // A frame may have no right to locks.
      if (mayStill()) speak();
    });
}
