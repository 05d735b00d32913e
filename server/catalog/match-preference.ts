import type { Preference } from "../dialogue/state.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import type { FacetValue } from "./facet-table.ts";
import { contentWords, foldText, rootOf, singularOf, wordsOf } from "./fold-text.ts";
import type { Product } from "./product.ts";
import { convert } from "./units.ts";

/** How well a product answers one preference: 1 fully, 0 not at all, in between partly; null when the catalog does not say. */
export type Grade = number | null;
export interface PreferenceMatch {
  preference: Preference;
  grade(document: number): Grade;
}

/** From here on a preference counts as met. */
export const MET = 0.4;

/**
 * Reads a preference once, so that asking it of every product is cheap. The grade is of what was wished: for a negative
 * preference 1 means that the product is free of it.
 */
export function matchPreference(preference: Preference, index: CatalogIndex): PreferenceMatch {
  const positive = positiveMatch(preference, index);
  if (preference.polarity === "positive") return { preference, grade: positive };
  return {
    preference,
    grade(document) {
      const grade = positive(document);
      if (grade === null) return null;
      return grade >= MET && comesOtherwise(preference, index.products[document])
        ? COMES_OTHERWISE
        : 1 - grade;
    },
  };
}

/** "Not black" is met by what also comes in green, if less fully than by what never was black. */
const COMES_OTHERWISE = 0.6;

function comesOtherwise({ attribute, operator, value }: Preference, product: Product | undefined): boolean {
  if (operator !== "is" || typeof value !== "string" || product === undefined) return false;
  const words = valueWords(value);
  const isOther = (option: { name: string; value: string }) =>
    option.name === attribute && valueGrade(option, value, words, squash(value)) === 0;
  return product.variants.some((variant) => variant.inStock && variant.options.some(isOther));
}

/** Meets, misses or unknown, as a candidate tells it. What has no word on a thing to avoid is not known to be free of it. */
export function verdictOf(grade: Grade): "meets" | "misses" | "unknown" {
  if (grade === null) return "unknown";
  return grade >= MET ? "meets" : "misses";
}

/** A must filters: what is wished has to be there for certain, what is to be avoided must not be there for certain. */
export function passesMust(match: PreferenceMatch, document: number): boolean {
  const grade = match.grade(document);
  return grade === null ? match.preference.polarity === "negative" : grade >= MET;
}

function positiveMatch(preference: Preference, index: CatalogIndex): (document: number) => Grade {
  const { attribute, operator, value } = preference;
  if (operator === "any" || value === null) return () => null;
  switch (attribute) {
    case "price":
      return numberMatch(preference, (document) => [index.prices[document] ?? 0]);
    case "rating":
      return numberMatch(preference, (document) => ratingsOf(index, document));
    case "category": {
      const grades = index.kind.grades(String(value));
      return (document) => grades[document] ?? 0;
    }
    case "brand":
      return brandMatch(String(value), index);
    case "feature":
    case "usage":
    case "recipient":
    case "style":
      return textMatch(preference, index);
    default:
      return attributeMatch(preference, index);
  }
}

/** Ratings with votes, else those that the catalog gives without. */
function ratingsOf(index: CatalogIndex, document: number): number[] {
  const product = index.products[document];
  if (product === undefined) return [];
  if (product.rating !== null) return [product.rating.value];
  return product.attributes.filter(({ name }) => name === "rating").flatMap(({ number }) => number ?? []);
}

function brandMatch(value: string, index: CatalogIndex): (document: number) => Grade {
  const wanted = foldText(value);
  const wantedWords = wanted.split(" ");
  const byBrand = index.facets.grader("brand", (facet) => {
    const brand = foldText(facet.value);
    if (brand === wanted || brand.replaceAll(" ", "") === wanted.replaceAll(" ", "")) return 1;
    return wantedWords.every((word) => brand.split(" ").includes(word)) ? 0.9 : 0;
  });
  // Resellers stand in the brand column of what another makes: "Verizon - Samsung Galaxy".
  const inTitle = index.text.withAll(value, "title");
  return (document) => {
    const grade = byBrand(document);
    if (grade !== null && grade > 0) return grade;
    const isNamed =
      inTitle[document] === 1 && ` ${foldText(index.kinds[document]?.named ?? "")} `.includes(` ${wanted} `);
    return isNamed ? 0.6 : grade;
  };
}

/** Words looked for in text. For a must all of them, for a wish the more the better. */
function textMatch(preference: Preference, index: CatalogIndex): (document: number) => Grade {
  const text = String(preference.value);
  const words = contentWords(text);
  if (words.length === 0) return () => null;
  // "Free of parabens" names parabens: what is to be avoided is looked for among facts, not in prose.
  const isAvoided = preference.polarity === "negative";
  const whole = index.text.withAll(text, isAvoided ? "stated" : "anywhere");
  const stated = index.text.withAll(text, "stated");
  // A feature is one thing said in several words; of a usage or a person each word tells something.
  const isPhrase = preference.attribute === "feature" || words.length === 1;
  const single = isPhrase
    ? []
    : words.map((word) => index.text.withAll(word, isAvoided ? "stated" : "anywhere"));
  return (document) => {
    if (whole[document] === 1) return stated[document] === 1 ? 1 : 0.8;
    const share = single.filter((having) => having[document] === 1).length / words.length;
    if (share > 0) return share * 0.6;
    return isAvoided || preference.attribute === "feature" ? 0 : null;
  };
}

function attributeMatch(preference: Preference, index: CatalogIndex): (document: number) => Grade {
  const { attribute, operator, value, unit } = preference;
  if (operator !== "is" || typeof value === "number") {
    const accepts = acceptance(preference);
    if (accepts === null) return () => null;
    return index.facets.grader(attribute, (facet) => {
      const number = facet.number === undefined ? null : convert(facet.number, facet.unit, unit);
      return number === null ? 0 : accepts(number);
    });
  }
  const wanted = String(value);
  const words = valueWords(wanted);
  const squashed = squash(wanted);
  const byValue = index.facets.grader(attribute, (facet) => valueGrade(facet, wanted, words, squashed));
  // A title says a colour or a size as surely as a column does; a bare number in it could be anything.
  const byTitle = isOnlyNumber(wanted) ? null : index.text.withAll(wanted, "title");
  return (document) => {
    const grade = byValue(document);
    return grade !== null && grade > 0 ? grade : byTitle?.[document] === 1 ? 0.7 : grade;
  };
}

function valueGrade(
  facet: Pick<FacetValue, "value" | "number">,
  wanted: string,
  words: string[],
  squashed: string,
): number {
  if (squash(facet.value) === squashed) return 1;
  const has = valueWords(facet.value);
  // "Cotton" for "100% cotton blend", but "xl" is no part of "xxl": only whole words count, and of measures the number.
  if (words.length > 0 && words.every((word) => has.includes(word))) return 0.9;
  const isMeasure = /^[\d.,]+\s*\D{0,3}$/.test(wanted);
  return isMeasure && facet.number !== undefined && facet.number === Number.parseFloat(wanted) ? 0.9 : 0;
}

/** Of several numbers (sizes of variants) the best one counts. */
function numberMatch(
  preference: Preference,
  numbersAt: (document: number) => number[],
): (document: number) => Grade {
  const accepts = acceptance(preference);
  if (accepts === null) return () => null;
  return (document) => {
    const numbers = numbersAt(document);
    return numbers.length === 0 ? null : Math.max(...numbers.map(accepts));
  };
}

/** "About" and a bare price are soft: a fifth to either side, the nearer the better. */
function acceptance({ attribute, operator, value }: Preference): ((number: number) => number) | null {
  if (Array.isArray(value)) {
    const [low, high] = value[0] <= value[1] ? value : [value[1], value[0]];
    return (number) => (number >= low && number <= high ? 1 : 0);
  }
  const wanted = typeof value === "number" ? value : Number.parseFloat(String(value));
  if (!Number.isFinite(wanted)) return null;
  const near = (share: number) => (number: number) =>
    Math.max(0, 1 - (0.5 * Math.abs(number - wanted)) / Math.max(1e-9, share * Math.abs(wanted)));
  switch (operator) {
    case "at-most":
      return (number) => (number <= wanted ? 1 : 0);
    case "at-least":
      return (number) => (number >= wanted ? 1 : 0);
    case "about": {
      const grade = near(0.2);
      return (number) => (grade(number) >= 0.5 ? grade(number) : 0);
    }
    default: {
      const share = attribute === "price" ? 0.15 : 0.02;
      const grade = near(share);
      return (number) => (grade(number) >= 0.5 ? grade(number) : 0);
    }
  }
}

const SIZES: Record<string, string> = {
  small: "s",
  medium: "m",
  large: "l",
  "x large": "xl",
  "extra large": "xl",
  "extra small": "xs",
  "x small": "xs",
  xxl: "2xl",
  "xx large": "2xl",
  xxxl: "3xl",
};

function squash(text: string): string {
  const folded = foldText(text);
  return (SIZES[folded] ?? folded).replace(/ /g, "");
}
function valueWords(text: string): string[] {
  return wordsOf(text).map((word) => rootOf(singularOf(word)));
}
function isOnlyNumber(text: string): boolean {
  return /^[\d.,]+$/.test(text.trim());
}
