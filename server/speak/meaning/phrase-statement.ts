/** A claim's meaning to a predicate: what is said of the item, without its subject. */
import type { Money, Product, Sku } from "../../catalog/product.ts";
import type { Statement } from "../../dialogue/claims.ts";
import { type Predicate, predicate } from "../words/clauses.ts";
import { inlineText } from "../words/finish-sentence.ts";
import { restoreAcronyms } from "../words/letter-case.ts";
import { numeral } from "../words/nouns.ts";
import { formatNumber } from "../words/number-format.ts";
import { isNo, isYes, phraseMeasure, phraseValue } from "../words/phrase-value.ts";
import { isAdjective, listOf, phraseAttribute } from "./phrase-attribute.ts";

/** What phrasing needs to know besides the claim. */
export interface StatementContext {
  locale: string;
  money: (money: Money) => string;
  product: (sku: Sku) => Product | undefined;
  /** Names that keep their capitals mid-sentence, lower-cased: the brands of the plan. */
  names: ReadonlySet<string>;
  /** What the agent said before, oldest first. */
  said: readonly string[];
}

/** Null for statements that are no property of one item: counts, ranges, quotes, and what the shopper said. */
export function phraseOfStatement(statement: Statement, context: StatementContext): Predicate | null {
  switch (statement.type) {
    case "price":
      return predicate("cost", context.money(statement.price));
    case "reduction":
      return predicate(
        "be",
        `down from ${context.money(statement.was)} to ${context.money(statement.price)}`,
      );
    case "brand":
      return predicate("be", `from ${inlineText(statement.brand)}`);
    case "category":
      return predicate("be", `listed under ${phraseValue(statement.category, context.names)}`);
    case "attribute":
      return phraseAttribute(statement.attribute, statement.value, context);
    case "feature":
      return phraseFeature(statement.phrase, context);
    case "rating":
      return phraseRating(statement.value, statement.count, context);
    case "availability":
      return predicate("be", statement.inStock ? "in stock" : "out of stock at the moment");
    case "variants":
      return phraseVariants(statement.option, statement.values, context);
    case "comparison":
      return phraseComparison(statement, context);
    case "meets":
      return phraseMet(statement, context);
    case "misses":
      return phraseMissed(statement, context);
    case "price-change":
    case "review":
    case "extreme":
    case "merchant-answer":
    case "count":
    case "price-range":
    case "said":
      return null;
  }
}

function phraseFeature(phrase: string, context: StatementContext): Predicate {
  const said = phraseValue(phrase, context.names);
  if (isAdjective(said) && said.split(" ").length <= 3) return predicate("be", said);
  return predicate("mention", said, "listing");
}

/** Ratings are told so often that they need words of their own each time: the way that was heard least recently. */
function phraseRating(value: number, count: number, { locale, said }: StatementContext): Predicate {
  const figure = formatNumber(value, locale, 1);
  const reviews = `${numeral(count, locale)} ${count === 1 ? "review" : "reviews"}`;
  const ways = [
    { heard: /rated [\d.]+ from/, phrase: predicate("be", `rated ${figure} from ${reviews}`) },
    { heard: /stars? (?:from|across)/, phrase: predicate("have", `${figure} stars from ${reviews}`) },
    { heard: /averages? /, phrase: predicate("average", `${figure} stars across ${reviews}`) },
    { heard: /rated [\d.]+ out of/, phrase: predicate("be", `rated ${figure} out of 5 in ${reviews}`) },
  ];
  const lastHeard = ways.map(({ heard }) => said.findLastIndex((sentence) => heard.test(sentence)));
  const stalest = lastHeard.indexOf(Math.min(...lastHeard));
  return ways[stalest]?.phrase ?? predicate("be", `rated ${figure} from ${reviews}`);
}

function phraseVariants(option: string, values: readonly string[], context: StatementContext): Predicate {
  const list = listOf(
    values.map((value) => (isSizeOption(option) ? inlineText(value) : phraseValue(value, context.names))),
    4,
    context.locale,
  );
  if (/^(?:colou?rs?|style|finish|material)$/i.test(option)) return predicate("come", `in ${list}`);
  if (isSizeOption(option)) return predicate("come", `in ${values.length === 1 ? "size" : "sizes"} ${list}`);
  const name = restoreAcronyms(inlineText(option).toLowerCase());
  return predicate(
    "come",
    values.length === 1 ? `with ${list} as the ${name}` : `with a choice of ${name}: ${list}`,
  );
}

function isSizeOption(option: string): boolean {
  return /size$/i.test(option);
}

/** "Cheaper" and "rated higher" ask for a "than"; "has a steel frame, not aluminium" does not. */
export function isComparative(statement: Statement): statement is Extract<Statement, { type: "comparison" }> {
  if (statement.type !== "comparison" || statement.direction === "other") return false;
  return statement.attribute === "rating" || COMPARATIVES.has(statement.attribute);
}

/** Less and more, as adjectives where English has one. */
const COMPARATIVES = new Map(
  Object.entries<{ less: string; more: string }>({
    price: { less: "cheaper", more: "more expensive" },
    weight: { less: "lighter", more: "heavier" },
    length: { less: "shorter", more: "longer" },
    width: { less: "narrower", more: "wider" },
    height: { less: "lower", more: "taller" },
    depth: { less: "shallower", more: "deeper" },
    thickness: { less: "thinner", more: "thicker" },
  }),
);

function phraseComparison(
  statement: Extract<Statement, { type: "comparison" }>,
  context: StatementContext,
): Predicate {
  const { attribute, direction, value, overValue } = statement;
  const adjectives = COMPARATIVES.get(attribute);
  if (direction !== "other" && adjectives) {
    const difference = differenceOf(statement, context);
    return predicate("be", difference ? `${difference} ${adjectives[direction]}` : adjectives[direction]);
  }
  if (attribute === "rating" && direction !== "other") {
    return predicate("be", `rated ${direction === "more" ? "higher" : "lower"}`);
  }
  const own = phraseAttribute(attribute, value, context);
  const other = phraseValue(overValue, context.names);
  if (isYes(value) || isNo(value)) return own;
  return { ...own, rest: `${own.rest} rather than ${other}` };
}

function differenceOf(
  statement: Extract<Statement, { type: "comparison" }>,
  context: StatementContext,
): string | null {
  if (statement.differenceMoney) return context.money(statement.differenceMoney);
  if (!statement.difference) return null;
  return phraseMeasure(statement.difference.number, statement.difference.unit, context.locale);
}

/** A wish that is met. The listing's price is formatted anew: the claim's text may hold a bare number. */
function phraseMet(statement: Extract<Statement, { type: "meets" }>, context: StatementContext): Predicate {
  const product = context.product(statement.sku);
  switch (statement.attribute) {
    case "price":
      return product
        ? predicate("fit", `your budget at ${context.money(product.price)}`)
        : predicate("fit", "your budget");
    case "rating":
      return product?.rating
        ? phraseRating(product.rating.value, product.rating.count, context)
        : predicate("be", `rated ${inlineText(statement.value)}`);
    case "category":
      return predicate("be", `listed under ${phraseValue(statement.value, context.names)}`);
    case "usage":
    case "recipient": {
      const uses = statement.value.split(/\s*[,;/]\s*/).map((use) => phraseValue(use, context.names));
      return predicate("be", `listed for ${listOf(uses, 4, context.locale)}`);
    }
    case "feature":
      return phraseFeature(statement.value, context);
    case "availability":
      return predicate("be", "in stock");
    default:
      return phraseAttribute(statement.attribute, statement.value, context);
  }
}

function phraseMissed(
  statement: Extract<Statement, { type: "misses" }>,
  context: StatementContext,
): Predicate {
  const product = context.product(statement.sku);
  if (statement.attribute === "price" && product)
    return predicate(
      "be",
      `${context.money(product.price)}, which is ${statement.isBelow ? "less than you had in mind" : "over your budget"}`,
    );
  if (statement.attribute === "availability") return predicate("be", "out of stock at the moment");
  if (statement.attribute === "rating" && product?.rating) {
    return phraseRating(product.rating.value, product.rating.count, context);
  }
  if (statement.value === null) {
    const topic =
      SILENT_TOPICS.get(statement.attribute) ?? `the ${restoreAcronyms(inlineText(statement.attribute))}`;
    return { ...predicate("mention", topic, "listing"), negated: true };
  }
  return phraseMet({ ...statement, type: "meets", value: statement.value }, context);
}

const SILENT_TOPICS = new Map(
  Object.entries<string>({
    usage: "the use you have in mind",
    recipient: "who it's meant for",
    feature: "one thing you asked for",
    category: "the kind you asked for",
  }),
);
