/** Reviews in the form in which sentences are compared with them, and which of them a clause retells. */
import type { Product, Review } from "../catalog/product.ts";
import { factsOf, type ItemFacts } from "./item-facts.ts";
import type { Clause, Reading } from "./read-sentence.ts";
import { stemsOf } from "./tokens.ts";

export interface ReviewFacts {
  review: Review;
  /** Stem of the author's first name. */
  author: string | null;
  facts: ItemFacts;
}

/** A memo, not state: a review is replaced, never changed. */
const known = new WeakMap<Review, ReviewFacts>();

export function factsOfReview(review: Review, currency: string): ReviewFacts {
  const before = known.get(review);
  if (before !== undefined) return before;
  const facts = {
    review,
    author: stemsOf(review.author)[0] ?? null,
    facts: factsOf(asRow(review, currency)),
  };
  known.set(review, facts);
  return facts;
}

/** A row that holds nothing but the review's words. */
function asRow({ id, text }: Review, currency: string): Product {
  return {
    sku: id,
    title: "",
    description: text,
    brand: null,
    categories: [],
    tags: [],
    url: "",
    imageUrl: null,
    price: { minor: 0, currency },
    was: null,
    inStock: true,
    attributes: [],
    variants: [],
    rating: null,
    popularity: null,
    version: 1,
  };
}

const SOME_REVIEWER =
  /\b(?:(?:another|one|a second) (?:found|finds|says|said|calls|called|thought|felt|had)|reviewers?|reviews?|buyers?|customers?|owners?|users?|(?:one|a) (?:parent|person|rider|mother|father|mom|mum|dad))\b/;

/** The reviews that the clause speaks for: those of the author named up to its end, all where it speaks of some reviewer. */
export function retoldIn(
  clause: Clause,
  reading: Reading,
  reviews: readonly ReviewFacts[],
): readonly ReviewFacts[] {
  if (reviews.length === 0) return reviews;
  const named = reviews.filter(({ author }) =>
    reading.tokens.some(
      ({ stem, cased, end }) => stem === author && end <= clause.end && /^\p{Lu}/u.test(cased),
    ),
  );
  return named.length > 0 ? named : SOME_REVIEWER.test(clause.text) ? reviews : [];
}
