import type { AnsweredGap } from "../../server/insight/ports.ts";
import type { StrategyFlow } from "../../server/insight/strategy-flow.ts";
import type { Share, StrategyShares } from "../../server/insight/strategy-shares.ts";
import type { SuccessReport } from "../../server/insight/strategy-success.ts";
import { get, queryOf } from "./client.ts";

export type { AnsweredGap, Share, StrategyFlow, StrategyShares, SuccessReport };

/** Of the last so many days, null for all time; of turns in a phase, and while a category was looked for. */
export interface StrategyFilter {
  days: number | null;
  phase: string | null;
  kind: string | null;
}

export function readStrategies(filter: StrategyFilter, signal?: AbortSignal): Promise<StrategyShares> {
  return get(`/admin/insight/strategies${queryOf({ ...filter })}`, signal);
}

export function readSuccess(days: number | null, signal?: AbortSignal): Promise<SuccessReport> {
  return get(`/admin/insight/strategies/success${queryOf({ days })}`, signal);
}

export function readFlow(days: number | null, signal?: AbortSignal): Promise<StrategyFlow> {
  return get(`/admin/insight/strategies/flow${queryOf({ days })}`, signal);
}

export async function readGaps(days: number | null, signal?: AbortSignal): Promise<AnsweredGap[]> {
  const { gaps } = await get<{ gaps: AnsweredGap[] }>(
    `/admin/insight/gaps${queryOf({ days, limit: 200 })}`,
    signal,
  );
  return gaps;
}
