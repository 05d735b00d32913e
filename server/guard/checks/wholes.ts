/** "All cotton", "all sixty are painted": nothing is wholly so of which the row says that a part is. */
import type { Check, Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import type { Clause } from "../read-sentence.ts";
import { subjectsOf } from "../subjects-of.ts";
import { stemsOf, type Token } from "../tokens.ts";
import { isMaterial } from "../words/feature-words.ts";
import { NEUTRAL_WORDS } from "../words/neutral-words.ts";

const WHOLE =
  /\b(?:all|every|each|entirely|completely|purely|wholly|pure|whole|solid|100 ?%|a hundred percent|nothing but|nothing else|from top to bottom|through and through)\b/;
const PART = /\b(?:half|some|partly|partially|mostly|mainly|two of|one of|most of|(?!100)\d+ ?%)(?!\w)/;
const PART_SAID = /\b(?:half|almost|nearly|mostly|mainly|not|part|\d+ ?%|percent)\b/;

export const checkWholes: Check = (reading) =>
  reading.clauses.flatMap((clause) => {
    if (clause.kind !== "assertion" || !WHOLE.test(clause.text) || PART_SAID.test(clause.text)) return [];
    return clause.tokens.flatMap((token): Finding[] => {
      if (token.denied || NEUTRAL_WORDS.has(token.stem)) return [];
      if (!subjectsOf(token, clause, reading).some((item) => isOnlyInPart(item, token, clause))) return [];
      return [
        {
          type: "unsupported",
          start: token.start,
          end: token.end,
          why: `its listing says "${token.text}" of a part of it only`,
        },
      ];
    });
  });

/** Each passage of the row that holds the word says that it is true of a part. "All day" says nothing of parts. */
function isOnlyInPart(item: ItemFacts, token: Token, clause: Clause): boolean {
  const before = clause.text.slice(0, token.start - clause.start);
  // "All cotton" of a fabric; "all sixty blocks are painted" of what is counted.
  const isSaidOfAll = isMaterial(token.stem)
    ? /\b(?:all|entirely|completely|purely|wholly|pure|solid|100 ?%|nothing but)(?: \w+)? (?:of |from |out of )?$/.test(
        before,
      )
    : /\b(?:all|every|each|entirely|completely)\b.*\b(?:is|are|comes?|have|has|get)\b/.test(before);
  if (!isSaidOfAll) return false;
  const passages = item.text.split(/[.;,\n]/).filter((passage) => stemsOf(passage).includes(token.stem));
  return passages.length > 0 && passages.every((passage) => PART.test(passage));
}
