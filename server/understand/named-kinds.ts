/** "I need a lamp": a kind of product is wished for that is no category's name, whether the shop has such products or none. */
import { askedAttribute } from "./answers.ts";
import { isAdjective } from "./describing-words.ts";
import { isEnglish } from "./english-spelling.ts";
import { CONVERSATION_WORDS, FUNCTION_WORDS, NO_PROPERTY } from "./english-words.ts";
import { isGood, WELL_KNOWN_BRANDS } from "./goods.ts";
import { stem } from "./normalise.ts";
import type { SpanCover } from "./span-cover.ts";
import { findAll, overlaps, plainOf, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

/** The object of a wish: what stands after "I need a", up to where the sentence goes on to say what for or for how much. */
const WISHED =
  /\b(?:need|want|wants|looking for|look for|searching for|search for|shopping for|after|hunting for|on the lookout for|in the market for|thinking (?:about|of)(?: (?:getting|buying|ordering))?|considering|need|find|finding|buy|buying|get|getting|order|ordering|show me|recommend|you have|you sell|you stock|you carry|you do|is there|are there|instead|fancy|got) (?:me )?(?:any |some )?(?:a |an |the )?(?:(?:new|good|nice|decent|great|cheap|really|proper) )*((?:[a-z-]+ )?[a-z-]{3,})(?= (?:from|by|to|on|in|pls|please|for|under|below|with|without|that|which|around|over|up to|less than|between)\b| ?[?.,!]|$)/g;

/** "Gloves then" is gloves. */
const TAIL = /^(?:then|though|too|maybe|now|instead|please|pls)$/;

/** "Gloves", and nothing else, or "hiking boots size 44": what comes first before it is told how they should be. */
const BARE =
  /^(?:(?:ok|okay|fine|and|or|maybe|some|any|a|an) )*((?:[a-z-]+ )?[a-z-]{3,})(?= (?:in|sizes?|shade|number|for|with|without|under|below|around|up to|about|from|less than|between|please|pls|no|not)\b| [$€£]?\d|$)/g;

/** Words that stand for any product, or for none. */
const NO_KIND =
  /^(?:something|anything|everything|nothing|one|ones|some|any|gift|gifts|present|presents|help|advice|recommendations?|suggestions?|things?|stuff|products?|items?|ideas?|deals?|options?|choices?|it|them|that|this|these|those|you|me|more|others?|alternatives?|questions?|info|information|details?|person|human|someone|somebody|agent|budget|time|look|idea|problem|minute|moment|reviews?|discount|shipping|delivery|returns?|warranty|stock|size|colou?r|price|brand|model|version|style|lot|bit|few|couple|pair|set|kind|type|sort|better|best|bigger|smaller|cheaper|lighter)$/;

/** In more titles than this share, the word is part of what the shop sells and means one of those. */
const TITLE_SHARE_MAX = 0.005;

/**
 * "Day cream", "a lenovo laptop", and nothing else: the shop has no such kind, though the word may stand in its texts or
 * be one of its colours. The kind with the nouns that it is made up with; nothing while the agent waits for another answer.
 */
export function findMissingGoods(context: Context, clause: Span): Span[] {
  const asked = askedAttribute(context.state);
  if (asked !== null && asked !== "category" && asked !== "preferences") return [];
  if (context.mentions.some((mention) => mention.kind === "category" && overlaps(mention, clause))) return [];
  return findAll(context.message, GOODS_ONLY, clause).flatMap(({ to }) => {
    const last = context.message.tokens[to - 1];
    if (last === undefined || !isGood(last.word) || context.vocabulary.isKind(last.word)) return [];
    // "Cream" by itself is the colour where the shop has it, and "olive" after "dark" too.
    const isValue = context.mentions.some(
      ({ kind, from, to: end }) => kind === "value" && end === to && from === to - 1,
    );
    const before = context.message.tokens[to - 2];
    const isMadeUp =
      before?.kind === "word" &&
      isEnglish(before.word) &&
      !FUNCTION_WORDS.has(before.word) &&
      !NO_MODIFIER.test(before.word) &&
      !WELL_KNOWN_BRANDS.has(before.word) &&
      !isShade(before.word);
    if (isValue && !isMadeUp) return [];
    if (context.negated.some((other) => other.from <= to - 1 && to - 1 < other.to)) return [];
    const isNamed = context.mentions.some((mention) => overlaps(mention, { from: to - 2, to: to - 1 }));
    return [{ from: isMadeUp && !isNamed ? to - 2 : to - 1, to }];
  });
}

const GOODS_ONLY =
  /^(?:(?:hi|hello|hey|ok|okay|fine|and|or|maybe|some|any|a|an|the|please|i (?:need|want|would like|am after|am looking for)|looking for|need|want|do you have|have you got|got|show me|(?:is|are) there) )*(?:(?:new|good|nice|decent|great|cheap|really|proper) )*(?:[a-z]+ ){0,2}(?!(?:please|pls|thanks)\b)[a-z]{3,}(?= ?[.,!?]|(?: (?:please|pls|thanks|for|under|below|with|up to|around|about|from|by|in)\b)|$)/g;

/** What may stand before a kind without being part of its name. */
const NO_MODIFIER =
  /^(?:new|good|nice|decent|great|cheap|proper|best|better|big|small|other|another|different)$/;

function isShade(word: string): boolean {
  return /^(?:dark|light|pale|deep|bright|soft|warm|cool|off|creamy|matte|black|white|red|blue|green|pink|brown|grey|gray)$/.test(
    word,
  );
}

/** A maker named right before the kind, or after "from" and "by", whom the shop does not have. */
export function findForeignBrands(context: Context, taken: SpanCover, kinds: readonly Span[]): Span[] {
  return context.message.tokens.flatMap((token, index) => {
    const span = { from: index, to: index + 1 };
    if (token.kind !== "word" || taken.overlaps(span) || !WELL_KNOWN_BRANDS.has(token.word)) return [];
    // "A giant tent", "polar nights": a word of its own unless it is written as a name.
    if (isEnglish(token.word) && !(token.capitalised && token.start > 0)) return [];
    if (context.mentions.some((mention) => overlaps(mention, span))) return [];
    // In "a Garmin Edge 530 mount" it tells what the mount is for.
    const next = context.message.tokens[span.to];
    const before = context.message.tokens[index - 1];
    const isMaker =
      before === undefined ||
      before.kind === "mark" ||
      /^(?:from|by|but|not|no|except|or)$/.test(before.word);
    const ends = next === undefined || next.kind === "mark" || FUNCTION_WORDS.has(next.word);
    const isBeforeKind =
      context.mentions.some(({ kind, from }) => kind === "category" && from === span.to) ||
      kinds.some(({ from }) => from === span.to);
    return (ends && isMaker) || isBeforeKind ? [span] : [];
  });
}

/** The head nouns of such wishes; nothing where the clause names a kind that the shop does have. */
export function findNamedKinds(context: Context, clause: Span, taken: SpanCover): Span[] {
  const known = context.mentions.some((mention) => mention.kind === "category" && overlaps(mention, clause));
  if (known) return [];
  const bare = findAll(context.message, BARE, clause).filter(({ to }) =>
    context.vocabulary.isKind(plainOf(context.message, { from: to - 1, to })),
  );
  return [...findAll(context.message, WISHED, clause), ...bare].flatMap((found) => {
    const hasTail = TAIL.test(plainOf(context.message, { from: found.to - 1, to: found.to }));
    const to = hasTail && found.to - found.from > 1 ? found.to - 1 : found.to;
    const head = { from: to - 1, to };
    const word = plainOf(context.message, head);
    const isTaken = taken.overlaps(head) || context.negated.some((other) => overlaps(other, head));
    const isWished =
      context.vocabulary.isKind(word) || isGood(word) || (isNoun(word) && !isSold(context, word));
    return !isTaken && !NO_KIND.test(word) && isWished && !isAdjective(context.message, to - 1) ? [head] : [];
  });
}

function isNoun(word: string): boolean {
  return (
    !CONVERSATION_WORDS.has(word) && !NO_PROPERTY.has(word) && !/(?:ing|ed|ly|able|proof|less)$/.test(word)
  );
}

function isSold(context: Context, word: string): boolean {
  if (context.mentions.some((mention) => plainOf(context.message, mention) === word)) return true;
  return context.titles.frequency(stem(word)) > context.titles.count * TITLE_SHARE_MAX;
}
