/** "Both", "each", "neither": what a clause says of several items it must say of each of them. */
import type { ItemFacts } from "./item-facts.ts";

export type Quantifier = "every" | "none";

const LEAD =
  "^(?:[\\s,;:.!?-]|\\b(?:and|but|so|since|because|while|though|although|yes|luckily|fortunately|also|if|as)\\b)*";
const OPENS_EVERY = new RegExp(
  `${LEAD}(?:almost )?(?:both|each|either|every one|any|all)\\b(?! (?:in all|day|men|women|year|the (?:way|time|same|best)|(?:colou?r|other|time|more)s?)\\b)`,
);
const OPENS_NONE = new RegExp(`${LEAD}(?:neither|none|no one of)\\b`);
const PLURAL_EVERY =
  /\b(?:they|these|those|you|the two|the three|them)(?:'ll get|'d get| can get| could get| can have|'re| are| were| have| do| will| can| come| get|'ll get| both)? (?:both|all|each)\b(?! (?:of )?(?:men|women|in all|day))/;
const WITH_EVERY =
  /\b(?:with|for|on|in) (?:either|both|each|any|all)(?: (?:one|pair|bike|pack|item|model|option|[a-z]+s|of (?:them|these|those|the two)))(?=[\s.,;!?]|$)/;
/** "They have taped seams" of two items that are not told apart. */
const PLURAL = new RegExp(`${LEAD}(?:they|they're|these|those)\\b(?! (?:two )?(?:differ|pull))`);

export function quantifierOf(
  clause: string,
  items: readonly ItemFacts[],
  named: readonly ItemFacts[],
): Quantifier | null {
  if (items.length < 2 || named.length === 1) return null;
  if (OPENS_NONE.test(clause)) return "none";
  if (OPENS_EVERY.test(clause) || PLURAL_EVERY.test(clause) || WITH_EVERY.test(clause)) return "every";
  // "They" may be a single pair of pedals.
  const mayBeOne = items.some(({ product }) => /\p{L}{2}(?<!s)s\b/iu.test(product.title));
  return named.length === 0 && !mayBeOne && PLURAL.test(clause) ? "every" : null;
}
