/** A shopper's question against the catalog: an answer with evidence, or an honest "the listing doesn't say" [LED-3]. */
import type { Attribute, Product } from "../catalog/product.ts";
import type { OpenQuestion } from "../dialogue/state.ts";
import type { ClaimBook } from "./claim-book.ts";
import { comparisonsOf } from "./compare-products.ts";
import type { PlanContext } from "./plan-context.ts";
import { subjectOf } from "./plan-context.ts";
import { phraseInListing, sayable } from "./product-facts.ts";
import type { Content } from "./turn-plan.ts";

type Answer = Extract<Content, { type: "answer-fact" | "cannot-answer" | "answer-identity" }>;

/** What no catalog row can answer: the shop's terms and services. */
const SHOP_TOPICS = new Set(["shipping", "returns", "warranty", "payment"]);

export function answerQuestion(question: OpenQuestion, context: PlanContext, book: ClaimBook): Answer {
  if (question.about === "identity") return { type: "answer-identity" };
  const products = inOrderAsked(question, productsAsked(question, context));
  const [product, other] = products;
  if (!product) return answerAboutRange(question, context, book);
  if (other) {
    const comparison = compareOn(question.about, product, other, book);
    if (comparison)
      return { type: "answer-fact", question, sku: product.sku, claims: comparison, holds: null };
  }
  const found = lookUp(question, product, context, book) ?? answerFromWords(question, product, context, book);
  if (found) return { type: "answer-fact", question, sku: product.sku, ...found };
  return { type: "cannot-answer", question, sku: SHOP_TOPICS.has(question.about) ? null : product.sku };
}

/** What the question's own words lead to: an attribute they name, or a customer who wrote of the same. */
function answerFromWords(
  question: OpenQuestion,
  product: Product,
  context: PlanContext,
  book: ClaimBook,
): Found | null {
  if (SHOP_TOPICS.has(question.about) || question.about === "discount") return null;
  const attribute = attributeNamedIn(question.text, product);
  if (attribute) return { claims: [book.attribute(product, attribute)], holds: null };
  return answerFromExperience(question.text, product, context, book);
}

function productsAsked(question: OpenQuestion, context: PlanContext): Product[] {
  const named = question.skus.flatMap((sku) => context.product(sku) ?? []);
  if (named.length > 1) return named;
  if (WHICH.test(question.text)) {
    const lastTurn = context.state.shown.at(-1)?.turnId;
    const shown = context.state.shown.filter((item) => item.turnId === lastTurn);
    if (shown.length > 1) return shown.flatMap((item) => context.product(item.sku) ?? []);
  }
  if (named.length > 0) return named;
  const subject = subjectOf(context);
  return subject ? [subject] : [];
}

const WHICH = /^(?:(?:and|so|ok|but) )?which\b/i;
const LESS =
  /\b(?:cheap|light|small|thin|short|quiet|low|compact|slim|narrow)(?:er|est)\b|\b(?:least|less)\b/i;

/** "Which is lightest?": the winner first, then who comes next, so that both figures can be told. */
function inOrderAsked({ text, about }: OpenQuestion, products: Product[]): Product[] {
  if (!WHICH.test(text) || products.length < 2) return products;
  const sign = LESS.test(text) ? 1 : -1;
  const measured = products.flatMap((product) => {
    const value =
      about === "price"
        ? product.price.minor
        : product.attributes.find(({ name }) => named(name, about))?.number;
    return value === undefined ? [] : [{ product, value }];
  });
  if (measured.length < 2) return products;
  return measured.sort((a, b) => sign * (a.value - b.value)).map(({ product }) => product);
}

/** "How much are they?" with no item in view is answered with the range of what matches. */
function answerAboutRange(question: OpenQuestion, context: PlanContext, book: ClaimBook): Answer {
  const { search } = context;
  if (question.about === "price" && search.price && search.total > 0) {
    const claims = [book.priceRange(search.price.low, search.price.high, "products", search.total)];
    return { type: "answer-fact", question, sku: null, claims, holds: null };
  }
  return { type: "cannot-answer", question, sku: null };
}

interface Found {
  claims: string[];
  /** The answer to a yes/no question; null when it wasn't one. */
  holds: boolean | null;
}

function lookUp(
  question: OpenQuestion,
  product: Product,
  context: PlanContext,
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
    case "reviews":
      return answerFromReviews(product, context, book) ?? plain(book.rating(product));
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

function availability(product: Product, book: ClaimBook): Found {
  return { claims: [book.availability(product)], holds: product.inStock };
}

function answerFromReviews(product: Product, context: PlanContext, book: ClaimBook): Found | null {
  const review = context.reviews(product.sku).find((candidate) => candidate.text.length <= 240);
  return review ? { claims: [book.review(review, review.text)], holds: null } : null;
}

/** "Does it come in black?": the options a variant has, with what there is instead when it does not. */
function answerFromVariants(product: Product, value: string, book: ClaimBook): Found | null {
  const options = optionsOf(product);
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
  const claims = [...optionsOf(product)].map(([option, values]) => book.variants(product, option, values));
  return claims.length > 0 ? { claims: claims.slice(0, 2), holds: null } : null;
}

/** Options of variants in stock, by option name. */
function optionsOf(product: Product): Map<string, string[]> {
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
function answerFromRow(question: OpenQuestion, product: Product, book: ClaimBook): Found | null {
  const { about, value } = question;
  const fromAttributes = answerFromAttributes(about, value, product, book);
  if (fromAttributes) return fromAttributes;
  const namesake = value ? answerFromAttributes(value, undefined, product, book) : null;
  // "Is it waterproof?" is answered by a "waterproof rating".
  if (namesake) return { ...namesake, holds: question.kind === "doubt" ? null : true };
  const variants = value ? answerFromVariants(product, value, book) : null;
  // "No, it comes in green and sand" answers a question on colour, not one on anything else.
  if (variants?.holds || optionsOf(product).has(about)) return variants;
  for (const wanted of [value, about].filter(
    (word) => word !== undefined && word !== "other" && word !== "feature",
  )) {
    const phrase = wanted === undefined ? null : phraseInListing(product, wanted);
    if (phrase) return { claims: [book.feature(product, phrase)], holds: true };
  }
  return null;
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
  const option = optionsOf(product).get(about);
  if (value === undefined) {
    const claims =
      option && option.length > 1
        ? [book.variants(product, about, option)]
        : attributes.slice(0, 2).map((a) => book.attribute(product, a));
    return { claims, holds: null };
  }
  const match = attributes.find(
    (attribute) => sameWord(attribute.value, value) || measures(attribute, value),
  );
  if (match) return { claims: [book.attribute(product, match)], holds: true };
  const other = answerFromVariants(product, value, book);
  if (other?.holds) return other;
  const [first] = attributes;
  return first ? { claims: [book.attribute(product, first)], holds: false } : null;
}

/** "screen" asks for "screen size"; "size" does not ask for "screen size" when there is a "size". */
function named(attribute: string, about: string): boolean {
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

/** "Bright" and "brightness", "breathable" and "breathability": the same word but for its ending. */
function isKindred(word: string, other: string): boolean {
  if (word === other) return true;
  const shorter = Math.min(word.length, other.length);
  // "Water" is no short form of "waterproof": only endings may differ.
  const endings = shorter <= 5 ? 3 : 6;
  if (shorter < 4 || Math.abs(word.length - other.length) > endings) return false;
  const shared = shorter <= 5 ? shorter : Math.max(5, shorter - 3);
  return word.slice(0, shared) === other.slice(0, shared);
}

/** Words of an attribute's name that questions leave out: "how long does it keep hot" asks for the "keeps hot time". */
const UNSAID = new Set(["time", "rating", "type", "level", "max", "min", "of", "the"]);

/** An attribute that the question names in passing, whatever it was taken to be about. */
function attributeNamedIn(text: string, product: Product): Attribute | undefined {
  const asked = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return product.attributes.find((attribute) => {
    const words = attribute.name.split(/\s+/).filter((word) => !UNSAID.has(word));
    return (
      sayable(attribute) &&
      words.length > 0 &&
      words.every((word) => asked.some((other) => isKindred(word, other)))
    );
  });
}

/** A customer's sentence that speaks of what was asked: at least two of the question's own words. */
function answerFromExperience(
  text: string,
  product: Product,
  context: PlanContext,
  book: ClaimBook,
): Found | null {
  const asked = [...new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])].filter(
    (word) => !ASKING_WORDS.has(word),
  );
  for (const review of context.reviews(product.sku)) {
    for (const sentence of review.text.match(/[^.!?]+[.!?]+(?=\s|$)/g) ?? []) {
      const words = sentence.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
      const shared = asked.filter((word) => words.some((other) => isKindred(word, other)));
      if (shared.length >= 2 && sentence.length <= 200)
        return { claims: [book.review(review, sentence.trim())], holds: null };
    }
  }
  return null;
}

const ASKING_WORDS = new Set(
  "does will would could should this that they them with have what which where when there about really actually sure from your into than some very much many this it's".split(
    " ",
  ),
);

function compareOn(about: string, product: Product, other: Product, book: ClaimBook): string[] | null {
  const comparison = comparisonsOf(product, other).find((candidate) => named(candidate.attribute, about));
  return comparison ? [book.compare(comparison, [product, other])] : null;
}

/** Open questions this turn can settle: what was asked outright, doubted or made a condition, oldest first. */
export function questionsDue(context: PlanContext): OpenQuestion[] {
  return context.state.openQuestions.filter(
    (question) =>
      question.raisedBy === "shopper" &&
      question.status === "open" &&
      (question.kind === "asked" || question.kind === "doubt" || question.kind === "condition"),
  );
}
