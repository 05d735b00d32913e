/** What a negation covers: "no leather", "anything but Apple", "not red or blue", but not "not bad" and not "no more than 50". */
import type { Clause } from "./clauses.ts";
import { findAll, type Message, plainOf, type Span } from "./tokens.ts";

const NEGATION =
  /\b(?:anything but|anything except|everything but|nothing (?:with|in|from|by|made of|that is|that has|too)|no more (?!than|expensive)|do not (?:really )?(?:want|like|need|care for|fancy)|(?:would|will) not (?:want|like|need|wear|buy|touch)|not|no|never|without|except(?: for)?|other than|apart from|rather than|instead of|avoid(?:ing)?|hate|hates|dislike|can not stand|steer clear of|stay away from|fed up with|sick of|tired of|no more|anti|allerg(?:ic|y|ies) to|intoleran(?:t|ces?) (?:to|of)|free of|nothing|none|neither|sin|ohne|kein(?:e|en)?|nicht|sans|pas de?|senza|без|не|non(?! [-a-z]+ic\b| -)|zonder|geen|sem)\b/g;

/**
 * These look like a negation and are none, or are one of something that is no wish: "I don't want to spend over 200 on
 * headphones" wants headphones.
 */
const NOT_A_WISH =
  /\b(?:(?:(?:do|would|will|can|could) )?not (?:[a-z]+ ){0,3}?(?:spend|pay|exceed|drop|fork out|part with|shell out|blow)|(?:not|nothing) (?:over|above|more than|under|below|less than)|not tested on|no animal testing|not bad|(?:can|could) not (?!stand|have|do|wear|eat|drink|use|take|tolerate|digest|deal|bear|be\b|stomach)[a-z]+|none of (?:these|those|them)|no (?:real |strong |particular |special |fixed )*(?:feelings?|preferences?|opinions?|views?|favou?rites?)|not compromise|do not think (?:any|either|one|these|those|this|that|it|they)|not (?:really |quite |exactly )?what i|not for me|nothing wrong|not (?:too |so |very |that )?(?:picky|fussy|fussed|bothered|choosy)|not (?:only|just|necessarily|really|sure|yet|quite)|no (?:problem|worries|idea|clue|thanks|thank|matter|doubt|rush|need|preference|budget|limit|one)|why not|if not|or not|nothing (?:special|else|fancy)|never mind|do not (?:mind|know|care)|does not matter|(?:is|are|do|does|can|could|would|will|should) not (?:it|there|you|they|this|that|these)|not too|nothing too|no [,.!?]|no$)/g;

/** Where the scope of a negation ends before its clause does. */
const SCOPE_END = new Set([
  "but",
  "just",
  "only",
  "with",
  "under",
  "below",
  "which",
  "because",
  "please",
  "so",
  "though",
  "rather",
  "instead",
  "for",
  "maybe",
  "perhaps",
  "now",
  "then",
  "ideally",
  "preferably",
  "otherwise",
]);

export function negatedSpans(message: Message, clauses: Clause[]): Span[] {
  const exempt = findAll(message, NOT_A_WISH);
  const spans: Span[] = [];
  for (const found of findAll(message, NEGATION)) {
    if (exempt.some((span) => span.from <= found.from && found.from < span.to)) continue;
    const clause = clauses.find((part) => part.from <= found.from && found.from < part.to);
    if (!clause) continue;
    const to = scopeEnd(message, found.to, clause, clauses);
    spans.push({
      from: found.from,
      to: REPLACES.test(plainOf(message, found)) ? nounPhraseEnd(message, found.to, to) : to,
    });
  }
  // "A nut allergy": what there must be none of stands in front. The scope begins before it, as elsewhere.
  for (const found of findAll(message, ALLERGY)) spans.push({ from: found.from - 1, to: found.to });
  return spans;
}

const ALLERGY =
  /\b(?!(?:an?|the|my|your|his|her|their|our|no|any|some|have|has|had|of|with|and|or|severe|bad|serious|strong|food|skin|contact|is|this|that)\b)[a-z]+ (?:allerg(?:y|ies)|intolerances?)\b/g;

const REPLACES = /^(?:instead of|rather than|other than|apart from)$/;

/**
 * "It's not flexible" of an item in view misses what it lacks: that is wished for, and not wished away. Whoever says what
 * it must not be, or that he does not want it, is understood as before.
 */
export function withoutLacks(message: Message, clauses: readonly Clause[], negated: readonly Span[]): Span[] {
  return negated.filter((span) => {
    const clause = clauses.find((part) => part.from <= span.from && span.from < part.to);
    const before = clause ? plainOf(message, { from: clause.from, to: span.from }) : "";
    return !(LACKING.test(before) && /^(?:not|no)\b/.test(plainOf(message, span)));
  });
}

const LACKING =
  /^(?:(?:because|since|as|but|and|though|well|shame|pity|too bad|sadly|unfortunately) )*(?:it|this|that|they|these|those|(?:the|this|that) (?:first|second|third|fourth|last|other|middle|top)(?: one)?|(?:this|that) one|# \d) (?:is|are|does|do|has|have)(?: really| quite| even| actually)*$/;

/** "Instead of a bike a backpack": the scope ends where the next thing begins. */
function nounPhraseEnd(message: Message, start: number, end: number): number {
  for (let index = start + 2; index < end; index++)
    if (/^(?:a|an|the|i|we|some)$/.test(message.tokens[index]?.word ?? "")) return index;
  return end;
}

function scopeEnd(message: Message, start: number, clause: Clause, clauses: Clause[]): number {
  for (let index = start + 1; index < clause.to; index++) {
    if (SCOPE_END.has(message.tokens[index]?.word ?? "")) return index;
  }
  return listEnd(message, clause, clauses);
}

/** "No red, green or blue": a list of single words that ends in "or" stays within the scope. */
function listEnd(message: Message, clause: Clause, clauses: Clause[]): number {
  let end = clause.to;
  for (const next of clauses.slice(clauses.indexOf(clause) + 1)) {
    const words = message.tokens.slice(next.from, next.to).map((token) => token.word);
    if (next.sentence !== clause.sentence || words.length > 4) break;
    if (words.includes("or") || words.includes("nor"))
      return words.some((word) => SCOPE_END.has(word)) ? end : next.to;
    if (words.length > 2) break;
    end = clause.to;
  }
  return end;
}
