/** One action on an experiment: locked, checked, carried out and written down in one transaction. */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { ChangeAction, Experiment } from "../experiment/ports.ts";
import { type Outcome, refused } from "../experiment/refusal.ts";
import type { Database } from "./database.ts";
import { type ExperimentRow, experimentOf, type SiteRow } from "./experiment-rows.ts";
import { experimentChanges, experiments, sites } from "./schema.ts";
import { SETTLING_LOCK } from "./settle-experiments.ts";
import type { Transaction } from "./ship-arm.ts";
import { storableJson, storableText } from "./storable-json.ts";

const UNDER_WAY = ["running", "paused"] as const;

/** What an action has changed; written down with who did it. */
export interface Deed {
  action: ChangeAction;
  set: Partial<typeof experiments.$inferInsert>;
  detail?: Record<string, unknown>;
}

/** Of two actions at once on experiments of a site, the second one begins when the first has ended. */
export function withExperiment<Result extends object>(
  query: Database["query"],
  siteId: string,
  key: string,
  work: (transaction: Transaction, row: ExperimentRow, site: SiteRow) => Promise<Outcome<Result>>,
): Promise<Outcome<Result>> {
  return query.transaction(async (transaction) => {
    const locked = await lock(transaction, siteId, key);
    if (!locked)
      return refused(
        "experiment/unknown",
        `The site has no experiment “${key}”; overture experiment list shows those it has.`,
      );
    return work(transaction, locked.row, locked.site);
  });
}

/** Conversations that begin meanwhile are not held up: they only need the site to stay. */
export async function lock(
  transaction: Transaction,
  siteId: string,
  key: string,
): Promise<{ site: SiteRow; row: ExperimentRow } | null> {
  const [site] = await transaction.select().from(sites).where(eq(sites.id, siteId)).for("no key update");
  const row = await rowOf(transaction, siteId, key);
  return site && row ? { site, row } : null;
}

export async function rowOf(
  query: Pick<Transaction, "select">,
  siteId: string,
  key: string,
): Promise<ExperimentRow | null> {
  const [row] = await query
    .select()
    .from(experiments)
    .where(and(eq(experiments.siteId, siteId), eq(experiments.key, storableText(key))));
  return row ?? null;
}

export function underWay(query: Pick<Transaction, "select">, siteId: string): Promise<ExperimentRow[]> {
  return query
    .select()
    .from(experiments)
    .where(and(eq(experiments.siteId, siteId), inArray(experiments.state, UNDER_WAY)))
    .orderBy(asc(experiments.startedAt), asc(experiments.key));
}

export function isUnderWay({ state }: ExperimentRow): boolean {
  return state === "running" || state === "paused";
}

export async function carryOut(
  transaction: Transaction,
  id: string,
  by: string,
  { action, set, detail = {} }: Deed,
): Promise<Experiment> {
  const [row] = await transaction.update(experiments).set(set).where(eq(experiments.id, id)).returning();
  if (!row) throw new Error("a locked experiment is there");
  await write(transaction, id, by, action, detail);
  return experimentOf(row);
}

/**
 * The instant, by the clock that outcomes are stored by, from which on nothing counts. To the end of the transaction nothing is settled,
 * so that nothing that comes after the instant is in the figures already when the others learn of it.
 */
export async function holdFigures(transaction: Transaction, siteId: string): Promise<Date> {
  await transaction.execute(
    sql`select pg_advisory_xact_lock(hashtext(${SETTLING_LOCK}), hashtext(${siteId}))`,
  );
  // Not a moment before what is settled: a date here holds no microseconds.
  const [row] = await transaction.execute<{ at: number }>(
    sql`select ceil(extract(epoch from clock_timestamp()) * 1000)::double precision as at`,
  );
  if (!row) throw new Error("the database has a clock");
  return new Date(row.at);
}

export async function write(
  transaction: Transaction,
  experimentId: string,
  by: string,
  action: ChangeAction,
  detail: Record<string, unknown>,
): Promise<void> {
  await transaction
    .insert(experimentChanges)
    .values({ experimentId, by: storableText(by), action, detail: storable(detail) });
}

export function storable<Value>(value: Value): Value {
  return JSON.parse(storableJson(value));
}
