/** Wishes measured against what was shown [DST-2]: "cheaper", "the same in black", "something less flashy". */
import type { Sku } from "../catalog/product.ts";
import type { ClauseRole } from "./clause-roles.ts";
import type { Clause } from "./clauses.ts";
import { disliked, likeItems, others, valuesNamed } from "./critique-alternatives.ts";
import { amounts, attributesMoved, comparatives, plainPrice, roomMoved } from "./critique-comparatives.ts";
import { degrees } from "./critique-degrees.ts";
import type { FoundCritique } from "./critique-parts.ts";
import type { FoundReference } from "./shown-cards.ts";
import { SpanCover } from "./span-cover.ts";
import { inside } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

export function findCritiques(
  context: Context,
  roles: ClauseRole[],
  references: FoundReference[],
): FoundCritique[] {
  const found: FoundCritique[] = [];
  const taken = new SpanCover();
  const bySentence = referencesBySentence(context, references);
  const add = (entries: FoundCritique[]) => {
    for (const entry of entries) {
      if (taken.overlaps(entry)) continue;
      taken.add(entry);
      found.push(entry);
    }
  };
  for (const [index, clause] of context.clauses.entries()) {
    const role = roles[index];
    if (role === "fact" || role === "compare" || role === "condition" || role === "doubt") continue;
    const compared = comparedItem(clause, bySentence.get(clause.sentence) ?? []);
    add(attributesMoved(context, clause, compared));
    add(disliked(context, clause, compared));
    add(amounts(context, clause, compared));
    add(roomMoved(context, clause, compared));
    add(comparatives(context, clause, compared));
    add(degrees(context, clause, compared));
    add(plainPrice(context, clause, compared));
    add(valuesNamed(context, clause, compared));
    add(others(context, clause, compared));
    add(likeItems(context, clause, references, found));
  }
  found.sort((a, b) => a.from - b.from);
  // Before anything was shown there is nothing to criticise: "something lighter" is a wish.
  return hasItemInView(context.state) ? found : found.map((entry) => ({ ...entry, act: "inform" }));
}

/** "Lighter than the Trek", "like the second one but …": the item that is measured against. */
function comparedItem(clause: Clause, inSentence: FoundReference[]): Sku | null {
  const own = inSentence.find((reference) => inside(reference, clause)) ?? inSentence[0];
  return own?.reference.skus[0] ?? null;
}

/** The references that stand within one clause, by its sentence. */
function referencesBySentence(context: Context, references: FoundReference[]): Map<number, FoundReference[]> {
  const bySentence = new Map<number, FoundReference[]>();
  for (const reference of references) {
    const clause = context.clauses.find((part) => inside(reference, part));
    if (!clause) continue;
    const known = bySentence.get(clause.sentence);
    if (known) known.push(reference);
    else bySentence.set(clause.sentence, [reference]);
  }
  return bySentence;
}
