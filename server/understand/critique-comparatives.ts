/** "Lighter", "more storage", "too many straps", "out of my budget": more or less of what is shown. */
import type { Sku } from "../catalog/product.ts";
import { type FoundCritique, measured, otherValue, styled } from "./critique-parts.ts";
import { COMPARATIVES, type Dimension, ROOMINESS, STYLE_COMPARATIVES } from "./dimensions.ts";
import { CONVERSATION_WORDS, FEATURES, RECIPIENTS } from "./english-words.ts";
import { findAll, inside, overlaps, plainOf, quote, type Span } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

const SIMPLE_PRICE =
  /\b(?:out of my (?:budget|price range|league)|over (?:my )?budget|above my budget|too much(?= money| for me|$| [.!,])|can not afford|lower (?:the )?price|save (?:some )?money|costs? (?:too much|less(?! than))|(?:lower|less) (?:in )?price|for less(?: money)?|spend less(?! than (?!that|this|it|these|those|them)\b)|half (?:the|that) price|overpriced|rip ?- ?off|arm and a leg|break(?:s|ing)? the bank|daylight robbery|(?:out of|beyond) (?:my )?(?:reach|budget|means)|more than i (?:wanted|want|planned|can|hoped|meant)(?: to)?(?: spend| pay)?|on a (?:tight )?budget|budget friendly|good value|best value|bargain|low cost|cost effective)\b/g;

/** "More storage", "a bigger screen", "longer battery life". */
export function attributesMoved(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  return context.mentions.flatMap((mention) => {
    if (mention.kind !== "attribute" || !inside(mention, clause)) return [];
    const degree = context.message.tokens[mention.from - 1]?.word ?? "";
    // No colour is more than another.
    if (context.lexicon.attribute(mention.name)?.numeric === null)
      return /^(?:brighter|darker|lighter|nicer|prettier|better|other)$/.test(degree)
        ? [otherValue(context, { from: mention.from - 1, to: mention.to }, mention.name, sku)]
        : [];
    const more =
      /^(?:more|higher|bigger|larger|longer|better|faster|greater|stronger|brighter|wider|taller)$/.test(
        degree,
      );
    const less = /^(?:less|lower|smaller|shorter|fewer|slower|thinner|narrower)$/.test(degree);
    if (!more && !less) return [];
    const span = { from: mention.from - 1, to: mention.to };
    const critique = {
      attribute: mention.name,
      direction: more ? "more" : "less",
      sku,
      said: quote(context.message, span),
    } as const;
    return [{ ...span, critique, act: "critique" as const, property: null }];
  });
}

const AMOUNT = /\b(too many|too much|too few|too little|not enough|not many|fewer|enough of the) ([a-z]+)\b/g;

/** "Too many straps", "not enough pockets": of what is shown. */
export function amounts(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  if (!hasItemInView(context.state)) return [];
  return findAll(context.message, AMOUNT, clause).flatMap((found) => {
    const [, degree = "", noun = ""] = found.match;
    if (CONVERSATION_WORDS.has(noun)) return [];
    const falls = /many|much|fewer|of the/.test(degree) && degree !== "not many";
    const mention = context.mentions.find((entry) => overlaps(entry, found) && entry.kind === "attribute");
    if (mention)
      return [measured(context, found, { attributes: [mention.name], direction: "more" }, sku, falls)];
    return [styled(context, found, noun, falls ? "negative" : "positive", sku)];
  });
}

const ROOM = /\b(more|extra|less) (?:space|room|storage(?: space)?|volume)\b/g;

/** "More space", "less room". */
export function roomMoved(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  return findAll(context.message, ROOM, clause).map((found) =>
    measured(context, found, ROOMINESS, sku, found.match[1] === "less"),
  );
}

export function comparatives(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  const { tokens } = context.message;
  const found: FoundCritique[] = [];
  for (let index = clause.from; index < clause.to; index++) {
    const word = tokens[index]?.word ?? "";
    const dimension = COMPARATIVES.get(word);
    const style = STYLE_COMPARATIVES.get(word) ?? positiveOf(word);
    if (!dimension && !style) continue;
    // "An older lady" is measured against nobody.
    if (RECIPIENTS.has(tokens[index + 1]?.word ?? "")) continue;
    if (context.quantities.some((quantity) => quantity.from <= index && index < quantity.to)) continue;
    const span = { from: index, to: index + 1 };
    if (isConceded(context, clause, index)) continue;
    if (dimension && EXCEEDS.test(plainOf(context.message, { from: index + 1, to: clause.to }))) {
      // "Heavier than I'd like" is too heavy.
      found.push(measured(context, span, dimension, sku, true));
      continue;
    }
    if (dimension && isNegated(context, span)) {
      const kept = measured(context, span, dimension, sku, true);
      found.push({ ...kept, critique: { ...kept.critique, orEqual: true } });
    } else if (dimension) found.push(measured(context, span, dimension, sku));
    if (style) found.push(styled(context, span, style, "positive", sku));
  }
  return found;
}

/** "Comfier" of "comfy", "wilder" of "wild": where the word behind it is a property people wish for. */
function positiveOf(word: string): string | undefined {
  // "It doesn't matter" asks for nothing more matte.
  const base = CONVERSATION_WORDS.has(word) ? undefined : /^(.{2,})er$/.exec(word)?.[1];
  if (base === undefined || FEATURES.has(word)) return undefined;
  const forms = [base, `${base}e`, base.replace(/i$/, "y"), base.replace(/(.)\1$/, "$1")];
  return forms.find((form) => FEATURES.has(form) && form !== word);
}

const EXCEEDS = /^than (?:i|we|my|our|expected|hoped|necessary|planned|needed)\b/;

/** "Even if it's dearer", "it may cost more": allowed, not asked for. */
function isConceded(context: Context, clause: Span, index: number): boolean {
  return /\b(?:even (?:if|though|when)|does not matter if|do not (?:mind|care)(?: if)?|(?:may|might|can) (?:well )?(?:be|cost|weigh|get)|happy to|willing to)\b/.test(
    plainOf(context.message, { from: clause.from, to: index }),
  );
}

/** "Bigger but not heavier": no more of it than the item has. */
function isNegated(context: Context, span: Span): boolean {
  return context.negated.some((scope) => inside(span, scope));
}

/** For what is said of a price without any word that measures. */
export function tooExpensive(context: Context, span: Span): FoundCritique {
  return measured(context, span, { attributes: ["price"], direction: "less" }, null);
}

export function plainPrice(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  const price: Dimension = { attributes: ["price"], direction: "less" };
  const phrases = findAll(context.message, SIMPLE_PRICE, clause).map((found) =>
    measured(context, found, price, sku),
  );
  const words: FoundCritique[] = [];
  for (let index = clause.from; index < clause.to; index++) {
    const word = context.message.tokens[index]?.word ?? "";
    if (!["cheap", "affordable", "inexpensive", "economical"].includes(word)) continue;
    if (/^(?:looks?|feels?|seems?|looking)$/.test(context.message.tokens[index - 1]?.word ?? "")) {
      words.push(styled(context, { from: index - 1, to: index + 1 }, word, "negative", sku));
      continue;
    }
    words.push(measured(context, { from: index, to: index + 1 }, price, sku, false, "inform"));
  }
  return [
    ...phrases.map((entry) =>
      /budget|value|bargain|cost$|effective/.test(entry.critique.said) &&
      !/over|above|out of/.test(entry.critique.said)
        ? { ...entry, act: "inform" as const }
        : entry,
    ),
    ...words,
  ];
}
