/** A question as it is found in a message, and the pieces all finders of questions make it of. */
import type { DialogueAct, HeardQuestion } from "../dialogue/understanding.ts";
import type { FoundReference } from "./shown-cards.ts";
import { inside, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

export interface FoundQuestion extends Span {
  question: HeardQuestion;
  act: DialogueAct | null;
}

/** The "and" that ties a clause to the one before is no part of its question. */
export function withoutJoiner(context: Context, clause: Span): Span {
  const joined = /^(?:and|but|or|so|also|then)$/.test(context.message.tokens[clause.from]?.word ?? "");
  return joined && clause.to > clause.from + 1 ? { from: clause.from + 1, to: clause.to } : clause;
}

export function spanOf(span: Span): Span {
  return { from: span.from, to: span.to };
}

/** The items that a span points at, each by what it means most likely. */
export function skusIn(span: Span, references: readonly FoundReference[]): string[] {
  return [
    ...new Set(
      references.filter((found) => inside(found, span)).flatMap((found) => found.reference.skus.slice(0, 1)),
    ),
  ];
}
