/** Catalogs on their way into memory: whole and streamed, or only what changed. */
import type { Product, Review, Sku, Variant } from "../catalog/product.ts";
import type { Catalog, CatalogChanges, ProductRecord, ProductState } from "./catalog-records.ts";
import {
  type ProductRow,
  productColumns,
  productOfRow,
  productRecordJson,
  variantsOfProduct,
} from "./catalog-rows.ts";
import { isoInstant, type Queries, type Sql } from "./database.ts";
import { isNotRemoved, readImportedReviews } from "./review-rows.ts";
import { storableText } from "./storable-json.ts";

/** Rows fetched at a time. */
const BATCH = 2_000;
/** A running index takes up this many changes; beyond, building it anew is quicker. */
const CHANGES_LIMIT = 2_000;

/**
 * Hands over every visible product by sku, then the reviews of visible products, in batches from one snapshot: an import
 * that commits in between is not half seen. Memory holds two batches, the one that is taken up and the next.
 */
export async function readCatalog(
  sql: Sql,
  siteId: string,
  onProducts: (products: Product[]) => void | Promise<void>,
  onReviews: (reviews: Review[]) => void | Promise<void>,
): Promise<{ version: number }> {
  return await sql.begin("isolation level repeatable read read only", async (transaction) => {
    const [site] = await transaction`select catalog_version from sites where id = ${siteId}`;
    await readProducts(transaction, siteId, onProducts);
    await readReviews(transaction, siteId, onReviews);
    await readImportedReviews(transaction, siteId, onReviews);
    return { version: Number(site?.catalog_version ?? 0) };
  });
}

/** Pages of products and of their variants, merged here: half the time of a subquery for the variants of each row. */
async function readProducts(
  sql: Queries,
  siteId: string,
  onProducts: (products: Product[]) => void | Promise<void>,
): Promise<void> {
  const page = (after: Sku) => sql<Omit<ProductRow, "variants">[]>`
    select ${productColumns(sql)} from products
    where site_id = ${siteId} and sku > ${after} and hidden is null order by sku limit ${BATCH}`;
  let after = "";
  await eachPage(page(after), async (rows) => {
    const last = rows.at(-1)?.sku ?? after;
    const variants = sql<(VariantRow & { product_sku: Sku })[]>`
      select product_sku, sku, options, price_minor, currency, in_stock from variants
      where site_id = ${siteId} and product_sku > ${after} and product_sku <= ${last} order by product_sku, place`.execute();
    after = last;
    const next = rows.length < BATCH ? null : page(after).execute();
    return {
      next,
      async takeUp() {
        const variantsOf = new Map<Sku, Variant[]>();
        for (const row of await variants) {
          const siblings = variantsOf.get(row.product_sku);
          if (siblings) siblings.push(variantOfRow(row));
          else variantsOf.set(row.product_sku, [variantOfRow(row)]);
        }
        await onProducts(
          rows.map((row) => productOfRow({ ...row, variants: variantsOf.get(row.sku) ?? null })),
        );
      },
    };
  });
}

async function readReviews(
  sql: Queries,
  siteId: string,
  onReviews: (reviews: Review[]) => void | Promise<void>,
): Promise<void> {
  type Row = Review & { place: number };
  const page = (sku: Sku, place: number) => sql<Row[]>`
    select id, product_sku as sku, place, author, reviews.rating, text, at from reviews
    join products on products.site_id = reviews.site_id and products.sku = product_sku and hidden is null
    where reviews.site_id = ${siteId} and ${isNotRemoved(sql)} and (product_sku, place) > (${sku}, ${place})
    order by product_sku, place limit ${BATCH}`;
  await eachPage(page("", 0), async (rows) => {
    const last = rows.at(-1);
    const next = rows.length < BATCH || !last ? null : page(last.sku, last.place).execute();
    return { next, takeUp: async () => onReviews(rows.map(reviewOfRow)) };
  });
}

/** Takes up one page while the database works on the next. */
async function eachPage<Row>(
  first: PromiseLike<Row[]>,
  open: (rows: Row[]) => Promise<{ next: PromiseLike<Row[]> | null; takeUp(): Promise<void> }>,
): Promise<void> {
  let coming: PromiseLike<Row[]> | null = first;
  while (coming !== null) {
    const rows: Row[] = await coming;
    const { next, takeUp } = await open(rows);
    // If taking up fails, nobody waits for the next page any more, and its own failure is no news.
    next?.then(null, () => {});
    if (rows.length > 0) await takeUp();
    coming = next;
  }
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

interface VariantRow {
  sku: Sku;
  options: Variant["options"];
  price_minor: string;
  currency: string;
  in_stock: boolean;
}

function variantOfRow({ sku, options, price_minor, currency, in_stock }: VariantRow): Variant {
  return { sku, options, price: { minor: Number(price_minor), currency }, inStock: in_stock };
}

function reviewOfRow({ id, sku, author, rating, text, at }: Review): Review {
  return { id, sku, author, rating: Number(rating), text, at };
}
