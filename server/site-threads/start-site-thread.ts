/** Starts a site's thread, and says what the main thread has of it. */
import { Worker } from "node:worker_threads";
import type { Site } from "../gateway/ports.ts";
import type { ModelUsageLedger } from "../model/ports.ts";
import type { SharedModel } from "../model/site-model.ts";
import type { AnswerArchive, ConversationLog, PolicyArchive } from "../turn/ports.ts";
import type { ReplayedTurn } from "../turn/replay-turns.ts";
import type { TurnSignal } from "../turn/turn-signal.ts";
import { converseWithThread } from "./converse-with-thread.ts";
import {
  type BuiltCatalog,
  type QuestionKind,
  SITE_THREAD,
  type SiteThreadData,
  type ThreadQuestions,
} from "./protocol.ts";

export interface ThreadTurn {
  /** With the settings that the turn is to be taken by. */
  site: Site;
  conversationId: string;
  /** The turn since which the shopper has been silent, when that is why a turn is asked for [INI-2]. */
  silentSince?: string | undefined;
  /** Asked at each sentence end. */
  shouldStop: () => boolean;
}

export interface ThreadReplay {
  site: Site;
  conversationId: string;
  /** As a setting names it; known to be usable. */
  policy: string;
}

export type AskThread = <Kind extends QuestionKind>(
  site: Site,
  kind: Kind,
  asked: ThreadQuestions[Kind]["asked"],
) => Promise<ThreadQuestions[Kind]["answer"]>;

export interface SiteThread {
  readonly catalog: BuiltCatalog;
  /** Resolves with the reason when the thread is gone, however that came. */
  readonly ended: Promise<Error>;
  /** Throws what the turn threw, or why the thread ended in the middle of it. */
  takeTurn(turn: ThreadTurn): AsyncGenerator<TurnSignal>;
  /** The turns of a conversation of the site's as another policy would have taken them. Rejects as `takeTurn` throws. */
  replay(request: ThreadReplay): Promise<ReplayedTurn[]>;
  /** By the settings that `site` has. Throws what the thread threw over it, or why it ended. */
  ask: AskThread;
  /** The catalog has changed: whether the thread could take that up itself. One call at a time. */
  takeUpChanges(): Promise<boolean>;
  /** Ends it when no turn is running any more, at the latest after `drainMs`. Turns that are cut off throw. */
  end(drainMs: number): Promise<void>;
}

export interface ThreadWish {
  /** Build the catalog anew, even if there is a snapshot. */
  fresh: boolean;
  /** Aborted when the thread is not wanted any more before it is ready. */
  signal: AbortSignal;
}

/** A language model as the threads have it. */
export interface ThreadModel {
  shared: SharedModel;
  ledger: ModelUsageLedger;
  /** Told when it did not do its part of a turn. */
  onTrouble(trouble: { code: string; message: string }): void;
}

export interface ThreadOptions {
  databaseUrl: string | undefined;
  dataDir: string;
  /** For JavaScript's objects; what lies in typed arrays comes on top. */
  heapMebibytes: number;
  log: ConversationLog;
  policies: PolicyArchive;
  /** None: nothing was answered. */
  answers?: AnswerArchive;
  /** None: the built-in voice speaks. */
  model?: ThreadModel | undefined;
  /** Told what does not keep the thread from its work. */
  onTrouble?: (error: Error) => void;
  /** The file it begins with, and how long it may be silent; tests have others. */
  entry?: () => Promise<URL>;
  silenceMs?: number;
}

/** Longer than any wait for the database. A thread that is silent in a turn for so long hangs, and is ended. */
const SILENCE_MS = 60_000;

const NO_ANSWERS: AnswerArchive = { standing: async () => [] };

const siteThreadEntry = async () => (await import("./thread-entry.ts")).THREAD_ENTRY;

/** Resolves when the thread takes turns; rejects with the reason when it ends before. */
export async function startSiteThread(
  site: Pick<Site, "id" | "currency">,
  options: ThreadOptions,
  { fresh, signal }: ThreadWish,
): Promise<SiteThread> {
  const { databaseUrl, dataDir, heapMebibytes, log, policies, answers = NO_ANSWERS, model } = options;
  const { entry = siteThreadEntry, silenceMs = SILENCE_MS, onTrouble = () => {} } = options;
  const data: SiteThreadData = {
    role: SITE_THREAD,
    siteId: site.id,
    currency: site.currency,
    fresh,
    databaseUrl,
    dataDir,
    model: model?.shared ?? null,
  };
  const file = await entry();
  signal.throwIfAborted();
  const worker = new Worker(file, {
    name: `site ${site.id}`,
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMebibytes },
    ...(file.pathname.endsWith(".ts") && { execArgv: ["--import", loaderOfSources()] }),
  });
  const { ended, kill } = lifeOf(worker);
  const { ready, ...thread } = converseWithThread({
    worker,
    ended,
    kill,
    log,
    policies,
    answers,
    model,
    onTrouble,
    silenceMs,
  });
  const abort = () => void kill(new Error("a site's thread is no longer wanted"));
  signal.addEventListener("abort", abort);
  try {
    return { ...thread, ended, catalog: await ready };
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

function loaderOfSources(): string {
  return new URL("source-loader.mjs", import.meta.url).href;
}

function lifeOf(worker: Worker): { ended: Promise<Error>; kill: (reason: Error) => Promise<void> } {
  let reason: Error | null = null;
  worker.on("error", (error) => {
    reason ??= error instanceof Error ? error : new Error(String(error));
  });
  return {
    ended: new Promise((resolve) => {
      worker.once("exit", (code) => resolve(reason ?? new Error(`a site's thread ended (${code})`)));
    }),
    async kill(why) {
      reason ??= why;
      await worker.terminate();
    },
  };
}
