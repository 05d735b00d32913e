/**
 * What a sentence denies. A denial that would flatter ("no parabens", "it isn't heavy") needs a row that bears it out; one
 * that concedes ("it doesn't come with a charger", "it isn't waterproof") needs only that no row says otherwise.
 */
import type { ItemFacts } from "../item-facts.ts";
import type { Clause } from "../read-sentence.ts";
import { rowHolds, type WordInPlace } from "../row-holds.ts";
import type { Support } from "../support.ts";
import { rootOf, type Token } from "../tokens.ts";
import { isFlaw, isVirtue } from "../words/feature-words.ts";
import { NEUTRAL_WORDS } from "../words/neutral-words.ts";

const REGRETS = /\b(?:i'm afraid|unfortunately|sadly|sorry|regrettably|alas)\b/;
/** What is denied of an item in these words would have been to its credit. */
const CONCEDES =
  /\b(?:won't|will not|can't|cannot|doesn't|does not|don't|do not|didn't|isn't|is not|aren't|never|not|neither(?: (?:one|of (?:them|these|the two)))?|none of (?:them|these))\s+(?:\w+ )?(?:come with|comes with|include|includes|included|seat|seats|hold|holds|reach|support|supports|offer|offers|have|has|fit|fits|help|meant|designed|made|intended|suited)\b|\bh(?:as|ave) no\b|\b(?:isn't|is not|aren't|are not) (?:really |quite |exactly )?an? |\b(?:won't|will not|wouldn't) (?:be (?:easy|able|enough|much)|replace|do|suit)\b|^[\s,;]*(?:and |but )?not an? (?:[\w'-]+[ -])?|\bnot an? (?:stand-in|substitute|replacement|match) for\b/;
/** "Not A or B", "neither A nor B": each is denied, not only the two together. */
const EACH = /\b(?:or|nor)\b|,/;

/** Whether the row bears out that the word is denied, by itself or together with the words denied beside it. */
export function isDenialHeld(item: ItemFacts, word: WordInPlace, clause: Clause, support: Support): boolean {
  if (rowHolds(item, word)) return true;
  const beside = deniedBeside(word.token, clause).filter((token) => !isEmpty(token));
  const first = beside[0];
  const last = beside.at(-1);
  if (first === undefined || last === undefined) return false;
  const stretch = clause.text.slice(first.start - clause.start, last.end - clause.start);
  const judged = EACH.test(stretch) ? [word.token] : beside;
  return judged.some((token) => {
    const index = clause.tokens.indexOf(token);
    const place = {
      token: { ...token, denied: true },
      before: clause.tokens[index - 1],
      after: clause.tokens[index + 1],
      isPredicate: false,
    };
    return (
      (token !== word.token && rowHolds(item, place)) ||
      isOtherValue(item, token, clause) ||
      (isConceded(token, clause, support) && !isAffirmed(item, place, clause))
    );
  });
}

/** The words under the same negation. */
function deniedBeside(token: Token, clause: Clause): Token[] {
  if (clause.quantifier === "none") return clause.tokens;
  const index = clause.tokens.findIndex(({ start }) => start === token.start);
  let [from, to] = [index, index];
  while (clause.tokens[from - 1]?.denied) from--;
  while (clause.tokens[to + 1]?.denied) to++;
  return clause.tokens.slice(from, to + 1);
}

function isEmpty({ stem, text }: Token): boolean {
  return text.length === 1 || NEUTRAL_WORDS.has(stem) || NEUTRAL_WORDS.has(text);
}

function isConceded(token: Token, clause: Clause, support: Support): boolean {
  if (isFlaw(token.stem)) return false;
  return (
    isVirtue(token.stem) ||
    support.said.has(token.stem) ||
    REGRETS.test(clause.text) ||
    CONCEDES.test(clause.text.slice(0, token.start - clause.start))
  );
}

function isAffirmed(item: ItemFacts, { token, before, after }: WordInPlace, clause: Clause): boolean {
  // "USB-C" is not affirmed by a row that knows "USB" alone.
  if (after !== undefined && clause.text[token.end - clause.start] === "-" && after.start === token.end + 1)
    return item.affirmed.has(token.text + after.stem);
  // "V-neck" is not affirmed by a crew neck.
  if (before !== undefined && clause.text[token.start - clause.start - 1] === "-")
    return item.affirmed.has(before.text + token.stem);
  return (
    item.affirmed.has(token.stem) ||
    item.affirmed.has(token.text) ||
    item.affirmedRoots.has(rootOf(token.stem)) ||
    item.affirmed.has(token.stem.replace(/^un/, ""))
  );
}

/** "No disc brakes" of an item whose brakes are stated to be something else. */
function isOtherValue(item: ItemFacts, token: Token, clause: Clause): boolean {
  const next = clause.tokens.find(({ start }) => start > token.end - 1 && start <= token.end + 1);
  if (next === undefined || item.affirmed.has(token.stem)) return false;
  return item.product.attributes.some(({ name }) =>
    name
      .toLowerCase()
      .split(/\W+/)
      .some((part) => part.startsWith(next.stem) && next.stem.length > 3),
  );
}
