/**
 * What the main thread and a site's thread say to each other.
 *
 * A turn goes in lock-step: after each `turn-signal` the thread waits for `turn-go` before it speaks on. So the main
 * thread's loop over a turn sets its pace and decides at each sentence whether it stops [WIRE-3], as if it were spoken in
 * the same thread. The conversation log stays with the store on the main thread, and the thread calls it from afar.
 */
import type { ConversationEvent, LoggedEvent } from "../dialogue/events.ts";
import type { MerchantAnswer } from "../dialogue/merchant-answer.ts";
import type { Site } from "../gateway/ports.ts";
import type { ChatPurpose, ModelUsage } from "../model/chat-model.ts";
import type { SharedModel } from "../model/site-model.ts";
import type { Day } from "../model/token-budget.ts";
import type { AppendResult } from "../turn/ports.ts";
import type { ReplayedTurn } from "../turn/replay-turns.ts";
import type { TurnSignal } from "../turn/turn-signal.ts";
import type { PreviewAsked, PreviewedTurn } from "./preview-turns.ts";

/** Tells a site's thread from any other, such as those that a test runs in. */
export const SITE_THREAD = "overture-site-thread";

/** What a thread is started with. */
export interface SiteThreadData {
  role: typeof SITE_THREAD;
  siteId: string;
  currency: string;
  /** Build anew even if there is a snapshot. */
  fresh: boolean;
  /** Where the thread reads the catalog, on a connection of its own; as the store's options. */
  databaseUrl: string | undefined;
  dataDir: string;
  /** Null: no model is configured. */
  model: SharedModel | null;
}

/** What a thread is asked beside turns. Nobody's conversation changes by it. */
export interface ThreadQuestions {
  /** What the agent would say to shoppers, by the settings of the site that is given. */
  "preview-turns": { asked: PreviewAsked; answer: PreviewedTurn[] };
  /** What the guard has against words of the merchant's own, sentence by sentence; null where it has nothing. */
  "check-words": { asked: { text: string }; answer: { sentence: string; why: string } | null };
}
export type QuestionKind = keyof ThreadQuestions;

/** As one message, with the kind that belongs to what is asked. */
export type ThreadQuestion = {
  [Kind in QuestionKind]: { kind: Kind; asked: ThreadQuestions[Kind]["asked"] };
}[QuestionKind];

export type ToThread =
  | {
      type: "turn-take";
      turn: number;
      site: Site;
      conversationId: string;
      silentSince: string | undefined;
    }
  | { type: "turn-go"; turn: number; stop: boolean }
  /** With the settings that it is to be answered by; an answer or a failure follows. */
  | { type: "question"; call: number; site: Site; question: ThreadQuestion }
  /** Nobody listens to the turn any more. */
  | { type: "turn-leave"; turn: number }
  /** Asks for a conversation's turns as another policy would have taken them; answered by `replay-done` or `replay-failed`. */
  | { type: "replay"; replay: number; site: Site; conversationId: string; policy: string }
  /** Asks whether the thread can take up what changed; answered by `changes-taken-up`. */
  | { type: "catalog-changed" }
  | LogAnswer
  | PolicyAnswer
  | AnswersAnswer
  | TokensAnswer;

export type FromThread =
  | ThreadReady
  | TurnNews
  | LogCall
  | PolicyCall
  | AnswersCall
  | TokensCall
  | ReplayNews
  | { type: "question-answered"; call: number; answer: unknown }
  | { type: "question-failed"; call: number; error: CarriedError }
  /** A model did not do its part of a turn, and the built-in voice went on. */
  | { type: "model-trouble"; code: string; message: string }
  /** Turns go on by another policy than the one that is set. */
  | { type: "policy-refused"; reference: string; why: string }
  /** Turns go on by what of the merchant's answers was read before. */
  | { type: "answers-missed"; error: CarriedError }
  /** Not whole: the thread serves what it could take up, but its catalog has to be built anew. */
  | { type: "changes-taken-up"; isWhole: boolean }
  /** The next start will have to build the catalog. */
  | { type: "snapshot-refused"; error: CarriedError }
  /** Turns search by words alone for a while. */
  | { type: "meaning-missed"; error: CarriedError };

/** The first message; a thread that cannot be made ready ends instead. */
export interface ThreadReady {
  type: "ready";
  catalog: BuiltCatalog;
}
export interface BuiltCatalog {
  version: number;
  products: number;
  /** False when it serves, but has to be built anew. */
  isWhole: boolean;
  /** From the thread's start. */
  builtMs: number;
}

export type TurnNews =
  | { type: "turn-signal"; turn: number; signal: TurnSignal }
  | { type: "turn-over"; turn: number }
  /** Only this turn; the thread goes on. */
  | { type: "turn-failed"; turn: number; error: CarriedError };

export type ReplayNews =
  | { type: "replay-done"; replay: number; turns: ReplayedTurn[] }
  | { type: "replay-failed"; replay: number; error: CarriedError };

export type LogCall =
  | { type: "log-read"; call: number; conversationId: string; afterPosition: number }
  | {
      type: "log-append";
      call: number;
      conversationId: string;
      turnsBefore: number;
      events: ConversationEvent[];
    };
export type LogAnswer =
  | { type: "log-read"; call: number; events: LoggedEvent[] }
  | { type: "log-append"; call: number; result: AppendResult }
  | { type: "log-failed"; call: number; error: CarriedError };

export interface PolicyCall {
  type: "policy-read";
  call: number;
  siteId: string;
  name: string;
  /** Null for the newest. */
  version: string | null;
}
export type PolicyAnswer =
  | { type: "policy-read"; call: number; file: unknown }
  | { type: "policy-failed"; call: number; error: CarriedError };

/** Asks for what the site's merchant has answered. */
export interface AnswersCall {
  type: "answers-read";
  call: number;
  siteId: string;
}
export type AnswersAnswer =
  | { type: "answers-read"; call: number; answers: MerchantAnswer[] }
  | { type: "answers-failed"; call: number; error: CarriedError };

/** Asks for the site's tokens of a day, after adding a request's where there is one. */
export interface TokensCall {
  type: "tokens";
  call: number;
  siteId: string;
  day: Day;
  added: { purpose: ChatPurpose; usage: ModelUsage } | null;
}
export type TokensAnswer =
  | { type: "tokens-used"; call: number; used: number }
  | { type: "tokens-failed"; call: number; error: CarriedError };

/** Errors of libraries may hold what cannot be cloned. */
export interface CarriedError {
  message: string;
  stack: string | undefined;
}

export function carriedError(error: unknown): CarriedError {
  return error instanceof Error
    ? { message: error.message, stack: error.stack }
    : { message: String(error), stack: undefined };
}

export function errorOf({ message, stack }: CarriedError): Error {
  return Object.assign(new Error(message), stack === undefined ? {} : { stack });
}
