/** Words of a clause that need no evidence as features: they state nothing, or another family of checks judges them. */
import type { Clause, Reading } from "../read-sentence.ts";
import type { Support } from "../support.ts";
import type { Token } from "../tokens.ts";
import { COMPARABLES, RANK_WORDS } from "../words/comparables.ts";
import { FEATURE_WORDS } from "../words/feature-words.ts";
import { NEUTRAL_WORDS } from "../words/neutral-words.ts";
import { SCALES, SMALL_NUMBERS } from "../words/number-words.ts";
import { UNITS } from "../words/units.ts";

/** "On the small side" concedes. */
const ON_ITS_SIDE =
  /\bon the (?:\w+ )?(?:small|heavy|short|pric[ey]+|expensive|loud|warm|dark|stiff|thin|slow|narrow|high|low|large|big|plain|simple)(?:er)?$/;

/** "It depends on what you cook": the shopper's doing, not the item's. */
const DOING_OF_SHOPPER =
  /\b(?:what|how|where|when|whether|if|whatever|wherever|whenever|who|why|which|things|anything|everything|before|after|once|until|while) you(?:'re|'ll|'d|'ve)?\b[^,;]*$|\b(?:as|once|until|when|while|before|after) (?:he|she|they|your)\b[^,;]*$/;

/** Words that other families have judged, or that state nothing. */
export function isExcused(token: Token, clause: Clause, reading: Reading, support: Support): boolean {
  const isNeutral = NEUTRAL_WORDS.has(token.stem) || NEUTRAL_WORDS.has(token.text);
  if ((isNeutral && !isSubstance(token, clause)) || support.personaStems.has(token.stem)) return true;
  const before = clause.text.slice(0, token.start - clause.start);
  if (!FEATURE_WORDS.has(token.stem) && DOING_OF_SHOPPER.test(before)) return true;
  // "Half as heavy as" is judged as a proportion.
  if (/\b(?:half|twice|times|third|quarter) as $/.test(before)) return true;
  // "Switch between three colours": a choice, no switch.
  if (
    /^(?:switch|toggle)$/.test(token.text) &&
    /^ between\b/.test(clause.text.slice(token.end - clause.start))
  )
    return true;
  // The letter of "USB-C" or of a V-neck.
  if (token.text.length === 1) return true;
  if (
    ON_ITS_SIDE.test(clause.text.slice(0, token.end - clause.start)) &&
    /^ side\b/.test(clause.text.slice(token.end - clause.start))
  )
    return true;
  if (token.text.length > 2 && UNITS.has(token.text)) return true;
  if (/^\d/.test(token.text) && !/\p{L}/u.test(token.text)) return true;
  if (clause.quantities.some((quantity) => token.start >= quantity.start && token.end <= quantity.end))
    return true;
  if (reading.mentions.some((mention) => token.start >= mention.start && token.end <= mention.end))
    return true;
  return isRank(token, clause);
}

/** "A full list" says nothing, "full coverage" does; "a solid choice", but "solid oak". */
const STATED = new Set(["weighted", "unweighted"]);
const LOADED = new Set(["full", "hard", "solid"]);
/** "With that said", but "with a filter". */
const POSSESSED =
  /\b(?:with|has|have|includes?|including|plus|comes? in)(?: (?:an?|two|three|its own|the))(?: [a-z]+){0,3} $/;
const THINGS = new Set(
  "basket baskets handle handles shelf shelves filter filters stand cover board guide case table window set".split(
    " ",
  ),
);
const TALK_COMPOUND =
  /^(?:trade-off|go-to|double-check|heads-up|run-of|stand-out|in-between|add-on|one-off|all-round|follow-up|well-known|mid-range|low-cost|long-term|must-have|no-brainer|so-called|like-minded|in-depth|up-to|back-up|side-by|by-side|to-do|day-to|to-day|every-day|best-fit|well-priced|well-matched|well-suited|(?:top|best|better|highest|higher|lower|lowest|well|highly)-rated)/;

/** Whether a word that states nothing by itself states something where it stands. */
function isSubstance(token: Token, clause: Clause): boolean {
  const next = clause.tokens[clause.tokens.indexOf(token) + 1];
  const after = clause.text.slice(token.end - clause.start);
  if (STATED.has(token.text)) return true;
  if (LOADED.has(token.text))
    return (
      next !== undefined &&
      !/^(?:charge|tank|load)/.test(next.text) &&
      /^ [a-z]/.test(after) &&
      (!NEUTRAL_WORDS.has(next.stem) || THINGS.has(next.text))
    );
  if (THINGS.has(token.text) && !/^ (?:for|to|of|against)\b/.test(after))
    return POSSESSED.test(clause.text.slice(0, token.start - clause.start));
  // "Over-ear": a compound of everyday words that is none of talk's own.
  return (
    next !== undefined &&
    /^-[a-z]/.test(after) &&
    token.text.length > 1 &&
    NEUTRAL_WORDS.has(next.stem) &&
    !isNumberWord(token.text) &&
    !isNumberWord(next.text) &&
    !TALK_COMPOUND.test(`${token.text}${after}`)
  );
}

const isNumberWord = (word: string): boolean =>
  word in SMALL_NUMBERS || word in SCALES || /^(?:half|third|quarter|first|second|last|top|\d.*)$/.test(word);

/** Comparatives and superlatives, judged among the rankings: "lighter", "more expensive". */
function isRank(token: Token, clause: Clause): boolean {
  const before = clause.tokens[clause.tokens.indexOf(token) - 1]?.text ?? "";
  if (/^(?:more|less|most|least)$/.test(before)) return COMPARABLES.has(token.text);
  if (RANK_WORDS.has(token.text)) return true;
  const base = token.text.replace(/i(?:er|est)$/, "y").replace(/(?:er|est)$/, "");
  if (base === token.text) return false;
  return [base, `${base}e`, base.replace(/(.)\1$/, "$1")].some((word) => COMPARABLES.has(word));
}
