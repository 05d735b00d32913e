import type { Overview } from "../../server/insight/overview.ts";
import { get, queryOf } from "./client.ts";

export type { Overview, OverviewFigures } from "../../server/insight/overview.ts";

export const readOverview = (days: number, signal: AbortSignal): Promise<Overview> =>
  get(`/admin/overview${queryOf({ days })}`, signal);
