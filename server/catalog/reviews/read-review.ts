/** One row of a file to a review, a reason to skip it, or a reason to reject it. */
import { createHash } from "node:crypto";
import { truthOf } from "../import/cell-values.ts";
import type { Rejected } from "../import/listing.ts";
import { textOf } from "../import/nested-values.ts";
import { plainLine, plainText } from "../import/plain-text.ts";
import type { SourceRow } from "../import/source-row.ts";
import { type AuthorName, authorKey } from "./author-key.ts";
import type { ImportedReview, ProductReference } from "./imported-review.ts";
import { publishedName } from "./published-name.ts";
import { ratingOf, ratingScaleOf } from "./rating-scale.ts";
import { redactPrivate } from "./redact-private.ts";
import type { ReviewField, ReviewPlan } from "./review-columns.ts";
import { reviewDate } from "./review-date.ts";

export type ReviewReading =
  | { type: "review"; review: ImportedReview }
  | { type: "skipped"; reason: string }
  | { type: "rejected"; rejected: Rejected };

const TEXT_LENGTH_MAX = 5_000;
const TITLE_LENGTH_MAX = 200;
const ID_LENGTH_MAX = 100;

/** `row` is flat (`flattenRow`). Names, addresses and numbers that are private never leave this function. */
export function readReview(row: SourceRow, plan: ReviewPlan, now: Date): ReviewReading {
  const cell = (field: ReviewField) => {
    for (const column of plan.columns[field]) {
      const text = textOf(row.fields[column]);
      if (text !== "") return text;
    }
    return "";
  };
  const ownId = cell("id").slice(0, ID_LENGTH_MAX);
  const reject = (reason: string): ReviewReading => ({
    type: "rejected",
    rejected: ownId === "" ? { row: row.row, reason } : { row: row.row, id: ownId, reason },
  });
  if (row.problem !== undefined) return reject(row.problem);
  const skipped = reasonToSkip(row, plan, cell);
  if (skipped !== null) return { type: "skipped", reason: skipped };

  const reference = referenceOf(cell);
  if (Object.keys(reference).length === 0) return reject("it names no product");
  const rating = ratingOf(cell("rating"), scaleOf(cell("scale"), plan));
  if (rating === null)
    return reject(
      cell("rating") === ""
        ? "no rating"
        : `no rating from 1 to ${plan.scale}: "${cell("rating").slice(0, 20)}"`,
    );
  const text = redactPrivate(plainText(cell("text"))).slice(0, TEXT_LENGTH_MAX);
  if (text === "") return { type: "skipped", reason: "no text" };

  const name = nameOf(cell);
  const at = reviewDate(cell("at"), plan.dayOrder, now);
  const said = [...Object.values(reference), name.full, text, at];
  return {
    type: "review",
    review: {
      row: row.row,
      id: `${plan.source}:${ownId === "" ? hashOf(said) : ownId}`,
      source: plan.source,
      reference,
      author: truthOf(cell("isAnonymous")) === true ? "" : publishedName(name.full),
      authorKeys: [...new Set([name.full, name.email].flatMap((each) => authorKey(each) ?? []))],
      rating,
      title: redactPrivate(plainLine(cell("title"))).slice(0, TITLE_LENGTH_MAX),
      text,
      at,
      verified: verifiedOf(cell("verified")),
      language: /^\p{L}{2}(?=$|[-_])/u.exec(cell("language").toLowerCase())?.[0] ?? null,
      helpful: Math.max(0, Number.parseInt(cell("helpful"), 10) || 0),
    },
  };
}

function scaleOf(said: string, plan: ReviewPlan): ReviewPlan["scale"] {
  return said === "" ? plan.scale : ratingScaleOf([said]);
}

/** Judge.me's "not-yet" is not curated and yet published; only its "spam" is not. */
const PUBLISHED =
  /^(?:publish(?:ed)?|approved?|active|visible|ok|live|enabled|public|displayed|shown|not-yet|accepted|complete)$/;
const UNPUBLISHED =
  /^(?:un-?published|not[ _-]?published|hidden|pending.*|awaiting.*|moderation|hold|held|draft|rejected|disapproved|unapproved|not[ _-]?approved|inactive|disabled|private|flagged|new|[23])$/;
const DISCARDED = /^(?:spam|trash(?:ed)?|deleted|removed|archived)$/;

function reasonToSkip(row: SourceRow, plan: ReviewPlan, cell: (field: ReviewField) => string): string | null {
  for (const column of plan.columns.status) {
    const status = textOf(row.fields[column]).toLowerCase();
    if (DISCARDED.test(status)) return "spam or deleted";
    if (UNPUBLISHED.test(status) || (!PUBLISHED.test(status) && truthOf(status) === false))
      return "unpublished";
  }
  for (const column of plan.columns.hidden)
    if (truthOf(textOf(row.fields[column])) === true) return "spam or deleted";
  const parent = cell("parent");
  if (parent !== "" && parent !== "0") return "a reply";
  // WordPress keeps order notes and pingbacks with the reviews.
  return /^(?:pingback|trackback|order_note|action_log)$/.test(cell("kind")) ? "no review" : null;
}

function referenceOf(cell: (field: ReviewField) => string): ProductReference {
  const entries: [keyof ProductReference, string][] = [
    ["sku", cell("sku")],
    ["productId", cell("productId").replace(/^gid:\/\/.*\//, "")],
    ["handle", cell("handle")],
    ["url", cell("url")],
    ["title", plainLine(cell("product"))],
  ];
  return Object.fromEntries(
    entries.filter(([, value]) => value !== "").map(([key, value]) => [key, value.slice(0, 500)]),
  );
}

function nameOf(cell: (field: ReviewField) => string): AuthorName {
  const first = plainLine(cell("author"));
  const last = plainLine(cell("lastName"));
  return { full: first.endsWith(last) ? first : `${first} ${last}`, email: cell("email") };
}

/** "buyer" and "verified_purchase" are; that an e-mail address was confirmed makes nobody a buyer. */
function verifiedOf(text: string): boolean | null {
  if (text === "") return null;
  if (/^(?:unverified|not[ _]verified|nothing|email)$/i.test(text)) return false;
  return truthOf(text) ?? /^verified|buyer|purchase/i.test(text);
}

function hashOf(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);
}
