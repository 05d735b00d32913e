/** What a shopper points at [DST-3]: "the second one", "that one", "the Trek", a part of a title, spelt right or not. */
import type { Sku } from "../catalog/product.ts";
import type { Reference } from "../dialogue/understanding.ts";
import { findDeictics, findNumbers, findOrdinals, findSuperlatives } from "./pointing.ts";
import { type FoundReference, mostSalientFirst, refer } from "./shown-cards.ts";
import { findTitles, findWholeTitles } from "./title-references.ts";
import { overlaps, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

export function findReferences(context: Context): FoundReference[] {
  const found: FoundReference[] = [];
  const add = (entries: FoundReference[]) => {
    for (const entry of entries) {
      const taken = found.some((other) => overlaps(other, entry) && !sameSpan(other, entry));
      if (!taken) found.push(entry);
    }
  };
  add(findWholeTitles(context));
  add(findTitles(context));
  add(brandReferences(context));
  add(findOrdinals(context));
  add(findNumbers(context));
  add(findSuperlatives(context));
  add(findDeictics(context));
  found.sort((a, b) => a.from - b.from);
  return preferUnmentioned(found);
}

function sameSpan(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to;
}

/** "The Trek" is the Trek that was shown; a brand nobody has shown yet is a wish. */
function brandReferences(context: Context): FoundReference[] {
  const { message, state } = context;
  return context.mentions.flatMap((mention) => {
    if (mention.kind !== "brand") return [];
    const items = mostSalientFirst(state).filter(
      (item) => item.brand?.toLowerCase() === mention.name.toLowerCase(),
    );
    const definite = ["the", "that", "this"].includes(message.tokens[mention.from - 1]?.word ?? "");
    if (
      items.length === 0 ||
      (!definite &&
        ["a", "an", "any", "no", "not", "some", "but", "from", "other"].includes(
          message.tokens[mention.from - 1]?.word ?? "",
        ))
    )
      return [];
    const one = message.tokens[mention.to]?.word === "one" ? 1 : 0;
    const span = { from: mention.from - (definite ? 1 : 0), to: mention.to + one };
    return [refer(context, span, "brand", [...new Set(items.map((item) => item.sku))])];
  });
}

/** In "the first or the Trek" the Trek is another one than the first, where there is another. */
function preferUnmentioned(found: FoundReference[]): FoundReference[] {
  const mentioned = new Set<Sku>();
  for (const { reference } of found) {
    const fresh = reference.skus.filter((sku) => !mentioned.has(sku));
    if (reference.kind === "brand")
      reference.skus = [...fresh, ...reference.skus.filter((sku) => mentioned.has(sku))];
    const best = reference.skus[0];
    if (best !== undefined) mentioned.add(best);
  }
  return found;
}

/** The same item pointed at twice in one message is one reference. */
export function withoutRepeats(found: FoundReference[]): Reference[] {
  const seen = new Set<string>();
  return found.flatMap(({ reference }) => {
    const key = reference.skus.length === 0 ? `text ${reference.text}` : reference.skus.join(" ");
    if (seen.has(key)) return [];
    seen.add(key);
    return [reference];
  });
}
