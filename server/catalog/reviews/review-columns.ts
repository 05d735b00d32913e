/** What the columns of a review file mean: the exports of review apps and shop systems, and names people give. */
import { foldColumn } from "../import/generic-columns.ts";
import { textOf } from "../import/nested-values.ts";
import { BrokenFile, type SourceRow } from "../import/source-row.ts";
import { type RatingScale, ratingScaleOf } from "./rating-scale.ts";
import { type DayOrder, dayOrderOf } from "./review-date.ts";

/**
 * Best name first; folded as the columns of catalogs are ("reviewRating" is "review rating"), nested keys joined by a
 * space ("reviewer.name"). Seen in exports and import templates of Judge.me, Yotpo, Loox, Stamped.io, Okendo, Shopify
 * Product Reviews, WooCommerce (comments), Magento, X-Cart, PowerReviews, Feefo, and Google's and Meta's review feeds.
 */
export const REVIEW_COLUMNS = {
  id: "review id|reviewid|comment id|review uuid|external id|id|uuid",
  sku: "sku|product sku|variant sku|item sku|product skus|skus|product code|item code|article number|artikelnummer|products product product ids skus sku|ida",
  productId:
    "product id|productid|product external id|shopify product id|external product id|comment post id|post id|page id|item id|itemid|group id|parent asin|asin|gtin|ean|products product product ids gtins gtin|product gtin",
  handle: "product handle|producthandle|handle|url handle|product slug|slug",
  url: "product url|producturl|product link|productlink|product page url|page url|product uri|products product product url|permalink|url|link",
  product:
    "product title|producttitle|product name|productname|product|item name|item title|post title|comment post title|produkt|produit|producto|products product product name|title of product",
  author:
    "nickname|display name|reviewer display name|reviewer name|reviewername|author name|author|reviewer|customer name|customer|full name|user name|username|user display name|user|comment author|profile name|review display|review author|reviewer nickname|shopper name|first name|name|autor|auteur|verfasser",
  lastName: "last name|reviewer last name|customer last name|surname",
  email:
    "reviewer email|author email|customer email|comment author email|user email|email|e mail|email address|reviewer email address",
  isAnonymous: "is anonymous|anonymous|reviewer is anonymous",
  rating:
    "rating|review rating|reviewrating|review score|star rating|score|stars|overall rating|overall|product rating|rating value|rating score|meta rating|ratings overall|bewertung|sterne|note|valoración|waardering|оценка",
  scale: "rating scale|max rating|rating max|rating out of|best rating|scale",
  title:
    "review title|reviewtitle|review headline|headline|title|summary|subject|review subject|titel|titre|título|betreff|überschrift",
  text: "body|review body|reviewbody|review content|review message|reviewmessage|review text|reviewtext|content|comment content|review|comment|message|text|description|feedback|product comment|comments|testimonial|review comments|customer review|bewertungstext|kommentar|commentaire|avis|comentario|отзыв|climsg",
  at: "review date|reviewdate|review creation date|review timestamp|date|created at|createdat|date created|datecreated|submitted at|submission date|submission time|published at|comment date|comment date gmt|creation date|addition date|review date created|reviewed at|feedback date|created|published date|timestamp|time|unix review time|stamp|datum|fecha|дата",
  verified:
    "verified buyer|verified purchase|is verified buyer|is verified purchase|has verified purchase|verified purchaser|is verified|verified|verified reviewer|verified review|buyer type|vb",
  language: "language|review language|lang|locale|language code|content language|sprache",
  helpful:
    "helpful votes|helpful count|helpful vote|votes up|upvotes|up votes|thumbs up|helpfulness yes|yes helpful|helpful|likes|helpfulness numerator|total positive feedbacks|positive votes",
  status:
    "review status|status|state|published|is published|comment approved|is approved|approved|curated|moderation status|publish|visible|is visible|visibility|active",
  hidden: "is spam|spam|hidden|is hidden|deleted|is deleted|archived|is archived",
  kind: "comment type",
  parent: "comment parent|parent comment id|reply to",
} as const;
export type ReviewField = keyof typeof REVIEW_COLUMNS;
const FIELDS = Object.keys(REVIEW_COLUMNS) as ReviewField[];
/** Several of these may speak; elsewhere a row takes the first that it fills. */
const REFERENCES: ReviewField[] = ["sku", "productId", "handle", "url", "product"];

export interface ReviewPlan {
  columns: Record<ReviewField, string[]>;
  /** The app that exports such columns, or "file". */
  source: string;
  scale: RatingScale;
  dayOrder: DayOrder | null;
}

/** What only one app calls its columns. */
const SIGNATURES: [source: string, columns: string[]][] = [
  ["judge.me", ["reviewer name", "review date"]],
  ["judge.me", ["reviewer name", "curated"]],
  ["stamped", ["review rating", "review message"]],
  ["stamped", ["reviewrating", "reviewmessage"]],
  ["yotpo", ["review score", "review content"]],
  ["loox", ["nickname", "verified purchase", "handle"]],
  ["loox", ["photo url", "verified purchase"]],
  ["shopify", ["product handle", "state", "replied at"]],
  ["woocommerce", ["comment content"]],
  ["okendo", ["product id", "date created", "body"]],
  ["google", ["review timestamp", "ratings overall"]],
];

/**
 * Learns the columns from a file's first rows and what the merchant said with `--map` (field to column). Throws
 * `BrokenFile` for a table in which no column can be the review's text, its rating, or the name of its product.
 */
export function planReviewColumns(rows: readonly SourceRow[], map: Record<string, string>): ReviewPlan {
  const names = new Set(rows.flatMap(({ fields }) => Object.keys(fields)));
  const byFolded = new Map<string, string>();
  for (const name of names) if (!byFolded.has(foldColumn(name))) byFolded.set(foldColumn(name), name);
  const columns = columnsByField(byFolded);
  for (const [field, column] of Object.entries(map)) applyMap(columns, names, field, column);
  columns.id = columns.id.filter((column) => isUnique(rows, column));
  requireColumns(columns, names);
  const values = (field: ReviewField) =>
    rows.flatMap(({ fields }) => columns[field].slice(0, 1).map((column) => textOf(fields[column])));
  return {
    columns,
    source: SIGNATURES.find(([, signs]) => signs.every((sign) => byFolded.has(sign)))?.[0] ?? "file",
    scale: ratingScaleOf(values("rating")),
    dayOrder: dayOrderOf(values("at")),
  };
}

function columnsByField(byFolded: ReadonlyMap<string, string>): Record<ReviewField, string[]> {
  const entries = FIELDS.map((field) => [
    field,
    REVIEW_COLUMNS[field].split("|").flatMap((synonym) => byFolded.get(synonym) ?? []),
  ]);
  return Object.fromEntries(entries);
}

function applyMap(
  columns: Record<ReviewField, string[]>,
  names: ReadonlySet<string>,
  field: string,
  column: string,
): void {
  const known = FIELDS.find((candidate) => candidate === field);
  if (known === undefined)
    throw new BrokenFile(
      "file/columns",
      `the map names an unknown field "${field}"; fields are ${FIELDS.join(", ")}`,
      null,
    );
  if (!names.has(column))
    throw new BrokenFile("file/columns", `the map names a column "${column}" that the file lacks`, 1);
  for (const other of FIELDS) columns[other] = columns[other].filter((each) => each !== column);
  columns[known] = [column, ...columns[known]];
}

/** An "id" that many rows share is the product's. */
function isUnique(rows: readonly SourceRow[], column: string): boolean {
  const values = rows.map(({ fields }) => textOf(fields[column])).filter((value) => value !== "");
  return new Set(values).size === values.length;
}

function requireColumns(columns: Record<ReviewField, string[]>, names: ReadonlySet<string>): void {
  const missing =
    columns.text.length === 0
      ? "the review's text"
      : columns.rating.length === 0
        ? "the rating"
        : REFERENCES.every((field) => columns[field].length === 0)
          ? "the product (sku, id, handle, address or title)"
          : null;
  if (missing === null) return;
  const listed = [...names].slice(0, 12).join(", ");
  throw new BrokenFile("file/columns", `no column for ${missing} among: ${listed}. Name it with --map`, 1);
}
