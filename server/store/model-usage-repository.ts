/** What sites' language models took, added up by day and purpose [MODEL-5]. */
import type { ChatPurpose, ModelUsage } from "../model/chat-model.ts";
import type { ModelUsageLedger, PurposeUsage } from "../model/ports.ts";
import { persevere, type Sql } from "./database.ts";

export function modelUsageRepository(sql: Sql): ModelUsageLedger {
  return {
    // Not repeated when the connection is lost: a request must not count twice. The budget tells it again where it failed.
    async add(siteId: string, day: string, purpose: ChatPurpose, usage: ModelUsage) {
      const { promptTokens, cachedTokens, completionTokens } = usage;
      const [row] = await sql<{ used: string }[]>`
        with added as (
          insert into model_usage
            (site_id, day, purpose, requests, prompt_tokens, cached_tokens, completion_tokens)
          values (${siteId}, ${day}::text::date, ${purpose}, 1, ${promptTokens}, ${cachedTokens}, ${completionTokens})
          on conflict (site_id, day, purpose) do update set
            requests = model_usage.requests + 1,
            prompt_tokens = model_usage.prompt_tokens + excluded.prompt_tokens,
            cached_tokens = model_usage.cached_tokens + excluded.cached_tokens,
            completion_tokens = model_usage.completion_tokens + excluded.completion_tokens
          returning prompt_tokens + completion_tokens as tokens
        )
        select (select tokens from added) + coalesce(sum(prompt_tokens + completion_tokens), 0) as used
        from model_usage where site_id = ${siteId} and day = ${day}::text::date and purpose <> ${purpose}`;
      return Number(row?.used ?? 0);
    },
    async usedOn(siteId, day) {
      const [row] = await persevere(
        () => sql<{ used: string }[]>`
          select coalesce(sum(prompt_tokens + completion_tokens), 0) as used
          from model_usage where site_id = ${siteId} and day = ${day}::text::date`,
      );
      return Number(row?.used ?? 0);
    },
    async byPurpose(siteId, day) {
      const rows = await persevere(
        () => sql<Record<keyof PurposeUsage, string>[]>`
          select purpose, requests, prompt_tokens as "promptTokens", cached_tokens as "cachedTokens",
            completion_tokens as "completionTokens"
          from model_usage where site_id = ${siteId} and day = ${day}::text::date order by purpose`,
      );
      return rows.map(({ purpose, ...counts }) => ({
        purpose: purpose as ChatPurpose,
        requests: Number(counts.requests),
        promptTokens: Number(counts.promptTokens),
        cachedTokens: Number(counts.cachedTokens),
        completionTokens: Number(counts.completionTokens),
      }));
    },
  };
}
