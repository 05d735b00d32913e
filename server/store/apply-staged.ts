/**
 * Makes a site's catalog what was staged. Runs inside a transaction that holds the site's row, in these temporary
 * tables: `staged` (what was put), `changed` (the skus of it that differ from what is held) and `leaving` (visible
 * products that a replacing import leaves out). They are emptied when the transaction ends.
 */
import { createHash } from "node:crypto";
import type { Review, Variant } from "../catalog/product.ts";
import type { CatalogRecord, ImportCounts } from "./catalog-records.ts";
import { productRecordJson } from "./catalog-rows.ts";
import type { Queries } from "./database.ts";
import { storableJson } from "./storable-json.ts";

/** Told with the id of each site whose catalog changed. */
export const CATALOG_CHANNEL = "overture_catalog";

const NO_LONGER_LISTED = "no longer in the feed";
const EXAMPLES = 5;

export type StagedRecord = Omit<CatalogRecord, "reviews"> & { reviews: Review[] | null };

/** Temporary tables last as long as their connection, so that a push need not make them anew each time. */
export async function openStaging(sql: Queries): Promise<void> {
  await sql.unsafe(`
    create temporary table if not exists staged (
      sku text primary key, content_hash text not null, hidden text, record jsonb not null) on commit delete rows;
    create temporary table if not exists changed (
      sku text primary key, added boolean not null) on commit delete rows;
    create temporary table if not exists leaving (sku text primary key) on commit delete rows`);
}

/**
 * Fails when a sku was staged before. Records whose reviews are null need the hash of the reviews there are, by sku.
 */
export async function stage(
  sql: Queries,
  records: StagedRecord[],
  reviewHashes: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const rows = records.map((record) => ({
    sku: record.sku,
    content_hash: hashOf(record, record.reviews === null ? reviewHashes.get(record.sku) : undefined),
    hidden: record.hidden,
    record,
  }));
  await sql`insert into staged select * from jsonb_to_recordset(${storableJson(rows)}::text::jsonb)
    as row(sku text, content_hash text, hidden text, record jsonb)`;
}

export interface Comparison {
  siteId: string;
  replaces: boolean;
  /** What was changed after this instant was changed by something newer than what is staged, and stays. */
  asOf: string;
}

/** What applying would do, worked out into `changed` and `leaving`. */
export interface Difference {
  counts: ImportCounts;
  /** Visible products before, and how many of them would not be after, left out or hidden. */
  visible: number;
  leaving: number;
}

/** Fills `changed`. */
export async function findChanged(sql: Queries, siteId: string, asOf: string): Promise<void> {
  await sql`
    insert into changed select staged.sku, products.sku is null from staged
    left join products on products.site_id = ${siteId} and products.sku = staged.sku
    where products.content_hash is distinct from staged.content_hash
      and coalesce(products.changed_at <= ${asOf}::text::timestamptz, true)`;
}

export async function compareStaged(
  sql: Queries,
  { siteId, replaces, asOf }: Comparison,
): Promise<Difference> {
  await findChanged(sql, siteId, asOf);
  if (replaces) {
    await sql`
      insert into leaving select sku from products
      where site_id = ${siteId} and hidden is null and changed_at <= ${asOf}::text::timestamptz
        and not exists (select from staged where staged.sku = products.sku)`;
  }
  const [row] = await sql<
    Record<"staged" | "hidden" | "changed" | "added" | "removed" | "veiled" | "visible", number>[]
  >`
    select
      (select count(*)::integer from staged) as staged,
      (select count(hidden)::integer from staged) as hidden,
      (select count(*)::integer from changed) as changed,
      (select count(*)::integer from changed where added) as added,
      (select count(*)::integer from leaving) as removed,
      (select count(*)::integer from changed join staged using (sku)
        join products on products.site_id = ${siteId} and products.sku = changed.sku and products.hidden is null
        where staged.hidden is not null) as veiled,
      (select count(*)::integer from products where site_id = ${siteId} and hidden is null) as visible`;
  if (row === undefined) throw new Error("counting gave no row");
  const { staged, hidden, changed, added, removed, veiled, visible } = row;
  return {
    counts: {
      added,
      updated: changed - added,
      unchanged: staged - changed,
      hidden,
      ...(replaces && { removed }),
    },
    visible,
    leaving: removed + veiled,
  };
}

/** A few of the products that would go, those that are left out first. */
export async function leavingExamples(sql: Queries, siteId: string): Promise<string[]> {
  const rows = await sql<{ sku: string }[]>`
    (select sku from leaving order by sku limit ${EXAMPLES})
    union all
    (select sku from changed join staged using (sku)
      where staged.hidden is not null and exists (
        select from products where site_id = ${siteId} and products.sku = changed.sku and products.hidden is null)
      order by sku limit ${EXAMPLES})
    limit ${EXAMPLES}`;
  return rows.map(({ sku }) => sku);
}

/**
 * Writes `changed` and `leaving` under the catalog's next version, which it gives, and tells whoever listens, with the
 * commit.
 */
export async function applyDifference(sql: Queries, siteId: string): Promise<number> {
  const [site] = await sql<{ catalog_version: number }[]>`
    update sites set catalog_version = catalog_version + 1 where id = ${siteId} returning catalog_version`;
  if (site === undefined) throw new Error(`no site ${siteId}`);
  // Nobody gathers statistics of temporary tables; without them one product is looked up by reading all variants.
  await sql`analyze staged, changed, leaving`;
  await keepVersions(sql, siteId);
  await writeProducts(sql, siteId, site.catalog_version);
  await writeVariants(sql, siteId);
  await writeReviews(sql, siteId);
  // Delivered with the commit, and not at all without it.
  await sql`select pg_notify(${CATALOG_CHANNEL}, ${siteId})`;
  return site.catalog_version;
}

/**
 * What an import says of a product is newer than everything pushed of it before: the pushed stock and prices are over,
 * and how far the pushes had come is remembered, so that one that is late stays late [CAT-1].
 */
export async function settlePushes(sql: Queries, siteId: string): Promise<void> {
  await sql`
    update shop_versions set patches = '{}', version = greatest(version, (
      select max((part ->> 'version')::bigint)
      from jsonb_each(patches) as named(sku, patch), jsonb_each(patch) as parts(kind, part)))
    from changed where site_id = ${siteId} and shop_versions.sku = changed.sku`;
}

/** The state that is about to be superseded, for whoever asks what a claim was made from [CAT-3]. */
async function keepVersions(sql: Queries, siteId: string): Promise<void> {
  await sql`
    insert into product_versions (site_id, sku, version, record, valid_from, valid_until)
    select site_id, sku, version, ${productRecordJson(sql)}, changed_at, clock_timestamp() from products
    where site_id = ${siteId} and sku in (
      select sku from changed where not added union all select sku from leaving)`;
}

async function writeProducts(sql: Queries, siteId: string, catalogVersion: number): Promise<void> {
  await sql`
    insert into products (site_id, sku, title, description, brand, categories, tags, url, image_url, price_minor,
      was_minor, currency, in_stock, attributes, rating_value, rating_count, popularity, hidden, content_hash,
      changed_in, changed_at)
    select ${siteId}, staged.sku, r.title, r.description, r.brand, r.categories, r.tags, r.url, r."imageUrl",
      (r.price ->> 'minor')::bigint, (r.was ->> 'minor')::bigint, r.price ->> 'currency', r."inStock", r.attributes,
      (r.rating ->> 'value')::double precision, (r.rating ->> 'count')::integer, r.popularity, staged.hidden, content_hash,
      ${catalogVersion}, clock_timestamp()
    from changed join staged using (sku), jsonb_to_record(record) as r(title text, description text, brand text,
      categories jsonb, tags jsonb, url text, "imageUrl" text, price jsonb, was jsonb, "inStock" boolean,
      attributes jsonb, rating jsonb, popularity double precision)
    on conflict (site_id, sku) do update set
      title = excluded.title, description = excluded.description, brand = excluded.brand,
      categories = excluded.categories, tags = excluded.tags, url = excluded.url, image_url = excluded.image_url,
      price_minor = excluded.price_minor, was_minor = excluded.was_minor, currency = excluded.currency,
      in_stock = excluded.in_stock, attributes = excluded.attributes, rating_value = excluded.rating_value,
      rating_count = excluded.rating_count, popularity = excluded.popularity, hidden = excluded.hidden,
      content_hash = excluded.content_hash, changed_in = excluded.changed_in, changed_at = excluded.changed_at,
      version = products.version + 1`;
  // Without a hash, whatever the shop says of it next is a change that shows it again.
  await sql`
    update products set hidden = ${NO_LONGER_LISTED}, content_hash = '', version = version + 1,
      changed_in = ${catalogVersion}, changed_at = clock_timestamp()
    from leaving where site_id = ${siteId} and products.sku = leaving.sku`;
}

async function writeVariants(sql: Queries, siteId: string): Promise<void> {
  await sql`delete from variants using changed where site_id = ${siteId} and product_sku = changed.sku and not added`;
  await sql`
    insert into variants (site_id, product_sku, place, sku, options, price_minor, currency, in_stock)
    select ${siteId}, changed.sku, place, variant ->> 'sku', variant -> 'options', (variant #>> '{price,minor}')::bigint,
      variant #>> '{price,currency}', (variant -> 'inStock')::boolean
    from changed join staged using (sku), jsonb_array_elements(record -> 'variants') with ordinality as v(variant, place)`;
}

/** A push that says nothing of reviews has null for them, and those there are stay. */
async function writeReviews(sql: Queries, siteId: string): Promise<void> {
  await sql`
    delete from reviews using changed, staged
    where site_id = ${siteId} and product_sku = changed.sku and not added
      and staged.sku = changed.sku and jsonb_typeof(record -> 'reviews') = 'array'`;
  await sql`
    insert into reviews (site_id, product_sku, place, id, author, rating, text, at)
    select ${siteId}, changed.sku, place, review ->> 'id', review ->> 'author', (review -> 'rating')::double precision,
      review ->> 'text', review ->> 'at'
    from changed join staged using (sku), jsonb_array_elements(
      case jsonb_typeof(record -> 'reviews') when 'array' then record -> 'reviews' else '[]' end)
      with ordinality as v(review, place)`;
}

/**
 * The same for the same content, wherever it comes from: fields in an order of its own, because `jsonb` keeps none.
 * The reviews have a part to themselves, which `reviewsHash` carries over when a push leaves them alone.
 */
function hashOf(record: StagedRecord, reviewsHash?: string): string {
  const content = [
    record.title,
    record.description,
    record.brand,
    record.categories,
    record.tags,
    record.url,
    record.imageUrl,
    record.price?.minor,
    record.price?.currency,
    record.was?.minor,
    record.inStock,
    record.attributes.map(({ name, value, number, unit }) => [name, value, number, unit]),
    record.variants.map(variantContent),
    record.rating?.value,
    record.rating?.count,
    record.popularity,
    record.hidden,
  ];
  const reviews = (record.reviews ?? []).map(({ id, author, rating, text, at }) => [
    id,
    author,
    rating,
    text,
    at,
  ]);
  return `${digest(content)}:${reviewsHash ?? digest(reviews)}`;
}

function variantContent({ sku, options, price, inStock }: Variant): unknown[] {
  return [sku, options.map(({ name, value }) => [name, value]), price.minor, price.currency, inStock];
}

function digest(content: unknown[]): string {
  return createHash("sha256").update(storableJson(content)).digest("base64").slice(0, 22);
}
