/** What the read side needs of the store; `main.ts` fills it in. */
import type { ContentGap, LoggedEvent } from "../dialogue/events.ts";
import type { Phase } from "../dialogue/state.ts";
import type { Mode, Strategy } from "../dialogue/strategies.ts";
import type { LeftOut } from "../experiment/plan.ts";
import type { Experiment } from "../experiment/ports.ts";
import type { ExperimentFigures } from "../experiment/report/figures.ts";
import type { Look } from "../experiment/report/look.ts";

export interface ConversationArchive {
  /** The whole log of one of the site's conversations, oldest first; null when the site has no such conversation. */
  read(siteId: string, conversationId: string): Promise<ArchivedConversation | null>;
}

export interface ArchivedConversation {
  visitorId: string;
  events: LoggedEvent[];
  arms: TreatedArm[];
  outcomes: TalkOutcome[];
}

/** An arm of an experiment that a conversation was held in, by their keys. */
export interface TreatedArm {
  experiment: string;
  arm: string;
}

/**
 * What came of a conversation [TRN-2]. "accepted": the shopper settled on an item that was shown, put something in the cart, or
 * bought; "bought": the last of these. "person-asked": for a person, by the menu or in words. "abandoned": over, and none of these.
 */
export const TALK_OUTCOMES = ["accepted", "bought", "person-asked", "abandoned"] as const;
export type TalkOutcome = (typeof TALK_OUTCOMES)[number];

/**
 * "live": something happened in it within `LIVE_MINUTES`, and it is not closed. "waiting": within `WAITING_MINUTES`, a person was
 * asked for and none has come since [TRN-5].
 */
export const TALK_STATES = ["live", "waiting"] as const;
export type TalkState = (typeof TALK_STATES)[number];
export const LIVE_MINUTES = 15;
export const WAITING_MINUTES = 60;

/** How a conversation stands at this moment. */
export interface LiveStanding {
  /** Of its last event. */
  position: number;
  isLive: boolean;
  isWaiting: boolean;
  /** Who has the agent's place; `since` is ISO 8601. */
  person: { id: string; name: string; since: string } | null;
  /** The shopper's latest conversation, where it is another: what is said here they only see when they come back to it. */
  newer: string | null;
}

export interface LiveLedger {
  count(siteId: string): Promise<Record<TalkState, number>>;
  /** Null when the site has no such conversation, or it was erased. */
  standing(siteId: string, conversationId: string): Promise<LiveStanding | null>;
}

/** What of a site's conversations is listed: those that meet all that is given. */
export interface ListedRange {
  /** Words said by either side: each has to begin a word of the same message or turn; "in quotes" next to each other, -not at all. */
  words?: string | undefined;
  /** Used by the agent in one of its turns. */
  strategy?: Strategy | undefined;
  outcome?: TalkOutcome | undefined;
  state?: TalkState | undefined;
  mode?: Mode | undefined;
  /** The id of a content gap that came up. */
  gap?: string | undefined;
  /** Opened at or after, and before. */
  from?: Date | undefined;
  before?: Date | undefined;
  /** Where the page before ended. */
  after?: ListPlace | undefined;
  limit: number;
}

/** A place in the list: between conversations opened at the same instant, the id decides. */
export interface ListPlace {
  /** ISO 8601, UTC, in microseconds. */
  openedAt: string;
  id: string;
}

export interface ListedConversation {
  id: string;
  visitorId: string;
  mode: Mode;
  locale: string;
  /** ISO 8601, UTC. */
  openedAt: string;
  lastEventAt: string;
  closedAt: string | null;
  messages: number;
  turns: number;
  /** The shopper's first message; null when nothing was said. */
  firstWords: string | null;
  /** Used in it, each once, by name. */
  strategies: Strategy[];
  outcomes: TalkOutcome[];
  arms: TreatedArm[];
  isLive: boolean;
  isWaiting: boolean;
  /** The name of the person who has the agent's place. */
  person: string | null;
  /** The first message or turn that has the words looked for, cut to what is around them. Null when no words were. */
  found: {
    speaker: "shopper" | "agent" | "person";
    seq: number;
    pieces: { text: string; isFound: boolean }[];
  } | null;
}

export interface ConversationList {
  /** The latest opened first; of conversations in which somebody said something. */
  list(
    siteId: string,
    range: ListedRange,
  ): Promise<{ conversations: ListedConversation[]; next: ListPlace | null }>;
}

/** A gap over all conversations it came up in. */
export interface CountedGap extends Pick<ContentGap, "type" | "topic" | "value" | "kind"> {
  /** The same for the same gap, for as long as it is counted as one. */
  id: string;
  times: number;
  /** In how many conversations. */
  conversations: number;
  /** ISO 8601, UTC. */
  lastAt: string;
  /** The latest, in the shopper's words. */
  example: string;
  /** Some of the latest conversations, and the products asked about most. */
  conversationIds: string[];
  products: AskedProduct[];
}

/** A product that a gap was asked of. */
export interface AskedProduct {
  sku: string;
  /** As it is called now; null when it is gone. */
  title: string | null;
  categories: string[];
  times: number;
}

export interface GapLedger {
  /** Those of most conversations first. `since` null means of all time. */
  mostFrequent(siteId: string, range: { since: Date | null; limit: number }): Promise<CountedGap[]>;
}

/** A gap, and what the merchant has answered of it meanwhile [GAP-4]. */
export interface AnsweredGap extends CountedGap {
  /** "partly": for some of the products it was asked of. */
  answered: "no" | "partly" | "yes";
  /** The ids of the answers that fit. */
  answers: string[];
  /** The skus that it is still open for, of the products named. */
  left: string[];
  /** When the latest of the answers was given or changed; null where there is none. ISO 8601, UTC. */
  answeredAt: string | null;
}

export interface AnsweredGapLedger {
  /** As `GapLedger`. */
  mostFrequent(siteId: string, range: { since: Date | null; limit: number }): Promise<AnsweredGap[]>;
}

/**
 * How often strategies were used, in all turns and in those that led to acceptance, as sums over conversations: with n and m
 * for a strategy's acts in one conversation, and N and M for all strategies' acts in it.
 */
export interface StrategyCounts {
  conversations: number;
  /** Conversations in which an item was accepted. */
  accepted: number;
  turns: number;
  /** Sums of N, M, N², M² and NM. */
  all: { n: number; m: number; nn: number; mm: number; nm: number };
  /** Sums of n, m, n², m², nm, nN, mM, nM and mN. */
  strategies: ({ strategy: Strategy } & Record<StrategySum, number>)[];
}
export type StrategySum = "n" | "m" | "nn" | "mm" | "nm" | "nAll" | "mAllM" | "nAllM" | "mAll";

/** Of which turns: those since then (null: of all time), decided in a phase, and while a category was looked for. */
export interface StrategyRange {
  since: Date | null;
  phase?: Phase | undefined;
  /** By its name; case and the ending of a plural make no difference. */
  kind?: string | undefined;
}

/**
 * Of the turns up to the one that led to acceptance: sums over conversations, with n for such turns in one conversation and m for
 * the one that led to acceptance, 0 or 1.
 */
export interface TurnSums {
  conversations: number;
  /** Sums of n, m, n² and nm; m² is m. */
  n: number;
  m: number;
  nn: number;
  nm: number;
}

export interface SituationCounts {
  /** Of turns that a strategy was used in; of all turns where it is null. Turns of which no phase is known have null for it. */
  phases: ({ phase: Phase | null; strategy: Strategy | null } & TurnSums)[];
  /** Of conversations in which a category was looked for: how many, and in how many of them the accepting turn was of that time. */
  kinds: { kind: string; conversations: number; accepted: number }[];
}

/** How often a turn with these strategies, in this order, was followed by a turn with those; null where none came. */
export interface TurnPair {
  strategies: Strategy[];
  next: Strategy[] | null;
  /** The turn was the first of its conversation. */
  isFirst: boolean;
  times: number;
}

export interface StrategyLedger {
  count(siteId: string, range: StrategyRange): Promise<StrategyCounts>;
  /** `since` null means of all time. */
  situations(siteId: string, range: { since: Date | null }): Promise<SituationCounts>;
  pairs(siteId: string, range: { since: Date | null }): Promise<TurnPair[]>;
}

/** What is owed to conversations. Money in minor units of the site's currency, less refunds. */
export interface Owed {
  orders: number;
  net: number;
  cartAdds: number;
}

/** What came of a site's conversations. Visitors who are left out count in nothing but `leftOut`. */
export interface OutcomeSummary {
  currency: string;
  /** `foreign` are in another currency: they count as orders, and not in the revenue. */
  orders: { placed: number; signed: number; cancelled: number; foreign: number };
  /** In minor units: `gross` less what was `refunded` of orders that stand, less what was `cancelled`, is `net`. */
  revenue: { net: number; gross: number; refunded: number; cancelled: number };
  cartAdds: number;
  /** Of what is not cancelled: `direct` where a turn showed one of the items, else `assisted` [OUT-6]. */
  attributed: { direct: Owed; assisted: Owed };
  /** The strategies of the turns it is owed to. A turn has several, so these do not add up. `direct` orders are among `orders`. */
  strategies: ({ strategy: Strategy; direct: number } & Owed)[];
  /** The arms that the conversations it is owed to were in. */
  arms: ({ experiment: string; arm: string } & Owed)[];
  /** Outcome events that changed nothing, by reason [OUT-3]. */
  refused: Record<string, number>;
  leftOut: Record<LeftOut, { visitors: number; outcomes: number }>;
}

export interface OutcomeLedger {
  /** `since` null means of all time. */
  summary(siteId: string, range: { since: Date | null }): Promise<OutcomeSummary>;
}

/** The figures of experiments, kept in step with what was stored. Safe to use from several servers at once. */
export interface ExperimentLedger {
  /** Sites of which something was stored that no figures hold yet. */
  unsettledSites(): Promise<string[]>;
  /** Takes the oldest of it into the figures, a second's work at the most. */
  settle(siteId: string): Promise<{ settled: number; isMore: boolean }>;
  /** Works all figures of an experiment out anew. False when there is no such experiment. */
  recount(experimentId: string): Promise<boolean>;
  /** As of one moment. @param interactsWith as the report has it. */
  figures(experiment: Experiment, interactsWith: string[], now: Date): Promise<ExperimentFigures>;
  /** The oldest first. */
  looks(experimentId: string): Promise<Look[]>;
  /** Experiments under way that nobody has looked at since then. */
  unseenSince(instant: Date): Promise<{ siteId: string; key: string }[]>;
  /** Keeps a look unless there is one since that time. False when there is. */
  keepLook(experimentId: string, look: Look, unlessSince: Date): Promise<boolean>;
}
