/**
 * Copies what simulated shoppers did, under new ids and spread over the days before, until so many turns are stored: the talks
 * are real ones, and only how many and when is made up.
 */
import type postgres from "postgres";
import { openDatabase, type Queries } from "../../server/store/database.ts";
import { openEmbedded } from "../../server/store/embedded/open-embedded.ts";

export interface CopyOptions {
  siteId: string;
  /** Stored in the end, those that were held among them. */
  turns: number;
  /** Over how many days, today the last. */
  days: number;
  /** For how many of the last days the running experiments have run. */
  experimentDays: number;
}

/** How many turns there are then. */
export async function copyTalks(
  dataDir: string,
  { siteId, turns, days, experimentDays }: CopyOptions,
): Promise<number> {
  const embedded = await openEmbedded(dataDir, () => {});
  const { sql, close } = openDatabase({ ...embedded.connectionOptions, max: 1 });
  try {
    await sql.begin(async (transaction) => {
      await startedEarlier(transaction, siteId, experimentDays);
      await planCopies(transaction, { siteId, turns, days });
      await copyAll(transaction, siteId);
    });
    // As it would have been done meanwhile, had they come one by one.
    await sql`vacuum analyze`;
    const [row] = await sql<{ turns: number }[]>`
      select count(*)::integer as turns from decisions where site_id = ${siteId}`;
    return row?.turns ?? 0;
  } finally {
    await close();
    embedded.release();
  }
}

async function startedEarlier(sql: Queries, siteId: string, days: number): Promise<void> {
  await sql`
    update experiments set started_at = started_at - make_interval(days => ${days}::integer),
      created_at = created_at - make_interval(days => ${days}::integer)
    where site_id = ${siteId}`;
  await sql`
    update experiment_changes set at = at - make_interval(days => ${days}::integer)
    where experiment_id in (select id from experiments where site_id = ${siteId})`;
}

/** `copies`: which visitor is copied as whom, and how much earlier; more of them to the more recent days, and to the day than to the night. */
async function planCopies(
  sql: Queries,
  { siteId, turns, days }: Pick<CopyOptions, "siteId" | "turns" | "days">,
): Promise<void> {
  await sql`select setseed(0.5)`;
  await sql`
    create temporary table copies on commit drop as
    with held as (
      select visitors.id, created_at, coalesce(sum(conversations.turns), 0) as turns
      from visitors left join conversations on conversations.visitor_id = visitors.id
      where visitors.site_id = ${siteId} group by visitors.id
    ), many as (
      select held.*, sum(held.turns) over (order by nth, random()) as so_far
      from held, generate_series(1, (select ceil(${turns}::float8 / greatest(sum(turns), 1))::integer from held)) as nth
    )
    select id as origin, gen_random_uuid() as visitor_id, created_at - (
      date_trunc('day', now()) - make_interval(days => ceil(${days}::integer * power(random(), 1.2))::integer)
      + interval '15 hours' + (random() + random() - 1) * interval '9 hours'
    ) as shift
    from many where so_far <= ${turns}::float8 - (select sum(turns) from held)`;
  await sql`create index on copies (origin)`;
  await sql`
    create temporary table talks on commit drop as
    select conversations.id as origin, gen_random_uuid() as id, copies.visitor_id, copies.shift
    from conversations join copies on copies.origin = conversations.visitor_id`;
  await sql`create index on talks (origin)`;
  await sql`analyze copies`;
  await sql`analyze talks`;
}

type Expressions = Record<string, string>;

async function copyAll(sql: Queries, siteId: string): Promise<void> {
  const shifted = (...columns: string[]): Expressions =>
    Object.fromEntries(columns.map((column) => [column, `source.${column} - copy.shift`]));
  const ofVisitor = { visitor_id: "copy.visitor_id" };
  const ofTalk = { conversation_id: "copy.id" };
  const newOrder = { order_id: "source.order_id || '-' || copy.visitor_id" };
  const byVisitor = "join copies as copy on copy.origin = source.visitor_id";
  const byTalk = "join talks as copy on copy.origin = source.conversation_id";
  const copy = (table: string, join: string, expressions: Expressions) =>
    copyRows(sql, table, `${join}`, expressions);

  await copy("visitors", "join copies as copy on copy.origin = source.id", {
    ...shifted("created_at"),
    id: "copy.visitor_id",
    // A signed-in shopper is one visitor only.
    user_id: "null",
  });
  // Before an experiment has started nobody is in it.
  const [first] = await sql<{ at: string | null }[]>`
    select min(started_at)::text as at from experiments where site_id = ${siteId}`;
  const begun = `source.opened_at - copy.shift >= '${first?.at ?? "infinity"}'::timestamptz`;
  await copy("conversations", "join talks as copy on copy.origin = source.id", {
    ...shifted("opened_at", "last_event_at", "closed_at", "learned_at"),
    ...ofVisitor,
    id: "copy.id",
    placements: `case when ${begun} then source.placements else '[]' end`,
  });
  await copy("events", byTalk, { ...shifted("at"), ...ofTalk, ...ofVisitor });
  await copy("decisions", byTalk, { ...shifted("at"), ...ofTalk });
  await copy("content_gaps", byTalk, { ...shifted("at"), ...ofTalk });
  await copy("outcomes", byVisitor, {
    ...shifted("at"),
    ...ofVisitor,
    ...newOrder,
    conversation_id:
      "(select id from talks where talks.origin = source.conversation_id and talks.visitor_id = copy.visitor_id)",
  });
  await copy("orders", byVisitor, { ...shifted("placed_at", "cancelled_at"), ...ofVisitor, ...newOrder });
  await copy(
    "order_refunds",
    `join orders as bought using (site_id, order_id) join copies as copy on copy.origin = bought.visitor_id`,
    { ...shifted("at"), ...newOrder },
  );
  await copy(
    "exposures",
    `${byVisitor} join experiments on experiments.id = source.experiment_id
      and source.at - copy.shift >= experiments.started_at`,
    { ...shifted("at"), ...ofVisitor },
  );
}

/** All columns that are not worked out by the database, as they are but for the expressions. */
async function copyRows(sql: Queries, table: string, join: string, expressions: Expressions): Promise<void> {
  const columns = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`;
  const names = columns.map(({ name }) => name);
  for (const name of Object.keys(expressions))
    if (!names.includes(name)) throw new Error(`${table} has no ${name}`);
  const values = names.map((name) => expressions[name] ?? `source.${name}`);
  await run(
    sql,
    `insert into ${table} (${names.join(", ")}) select ${values.join(", ")} from ${table} as source ${join}`,
  );
}

function run(sql: Queries, statement: string): Promise<unknown> {
  return (sql as unknown as postgres.Sql).unsafe(statement);
}
