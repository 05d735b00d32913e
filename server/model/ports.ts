/** What this room needs of the store, and how a site uses its model. */
import type { ChatPurpose, ModelUsage } from "./chat-model.ts";
import type { Day } from "./token-budget.ts";

/** A site's own settings. */
export interface ModelUse {
  /** Off: the built-in voice speaks, whatever is configured. */
  enabled: boolean;
  /** Null: as the server's configuration says. */
  tokensPerDay: number | null;
  /** Whether the model may read messages a second time, where the configuration gives that time. */
  refine: boolean;
}

export interface PurposeUsage extends Omit<ModelUsage, "isEstimated"> {
  purpose: ChatPurpose;
  requests: number;
}

/** The tokens of all sites. */
export interface ModelUsageLedger {
  /** Adds one request, and tells the site's tokens of that day, this request included. */
  add(siteId: string, day: Day, purpose: ChatPurpose, usage: ModelUsage): Promise<number>;
  usedOn(siteId: string, day: Day): Promise<number>;
  byPurpose(siteId: string, day: Day): Promise<PurposeUsage[]>;
}
