/** Amounts as wishes: prices, ratings, measures of the attribute that is meant, counted things, and sizes of a person. */
import type { VocabularyAttribute } from "../catalog/vocabulary-types.ts";
import type { HeardPreference } from "../dialogue/understanding.ts";
import { isAge } from "./ages.ts";
import type { Mention } from "./catalog-lexicon.ts";
import type { Clause } from "./clauses.ts";
import { CONVERSATION_WORDS } from "./english-words.ts";
import { PRICE_TALK, priceWish } from "./price-wishes.ts";
import { LONGEST_LEAD, namedBy, type Quantity, trailingBound } from "./quantities.ts";
import { inside, plainOf, quote, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";
import { convert, dimensionOf } from "./units.ts";

export interface MeasuredWish {
  span: Span;
  preference: Omit<HeardPreference, "said" | "polarity" | "firmness"> & Partial<HeardPreference>;
}

/** "16 gigs of ram or more": the bound may follow the attribute's name. */
function boundAfterName(context: Context, quantity: Quantity, beside: Beside | null): Quantity {
  if (beside === null || quantity.bound !== "exact" || beside.mention.from < quantity.to) return quantity;
  const rest = context.message.plain.slice(
    context.message.plainStarts[beside.mention.to] ?? context.message.plain.length,
  );
  return { ...quantity, bound: trailingBound(rest)?.bound ?? "exact" };
}

interface Beside {
  attribute: VocabularyAttribute;
  mention: Mention;
}

export function quantityWish(context: Context, amount: Quantity, clauses: Clause[]): MeasuredWish | null {
  const clause = clauses.find((part) => inside(amount, part)) ?? amount;
  // "I ride 5 miles a day" tells of the shopper; no product has five miles.
  if (isAge(context, amount)) {
    const value = `${quote(context.message, amount.core)}-year-old`;
    return {
      span: amount,
      preference: { attribute: "recipient", operator: "is", value, firmness: "prefer" },
    };
  }
  if (amount.unit !== null && isOfLife(context, clause)) return null;
  const beside = attributeBeside(context, amount);
  const quantity = boundAfterName(context, amount, beside);
  if (quantity.unit === "star") {
    const operator = quantity.bound === "at-most" ? "at-most" : "at-least";
    return {
      span: quantity,
      preference: { attribute: "rating", operator, value: quantity.value, polarity: "positive" },
    };
  }
  const name = beside === null ? namedBy(context.message, quantity) : null;
  if (name !== null) return namedWish(context, quantity);
  if (
    quantity.currency !== null ||
    (quantity.unit === null && beside === null && isPriceTalk(context, quantity, clause))
  ) {
    return { span: quantity, preference: priceWish(context, quantity, clause) };
  }
  if (isOfPerson(context, quantity)) {
    const value = quote(context.message, quantity.core);
    return {
      span: quantity,
      preference: { attribute: "recipient", operator: "is", value, firmness: "prefer" },
    };
  }
  if (quantity.unit !== null) return measureWish(context, quantity, quantity.unit, beside);
  if (beside !== null) {
    const span = {
      from: Math.min(quantity.from, beside.mention.from),
      to: Math.max(quantity.to, beside.mention.to),
    };
    if (beside.attribute.numeric === null) {
      return {
        span,
        preference: {
          attribute: beside.attribute.name,
          operator: "is",
          value: quote(context.message, quantity.core),
        },
      };
    }
    return {
      span,
      preference: {
        attribute: beside.attribute.name,
        ...bounded(quantity, (value) => value),
        ...(beside.attribute.numeric.unit ? { unit: beside.attribute.numeric.unit } : {}),
        polarity: "positive",
      },
    };
  }
  return countedWish(context, quantity);
}

/** "Number 7" of a shop that numbers nothing in a column: looked for in the texts, word and number together. */
function namedWish(context: Context, { core }: Quantity): MeasuredWish {
  const span = { from: core.from - 1, to: core.to };
  const value = quote(context.message, span).toLowerCase();
  return { span, preference: { attribute: "feature", operator: "is", value, firmness: "prefer" } };
}

/** Also of a clause that goes on with such a one: "I commute daily, 8 miles". */
function isOfLife(context: Context, clause: Span): boolean {
  if (OF_LIFE.test(plainOf(context.message, clause))) return true;
  const place = context.clauses.findIndex((part) => part.from === clause.from);
  const [own, previous] = [context.clauses[place], context.clauses[place - 1]];
  const goesOn =
    own !== undefined && previous?.sentence === own.sentence && own.to - own.from <= MOST_FRAGMENT_WORDS;
  return goesOn && OF_LIFE.test(plainOf(context.message, previous));
}

const MOST_FRAGMENT_WORDS = 4;
const OF_LIFE =
  /^(?:and |but |so |my )?(?:i|we|he|she|they|husband|wife|partner|son|daughter|dad|mum|mom|friend) (?:usually |often |mostly |mainly |only )?(?:ride|run|walk|commute|live|travel|hike|drive|cycle|swim|train)s?\b/;

/** A bare number with a bound speaks of the price, unless it counts something: "at least 2 pockets". */
function isPriceTalk(context: Context, quantity: Quantity, clause: Span): boolean {
  if (PRICE_TALK.test(plainOf(context.message, clause))) return true;
  if (isPriceRevised(context, quantity, clause)) return true;
  if (quantity.bound === "exact") return false;
  return quantity.bound === "at-most" || counted(context, quantity) === null;
}

/** "Make it 1200 after all", "I can spend more, say 1300": a bare number that the shop's prices can be. */
function isPriceRevised(context: Context, quantity: Quantity, clause: Span): boolean {
  const { price } = context.vocabulary;
  if (quantity.unit !== null || price === null || quantity.value < price.low || quantity.value > price.high)
    return false;
  if (counted(context, quantity) !== null) return false;
  const before = plainOf(context.message, { from: clause.from, to: quantity.from });
  if (/\b(?:make (?:it|that)|let us say|call it)$/.test(before)) return true;
  return (
    /^(?:so |or |and |but |then |no |rather |)(?:say|like|maybe|perhaps|)$/.test(before) &&
    PRICE_TALK.test(context.message.plain)
  );
}

/** The noun a number counts. */
function counted(context: Context, quantity: Quantity): Span | null {
  const next = context.message.tokens[quantity.to];
  if (next?.kind !== "word" || CONVERSATION_WORDS.has(next.word)) return null;
  const after = context.message.tokens[quantity.to + 1];
  const two =
    after?.kind === "word" && !CONVERSATION_WORDS.has(after.word) && context.vocabulary.hasWord(after.word);
  return { from: quantity.core.from, to: quantity.to + (two ? 2 : 1) };
}

function countedWish(context: Context, quantity: Quantity): MeasuredWish | null {
  const span = counted(context, quantity);
  if (
    !span ||
    context.mentions.some((mention) => mention.kind === "category" && mention.from === quantity.to)
  )
    return null;
  return {
    span: { from: quantity.from, to: span.to },
    preference: {
      attribute: "feature",
      operator: "is",
      value: quote(context.message, span).toLowerCase(),
      firmness: "prefer",
    },
  };
}

function attributeBeside(context: Context, quantity: Quantity): Beside | null {
  for (const mention of context.mentions) {
    if (mention.kind !== "attribute") continue;
    // "Under 150, size M": what a mark sets apart does not belong together.
    const between = { from: Math.min(mention.to, quantity.to), to: Math.max(mention.from, quantity.from) };
    if (/[,.;!?]/.test(plainOf(context.message, between)) && between.to > between.from) continue;
    const gap = mention.to <= quantity.from ? quantity.from - mention.to : mention.from - quantity.to;
    const attribute = context.lexicon.attribute(mention.name);
    if (!attribute || gap < 0 || gap > 2 || !takesNumbers(attribute)) continue;
    const fits =
      quantity.unit === null ||
      attribute.numeric === null ||
      dimensionOf(attribute.numeric.unit ?? "") === dimensionOf(quantity.unit);
    if (fits) return { attribute, mention };
  }
  return null;
}

/** In "up to 65 made of wool" the 65 is no material: nothing that is numbered nowhere has a number. */
function takesNumbers({ numeric, values }: VocabularyAttribute): boolean {
  return (
    numeric !== null || values.length === 0 || values.some(({ value }) => /^[a-z]{0,3}[ .]?\d/i.test(value))
  );
}

/** Centimetres that a grown-up or a child at school can be tall. */
function isHeight({ value, bound }: Quantity): boolean {
  return value >= 110 && value <= 215 && (bound === "exact" || bound === "about");
}

/** "I'm 165 cm tall" measures the shopper, not the product. */
function isOfPerson(context: Context, quantity: Quantity): boolean {
  const { plain, plainStarts } = context.message;
  const measure = dimensionOf(quantity.unit ?? "");
  if (quantity.unit === null && quantity.currency === null && isHeight(quantity))
    return /\b(?:i am|he is|she is)(?: about| around| only| just)? $/.test(
      plain.slice(0, plainStarts[quantity.from]),
    );
  if (measure !== "length" && measure !== "weight") return false;
  const start = plainStarts[quantity.from] ?? 0;
  const before = plain.slice(Math.max(0, start - LONGEST_LEAD), start);
  const after = plain.slice(plainStarts[quantity.to] ?? plain.length);
  return (
    /\b(?:i am|he is|she is|who is|i weigh|he weighs|she weighs|i measure|(?:my|his|her|their) (?:head|waist|chest|hips?|inseam|inside leg|foot|feet|legs?|arms?|back|height|weight|bust|neck|wrist|partner|wife|husband|son|daughter|girlfriend|boyfriend) (?:is|are|measures?|weighs))(?: about| around| only| just)? $/.test(
      before,
    ) || /^(?:tall|rider)\b/.test(after)
  );
}

/** A measure belongs to the attribute named beside it, else to the best covered attribute in such units. */
function measureWish(
  context: Context,
  quantity: Quantity,
  unit: string,
  beside: Beside | null,
): MeasuredWish | null {
  const dimension = dimensionOf(unit);
  const measured = context.lexicon.measuredIn(dimension);
  const part = partMeasured(context, quantity);
  if (part) return part;
  const inUnit = measured.filter((entry) => entry.numeric?.unit === unit);
  // Lengths are of many things: "30 cm" is not the size of a screen because that is given in inches. Of other
  // dimensions the attribute that most products have is meant: of kilograms the weight, not the load of a rack.
  const onlyOne = inUnit.length === 1 ? inUnit[0] : undefined;
  const attribute = beside?.attribute ?? (dimension === "length" ? onlyOne : measured[0]);
  const span = beside
    ? { from: Math.min(quantity.from, beside.mention.from), to: Math.max(quantity.to, beside.mention.to) }
    : quantity;
  if (!attribute) {
    const value = quote(context.message, quantity.core).toLowerCase();
    return { span, preference: { attribute: "feature", operator: "is", value, firmness: "prefer" } };
  }
  if (attribute.numeric === null) {
    return {
      span,
      preference: { attribute: attribute.name, operator: "is", value: quote(context.message, quantity.core) },
    };
  }
  const own = attribute.numeric.unit ?? unit;
  return {
    span,
    preference: {
      attribute: attribute.name,
      ...bounded(quantity, (value) => convert(value, unit, own) ?? value),
      unit: own,
      polarity: "positive",
    },
  };
}

/** "A bag for a 15 inch laptop": the noun says which size is meant, and what takes a larger one takes it too. */
function partMeasured(context: Context, quantity: Quantity): MeasuredWish | null {
  const noun = context.message.tokens[quantity.to];
  if (noun?.kind !== "word" || quantity.unit === null) return null;
  const attribute = context.lexicon.attributeNamed([`${noun.stem} size`, `${noun.word} size`]);
  if (!attribute) return null;
  const isCarried = quantity.bound === "exact" && /^(?:laptop|tablet|phone)$/.test(noun.stem);
  const inUnit = (value: number) =>
    convert(value, quantity.unit ?? "", attribute.numeric?.unit ?? "") ?? value;
  return {
    span: { from: quantity.from, to: quantity.to + 1 },
    preference: {
      attribute: attribute.name,
      ...(isCarried
        ? { operator: "at-least" as const, value: inUnit(quantity.value) }
        : bounded(quantity, inUnit)),
      unit: attribute.numeric?.unit ?? quantity.unit,
      polarity: "positive",
    },
  };
}

function bounded(
  quantity: Quantity,
  inUnit: (value: number) => number,
): Pick<HeardPreference, "operator" | "value"> {
  const value = inUnit(quantity.value);
  if (quantity.bound === "between" && quantity.high !== null)
    return { operator: "between", value: [value, inUnit(quantity.high)] };
  return {
    operator: quantity.bound === "exact" || quantity.bound === "between" ? "about" : quantity.bound,
    value,
  };
}
