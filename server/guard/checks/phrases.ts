/** Claims made of everyday words, each of which says nothing by itself: "true to size", "built to last". */
import type { Check } from "../finding.ts";
import { isHeld } from "../subjects-of.ts";
import { stemsOf } from "../tokens.ts";

const CLAIM =
  /\b(?:true to size|runs? (?:small|large|big|tight|wide|narrow)|tumble[- ]dr(?:y|ied|ier)|fair[- ]?trade|eas(?:y|ily) to (?:clean|use|assemble|carry|wash|store|maintain|install|set up|wear|fold|care for)|(?:made|built|designed|meant) to last|heavy[- ]duty|(?:high|top|best|superior|great|excellent|premium|finest)[- ]quality|(?:good|great|best|excellent|amazing|unbeatable|real) value|value for money|worth every (?:penny|cent)|state of the art|one size fits all|family[- ]owned|all[- ]day (?:comfort|battery|wear)|made by hand|hand[- ]?made|hand[- ]?crafted|goes with (?:everything|anything)|stand(?:s)? the test of time|last(?:s)? (?:for )?(?:years|a lifetime|forever|ages|decades)|(?:very|really|super|so|extremely|incredibly) (?:soft|strong|comfortable|durable|easy|fast|light|quiet|bright|warm|sturdy)|no (?:mess|hassle|fuss)|works (?:with|on) (?:everything|any|all)|fits (?:everyone|anyone|any|all)|good for the (?:planet|environment|climate)|better for (?:the (?:planet|environment|climate|rain|snow|heat|cold)|gaming|work|travel|running))\b/g;
const SILENT = new Set(["absence", "question", "offer", "shopper", "condition"]);

export const checkPhrases: Check = (reading) =>
  reading.clauses.flatMap((clause) => {
    if (SILENT.has(clause.kind) || /\b(?:not|n't|never|no)\b|n't\b/.test(clause.text)) return [];
    return [...clause.text.matchAll(CLAIM)].flatMap((match) => {
      const place = { start: clause.start + match.index, end: clause.start + match.index + match[0].length };
      const phrase = ` ${stemsOf(match[0]).join(" ")} `;
      const joined = stemsOf(match[0]).join("");
      const isInName = reading.mentions.some(({ start, end }) => place.start >= start && place.end <= end);
      if (isInName) return [];
      if (
        isHeld(place, clause, reading, (item) => item.phrases.includes(phrase) || item.affirmed.has(joined))
      )
        return [];
      return [{ type: "unsupported" as const, ...place, why: "a claim that the listing does not make" }];
    });
  });
