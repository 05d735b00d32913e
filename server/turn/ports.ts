/**
 * What a turn needs of the rooms it brings together. Each port is declared here, where it is used, and filled in by
 * `main.ts`, `cli/` or a test.
 */
import type { CandidateQuery, CandidateSearch } from "../catalog/candidates.ts";
import type { Product, QuoteSearch, QuotesFound, Review, Sku } from "../catalog/product.ts";
import type { ConversationEvent, LoggedEvent, Voicing } from "../dialogue/events.ts";
import type { MerchantAnswer } from "../dialogue/merchant-answer.ts";
import type { DialogueState, Utterance } from "../dialogue/state.ts";
import type { Restatement, Understanding } from "../dialogue/understanding.ts";
import type { Verdict } from "../guard/verdict.ts";
import type { PeopleAway, Persona, PhrasedSentence, TurnPlan } from "../plan/turn-plan.ts";

/** One site's catalog as it stood when it was last swapped in. Everything answers from memory. */
export interface CatalogPort {
  readonly version: number;
  readonly size: number;
  /** The broadest categories that tell products apart, the largest first. */
  readonly departments: readonly string[];
  product(sku: Sku): Product | undefined;
  reviews(sku: Sku): Review[];
  /** Sentences of reviews that can be quoted, chosen beforehand. */
  quotes(sku: Sku, search: QuoteSearch): QuotesFound;
  find(query: CandidateQuery): CandidateSearch;
}

/** Text to what the shopper did. Deterministic; a few milliseconds at most [NLU-1, NLU-2]. */
export type Understand = (text: string, state: DialogueState) => Understanding;

/**
 * What the shopper is after, as a direction that `CatalogPort.find` compares products with: of these messages together, the
 * newest last. Null when it is not known in time. Waits for a bounded time, and never rejects.
 */
export type Meaning = (texts: readonly string[]) => Promise<Float32Array | null>;

/**
 * A model's second reading of a message that was not wholly understood: the same message in plain English. Never rejects,
 * and resolves within a bound; null where there is nothing to be had [NLU-3].
 */
export type Restate = (text: string, understanding: Understanding) => Promise<Restatement | null>;

export type CombineReadings = (own: Understanding, restated: Understanding, by: Restatement) => Understanding;

/** Plan to sentences, in order. Yields each as soon as it is made, so that a slow voice can be streamed. */
export interface Voice {
  readonly name: string;
  speak(plan: TurnPlan, context: VoiceContext): AsyncIterable<PhrasedSentence>;
}
export interface VoiceContext {
  persona: Persona;
  locale: string;
  /** What the agent said before in this conversation, oldest first: nothing is to be worded the same twice. */
  said: string[];
  /** What the shopper wrote last; empty at an opening. */
  heard: string[];
  /** The last words of both, oldest first; those in `heard` stand at the end. */
  recent?: readonly Utterance[];
  /** BCP 47 primary tag of the shopper's language; English where it is not known. */
  language?: string;
  /** The turn in the built-in voice's words, for a voice that finds others for them. */
  draft?: readonly PhrasedSentence[];
  /** Uniform on [0, 1). */
  chance: () => number;
  /** Hears, once and when the voice is done, how a model did; a voice without one never calls it. */
  onVoiced?: (voicing: Voicing) => void;
}

export type CheckSentence = (
  sentence: string,
  plan: TurnPlan,
  context: { persona: Persona; locale: string; heard: string[] },
) => Verdict;

export type AppendResult =
  | { ok: true; events: LoggedEvent[] }
  /** Another turn was stored since the log was read: read again and decide anew. */
  | { ok: false; code: "turn/stale" }
  | { ok: false; code: "conversation/unknown" | "conversation/closed" };

export interface ConversationLog {
  /** Events after `afterPosition`, in order. */
  read(conversationId: string, afterPosition: number): Promise<LoggedEvent[]>;
  /**
   * Stores a turn's events in one transaction, durably. `turnsBefore` is the number of `turn-spoken` events the turn
   * was decided on; it is refused when the log holds another number. Messages that arrived meanwhile do not refuse it.
   */
  appendTurn(conversationId: string, turnsBefore: number, events: ConversationEvent[]): Promise<AppendResult>;
}

/** The policy files that were registered for sites. */
export interface PolicyArchive {
  /**
   * As it was stored, unchecked; null when there is none.
   * @param version null for the newest.
   */
  read(siteId: string, name: string, version: string | null): Promise<unknown>;
}

/** What a site's merchant has answered once for all [GAP-1]. */
export interface AnswerArchive {
  /** Those that stand, the newest first. */
  standing(siteId: string): Promise<MerchantAnswer[]>;
}

/** A site's settings that bear on a turn. */
export interface SiteSettings {
  persona: Persona;
  /** Strategies the merchant forbids, and weights on the others (1 is neutral) [STR-4]. */
  forbidden: string[];
  weights: Record<string, number>;
  /** A shipped policy's name, or "name@version" of a registered one. */
  policy: string;
  currency: string;
  /** A person can take over now. */
  humanAvailable: boolean;
  /** Outside the hours in which people take over; absent within them, and where nobody ever does [AGT-4]. */
  away?: PeopleAway;
}
