/** What one product's row answers: its price, its options, its attributes, its own words. */
import type { Attribute, Product } from "../catalog/product.ts";
import type { OpenQuestion } from "../dialogue/state.ts";
import type { ClaimBook } from "./claim-book.ts";
import { isKindred } from "./kindred-words.ts";
import type { PlanContext } from "./plan-context.ts";
import { phraseInListing, sayable } from "./product-facts.ts";
import { isOnTopic, quoteCustomers, wordsAsked } from "./quote-customers.ts";

/** What no catalog row can answer: the shop's terms and services. */
export const SHOP_TOPICS: ReadonlySet<string> = new Set(["shipping", "returns", "warranty", "payment"]);

export interface Found {
  claims: string[];
  /** The answer to a yes/no question; null when it wasn't one. */
  holds: boolean | null;
}

/** Null when neither the row nor its reviews have a word on it. */
export function lookUp(
  question: OpenQuestion,
  product: Product,
  context: PlanContext,
  book: ClaimBook,
): Found | null {
  return question.about === "reviews"
    ? (answerFromReviews(question, product, context, book) ??
        ratingForReviews(question, product, context, book))
    : lookUpInRow(question, product, book);
}

/** Null when the row has no word on it. */
export function lookUpInRow(
  question: Pick<OpenQuestion, "about" | "value">,
  product: Product,
  book: ClaimBook,
): Found | null {
  const { about, value } = question;
  const plain = (claim: string | null): Found | null =>
    claim === null ? null : { claims: [claim], holds: null };
  switch (about) {
    case "price":
      return product.was ? plain(book.reduction(product)) : plain(book.price(product));
    case "discount":
      return product.was ? { claims: [book.reduction(product) ?? book.price(product)], holds: true } : null;
    case "brand":
      return plain(book.brand(product));
    case "category":
      return plain(book.category(product));
    case "rating":
      return plain(book.rating(product));
    case "availability":
      return value
        ? (answerFromVariants(product, value, book) ?? availability(product, book))
        : availability(product, book);
    case "variants":
      return value ? answerFromVariants(product, value, book) : allVariants(product, book);
    default:
      return SHOP_TOPICS.has(about)
        ? answerFromAttributes(about, value, product, book)
        : answerFromRow(question, product, book);
  }
}

/** The stars say what most think, and nothing of the battery. */
function ratingForReviews(
  question: OpenQuestion,
  product: Product,
  context: PlanContext,
  book: ClaimBook,
): Found | null {
  const rating = isOnTopic(product, wordsAsked(question.text), context) ? null : book.rating(product);
  return rating === null ? null : { claims: [rating], holds: null };
}

function availability(product: Product, book: ClaimBook): Found {
  return { claims: [book.availability(product)], holds: product.inStock };
}

/**
 * "What do people say about the battery?" is about the battery, and no other praise answers it; "any good?" is about
 * everything, and "any complaints?" asks for those who complain.
 */
function answerFromReviews(
  question: OpenQuestion,
  product: Product,
  context: PlanContext,
  book: ClaimBook,
): Found | null {
  const asked = wordsAsked(question.text);
  const tone = COMPLAINTS.test(question.text) ? "critical" : null;
  const onPoint = asked.length === 0 ? null : quoteCustomers(product, asked, context, book, tone);
  if (onPoint) return { claims: onPoint, holds: null };
  if (isOnTopic(product, asked, context)) return null;
  const voices = quoteCustomers(product, [], context, book, tone);
  // One voice of many says little of what most think; the stars do.
  const rating = voices && tone === null ? book.rating(product) : null;
  return voices && { claims: [...(rating === null ? [] : [rating]), ...voices], holds: null };
}

const COMPLAINTS =
  /\b(?:complain\w*|complaints?|problems?|issues?|downsides?|drawbacks?|cons|negative|critical|dislikes?|bad reviews?|worst)\b/i;

/** "Does it come in black?": the options a variant has, with what there is instead when it does not. */
function answerFromVariants(product: Product, value: string, book: ClaimBook): Found | null {
  const options = choicesOf(product);
  for (const [option, values] of options) {
    const match = values.find((candidate) => sameWord(candidate, value));
    if (match) return { claims: [book.variants(product, option, [match])], holds: true };
  }
  const attribute = product.attributes.find((candidate) => sameWord(candidate.value, value));
  if (attribute) return { claims: [book.attribute(product, attribute)], holds: true };
  const [option, values] = [...options][0] ?? [];
  return option && values ? { claims: [book.variants(product, option, values)], holds: false } : null;
}

function allVariants(product: Product, book: ClaimBook): Found | null {
  const claims = [...choicesOf(product)].map(([option, values]) => book.variants(product, option, values));
  return claims.length > 0 ? { claims: claims.slice(0, 2), holds: null } : null;
}

/** The values of variants in stock, by the option's name. */
export function choicesOf(product: Product): Map<string, string[]> {
  const options = new Map<string, string[]>();
  for (const variant of product.variants) {
    if (!variant.inStock) continue;
    for (const { name, value } of variant.options) {
      const values = options.get(name) ?? [];
      if (!values.includes(value)) options.set(name, [...values, value]);
    }
  }
  return options;
}

/** Attributes first, then options, then the listing's own words. */
function answerFromRow(
  question: Pick<OpenQuestion, "about" | "value">,
  product: Product,
  book: ClaimBook,
): Found | null {
  const { about, value } = question;
  const namesake = value ? namesakeOf(value, product) : undefined;
  // "Is it waterproof?" is answered by a "waterproof rating"; whether 10,000 mm is enough, the shopper judges.
  if (namesake?.number !== undefined) return { claims: [book.attribute(product, namesake)], holds: null };
  const fromAttributes = answerFromAttributes(about, value, product, book);
  if (fromAttributes) return fromAttributes;
  if (namesake && value)
    return { claims: [book.attribute(product, namesake)], holds: affirms(namesake, value) };
  const variants = value ? answerFromVariants(product, value, book) : null;
  // "No, it comes in green and sand" answers a question on colour, not one on anything else.
  if (variants?.holds || choicesOf(product).has(about)) return variants;
  for (const wanted of [value, about].filter(
    (word) => word !== undefined && word !== "other" && word !== "feature",
  )) {
    const phrase = wanted === undefined ? null : phraseInListing(product, wanted);
    if (phrase) return { claims: [book.feature(product, phrase)], holds: true };
  }
  return null;
}

/** The attribute named after a property: "breathability" of "breathable". */
function namesakeOf(property: string, product: Product): Attribute | undefined {
  return product.attributes.find(
    (attribute) =>
      sayable(attribute) && attribute.name.split(/\s+/).some((word) => isKindred(word, property)),
  );
}

/** Null where the value is neither a yes, nor a no, nor the property itself. */
function affirms({ value }: Attribute, property: string): boolean | null {
  if (/^(?:yes|true)\b/i.test(value) || sameWord(value, property)) return true;
  return /^(?:no|none|not|without|false)\b/i.test(value) ? false : null;
}

function answerFromAttributes(
  about: string,
  value: string | undefined,
  product: Product,
  book: ClaimBook,
): Found | null {
  const attributes = product.attributes.filter(
    (attribute) => sayable(attribute) && named(attribute.name, about),
  );
  if (attributes.length === 0) return null;
  const option = choicesOf(product).get(about);
  if (value === undefined) {
    const claims =
      option && option.length > 1
        ? [book.variants(product, about, option)]
        : ofTwoNames(attributes).map((a) => book.attribute(product, a));
    return { claims, holds: null };
  }
  // "Is it breathable?" of a breathability: the figure, or a yes or no, where the row gives one.
  const property = attributes.find(
    ({ name }) => name.split(/\s+/).some((word) => isKindred(word, value)) || sameWord(name, value),
  );
  if (property)
    return {
      claims: [book.attribute(product, property)],
      holds: property.number === undefined ? affirms(property, value) : null,
    };
  const match = attributes.find(
    (attribute) => sameWord(attribute.value, value) || measures(attribute, value),
  );
  if (match) return { claims: [book.attribute(product, match)], holds: true };
  const other = answerFromVariants(product, value, book);
  if (other?.holds) return other;
  const [first] = attributes;
  return first ? { claims: [book.attribute(product, first)], holds: false } : null;
}

/** All values of the first two attributes, as far as they can be told in one breath. */
function ofTwoNames(attributes: readonly Attribute[]): Attribute[] {
  const names = new Set([...new Set(attributes.map(({ name }) => name))].slice(0, 2));
  return attributes.filter(({ name }) => names.has(name)).slice(0, VALUES_MAX);
}
const VALUES_MAX = 6;

/** "screen" asks for "screen size"; "size" does not ask for "screen size" when there is a "size". */
export function named(attribute: string, about: string): boolean {
  if (attribute === about) return true;
  // A "laptop size" is no answer to "will it fit under a seat".
  if (about === "size") return attribute === "dimensions" || attribute === "packed size";
  const words = attribute.split(/\s+/);
  return about.split(/\s+/).every((wanted) => words.some((word) => isKindred(word, wanted)));
}

/** What takes something of a size takes anything smaller as well. */
const TAKES = /^(?:laptop|tablet|phone) size$/;

function measures({ name, number }: Attribute, wanted: string): boolean {
  const asked = Number.parseFloat(wanted.replace(",", "."));
  if (number === undefined || Number.isNaN(asked)) return false;
  return TAKES.test(name) ? number >= asked : number === asked;
}

function sameWord(value: string, wanted: string): boolean {
  const plain = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/grey/g, "gray")
      .replace(/[^\p{L}\p{N}.]+/gu, " ")
      .trim()} `;
  return plain(value).includes(plain(wanted));
}
