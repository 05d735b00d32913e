import type { ItemFacts } from "./item-facts.ts";
import type { Clause, Mention, Reading } from "./read-sentence.ts";

/**
 * The items that a passage of a clause belongs to: what is named right before it ("the A costs $20, the B $30"), or
 * right after it where nothing stands before; else whatever the clause is about. What it is only compared with does not count.
 */
export function subjectsOf(
  passage: { start: number; end: number },
  clause: Clause,
  reading: Reading,
): readonly ItemFacts[] {
  const mentions = reading.mentions.filter(
    (mention) => !mention.isMeasuringStick && mention.start >= clause.start && mention.end <= clause.end,
  );
  const next = mentions.find((mention) => mention.start >= passage.end);
  // "$149 for the A versus $89 for the B": it belongs to what follows.
  if (next !== undefined && OWNED_BY.test(reading.normal.lower.slice(passage.end, next.start)))
    return next.items;
  const before = subjectMentions(passage, mentions, reading);
  if (before.length > 0) return [...new Set(before.flatMap(({ items }) => items))];
  if (clause.quantifier !== null) return clause.about;
  return next?.items ?? clause.about;
}

/** Whether what the passage says holds of its subjects: of one of them, or of each where the clause says so. */
export function isHeld(
  passage: { start: number; end: number },
  clause: Clause,
  reading: Reading,
  holds: (item: ItemFacts) => boolean,
): boolean {
  const subjects = subjectsOf(passage, clause, reading);
  if (subjects.length === 0) return false;
  const isSaidOfEach =
    clause.quantifier !== null || subjectMentions(passage, reading.mentions, reading).length > 1;
  return isSaidOfEach ? subjects.every(holds) : subjects.some(holds);
}

const OWNED_BY = /^ (?:for|on|with|in the case of)(?: the| this| that)? $/;

/** What is named right before the passage; "the A and the B have a hood" speaks of both. */
function subjectMentions(
  passage: { start: number },
  mentions: readonly Mention[],
  reading: Reading,
): readonly Mention[] {
  const earlier = mentions.filter((mention) => mention.end <= passage.start);
  const last = earlier.pop();
  if (last === undefined) return [];
  const joined = [last];
  for (let at = last, next = earlier.pop(); next !== undefined; at = next, next = earlier.pop()) {
    const between = reading.normal.lower.slice(next.end, at.start);
    if (!/^(?:,| and|, and)(?: (?:the|this|that))? $/.test(between)) break;
    joined.push(next);
  }
  return joined;
}
