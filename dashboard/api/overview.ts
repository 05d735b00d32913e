import type { HoldoutFigures } from "../../server/insight/holdout.ts";
import type { Overview } from "../../server/insight/overview.ts";
import type { ShopChange } from "../../server/insight/shop-changes.ts";
import { get, queryOf } from "./client.ts";

export type { HoldoutFigures, Incremental } from "../../server/insight/holdout.ts";
export type { MovedFigure } from "../../server/insight/moved-figures.ts";
export type { Overview, OverviewFigures } from "../../server/insight/overview.ts";
export type { ShopChange } from "../../server/insight/shop-changes.ts";

export const readOverview = (days: number, signal: AbortSignal): Promise<Overview> =>
  get(`/admin/overview${queryOf({ days })}`, signal);

export async function readChanges(days: number, signal: AbortSignal): Promise<ShopChange[]> {
  const { changes } = await get<{ changes: ShopChange[] }>(
    `/admin/overview/changes${queryOf({ days })}`,
    signal,
  );
  return changes;
}

/** Null where no experiment ever kept the assistant from anybody. */
export async function readHoldout(signal: AbortSignal): Promise<HoldoutFigures | null> {
  return (await get<{ holdout: HoldoutFigures | null }>("/admin/overview/holdout", signal)).holdout;
}
