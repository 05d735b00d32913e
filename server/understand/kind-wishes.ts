/** Kinds of products that are named: which of them is looked for, which is a part, an owner's or a first one. */
import type { Mention } from "./catalog-lexicon.ts";
import type { Clause } from "./clauses.ts";
import { FUNCTION_WORDS } from "./english-words.ts";
import { inside, plainOf } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

/** The laptop of "a backpack with a laptop sleeve" is no laptop wished for. */
export function isPartOf(context: Context, mention: Mention, clauses: Clause[]): boolean {
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

export const FIRST_OF_ITS_KIND = {
  attribute: "usage",
  operator: "is",
  value: "beginner",
  firmness: "prefer",
} as const;

/** "My old bike" is not what is looked for; "my first bike" tells of the shopper. */
export function ownedBefore(context: Context, mention: Mention): "first" | "owned" | null {
  const { tokens } = context.message;
  const before = tokens[mention.from - 1]?.word ?? "";
  const owner = /^(?:my|our|his|her|their)$/;
  if (owner.test(before)) return "owned";
  if (!owner.test(tokens[mention.from - 2]?.word ?? "")) return null;
  if (before === "first") return "first";
  return /^(?:old|current|last|previous|own|other|existing|second)$/.test(before) ? "owned" : null;
}

/**
 * "Phone case" asks for cases: where another kind of product follows as a word of its own, the two are one name. Null
 * where none does, and after a plural, which modifies nothing ("do tents pack small").
 */
export function compoundOf(context: Context, mention: Mention): { from: number; to: number } | null {
  const { tokens } = context.message;
  const [last, next] = [tokens[mention.to - 1], tokens[mention.to]];
  if (last === undefined || next?.kind !== "word" || last.word !== last.stem) return null;
  const isKind = !FUNCTION_WORDS.has(next.word) && context.vocabulary.isKind(next.word);
  const isOwnName = context.mentions.some(({ from }) => from === mention.to);
  return isKind && !isOwnName ? { from: mention.from, to: mention.to + 1 } : null;
}

/** Of "bike helmet" the last noun is what is wanted. */
export function isHeadNoun(mention: Mention, mentions: Mention[]): boolean {
  return !mentions.some((other) => other.kind === "category" && other.from === mention.to);
}

/** Whether a brand, a value or a tag stands right before the kind: that is then what a negation is of. */
export function isModified(context: Context, mention: Mention): boolean {
  return context.mentions.some(
    (other) => other.kind !== "category" && other.kind !== "attribute" && other.to === mention.from,
  );
}

/** "My old backpack tore, I want one that lasts": the kind that is owned is the kind that is wanted. */
export function isOwnedKindWanted(context: Context, named: readonly Mention[]): boolean {
  return (
    named.filter(({ kind }) => kind === "category").length === 1 &&
    /\b(?:(?:want|need|get|buy|find|looking for)(?: me)?(?: an?)?(?: [a-z]+){0,2} one|replace(?:ment)?|outgrown|worn out|instead)\b/.test(
      context.message.plain,
    )
  );
}
