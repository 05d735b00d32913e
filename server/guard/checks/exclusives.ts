/** "Only the A is waterproof", "the A is the only one with pockets": no other item may be so, too. */
import type { Check } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { rowHolds } from "../row-holds.ts";
import { NEUTRAL_WORDS } from "../words/neutral-words.ts";

const ONLY_BEFORE = /\bonly (?:the |this |that )?$/;
const ONLY_ONE =
  /\b(?:is|are|being) the only (?:one|ones|item|pack|pair|option|product|model|choice|brand|\w+)\b/;

export const checkExclusives: Check = (reading, support) =>
  reading.clauses.flatMap((clause) => {
    if (clause.kind !== "assertion" || support.items.length < 2) return [];
    const owner = ownerOf(clause, reading);
    if (owner === null) return [];
    const words = predicateWords(clause, reading, owner.from);
    if (words.length === 0) return [];
    const shared = support.items.some(
      (item) =>
        !owner.items.includes(item) &&
        words.every(
          (token) =>
            rowHolds(item, { token, before: undefined, after: undefined, isPredicate: false }) &&
            !item.apart.has(token.stem),
        ),
    );
    if (!shared) return [];
    return [
      { type: "unsupported", start: owner.from, end: clause.end, why: "another of the items is so, too" },
    ];
  });

function ownerOf(clause: Clause, reading: Reading): { items: readonly ItemFacts[]; from: number } | null {
  const mention = reading.mentions.find(({ start, end }) => start >= clause.start && end <= clause.end);
  if (mention === undefined) return null;
  if (ONLY_BEFORE.test(clause.text.slice(0, mention.start - clause.start)))
    return { items: mention.items, from: mention.end };
  const only = ONLY_ONE.exec(clause.text);
  return only === null ? null : { items: mention.items, from: clause.start + only.index + only[0].length };
}

function predicateWords(clause: Clause, reading: Reading, from: number) {
  return clause.tokens.filter(
    (token) =>
      token.start >= from &&
      !NEUTRAL_WORDS.has(token.stem) &&
      !NEUTRAL_WORDS.has(token.text) &&
      !reading.mentions.some(({ start, end }) => token.start >= start && token.end <= end),
  );
}
