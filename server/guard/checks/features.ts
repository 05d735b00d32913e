/**
 * What is said of an item in words: materials, colours, capabilities, uses. In a clause that states something about an
 * item every content word needs evidence in the row, because no list could name everything that can be invented; in
 * other clauses only words that always state a fact do.
 */
import type { Check, Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { subjectsOf } from "../subjects-of.ts";
import type { Support } from "../support.ts";
import type { Token } from "../tokens.ts";
import { COMPARABLES, RANK_WORDS } from "../words/comparables.ts";
import { FEATURE_WORDS } from "../words/feature-words.ts";
import { CONTINUATION, PART_OR_FRAGMENT } from "../words/frames.ts";
import { NEUTRAL_WORDS } from "../words/neutral-words.ts";

/** "The straps are …", "its zips": a part of the item is the subject. */
const PART_SUBJECT =
  /(?:^|[,;] )\s*(?:and |but )?(?:the|its|their|all|both) (?:[\w'-]+ ){1,3}?(?:is|are|was|were|has|have|comes?|can|folds?|works?|lasts?)\b/;
const PRONOUN_SUBJECT =
  /\b(?:it|they|this|these|those|that|both|each|(?:this|that|the first|the second|the third|the other|the last) (?:one|pack|bike|item))(?:'s|'re|'ll|'d)? (?!you\b|i\b|we\b|to\b)|\bits? \w/;
const PREDICATE_AFTER =
  /^(?:'s)?\s+(?:also |even |really |only |just |still |certainly |already |both )?(?:is|isn't|are|aren't|was|has|hasn't|have|can|can't|will|won't|does|doesn't|\w+s|\w+ed|made|built|kept|held)\b/;

export const checkFeatures: Check = (reading, support) =>
  reading.clauses.flatMap((clause) => {
    if (clause.kind !== "assertion" && clause.kind !== "talk") return [];
    const from = clause.kind === "assertion" ? predicateStart(clause, reading) : clause.end;
    return [
      ...unsupportedFeatures(clause, from, reading, support),
      ...unsupportedWords(clause, from, reading, support),
    ];
  });

/**
 * Where the clause begins to state something about an item: at a pronoun or a title that a verb follows, at one of its
 * parts ("the straps are", "its zips"), or at once where the clause goes on with the subject before it.
 */
function predicateStart(clause: Clause, reading: Reading): number {
  const bare = clause.text.replace(/^[,;:.!?\s-]+/, "");
  if (CONTINUATION.test(bare) || PART_OR_FRAGMENT.test(bare)) return clause.start;
  const opening = PART_SUBJECT.exec(clause.text);
  if (opening !== null) return clause.start + opening.index;
  const pronoun = PRONOUN_SUBJECT.exec(clause.text);
  const titled = reading.mentions
    .filter((mention) => mention.start >= clause.start && mention.end <= clause.end)
    .find((mention) => PREDICATE_AFTER.test(clause.text.slice(mention.end - clause.start)));
  const starts = [pronoun === null ? clause.end : clause.start + pronoun.index, titled?.end ?? clause.end];
  return Math.min(...starts);
}

function unsupportedWords(clause: Clause, from: number, reading: Reading, support: Support): Finding[] {
  return clause.tokens.flatMap((token, index): Finding[] => {
    if (token.start < from || isExcused(token, clause, reading, support)) return [];
    const about = subjectsOf(token, clause, reading);
    if (about.some((item) => holds(item, token, clause.tokens[index - 1], clause.tokens[index + 1])))
      return [];
    // What the shopper wants may be named beside what the item is: "for your commute", "since you ride in rain".
    if (!FEATURE_WORDS.has(token.stem) && support.said.has(token.stem) && !token.denied) return [];
    return [refusal(token, about)];
  });
}

function unsupportedFeatures(clause: Clause, to: number, reading: Reading, support: Support): Finding[] {
  return clause.tokens.flatMap((token, index): Finding[] => {
    if (token.start >= to || !FEATURE_WORDS.has(token.stem) || isExcused(token, clause, reading, support))
      return [];
    if (support.said.has(token.stem)) return [];
    if (support.items.some((item) => holds(item, token, clause.tokens[index - 1], clause.tokens[index + 1])))
      return [];
    return [refusal(token, support.items)];
  });
}

/** Words that other families have judged, or that state nothing. */
function isExcused(token: Token, clause: Clause, reading: Reading, support: Support): boolean {
  if (NEUTRAL_WORDS.has(token.stem) || NEUTRAL_WORDS.has(token.text) || support.personaStems.has(token.stem))
    return true;
  if (/^\d/.test(token.text) && !/\p{L}/u.test(token.text)) return true;
  if (clause.quantities.some((quantity) => token.start >= quantity.start && token.end <= quantity.end))
    return true;
  if (reading.mentions.some((mention) => token.start >= mention.start && token.end <= mention.end))
    return true;
  return isRank(token, clause);
}

/** Comparatives and superlatives, judged among the rankings: "lighter", "more expensive". */
function isRank(token: Token, clause: Clause): boolean {
  const before = clause.tokens[clause.tokens.indexOf(token) - 1]?.text ?? "";
  if (/^(?:more|less|most|least)$/.test(before)) return COMPARABLES.has(token.text);
  if (RANK_WORDS.has(token.text)) return true;
  const base = token.text.replace(/i(?:er|est)$/, "y").replace(/(?:er|est)$/, "");
  if (base === token.text) return false;
  return [base, `${base}e`, base.replace(/(.)\1$/, "$1")].some((word) => COMPARABLES.has(word));
}

/** The row affirms what is affirmed and denies what is denied, in one word or two: "waterproof", "water-proof". */
function holds(item: ItemFacts, token: Token, before: Token | undefined, after: Token | undefined): boolean {
  const side = token.denied ? item.denied : item.affirmed;
  return (
    side.has(token.stem) ||
    side.has(token.text) ||
    (after !== undefined && side.has(token.text + after.stem)) ||
    (before !== undefined && side.has(before.text + token.stem))
  );
}

function refusal(token: Token, about: readonly ItemFacts[]): Finding {
  const [only] = about;
  const where =
    about.length === 1 && only !== undefined ? `the listing of ${only.product.title}` : "any of its listings";
  return {
    type: "unsupported",
    start: token.start,
    end: token.end,
    why: `"${token.text}" ${token.denied ? "is not denied" : "does not stand"} in ${where}`,
  };
}
