/** Which material a part is of: a part is of the materials that the row gives it, where it gives any. */
import type { Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { isHeld, subjectsOf } from "../subjects-of.ts";
import { stemOf, type Token } from "../tokens.ts";
import { isMaterial } from "../words/feature-words.ts";
import { NEUTRAL_WORDS } from "../words/neutral-words.ts";
import { refusal } from "./refusal.ts";

/** "The frame is carbon" of a bike whose fork is: a part is of the materials that the row gives it, where it gives any. */
export function wrongMaterials(clause: Clause, reading: Reading): Finding[] {
  return clause.tokens.flatMap((token, index): Finding[] => {
    if (!isMaterial(token.stem) || token.denied) return [];
    const part = partOf(clause, index);
    if (part === null) return [];
    const isOther = (item: ItemFacts) => {
      const materials = item.partMaterials.get(part);
      return materials !== undefined && !materials.has(token.stem);
    };
    const about = subjectsOf(token, clause, reading);
    return about.length > 0 && about.every(isOther) ? [refusal(token, about)] : [];
  });
}

/** "The frame isn't carbon" of a frame that the row gives another material. */
export function isOtherMaterial(token: Token, index: number, clause: Clause, reading: Reading): boolean {
  if (!token.denied || !isMaterial(token.stem)) return false;
  const part = partOf(clause, index);
  return (
    part !== null &&
    isHeld(token, clause, reading, (item) => {
      const materials = item.partMaterials.get(part);
      return materials !== undefined && !materials.has(token.stem);
    })
  );
}

/** "A carbon frame", "the frame is (made of) carbon". */
function partOf(clause: Clause, index: number): string | null {
  const material = clause.tokens[index];
  const next = clause.tokens[index + 1];
  if (material === undefined) return null;
  if (
    next !== undefined &&
    /^ $/.test(clause.text.slice(material.end - clause.start, next.start - clause.start))
  )
    if (!NEUTRAL_WORDS.has(next.stem) && !isMaterial(next.stem)) return next.stem;
  const subject =
    /(?:\b(?:the|its) |^\s*)([\w-]+)(?: (?:is|isn't|is not|are|aren't|are not|comes in)(?: (?:made|built|mostly|fully|entirely|itself))*(?: (?:of|from|in))?)? $/.exec(
      clause.text.slice(0, material.start - clause.start),
    );
  return subject === null ? null : stemOf(subject[1] ?? "");
}
