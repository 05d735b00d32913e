/** "The same in black", "another colour", "not in that colour", "like the second one": another value, or a product like it. */
import type { Sku } from "../catalog/product.ts";
import { type FoundCritique, otherValue } from "./critique-parts.ts";
import type { FoundReference } from "./shown-cards.ts";
import { findAll, inside, plainOf, quote, type Span } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

const ANOTHER =
  /\b(?:(?:a )?(?:different|another|nicer|better)|(?:the )?wrong|other|not (?:in )?(?:that|this|the same)|(?:in )?(?:that|the) same|same)\b/g;

const SAME_BUT =
  /\b(?:(?:the )?(?:same|exact same)(?: (?:one|thing|model|bike|item))?(?: but)?(?: (?:in|with|only))?|(?:that|this|it)(?: one)? (?:but )?in|(?:that|this) (?:one )?but|^(?:but |just |only )*in|(?:what|how) about(?: it)?(?: in)?(?: a)?)(?= )/g;

const LIKE =
  /\b(?:(?:(?:something|anything|one|ones|more|exactly|just|be|similar) )?(?:like|similar to|close to|same as)|(?:along (?:the|those|these|similar|the same) lines)|(?:along the lines|in the (?:style|vein|spirit)|a version|a variant) of|(?:closer|similar) to|comparable to)(?= )|\b(?:something|anything) similar\b|^similar\b/g;

const DULL =
  /^(?:is|are|looks?) (?:so |really |too |a bit |quite |all |just )*(?:boring|ugly|awful|horrible|hideous|dull|wrong|off|meh|terrible|not (?:right|great|nice|for me|my))\b/;
const DISLIKED =
  /\b(?:(?:do not|did not) (?:really |quite |much )?(?:like|love|fancy|dig)|hate|dislike|not (?:a fan of|keen on|sure about|mad about|crazy about|so hot on)|(?:but )?not in|shame about|pity about) (?:the|that|this|its|their) (?=([a-z]+))/g;

/** "I like it but not the colour": another value of what is named. */
export function disliked(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  if (!hasItemInView(context.state)) return [];
  const dull = context.mentions.flatMap((mention) =>
    mention.kind === "attribute" &&
    inside(mention, clause) &&
    DULL.test(plainOf(context.message, { from: mention.to, to: clause.to }))
      ? [otherValue(context, mention, mention.name, sku)]
      : [],
  );
  const named = findAll(context.message, DISLIKED, clause).flatMap((found) => {
    const mention = context.mentions.find((entry) => entry.from === found.to && entry.kind === "attribute");
    return mention ? [otherValue(context, { from: found.from, to: mention.to }, mention.name, sku)] : [];
  });
  return [...dull, ...named];
}

/** "The same in black": the value wanted instead. */
export function valuesNamed(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  return findAll(context.message, SAME_BUT, clause).flatMap((found) => {
    const mention = context.mentions.find(
      (entry) =>
        entry.kind === "value" &&
        inside(entry, clause) &&
        entry.from >= found.to &&
        entry.from <= found.to + 2,
    );
    if (!mention || (!hasItemInView(context.state) && !plainOf(context.message, found).includes("same")))
      return [];
    const span = { from: found.from, to: mention.to };
    const critique = {
      attribute: mention.attributes[0] ?? "style",
      direction: "other",
      value: mention.name,
      sku,
      said: quote(context.message, span),
    } as const;
    return [{ ...span, critique, act: "critique" as const, property: null }];
  });
}

/** "Another brand", "a different colour", "the same brand". */
export function others(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  return findAll(context.message, ANOTHER, clause).flatMap((found) => {
    const mention = context.mentions.find((entry) => entry.from === found.to && entry.kind === "attribute");
    const word = context.message.tokens[found.to]?.stem;
    const attribute =
      mention?.name ?? (word === "brand" || word === "make" ? "brand" : word === "style" ? "style" : null);
    if (attribute === null) return [];
    const span = { from: found.from, to: mention?.to ?? found.to + 1 };
    const isSame =
      /same/.test(plainOf(context.message, found)) && !/^not\b/.test(plainOf(context.message, found));
    const direction = isSame ? "same" : "other";
    return [
      {
        ...span,
        critique: { attribute, direction, sku, said: quote(context.message, span) } as const,
        act: "critique" as const,
        property: null,
      },
    ];
  });
}

/** "Like the second one but waterproof", "something similar": stays near an item. */
export function likeItems(
  context: Context,
  clause: Span,
  references: FoundReference[],
  others: FoundCritique[],
): FoundCritique[] {
  return findAll(context.message, LIKE, clause).flatMap((found) => {
    const similar =
      plainOf(context.message, found).match(/similar$|(?:those|these|similar|the same) lines$/) !== null;
    const reference = references.find(
      (entry) => entry.from >= found.to && entry.from <= found.to + 1 && inside(entry, clause),
    );
    if (
      (!reference && !similar) ||
      others.some((other) => other.critique.sku === reference?.reference.skus[0] && reference)
    )
      return [];
    const before = context.message.tokens[found.from - 1]?.word ?? "";
    if (
      !similar &&
      /^(?:i|do|not|we|would|really|quite|rather|kinda|also|actually|still|just)$/.test(before) &&
      plainOf(context.message, found) === "like"
    )
      return [];
    const span = { from: found.from, to: reference?.to ?? found.to };
    const sku = reference?.reference.skus[0] ?? null;
    return [
      {
        ...span,
        critique: {
          attribute: "category",
          direction: "same",
          sku,
          said: quote(context.message, span),
        } as const,
        act: "critique" as const,
        property: null,
      },
    ];
  });
}
