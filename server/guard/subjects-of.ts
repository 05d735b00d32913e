import type { ItemFacts } from "./item-facts.ts";
import type { Clause, Reading } from "./read-sentence.ts";

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
  const before = mentions.filter((mention) => mention.end <= passage.start).at(-1);
  const after = mentions.find((mention) => mention.start >= passage.end);
  return (before ?? after)?.items ?? clause.about;
}
