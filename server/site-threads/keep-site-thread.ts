/**
 * Keeps one site's thread through its catalog's changes. What the thread cannot take up itself is built in a fresh one
 * beside it, which takes over when it is ready; the former one finishes its turns and ends. Started when first needed.
 */
import type { ReplayedTurn } from "../turn/replay-turns.ts";
import type { TurnSignal } from "../turn/turn-signal.ts";
import type { BuiltCatalog } from "./protocol.ts";
import type { AskThread, SiteThread, ThreadReplay, ThreadTurn, ThreadWish } from "./start-site-thread.ts";

export interface KeptThread {
  takeTurn(turn: ThreadTurn): AsyncGenerator<TurnSignal>;
  replay(request: ThreadReplay): Promise<ReplayedTurn[]>;
  ask: AskThread;
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
  start: (wish: ThreadWish) => Promise<SiteThread>;
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
/** A shop whose texts change all the time is built anew half of the time at the most; what is built in a moment needs no rest. */
const REST_MS = { least: 2_000, longest: 300_000 };

export function keepSiteThread({
  start,
  onReady,
  onFailure,
  now = () => performance.now(),
}: ThreadKeeping): KeptThread {
  const ending = new AbortController();
  const alive = new Set<SiteThread>();
  let serving: SiteThread | null = null;
  /** Until it serves what the catalog was when this began. Never rejects. */
  let underway: Promise<void> | null = null;
  /** Since then; however many changes that were, one more look sees them all. */
  let changedMeanwhile = false;
  /** The thread that serves has seen changes that it could not take up. */
  let needsFresh = false;
  /** The thread that looks at changes now, whether it is to look once more, and until when. */
  let look: { thread: SiteThread; again: boolean; over: Promise<void> } | null = null;
  let failures = 0;
  let failure: unknown = null;
  let retry: { at: number; timer: NodeJS.Timeout } | null = null;
  /** No fresh thread is built before then while another serves, on the clock of `now`. */
  let restsUntil = 0;
  let rest: NodeJS.Timeout | null = null;
  let running = 0;
  let building = 0;

  function begin(work: () => Promise<void>): Promise<void> {
    changedMeanwhile = false;
    forgetRetry();
    underway = work().finally(() => {
      underway = null;
      // What failed waits for its time; what serves and is not whole does not.
      const isNext = changedMeanwhile || (needsFresh && failures === 0 && rest === null);
      if (isNext && !ending.signal.aborted) renew();
    });
    return underway;
  }

  function renew(): void {
    const thread = serving;
    if (underway) {
      changedMeanwhile = true;
      // However long the fresh one takes to build, prices and stock count from the next turn on [CAT-6].
      if (thread && building > 0) void takeUp(thread);
    } else if (thread) void begin(() => bringUpToDate(thread));
    // A catalog that could not be read may be another one now.
    else forgetRetry();
  }

  async function bringUpToDate(thread: SiteThread): Promise<void> {
    await takeUp(thread);
    if (!needsFresh && serving !== null) return;
    if (serving !== null && now() < restsUntil) restFor(restsUntil - now());
    else await build({ fresh: true });
  }

  function restFor(milliseconds: number): void {
    rest ??= setTimeout(() => {
      rest = null;
      if (needsFresh) renew();
    }, milliseconds).unref();
  }

  /** A thread looks at changes one time after the other. Never rejects. */
  function takeUp(thread: SiteThread): Promise<void> {
    if (look?.thread === thread) {
      look.again = true;
      return look.over;
    }
    const own = { thread, again: false, over: Promise.resolve() };
    look = own;
    own.over = lookAtChanges(own);
    return own.over;
  }

  async function lookAtChanges(own: NonNullable<typeof look>): Promise<void> {
    do {
      own.again = false;
      const isWhole = await own.thread.takeUpChanges();
      // What a former thread could not take up says nothing of the one that took over.
      if (serving === own.thread) needsFresh ||= !isWhole;
    } while (own.again && serving === own.thread);
    if (look === own) look = null;
  }

  async function build({ fresh }: { fresh: boolean }): Promise<void> {
    building += 1;
    const started = start({ fresh, signal: ending.signal }).finally(() => {
      building -= 1;
    });
    await started.then(takeOver, fail);
    const { builtMs = 0 } = serving?.catalog ?? {};
    if (fresh && builtMs >= REST_MS.least) restsUntil = now() + Math.min(builtMs, REST_MS.longest);
  }

  async function takeOver(thread: SiteThread): Promise<void> {
    if (ending.signal.aborted) return thread.end(0);
    const former = serving;
    serving = thread;
    failures = 0;
    needsFresh = !thread.catalog.isWhole;
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
      if (serving) renew();
    }, pauseMs);
    retry = { at: now() + pauseMs, timer: timer.unref() };
  }

  function forgetRetry(): void {
    clearTimeout(retry?.timer);
    retry = null;
  }

  async function serve(): Promise<SiteThread> {
    if (!serving) {
      if (!underway && failures >= FAILURES_IN_A_ROW && retry && now() < retry.at) throw failure;
      await (underway ?? begin(() => build({ fresh: false })));
    }
    // A shop that was empty a moment ago has nothing to answer from: what it has now is worth waiting for.
    if (serving?.catalog.products === 0 && underway) await underway;
    return serving ?? fall();
  }

  /** None serves: the last one failed or died, or none is kept any more. */
  function fall(): never {
    throw failure ?? ending.signal.reason ?? new Error("no thread serves the site");
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
    async replay(request) {
      running += 1;
      try {
        return await (await serve()).replay(request);
      } finally {
        running -= 1;
      }
    },
    async ask(...question) {
      running += 1;
      try {
        const thread = await serve();
        return await thread.ask(...question);
      } finally {
        running -= 1;
      }
    },
    async prepare() {
      await serve();
    },
    renew,
    get running() {
      return running;
    },
    get threads() {
      return alive.size + building;
    },
    async end(drainMs) {
      ending.abort(new Error("the site's thread is no longer kept"));
      forgetRetry();
      clearTimeout(rest ?? undefined);
      await Promise.all([underway, ...[...alive].map((thread) => thread.end(drainMs))]);
    },
  };
}
