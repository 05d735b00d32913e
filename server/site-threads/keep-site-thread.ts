/**
 * Keeps one site's thread through its catalog's changes: a fresh thread is built beside the one that serves and takes over
 * when it is ready; the former one finishes its turns and ends. Started when it is first needed.
 */
import type { TurnSignal } from "../turn/turn-signal.ts";
import type { BuiltCatalog } from "./protocol.ts";
import type { SiteThread, ThreadTurn } from "./start-site-thread.ts";

export interface KeptThread {
  takeTurn(turn: ThreadTurn): AsyncGenerator<TurnSignal>;
  /** Resolves when a thread serves; rejects when it cannot be started. */
  prepare(): Promise<void>;
  /** The catalog has changed. */
  renew(): void;
  /** Turns that run or wait for the thread. */
  readonly running: number;
  /** Threads alive: two while a fresh one is built or a former one finishes. */
  readonly threads: number;
  /** Ends running turns at their next sentence end, and everything within `drainMs`. */
  end(drainMs: number): Promise<void>;
}

export interface ThreadKeeping {
  start: (signal: AbortSignal) => Promise<SiteThread>;
  onReady: (catalog: BuiltCatalog) => void;
  /** A thread could not be made ready, or died. */
  onFailure: (error: unknown) => void;
  now?: () => number;
}

/** How long a former thread may take to finish its turns; those that take longer are cut off and taken again. */
const HANDOVER_MS = 60_000;
/** One that failed this often in a row is not tried again at once. */
const FAILURES_IN_A_ROW = 3;
const PAUSE_MS = { first: 2_000, longest: 60_000 };

export function keepSiteThread({
  start,
  onReady,
  onFailure,
  now = () => performance.now(),
}: ThreadKeeping): KeptThread {
  const ending = new AbortController();
  const alive = new Set<SiteThread>();
  let serving: SiteThread | null = null;
  let building: Promise<void> | null = null;
  /** Since the building began; however many changes that were, one more build sees them all. */
  let changedMeanwhile = false;
  let failures = 0;
  let failure: unknown = null;
  let retry: { at: number; timer: NodeJS.Timeout } | null = null;
  let running = 0;

  /** Never rejects. */
  function build(): Promise<void> {
    changedMeanwhile = false;
    forgetRetry();
    building = start(ending.signal)
      .then(takeOver, fail)
      .finally(() => {
        building = null;
        if (changedMeanwhile && !ending.signal.aborted) void build();
      });
    return building;
  }

  async function takeOver(thread: SiteThread): Promise<void> {
    if (ending.signal.aborted) return thread.end(0);
    const former = serving;
    serving = thread;
    failures = 0;
    alive.add(thread);
    void thread.ended.then((reason) => {
      alive.delete(thread);
      if (serving !== thread) return;
      serving = null;
      failure = reason;
      if (!ending.signal.aborted) onFailure(reason);
    });
    void former?.end(HANDOVER_MS);
    onReady(thread.catalog);
  }

  function fail(error: unknown): void {
    failure = error;
    if (ending.signal.aborted) return;
    failures += 1;
    onFailure(error);
    const pauseMs = Math.min(PAUSE_MS.first * 2 ** (failures - 1), PAUSE_MS.longest);
    const timer = setTimeout(() => {
      retry = null;
      // Where none serves, the next turn begins anew.
      if (serving && !building) void build();
    }, pauseMs);
    retry = { at: now() + pauseMs, timer: timer.unref() };
  }

  function forgetRetry(): void {
    clearTimeout(retry?.timer);
    retry = null;
  }

  async function serve(): Promise<SiteThread> {
    if (!serving) {
      if (!building && failures >= FAILURES_IN_A_ROW && retry && now() < retry.at) throw failure;
      await (building ?? build());
    }
    if (!serving) throw failure;
    return serving;
  }

  return {
    async *takeTurn({ shouldStop, ...turn }) {
      running += 1;
      try {
        const thread = await serve();
        yield* thread.takeTurn({ ...turn, shouldStop: () => ending.signal.aborted || shouldStop() });
      } finally {
        running -= 1;
      }
    },
    async prepare() {
      await serve();
    },
    renew() {
      if (building) changedMeanwhile = true;
      else if (serving) void build();
      // A catalog that could not be read may be another one now.
      else forgetRetry();
    },
    get running() {
      return running;
    },
    get threads() {
      return alive.size + (building ? 1 : 0);
    },
    async end(drainMs) {
      ending.abort(new Error("the site's thread is no longer kept"));
      forgetRetry();
      await Promise.all([building, ...[...alive].map((thread) => thread.end(drainMs))]);
    },
  };
}
