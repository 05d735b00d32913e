/** The main thread's side of what `protocol.ts` says. */
import type { Worker } from "node:worker_threads";
import type { AnswerArchive, AppendResult, ConversationLog, PolicyArchive } from "../turn/ports.ts";
import type { ReplayedTurn } from "../turn/replay-turns.ts";
import type { TurnSignal } from "../turn/turn-signal.ts";
import {
  type BuiltCatalog,
  errorOf,
  type FromThread,
  type ThreadQuestion,
  type ThreadQuestions,
  type ToThread,
  type TurnNews,
} from "./protocol.ts";
import { answerAnswersCall } from "./remote-answers.ts";
import { answerTokensCall } from "./remote-ledger.ts";
import { answerLogCall } from "./remote-log.ts";
import { answerPolicyCall } from "./remote-policies.ts";
import type { SiteThread, ThreadModel } from "./start-site-thread.ts";

interface Conversing {
  worker: Worker;
  ended: Promise<Error>;
  kill: (reason: Error) => Promise<void>;
  log: ConversationLog;
  policies: PolicyArchive;
  answers: AnswerArchive;
  model: ThreadModel | undefined;
  onTrouble: (error: Error) => void;
  /** A thread that says nothing in a turn for so long hangs. */
  silenceMs: number;
}

/** Takes turns of a thread, and lets it have the conversation log. `ready` rejects when the thread ends before. */
export function converseWithThread({
  worker,
  ended,
  kill,
  log,
  policies,
  answers,
  model,
  onTrouble,
  silenceMs,
}: Conversing): Pick<SiteThread, "takeTurn" | "replay" | "ask" | "takeUpChanges" | "end"> & {
  ready: Promise<BuiltCatalog>;
} {
  /** The turns that wait for the thread's next word. */
  const waiting = new Map<number, { resolve: (news: TurnNews) => void; reject: (error: Error) => void }>();
  /** The replays that the thread is at. */
  const replaying = new Map<
    number,
    { resolve: (turns: ReplayedTurn[]) => void; reject: (error: Error) => void }
  >();
  let replays = 0;
  /** Turns that the thread has asked to be stored, by their ids; until they are over. */
  const stored = new Map<string, Promise<AppendResult | null>>();
  /** The questions that wait for their answers. */
  const questions = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let turns = 0;
  let calls = 0;
  /** Resolve when the last question, or the last replay, is over: shoppers' turns come in between [AGT-2]. */
  const lastOver = { question: Promise.resolve(), replay: Promise.resolve() };
  let running = 0;
  let whenIdle: (() => void) | null = null;
  let whenTakenUp: ((isWhole: boolean) => void) | null = null;
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
        case "policy-read":
          void answerPolicyCall(policies, message).then((reply) => worker.postMessage(reply));
          break;
        case "answers-read":
          void answerAnswersCall(answers, message).then((reply) => worker.postMessage(reply));
          break;
        case "tokens":
          if (model) void answerTokensCall(model.ledger, message).then((reply) => worker.postMessage(reply));
          break;
        case "model-trouble":
          model?.onTrouble(message);
          break;
        case "policy-refused":
          onTrouble(new Error(`the policy ${message.reference} is not used: ${message.why}`));
          break;
        case "changes-taken-up":
          whenTakenUp?.(message.isWhole);
          break;
        case "replay-done":
          replaying.get(message.replay)?.resolve(message.turns);
          break;
        case "replay-failed":
          replaying.get(message.replay)?.reject(errorOf(message.error));
          break;
        case "question-answered":
          questions.get(message.call)?.resolve(message.answer);
          break;
        case "question-failed":
          questions.get(message.call)?.reject(errorOf(message.error));
          break;
        case "snapshot-refused":
        case "meaning-missed":
        case "answers-missed":
          onTrouble(errorOf(message.error));
          break;
        default:
          waiting.get(message.turn)?.resolve(message);
          waiting.delete(message.turn);
      }
    });
    void ended.then((reason) => {
      reasonOfEnd = reason;
      reject(reason);
      for (const each of [...waiting.values(), ...questions.values()]) each.reject(reason);
      waiting.clear();
      for (const { reject } of replaying.values()) reject(reason);
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
  const exchange = (message: Extract<ToThread, { type: "turn-take" | "turn-go" }>): Promise<TurnNews> =>
    watched((resolve, reject) => {
      waiting.set(message.turn, { resolve, reject });
      worker.postMessage(message);
    });

  /** What hangs is ended, and whatever waits for it fails. */
  async function watched<Word>(
    wait: (resolve: (word: Word) => void, reject: (error: Error) => void) => void,
  ): Promise<Word> {
    if (reasonOfEnd) throw reasonOfEnd;
    const watchdog = setTimeout(() => {
      void kill(new Error(`a site's thread hangs: it said nothing in a turn for ${silenceMs} ms`));
    }, silenceMs);
    try {
      return await new Promise<Word>(wait);
    } finally {
      clearTimeout(watchdog);
    }
  }

  /** One after the other, so that however many are asked for at once, neither shoppers nor the watchdog wait for all of them. */
  function afterOthers<Answer>(kind: keyof typeof lastOver, work: () => Promise<Answer>): Promise<Answer> {
    const done = lastOver[kind].then(work);
    lastOver[kind] = done.then(
      () => {},
      () => {},
    );
    return done;
  }

  return {
    ready,
    async *takeTurn({ site, conversationId, silentSince, shouldStop }) {
      turns += 1;
      const turn = turns;
      let last: TurnSignal | null = null;
      let isOver = false;
      running += 1;
      try {
        let news = await exchange({ type: "turn-take", turn, site, conversationId, silentSince });
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
    async replay(request) {
      if (reasonOfEnd) throw reasonOfEnd;
      replays += 1;
      const replay = replays;
      running += 1;
      try {
        return await afterOthers("replay", () => {
          if (reasonOfEnd) throw reasonOfEnd;
          return new Promise<ReplayedTurn[]>((resolve, reject) => {
            replaying.set(replay, { resolve, reject });
            worker.postMessage({ type: "replay", replay, ...request } satisfies ToThread);
          });
        });
      } finally {
        replaying.delete(replay);
        running -= 1;
        if (running === 0) whenIdle?.();
      }
    },
    async ask(site, kind, asked) {
      calls += 1;
      const call = calls;
      running += 1;
      try {
        const question = { kind, asked } as ThreadQuestion;
        const answer = await afterOthers("question", () =>
          watched<unknown>((resolve, reject) => {
            questions.set(call, { resolve, reject });
            worker.postMessage({ type: "question", call, site, question } satisfies ToThread);
          }),
        );
        return answer as ThreadQuestions[typeof kind]["answer"];
      } finally {
        questions.delete(call);
        running -= 1;
        if (running === 0) whenIdle?.();
      }
    },
    takeUpChanges() {
      const isWhole = new Promise<boolean>((resolve) => {
        whenTakenUp = resolve;
      });
      worker.postMessage({ type: "catalog-changed" } satisfies ToThread);
      return Promise.race([isWhole, ended.then(() => false)]);
    },
    async end(drainMs) {
      if (running > 0) {
        const idle = new Promise<void>((resolve) => {
          whenIdle = resolve;
        });
        // Whoever is in more of a hurry may end it meanwhile.
        await withinTime(Promise.race([idle, ended]), drainMs);
      }
      await kill(new Error("a site's thread was ended"));
    },
  };

  async function storedTurn({ turnId }: TurnSignal): Promise<TurnSignal | null> {
    const result = await stored.get(turnId);
    const logged = result?.ok && result.events.find(({ event }) => event.type === "turn-spoken");
    return logged ? { type: "end", turnId, logged } : null;
  }
}

async function withinTime(work: Promise<unknown>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
