/**
 * Keeps requests from an endpoint that fails, so that nobody waits for it in vain. All threads of a process share one: its
 * state is a few numbers in shared memory, each changed atomically. Time is an argument, in milliseconds since 1970.
 *
 * Closed, requests go through; after too many troubles it opens for a while, each time for longer; then one request goes
 * through as a probe, and what becomes of it closes or opens it again. A probe whose thread dies holds nobody up for long.
 */
import { MODEL_TROUBLES, type ModelTrouble, type ModelTroubleCode } from "./model-trouble.ts";

export type CircuitState = "closed" | "open" | "half-open";

export interface CircuitPass {
  /** The one request that shows whether the endpoint works again. */
  readonly isProbe: boolean;
  /** It answered, be it with a refusal. */
  succeeded(): void;
  failed(trouble: ModelTrouble, now: number): void;
  /** Broken off by us before it could show anything. */
  left(now: number): void;
}

export interface CircuitBreaker {
  /** Null: the endpoint is left alone now. */
  enter(now: number): CircuitPass | null;
  state(now: number): CircuitState;
  readonly lastTrouble: { code: ModelTroubleCode; at: number } | null;
}

const IN_A_ROW = 5;
/** Of so many requests, more than half. */
const WINDOW = 20;
const OPEN_MS = { first: 5_000, longest: 120_000 };
/** So long a probe may take before another is let through; longer than any bound on a request's time. */
const PROBE_MS = 30_000;

/** What says that the endpoint does not work, and not that it had something against this one request. */
const COUNTED: ReadonlySet<ModelTroubleCode> = new Set([
  "model/key-refused",
  "model/not-found",
  "model/busy",
  "model/server-error",
  "model/unreachable",
  "model/silent",
  "model/stalled",
  "model/slow",
  "model/malformed",
  "model/cut-off",
]);

/** Places in the shared memory. Times are in tenths of a second since the memory was made, which lasts for years. */
const CELL = { outcomes: 0, openUntil: 1, openings: 2, troubleCode: 3, troubleAt: 4, epoch: 5 } as const;
const TICK_MS = 100;
const OUTCOMES = 2 ** WINDOW - 1;

/** Handed to every thread; the endpoint's state lives in it. */
export function createCircuitMemory(now: number): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(32);
  // Seconds since 1970, halved to fit.
  new Int32Array(memory)[CELL.epoch] = Math.floor(now / 2_000);
  return memory;
}

export function openCircuitBreaker(memory: SharedArrayBuffer): CircuitBreaker {
  const cells = new Int32Array(memory);
  const epoch = Atomics.load(cells, CELL.epoch) * 2_000;
  const tickOf = (time: number) => Math.max(1, Math.ceil((time - epoch) / TICK_MS));

  /** Open until then; 0 when closed. A clock that was set back does not keep it open for longer than it may be. */
  const openUntil = (now: number) => {
    const until = Atomics.load(cells, CELL.openUntil);
    return until > tickOf(now + OPEN_MS.longest) ? tickOf(now) : until;
  };

  /** Of several threads that see it at once, one opens it. */
  function open(trouble: ModelTrouble, now: number, from: number): void {
    const doubled = OPEN_MS.first * 2 ** Math.min(Atomics.load(cells, CELL.openings), 10);
    const pause = Math.min(Math.max(doubled, trouble.retryAfterMs ?? 0), OPEN_MS.longest);
    if (Atomics.compareExchange(cells, CELL.openUntil, from, tickOf(now + pause)) !== from) return;
    Atomics.add(cells, CELL.openings, 1);
    Atomics.store(cells, CELL.outcomes, 0);
  }

  function close(): void {
    Atomics.store(cells, CELL.openings, 0);
    Atomics.store(cells, CELL.outcomes, 0);
    Atomics.store(cells, CELL.openUntil, 0);
  }

  /** Notes an outcome; whether there were too many troubles. */
  function note(isTrouble: boolean): boolean {
    for (;;) {
      const before = Atomics.load(cells, CELL.outcomes);
      const count = Math.min((before >>> WINDOW) + 1, WINDOW);
      const outcomes = ((before << 1) | Number(isTrouble)) & OUTCOMES;
      if (Atomics.compareExchange(cells, CELL.outcomes, before, outcomes | (count << WINDOW)) !== before)
        continue;
      const inARow = 2 ** IN_A_ROW - 1;
      if (count >= IN_A_ROW && (outcomes & inARow) === inARow) return true;
      return count === WINDOW && bitsOf(outcomes) > WINDOW / 2;
    }
  }

  return {
    enter(now) {
      const until = openUntil(now);
      if (until === 0) return passOf(0);
      if (tickOf(now) < until) return null;
      const seen = Atomics.load(cells, CELL.openUntil);
      const lease = tickOf(now + PROBE_MS);
      // Of all threads one gets through.
      return Atomics.compareExchange(cells, CELL.openUntil, seen, lease) === seen ? passOf(lease) : null;
    },
    state(now) {
      const until = openUntil(now);
      if (until === 0) return "closed";
      return tickOf(now) < until ? "open" : "half-open";
    },
    get lastTrouble() {
      const code = MODEL_TROUBLES[Atomics.load(cells, CELL.troubleCode) - 1];
      return code === undefined ? null : { code, at: epoch + Atomics.load(cells, CELL.troubleAt) * TICK_MS };
    },
  };

  /** @param lease until when a probe has the way to itself; 0 for any other request. */
  function passOf(lease: number): CircuitPass {
    const isProbe = lease !== 0;
    const succeeded = () => {
      if (isProbe) close();
      else note(false);
    };
    return {
      isProbe,
      succeeded,
      failed(trouble, now) {
        Atomics.store(cells, CELL.troubleCode, MODEL_TROUBLES.indexOf(trouble.code) + 1);
        Atomics.store(cells, CELL.troubleAt, tickOf(now));
        if (!COUNTED.has(trouble.code)) succeeded();
        // Requests that were under way when it opened tell nothing new: it is closed no more.
        else if (isProbe || note(true)) open(trouble, now, lease);
      },
      left(now) {
        if (isProbe) Atomics.compareExchange(cells, CELL.openUntil, lease, tickOf(now));
      },
    };
  }
}

function bitsOf(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
