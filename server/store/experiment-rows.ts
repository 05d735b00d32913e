/** Experiments as they stand in the table, and as the rest of the server knows them. */
import type { Experiment } from "../experiment/ports.ts";
import type { SiteDefaults, Traffic } from "../experiment/treatments.ts";
import type { experiments, sites } from "./schema.ts";
import { siteSettingsSchema } from "./site-settings.ts";

export type ExperimentRow = typeof experiments.$inferSelect;
export type SiteRow = typeof sites.$inferSelect;

export function experimentOf(row: ExperimentRow): Experiment {
  const { createdAt, startedAt, stoppedAt, ...experiment } = row;
  return {
    ...experiment,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    stoppedAt: stoppedAt?.toISOString() ?? null,
  };
}

export function defaultsOf({ mode, settings }: Pick<SiteRow, "mode" | "settings">): SiteDefaults {
  const { policy, opening, silence } = siteSettingsSchema.parse(settings);
  return { mode, policy, initiative: opening.enabled || silence.enabled };
}

export function trafficOf({ key, plan: { arms, namespace } }: ExperimentRow): Traffic {
  return { key, arms, namespace };
}
