/** Quotes, what customers are said to say, ratings and numbers of reviews. */
import type { Check, Finding } from "../finding.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { comparable, type Support } from "../support.ts";

const HEARSAY =
  /\b(?:(?:one|a|another|our|some|many|most|several|a few|happy|other|all|two|three|the) )*(?:customers?|buyers?|reviewers?|shoppers?|users?|owners?|people|folks|parents|riders|clients|fans|experts|critics|doctors|dermatologists|dentists|engineers|scientists|trainers|professionals|pros|athletes|everyone|everybody|reviews?|testimonials?|feedback)(?: (?:who|that|of) [^.]{0,25})?(?: (?:really|often|all|consistently|always|frequently|absolutely|keep|who bought (?:it|this)))* (?:love[sd]?|like[sd]?|rave[sd]?|raving|prais(?:e|es|ed|ing)|say|says|said|saying|wrote|writes|report(?:s|ed)?|mention(?:s|ed)?|agree[sd]?|recommend(?:s|ed)?|call(?:s|ed)?|swear|swears|find|found|complain(?:s|ed)?|highlight(?:s|ed)?|describe[sd]?|told|tell|enjoy(?:s|ed)?|adore[sd]?|appreciate[sd]?|notice[sd]?|point out|are (?:thrilled|happy|delighted|glowing|positive|mixed|great|excellent|raving|impressed|very happy)|gave|give|rate[sd]?)\b|\b(?:loved by|praised by|recommended by|trusted by|rated by|popular with|approved by|endorsed by|well[- ]reviewed|highly rated|glowing reviews|rave reviews|great reviews|excellent reviews|positive reviews|good reviews|five[- ]star|word of mouth)\b/g;
/** "Nine out of ten riders pick it": no row counts people. */
const HEAD_COUNT =
  /(?<![\d.,])\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:(?:out )?of|in)\s+(?:every )?(?:\d+|two|three|four|five|ten|twenty|a hundred)\s+(?:(?!by|from|across|with)\w+\s+){0,2}?(?:people|customers?|buyers?|shoppers?|users?|owners?|riders?|cyclists?|hikers?|runners?|women|men|parents|experts?|doctors?|dermatologists?|dentists?|of (?:them|you|us))\b/g;
const RATING =
  /\b(\d(?:[.,]\d{1,2})?|one|two|three|four|five)(?:[- ](?:stars?|star rating)\b|\s?\/\s?5\b| out of (?:5|five)\b)|\b(?:rat(?:ed|ing|es)|averag(?:es|ing|e))(?: (?:is|of|at|it|stands at|an?|average|averages))* (\d(?:[.,]\d{1,2})?)/g;
const GIVEN_RATING =
  /^[^,;]{0,40}?\b(?:gave|give|rated?) (?:it|them|this|this one|the [\w' -]{1,60}?) (?:an? )?(?:average (?:of )?)?(?:at )?\d(?:[.,]\d{1,2})?(?:\s?\/\s?5\b| out of (?:5|five)\b| stars?\b)/;
const REVIEW_COUNT =
  /(?<!out of )\b(\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|hundreds of|thousands of|dozens of|lots of|many|plenty of|a hundred)\s+(?:[a-z]+\s+){0,2}?(?:reviews?|ratings?|reviewers|customers?|buyers|people)\b/g;
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
  ...reading.clauses
    .filter((clause) => clause.kind !== "absence")
    .flatMap((clause) => [...checkHearsay(clause, reading, support), ...checkRatings(clause, support)]),
];

/** What stands in quotation marks is verbatim: from a review, from the shopper, or from a row. */
function checkQuotes(reading: Reading, support: Support): Finding[] {
  return reading.quotes.flatMap((quote): Finding[] => {
    const words = comparable(quote.text);
    const clipped = words.replace(/ (?:\u2026|etc) $/, " ");
    const known =
      support.reviewTexts.some((text) => text.includes(clipped)) ||
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

function saysPerson(before: string): boolean {
  return /\b(?:customer|buyer|reviewer|shopper|user|owner|review|someone|people)s?\b/.test(before);
}

/** Hearsay needs a review's words beside it; without a quote that can be verified nobody said anything. */
function checkHearsay(clause: Clause, reading: Reading, support: Support): Finding[] {
  if (clause.kind === "question" || clause.kind === "offer") return [];
  const counts = [...clause.text.matchAll(HEAD_COUNT)].map((match) =>
    finding(clause, match, "counts people whom nobody counted"),
  );
  const hearsay = [...clause.text.matchAll(HEARSAY)].flatMap((match): Finding[] => {
    if (reading.quotes.length > 0 && support.reviewTexts.length > 0) return [];
    // "Buyers give it 4.7 out of 5" is the row's rating in other words, and is checked as one.
    if (/(?:gave|give|rated?)$/.test(match[0]) && GIVEN_RATING.test(clause.text.slice(match.index)))
      return [];
    const start = clause.start + match.index;
    return [
      {
        type: "unsupported",
        start,
        end: start + match[0].length,
        why: "tells what customers say without quoting a review",
      },
    ];
  });
  return [...counts, ...hearsay];
}

function checkRatings(clause: Clause, support: Support): Finding[] {
  if (clause.kind === "question" || clause.kind === "offer" || clause.kind === "shopper") return [];
  const ratings = (clause.about.length > 0 ? clause.about : support.items).flatMap((item) =>
    item.product.rating === null ? [] : [item.product.rating],
  );
  const stars = [...clause.text.matchAll(RATING)].flatMap((match): Finding[] => {
    const value = numberOf(match[1] ?? match[2] ?? "");
    const reviewed = support.evidence.reviews.some(
      (review) => review.rating === value && /review|buyer|customer|gave/.test(clause.text),
    );
    if (reviewed || ratings.some((rating) => isRounded(value, rating.value))) return [];
    // "A waterproof rating of 20,000 mm" is a measure, and is checked as one.
    if (MEASURED_RATING.test(clause.text.slice(match.index))) return [];
    return [finding(clause, match, "a rating that the items do not have")];
  });
  const counts = [...clause.text.matchAll(REVIEW_COUNT)].flatMap((match): Finding[] => {
    const value = numberOf((match[1] ?? "").replace(/[,.](?=\d{3})/g, ""));
    if (value === 1 && !/review|rating/.test(match[0])) return [];
    if (ratings.some((rating) => rating.count === value)) return [];
    if (value === support.evidence.reviews.length && value > 0) return [];
    return [finding(clause, match, "a number of reviews that the items do not have")];
  });
  return [...stars, ...counts];
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
