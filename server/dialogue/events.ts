/**
 * The append-only event log of a conversation: the truth that everything else is a fold over.
 * `position` counts every event of a conversation; `seq` counts those a shopper sees, so that what a client
 * receives is numbered without gaps.
 */
import type {
  Comparison,
  Invitation,
  ProductCard,
  RespondsTo,
  SignalType,
  Source,
} from "../../shared/shopper-socket.ts";
import type { Money, Sku } from "../catalog/product.ts";
import type { Claim } from "./claims.ts";
import type { Remembered } from "./memory.ts";
import type { Redirection } from "./stall.ts";
import type { Notice, PageContext, Phase } from "./state.ts";
import type { Mode, Strategy } from "./strategies.ts";
import type { Understanding } from "./understanding.ts";

/** Why and how a turn's strategies were chosen [POL-1]. One step per strategy, the last one is `yield`. */
export interface DecisionRecord {
  policy: string;
  policyVersion: string;
  steps: DecisionStep[];
  /** The strongest reasons, in words a merchant understands. */
  reasons: string[];
  /** In words, what the policy would do in the next one or two turns if the shopper takes this one up [INI-5]. */
  expects?: string[];
  /** From 0 to 1: how likely the policy thought it that the conversation ends in success, with this turn said. */
  expectedSuccess?: number;
  /** What the situation left no choice about, the weightiest first: with it, the turn can be decided anew. Absent from older records. */
  obligations?: { oneOf: Strategy[]; because: string }[];
  /** How far the talk had come when the turn was decided. Absent from older records. */
  phase?: Phase;
  /** The category that was looked for then, by its name in the catalog; null where that was not known. */
  sought?: string | null;
}
export interface DecisionStep {
  strategy: Strategy;
  /** Probability with which it was chosen, given the mask and the weights. */
  propensity: number;
  /** Distribution over unmasked strategies; sums to 1. */
  distribution: Partial<Record<Strategy, number>>;
  /** What was not offered, and why [STR-2, STR-3, STR-4]. */
  masked: Partial<Record<Strategy, string>>;
  /** What is not named was 0. */
  features: Record<string, number>;
}

/** What became of a ledger entry, and of which item it was told. */
export interface Settled {
  questionId: string;
  status: "answered" | "unanswerable" | "moved-on";
  sku?: Sku;
}

/** Something the catalog left a shopper without: for the merchant, not for the dialogue [LED-3]. */
export interface ContentGap {
  /** A question without an answer, a wish that nothing met, or a message that nothing was made of. */
  type: "unanswerable" | "dead-end" | "misunderstood";
  /** What a question is about (as in the ledger), or the attribute of a wish. */
  topic: string;
  /** What sets gaps of a topic apart: the feature asked for, the value wished for. Empty when nothing does. */
  value: string;
  /** The product that was asked about. */
  sku: Sku | null;
  /** Its narrowest category, or the one that was looked for. */
  kind: string | null;
  /** The shopper's, without e-mail addresses and phone numbers. */
  words: string;
}

/** How a model phrased a turn. Milliseconds from the request on; tokens as the endpoint counts them. */
export interface Voicing {
  /** Where it ran, without secrets: "api.example.com". */
  endpoint: string;
  model: string;
  /** The version of the prompt. */
  prompt: string;
  promptTokens: number;
  completionTokens: number;
  /** Those of the prompt's that the endpoint had in its cache. */
  cachedTokens: number;
  /** The endpoint did not count, so these are estimates. */
  isEstimated: boolean;
  /** US dollars, at the prices of that day; absent where nobody had said what tokens cost. */
  costUsd?: number;
  firstSentenceMs: number | null;
  totalMs: number;
  /** The code of what ended it early; null when it was heard out. */
  trouble: string | null;
}

export interface SpokenTurn {
  turnId: string;
  respondsTo: RespondsTo;
  text: string;
  cards: ProductCard[];
  comparison?: Comparison;
  replies: string[];
  invitation: Invitation | null;
  sources: Source[];
  strategies: Strategy[];
  decision: DecisionRecord;
  claims: Claim[];
  stance: { sku: Sku; over: Sku | null; because: string[]; insteadOf?: Sku } | null;
  anticipates: {
    sku: Sku;
    objection: "over-budget" | "low-rating" | "out-of-stock" | "misses-wish";
    detail: string;
  } | null;
  /** The attribute that was asked about, when a question was. */
  asks: string | null;
  /** Wishes that the turn said can't all be had: from here on they are wished for, not insisted on [INI-4]. */
  gaveUp?: string[];
  /** Wishes that are over once that was said: "cheaper" than the cheapest, an amount in a currency the shop has no prices in. */
  setAside?: string[];
  /** Ledger entries this turn settled, and how. */
  settled: Settled[];
  /** Ledger entries of earlier turns that this one came back to [LED-4]. */
  returnsTo?: string[];
  gaps?: ContentGap[];
  /** The items as shown, with what a later critique needs. */
  items: {
    sku: Sku;
    title: string;
    brand: string | null;
    category: string | null;
    price: Money;
    attributes: Record<string, string>;
  }[];
  /** Sentences the guard stopped, with the verdict. */
  stopped: { text: string; verdict: string; why: string }[];
  voice: string;
  /** Absent when no model was asked. */
  voicing?: Voicing;
  /** True when the turn said goodbye. */
  farewell: boolean;
  /** How a stalled talk was redirected [INI-3]; absent when it was not. */
  redirection?: Redirection;
}

export interface UnderstoodMessage {
  id: string;
  understanding: Understanding;
}

export type ConversationEvent =
  | {
      type: "conversation-opened";
      mode: Mode;
      locale: string;
      page: PageContext;
      /** 1 for the visitor's first conversation. */
      visit: number;
      /** From the visitor's last conversation; absent or null when nothing is. */
      remembered?: Remembered | null;
    }
  | { type: "message-stored"; id: string; text: string }
  | { type: "page-viewed"; page: PageContext }
  /** The page showed something that the agent may speak of unasked [INI-1]. */
  | { type: "attention-noticed"; notice: Notice }
  | {
      type: "signal-received";
      id: string;
      signal: SignalType;
      sku: Sku | null;
      turnId: string | null;
      value: number | null;
    }
  | {
      type: "messages-understood";
      messages: UnderstoodMessage[];
      /** Messages that a person had answered before the agent came to understand them [TRN-8]. */
      overheard?: UnderstoodMessage[];
    }
  | { type: "turn-spoken"; turn: SpokenTurn }
  | { type: "human-asked" }
  /** A person of the shop's takes the agent's place; `person` says who to the shop, and never to the shopper. */
  | { type: "agent-joined"; name: string; person?: string }
  /** What a person says is no turn of the agent's. `answers`: the messages that waited for an answer. */
  | { type: "person-spoke"; id: string; name: string; text: string; answers: string[] }
  /** `timed-out`: the person gave no sign of life any more. */
  | { type: "agent-left"; name: string; reason?: "handed-back" | "timed-out" }
  | { type: "conversation-closed"; reason: string };

export type ConversationEventType = ConversationEvent["type"];

/** Which events a shopper sees; these carry a `seq`. */
export const VISIBLE_EVENTS = [
  "message-stored",
  "turn-spoken",
  "agent-joined",
  "person-spoke",
  "agent-left",
  "conversation-closed",
] as const satisfies readonly ConversationEventType[];

export interface LoggedEvent {
  /** From 1, without gaps, per conversation. */
  position: number;
  /** From 1, without gaps, over the visible events of a conversation; null for the others. */
  seq: number | null;
  /** ISO 8601, UTC. */
  at: string;
  event: ConversationEvent;
}
