/** Products for a merchant to look through: as they stand, shown or hidden. */
import type { ProductCounts, ProductPage, ProductRecord, ProductSearch } from "./catalog-records.ts";
import { productRecordJson } from "./catalog-rows.ts";
import type { Sql } from "./database.ts";
import { storableText } from "./storable-json.ts";

const REASONS = 20;
const WORDS = 8;

export async function countProducts(sql: Sql, siteId: string): Promise<ProductCounts> {
  const rows = await sql<{ hidden: string | null; count: number }[]>`
    select hidden, count(*)::integer as count from products where site_id = ${siteId}
    group by hidden order by count(*) desc, hidden`;
  const hidden = rows.flatMap(({ hidden: reason, count }) => (reason === null ? [] : [{ reason, count }]));
  return {
    visible: rows.find((row) => row.hidden === null)?.count ?? 0,
    hidden: hidden.reduce((sum, { count }) => sum + count, 0),
    hiddenBecause: hidden.slice(0, REASONS),
  };
}

export async function searchProducts(
  sql: Sql,
  siteId: string,
  { query, hidden, after, limit }: ProductSearch,
): Promise<ProductPage> {
  const patterns = storableText(query)
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, WORDS)
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const rows = await sql<{ record: ProductRecord }[]>`
    select ${productRecordJson(sql)} as record from products
    where site_id = ${siteId} and sku > ${storableText(after)} and (hidden is not null) = ${hidden}
      and concat_ws(' ', title, brand, sku, categories::text) ilike all (array(
        select jsonb_array_elements_text(${JSON.stringify(patterns)}::text::jsonb)))
    order by sku limit ${limit + 1}`;
  const products = rows.slice(0, limit).map(({ record }) => record);
  return { products, next: rows.length > limit ? (products.at(-1)?.sku ?? null) : null };
}
