import type { Clock } from "../../server/gateway/silence-watch.ts";

export interface ManualClock extends Clock {
  /** Lets time pass, and wakes whoever is due on the way. */
  pass(milliseconds: number): void;
  /** Alarms that are set. */
  readonly alarms: number;
  /** How often somebody was woken. */
  readonly woken: number;
}

/** A clock that stands still until the test moves it. */
export function createManualClock(startMs = Date.now()): ManualClock {
  const alarms = new Set<{ atMs: number; wake: () => void }>();
  let nowMs = startMs;
  let woken = 0;
  return {
    nowMs: () => nowMs,
    wakeAfter(milliseconds, wake) {
      const alarm = { atMs: nowMs + milliseconds, wake };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
    pass(milliseconds) {
      const untilMs = nowMs + milliseconds;
      for (;;) {
        const [next] = [...alarms].sort((a, b) => a.atMs - b.atMs);
        if (!next || next.atMs > untilMs) break;
        alarms.delete(next);
        nowMs = Math.max(nowMs, next.atMs);
        woken += 1;
        next.wake();
      }
      nowMs = untilMs;
    },
    get alarms() {
      return alarms.size;
    },
    get woken() {
      return woken;
    },
  };
}
