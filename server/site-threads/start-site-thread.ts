/** The main thread's side of one site thread. */
import { Worker } from "node:worker_threads";
import type { Site } from "../gateway/ports.ts";
import type { AppendResult, ConversationLog } from "../turn/ports.ts";
import type { TurnSignal } from "../turn/turn-signal.ts";
import {
  type BuiltCatalog,
  errorOf,
  type FromThread,
  SITE_THREAD,
  type SiteThreadData,
  type ToThread,
  type TurnNews,
} from "./protocol.ts";
import { answerLogCall } from "./remote-log.ts";

export interface ThreadTurn {
  /** With the settings that the turn is to be taken by. */
  site: Site;
  conversationId: string;
  /** Asked at each sentence end. */
  shouldStop: () => boolean;
}

export interface SiteThread {
  readonly catalog: BuiltCatalog;
  /** Resolves with the reason when the thread is gone, however that came. */
  readonly ended: Promise<Error>;
  /** Throws what the turn threw, or why the thread ended in the middle of it. */
  takeTurn(turn: ThreadTurn): AsyncGenerator<TurnSignal>;
  /** Ends it when no turn is running any more, at the latest after `drainMs`. Turns that are cut off throw. */
  end(drainMs: number): Promise<void>;
}

export interface ThreadOptions {
  databaseUrl: string | undefined;
  dataDir: string;
  /** For JavaScript's objects; what lies in typed arrays comes on top. */
  heapMebibytes: number;
  log: ConversationLog;
  /** The file it begins with; tests have others. */
  entry?: () => Promise<URL>;
}

const siteThreadEntry = async () => (await import("./thread-entry.ts")).THREAD_ENTRY;

/** Resolves when the thread takes turns; rejects with the reason when it ends before, or is aborted. */
export async function startSiteThread(
  site: Pick<Site, "id" | "currency">,
  options: ThreadOptions,
  signal: AbortSignal,
): Promise<SiteThread> {
  const { databaseUrl, dataDir, heapMebibytes, log, entry = siteThreadEntry } = options;
  const data: SiteThreadData = {
    role: SITE_THREAD,
    siteId: site.id,
    currency: site.currency,
    databaseUrl,
    dataDir,
  };
  const file = await entry();
  signal.throwIfAborted();
  const worker = new Worker(file, {
    name: `site ${site.id}`,
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMebibytes },
    ...(file.pathname.endsWith(".ts") && { execArgv: ["--import", loaderOfSources()] }),
  });
  const ended = endOf(worker);
  const { ready, ...thread } = converse(worker, ended, log);
  const abort = () => void worker.terminate();
  signal.addEventListener("abort", abort);
  try {
    return { ...thread, catalog: await ready };
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

function loaderOfSources(): string {
  return new URL("source-loader.mjs", import.meta.url).href;
}

function endOf(worker: Worker): Promise<Error> {
  return new Promise((resolve) => {
    let failure: Error | null = null;
    worker.on("error", (error) => {
      failure ??= error instanceof Error ? error : new Error(String(error));
    });
    worker.once("exit", (code) => resolve(failure ?? new Error(`a site's thread ended (${code})`)));
  });
}

function converse(
  worker: Worker,
  ended: Promise<Error>,
  log: ConversationLog,
): Omit<SiteThread, "catalog"> & { ready: Promise<BuiltCatalog> } {
  /** The turns that wait for the thread's next word. */
  const waiting = new Map<number, { resolve: (news: TurnNews) => void; reject: (error: Error) => void }>();
  /** Turns that the thread has asked to be stored, by their ids; until they are over. */
  const stored = new Map<string, Promise<AppendResult | null>>();
  let turns = 0;
  let running = 0;
  let whenIdle: (() => void) | null = null;
  let reasonOfEnd: Error | null = null;

  const ready = new Promise<BuiltCatalog>((resolve, reject) => {
    worker.on("message", (message: FromThread) => {
      switch (message.type) {
        case "ready":
          resolve(message.catalog);
          break;
        case "log-read":
        case "log-append":
          answer(message);
          break;
        default:
          waiting.get(message.turn)?.resolve(message);
          waiting.delete(message.turn);
      }
    });
    void ended.then((reason) => {
      reasonOfEnd = reason;
      reject(reason);
      for (const turn of waiting.values()) turn.reject(reason);
      waiting.clear();
    });
  });

  function answer(call: Extract<FromThread, { type: "log-read" | "log-append" }>): void {
    const answered = answerLogCall(log, call);
    void answered.then((message) => worker.postMessage(message));
    if (call.type === "log-read") return;
    const result = answered.then((message) => (message.type === "log-append" ? message.result : null));
    for (const event of call.events) if (event.type === "turn-spoken") stored.set(event.turn.turnId, result);
  }

  /** Says something about a turn, and waits for what the thread says next about it. */
  const exchange = (message: Extract<ToThread, { type: "turn-take" | "turn-go" }>) =>
    new Promise<TurnNews>((resolve, reject) => {
      if (reasonOfEnd) return reject(reasonOfEnd);
      waiting.set(message.turn, { resolve, reject });
      worker.postMessage(message);
    });

  return {
    ready,
    ended,
    async *takeTurn({ site, conversationId, shouldStop }) {
      turns += 1;
      const turn = turns;
      let last: TurnSignal | null = null;
      let isOver = false;
      running += 1;
      try {
        let news = await exchange({ type: "turn-take", turn, site, conversationId });
        while (news.type === "turn-signal") {
          last = news.signal;
          if (last.type === "end" || last.type === "abort") stored.delete(last.turnId);
          yield last;
          news = await exchange({ type: "turn-go", turn, stop: shouldStop() });
        }
        isOver = true;
        if (news.type === "turn-failed") throw errorOf(news.error);
      } catch (error) {
        if (!reasonOfEnd || isOver) throw error;
        if (last?.type === "end") return;
        // The thread may have died when its turn was with the store already; what was stored has been said.
        const logged = last && (await storedTurn(last));
        if (!logged) throw error;
        yield logged;
      } finally {
        if (!isOver) worker.postMessage({ type: "turn-leave", turn } satisfies ToThread);
        if (last) stored.delete(last.turnId);
        running -= 1;
        if (running === 0) whenIdle?.();
      }
    },
    async end(drainMs) {
      if (running > 0) {
        const idle = new Promise<void>((resolve) => {
          whenIdle = resolve;
        });
        await withinTime(idle, drainMs);
      }
      await worker.terminate();
    },
  };

  async function storedTurn({ turnId }: TurnSignal): Promise<TurnSignal | null> {
    const result = await stored.get(turnId);
    const logged = result?.ok && result.events.find(({ event }) => event.type === "turn-spoken");
    return logged ? { type: "end", turnId, logged } : null;
  }
}

async function withinTime(work: Promise<void>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
