/** Which customers' words a turn passes on: on the point, in the tone of most, and from both sides where they disagree. */
import type { Product, QuotesFound, QuoteTone } from "../catalog/product.ts";
import type { ClaimBook } from "./claim-book.ts";
import type { PlanContext } from "./plan-context.ts";

/** The smaller side is heard when it is this part of those who take one: one in five. */
const MINORITY_HEARD = 0.2;
/** A quote must share a topic or two words with what was asked: one word in common is chance. */
const RELEVANCE_MIN = 2;
/** Looked through for one that was not quoted yet. */
const QUOTES_OF_EACH_TONE = 6;

/**
 * Claims on what customers wrote about `about` (about everything when it is empty), each the words of one review: one,
 * or, where reviews disagree, one from each side, that of more reviews first. No review is quoted twice in a
 * conversation. Null when there is nothing to quote.
 */
export function quoteCustomers(
  product: Product,
  about: readonly string[],
  context: PlanContext,
  book: ClaimBook,
  /** Only what is said in this tone, where the shopper asked for it. */
  tone: "critical" | null = null,
): string[] | null {
  const found = search(product, about, context);
  const fresh = found.quotes.filter(
    ({ reviewId, relevance }) =>
      !context.state.told.includes(`${product.sku} review:${reviewId}`) &&
      (about.length === 0 || relevance >= RELEVANCE_MIN),
  );
  if (tone !== null) {
    const wanted =
      fresh.find((quote) => quote.tone === tone) ?? fresh.find((quote) => quote.tone === "mixed");
    return wanted ? [book.review(wanted)] : null;
  }
  const bestOf = (...tones: QuoteTone[]) => fresh.find(({ tone }) => tones.includes(tone));
  const [majority, minority] = sidesOf(found);
  // Where most complain nobody is quoted as if they did not.
  const first = bestOf(majority) ?? bestOf("mixed", "neutral");
  if (!first) return null;
  const second = areDivided(found) && first.tone === majority ? bestOf(minority) : undefined;
  return [first, ...(second && second.reviewId !== first.reviewId ? [second] : [])].map((quote) =>
    book.review(quote),
  );
}

function search(product: Product, about: readonly string[], context: PlanContext): QuotesFound {
  return context.quotes(product.sku, {
    about,
    language: languageOf(context),
    limit: QUOTES_OF_EACH_TONE,
  });
}

/** Whether words name something that reviewers speak of, such as comfort, besides the product itself. */
export function isOnTopic(product: Product, about: readonly string[], context: PlanContext): boolean {
  return about.length > 0 && search(product, about, context).isKnownTopic;
}

function sidesOf({ pleased, critical }: QuotesFound): [majority: QuoteTone, minority: QuoteTone] {
  return critical > pleased ? ["critical", "pleased"] : ["pleased", "critical"];
}

function areDivided({ pleased, critical }: QuotesFound): boolean {
  return (
    Math.min(pleased, critical) >= MINORITY_HEARD * (pleased + critical) && Math.min(pleased, critical) > 0
  );
}

function languageOf({ state }: PlanContext): string {
  const heard = state.heard.map(({ understanding }) => understanding.language);
  return heard.find((language) => language !== "und") ?? "en";
}

/** What the shopper wishes for, in the words of the wishes. Prices and brands are nobody's experience. */
export function wordsWished({ state }: PlanContext): string[] {
  return state.preferences
    .filter(
      ({ held, polarity, attribute }) =>
        held && polarity === "positive" && !["price", "brand", "category", "rating"].includes(attribute),
    )
    .flatMap(({ attribute, value }) => [
      ...(["feature", "usage", "recipient"].includes(attribute) ? [] : [attribute]),
      ...(typeof value === "string" ? [value] : []),
    ]);
}

/** A question's words without those that only ask. */
export function wordsAsked(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}[\p{L}'’]{2,}/gu) ?? [];
  return [...new Set(words)].filter((word) => !ASKING_WORDS.has(word));
}

const ASKING_WORDS = new Set(
  "does will would could should can this that they them with have has what which where when there about really actually sure from your you into than some very much many it's how long why who whose anyone anybody people person others customers customer buyers buyer users owners reviews review reviewers say says said saying think thinks thinking feedback complain complaints problems issues downsides drawbacks negative opinion opinions experience good bad tell know like any the and are was for one ones first second third last these those their its mine get got".split(
    " ",
  ),
);
