/** Catalogs on their way into memory: whole and streamed, or only what changed. */
import type { Product, Review, Sku } from "../catalog/product.ts";
import type { Catalog, CatalogChanges, ProductRecord, ProductState } from "./catalog-records.ts";
import {
  type ProductRow,
  productColumns,
  productOfRow,
  productRecordJson,
  variantsOfProduct,
} from "./catalog-rows.ts";
import { isoInstant, type Sql } from "./database.ts";
import { isNotRemoved, readImportedReviews } from "./review-rows.ts";
import { storableText } from "./storable-json.ts";

/** Rows fetched at a time. */
const BATCH = 2_000;
/** A running index takes up this many changes; beyond, building it anew is quicker. */
const CHANGES_LIMIT = 2_000;

/**
 * Hands over every visible product by sku, then the reviews of visible products, in batches from one snapshot: an import
 * that commits in between is not half seen. The next batch is fetched when the callback has resolved, so memory holds
 * one batch at a time.
 */
export async function readCatalog(
  sql: Sql,
  siteId: string,
  onProducts: (products: Product[]) => void | Promise<void>,
  onReviews: (reviews: Review[]) => void | Promise<void>,
): Promise<{ version: number }> {
  return await sql.begin("isolation level repeatable read read only", async (transaction) => {
    const [site] = await transaction`select catalog_version from sites where id = ${siteId}`;
    const products = transaction<ProductRow[]>`
      select ${productColumns(sql)}, ${variantsOfProduct(sql)} as variants
      from products where site_id = ${siteId} and hidden is null order by sku`;
    await products.cursor(BATCH, (rows) => onProducts(rows.map(productOfRow)));
    const reviews = transaction<Review[]>`
      select id, product_sku as sku, author, reviews.rating, text, at from reviews
      join products on products.site_id = reviews.site_id and products.sku = product_sku and hidden is null
      where reviews.site_id = ${siteId} and ${isNotRemoved(sql)} order by product_sku, place`;
    await reviews.cursor(BATCH, (rows) => onReviews(rows.map(reviewOfRow)));
    await readImportedReviews(transaction, siteId, onReviews);
    return { version: Number(site?.catalog_version ?? 0) };
  });
}

export async function loadCatalog(sql: Sql, siteId: string): Promise<Catalog> {
  const products: Product[] = [];
  const reviews: Review[] = [];
  const { version } = await readCatalog(
    sql,
    siteId,
    (batch) => {
      for (const product of batch) products.push(product);
    },
    (batch) => {
      for (const review of batch) reviews.push(review);
    },
  );
  return { version, products, reviews };
}

/** Null when too much changed to be worth fetching piece by piece, or when the version is none that the catalog had. */
export async function changesSince(
  sql: Sql,
  siteId: string,
  version: number,
): Promise<CatalogChanges | null> {
  return await sql.begin("isolation level repeatable read read only", async (transaction) => {
    const [site] = await transaction`select catalog_version from sites where id = ${siteId}`;
    const current = Number(site?.catalog_version ?? 0);
    if (version > current) return null;
    const rows = await transaction<ProductRow[]>`
      select ${productColumns(sql)}, ${variantsOfProduct(sql)} as variants from products
      where site_id = ${siteId} and changed_in > ${version} limit ${CHANGES_LIMIT + 1}`;
    if (rows.length > CHANGES_LIMIT) return null;
    const reviews = await transaction<Review[]>`
      select id, product_sku as sku, author, reviews.rating, text, at from reviews
      join products on products.site_id = reviews.site_id and products.sku = product_sku and hidden is null
      where reviews.site_id = ${siteId} and ${isNotRemoved(sql)} and changed_in > ${version}
      order by product_sku, place`;
    const ofFiles: Review[] = [];
    await readImportedReviews(transaction, siteId, (batch) => void ofFiles.push(...batch), version);
    return {
      version: current,
      products: rows.filter(({ hidden }) => hidden === null).map(productOfRow),
      reviews: [...reviews.map(reviewOfRow), ...ofFiles],
      gone: rows.filter(({ hidden }) => hidden !== null).map(({ sku }) => sku),
    };
  });
}

/** The product as it was in one of its versions, or as it is now; null when there was no such version. */
export async function productAt(
  sql: Sql,
  siteId: string,
  sku: Sku,
  version: number | null,
): Promise<ProductState | null> {
  const stored = storableText(sku);
  const [row] = await sql<{ record: ProductRecord; valid_from: string; valid_until: string | null }[]>`
    select ${productRecordJson(sql)} as record, changed_at as valid_from, null as valid_until from products
    where site_id = ${siteId} and sku = ${stored} and version = coalesce(${version}::integer, version)
    union all
    select record, valid_from, valid_until from product_versions
    where site_id = ${siteId} and sku = ${stored} and version = ${version}`;
  if (row === undefined) return null;
  const { record, valid_from, valid_until } = row;
  return {
    record,
    from: isoInstant(valid_from),
    until: valid_until === null ? null : isoInstant(valid_until),
  };
}

function reviewOfRow({ id, sku, author, rating, text, at }: Review): Review {
  return { id, sku, author, rating: Number(rating), text, at };
}
