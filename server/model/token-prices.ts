/** What tokens cost, where whoever runs the server has said so. */
import type { ModelUsage } from "./chat-model.ts";

/** US dollars per million tokens. */
export interface TokenPrices {
  prompt: number;
  /** Of the prompt's tokens, those that the endpoint had in its cache. */
  cached: number;
  completion: number;
}

type Tokens = Pick<ModelUsage, "promptTokens" | "cachedTokens" | "completionTokens">;

/** US dollars. */
export function costOf(
  prices: TokenPrices,
  { promptTokens, cachedTokens, completionTokens }: Tokens,
): number {
  const cached = Math.min(cachedTokens, promptTokens);
  const millionths =
    (promptTokens - cached) * prices.prompt + cached * prices.cached + completionTokens * prices.completion;
  return millionths / 1e6;
}
