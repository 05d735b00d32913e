/** What products mean: vectors by product and model, and who makes them. */
import { randomUUID } from "node:crypto";
import type {
  EmbeddedBatch,
  EmbeddingLease,
  EmbeddingState,
  PendingProduct,
  VectorDesk,
} from "../semantic/ports.ts";
import { CATALOG_CHANNEL } from "./apply-staged.ts";
import { isoInstant, persevere, type Queries, type Sql } from "./database.ts";
import { storableJson } from "./storable-json.ts";

/** Rows fetched at a time. */
const BATCH = 2_000;

interface RunRow {
  state: EmbeddingState;
  stamp: number;
  code: string | null;
  message: string | null;
  at: string;
  is_leased: boolean;
}

export function vectorRepository(sql: Sql): VectorDesk {
  return {
    async begin(siteId, model, now, until) {
      const [row] = await persevere(
        () => sql<{ lease: string }[]>`
          insert into embedding_runs as held (site_id, model, state, lease, leased_until, at)
          values (${siteId}, ${model}, 'running', ${randomUUID()}, ${instant(until)}::text::timestamptz,
            ${instant(now)}::text::timestamptz)
          on conflict (site_id) do update set model = excluded.model, state = excluded.state, lease = excluded.lease,
            leased_until = excluded.leased_until, at = excluded.at, code = null, message = null
          where coalesce(held.leased_until <= excluded.at, true)
          returning lease`,
      );
      if (row === undefined) return null;
      const [held] = await persevere(
        () => sql<{ dimensions: number }[]>`
          select octet_length(vector) as dimensions from product_vectors
          where site_id = ${siteId} and model = ${model} limit 1`,
      );
      return { siteId, model, id: row.lease, dimensions: held?.dimensions ?? null };
    },
    pending: ({ siteId, model }, after, limit) => persevere(() => pending(sql, siteId, model, after, limit)),
    keep: (lease, batch, options) => persevere(() => keep(sql, lease, batch, options)),
    async forget({ siteId, model, id }) {
      await persevere(
        () => sql`
          delete from product_vectors where site_id = ${siteId} and model = ${model}
            and exists (select from embedding_runs where site_id = ${siteId} and lease = ${id})`,
      );
    },
    async finish({ siteId, model, id }, { state, trouble, now }) {
      await persevere(() =>
        sql.begin(async (transaction) => {
          const finished = await transaction`
            update embedding_runs set state = ${state}, lease = null, leased_until = null,
              code = ${trouble?.code ?? null}, message = ${trouble?.message ?? null},
              at = ${instant(now)}::text::timestamptz
            where site_id = ${siteId} and lease = ${id}`;
          if (finished.count === 0 || state !== "complete") return;
          await transaction`
            delete from product_vectors where site_id = ${siteId} and (model <> ${model} or not exists (
              select from products where products.site_id = product_vectors.site_id
                and products.sku = product_vectors.sku and hidden is null))`;
        }),
      );
    },
    async status(siteId, model, now) {
      const [counts] = await persevere(
        () => sql<{ products: number; embedded: number; pending: number }[]>`
          select count(*)::integer as products, count(held.sku)::integer as embedded,
            (count(*) filter (where held.content_hash is distinct from products.content_hash))::integer as pending
          from products ${withVectors(sql, model)} where products.site_id = ${siteId} and hidden is null`,
      );
      const [run] = await persevere(
        () => sql<RunRow[]>`
          select state, stamp, code, message, at,
            coalesce(leased_until > ${instant(now)}::text::timestamptz, false) as is_leased
          from embedding_runs where site_id = ${siteId} and model = ${model}`,
      );
      const { products = 0, embedded = 0, pending = 0 } = counts ?? {};
      return {
        model,
        // A process that died left its run behind.
        state: run === undefined || (run.state === "running" && !run.is_leased) ? "waiting" : run.state,
        products,
        embedded,
        pending,
        trouble: run?.code != null ? { code: run.code, message: run.message ?? "" } : null,
        at: run === undefined ? null : isoInstant(run.at),
      };
    },
    async read(siteId, model, since, onVectors) {
      const [run] = await persevere(
        () => sql<{ stamp: number }[]>`
          select stamp from embedding_runs where site_id = ${siteId} and model = ${model}`,
      );
      if (run === undefined) return 0;
      // A batch that is stored meanwhile may be read twice, and is never left out.
      const rows = sql<{ sku: string; vector: Uint8Array }[]>`
        select sku, vector from product_vectors
        where site_id = ${siteId} and model = ${model} and stamp > ${since}`.cursor(BATCH);
      for await (const batch of rows)
        onVectors(batch.map(({ sku, vector }) => ({ sku, vector: asSigned(vector) })));
      return run.stamp;
    },
  };
}

const instant = (date: Date) => date.toISOString();

const withVectors = (sql: Queries, model: string) => sql`
  left join product_vectors as held
    on held.site_id = products.site_id and held.sku = products.sku and held.model = ${model}`;

async function pending(
  sql: Sql,
  siteId: string,
  model: string,
  after: string,
  limit: number,
): Promise<PendingProduct[]> {
  type Row = PendingProduct["product"] & { sku: string; content_hash: string; text_hash: string | null };
  const rows = await sql<Row[]>`
    select products.sku, title, description, brand, categories, tags, attributes, products.content_hash, text_hash
    from products ${withVectors(sql, model)}
    where products.site_id = ${siteId} and products.sku > ${after} and hidden is null
      and held.content_hash is distinct from products.content_hash
    order by products.sku limit ${limit}`;
  return rows.map(({ sku, content_hash, text_hash, ...product }) => {
    return { sku, contentHash: content_hash, textHash: text_hash, product };
  });
}

async function keep(
  sql: Sql,
  { siteId, model, id }: EmbeddingLease,
  { vectors, same }: EmbeddedBatch,
  { until, announces }: { until: Date; announces: boolean },
): Promise<boolean> {
  return await sql.begin(async (transaction) => {
    // The row's lock keeps stamps in the order in which batches become visible.
    const [run] = await transaction<{ stamp: number }[]>`
      update embedding_runs set stamp = stamp + 1, leased_until = ${instant(until)}::text::timestamptz
      where site_id = ${siteId} and lease = ${id} returning stamp`;
    if (run === undefined) return false;
    const rows = vectors.map(({ vector, ...row }) => ({ ...row, vector: hexOf(vector) }));
    await transaction`
      insert into product_vectors (site_id, model, sku, text_hash, content_hash, vector, stamp)
      select ${siteId}, ${model}, sku, "textHash", "contentHash", decode(vector, 'hex'), ${run.stamp}
      from jsonb_to_recordset(${storableJson(rows)}::text::jsonb)
        as row(sku text, "textHash" text, "contentHash" text, vector text)
      on conflict (site_id, model, sku) do update set text_hash = excluded.text_hash,
        content_hash = excluded.content_hash, vector = excluded.vector, stamp = excluded.stamp`;
    await transaction`
      update product_vectors as held set content_hash = row."contentHash"
      from jsonb_to_recordset(${storableJson(same)}::text::jsonb) as row(sku text, "contentHash" text)
      where held.site_id = ${siteId} and held.model = ${model} and held.sku = row.sku`;
    if (announces) await transaction`select pg_notify(${CATALOG_CHANNEL}, ${siteId})`;
    return true;
  });
}

function hexOf(vector: Int8Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString("hex");
}

function asSigned(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
