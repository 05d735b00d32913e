/**
 * When silences fall due: any number of conversations on one timer. Conversations are kept by the moment they fall due,
 * rounded up, so that ten thousand open panels wake the thread a few times a second at the most, and each time only for
 * those that are due.
 */
export interface SilenceWatch<Silence> {
  /** Takes the place of what the conversation waited for before. */
  expect(conversationId: string, dueAtMs: number, silence: Silence): void;
  forget(conversationId: string): void;
  /** Conversations that are waited for. */
  readonly waiting: number;
  stop(): void;
}

/** Time, and a way to be woken; tests bring their own. */
export interface Clock {
  nowMs(): number;
  /** Returns how to call it off. */
  wakeAfter(milliseconds: number, wake: () => void): () => void;
}

export const SYSTEM_CLOCK: Clock = {
  nowMs: () => Date.now(),
  wakeAfter(milliseconds, wake) {
    const timer = setTimeout(wake, milliseconds);
    // What might be said some day keeps no process alive.
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Nobody notices whether a silence lasted this much longer. */
const GRAIN_MS = 250;
/** Longer waits overflow a timer; it is woken for nothing now and then. */
const WAIT_MAX_MS = 24 * 60 * 60 * 1_000;

export function createSilenceWatch<Silence>({
  clock,
  onDue,
}: {
  clock: Clock;
  onDue: (conversationId: string, silence: Silence) => void;
}): SilenceWatch<Silence> {
  /** Conversations by the grain of time in which they fall due. */
  const grains = new Map<number, Map<string, Silence>>();
  const grainOf = new Map<string, number>();
  let alarm: { grain: number; cancel: () => void } | null = null;

  function forget(conversationId: string): void {
    const grain = grainOf.get(conversationId);
    if (grain === undefined) return;
    grainOf.delete(conversationId);
    const due = grains.get(grain);
    due?.delete(conversationId);
    if (due?.size === 0) grains.delete(grain);
  }

  function setAlarm(grain: number): void {
    if (alarm && alarm.grain <= grain) return;
    alarm?.cancel();
    const waitMs = Math.min(Math.max(0, grain * GRAIN_MS - clock.nowMs()), WAIT_MAX_MS);
    alarm = { grain, cancel: clock.wakeAfter(waitMs, wake) };
  }

  function wake(): void {
    alarm = null;
    const now = Math.floor(clock.nowMs() / GRAIN_MS);
    const due = [...grains.keys()].filter((grain) => grain <= now).sort((a, b) => a - b);
    for (const grain of due) {
      for (const [conversationId, silence] of grains.get(grain) ?? []) {
        forget(conversationId);
        onDue(conversationId, silence);
      }
    }
    let next = Number.POSITIVE_INFINITY;
    for (const grain of grains.keys()) next = Math.min(next, grain);
    if (grains.size > 0) setAlarm(next);
  }

  return {
    expect(conversationId, dueAtMs, silence) {
      forget(conversationId);
      const grain = Math.ceil(dueAtMs / GRAIN_MS);
      const due = grains.get(grain) ?? new Map<string, Silence>();
      grains.set(grain, due.set(conversationId, silence));
      grainOf.set(conversationId, grain);
      setAlarm(grain);
    },
    forget,
    get waiting() {
      return grainOf.size;
    },
    stop() {
      alarm?.cancel();
      alarm = null;
      grains.clear();
      grainOf.clear();
    },
  };
}
