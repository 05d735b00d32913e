/** The wishes of a message: category, brand, price, attributes, rating, use, recipient, and features in free words. */
import type { VocabularyAttribute } from "../catalog/vocabulary-types.ts";
import type { HeardPreference } from "../dialogue/understanding.ts";
import { isAge } from "./ages.ts";
import type { Mention } from "./catalog-lexicon.ts";
import type { Clause } from "./clauses.ts";
import type { FoundCritique } from "./critiques.ts";
import { COMMON_WORDS, CONVERSATION_WORDS, NO_PROPERTY } from "./english-words.ts";
import { findNamedKinds } from "./named-kinds.ts";
import { findParties } from "./parties.ts";
import { PRICE_TALK, priceWish } from "./price-wishes.ts";
import type { FoundRecipient, FoundUsage } from "./purposes.ts";
import { findWellReviewed, LONGEST_LEAD, type Quantity, trailingBound, WELL_REVIEWED } from "./quantities.ts";
import { findFeatures } from "./question-topics.ts";
import { SpanCover } from "./span-cover.ts";
import { inside, plainOf, quote, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";
import { convert, dimensionOf } from "./units.ts";
import type { FoundPreference } from "./withdrawals.ts";

const HEDGES =
  /\b(?:maybe|ideally|preferably|if possible|if you have|perhaps|would be (?:nice|great|good|lovely|a plus|ideal|cool)|nice to have|bonus|(?:would |i )prefer|rather have|leaning|not a must|optional|i think|i guess|possibly|hopefully|probably|kind of|kinda|sort of|not (?:strictly )?(?:necessary|required)|something like)\b/;
const INSISTS =
  /\b(?:must|has to|have to|needs? to|only|definitely|essential|required|non negotiable|absolutely|really need)\b/;

export interface WishSources {
  /** The clauses in which wishes are stated. */
  clauses: Clause[];
  /** What has another meaning already: references, acts, withdrawals. */
  taken: Span[];
  critiques: FoundCritique[];
  recipients: FoundRecipient[];
  usages: FoundUsage[];
}

/** Wishes in the order they were said. A word serves one wish only. */
export function findPreferences(context: Context, sources: WishSources): FoundPreference[] {
  const found: FoundPreference[] = [];
  const taken = new SpanCover(sources.taken);
  const hedged = new Map<Clause, boolean>();
  const add = (
    span: Span,
    wish: Omit<HeardPreference, "said" | "polarity" | "firmness"> & Partial<HeardPreference>,
  ) => {
    const clause = sources.clauses.find((part) => part.from <= span.from && span.from < part.to);
    if (clause && !hedged.has(clause)) hedged.set(clause, isHedged(context, clause));
    const negative = context.negated.some((scope) => scope.from <= span.from && span.to <= scope.to);
    const preference: HeardPreference = {
      polarity: negative ? "negative" : "positive",
      firmness: clause && hedged.get(clause) ? "prefer" : "must",
      ...wish,
      said: quote(context.message, span),
    };
    found.push({ from: span.from, to: span.to, preference });
    taken.add(span);
  };
  const free = (span: Span) => !taken.overlaps(span);
  const wished = (span: Span) => sources.clauses.some((clause) => inside(span, clause));

  for (const recipient of sources.recipients) {
    add(recipient, {
      attribute: "recipient",
      operator: "is",
      value: recipient.value,
      polarity: "positive",
      firmness: "prefer",
    });
  }
  for (const span of findWellReviewed(context.message)) {
    if (wished(span) && free(span))
      add(span, { attribute: "rating", operator: "at-least", value: WELL_REVIEWED });
  }
  for (const { critique, property, ...span } of sources.critiques) {
    if (critique.value !== undefined && critique.attribute !== "style" && wished(span)) {
      add(span, {
        attribute: critique.attribute,
        operator: "is",
        value: critique.value,
        polarity: "positive",
        firmness: "must",
      });
    } else if (property !== null) {
      add(span, {
        attribute: "feature",
        operator: "is",
        value: property.value,
        polarity: property.polarity,
        firmness: "prefer",
      });
    } else taken.add(span);
  }
  for (const quantity of context.quantities) {
    if (!wished(quantity) || !free(quantity)) continue;
    const wish = quantityWish(context, quantity, sources.clauses);
    if (wish) add(wish.span, wish.preference);
  }
  for (const party of findParties(context)) {
    if (wished(party) && free(party)) add(party, party.preference);
  }
  const values = context.mentions.filter(
    (mention) => wished(mention) && mention.kind === "value" && free(mention),
  );
  for (const mention of values) {
    add(mention, { attribute: attributeOf(context, mention), operator: "is", value: mention.name });
  }
  for (const usage of sources.usages) {
    // "For dry skin" may be an attribute's value, and is heard as that already.
    if (wished(usage) && free(usage)) {
      add(usage, {
        attribute: "usage",
        operator: "is",
        value: usage.value,
        firmness: "prefer",
        polarity: "positive",
      });
    }
  }
  const named = context.mentions.filter((mention) => wished(mention) && free(mention));
  for (const mention of named) {
    if (mention.kind === "category") {
      if (isPartOf(context, mention, sources.clauses)) continue;
      const owned = ownedBefore(context, mention);
      if (!isHeadNoun(mention, named)) taken.add(mention);
      else if (owned === "first") add({ from: mention.from - 1, to: mention.to }, FIRST_OF_ITS_KIND);
      else if (owned === null) add(mention, { attribute: "category", operator: "is", value: mention.name });
      else taken.add(mention);
    } else if (mention.kind === "brand")
      add(mention, { attribute: "brand", operator: "is", value: mention.name });
    else if (mention.kind === "tag")
      add(mention, { attribute: "feature", operator: "is", value: mention.name });
    else if (mention.kind === "attribute") addAttribute(context, mention, add);
  }
  for (const clause of sources.clauses) {
    for (const kind of findNamedKinds(context, clause, taken))
      add(kind, { attribute: "category", operator: "is", value: quote(context.message, kind).toLowerCase() });
  }
  for (const clause of sources.clauses) {
    for (const feature of findFeatures(context, clause)) {
      if (free(feature)) add(feature, { attribute: "feature", operator: "is", value: feature.value });
    }
  }
  for (const clause of sources.clauses) {
    for (const span of looseProperties(context, clause, taken)) {
      add(span, {
        attribute: "feature",
        operator: "is",
        value: quote(context.message, span).toLowerCase(),
        ...(isInsisted(context, clause) ? {} : { firmness: looseFirmness(context, span) }),
      });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** The laptop of "a backpack with a laptop sleeve" is no laptop wished for. */
function isPartOf(context: Context, mention: Mention, clauses: Clause[]): boolean {
  const clause = clauses.find((part) => inside(mention, part));
  const earlier =
    clause &&
    context.mentions.find(
      (other) => other.kind === "category" && inside(other, clause) && other.to < mention.from,
    );
  return (
    earlier !== undefined &&
    /\b(?:with|has|fits?|holds?|for|that)\b/.test(
      plainOf(context.message, { from: earlier.to, to: mention.from }),
    )
  );
}

const FIRST_OF_ITS_KIND = {
  attribute: "usage",
  operator: "is",
  value: "beginner",
  firmness: "prefer",
} as const;

/** "My old bike" is not what is looked for; "my first bike" tells of the shopper. */
function ownedBefore(context: Context, mention: Mention): "first" | "owned" | null {
  const { tokens } = context.message;
  const before = tokens[mention.from - 1]?.word ?? "";
  const owner = /^(?:my|our|his|her|their)$/;
  if (owner.test(before)) return "owned";
  if (!owner.test(tokens[mention.from - 2]?.word ?? "")) return null;
  if (before === "first") return "first";
  return /^(?:old|current|last|previous|own|other|existing|second)$/.test(before) ? "owned" : null;
}

function isHedged(context: Context, clause: Span): boolean {
  return HEDGES.test(plainOf(context.message, clause));
}

function isInsisted(context: Context, clause: Span): boolean {
  return INSISTS.test(plainOf(context.message, clause));
}

/** A word that merely occurs in the catalog is a soft wish, unless it is one that excludes. */
function looseFirmness(context: Context, span: Span): "must" | "prefer" {
  return context.negated.some((scope) => inside(span, scope)) ? "must" : "prefer";
}

/** Of "bike helmet" the last noun is what is wanted. */
function isHeadNoun(mention: Mention, mentions: Mention[]): boolean {
  return !mentions.some((other) => other.kind === "category" && other.from === mention.to);
}

/** A value that several attributes share belongs to the one that is named beside it, else to the most frequent. */
function attributeOf(context: Context, mention: Mention): string {
  const beside = context.mentions.find(
    (other) =>
      other.kind === "attribute" &&
      mention.attributes.includes(other.name) &&
      Math.abs(other.from - mention.to) + Math.abs(mention.from - other.to) <= 6,
  );
  return beside?.name ?? mention.attributes[0] ?? "feature";
}

type AddWish = (
  span: Span,
  wish: Omit<HeardPreference, "said" | "polarity" | "firmness"> & Partial<HeardPreference>,
) => void;

/** An attribute without a value: "with bluetooth" asks for its yes, "good suspension" for the word in the text. */
function addAttribute(context: Context, mention: Mention, add: AddWish): void {
  const attribute = context.lexicon.attribute(mention.name);
  const yes = attribute?.values.find((value) => /^(?:yes|true|y)$/i.test(value.value));
  if (yes) {
    add(mention, { attribute: mention.name, operator: "is", value: yes.value });
    return;
  }
  const before = context.message.tokens[mention.from - 1]?.word ?? "";
  if (
    /^(?:good|great|long|large|big|high|of|much|decent|strong|excellent|with|has|need|plenty|solid|nice|no|without|not)$/.test(
      before,
    )
  ) {
    add(mention, { attribute: "feature", operator: "is", value: mention.name, firmness: "prefer" });
  }
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

function quantityWish(
  context: Context,
  amount: Quantity,
  clauses: Clause[],
): {
  span: Span;
  preference: Omit<HeardPreference, "said" | "polarity" | "firmness"> & Partial<HeardPreference>;
} | null {
  const clause = clauses.find((part) => inside(amount, part)) ?? amount;
  // "I ride 5 miles a day" tells of the shopper; no product has five miles.
  if (isAge(context, amount)) {
    const value = `${quote(context.message, amount.core)}-year-old`;
    return {
      span: amount,
      preference: { attribute: "recipient", operator: "is", value, firmness: "prefer" },
    };
  }
  if (amount.unit !== null && OF_LIFE.test(plainOf(context.message, clause))) return null;
  const beside = attributeBeside(context, amount);
  const quantity = boundAfterName(context, amount, beside);
  if (quantity.unit === "star") {
    const operator = quantity.bound === "at-most" ? "at-most" : "at-least";
    return {
      span: quantity,
      preference: { attribute: "rating", operator, value: quantity.value, polarity: "positive" },
    };
  }
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

const OF_LIFE =
  /^(?:and |but |so )?(?:i|we) (?:usually |often |mostly |mainly |only )?(?:ride|run|walk|commute|live|travel|hike|drive|cycle|swim|train)\b/;

/** A bare number with a bound speaks of the price, unless it counts something: "at least 2 pockets". */
function isPriceTalk(context: Context, quantity: Quantity, clause: Span): boolean {
  if (PRICE_TALK.test(plainOf(context.message, clause))) return true;
  if (quantity.bound === "exact") return false;
  return quantity.bound === "at-most" || counted(context, quantity) === null;
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

function countedWish(context: Context, quantity: Quantity): ReturnType<typeof quantityWish> {
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
    const gap = mention.to <= quantity.from ? quantity.from - mention.to : mention.from - quantity.to;
    const attribute = context.lexicon.attribute(mention.name);
    if (!attribute || gap < 0 || gap > 2) continue;
    const fits =
      quantity.unit === null ||
      attribute.numeric === null ||
      dimensionOf(attribute.numeric.unit ?? "") === dimensionOf(quantity.unit);
    if (fits) return { attribute, mention };
  }
  return null;
}

/** "I'm 165 cm tall" measures the shopper, not the product. */
function isOfPerson(context: Context, quantity: Quantity): boolean {
  const { plain, plainStarts } = context.message;
  const measure = dimensionOf(quantity.unit ?? "");
  if (measure !== "length" && measure !== "weight") return false;
  const start = plainStarts[quantity.from] ?? 0;
  const before = plain.slice(Math.max(0, start - LONGEST_LEAD), start);
  const after = plain.slice(plainStarts[quantity.to] ?? plain.length);
  return (
    /\b(?:i am|he is|she is|who is|i weigh|he weighs|she weighs)(?: about| around)? $/.test(before) ||
    /^(?:tall|rider)\b/.test(after)
  );
}

/** A measure belongs to the attribute named beside it, else to the best covered attribute in such units. */
function measureWish(
  context: Context,
  quantity: Quantity,
  unit: string,
  beside: Beside | null,
): ReturnType<typeof quantityWish> {
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
function partMeasured(context: Context, quantity: Quantity): ReturnType<typeof quantityWish> {
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

/** Runs of words that stand in the catalog's texts but in no list: searched for as they were said. */
function looseProperties(context: Context, clause: Span, taken: SpanCover): Span[] {
  const { tokens } = context.message;
  const spans: Span[] = [];
  for (let index = clause.from; index < clause.to; index++) {
    const token = tokens[index];
    const span = { from: index, to: index + 1 };
    if (token?.kind !== "word" || taken.overlaps(span)) continue;
    if (CONVERSATION_WORDS.has(token.word) || NO_PROPERTY.has(token.word) || token.word.length < 3) continue;
    if (
      !context.vocabulary.hasWord(token.word) &&
      !(COMMON_WORDS.has(token.word) && context.vocabulary.hasWord(token.stem))
    )
      continue;
    const previous = spans.at(-1);
    if (previous?.to === index) previous.to = index + 1;
    else spans.push(span);
  }
  return spans;
}
