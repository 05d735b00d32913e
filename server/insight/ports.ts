/** What the read side needs of the store; `main.ts` fills it in. */
import type { ContentGap, LoggedEvent } from "../dialogue/events.ts";
import type { Strategy } from "../dialogue/strategies.ts";

export interface ConversationArchive {
  /** The whole log of one of the site's conversations, oldest first; null when the site has no such conversation. */
  read(siteId: string, conversationId: string): Promise<{ visitorId: string; events: LoggedEvent[] } | null>;
}

/** A gap over all conversations it came up in. */
export interface CountedGap extends Pick<ContentGap, "type" | "topic" | "value" | "kind"> {
  times: number;
  /** In how many conversations. */
  conversations: number;
  /** ISO 8601, UTC. */
  lastAt: string;
  /** The latest, in the shopper's words. */
  example: string;
  /** Some of the latest conversations, and the products asked about most. */
  conversationIds: string[];
  products: { sku: string; times: number }[];
}

export interface GapLedger {
  /** Those of most conversations first. `since` null means of all time. */
  mostFrequent(siteId: string, range: { since: Date | null; limit: number }): Promise<CountedGap[]>;
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

export interface StrategyLedger {
  /** `since` null means of all time. */
  count(siteId: string, range: { since: Date | null }): Promise<StrategyCounts>;
}
