/** A claim's meaning to a predicate: what is said of the item, without its subject. */
import type { Money, Product, Sku } from "../../catalog/product.ts";
import type { Statement } from "../../dialogue/claims.ts";
import { withArticle } from "../words/articles.ts";
import { type Predicate, predicate } from "../words/clauses.ts";
import { inlineText } from "../words/finish-sentence.ts";
import { joinWithAnd } from "../words/join-phrases.ts";
import { restoreAcronyms } from "../words/letter-case.ts";
import { isPluralNoun, numeral, singularOf } from "../words/nouns.ts";
import { isNo, isYes, phraseMeasure, phraseMeasureBeforeNoun, phraseValue } from "../words/phrase-value.ts";

/** What phrasing needs to know besides the claim. */
export interface StatementContext {
  locale: string;
  money: (money: Money) => string;
  product: (sku: Sku) => Product | undefined;
  /** Names that keep their capitals mid-sentence, lower-cased: the brands of the plan. */
  names: ReadonlySet<string>;
}

/** Null for statements that are no property of one item: counts, ranges, quotes, and what the shopper said. */
export function phraseOfStatement(statement: Statement, context: StatementContext): Predicate | null {
  switch (statement.type) {
    case "price":
      return predicate("be", context.money(statement.price));
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
    case "review":
    case "count":
    case "price-range":
    case "said":
      return null;
  }
}

/** Attributes that have a verb or a shape of their own. The rest reads "its {attribute} is {value}". */
export function phraseAttribute(attribute: string, value: string, context: StatementContext): Predicate {
  const name = restoreAcronyms(inlineText(attribute));
  const said = phraseValue(value, context.names);
  if (isYes(value)) return phrasePresence(name, true);
  if (isNo(value)) return phrasePresence(name, false);
  if (/^(?:weight|item weight|net weight)$/.test(attribute) && /^\d/.test(value))
    return predicate("weigh", said);
  if (/^(?:colou?rs?)$/.test(attribute)) return predicate("come", `in ${said}`);
  if (attribute === "size") return predicate("come", `in size ${inlineText(value)}`);
  if (attribute === "brand") return predicate("be", `from ${inlineText(value)}`);
  if (attribute === "type") return predicate("be", withArticle(said));
  if (isRelation(name)) return predicate("be", `${name} ${inlineText(value)}`);
  if (attribute === "sleeps" || attribute === "serves" || attribute === "seats")
    return predicate(PARTY_VERBS[attribute], said);
  if (attribute === "material") return predicate("be", `made of ${said}`);
  const ofPart = /^(.+) material$/.exec(name)?.[1];
  if (ofPart && /^[\p{L}\d% -]{2,24}$/u.test(said) && !/\band\b/.test(said)) {
    return predicate("have", isPluralNoun(ofPart) ? `${said} ${ofPart}` : withArticle(`${said} ${ofPart}`));
  }
  if (ofPart) return predicate("be", `made of ${said}`, ofPart, isPluralNoun(ofPart));
  if (/^(?:capacity|volume)$/.test(attribute) && /^\d/.test(value)) return predicate("hold", said);
  const sized = /^(screen|display|monitor|wheel|tyre|tire|speaker|driver|blade|lens) size$/.exec(name)?.[1];
  const measure = sized ? phraseMeasureBeforeNoun(value) : null;
  if (sized && measure) return predicate("have", withArticle(`${measure} ${sized}`));
  const carried = /^(laptop|tablet|phone) size$/.exec(name)?.[1];
  const carriedMeasure = carried ? phraseMeasureBeforeNoun(value) : null;
  if (carried && carriedMeasure) return predicate("take", withArticle(`${carriedMeasure} ${carried}`));
  if (/^(?:battery life|run ?time|play ?time)$/.test(attribute) && /^\d/.test(value)) {
    return attribute === "battery life"
      ? predicate("last", said, "battery")
      : predicate("run", `for ${said}`);
  }
  if (/^(?:usage|use|best for|suitable for|intended use|activity)$/.test(attribute))
    return predicate("be", `meant for ${joinWithAnd(said.split(/,\s*/), context.locale)}`);
  if (/^(?:length|width|height|depth)$/.test(attribute) && /^\d/.test(value)) {
    return predicate("be", `${said} ${DIMENSION_ADJECTIVES.get(attribute) ?? attribute}`);
  }
  if (/\b(?:memory|storage|RAM)$/.test(name) && /^\d/.test(value))
    return predicate("have", `${said} of ${name}`);
  const kept = /^keeps (.+)$/.exec(name)?.[1];
  if (kept) return predicate("keep", `${kept} for ${said}`);
  // "Its waterproofing is waterproof" says the same twice.
  if (said.toLowerCase().slice(0, 6) === name.toLowerCase().slice(0, 6) && name.length > 5)
    return predicate("be", said);
  if (attribute === "season") return predicate("be", `for ${said}`);
  const plural = isPluralNoun(name);
  if (plural && value === "1") return predicate("have", `1 ${singularOf(name)}`);
  if (plural && /^\d+$/.test(value)) return predicate("have", `${value} ${name}`);
  return predicate("be", said, name, plural);
}

/** Whether a name already says how the value belongs to the item: "compatible with" is no thing that an item has. */
export function isRelation(attribute: string): boolean {
  return RELATION.test(attribute);
}
const RELATION = /^(?!best )\S*(?:able|ible|ed|ended|made) (?:with|for|by|in|to)$/;

const PARTY_VERBS = { sleeps: "sleep", serves: "serve", seats: "seat" } as const;

const DIMENSION_ADJECTIVES = new Map(
  Object.entries<string>({
    length: "long",
    width: "wide",
    height: "high",
    depth: "deep",
  }),
);

/** "waterproof: yes" is a property, "touchscreen: yes" is a part. */
function phrasePresence(name: string, present: boolean): Predicate {
  if (isAdjective(name)) return { ...predicate("be", name), negated: !present };
  const thing =
    isPluralNoun(name) ||
    /\b(?:bluetooth|wi-?fi|nfc|gps|suspension|storage|support|lighting|memory)$/i.test(name)
      ? name
      : withArticle(name);
  return { ...predicate("have", thing), negated: !present };
}

const ADJECTIVE =
  /(?:proof|able|ible|less|free|resistant|friendly|compatible|ready|safe|certified|verified|tested|made|washable|adjustable|foldable|vegan|organic|natural|hypoallergenic|tubeless|refurbished|handmade|recycled|insulated|padded|lined|electric|canadian|fragranced|scented|tinted|matte)$/i;

function isAdjective(phrase: string): boolean {
  return ADJECTIVE.test(phrase);
}

function phraseFeature(phrase: string, context: StatementContext): Predicate {
  const said = phraseValue(phrase, context.names);
  if (isAdjective(said) && said.split(" ").length <= 3) return predicate("be", said);
  return predicate("mention", said, "listing");
}

function phraseRating(value: number, count: number, { locale }: StatementContext): Predicate {
  const stars = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return predicate(
    "be",
    `rated ${stars} from ${numeral(count, locale)} ${count === 1 ? "review" : "reviews"}`,
  );
}

function phraseVariants(option: string, values: readonly string[], context: StatementContext): Predicate {
  const shown = values
    .slice(0, 4)
    .map((value) => (isSizeOption(option) ? inlineText(value) : phraseValue(value, context.names)));
  const list = joinWithAnd(values.length > shown.length ? [...shown, "more"] : shown, context.locale);
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
  return { ...own, rest: `${own.rest}, ${direction === "other" ? "not" : "against"} ${other}` };
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
    case "recipient":
      return predicate("be", `listed for ${phraseValue(statement.value, context.names)}`);
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
    return predicate("be", `${context.money(product.price)}, which is over your budget`);
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
