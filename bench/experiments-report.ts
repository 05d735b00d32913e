/**
 * A report on a million exposures: three arms, five goals, behaviour before the exposure, on the embedded PostgreSQL. The visitors are
 * put into the tables in bulk; from there on, everything is done as the server does it.
 */
import { randomUUID } from "node:crypto";
import type { ExperimentPlan } from "../server/experiment/plan.ts";
import type { Look } from "../server/experiment/report/look.ts";
import { createExperimentReports } from "../server/insight/experiment-reports.ts";
import { openDatabase, type Sql } from "../server/store/database.ts";
import { openEmbedded } from "../server/store/embedded/open-embedded.ts";
import { openStore, type Store } from "../server/store/open-store.ts";
import { percentile, timed, timedRepeatedly } from "./measure.ts";
import { milliseconds, type Report } from "./report.ts";
import { inWorkplace } from "./workplace.ts";

export const EXPOSURES = 1_000_000;
const KEY = "who-leads";
const REPORTS = 20;
const NEW_OUTCOMES = 1_000;
/** An hour's looks of two weeks. */
const LOOKS = 14 * 24;

const PLAN: ExperimentPlan = {
  hypothesis: "An agent who leads sells more.",
  arms: [
    { key: "informational", name: "Informational", treatment: { mode: "informational" }, weight: 0.34 },
    { key: "sociable", name: "Sociable", treatment: { mode: "sociable" }, weight: 0.33 },
    { key: "quiet", name: "Quiet", treatment: { initiative: false }, weight: 0.33 },
  ],
  metrics: (["revenue", "conversion", "order-value", "cart-add", "card-click"] as const).map((metric) => ({
    metric,
    windowDays: 7,
  })),
  guardrails: (["dismissal", "complaint"] as const).map((metric) => ({
    metric,
    windowDays: 7,
    margin: 0.005,
  })),
  namespace: null,
  alpha: 0.05,
  minimumEffect: 20,
  power: 0.8,
  plannedVisitors: EXPOSURES,
  purchases: "signed",
  lookbackDays: 30,
};

export function measureExperimentsReport(exposures = EXPOSURES): Promise<Report> {
  return inWorkplace(async (workplace) => {
    const folder = workplace.folder();
    const store = await openStore({ dataDir: folder });
    workplace.atEnd(() => store.close());
    const embedded = await openEmbedded(folder, () => {});
    const { sql, close } = openDatabase({ ...embedded.connectionOptions, max: 2 });
    workplace.atEnd(async () => {
      await close();
      await embedded.release();
    });
    const site = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" });
    const experimentId = randomUUID();
    const seeding = await timed(() => seed(sql, site.siteId, experimentId, exposures));
    console.error(`seeded ${exposures} exposures in ${Math.round(seeding / 1_000)} s`);

    const pieces: number[] = [];
    for (let isMore = true; isMore; ) {
      pieces.push(await timed(async () => ({ isMore } = await store.experimentFigures.settle(site.siteId))));
      if (pieces.length % 50 === 0) console.error(`${pieces.length} pieces settled`);
    }
    const settling = pieces.reduce((sum, piece) => sum + piece, 0);
    const settled = await sumsOf(sql, experimentId);
    const recounting = await timed(() => store.experimentFigures.recount(experimentId));
    const isExact = settled === (await sumsOf(sql, experimentId));
    const news = await timeNews(sql, store, site.siteId, experimentId);
    const reading = await timeReports(store, site.siteId);
    const [row] = await sql<{ nonzero: string }[]>`
      select sum(non_zero)::text as nonzero from experiment_sums where experiment_id = ${experimentId} and metric = 'revenue'`;
    return {
      name: "experiments-report",
      title: "Reports on experiments",
      sections: [
        {
          title: "Reports",
          about: `${exposures.toLocaleString("en")} exposures, ${PLAN.arms.length} arms, ${PLAN.metrics.length} goals and ${PLAN.guardrails.length} guardrails, adjusted by what was bought before; ${row?.nonzero} buyers, whose largest thousandth is cut; ${LOOKS} looks before. Milliseconds, on the embedded PostgreSQL. To be had: 500 ms at the most.`,
          columns: ["report", "first", "p50", "p95", "count"],
          rows: reading,
        },
        {
          title: "Settling",
          about:
            "Working what was stored into the sums, as the server does it every five seconds. A piece is one transaction; exact means that the sums, the counts and the values are those of the count from scratch.",
          columns: ["what", "milliseconds"],
          rows: [
            ["100,000 visitors, first time", milliseconds((settling / exposures) * 100_000)],
            ["a piece, p50", milliseconds(percentile(pieces, 0.5))],
            ["a piece, p99", milliseconds(percentile(pieces, 0.99))],
            [`${NEW_OUTCOMES.toLocaleString("en")} new orders`, milliseconds(news)],
            ["count from scratch", milliseconds(recounting)],
            ["exact", isExact ? "yes" : "NO"],
          ],
        },
      ],
    };
  });
}

/** The same for the same tables, as text. */
async function sumsOf(sql: Sql, experimentId: string): Promise<string> {
  const sums =
    await sql`select * from experiment_sums where experiment_id = ${experimentId} order by arm, metric`;
  const counts =
    await sql`select * from experiment_counts where experiment_id = ${experimentId} order by arm, standing`;
  const values = await sql`
    select metric, arm, count(*)::text, sum(hashtextextended(visitor_id::text || value || coalesce(over_value, 0) || before_value, 0))::text
    from experiment_values where experiment_id = ${experimentId} group by metric, arm order by metric, arm`;
  return JSON.stringify([sums, counts, values]);
}

/** A thousand visitors of the experiment buy; how long until the figures hold it. */
async function timeNews(sql: Sql, store: Store, siteId: string, experimentId: string): Promise<number> {
  await sql`
    with chosen as (
      select visitor_id, exposed_at from experiment_units where experiment_id = ${experimentId} order by visitor_id limit ${NEW_OUTCOMES}
    ), bought as (
      insert into orders (site_id, order_id, visitor_id, placed_at, value, currency, signed)
      select ${siteId}, 'new-' || visitor_id, visitor_id, exposed_at + interval '1 hour', 4200, 'EUR', true from chosen
    )
    insert into unsettled_visitors (site_id, visitor_id) select ${siteId}, visitor_id from chosen`;
  return timed(() => store.experimentFigures.settle(siteId));
}

async function timeReports(store: Store, siteId: string): Promise<string[][]> {
  const reports = createExperimentReports({
    ledger: store.experimentFigures,
    book: store.experiments,
    now: () => new Date(),
  });
  const within = await timedRepeatedly({ warmUp: 0, count: REPORTS + 1 }, () => reports.report(siteId, KEY));
  const row = (name: string, [first = Number.NaN, ...others]: number[]) => [
    name,
    ...[first, percentile(others, 0.5), percentile(others, 0.95)].map(milliseconds),
    String(others.length),
  ];
  return [row("settled, read and judged", within)];
}

/** Two weeks of visitors, of whom some have bought before; amounts are lognormal, as those of shops are. */
async function seed(sql: Sql, siteId: string, experimentId: string, exposures: number): Promise<void> {
  await sql`
    insert into experiments (id, site_id, key, name, state, plan, seed, coverage, started_at)
    values (${experimentId}, ${siteId}, ${KEY}, 'Who leads', 'running', ${JSON.stringify(PLAN)}::text::jsonb, ${experimentId}, 1,
      now() - interval '14 days')`;
  await sql.begin(async (transaction) => {
    // What refers to what is right by construction, and need not be looked up a million times.
    await transaction`set local session_replication_role = replica`;
    await transaction`select setseed(0.5)`;
    await transaction`
      create temporary table people on commit drop as
      select gen_random_uuid() as id, nth,
        (array['informational', 'sociable', 'quiet'])[1 + floor(random() * 3)::integer] as arm,
        now() - random() * interval '14 days' as exposed_at, random() < 0.1 as knows_us, random() as luck
      from generate_series(1, ${exposures}) as nth`;
    await transaction`insert into visitors (id, site_id) select id, ${siteId} from people`;
    await transaction`
      insert into exposures (experiment_id, visitor_id, arm, at) select ${experimentId}, id, arm, exposed_at from people`;
    const amount = transaction`round(exp(8.3 + 0.9 * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())))::bigint`;
    await transaction`
      insert into orders (site_id, order_id, visitor_id, placed_at, value, currency, signed)
      select ${siteId}, 'before-' || nth, id, exposed_at - random() * interval '28 days', ${amount}, 'EUR', true
      from people where knows_us`;
    await transaction`
      insert into orders (site_id, order_id, visitor_id, placed_at, value, currency, signed)
      select ${siteId}, 'after-' || nth, id, exposed_at + random() * interval '2 days', ${amount}, 'EUR', true
      from people where luck < case when knows_us then 0.12 else 0.025 end + case when arm = 'sociable' then 0.003 else 0 end`;
    await transaction`
      insert into outcomes (visitor_id, signal_id, site_id, type, sku, value, at)
      select id, gen_random_uuid(), ${siteId}, signal.type, signal.sku, signal.value, exposed_at + random() * interval '1 hour'
      from people, lateral (values
        ('cart-add', 'a', null::float8, 0.1), ('card-view', 'a', null, 0.5), ('card-view', 'b', null, 0.3),
        ('card-click', 'a', null, 0.12), ('opening-dismiss', null, null, 0.02), ('satisfaction', null, 4, 0.01),
        ('turn-rate', null, -1, 0.004)
      ) as signal (type, sku, value, share)
      where random() < signal.share`;
    await transaction`insert into unsettled_visitors (site_id, visitor_id) select ${siteId}, id from people order by exposed_at`;
  });
  const looks = Array.from({ length: LOOKS }, (_, hour) => lookOf(hour));
  await sql`
    insert into experiment_looks (experiment_id, at, look)
    select ${experimentId}, (look ->> 'at')::timestamptz, look from jsonb_array_elements(${JSON.stringify(looks)}::text::jsonb) as look`;
  await sql`vacuum analyze`;
}

/** As large as a real one, and with nothing clear in it. */
function lookOf(hour: number): Look {
  const at = new Date(Date.now() - (LOOKS - hour + 1) * 3_600_000).toISOString();
  const of = (planned: { metric: ExperimentPlan["metrics"][number]["metric"] }[]) =>
    planned.flatMap(({ metric }) =>
      PLAN.arms
        .slice(1)
        .map(({ key }) => ({ metric, arm: key, difference: 0.001, low: -0.02, high: 0.022, p: 1 })),
    );
  const units = Object.fromEntries(PLAN.arms.map(({ key }) => [key, hour * 1_000]));
  return { at, units, metrics: of(PLAN.metrics), guardrails: of(PLAN.guardrails), mismatchP: 1 };
}
