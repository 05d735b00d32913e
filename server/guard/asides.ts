/**
 * What a clause mentions by the way. A clause claims something of an item in one place, its claim: what the item has, is,
 * comes with, is made of, is fit for. The rest tells of the shopper's life: where, when and how one uses it ("inside dark
 * cupboards", "before you book"), or what follows from what was just said ("so a muddy outing is no drama"). Words of the
 * claim need evidence one by one; the others do not, where the clause holds something that the row does say.
 */
import type { ItemFacts } from "./item-facts.ts";
import type { Clause, Reading } from "./read-sentence.ts";
import { rowHolds } from "./row-holds.ts";
import { stemOf, type Token } from "./tokens.ts";
import { FEATURE_WORDS } from "./words/feature-words.ts";
import { NEUTRAL_WORDS } from "./words/neutral-words.ts";

/** "So", "which means": what follows from the clause before. */
const CONSEQUENCE =
  /^[\s,;:—-]*(?:and )?(?:so|which means|which makes|meaning|that way|that means|hence|therefore)\b/;

/** What opens a claim: possession, supply, substance, being. */
const CLAIMS =
  /\b(?:its|their|has|have|had|having|with|without|comes?|include[sd]?|including|features?|featuring|contains?|offers?|adds?|brings?|gets?|got|gives?|uses?|using|made|built|of|from|by|plus|is|are|was|were|be|being|isn't|aren't|wasn't|no|and its|there's|it's|they're|that's|rated|tested|certified|approved|reinforced|lined|covered|filled|coated|fitted|equipped|supports?|needs?)\b|'s |'re /g;

/** What closes it again: the circumstances of use. */
const CIRCUMSTANCE =
  /\b(?:for|during|inside|after|before|around|along|near|nearby|under|through(?! (?:its|their))|at(?! \S{0,3}\d)|like|between|who|that (?:feels?|gets?|tends?)|on holiday|to (?!the\b|an?\b|its?\b|your\b|any\b|\d)(?=\w+))\b|\b(?:(?:in|into|over|off|against) (?:an?|the|your|most|some)|(?:on|onto) (?:an?|the|most|some)) /g;

/** What the shopper or the world does meanwhile, to the end of the clause. */
const MEANWHILE =
  /\b(?:once|when|whenever|while|until|before|after|if|where|wherever|as soon as) (?:you|your|the|an?|they|he|she|it's|it|there|things|someone)\b/;

/** "Safe for", "works on", "comes in", "and in": the preposition belongs to the claim. */
const CLAIMED_THROUGH =
  /\b(?:safe|fine|good|great|ideal|perfect|suitable|suited|suits?|fits?|works?|working|runs?|compatible|okay|ok|meant|made|designed|built|approved|intended|recommended|rated|tested|proven|resistant|resists?|stands? up|holds? up|free|comes?|available|rich|is|are|it's|they're|also|pairs?|connects?|links?|syncs?|charges?|goes|smells?|tastes?|useful|helps?|gentle|kind|certified|and|\w+ed)(?: (?:well|too|both|as well|fully|even|it|them))*\s$/;

/** "The fenders keep spray off": a part at work. */
const PART_AT_WORK =
  /^[\s,;]*(?:and |but |so )?(?:the|its|their) ((?:(?!the\b|an?\b|your\b|its?\b|you\b|from\b)[\w'-]+ ){1,4})(?!is\b|are\b|was\b|were\b|has\b|have\b|comes?\b|smells?\b|tastes?\b|can\b|can't\b|could\b|will\b|won't\b|includes?\b|contains?\b|never\b|always\b|in\b|on\b|and\b|at\b|of\b)(?:(?:also |really |even )?(?:keeps?|stops?|lets?|helps?|gives?|makes?|takes?|soaks?|spreads?|saves?|means?|leaves?))(?= )/;

/** Of everything and at all times: nothing that is said by the way. */
const ABSOLUTE =
  /\b(?:never|always|every|any|anything|anywhere|anyone|all|everything|everyone|whatever|nothing|completely|totally|perfectly|fully|entirely|forever|guaranteed)\b/;

/** What only a claim says a thing does, whatever stands beside it: to the body, to germs, by electronics. */
const DEED =
  /^(?:kill|cur(?:e|ing)|heal|treat|prevent|surviv|repel|eliminat|reliev|sooth|charg|strengthen|stimulat|grow|detox|purif|steriliz|disinfect|guarante|promis|float|glow|beep|vibrat|measur|track|record|monitor|detect|warn|alert|sens|connect|sync|stream|pair|outlast|outperform|prov|win|won|award|certif|endors|approv|recommend|smell|tast|develop|invent|engineer|patent|pioneer)/;
/** What a part may well do for the shopper, but no item does by the way. */
const HELP =
  /^(?:stop|protect|resist|withst|remov|reduc|boost|improv|block|cleans|ensur|shin|heat|cool|shut|turn|replac|shrink|stretch|fade|rust|leak|crack|tear|squeak|dri|dry)/;

/** Whether the word needs no evidence because the clause claims nothing with it. */
export function isAside(
  token: Token,
  index: number,
  clause: Clause,
  reading: Reading,
  about: readonly ItemFacts[],
): boolean {
  if (FEATURE_WORDS.has(token.stem) || isCompound(token, clause)) return false;
  const before = clause.text.slice(0, token.start - clause.start);
  // "On the market" compares with all there are.
  if (EVERYWHERE.has(token.text) && /\bthe $/.test(before)) return false;
  const at = reading.clauses.indexOf(clause);
  const previous = reading.clauses[at - 1];
  if (
    clause.quantifier !== "none" &&
    CONSEQUENCE.test(clause.text) &&
    !DEED.test(token.text) &&
    !HELP.test(token.text) &&
    previous !== undefined &&
    isAnchored(previous, reading, previous.about)
  )
    return (
      !isClaimedOfItem(before) && !(token.denied && about.some(({ affirmed }) => affirmed.has(token.stem)))
    );
  if (clause.quantifier !== null || ABSOLUTE.test(clause.text) || !isAnchored(clause, reading, about))
    return false;
  // "Light rather than rich": a contrast to what it is.
  if (token.denied) return CONTRAST.test(before) && !about.some(({ affirmed }) => affirmed.has(token.stem));
  if (MEANWHILE.test(before)) return true;
  if (isInCircumstance(before)) return !isHowItActs(token, clause);
  if (DEED.test(token.text)) return false;
  return (
    (!HELP.test(token.text) && isManner(token, index, clause, before, about)) ||
    isWorkOfPart(token, clause, about)
  );
}

/** "It charges itself in the sun": where and how an item does a thing to itself is part of what it is said to do. */
function isHowItActs(token: Token, clause: Clause): boolean {
  return clause.tokens.some(
    ({ end, text }, index) =>
      end < token.start &&
      DEED.test(text) &&
      /[^s]s$/.test(text) &&
      /^(?:itself|themselves)$/.test(clause.tokens[index + 1]?.text ?? ""),
  );
}

const CONTRAST = /\b(?:rather than|instead of)(?: an?| the)? (?:[\w-]+ )?$/;
const EVERYWHERE = new Set(["market", "world", "planet", "earth", "industry", "country"]);

/** "The fenders keep spray off your clothes" of what has fenders: what such a part is for is common knowledge. */
function isWorkOfPart(token: Token, clause: Clause, about: readonly ItemFacts[]): boolean {
  const match = PART_AT_WORK.exec(clause.text);
  if (match === null) return false;
  const subject = match[0].lastIndexOf(match[1] ?? "");
  const [from, to] = [clause.start + subject, clause.start + subject + (match[1] ?? "").length];
  if (token.start < to) return false;
  const parts = clause.tokens.filter(
    ({ start, end, stem, text }) =>
      start >= from && end <= to && !NEUTRAL_WORDS.has(stem) && !NEUTRAL_WORDS.has(text),
  );
  return (
    parts.length > 0 &&
    parts.every((part) =>
      about.some(
        (item) =>
          !item.apart.has(part.stem) &&
          !item.title.includes(part.stem) &&
          rowHolds(item, { token: part, before: undefined, after: undefined, isPredicate: false }),
      ),
    )
  );
}

/** Qualities of degree, and the dimension whose figure leaves the judgement to the shopper: "at 900 g it's light". */
const JUDGED_BY: Record<string, string> = {
  weight: "light lightweight heavy heavyweight portable bulky compact",
  length: "compact slim bulky small short tall thin thick narrow wide slender",
  volume: "compact roomy spacious small large bulky",
  sound: "quiet silent loud noisy",
  power: "powerful strong efficient",
  time: "fast quick speedy slow long lasting longlasting",
  light: "bright dim",
};
const DIMENSIONS_OF = new Map<string, string[]>();
for (const [dimension, words] of Object.entries(JUDGED_BY))
  for (const stem of words.split(" ").map(stemOf))
    DIMENSIONS_OF.set(stem, [...(DIMENSIONS_OF.get(stem) ?? []), dimension]);

/** Whether the sentence gives the figure, which is checked as such, beside the quality that it is judged by. */
export function isBackedByFigure(token: Token, reading: Reading): boolean {
  const dimensions = DIMENSIONS_OF.get(token.stem);
  return (
    dimensions !== undefined &&
    !token.denied &&
    reading.clauses.some(({ quantities }) =>
      quantities.some((each) => each.kind === "measure" && dimensions.includes(each.dimension)),
    )
  );
}

/** "So it's waterproof", "so it has a lock": a claim all the same. */
function isClaimedOfItem(before: string): boolean {
  return /\b(?:it|they|this|these|that)(?:'s|'re| is| are| has| have| comes?| includes?| contains?| features?)\b/.test(
    before,
  );
}

function isCompound(token: Token, clause: Clause): boolean {
  return (
    clause.text[token.start - clause.start - 1] === "-" ||
    (clause.text[token.end - clause.start] === "-" &&
      /\p{L}/u.test(clause.text[token.end - clause.start + 1] ?? ""))
  );
}

/** Something that the row says stands in it: a word beside the item's name and those that state nothing, or a figure. */
function isAnchored(clause: Clause, reading: Reading, about: readonly ItemFacts[]): boolean {
  const isNamed = ({ start, end }: Token) =>
    reading.mentions.some((mention) => start >= mention.start && end <= mention.end);
  return (
    clause.quantities.some(({ kind, values }) => kind !== "count" || (values[0] ?? 0) > 2) ||
    clause.tokens.some(
      (token) =>
        !token.denied &&
        token.text.length > 2 &&
        !NEUTRAL_WORDS.has(token.stem) &&
        !NEUTRAL_WORDS.has(token.text) &&
        !isNamed(token) &&
        about.some((item) =>
          rowHolds(item, { token, before: undefined, after: undefined, isPredicate: false }),
        ),
    )
  );
}

/** After the last thing that opens a claim stands one that closes it. */
function isInCircumstance(before: string): boolean {
  const opens = lastIndex(CLAIMS, before);
  let closes = -1;
  for (const match of before.matchAll(CIRCUMSTANCE))
    if (!CLAIMED_THROUGH.test(before.slice(0, match.index))) closes = match.index;
  return closes > opens;
}

function lastIndex(pattern: RegExp, text: string): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}

/** "You can tweak the fit", "it lets you steady your dog by the handle": the verb is a way of saying what its object claims. */
function isManner(
  token: Token,
  index: number,
  clause: Clause,
  before: string,
  about: readonly ItemFacts[],
): boolean {
  const next = clause.tokens[index + 1];
  const isKnown = ({ stem }: Token) =>
    about.some((item) => item.affirmed.has(stem) && !item.title.includes(stem));
  return (
    next !== undefined &&
    /(?:\b(?:you|you can|you could|lets you|let you|to|can|it|they|that|which)(?: (?:also|just|easily|simply|even|still|both|really|quickly))? |'ll )$/.test(
      before,
    ) &&
    (/^(?:in|into|onto|an?|the|its|on|at|out|up|down|under|from|with|by|to|about|around|over|it|them|your)$/.test(
      next.text,
    ) ||
      isKnown(next)) &&
    !/ly$/.test(token.text)
  );
}
