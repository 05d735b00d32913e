/** Reviews of files as a catalog is read with them, beside those of its own import. */
import type { Review } from "../catalog/product.ts";
import type { Queries } from "./database.ts";

interface ReviewRow {
  id: string;
  sku: string;
  author: string;
  rating: number;
  title: string | null;
  text: string;
  at: string;
  verified: boolean | null;
  language: string | null;
  helpful: number | null;
}

/** The id under which a review of the catalog's own import was removed. */
export const catalogReviewId = (sql: Queries) => sql`'catalog:' || reviews.product_sku || ':' || reviews.id`;

/** What a removed review of the catalog's own import must be asked, for the next import of its product brings it back. */
export const isNotRemoved = (sql: Queries) => sql`not exists (
  select from imported_reviews removed
  where removed.site_id = reviews.site_id and removed.id = ${catalogReviewId(sql)})`;

/** Fetched at a time. */
const BATCH = 2_000;

/** Hands over the reviews of files of visible products that changed after a version of the catalog; in no order. */
export async function readImportedReviews(
  sql: Queries,
  siteId: string,
  onReviews: (reviews: Review[]) => void | Promise<void>,
  sinceVersion = -1,
): Promise<void> {
  const rows = sql<ReviewRow[]>`
    select imported_reviews.id, product_sku as sku, author, rating, imported_reviews.title, text, at, verified, language,
      helpful
    from imported_reviews
    join products on products.site_id = ${siteId} and products.sku = product_sku and hidden is null
      and changed_in > ${sinceVersion}
    where imported_reviews.site_id = ${siteId} and removed_at is null`;
  await rows.cursor(BATCH, (batch) => onReviews(batch.map(reviewOfRow)));
}

function reviewOfRow(row: ReviewRow): Review {
  return {
    id: row.id,
    sku: row.sku,
    author: row.author,
    rating: Number(row.rating),
    text: row.text,
    at: row.at,
    ...(row.title !== null && row.title !== "" && { title: row.title }),
    ...(row.verified !== null && { verified: row.verified }),
    ...(row.language !== null && { language: row.language }),
    ...(row.helpful !== null && row.helpful > 0 && { helpful: row.helpful }),
  };
}
