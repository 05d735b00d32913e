import type { TimeBounds } from "./chat-model.ts";
import type { TokenPrices } from "./token-prices.ts";

/** Where a model is and how it is used, as the configuration says. Plain data: it travels to the sites' threads. */
export interface ModelSettings {
  /** The API's address, without a slash at its end: "https://api.openai.com/v1". */
  baseUrl: string;
  /** Secret: it goes to the endpoint and nowhere else, neither to a log nor to an API. */
  apiKey: string;
  model: string;
  /** Null: no embeddings. */
  embeddingModel: string | null;
  /** How long a turn may wait for what a message means, in milliseconds. */
  embeddingMs: number;
  bounds: TimeBounds;
  /** How long a turn may wait for the model's reading of a message, in milliseconds; 0 means it is not asked. */
  refineMs: number;
  /** For each site and day (UTC), unless the site has a limit of its own; null means no limit. */
  tokensPerDay: number | null;
  /** Left out or null where nobody has said what tokens cost. */
  prices?: TokenPrices | null;
}
