/** Who could first notice which arm, and when [EXP-2]; and where a person belongs who has not [EXP-1]. */
import { type Occasion, type Person, placeVisitor, varies } from "../experiment/place-visitor.ts";
import type { Placement, RunningExperiment, Treatment } from "../experiment/plan.ts";
import type { ExposureDesk } from "../gateway/ports.ts";
import { persevere, type Queries, type Sql } from "./database.ts";
import { visitorsOfPerson } from "./persons.ts";
import { storableJson } from "./storable-json.ts";
import { unsettling } from "./unsettled.ts";

export function exposureDesk(sql: Sql): ExposureDesk {
  return {
    visit: (visitorId, experiments) =>
      persevere(async () => {
        const about = experiments.filter((experiment) => varies(experiment, "widget"));
        const { placements, treatment } = await placePerson(sql, visitorId, about, "visit");
        await expose(sql, visitorId, placements);
        return { widget: treatment.widget !== false };
      }),
    armsOf: (siteId, visitorId) =>
      persevere(async () => {
        const rows = await sql<{ experiment: string; arm: string }[]>`
          select key as experiment, first.arm from experiments, lateral (
            select arm from exposures
            where experiment_id = experiments.id and visitor_id in ${visitorsOfPerson(sql, sql`${visitorId}::uuid`)}
            order by at limit 1
          ) as first
          where site_id = ${siteId} and state in ('running', 'paused') order by started_at, id`;
        return [...rows];
      }),
  };
}

/** Reads nothing when there are no experiments. */
export async function placePerson(
  sql: Queries,
  visitorId: string,
  experiments: readonly RunningExperiment[],
  occasion: Occasion,
): Promise<{ placements: Placement[]; treatment: Treatment }> {
  if (experiments.length === 0) return { placements: [], treatment: {} };
  return placeVisitor(experiments, await readPerson(sql, visitorId), occasion);
}

/** Once per visitor and experiment: what was stored first stays. A stopped experiment takes nobody in any more. */
export async function expose(
  sql: Queries,
  visitorId: string,
  placements: readonly Placement[],
): Promise<void> {
  if (placements.length === 0) return;
  await sql`
    with exposed as (
      insert into exposures (experiment_id, visitor_id, arm, at)
      select experiments.id, ${visitorId}::uuid, placement.arm, clock_timestamp()
      from ${placementRows(sql, sql`${storableJson(placements)}::text::jsonb`)}
      on conflict do nothing returning experiment_id, visitor_id
    ), changed as (
      select site_id, visitor_id from exposed join experiments on experiments.id = experiment_id
    ), ${unsettling(sql, "changed")} select from exposed`;
}

/** The placements in a JSON column, with the experiments among them that take people in. */
export function placementRows(sql: Queries, placements: ReturnType<Sql>): ReturnType<Sql> {
  return sql`jsonb_to_recordset(${placements}) as placement("experimentId" uuid, arm text)
    join experiments on experiments.id = placement."experimentId" and experiments.state in ('running', 'paused')`;
}

async function readPerson(sql: Queries, visitorId: string): Promise<Person> {
  const rows = await sql<{ root: string; experiment: string | null; arm: string | null }[]>`
    select coalesce(visitor.alias_of, visitor.id) as root, experiment_id as experiment, arm
    from visitors as visitor
      left join exposures on exposures.visitor_id in ${visitorsOfPerson(sql, sql`${visitorId}::uuid`)}
    where visitor.id = ${visitorId} order by at`;
  const exposed = new Map<string, string>();
  for (const { experiment, arm } of rows)
    if (experiment !== null && arm !== null && !exposed.has(experiment)) exposed.set(experiment, arm);
  return { rootId: rows[0]?.root ?? visitorId, exposed };
}
