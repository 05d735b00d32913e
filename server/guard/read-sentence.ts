/** Reads a sentence: its clauses, what each of them does, and which items it is about. */
import type { ItemFacts } from "./item-facts.ts";
import { matchesOf } from "./matches-of.ts";
import { type NormalText, normalise } from "./normalise.ts";
import { type Quantifier, quantifierOf } from "./quantifier.ts";
import { type Quantity, readQuantities } from "./read-quantities.ts";
import { type Token, tokenise } from "./tokens.ts";
import { FEATURE_WORDS } from "./words/feature-words.ts";
import {
  ABSENCE,
  BRINGS,
  CONDITION,
  CONTINUATION,
  LEADING_QUESTION,
  MEETS_WISH,
  NO_SUCH_GOODS,
  OFFER,
  PART_OR_FRAGMENT,
  QUESTION_OPENERS,
  SHOPPER_FRAME,
  TOLD_SHOPPER,
  UPTAKE,
} from "./words/frames.ts";
import { NEUTRAL_WORDS } from "./words/neutral-words.ts";

/**
 * What a clause does. `assertion` states something about an item and needs evidence for each content word; `absence`
 * says that the listing is silent; `shopper` repeats what the shopper said; `talk` is everything else.
 */
export type ClauseKind = "assertion" | "question" | "offer" | "condition" | "absence" | "shopper" | "talk";

export interface Clause {
  kind: ClauseKind;
  /** [start, end) in the normalised text. */
  start: number;
  end: number;
  text: string;
  tokens: Token[];
  quantities: Quantity[];
  /** The items it is about: those it names, else those named before it, else all. */
  about: ItemFacts[];
  /** The items it names itself. */
  named: ItemFacts[];
  /** "Both are", "each of them": it must hold of every item it is about. "Neither is": of none. */
  quantifier: Quantifier | null;
}

export interface Mention {
  items: ItemFacts[];
  /** "Lighter than the B": what is compared with, not what is spoken of. */
  isMeasuringStick: boolean;
  start: number;
  end: number;
}

export interface Reading {
  normal: NormalText;
  tokens: Token[];
  clauses: Clause[];
  mentions: Mention[];
  /** Quoted passages, with their marks: they are checked as quotes and as nothing else. */
  quotes: { start: number; end: number; text: string }[];
}

const QUOTED = /(?<=^|[\s(:])(?:"([^"]{3,}?)"|'((?:[^']|(?<=\p{L})'(?=\p{L})){8,}?)'(?=[\s.,;:!?)]|$))/gu;
const BOUNDARY =
  /[.!?](?=\s|$)|[;:](?=\s)|\s[-—]{1,2}\s|,\s(?=(?:and|but|so|because|while|whereas|which|although|though|it|they|that|this|these|both|you|i|we|or|if|since|as|not)\b)|\s(?=(?:but|because|whereas|while|although|though|so|since)\s)|\s(?=and (?:it|they|both|the|is|are|was|were|can|won|has|have|comes|costs|weighs|features|offers|runs|you|i|we)\b)/g;
const PRODUCT_SUBJECT =
  /\b(?:it|it's|its|they|they're|this|that|that's|these|those|both|each|neither|either|all of them|(?:this|that|the|which) ones?|the (?:first|second|third|fourth|fifth|last|latter|former|other|pair|set|frame|case|model|product|item|price|material|battery|screen|fabric|brand|maker|colou?r|size|weight|rating|listing|description))\b/;
const TALK =
  /^(?:(?:and|or|so|but|then|well|oh|ah|ok|okay|yes|no|sure|right|great|thanks|fine|fair|noted|understood|yup|nope|still|though|if so|in that case|for (?:you|your \w+|that|this|me)|to be (?:honest|fair)|honestly|frankly|personally|in short|here|since|because|as)[,:]? )*(?:i|i'd|i'll|i'm|i've|we|we'd|we've|let's|you said|you(?! (?:can|could|may|won't|will|never|needn't)\b)|you'd|you've|you're|ignoring|(?:nobody|no one) (?:wants|likes|enjoys|needs|is free)|no (?:rush|worries|problem|hurry|pressure|need to)|scrap|(?:keep|treat|think|check|mind|remember|bring|measure|avoid|don't|do|try|go|look|see|have|take|bear) (?:it|them|that|this|the|your|in|about|out|with|for|at|how|whether|a|some|note)|[a-z]+ing (?:a|an|the|with|your|my|in|through|to|around|on|all|every|something|things)|thanks|thank|hello|hi|welcome|sorry|please|got it|noted|understood|fair|good|great|happy|what|whichever|whatever|how|why|who|which|when|where)\b/;
/** "The engine whistles": a verb that no list knows. */
const NOUN_AND_VERB =
  /^(?:(?:and|but|so|yes|also)[, ]+)*(?:the|an?|its|their|each|every|all|no|most|any) (?:[\w'-]+ ){1,4}?[a-z]{3,}(?:[^s]s|ed)\b/;
const FINITE_VERB =
  /\b(?:is|are|was|were|has|have|had|comes?|costs?|weighs?|measures?|features?|includes?|contains?|offers?|holds?|runs?|lasts?|fits?|works?|supports?|made|built|rated|sells?|carries|gives?|gets?|does|do|can|will|keeps?|protects?|uses?|provides?|delivers?|belongs?|sits|falls|matches|meets|it's|that's|they're|isn't|aren't|doesn't|don't|won't|can't)\b/;

/** "Any last doubts", "all part of the service", "send them all back": no quantity of items. */
const OF_NOTHING =
  /\b(?:them|you) (?:both|all)\b|^\W*(?:and |but |so )?(?:all|any)\b(?! (?:of (?:them|these|those)|three|four)\b)/;

/** The words right before a mention that make it the other side of a comparison. */
const STICK_BEFORE = /\b(?:than|over|against|unlike|versus|vs)(?: the)?$/;

const SINGULAR = /\b(?:it|it's|its)\b/;

/** The segment that goes on here ends with a question mark. */
const ASKED = /^(?:[^.!?]|[.!?](?!\s|$))*\?(?:\s|$)/;

/** `items` are those the sentence may speak of; `toldOf` those of them that its plan tells something of. */
export function readSentence(
  sentence: string,
  items: readonly ItemFacts[],
  currency: string,
  toldOf: readonly ItemFacts[] = items,
): Reading {
  const normal = normalise(sentence);
  const quotes = matchesOf(QUOTED, normal.lower).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[1] ?? match[2] ?? "",
  }));
  const masked = maskQuotes(normal.lower, quotes);
  const tokens = tokenise(maskQuotes(normal.cased, quotes), masked);
  const mentions = findMentions(tokens, items);
  const quantities = readQuantities(masked, currency).filter(
    (quantity) => !insideMention(quantity, mentions),
  );
  const clauses = readClauses(masked, tokens, quantities, mentions, { items, toldOf });
  return { normal, tokens, clauses, mentions, quotes };
}

function maskQuotes(text: string, quotes: Reading["quotes"]): string {
  return quotes.reduce(
    (masked, { start, end }) => masked.slice(0, start) + " ".repeat(end - start) + masked.slice(end),
    text,
  );
}

function insideMention(quantity: Quantity, mentions: Mention[]): boolean {
  return mentions.some((mention) => quantity.start >= mention.start && quantity.end <= mention.end);
}

/**
 * An item is mentioned by a run of its title's words: two or more, or one that no other item shares and that is no
 * everyday word. The longest run wins; items that share it are mentioned together.
 */
function findMentions(tokens: readonly Token[], items: readonly ItemFacts[]): Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  while (at < tokens.length) {
    // "Compatible with Galaxy S7" of a case: what it goes with is said of it, though another's name holds the same words.
    if (isGoneWith(tokens, at)) {
      at = endOfValue(tokens, at);
      continue;
    }
    // "Made by Trek" names a maker; which item is meant stands elsewhere.
    const isMaker = /^(?:by|from|of)$/.test(tokens[at - 1]?.text ?? "");
    const runs = items.map((item) => ({ item, length: runLength(tokens, at, item, isMaker) }));
    if (runs.every((run) => run.length === 0) && !isMaker) nameByNoun(tokens, at, runs);
    const longest = Math.max(0, ...runs.map((run) => run.length));
    const last = tokens[at + longest - 1];
    const first = tokens[at];
    if (longest === 0 || first === undefined || last === undefined) {
      at++;
      continue;
    }
    const bearers = runs.filter((run) => run.length === longest).map((run) => run.item);
    // "The Seatpost" is what is called so, rather than another whose name ends like that.
    const called = bearers.filter(({ title }) => title.length === longest);
    mentions.push({
      items: called.length > 0 ? called : bearers,
      isMeasuringStick: STICK_BEFORE.test(`${tokens[at - 2]?.text} ${tokens[at - 1]?.text}`),
      start: first.start,
      end: last.end,
    });
    at += longest;
  }
  return joinNeighbours(mentions);
}

/** "The LifeProof" of two and "nuud" of one, side by side: one name of the item that bears both. */
function joinNeighbours(mentions: readonly Mention[]): Mention[] {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const before = joined.at(-1);
    const both = before?.items.filter((item) => mention.items.includes(item)) ?? [];
    if (before === undefined || mention.start - before.end !== 1 || both.length === 0) joined.push(mention);
    else joined[joined.length - 1] = { ...before, items: both, end: mention.end };
  }
  return joined;
}

/** Whether what begins here is what an item is said to go with. */
export function isGoneWith(tokens: readonly Token[], at: number): boolean {
  const [verb, word] = [tokens[at - 2]?.text ?? "", tokens[at - 1]?.text ?? ""];
  return word === "with" && /^(?:compatible|works?|working)$/.test(verb);
}

/** Up to the verb, the joining word or the sign that goes on with something else. */
export function endOfValue(tokens: readonly Token[], at: number): number {
  let end = at + 1;
  for (let next = tokens[end]; next !== undefined; next = tokens[++end]) {
    const gap = next.start - (tokens[end - 1]?.end ?? 0);
    if (gap > 1 || /^(?:and|or|but|plus|while|so|than|is|are|costs?|has|comes?|fits)$/.test(next.text)) break;
  }
  return end;
}

function runLength(tokens: readonly Token[], at: number, item: ItemFacts, isMaker: boolean): number {
  const first = tokens[at];
  if (first === undefined) return 0;
  let best = 0;
  for (let from = 0; from < item.title.length; from++) {
    let length = 0;
    while (tokens[at + length] !== undefined && tokens[at + length]?.stem === item.title[from + length])
      length++;
    best = Math.max(best, length);
  }
  if (isMaker && best <= item.brand.length && item.brand.includes(first.stem)) return 0;
  if (best === 1 && item.brand.includes(first.stem) && isBrandOfMaker(tokens, at, item)) return 0;
  if (best >= 2) return trimmedRun(tokens, at, best, item);
  if (best === 1 && (item.title.length === 1 || isDistinctive(first))) return 1;
  return 0;
}

/** "From Kettle Ridge": its second word names no item either. */
function isBrandOfMaker(tokens: readonly Token[], at: number, { brand }: ItemFacts): boolean {
  const place = brand.indexOf(tokens[at]?.stem ?? "");
  return place > 0 && /^(?:by|from|of)$/.test(tokens[at - place - 1]?.text ?? "");
}

/** "The parka", "those earbuds": a noun of one title alone names its item, though it carries no capital. */
function nameByNoun(tokens: readonly Token[], at: number, runs: { item: ItemFacts; length: number }[]): void {
  const noun = tokens[at];
  // "The Play": everyday words name an item where they carry its capital.
  const isCapital = /^\p{Lu}/u.test(noun?.cased ?? "") && tokens[at - 1]?.text === "the";
  // "The table" of a table and a desk, but nothing is "on the table".
  const isHead = (item: ItemFacts) =>
    item.title.at(-1) === noun?.stem && !/^(?:on|off|to|at)$/.test(tokens[at - 2]?.text ?? "");
  if (noun === undefined || runs.length < 2) return;
  if (NEUTRAL_WORDS.has(noun.stem) && !isCapital && !runs.some(({ item }) => isHead(item))) return;
  if (!/^(?:the|this|that|these|those|an?|each|every)$/.test(tokens[at - 1]?.text ?? "")) return;
  // "It's a pencil" says what an item is; it names no other that is one.
  const isPredicate = /^(?:is|are|it's|that's|they're)$/.test(tokens[at - 2]?.text ?? "");
  if (isPredicate && /^an?$/.test(tokens[at - 1]?.text ?? "")) return;
  const titled = runs.filter(({ item }) => item.title.includes(noun.stem));
  const isFeature = FEATURE_WORDS.has(noun.stem) || NEUTRAL_WORDS.has(noun.stem);
  const bearers =
    titled.length > 0 || isFeature || /^an?$/.test(tokens[at - 1]?.text ?? "") || !opensClause(tokens, at)
      ? titled
      : runs.filter(({ item }) => item.affirmed.has(noun.stem));
  const [only] = bearers;
  if (only !== undefined && bearers.length === 1) only.length = 1;
}

/** "The railway has a bridge", "than the railway": what one row alone knows, where the subject stands. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  const [before, article] = [tokens[at - 2], tokens[at - 1]];
  if (before === undefined || article === undefined) return true;
  return /^(?:but|while|whereas|than)$/.test(before.text) || article.start - before.end > 1;
}

/** "with a" stands in many titles and names none; neither does "gravel bikes": a name is whole, or carries a capital. */
function trimmedRun(tokens: readonly Token[], at: number, length: number, item: ItemFacts): number {
  return length === item.title.length || tokens.slice(at, at + length).some(isDistinctive) ? length : 0;
}

function isDistinctive(token: Token | undefined): boolean {
  return token !== undefined && /^(?:\p{Lu}|\d+\p{L})/u.test(token.cased) && !NEUTRAL_WORDS.has(token.stem);
}

function readClauses(
  text: string,
  tokens: readonly Token[],
  quantities: readonly Quantity[],
  mentions: readonly Mention[],
  { items, toldOf }: { items: readonly ItemFacts[]; toldOf: readonly ItemFacts[] },
): Clause[] {
  const clauses: Clause[] = [];
  let before: ItemFacts[] = [];
  for (const [start, end] of clauseRanges(text, mentions)) {
    const part = text.slice(start, end);
    const within = mentions.filter((mention) => mention.start >= start && mention.end <= end);
    const named = [
      ...new Set(within.filter((mention) => !mention.isMeasuringStick).flatMap((mention) => mention.items)),
    ];
    // "It" may stand for one that was told of before; the others are only shown beside it.
    const meant = SINGULAR.test(part) && toldOf.length > 0 ? toldOf : items;
    const about = named.length > 0 ? named : before.length > 0 ? before : [...meant];
    if (named.length > 0) before = named;
    const asked = ASKED.test(text.slice(end));
    const quantifier =
      quantifierOf(part, items, named) ??
      (isContinued(part, named) ? (clauses.at(-1)?.quantifier ?? null) : null);
    const ofItem = within.length > 0 || (quantifier !== null && !OF_NOTHING.test(part));
    clauses.push({
      kind: kindOf(part, ofItem, items.length > 0, asked, clauses.at(-1)?.kind),
      start,
      end,
      text: part,
      tokens: tokens.filter((token) => token.start >= start && token.end <= end),
      quantities: quantities.filter((quantity) => quantity.start >= start && quantity.end <= end),
      about,
      named,
      quantifier,
    });
  }
  return clauses;
}

/** "Both charge over USB-C and weigh 2 kg": the subject goes on. */
function isContinued(part: string, named: readonly ItemFacts[]): boolean {
  return named.length === 0 && CONTINUATION.test(part.trim());
}

function clauseRanges(text: string, mentions: readonly Mention[]): [number, number][] {
  const ranges: [number, number][] = [];
  let start = 0;
  for (const match of matchesOf(BOUNDARY, text)) {
    const inside = mentions.some((mention) => match.index > mention.start && match.index < mention.end);
    // "Ali R. needed an hour": an initial ends no sentence.
    const isInitial = /\b(?!size|in|an|or|and|is|also)[a-z]{2,} [a-z]$/.test(text.slice(start, match.index));
    if (inside || match.index <= start || (match[0] === "." && isInitial && match.index < text.length - 1))
      continue;
    // "The A and the B have a hood": the subject is not whole yet.
    const joinsSubjects =
      text.startsWith(" and the ", match.index) && !FINITE_VERB.test(text.slice(start, match.index));
    if (joinsSubjects) continue;
    ranges.push([start, match.index]);
    start = match.index + (/^\s/.test(match[0]) && !/[-—]/.test(match[0]) ? 0 : 1);
  }
  ranges.push([start, text.length]);
  return ranges.filter(([from, to]) => /[\p{L}\p{N}]/u.test(text.slice(from, to)));
}

const WISH_GOES_ON = /^(?:and |but )?(?:not|nothing|without|ideally|preferably|at best)\b/;

function kindOf(
  text: string,
  namesItem: boolean,
  hasItems: boolean,
  asked: boolean,
  before: ClauseKind | undefined,
): ClauseKind {
  const bare = text.trim().replace(/^[,;:.!?\s-]+/, "");
  if (ABSENCE.test(bare) || NO_SUCH_GOODS.test(bare)) return "absence";
  // "I don't know that: the shipping costs."
  if (before === "absence" && !FINITE_VERB.test(bare)) return "absence";
  const aboutItem = namesItem || PRODUCT_SUBJECT.test(bare) || (hasItems && BRINGS.test(bare));
  if (LEADING_QUESTION.test(bare)) return aboutItem ? "assertion" : "question";
  if (asked && QUESTION_OPENERS.test(bare)) return "question";
  if (CONDITION.test(bare)) return "condition";
  const isOfItem = hasItems && (TOLD_SHOPPER.test(bare) || MEETS_WISH.test(bare));
  if (SHOPPER_FRAME.test(bare) && !isOfItem) return "shopper";
  if (OFFER.test(bare)) return "offer";
  if (UPTAKE.test(bare)) return "talk";
  // "So you'd like bicycles in 47 cm, but not in black": still the shopper's wish, whatever colour the item has.
  if (before === "shopper" && !namesItem && WISH_GOES_ON.test(bare) && !FINITE_VERB.test(bare))
    return "shopper";
  if (before === "assertion" && CONTINUATION.test(bare)) return "assertion";
  if (asked && !(aboutItem && FINITE_VERB.test(bare))) return "question";
  if (aboutItem || PART_OR_FRAGMENT.test(bare)) return "assertion";
  const isStatement = FINITE_VERB.test(bare) || NOUN_AND_VERB.test(bare);
  return hasItems && isStatement && !TALK.test(bare) ? "assertion" : "talk";
}
