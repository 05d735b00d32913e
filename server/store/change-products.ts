/** Changes to single products, as a shop pushes them. Who decides what a push means gets to see what is held, locked. */
import type { Sku } from "../catalog/product.ts";
import { applyDifference, findChanged, openStaging, stage } from "./apply-staged.ts";
import type { HeldProduct, ProductChange, ShopMark, ShopPatches } from "./catalog-records.ts";
import { type ProductRow, productColumns, recordOfRow, variantsOfProduct, wasOfRow } from "./catalog-rows.ts";
import type { Queries, Sql } from "./database.ts";
import { lockCatalog } from "./import-catalog.ts";
import { storableJson } from "./storable-json.ts";

export interface Decided<Result> {
  /** At most one of a product. */
  changes: ProductChange[];
  result: Result;
}

/**
 * Hands `decide` the products that are named, by their own or a variant's sku, with what was pushed of them before, and
 * writes what it decides: in one transaction, during which nobody else changes the catalog.
 */
export async function changeProducts<Result>(
  sql: Sql,
  siteId: string,
  skus: Sku[],
  decide: (held: HeldProduct[]) => Decided<Result>,
): Promise<Result> {
  const decided = await sql.begin(async (transaction) => {
    await openStaging(transaction);
    await lockCatalog(transaction, siteId);
    const { held, reviewHashes } = await holdProducts(transaction, siteId, skus);
    const { changes, result } = decide(held);
    await stage(
      transaction,
      changes.flatMap(({ record }) => record ?? []),
      reviewHashes,
    );
    await findChanged(transaction, siteId, "infinity");
    const [changed] = await transaction`select from changed limit 1`;
    if (changed !== undefined) await applyDifference(transaction, siteId);
    await writeMarks(transaction, siteId, changes);
    return { result };
  });
  return decided.result;
}

async function holdProducts(
  sql: Queries,
  siteId: string,
  skus: Sku[],
): Promise<{ held: HeldProduct[]; reviewHashes: Map<Sku, string> }> {
  const named = sql`jsonb_array_elements_text(${storableJson(skus)}::text::jsonb)`;
  const rows = await sql<(ProductRow & { content_hash: string })[]>`
    select ${productColumns(sql)}, ${variantsOfProduct(sql)} as variants, content_hash from products
    where site_id = ${siteId} and sku in (
      select value from ${named} union
      select product_sku from variants where site_id = ${siteId} and sku in (select value from ${named}))`;
  const found = rows.map(({ sku }) => sku);
  const marks = await sql<{ sku: Sku; version: string | null; patches: ShopPatches }[]>`
    select sku, version, patches from shop_versions
    where site_id = ${siteId} and sku in (
      select value from jsonb_array_elements_text(${storableJson([...skus, ...found])}::text::jsonb))`;
  const markOf = new Map<Sku, ShopMark>(
    marks.map(({ sku, version, patches }) => [
      sku,
      { version: version === null ? null : Number(version), patches },
    ]),
  );
  const recordOf = new Map(rows.map((row) => [row.sku, { ...recordOfRow(row), was: wasOfRow(row) }]));
  return {
    held: [...new Set([...recordOf.keys(), ...markOf.keys()])].map((sku) => ({
      sku,
      record: recordOf.get(sku) ?? null,
      mark: markOf.get(sku) ?? { version: null, patches: {} },
    })),
    reviewHashes: new Map(
      rows.flatMap(({ sku, content_hash }) => {
        const [, hash] = content_hash.split(":");
        return hash === undefined ? [] : [[sku, hash]];
      }),
    ),
  };
}

async function writeMarks(sql: Queries, siteId: string, changes: ProductChange[]): Promise<void> {
  const marks = changes.map(({ sku, mark }) => ({ sku, ...mark }));
  await sql`
    insert into shop_versions (site_id, sku, version, patches)
    select ${siteId}, sku, version, patches
    from jsonb_to_recordset(${storableJson(marks)}::text::jsonb) as row(sku text, version bigint, patches jsonb)
    on conflict (site_id, sku) do update set version = excluded.version, patches = excluded.patches`;
}
