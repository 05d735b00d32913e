/** Threads under the test's control: it says when one is ready, fails or dies. Turns go on as the test asks for them. */
import type { TurnSignal } from "../../../server/gateway/ports.ts";
import type { SiteThread, ThreadWish } from "../../../server/site-threads/start-site-thread.ts";

export interface Building {
  /** Makes it ready, and lets everything that waits for it go on. */
  ready(part?: { isWhole?: boolean; products?: number; builtMs?: number }): Promise<FakeThread>;
  fail(message: string): Promise<void>;
  /** Whoever asked for it wants it no more. */
  readonly aborted: boolean;
  /** It was asked for without a snapshot. */
  readonly fresh: boolean;
}
export interface FakeThread extends SiteThread {
  /** Whether it can take up what changes. */
  canTakeUp: boolean;
  /** How often it was asked to. */
  readonly changes: number;
  die(message: string): Promise<void>;
  readonly isGone: boolean;
}

/** Three sentences, each with the number of the thread that says it. */
export const SENTENCES = 3;

export function fakeThreads() {
  const buildings: Building[] = [];
  return {
    buildings,
    /** The one begun last. */
    latest(): Building {
      const building = buildings.at(-1);
      if (!building) throw new Error("no thread was started");
      return building;
    },
    start: ({ signal, fresh }: ThreadWish) =>
      new Promise<SiteThread>((resolve, reject) => {
        const number = buildings.length + 1;
        signal.addEventListener("abort", () => reject(signal.reason));
        buildings.push({
          fresh,
          async ready({ isWhole = true, products = 1, builtMs = 1 } = {}) {
            const thread = fakeThread(number, { isWhole, products, builtMs });
            resolve(thread);
            await settled();
            return thread;
          },
          async fail(message) {
            reject(new Error(message));
            await settled();
          },
          get aborted() {
            return signal.aborted;
          },
        });
      }),
  };
}

/** Everything that only waits for promises has gone on; no clock is asked. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 20; round++) await Promise.resolve();
}

function fakeThread(
  number: number,
  { isWhole, products, builtMs }: { isWhole: boolean; products: number; builtMs: number },
): FakeThread {
  let changes = 0;
  let reason: Error | null = null;
  let running = 0;
  let drained: (() => void) | null = null;
  let goAway: (reason: Error) => void = () => {};
  const ended = new Promise<Error>((resolve) => {
    goAway = (why) => {
      reason ??= why;
      resolve(reason);
    };
  });
  return {
    catalog: { version: number, products, isWhole, builtMs },
    canTakeUp: false,
    get changes() {
      return changes;
    },
    async takeUpChanges() {
      changes += 1;
      return this.canTakeUp;
    },
    ended,
    async replay({ conversationId }) {
      if (reason) throw reason;
      return [{ turnId: `${conversationId}-${number}`, seq: 1, turn: null }];
    },
    async ask() {
      throw new Error("this thread answers no questions");
    },
    async *takeTurn({ conversationId, shouldStop, site }): AsyncGenerator<TurnSignal> {
      running += 1;
      const turnId = `${conversationId}-${number}`;
      const onlyWhileAlive = () => {
        if (reason) throw reason;
      };
      try {
        onlyWhileAlive();
        yield { type: "start", turnId, respondsTo: { type: "opening" } };
        for (let index = 0; index < SENTENCES; index++) {
          onlyWhileAlive();
          yield { type: "sentence", turnId, index, text: `${number} ${site.settings.persona.name}` };
          if (shouldStop()) break;
        }
        onlyWhileAlive();
        const event = { type: "human-asked" as const };
        yield { type: "end", turnId, logged: { position: 1, seq: 1, at: "", event } };
      } finally {
        running -= 1;
        if (running === 0) drained?.();
      }
    },
    async end(drainMs) {
      if (running > 0 && drainMs > 0)
        await new Promise<void>((resolve) => {
          drained = resolve;
        });
      goAway(new Error("ended"));
    },
    async die(message) {
      goAway(new Error(message));
      await settled();
    },
    get isGone() {
      return reason !== null;
    },
  };
}

export async function hearOut(turn: AsyncIterable<TurnSignal>): Promise<TurnSignal[]> {
  const heard: TurnSignal[] = [];
  for await (const signal of turn) heard.push(signal);
  return heard;
}

/** What was said in a turn. */
export function wordsOf(signals: TurnSignal[]): string[] {
  return signals.flatMap((signal) => (signal.type === "sentence" ? [signal.text] : []));
}
