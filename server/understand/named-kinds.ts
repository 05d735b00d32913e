/** "I need a lamp": a kind of product is wished for that is no category's name, whether the shop has such products or none. */
import { isAdjective } from "./describing-words.ts";
import { CONVERSATION_WORDS, NO_PROPERTY } from "./english-words.ts";
import { stem } from "./normalise.ts";
import type { SpanCover } from "./span-cover.ts";
import { findAll, overlaps, plainOf, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

/** The object of a wish: what stands after "I need a", up to where the sentence goes on to say what for or for how much. */
const WISHED =
  /\b(?:need|want|wants|looking for|look for|searching for|search for|shopping for|after|find|buy|get|show me|recommend|you have|you sell|you stock|you carry|you do|is there|are there|instead|fancy|got) (?:me )?(?:any |some )?(?:a |an |the )?(?:(?:new|good|nice|decent|great|cheap|really|proper) )*((?:[a-z-]+ )?[a-z-]{3,})(?= (?:to|on|in|pls|please|for|under|below|with|without|that|which|around|over|up to|less than|between)\b| ?[?.,!]|$)/g;

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
    const isWished = context.vocabulary.isKind(word) || (isNoun(word) && !isSold(context, word));
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
