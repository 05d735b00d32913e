/** What is read of experiments: their rows, who changed them, which others met the same visitors, how many have come. */
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { ChangeAction, ExperimentBook } from "../experiment/ports.ts";
import { shareVisitors } from "../experiment/treatments.ts";
import { rowOf } from "./change-experiment.ts";
import { type Database, persevere } from "./database.ts";
import { siteHistory } from "./experiment-history.ts";
import { defaultsOf, type ExperimentRow, experimentOf, trafficOf } from "./experiment-rows.ts";
import { experimentChanges, experimentCounts, experiments, sites } from "./schema.ts";

type Reads = "list" | "read" | "changes" | "interacting" | "countVisitors" | "defaultsOf" | "history";

export function experimentReader({ query, sql: raw }: Database): Pick<ExperimentBook, Reads> {
  return {
    async list(siteId) {
      const rows = await persevere(() =>
        query
          .select()
          .from(experiments)
          .where(eq(experiments.siteId, siteId))
          .orderBy(desc(experiments.createdAt), desc(experiments.key)),
      );
      return rows.map(experimentOf);
    },
    async read(siteId, key) {
      const row = await rowOf(query, siteId, key);
      return row ? experimentOf(row) : null;
    },
    async changes(siteId, key) {
      const rows = await query
        .select({
          at: experimentChanges.at,
          by: experimentChanges.by,
          action: experimentChanges.action,
          detail: experimentChanges.detail,
        })
        .from(experimentChanges)
        .innerJoin(experiments, eq(experiments.id, experimentChanges.experimentId))
        .where(and(eq(experiments.siteId, siteId), eq(experiments.key, key)))
        .orderBy(asc(experimentChanges.id));
      return rows.map(({ at, action, ...change }) => ({
        ...change,
        at: at.toISOString(),
        action: action as ChangeAction,
      }));
    },
    async interacting(siteId, key) {
      const rows = await query
        .select()
        .from(experiments)
        .where(eq(experiments.siteId, siteId))
        .orderBy(asc(experiments.createdAt));
      const own = rows.find((row) => row.key === key);
      if (!own) return [];
      return rows
        .filter(
          (row) =>
            row !== own &&
            row.startedAt !== null &&
            shareVisitors(trafficOf(own), trafficOf(row)) &&
            overlapInTime(own, row),
        )
        .map((row) => row.key);
    },
    async countVisitors(experimentId) {
      const [row] = await query
        .select({ units: sql<number>`coalesce(sum(${experimentCounts.units}), 0)::double precision` })
        .from(experimentCounts)
        .where(
          and(eq(experimentCounts.experimentId, experimentId), eq(experimentCounts.standing, "counted")),
        );
      return row?.units ?? 0;
    },
    async defaultsOf(siteId) {
      const [site] = await persevere(() => query.select().from(sites).where(eq(sites.id, siteId)));
      if (!site) throw new Error(`no site ${siteId}`);
      return defaultsOf(site);
    },
    history: (siteId, decides) => siteHistory(raw, siteId, decides, new Date()),
  };
}

/** A draft counts as if it began now. */
function overlapInTime(a: ExperimentRow, b: ExperimentRow): boolean {
  const from = ({ startedAt }: ExperimentRow) => startedAt?.getTime() ?? Date.now();
  const until = ({ stoppedAt }: ExperimentRow) => stoppedAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return from(a) < until(b) && from(b) < until(a);
}
