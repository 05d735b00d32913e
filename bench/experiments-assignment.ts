/**
 * Whether assignment holds where it could break [EXP-1, EXP-2]: two nodes on one database, every visitor at both of them, and in the
 * middle one node is killed and started again while the ramp is opened. Counted is what was stored, not what was meant.
 */
import { createHash } from "node:crypto";
import type postgres from "postgres";
import type { RunningExperiment } from "../server/experiment/plan.ts";
import { checkRatio } from "../server/experiment/statistics/srm.ts";
import { openDatabase } from "../server/store/database.ts";
import { openEmbedded } from "../server/store/embedded/open-embedded.ts";
import { openStore } from "../server/store/open-store.ts";
import { startTestProcess, type TestProcess } from "../test/support/child-process.ts";
import { arm, startExperiment } from "../test/support/experiments.ts";
import type { Report } from "./report.ts";
import { inWorkplace } from "./workplace.ts";

const NODE = new URL("assignment-node.ts", import.meta.url);
const BATCH = 500;
/** Before the ramp is opened. */
const COVERAGE_AT_FIRST = 0.5;

export interface AssignmentCounts {
  visitors: number;
  /** Milliseconds for both visits of all. */
  tookMs: number;
  experiments: {
    key: string;
    /** Exposed visitors by arm, in the plan's order, and the weights. */
    arms: { key: string; weight: number; exposed: number }[];
    /** Of chi-square, against the weights. */
    p: number;
    exposed: number;
    /** Visitors whose conversations and exposure do not all name one arm. */
    inTwoArms: number;
    /** Exposures beyond one per visitor. */
    repeated: number;
    /** Visitors given an arm in a conversation with a turn, and no exposure. */
    missed: number;
  }[];
  /** Visitors in both of two experiments that share a namespace. */
  inBothExclusive: number;
}

export async function measureAssignment(visitors = 100_000): Promise<Report> {
  const counts = await inWorkplace((workplace) => assignVisitors(visitors, workplace.folder()));
  const { experiments, inBothExclusive, tookMs } = counts;
  return {
    name: "experiments-assignment",
    title: "Assignment and exposure",
    sections: [
      {
        title: `${visitors.toLocaleString("en")} visitors at two nodes`,
        about: `Each visitor opens a conversation at either node, and the agent speaks in both. In the middle of the first round one node is killed with its requests under way and started again, and the coverage grows from ${COVERAGE_AT_FIRST} to 1. Both rounds took ${Math.round(tookMs / 1_000)} s. In both of two experiments that exclude each other: ${inBothExclusive} visitors.`,
        columns: [
          "experiment",
          "exposed by arm (weight)",
          "p of the split",
          "in two arms",
          "exposed twice",
          "not exposed",
        ],
        rows: experiments.map(({ key, arms, p, inTwoArms, repeated, missed }) => [
          key,
          arms.map((each) => `${each.key} ${each.exposed.toLocaleString("en")} (${each.weight})`).join(", "),
          p.toFixed(3),
          ...[inTwoArms, repeated, missed].map(String),
        ]),
      },
    ],
  };
}

/** On an embedded PostgreSQL in the folder. */
export async function assignVisitors(count: number, dataDir: string): Promise<AssignmentCounts> {
  const store = await openStore({ dataDir });
  const { connectionOptions, release } = await openEmbedded(dataDir, () => {});
  const { sql, close } = openDatabase({ ...connectionOptions, max: 2 });
  const nodes: TestProcess[] = [];
  try {
    const keys = await store.sites.create({ name: "Shop", origins: [], currency: "USD" });
    const ids = Array.from({ length: count }, (_, at) => visitorId(at));
    await sql`
      insert into visitors (id, site_id) select value::uuid, ${keys.siteId}
      from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)`;
    const experiments = await startExperiments(sql, keys.siteId);
    const startNode = async () => {
      const node = startTestProcess(NODE, [dataDir, keys.siteKey]);
      nodes.push(node);
      await node.nextLine();
      return node;
    };
    let [left, right] = await Promise.all([startNode(), startNode()]);

    const startedAt = performance.now();
    const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, at) =>
      ids.slice(at * BATCH, (at + 1) * BATCH),
    );
    const middle = Math.floor(batches.length / 2);
    await visitAll(batches.slice(0, middle), left, right, false);
    // The node dies with requests under way; its visitors' pages ask again.
    const [cutOff = [], ...rest] = batches.slice(middle);
    left.write(JSON.stringify({ visitors: cutOff, fresh: false }));
    await until(sql, keys.siteId, cutOff);
    await Promise.all([left.kill(), sql`update experiments set coverage = 1 where site_id = ${keys.siteId}`]);
    left = await startNode();
    await visitAll([cutOff, ...rest], left, right, false);
    await visitAll(batches, right, left, true);
    const tookMs = performance.now() - startedAt;
    await Promise.all([left.end(), right.end()]);
    return { visitors: count, tookMs, ...(await countAll(sql, experiments)) };
  } finally {
    await Promise.all(nodes.map((node) => node.kill()));
    await close();
    await release();
    await store.close();
  }
}

async function startExperiments(sql: postgres.Sql, siteId: string): Promise<RunningExperiment[]> {
  const coverage = COVERAGE_AT_FIRST;
  const tone = await startExperiment(sql, siteId, {
    ...{ key: "tone", seed: "tone", coverage },
    arms: [
      arm("sociable", {}, 0.5),
      arm("informational", { mode: "informational" }, 0.3),
      arm("nobody", { mode: "informational" }, 0),
      arm("other", { mode: "sociable" }, 0.2),
    ],
  });
  const exclusive = [];
  for (const [key, start, end] of [
    ["planner", 0, 0.6],
    ["rules", 0.6, 1],
  ] as const) {
    const arms = [arm("site"), arm(key, { policy: key })];
    exclusive.push(
      await startExperiment(sql, siteId, {
        key,
        seed: key,
        coverage,
        arms,
        namespace: { id: "policies", start, end },
      }),
    );
  }
  return [tone, ...exclusive];
}

/** As random as any, and the same in every run: so are the figures. */
function visitorId(at: number): string {
  const hex = createHash("sha256").update(`visitor ${at}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Batches in turn to the two nodes, so that the second round brings everybody to the other one. */
async function visitAll(
  batches: string[][],
  even: TestProcess,
  odd: TestProcess,
  fresh: boolean,
): Promise<void> {
  const serve = async (node: TestProcess, own: string[][]) => {
    for (const visitors of own) {
      node.write(JSON.stringify({ visitors, fresh }));
      await node.nextLine();
    }
  };
  await Promise.all([
    serve(
      even,
      batches.filter((_, at) => at % 2 === 0),
    ),
    serve(
      odd,
      batches.filter((_, at) => at % 2 === 1),
    ),
  ]);
}

/** Some of them, and not all, have a conversation. */
async function until(sql: postgres.Sql, siteId: string, visitors: string[]): Promise<void> {
  for (;;) {
    const [row] = await sql<{ served: number }[]>`
      select count(*)::integer as served from conversations
      where site_id = ${siteId} and visitor_id in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(visitors)}::text::jsonb))`;
    if ((row?.served ?? 0) > 0) return;
  }
}

async function countAll(
  sql: postgres.Sql,
  experiments: RunningExperiment[],
): Promise<Pick<AssignmentCounts, "experiments" | "inBothExclusive">> {
  const counted = [];
  for (const { id, key, arms } of experiments) {
    const byArm = await sql<{ arm: string; exposed: number; rows: number }[]>`
      select arm, count(distinct visitor_id)::integer as exposed, count(*)::integer as rows
      from exposures where experiment_id = ${id} group by arm`;
    const [odd] = await sql<{ crossed: number; missed: number }[]>`
      with given as (
        select visitor_id, placement ->> 'arm' as arm, turns > 0 as spoken
        from conversations, jsonb_array_elements(placements) as placement
        where placement ->> 'experimentId' = ${id}
      ), seen as (
        select visitor_id, arm from given union all select visitor_id, arm from exposures where experiment_id = ${id}
      )
      select
        (select count(*)::integer from (
          select visitor_id from seen group by visitor_id having count(distinct arm) > 1) as crossing) as crossed,
        (select count(distinct visitor_id)::integer from given where spoken and not exists (
          select from exposures where experiment_id = ${id} and exposures.visitor_id = given.visitor_id)) as missed`;
    const table = arms.map((each) => {
      const exposed = byArm.find((row) => row.arm === each.key)?.exposed ?? 0;
      return { key: each.key, weight: each.weight, exposed };
    });
    const exposed = byArm.reduce((sum, row) => sum + row.exposed, 0);
    counted.push({
      ...{ key, arms: table, exposed },
      p: checkRatio(
        table.map((each) => each.exposed),
        arms.map(({ weight }) => weight),
      ).p,
      inTwoArms: odd?.crossed ?? -1,
      repeated: byArm.reduce((sum, row) => sum + row.rows, 0) - exposed,
      missed: odd?.missed ?? -1,
    });
  }
  const [, first, second] = experiments;
  const [both] = await sql<{ count: number }[]>`
    select count(*)::integer as count from exposures as one join exposures as other using (visitor_id)
    where one.experiment_id = ${first?.id ?? ""} and other.experiment_id = ${second?.id ?? ""}`;
  return { experiments: counted, inBothExclusive: both?.count ?? -1 };
}
