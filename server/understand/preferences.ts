/** The wishes of a message: category, brand, price, attributes, rating, use, recipient, and features in free words. */
import type { HeardPreference } from "../dialogue/understanding.ts";
import type { Mention } from "./catalog-lexicon.ts";
import type { Clause } from "./clauses.ts";
import type { FoundCritique } from "./critique-parts.ts";
import { COMMON_WORDS, CONVERSATION_WORDS, FUNCTION_WORDS, NO_PROPERTY } from "./english-words.ts";
import { findFeatures } from "./feature-phrases.ts";
import {
  compoundOf,
  FIRST_OF_ITS_KIND,
  isHeadNoun,
  isModified,
  isOwnedKindWanted,
  isPartOf,
  ownedBefore,
} from "./kind-wishes.ts";
import { quantityWish } from "./measure-wishes.ts";
import { findForeignBrands, findMissingGoods, findNamedKinds } from "./named-kinds.ts";
import type { OwnedThing } from "./owned-things.ts";
import { findParties } from "./parties.ts";
import type { FoundRecipient, FoundUsage } from "./purposes.ts";
import { findWellReviewed, type Quantity, WELL_REVIEWED } from "./quantities.ts";
import { SpanCover } from "./span-cover.ts";
import { inside, meantBy, plainOf, quote, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";
import type { FoundPreference } from "./withdrawals.ts";

const HEDGES =
  /\b(?:maybe|ideally|preferably|if possible|if you have|perhaps|would be (?:nice|great|good|lovely|a plus|ideal|cool)|nice to have|bonus|(?:would |i )prefer|rather have|leaning|not a must|optional|i think|i guess|possibly|hopefully|probably|kind of|kinda|sort of|not (?:strictly )?(?:necessary|required)|something like)\b/;
const INSISTS =
  /\b(?:must|has to|have to|needs? to|only|definitely|essential|required|non negotiable|absolutely|really need)\b/;

/** Whoever is allergic means it, however politely it is put. */
const OF_HEALTH = /\b(?:allerg(?:ic|y|ies)|intoleran(?:t|ce)|coeliac|celiac|anaphyla\w*)\b/;

export interface WishSources {
  /** The clauses in which wishes are stated. */
  clauses: Clause[];
  /** What has another meaning already: references, acts, withdrawals. */
  taken: Span[];
  critiques: FoundCritique[];
  recipients: FoundRecipient[];
  usages: FoundUsage[];
  owned: OwnedThing[];
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
      firmness: clause && hedged.get(clause) && !(negative && isOfHealth) ? "prefer" : "must",
      ...wish,
      ...(negative && isOfHealth ? { lasting: true as const } : {}),
      said: quote(context.message, span),
    };
    found.push({ from: span.from, to: span.to, preference });
    taken.add(span);
  };
  const isOfHealth = OF_HEALTH.test(context.message.plain);
  const free = (span: Span) => !taken.overlaps(span);
  const wished = (span: Span) => sources.clauses.some((clause) => inside(span, clause));

  for (const recipient of sources.recipients) {
    // "Not for kids" names whom it is not for, and nobody whom it is for.
    const isExcluded = context.negated.some(
      (scope) => scope.from <= recipient.from && recipient.to <= scope.to,
    );
    if (isExcluded) {
      taken.add(recipient);
      continue;
    }
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
  const parties = findParties(context);
  for (const quantity of context.quantities) {
    if (!wished(quantity) || !free(quantity)) continue;
    // "At least 4 people" is no price.
    if (parties.some((party) => inside(quantity.core, party))) continue;
    // "3 seasons" is a value before it is three of something.
    if (isInValue(context, quantity)) continue;
    const wish = quantityWish(context, quantity, sources.clauses);
    if (wish) add(wish.span, wish.preference);
  }
  for (const party of parties) {
    if (wished(party) && free(party)) add(party, party.preference);
  }
  for (const clause of sources.clauses) {
    for (const good of findMissingGoods(context, clause))
      if (free(good))
        add(good, { attribute: "category", operator: "is", value: meantBy(context.message, good) });
  }
  for (const owned of sources.owned) {
    if (owned.isEnough && free(owned.kind) && wished(owned.kind)) {
      const { attribute, value } = owned;
      add(owned.kind, { attribute, operator: "is", value, polarity: "negative" });
    }
    taken.add(owned);
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
      });
    }
  }
  const named = context.mentions.filter((mention) => wished(mention) && free(mention));
  for (const mention of named) {
    if (mention.kind === "category") {
      if (isPartOf(context, mention, sources.clauses)) continue;
      const owned = ownedBefore(context, mention);
      const compound = owned === null ? compoundOf(context, mention) : null;
      if (compound) {
        const value = meantBy(context.message, compound);
        add(compound, { attribute: "category", operator: "is", value });
        continue;
      }
      if (!isHeadNoun(mention, named)) taken.add(mention);
      else if (owned === "first") add({ from: mention.from - 1, to: mention.to }, FIRST_OF_ITS_KIND);
      else if (owned === null || isOwnedKindWanted(context, named))
        add(mention, {
          attribute: "category",
          operator: "is",
          value: mention.name,
          // "No leather boots" and "anything except Pinecrake tents" want boots and tents.
          ...(isModified(context, mention) ? { polarity: "positive" as const } : {}),
        });
      else taken.add(mention);
    } else if (mention.kind === "brand")
      add(mention, { attribute: "brand", operator: "is", value: mention.name });
    else if (mention.kind === "tag")
      add(mention, { attribute: "feature", operator: "is", value: mention.name });
    else if (mention.kind === "attribute") addAttribute(context, mention, add);
  }
  for (const clause of sources.clauses) {
    for (const kind of findNamedKinds(context, clause, taken))
      add(kind, { attribute: "category", operator: "is", value: meantBy(context.message, kind) });
  }
  for (const brand of findForeignBrands(context, taken, found)) {
    // Of a kind that the shop has none of, whose it should be is beside the point.
    const foreign = found.find((wish) => isForeignKind(context, wish.preference));
    if (foreign && foreign.from === brand.to) {
      foreign.from = brand.from;
      foreign.preference.said = quote(context.message, foreign);
      taken.add(brand);
    } else if (wished(brand))
      add(brand, { attribute: "brand", operator: "is", value: quote(context.message, brand) });
  }
  for (const clause of sources.clauses) {
    for (const feature of findFeatures(context, clause)) {
      const negated = context.negated.some((scope) => inside(feature, scope));
      if (free(feature) && (negated || !isDoing(context, feature.from)) && !isExempt(context, feature))
        add(feature, { attribute: "feature", operator: "is", value: feature.value });
    }
  }
  for (const clause of sources.clauses) {
    // Of another language only what the catalog names is known to be meant.
    if (context.language !== "en" && context.language !== "und") break;
    for (const loose of looseProperties(context, clause, taken)) {
      const described = describing(context, found, loose);
      if (described) found.splice(found.indexOf(described), 1);
      const span = described ? { from: described.from, to: loose.to } : loose;
      add(span, {
        attribute: "feature",
        operator: "is",
        value: meantBy(context.message, span),
        ...(isInsisted(context, clause) ? {} : { firmness: looseFirmness(context, span) }),
        ...(isNamedAsPart(context, span, found) ? { isPart: true as const } : {}),
      });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function isForeignKind(context: Context, { attribute, value }: HeardPreference): boolean {
  if (attribute !== "category" || typeof value !== "string") return false;
  const isKnown = context.vocabulary.categories.some(({ name }) => name === value);
  return !isKnown && !context.vocabulary.isKind(value.split(" ").at(-1) ?? value);
}

function isInValue(context: Context, { core, unit, currency }: Quantity): boolean {
  if (unit !== null || currency !== null) return false;
  return context.mentions.some(
    (mention) => mention.kind === "value" && inside(core, mention) && mention.to - mention.from > 1,
  );
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
  if (yes && context.negated.some((scope) => inside(mention, scope))) {
    // "Nothing corded" is free of a cord, and not of a yes.
    add(mention, { attribute: "feature", operator: "is", value: mention.name });
    return;
  }
  if (yes) {
    add(mention, { attribute: mention.name, operator: "is", value: yes.value });
    return;
  }
  if (context.quantities.some((quantity) => quantity.to === mention.from)) return;
  const before = context.message.tokens[mention.from - 1]?.word ?? "";
  if (
    /^(?:good|great|long|large|big|high|of|much|decent|strong|excellent|with|has|need|plenty|solid|nice|no|without|not)$/.test(
      before,
    )
  ) {
    add(mention, { attribute: "feature", operator: "is", value: mention.name, firmness: "prefer" });
  }
}

/** "Nothing fancy" asks for nothing. */
function isExempt(context: Context, span: Span): boolean {
  return /^nothing(?: too)? (?:fancy|special)$/.test(
    plainOf(context.message, { from: span.from - 1, to: span.to }),
  );
}

/** "They always break", "my pocket", "to stay": what somebody does or has, not what a product is like. */
function isDoing(context: Context, index: number): boolean {
  const { tokens } = context.message;
  let before = index - 1;
  while (
    /^(?:always|never|often|usually|really|just|also|still|only|mostly|sometimes|currently)$/.test(
      tokens[before]?.word ?? "",
    )
  )
    before--;
  return /^(?:i|we|you|they|he|she|it|who|to|will|would|can|could|should|may|might|do|does|did|did not|my|our|his|her|their|your|let|us|am|by)$/.test(
    tokens[before]?.word ?? "",
  );
}

/** "Strong wind", "a laptop sleeve": what stands right before a noun that ends the phrase is one thing with it. */
function describing(
  context: Context,
  found: readonly FoundPreference[],
  noun: Span,
): FoundPreference | undefined {
  const { tokens } = context.message;
  const next = tokens[noun.to];
  const isEnd = next === undefined || next.kind === "mark" || FUNCTION_WORDS.has(next.word);
  if (!isEnd) return undefined;
  return found.find(({ from, to, preference }) => {
    const before = tokens[from - 1];
    const isInPhrase =
      before?.kind === "word" && (LEADS_TO_PART.test(before.word) || isFirmVerb(before.word));
    return to === noun.from && preference.attribute === "feature" && to - from === 1 && isInPhrase;
  });
}

/** The bag of "a bag with a laptop sleeve" is what is wished for, and the sleeve a part of it. */
function isNamedAsPart(context: Context, { from }: Span, found: readonly FoundPreference[]): boolean {
  const before = plainOf(context.message, { from: Math.max(0, from - 3), to: from });
  const isKindWished = found.some(
    ({ from: at, preference }) => preference.attribute === "category" && at < from,
  );
  return (
    isKindWished &&
    /\b(?:with|has|have|having|featuring|includes?|including)(?: an?| the| some)?$/.test(before)
  );
}

const LEADS_TO_PART = /^(?:a|an|the|some|with|in|of|for|against|has|have|having|including)$/;

/** What somebody does with what it has to bear: "stand", "survive". */
function isFirmVerb(word: string): boolean {
  return /^(?:stands?|withstands?|survives?|handles?|bears?|resists?|takes?|copes?|manages?)$/.test(word);
}

const NEGATES = /^(?:except|allergic|intolerant|avoid|avoiding|dislike|without|neither|nothing)$/;

/** Runs of words that stand in the catalog's texts but in no list: searched for as they were said. */
function looseProperties(context: Context, clause: Span, taken: SpanCover): Span[] {
  const { tokens } = context.message;
  const spans: Span[] = [];
  // What somebody is allergic to counts however short its name is.
  const shortest = OF_HEALTH.test(context.message.plain) ? 3 : 4;
  for (let index = clause.from; index < clause.to; index++) {
    const token = tokens[index];
    const span = { from: index, to: index + 1 };
    if (token?.kind !== "word" || taken.overlaps(span)) continue;
    // The scope begins with the negation itself.
    const negated = context.negated.some((scope) => inside(span, scope) && index > scope.from);
    if (!negated && isDoing(context, index)) continue;
    // "No Sony", "not HP": a name, whether the shop has it or not.
    const isName = negated && token.capitalised && token.start > 0 && token.word.length > 1;
    const isShort = token.word.length < 3 && !isName && !(negated && context.vocabulary.hasWord(token.word));
    if (CONVERSATION_WORDS.has(token.word) || NO_PROPERTY.has(token.word) || isShort) continue;
    // What is not wanted is worth keeping even where no product says it.
    if (
      !isName &&
      !(
        negated &&
        token.word.length >= shortest &&
        !NEGATES.test(token.word) &&
        !COMMON_WORDS.has(token.word)
      ) &&
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
