/** What the read side needs of the store; `main.ts` fills it in. */
import type { ContentGap, LoggedEvent } from "../dialogue/events.ts";

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
