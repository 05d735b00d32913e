/** Which two items a figure is said to lie between: "the A is $2 cheaper than the B", "it undercuts the B by $2". */
import type { ItemFacts } from "./item-facts.ts";
import type { Clause, Reading } from "./read-sentence.ts";
import type { ClaimedComparison, Support } from "./support.ts";
import type { Comparable } from "./words/comparables.ts";

export interface Compared {
  first: readonly ItemFacts[];
  second: readonly ItemFacts[];
}

const LESS_OR_MORE =
  "(?:cheaper|dearer|pricier|costlier|less|more|lighter|heavier|longer|shorter|taller|wider|narrower|thinner|thicker|smaller|bigger|larger|higher|lower|faster|slower)";
const BETWEEN_AFTER = new RegExp(`^\\s*${LESS_OR_MORE}(?: \\w+)? than\\b`);
const SAVES_BEFORE = /\bsaves? (?:you )?(?:about |just |only )?$/;
const SAVES_AFTER = /^\s*(?:over|compared (?:to|with)|against|versus)\b/;
const BY_BEFORE = new RegExp(
  `\\b(?:undercuts?|beats|${LESS_OR_MORE}(?: \\w+)? than)\\b.*\\bby (?:about |just |only )?$`,
);

/**
 * Null where the figure is not put as a difference between two of which one is named. A side that is a pronoun is whatever
 * the clause is about; a name that several bear stands for each of them.
 */
export function comparedBy(
  figure: { start: number; end: number },
  clause: Clause,
  reading: Reading,
): Compared | null {
  const before = clause.text.slice(0, figure.start - clause.start);
  const after = clause.text.slice(figure.end - clause.start);
  const mentions = reading.mentions.filter(({ start, end }) => start >= clause.start && end <= clause.end);
  const earlier = mentions.filter(({ end }) => end <= figure.start);
  if (BETWEEN_AFTER.test(after) || (SAVES_BEFORE.test(before) && SAVES_AFTER.test(after))) {
    const second = mentions.find(({ start }) => start >= figure.end)?.items;
    return second === undefined ? null : { first: earlier.at(-1)?.items ?? clause.about, second };
  }
  if (!BY_BEFORE.test(before)) return null;
  const second = earlier.at(-1)?.items;
  return second === undefined ? null : { first: earlier.at(-2)?.items ?? clause.about, second };
}

/** What the plan claims of the two; where it does, nothing else can hold between them. */
export function claimedBetween(
  { first, second }: Compared,
  { comparisons }: Support,
  isAbout: (attribute: string) => boolean,
): readonly ClaimedComparison[] {
  const has = (items: readonly ItemFacts[], wanted: string) =>
    items.some(({ product }) => product.sku === wanted);
  return comparisons.filter(
    ({ sku, over, attribute }) =>
      isAbout(attribute) &&
      ((has(first, sku) && has(second, over)) || (has(first, over) && has(second, sku))),
  );
}

/** Whether the plan's comparisons of the two go the way that is said; null where it makes none. */
export function isClaimedSo(
  compared: Compared,
  { attribute, direction }: Comparable,
  support: Support,
): boolean | null {
  const isAbout = (name: string) =>
    typeof attribute === "string" ? attribute === name : attribute.test(name);
  const claimed = claimedBetween(compared, support, isAbout).filter((each) => each.direction !== "other");
  if (claimed.length === 0) return null;
  const isFirst = (sku: string) => compared.first.some(({ product }) => product.sku === sku);
  const isSecond = (sku: string) => compared.second.some(({ product }) => product.sku === sku);
  return claimed.some((each) => {
    const isSaidOf =
      each.direction === direction
        ? isFirst(each.sku) && isSecond(each.over)
        : isFirst(each.over) && isSecond(each.sku);
    return isSaidOf;
  });
}
