/** Reviews of files: taken in, matched to products, listed and removed. What changes the catalog raises its version. */
import { createHash } from "node:crypto";
import type { Sku } from "../catalog/product.ts";
import type {
  ImportedReview,
  MatchableProduct,
  MatchReferences,
  ProductReference,
  ReviewCounts,
} from "../catalog/reviews/imported-review.ts";
import { CATALOG_CHANNEL } from "./apply-staged.ts";
import { type ConnectionOptions, openDatabase, persevere, type Queries, type Sql } from "./database.ts";
import { catalogReviewId } from "./review-rows.ts";
import { storableJson, storableText } from "./storable-json.ts";

/** Nothing is seen of an import before `commit`, and nothing ever after `abort`. */
export interface ReviewImport {
  put(reviews: ImportedReview[]): Promise<void>;
  commit(): Promise<ReviewCounts>;
  /** What `commit` would answer, without doing it; ends the import like `abort`. */
  rehearse(): Promise<ReviewCounts>;
  abort(): Promise<void>;
}

export interface ListedReview {
  id: string;
  source: string;
  /** Null while its product is not in the catalog. */
  sku: Sku | null;
  matchedBy: string | null;
  reference: ProductReference | null;
  author: string;
  rating: number;
  title: string;
  text: string;
  at: string;
  verified: boolean | null;
  helpful: number;
}

/** By the id that `list` shows, or by who wrote it: the hash of a full name or e-mail address, and the name itself. */
export type ReviewSelection = { id: string } | { authorKey: string | null; name: string };

export interface ReviewRepository {
  openImport(siteId: string, matchReferences: MatchReferences): Promise<ReviewImport>;
  /** Looks for the products of reviews that have none; resolves to how many were found. */
  match(siteId: string, matchReferences: MatchReferences): Promise<number>;
  /** By product, the newest first; those without a product last. */
  list(siteId: string, only: { sku?: Sku; limit: number }): Promise<ListedReview[]>;
  /** For good: no later import brings them back. Resolves to their ids. */
  remove(siteId: string, which: ReviewSelection): Promise<string[]>;
}

/** Products looked at in one go while reviews are matched. */
const PRODUCTS_BATCH = 2_000;

export function reviewRepository(sql: Sql, connection: ConnectionOptions): ReviewRepository {
  return {
    openImport: (siteId, matchReferences) => openReviewImport(connection, siteId, matchReferences),
    match: (siteId, matchReferences) =>
      persevere(() =>
        sql.begin(async (transaction) => {
          const [waiting] =
            await transaction`select 1 from imported_reviews where ${unmatched(sql, siteId)} limit 1`;
          if (waiting === undefined) return 0;
          await openStaging(transaction, siteId);
          const found = await matchUnmatched(transaction, siteId, matchReferences);
          await touchCatalog(transaction, siteId);
          return found;
        }),
      ),
    list: (siteId, only) => persevere(() => listReviews(sql, siteId, only)),
    remove: (siteId, which) =>
      persevere(() =>
        sql.begin(async (transaction) => {
          await openStaging(transaction, siteId);
          const ids = await removeReviews(transaction, siteId, which);
          await touchCatalog(transaction, siteId);
          return ids;
        }),
      ),
  };
}

/** Waits for another change of the site's reviews. */
async function openReviewImport(
  connection: ConnectionOptions,
  siteId: string,
  matchReferences: MatchReferences,
): Promise<ReviewImport> {
  const database = openDatabase({ ...connection, max: 1, idle_timeout: 0, max_lifetime: null });
  const { sql } = database;
  try {
    await sql`begin`;
    await openStaging(sql, siteId);
  } catch (error) {
    await database.close();
    throw error;
  }
  const apply = async (): Promise<ReviewCounts> => {
    const counts = await applyReviews(sql, siteId);
    await matchUnmatched(sql, siteId, matchReferences);
    await touchCatalog(sql, siteId);
    return { ...counts, unmatched: await unmatchedOfImport(sql, siteId) };
  };
  return {
    put: (reviews) => stageReviews(sql, reviews),
    async commit() {
      try {
        const counts = await apply();
        await sql`commit`;
        return counts;
      } finally {
        await database.close();
      }
    },
    async rehearse() {
      try {
        return await apply();
      } finally {
        await database.close();
      }
    },
    // The transaction ends with its connection.
    abort: () => database.close(),
  };
}

/**
 * `staged_reviews` holds what was put, `touched` the products whose reviews change. The lock keeps two changes of one
 * site's reviews apart; imports of products go on.
 */
async function openStaging(sql: Queries, siteId: string): Promise<void> {
  await sql.unsafe(`
    create temporary table if not exists staged_reviews (
      id text primary key, row integer not null, content_hash text not null, review jsonb not null) on commit drop;
    create temporary table if not exists touched (sku text primary key) on commit drop`);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`overture reviews ${siteId}`}, 0))`;
}

/** Where an id occurs twice in a file, the last counts. */
async function stageReviews(sql: Queries, reviews: ImportedReview[]): Promise<void> {
  const rows = new Map(
    reviews.map((review) => {
      const { row, ...content } = review;
      const hash = createHash("sha256").update(storableJson(content)).digest("base64");
      return [review.id, { id: review.id, row, content_hash: hash, review }];
    }),
  );
  await sql`
    insert into staged_reviews select * from jsonb_to_recordset(${storableJson([...rows.values()])}::text::jsonb)
      as row(id text, row integer, content_hash text, review jsonb)
    on conflict (id) do update set
      row = excluded.row, content_hash = excluded.content_hash, review = excluded.review`;
}

async function applyReviews(sql: Queries, siteId: string): Promise<Omit<ReviewCounts, "unmatched">> {
  const [counts] = await sql<{ staged: number; added: number; updated: number }[]>`
    select count(*)::integer as staged, (count(*) filter (where held.id is null))::integer as added,
      (count(*) filter (where held.content_hash <> staged_reviews.content_hash and removed_at is null))::integer as updated
    from staged_reviews left join imported_reviews held on held.site_id = ${siteId} and held.id = staged_reviews.id`;
  if (counts === undefined) throw new Error("counting gave no row");
  await sql`
    insert into touched select distinct product_sku from imported_reviews held join staged_reviews using (id)
    where site_id = ${siteId} and product_sku is not null and removed_at is null
      and held.content_hash <> staged_reviews.content_hash
    on conflict do nothing`;
  await sql`
    insert into imported_reviews as held (site_id, id, source, reference, author, author_keys, rating, title, text, at,
      verified, language, helpful, content_hash)
    select ${siteId}, staged_reviews.id, r.source, r.reference, r.author,
      array(select jsonb_array_elements_text(r."authorKeys")), r.rating, r.title, r.text, r.at, r.verified, r.language,
      r.helpful, content_hash
    from staged_reviews, jsonb_to_record(review) as r(source text, reference jsonb, author text, "authorKeys" jsonb,
      rating double precision, title text, text text, at text, verified boolean, language text, helpful integer)
    on conflict (site_id, id) do update set
      source = excluded.source, reference = excluded.reference, author = excluded.author,
      author_keys = excluded.author_keys, rating = excluded.rating, title = excluded.title, text = excluded.text,
      at = excluded.at, verified = excluded.verified, language = excluded.language, helpful = excluded.helpful,
      content_hash = excluded.content_hash,
      product_sku = case when held.reference = excluded.reference then held.product_sku end,
      matched_by = case when held.reference = excluded.reference then held.matched_by end
    where held.content_hash <> excluded.content_hash and held.removed_at is null`;
  if (counts.updated > 0)
    await sql`
      insert into touched select distinct product_sku from imported_reviews join staged_reviews using (id)
      where site_id = ${siteId} and product_sku in (select sku from touched)
      on conflict do nothing`;
  const { staged, added, updated } = counts;
  return { added, updated, unchanged: staged - added - updated };
}

/** Reviews whose product is not, or no longer, to be seen. */
const unmatched = (sql: Queries, siteId: string) => sql`
  site_id = ${siteId} and removed_at is null and source <> 'catalog' and not exists (
    select from products where products.site_id = ${siteId} and products.sku = product_sku and hidden is null)`;

/** One pass over the products, whatever the number of reviews: memory grows with the products that reviews name. */
async function matchUnmatched(
  sql: Queries,
  siteId: string,
  matchReferences: MatchReferences,
): Promise<number> {
  const waiting = await sql<{ reference: ProductReference }[]>`
    select distinct reference from imported_reviews where ${unmatched(sql, siteId)}`;
  if (waiting.length === 0) return 0;
  const references = waiting.map(({ reference }) => reference);
  const matcher = matchReferences(references);
  const products = sql<(Omit<MatchableProduct, "variantSkus"> & { variant_skus: string[] })[]>`
    select sku, title, brand, url, coalesce((
      select jsonb_agg(variants.sku) from variants
      where variants.site_id = products.site_id and product_sku = products.sku), '[]') as variant_skus
    from products where site_id = ${siteId} and hidden is null`;
  await products.cursor(PRODUCTS_BATCH, (rows) => {
    for (const { sku, title, brand, url, variant_skus } of rows)
      matcher.see({ sku, title, brand, url, variantSkus: variant_skus });
  });
  const matches = matcher.matches().flatMap((match, place) => {
    const reference = references[place];
    return match === null || reference === undefined ? [] : [{ reference, ...match }];
  });
  const found = await sql`
    update imported_reviews set product_sku = match.sku, matched_by = match.by
    from jsonb_to_recordset(${storableJson(matches)}::text::jsonb) as match(reference jsonb, sku text, by text)
    where ${unmatched(sql, siteId)} and imported_reviews.reference = match.reference`;
  await sql`
    insert into touched select distinct sku
    from jsonb_to_recordset(${storableJson(matches)}::text::jsonb) as match(sku text)
    on conflict do nothing`;
  return found.count;
}

async function unmatchedOfImport(sql: Queries, siteId: string): Promise<ReviewCounts["unmatched"]> {
  return await sql<{ row: number; reference: string }[]>`
    select row, coalesce(reference ->> 'sku', reference ->> 'handle', reference ->> 'title', reference ->> 'url',
      reference ->> 'productId') as reference
    from staged_reviews join imported_reviews using (id)
    where site_id = ${siteId} and product_sku is null and removed_at is null order by row`.then((rows) =>
    rows.map(({ row, reference }) => ({ row, reference })),
  );
}

/** Gives the products whose reviews changed the catalog's next version, and tells whoever listens, with the commit. */
async function touchCatalog(sql: Queries, siteId: string): Promise<void> {
  const [touched] = await sql`select 1 from touched limit 1`;
  if (touched === undefined) return;
  const [site] = await sql<{ catalog_version: number }[]>`
    update sites set catalog_version = catalog_version + 1 where id = ${siteId} returning catalog_version`;
  if (site === undefined) throw new Error(`no site ${siteId}`);
  await sql`
    update products set changed_in = ${site.catalog_version} from touched
    where site_id = ${siteId} and products.sku = touched.sku`;
  await sql`select pg_notify(${CATALOG_CHANNEL}, ${siteId})`;
}

async function listReviews(
  sql: Sql,
  siteId: string,
  { sku, limit }: { sku?: Sku; limit: number },
): Promise<ListedReview[]> {
  const only = sku === undefined ? sql`` : sql`and product_sku = ${storableText(sku)}`;
  return await sql<ListedReview[]>`
    select id, source, product_sku as sku, matched_by as "matchedBy", reference, author, rating, title, text, at,
      verified, helpful
    from imported_reviews where site_id = ${siteId} and removed_at is null ${only}
    union all
    select ${catalogReviewId(sql)}, 'catalog', product_sku, null, null, author, rating, '', text, at, null, 0
    from reviews where site_id = ${siteId} ${only}
    order by sku nulls last, at desc, id limit ${limit}`.then((rows) => [...rows]);
}

/** Keeps the ids and nothing of what was said. */
async function removeReviews(sql: Queries, siteId: string, which: ReviewSelection): Promise<string[]> {
  const isMeant =
    "id" in which
      ? sql`id = ${which.id}`
      : sql`(author_keys @> array[${which.authorKey ?? "nobody"}] or (author <> '' and author = ${which.name}))`;
  const removed = await sql<{ id: string; product_sku: string | null }[]>`
    update imported_reviews set removed_at = now(), author = '', author_keys = '{}', title = '', text = '', at = ''
    where site_id = ${siteId} and removed_at is null and ${isMeant} returning id, product_sku`;
  const isMeantInCatalog =
    "id" in which ? sql`${catalogReviewId(sql)} = ${which.id}` : sql`lower(author) = lower(${which.name})`;
  const ofCatalog = await sql<{ id: string; product_sku: string }[]>`
    with gone as (
      delete from reviews where site_id = ${siteId} and ${isMeantInCatalog}
      returning ${catalogReviewId(sql)} as id, product_sku)
    insert into imported_reviews (site_id, id, source, reference, product_sku, author, author_keys, rating, title, text,
      at, helpful, content_hash, removed_at)
    select ${siteId}, id, 'catalog', '{}', product_sku, '', '{}', 0, '', '', '', 0, '', now() from gone
    on conflict (site_id, id) do update set removed_at = now()
    returning id, product_sku`;
  const all = [...removed, ...ofCatalog];
  const skus = [...new Set(all.flatMap(({ product_sku }) => product_sku ?? []))];
  await sql`
    insert into touched select jsonb_array_elements_text(${storableJson(skus)}::text::jsonb) on conflict do nothing`;
  return all.map(({ id }) => id);
}
