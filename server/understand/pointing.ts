/** Pointing without a name: "the second one", "the cheapest", "that one", "both", "it", "the blue one". */
import type { ShownItem } from "../dialogue/state.ts";
import { FUNCTION_WORDS } from "./english-words.ts";
import { type FoundReference, inFocus, lastCards, refer, skusOf } from "./shown-cards.ts";
import { findAll, plainOf, type Span } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

const PLACES = new Map(
  Object.entries<number>({
    first: 1,
    "1st": 1,
    former: 1,
    top: 1,
    second: 2,
    "2nd": 2,
    middle: 2,
    third: 3,
    "3rd": 3,
    fourth: 4,
    "4th": 4,
    fifth: 5,
    "5th": 5,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
    a: 1,
    b: 2,
    c: 3,
  }),
);
const ORDINAL =
  /\b(?:(?:the|that|this|your) (?:very )?(first|second|third|fourth|fifth|middle|last|former|latter|top|1 st|2 nd|3 rd|1st|2nd|3rd|4th|5th)(?: (one|option|choice|item|product|suggestion|pair|model))?|(first|second|third|fourth|middle|last|1 st|2 nd|3 rd) (one|option)|(?<=\b(?:first|second|third) (?:and|or) (?:the )?)(second|third|fourth|fifth|last)\b(?! one)|(?:number|option|no \.|nr|item) (one|two|three|four|[1-5]|a|b|c))\b|# ([1-5])/g;
/** Nouns that make an ordinal something else: "the first time", "my second bike". */
const NO_ITEM_AFTER =
  /^(?:time|thing|place|day|week|month|year|question|thought|thoughts|hand|of all|bit|part|message|step|minute|half|name|line|issue|problem|reason)\b/;
const DEICTIC =
  /\b(?:(?:this|that) (?:one|thing|item|product|model)|(?:the )?other one|the one (?:you|i) (?:just )?(?:showed|mentioned|recommended|suggested|saw|liked|said))\b/g;
const PLURAL =
  /\b(?:both(?! the\b)(?: of (?:them|these|those))?|(?:these|those|the) (?:two|three|ones|options)|(?:the )?(?:first|top) (?:two|three|2|3)\b|all (?:three|of (?:them|these|those))|(?:none|neither|any|which|one) of (?:them|these|those))\b/g;
const PRONOUN =
  /(?:(?<=\b(?:does|is|has|will|can|did|would|could|take|buy|want|like|love|about|of|with|have|get|order|see|for|on|return|wear|wash|use|made|much|not|or|than|return|exchange|ship|deliver|clean|ride|fit|sure|worried|if|hope|hate|prefer|add|doubt|think|wonder|as)) (?:it|that|this)\b(?! (?:is )?(?:for my|for a|has to|must|should|needs? to|does not matter|one|thing|item|kind|sort|bike|sounds|be|what|i|you|we|they|in mind|much)\b)|(?:^|(?<=[,.!?;] )|(?<=\b(?:ok|okay|alright|right|yes|well|and|but) ))(?:it|this|that) (?:looks|seems|feels|sounds|comes|goes|has|weighs|could be|might be|appeals|speaks|is (?:too|so|a bit|nice|great|perfect|lovely|heavy|ugly|expensive)))/g;
const SUPERLATIVE =
  /\bthe (?:(cheapest|least expensive|most affordable|lowest priced|(?:cheaper|less expensive)(?= one| of the))|(most expensive|priciest|dearest|(?:dearer|pricier|more expensive)(?= one| of the))|(best rated|highest rated))(?: (?:one|option|of (?:them|these|those)))?\b/g;

export function findOrdinals(context: Context): FoundReference[] {
  const { message, state } = context;
  const cards = lastCards(state);
  return findAll(message, ORDINAL).flatMap((found) => {
    const [, bare, one] = found.match;
    const name =
      found.match
        .slice(1)
        .find(
          (group) =>
            group !== undefined && !/^(?:one|option|choice|item|product|suggestion|pair|model)$/.test(group),
        ) ??
      found.match[5] ??
      "";
    const rest = message.plain.slice(message.plainStarts[found.to] ?? message.plain.length);
    if (bare !== undefined && one === undefined && !endsReference(context, found, rest)) return [];
    const word = name.replace(" ", "");
    if (word === "last" || word === "latter") return [refer(context, found, "ordinal", skusOf(cards.at(-1)))];
    const place = PLACES.get(word) ?? 0;
    const item =
      cards.find((card) => card.place === place) ?? state.shown.findLast((card) => card.place === place);
    return [refer(context, found, "ordinal", skusOf(item))];
  });
}

/** After "the first" the reference ends, or a kind of product follows: "the first bike". */
function endsReference(context: Context, found: Span, rest: string): boolean {
  if (NO_ITEM_AFTER.test(rest)) return false;
  const next = context.message.tokens[found.to];
  if (
    !next ||
    next.kind === "mark" ||
    FUNCTION_WORDS.has(next.word) ||
    /^(?:please|pls|looks?|seems?|sounds?|costs?|weighs?|made|fits?|runs?|comes?|feels?|lasts?|better|worse|best|really|still|also|nice|too|colou?r|price)$/.test(
      next.word,
    )
  )
    return true;
  return context.mentions.some((mention) => mention.kind === "category" && mention.from === found.to);
}

export function findSuperlatives(context: Context): FoundReference[] {
  const cards = lastCards(context.state);
  if (cards.length < 2) return [];
  return findAll(context.message, SUPERLATIVE).map((found) => {
    const byPrice = cards.toSorted((a, b) => a.price.minor - b.price.minor);
    const ratings = cards.toSorted(
      (a, b) => Number(b.attributes.rating ?? 0) - Number(a.attributes.rating ?? 0),
    );
    const best = found.match[1] ? byPrice[0] : found.match[2] ? byPrice.at(-1) : ratings[0];
    return refer(context, found, "ordinal", skusOf(best));
  });
}

const NUMBERS_OPPOSED =
  /\b([1-5])(?= (?:vs|versus|or|against|and) ([1-5])\b)|(?<=\b[1-5] (?:vs|versus|or|against) )([1-5])\b/g;

/** "1 vs 3": the numbers of cards, where the message says little else. */
export function findNumbers(context: Context): FoundReference[] {
  const cards = lastCards(context.state);
  if (cards.length < 2 || context.message.tokens.length > 8) return [];
  return findAll(context.message, NUMBERS_OPPOSED).map((found) =>
    refer(context, found, "ordinal", skusOf(cards.find((card) => String(card.place) === found.match[0]))),
  );
}

const CENTS = 100;

/** "The 139 dollar one": the card at that price. */
function findPriced(context: Context, cards: ShownItem[]): FoundReference[] {
  const { tokens } = context.message;
  return context.quantities.flatMap((quantity) => {
    const isPointed =
      quantity.currency !== null &&
      tokens[quantity.from - 1]?.word === "the" &&
      tokens[quantity.to]?.word === "one";
    const meant = cards.filter((card) => Math.round(card.price.minor / CENTS) === Math.round(quantity.value));
    return isPointed && meant.length === 1
      ? [refer(context, { from: quantity.from - 1, to: quantity.to + 1 }, "deictic", skusOf(meant[0]))]
      : [];
  });
}

export function findDeictics(context: Context): FoundReference[] {
  const { message, state } = context;
  const cards = lastCards(state);
  const focus = inFocus(state);
  const found: FoundReference[] = [];
  for (const span of findAll(message, DEICTIC)) {
    const other = plainOf(message, span).includes("other")
      ? cards.find((card) => card.sku !== focus)?.sku
      : focus;
    found.push(refer(context, span, "deictic", other ? [other] : []));
  }
  found.push(...describedOnes(context, cards), ...findPriced(context, cards));
  for (const span of findAll(message, PLURAL)) {
    const count = /two|2|both|neither/.test(plainOf(message, span))
      ? 2
      : /three|3/.test(plainOf(message, span))
        ? 3
        : cards.length;
    for (const card of cards.slice(0, count)) found.push(refer(context, span, "deictic", [card.sku]));
  }
  if (focus !== null && hasItemInView(state)) {
    for (const span of findAll(message, PRONOUN)) {
      if (namesKindBefore(context, span)) continue;
      const pronoun = span.to - span.from > 1 ? { from: span.from, to: span.from + 1 } : span;
      found.push(refer(context, pronoun, "deictic", [focus]));
    }
    for (const mention of context.mentions) {
      const before = message.tokens[mention.from - 1]?.word;
      if (mention.kind !== "category" || (before !== "this" && before !== "that")) continue;
      found.push(refer(context, { from: mention.from - 1, to: mention.to }, "deictic", [focus]));
    }
  }
  return found;
}

/** "A rain jacket, and does it have a hood?": it is the jacket that is wished for, whatever was looked at before. */
function namesKindBefore({ mentions, message }: Context, span: Span): boolean {
  return mentions.some(
    ({ kind, from, to }) =>
      kind === "category" &&
      to <= span.from &&
      /^(?:an?|some|any|for|of|new)$/.test(message.tokens[from - 1]?.word ?? ""),
  );
}

/** "The blue one": the shown item of which that is true. */
function describedOnes(context: Context, cards: ShownItem[]): FoundReference[] {
  const { message } = context;
  return context.mentions.flatMap((mention) => {
    if (mention.kind !== "value" || message.tokens[mention.to]?.word !== "one") return [];
    const determiner = message.tokens[mention.from - 1]?.word;
    if (determiner !== "the" && determiner !== "that") return [];
    const wanted = mention.name.toLowerCase();
    const meant = cards.filter((card) =>
      mention.attributes.some((name) => card.attributes[name]?.toLowerCase().includes(wanted)),
    );
    return meant.length === 1
      ? [refer(context, { from: mention.from - 1, to: mention.to + 1 }, "deictic", skusOf(meant[0]))]
      : [];
  });
}
