/** Quotes, what customers are said to say, ratings and numbers of reviews. */
import type { Product } from "../../catalog/product.ts";
import type { Check, Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import { matchesOf } from "../matches-of.ts";
import { answerQuoted, saysPerson } from "../quoted-answers.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { retoldIn } from "../retold.ts";
import { isHeld } from "../subjects-of.ts";
import { comparable, type Support } from "../support.ts";
import { stemsOf } from "../tokens.ts";
import { checkHearsay, checkNamedAuthors } from "./hearsay.ts";

const RATING =
  /(?<![\d.,])\b(\d(?:[.,]\d{1,2})?|one|two|three|four|five)(?:[- ](?:stars?|star rating)\b|(?<=\ban? \d(?:[.,]\d{1,2})?) rating\b|\s?\/\s?5\b| out of (?:5|five)\b)|\b(?:rat(?:ed|ing|es)|averag(?:es|ing|e))(?: (?:is|of|at|it|stands at|an?|average|averages|above|over|below|under|nearly|almost|about))* (\d(?:[.,]\d{1,2})?)/g;
const REVIEW_COUNT =
  /(?<!out of )\b(\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|hundreds of|thousands of|dozens of|lots of|(?<!as )many(?! more)|plenty of|(?:a )?hundred|(?:a )?thousand|dozen)\s+(?:[a-z]+\s+){0,2}?(?:reviews?|ratings|(?<!\ban? \d(?:[.,]\d{1,2})? )rating|reviewers|customers?|buyers|people)\b/g;
const WORD_VALUES: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

const MEASURED_RATING =
  /^rat(?:ing|ed)\s+(?:is|of|at|to|:)?\s*[\d.,]+\s?(?:mm|cm|m|m²|g|kg|k|lm|lumens|hours?|h|w|watts?|bar|psi|db|°?c|°?f|%)\b/;

export const checkReviews: Check = (reading, support) => [
  ...checkQuotes(reading, support),
  ...checkNamedAuthors(reading, support),
  ...reading.clauses
    .filter((clause) => clause.kind !== "absence")
    .flatMap((clause) => [
      ...checkHearsay(clause, reading, support),
      ...checkRatings(clause, reading, support),
    ]),
];

/** What stands in quotation marks is verbatim: from a review, from the shopper, or from a row. */
function checkQuotes(reading: Reading, support: Support): Finding[] {
  return reading.quotes.flatMap((quote): Finding[] => {
    const words = comparable(quote.text);
    const clipped = words.replace(/ (?:\u2026|etc) $/, " ");
    const isName = support.evidence.reviews.some(({ author }) => comparable(author) === words);
    const known =
      isName ||
      isOfReview(clipped, reading, support) ||
      answerQuoted(quote, reading, support) !== null ||
      support.evidence.heard.some((text) => comparable(text).includes(clipped)) ||
      (!saysPerson(reading.normal.lower.slice(0, quote.start)) &&
        [...support.items.map((item) => item.text), ...support.evidence.topics].some((text) =>
          comparable(text).includes(clipped),
        ));
    if (known) return [];
    return [
      { type: "unsupported", start: quote.start, end: quote.end, why: "a quotation that nobody wrote" },
    ];
  });
}

/** In a review, of the author who is named beside it and on the item that is. */
function isOfReview(words: string, reading: Reading, support: Support): boolean {
  const before = new Set(reading.tokens.map((token) => token.stem));
  const isNamed = (author: string) => {
    const [first] = stemsOf(author);
    return first !== undefined && before.has(first);
  };
  const anyNamed = support.evidence.reviews.some(({ author }) => isNamed(author));
  const skus = new Set(reading.mentions.flatMap(({ items }) => items.map(({ product }) => product.sku)));
  return support.evidence.reviews.some(
    ({ author, sku }, index) =>
      (support.reviewTexts[index] ?? "").includes(words) &&
      (!anyNamed || isNamed(author)) &&
      (skus.size === 0 || skus.has(sku)),
  );
}

/** Of its reviews, or as the listing states it without telling of how many. */
function statedRating({ rating, attributes }: Product): number | null {
  return rating?.value ?? attributes.find(({ name }) => name === "rating")?.number ?? null;
}

function checkRatings(clause: Clause, reading: Reading, support: Support): Finding[] {
  if (clause.kind === "question" || clause.kind === "offer" || clause.kind === "shopper") return [];
  const about = clause.about.length > 0 ? clause.about : support.items;
  const ratings = about.flatMap((item) => (item.product.rating === null ? [] : [item.product.rating]));
  const stars = about.flatMap(({ product }) => statedRating(product) ?? []);
  const told = matchesOf(RATING, clause.text).flatMap((match): Finding[] => {
    const value = numberOf(match[1] ?? match[2] ?? "");
    const figure = match.index + match[0].lastIndexOf(match[1] ?? match[2] ?? "");
    const bound = RATING_BOUND.exec(clause.text.slice(0, figure))?.[1];
    const holds = ({ product }: ItemFacts) => {
      const stated = statedRating(product);
      if (stated === null) return false;
      return bound === undefined ? isRounded(value, stated) : isOnSide(bound, stated, value);
    };
    const authors = retoldIn(clause, reading, support.reviews).filter(({ author }) =>
      clause.tokens.some(({ stem }) => stem === author),
    );
    if (authors.length > 0 && /\b(?:gave|gives?|stars?)\b/.test(clause.text))
      return authors.some(({ review }) => review.rating === value)
        ? []
        : [finding(clause, match, "not the rating that its reviewer gave")];
    if (
      isHeld({ start: clause.start + match.index, end: clause.start + match.index }, clause, reading, holds)
    )
      return [];
    const isOfEach = clause.quantifier !== null;
    const reviewed =
      !isOfEach &&
      support.evidence.reviews.some(
        (review) => review.rating === value && /review|buyer|customer|gave/.test(clause.text),
      );
    if (reviewed || (!isOfEach && bound === undefined && stars.some((rating) => isRounded(value, rating))))
      return [];
    // "A waterproof rating of 20,000 mm" is a measure, and is checked as one.
    if (MEASURED_RATING.test(clause.text.slice(match.index))) return [];
    return [finding(clause, match, "a rating that the items do not have")];
  });
  const counts = matchesOf(REVIEW_COUNT, clause.text).flatMap((match): Finding[] => {
    const first = clause.start + match.index;
    const quantity = clause.quantities.find(
      ({ kind, start, end }) => kind === "count" && start <= first && end > first,
    );
    const value = quantity?.values[0] ?? numberOf((match[1] ?? "").replace(/[,.](?=\d{3})/g, ""));
    if (value === 1 && !/review|rating/.test(match[0])) return [];
    const before = clause.text.slice(0, (quantity?.start ?? first) - clause.start);
    // "Two coffees for two people": whom it is for.
    if (/\bfor $/.test(before) && /people$/.test(match[0]) && !SEATS.test(clause.text)) return [];
    const bound = COUNT_BOUND.exec(before)?.[1];
    if (ratings.some((rating) => rating.count === value || isOnSide(bound, rating.count, value))) return [];
    if (value === support.evidence.reviews.length && value > 0) return [];
    return [finding(clause, match, "a number of reviews that the items do not have")];
  });
  return [...told, ...counts];
}

/** What would make "for four people" a matter of size. */
const SEATS = /\b(?:is|are|it|they|'s|holds?|seats?|sleeps?|fits?|takes?|room|made|built|designed)\b/;
const RATING_BOUND = /\b(above|over|more than|better than|at least|below|under|short of|nearly|almost)\s+$/;
const COUNT_BOUND = /\b(over|more than|at least|nearly|almost|close to)\s+$/;

/** "Over 1,200" of 1,205; "nearly 90" of 87: on the side that is said, and not far from it. */
function isOnSide(bound: string | undefined, known: number, stated: number): boolean {
  if (bound === undefined) return false;
  if (/nearly|almost|close/.test(bound) && stated <= 5) return known <= stated && known >= stated - 0.15;
  return /nearly|almost|close|below|under|short/.test(bound)
    ? known <= stated + 1e-9 && known >= stated * 0.9
    : known >= stated && known <= stated * 1.25;
}

function numberOf(text: string): number {
  return WORD_VALUES[text] ?? Number(text.replace(",", "."));
}

/** 4.63 may be told as 4.6; as 5 it may not. */
function isRounded(stated: number, known: number): boolean {
  return (
    Math.abs(stated - known) < 0.0501 && (Number.isInteger(stated) ? Math.abs(stated - known) < 0.005 : true)
  );
}

function finding(clause: Clause, match: RegExpExecArray, why: string): Finding {
  const start = clause.start + match.index;
  return { type: "unsupported", start, end: start + match[0].length, why };
}
