import type { CountedGap } from "../../server/insight/ports.ts";
import type { Share, StrategyShares } from "../../server/insight/strategy-shares.ts";
import { get, queryOf } from "./client.ts";

export type { CountedGap, Share, StrategyShares };

/** @param days of the last so many; null for all time. */
export function readStrategies(days: number | null, signal?: AbortSignal): Promise<StrategyShares> {
  return get(`/admin/insight/strategies${queryOf({ days })}`, signal);
}

export async function readGaps(days: number | null, signal?: AbortSignal): Promise<CountedGap[]> {
  const { gaps } = await get<{ gaps: CountedGap[] }>(
    `/admin/insight/gaps${queryOf({ days, limit: 200 })}`,
    signal,
  );
  return gaps;
}
