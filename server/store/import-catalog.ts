/** Imports: one transaction each, on a connection of its own. */
import { randomUUID } from "node:crypto";
import {
  applyDifference,
  type Comparison,
  compareStaged,
  type Difference,
  leavingExamples,
  openStaging,
  settlePushes,
  stage,
} from "./apply-staged.ts";
import type {
  CatalogRecord,
  HeldBack,
  ImportCounts,
  ImportOptions,
  ImportRecord,
  ImportState,
} from "./catalog-records.ts";
import { type ConnectionOptions, isoInstant, openDatabase, type Queries, type Sql } from "./database.ts";
import type { ImportTurns } from "./import-turns.ts";
import { isUuid } from "./visitor-repository.ts";

/** Nothing is seen of an import before `commit`, and nothing ever after `abort`. */
export interface CatalogImport {
  id: string;
  put(records: CatalogRecord[]): Promise<void>;
  /** With `held` in the answer nothing was applied: the import waits to be confirmed [CAT-2]. */
  commit(): Promise<ImportCounts>;
  /** What `commit` would answer, without doing it; ends the import like `abort`. */
  rehearse(): Promise<ImportCounts>;
  abort(): Promise<void>;
}

/** More than this part of the visible products does not go without somebody who confirms it. */
const MAX_SHRINK = 0.3;
/** Of a site, the records of finished imports that are kept. */
const RECORDS_KEPT = 200;

/** Waits for another import of the same site; pushes go on until this one is applied. */
export async function openCatalogImport(
  connection: ConnectionOptions,
  turns: ImportTurns,
  siteId: string,
  { replace = false, maxShrink = MAX_SHRINK, source = "import" }: ImportOptions = {},
): Promise<CatalogImport> {
  const { sql, close } = await connectInTurn(connection, turns, siteId);
  const id = randomUUID();
  let startedAt: string;
  try {
    await openStaging(sql);
    await sql`begin`;
    startedAt = await takeTurn(sql, siteId);
  } catch (error) {
    await close();
    throw error;
  }
  const work = (sure: boolean) =>
    applyImport(sql, { id, siteId, replaces: replace, asOf: startedAt, source, maxShrink, keeps: sure });
  return {
    id,
    put: (records) => stage(sql, records),
    async commit() {
      try {
        const counts = await work(true);
        await sql`commit`;
        return counts;
      } finally {
        await close();
      }
    },
    async rehearse() {
      try {
        return await work(false);
      } finally {
        await close();
      }
    },
    // The transaction ends with its connection.
    abort: close,
  };
}

/** A connection for one import, which gives the turn up when it closes. */
async function connectInTurn(
  connection: ConnectionOptions,
  turns: ImportTurns,
  siteId: string,
): Promise<{ sql: Sql; close: () => Promise<void> }> {
  const end = await turns.take(siteId);
  const { sql, close } = openDatabase({ ...connection, max: 1, idle_timeout: 0, max_lifetime: null });
  return { sql, close: () => close().finally(end) };
}

/** The site's imports go one after the other; each begins when the one before it has ended. */
async function takeTurn(sql: Queries, siteId: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`overture import ${siteId}`}, 0))`;
  const [site] = await sql<
    { now: string }[]
  >`select clock_timestamp() as now from sites where id = ${siteId}`;
  if (site === undefined) throw new Error(`no site ${siteId}`);
  return site.now;
}

/** While this is held, nobody else changes the site's catalog. */
export async function lockCatalog(sql: Queries, siteId: string): Promise<void> {
  const [site] = await sql`select id from sites where id = ${siteId} for no key update`;
  if (site === undefined) throw new Error(`no site ${siteId}`);
}

interface StagedImport extends Comparison {
  id: string;
  source: string;
  maxShrink: number;
  /** Whether the outcome is going to be committed; a rehearsal only counts. */
  keeps: boolean;
}

async function applyImport(sql: Queries, staged: StagedImport): Promise<ImportCounts> {
  await sql`analyze staged`;
  await lockCatalog(sql, staged.siteId);
  const difference = await compareStaged(sql, staged);
  const { counts, visible, leaving } = difference;
  const isHeld = leaving > visible * staged.maxShrink;
  if (isHeld) {
    const held = await describeHeld(sql, staged, difference);
    if (staged.keeps) await keepHeld(sql, staged, { ...counts, held });
    return { ...counts, held };
  }
  if (!staged.keeps) return counts;
  const changes = counts.added + counts.updated + (counts.removed ?? 0);
  if (changes > 0) {
    await applyDifference(sql, staged.siteId);
    await settlePushes(sql, staged.siteId);
  }
  await supersede(sql, staged);
  await record(sql, staged, { state: "applied", counts });
  return counts;
}

async function describeHeld(
  sql: Queries,
  { id, siteId }: StagedImport,
  { visible, leaving, counts }: Difference,
): Promise<HeldBack> {
  const examples = await leavingExamples(sql, siteId);
  const { removed = 0 } = counts;
  const percent = Math.round((leaving / visible) * 100);
  const what =
    removed === leaving
      ? "are missing from it"
      : removed === 0
        ? "would be hidden by it"
        : `would go: ${removed} are missing from it, ${leaving - removed} would be hidden by it`;
  const message =
    `${leaving} of ${visible} products, ${percent} %, ${what} ` +
    `(for example ${examples.join(", ")}). Nothing was changed until the import is confirmed.`;
  return { id, leaving, visible, examples, message };
}

async function keepHeld(sql: Queries, staged: StagedImport, counts: ImportCounts): Promise<void> {
  await supersede(sql, staged);
  await record(sql, staged, {
    state: "held",
    counts,
    code: "import/held",
    message: counts.held?.message ?? null,
  });
  await sql`
    insert into held_records (import_id, sku, content_hash, hidden, record)
    select ${staged.id}, sku, content_hash, hidden, record from staged`;
}

/** A newer import takes the place of one that waits, if it speaks for the whole catalog or comes from the same source. */
async function supersede(sql: Queries, { id, siteId, replaces, source }: StagedImport): Promise<void> {
  await sql`
    update catalog_imports set state = 'rejected', message = 'a newer import took its place', finished_at = clock_timestamp()
    where site_id = ${siteId} and state = 'held' and id <> ${id} and (${replaces} or source = ${source})`;
  await forgetHeldRecords(sql, siteId);
}

async function forgetHeldRecords(sql: Queries, siteId: string): Promise<void> {
  await sql`
    delete from held_records using catalog_imports
    where import_id = id and site_id = ${siteId} and state <> 'held'`;
}

interface Outcome {
  state: ImportState;
  counts: ImportCounts | null;
  code?: string | null;
  message?: string | null;
}

async function record(
  sql: Queries,
  {
    id,
    siteId,
    source,
    replaces,
    asOf,
  }: Pick<StagedImport, "id" | "siteId" | "source" | "replaces" | "asOf">,
  { state, counts, code = null, message = null }: Outcome,
): Promise<void> {
  await sql`
    insert into catalog_imports (id, site_id, state, source, replaces, counts, code, message, started_at, finished_at)
    values (${id}, ${siteId}, ${state}, ${source}, ${replaces}, ${counts === null ? null : JSON.stringify(counts)}::text::jsonb,
      ${code}, ${message}, ${asOf}::text::timestamptz, clock_timestamp())`;
  await sql`
    delete from catalog_imports where site_id = ${siteId} and state <> 'held' and id in (
      select id from catalog_imports where site_id = ${siteId} order by finished_at desc offset ${RECORDS_KEPT})`;
}

export interface FailedImport {
  id: string;
  source: string;
  replaces: boolean;
  code: string;
  message: string;
}

/** Remembers that an import came to nothing, and why. */
export async function recordFailure(sql: Queries, siteId: string, failed: FailedImport): Promise<void> {
  const [now] = await sql<{ now: string }[]>`select clock_timestamp() as now`;
  const staged = { ...failed, siteId, asOf: now?.now ?? new Date().toISOString() };
  await record(sql, staged, { state: "failed", counts: null, ...failed });
}

export async function recordRejected(sql: Queries, importId: string, rejected: number): Promise<void> {
  await sql`update catalog_imports set rejected = ${rejected} where id = ${importId}`;
}

/** Applies what was held back, as it was read then; null when the site has no such import waiting. */
export async function confirmImport(
  connection: ConnectionOptions,
  turns: ImportTurns,
  siteId: string,
  importId: string,
): Promise<ImportCounts | null> {
  if (!isUuid(importId)) return null;
  const { sql, close } = await connectInTurn(connection, turns, siteId);
  try {
    await openStaging(sql);
    await sql`begin`;
    await takeTurn(sql, siteId);
    await lockCatalog(sql, siteId);
    const [held] = await sql<{ replaces: boolean; started_at: string }[]>`
      select replaces, started_at from catalog_imports
      where id = ${importId} and site_id = ${siteId} and state = 'held' for update`;
    if (held === undefined) return null;
    await sql`insert into staged select sku, content_hash, hidden, record from held_records where import_id = ${importId}`;
    await sql`analyze staged`;
    const { counts } = await compareStaged(sql, { siteId, replaces: held.replaces, asOf: held.started_at });
    await applyDifference(sql, siteId);
    await settlePushes(sql, siteId);
    await sql`
      update catalog_imports set state = 'applied', counts = ${JSON.stringify(counts)}::text::jsonb, code = null,
        message = null, finished_at = clock_timestamp() where id = ${importId}`;
    await forgetHeldRecords(sql, siteId);
    await sql`commit`;
    return counts;
  } finally {
    await close();
  }
}

/** False when the site has no such import waiting. */
export async function discardImport(sql: Sql, siteId: string, importId: string): Promise<boolean> {
  if (!isUuid(importId)) return false;
  return await sql.begin(async (transaction) => {
    const discarded = await transaction`
      update catalog_imports set state = 'rejected', message = 'discarded', finished_at = clock_timestamp()
      where id = ${importId} and site_id = ${siteId} and state = 'held'`;
    await transaction`delete from held_records where import_id = ${importId}`;
    return discarded.count > 0;
  });
}

/** Newest first. */
export async function listImports(sql: Queries, siteId: string, limit: number): Promise<ImportRecord[]> {
  const rows = await sql<
    (Omit<ImportRecord, "startedAt" | "finishedAt"> & { started_at: string; finished_at: string })[]
  >`
    select id, state, source, replaces, counts, rejected, code, message, started_at, finished_at from catalog_imports
    where site_id = ${siteId} order by finished_at desc, id limit ${limit}`;
  return rows.map(({ started_at, finished_at, ...row }) => ({
    ...row,
    startedAt: isoInstant(started_at),
    finishedAt: isoInstant(finished_at),
  }));
}
