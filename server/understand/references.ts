/** What a shopper points at [DST-3]: "the second one", "that one", "the Trek", a part of a title, spelt right or not. */

import { distance } from "fastest-levenshtein";
import type { Sku } from "../catalog/product.ts";
import type { DialogueState, ShownItem } from "../dialogue/state.ts";
import type { Reference } from "../dialogue/understanding.ts";
import { COMMON_WORDS, CONVERSATION_WORDS, FUNCTION_WORDS } from "./english-words.ts";
import { findAll, type Message, overlaps, plainOf, quote, readMessage, type Span } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

export interface FoundReference extends Span {
  reference: Reference;
}

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
  /\b(?:(?:the|that|this|your) (?:very )?(first|second|third|fourth|fifth|middle|last|former|latter|top|1 st|2 nd|3 rd|1st|2nd|3rd|4th|5th)(?: (one|option|choice|item|product|suggestion))?|(first|second|third|fourth|middle|last|1 st|2 nd|3 rd) (one|option)|(?:number|option|no \.|nr|item) (one|two|three|four|[1-5]|a|b|c))\b|# ([1-5])/g;
/** Nouns that make an ordinal something else: "the first time", "my second bike". */
const NO_ITEM_AFTER =
  /^(?:time|thing|place|day|week|month|year|question|thought|thoughts|hand|of all|bit|part|message|step|minute|half|name|line|issue|problem|reason)\b/;
const DEICTIC =
  /\b(?:(?:this|that) (?:one|thing|item|product|model)|(?:the )?other one|the one (?:you|i) (?:just )?(?:showed|mentioned|recommended|suggested|saw|liked|said))\b/g;
const PLURAL =
  /\b(?:both(?: of (?:them|these|those))?|(?:these|those|the) (?:two|three|ones|options)|all (?:three|of (?:them|these|those))|(?:none|neither|any|which|one) of (?:them|these|those))\b/g;
const PRONOUN =
  /(?:(?<=\b(?:does|is|has|will|can|do|did|would|could|take|buy|want|like|love|about|of|with|have|get|order|see|for|on|return|wear|wash|use|make|made|much|not|or|than|return|exchange|ship|deliver|clean|ride|fit|sure|worried|if|hope|hate|prefer|add|doubt|think|wonder|as)) (?:it|that|this)\b(?! (?:is )?(?:for my|for a|has to|must|should|needs? to|does not matter|one|thing|item|kind|sort|bike|sounds|be|what|i|you|we|they|in mind|much)\b)|^(?:it|this|that) (?:looks|seems|feels|comes|has|weighs|is (?:too|so|a bit|nice|great|perfect|lovely|heavy|ugly|expensive)))/g;
const SUPERLATIVE =
  /\bthe (?:(cheapest|least expensive|most affordable|lowest priced|(?:cheaper|less expensive)(?= one| of the))|(most expensive|priciest|dearest|(?:dearer|pricier|more expensive)(?= one| of the))|(best rated|highest rated))(?: (?:one|option|of (?:them|these|those)))?\b/g;

export function findReferences(context: Context): FoundReference[] {
  const found: FoundReference[] = [];
  const add = (entries: FoundReference[]) => {
    for (const entry of entries) {
      const taken = found.some((other) => overlaps(other, entry) && !sameSpan(other, entry));
      if (!taken) found.push(entry);
    }
  };
  add(wholeTitles(context));
  add(titleReferences(context));
  add(brandReferences(context));
  add(ordinals(context));
  add(superlatives(context));
  add(deictics(context));
  found.sort((a, b) => a.from - b.from);
  return preferUnmentioned(found);
}

function sameSpan(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to;
}

/** The cards of the turn that showed some last, in their order. */
export function lastCards(state: DialogueState): ShownItem[] {
  const turnId = state.shown.at(-1)?.turnId;
  return state.shown.filter((item) => item.turnId === turnId).sort((a, b) => a.place - b.place);
}

export function inFocus(state: DialogueState): Sku | null {
  return state.focus[0] ?? state.page?.sku ?? state.shown.at(-1)?.sku ?? null;
}

function refer(context: Context, span: Span, kind: Reference["kind"], skus: Sku[]): FoundReference {
  return { from: span.from, to: span.to, reference: { text: quote(context.message, span), kind, skus } };
}

function ordinals(context: Context): FoundReference[] {
  const { message, state } = context;
  const cards = lastCards(state);
  return findAll(message, ORDINAL).flatMap((found) => {
    const [, bare, one] = found.match;
    const name =
      found.match
        .slice(1)
        .find(
          (group) => group !== undefined && !/^(?:one|option|choice|item|product|suggestion)$/.test(group),
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
    /^(?:please|looks?|seems?|sounds?|costs?|weighs?)$/.test(next.word)
  )
    return true;
  return context.mentions.some((mention) => mention.kind === "category" && mention.from === found.to);
}

function skusOf(item: ShownItem | undefined): Sku[] {
  return item ? [item.sku] : [];
}

function superlatives(context: Context): FoundReference[] {
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

function deictics(context: Context): FoundReference[] {
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
  found.push(...describedOnes(context, cards));
  for (const span of findAll(message, PLURAL)) {
    const count = /two|both|neither/.test(plainOf(message, span))
      ? 2
      : /three/.test(plainOf(message, span))
        ? 3
        : cards.length;
    for (const card of cards.slice(0, count)) found.push(refer(context, span, "deictic", [card.sku]));
  }
  if (focus !== null && hasItemInView(state)) {
    for (const span of findAll(message, PRONOUN)) {
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

/** "The Trek" is the Trek that was shown; a brand nobody has shown yet is a wish. */
function brandReferences(context: Context): FoundReference[] {
  const { message, state } = context;
  return context.mentions.flatMap((mention) => {
    if (mention.kind !== "brand") return [];
    const items = mostSalientFirst(state).filter(
      (item) => item.brand?.toLowerCase() === mention.name.toLowerCase(),
    );
    const definite = ["the", "that", "this"].includes(message.tokens[mention.from - 1]?.word ?? "");
    if (
      items.length === 0 ||
      (!definite &&
        ["a", "an", "any", "no", "not", "some", "but", "from", "other"].includes(
          message.tokens[mention.from - 1]?.word ?? "",
        ))
    )
      return [];
    const one = message.tokens[mention.to]?.word === "one" ? 1 : 0;
    const span = { from: mention.from - (definite ? 1 : 0), to: mention.to + one };
    return [refer(context, span, "brand", [...new Set(items.map((item) => item.sku))])];
  });
}

function mostSalientFirst(state: DialogueState): ShownItem[] {
  const salience = (item: ShownItem) => {
    const place = state.focus.indexOf(item.sku);
    return place < 0 ? state.focus.length : place;
  };
  return state.shown.toReversed().sort((a, b) => salience(a) - salience(b));
}

/** Runs of words that are not grammar, in which a title can stand. */
function runs(message: Message): Span[] {
  const spans: Span[] = [];
  let from = -1;
  for (let index = 0; index <= message.tokens.length; index++) {
    const token = message.tokens[index];
    const content =
      token !== undefined &&
      ((token.kind !== "mark" && !CONVERSATION_WORDS.has(token.word)) || (token.word === "-" && token.glued));
    if (content && from < 0) from = index;
    if (!content && from >= 0) {
      spans.push({ from, to: index });
      from = -1;
    }
  }
  return spans;
}

/** Longest title looked for, in words. */
const LONGEST_TITLE = 16;
/** Share of a title that makes it the title and not a description. */
const NEARLY_ALL = 0.75;

/** A title written out after "the" or "about", whatever grammar and categories it consists of. */
function wholeTitles(context: Context): FoundReference[] {
  const { message, titles } = context;
  return message.tokens.flatMap((token, index) => {
    if (token.word !== "the" && token.word !== "about") return [];
    const words = message.tokens
      .slice(index + 1, index + 1 + LONGEST_TITLE)
      .flatMap((other, offset) =>
        other.kind === "mark" ? [] : [{ at: index + 1 + offset, stem: other.stem }],
      );
    const results = titles.find([...new Set(words.map((word) => word.stem))]);
    const best = results[0];
    if (!best || best.shared.length < 3 || best.coverage < NEARLY_ALL) return [];
    const said = words.filter((word) => best.shared.includes(word.stem));
    const span = { from: index + (token.word === "the" ? 0 : 1), to: (said.at(-1)?.at ?? index) + 1 };
    const equal = results.filter((result) => result.coverage >= best.coverage * 0.999);
    return [
      refer(
        context,
        span,
        "title",
        equal.map((result) => result.sku),
      ),
    ];
  });
}

function titleReferences(context: Context): FoundReference[] {
  const titles = shownTitles(context.state);
  const signs = wordSigns(context);
  return runs(context.message).flatMap((run) => {
    const definite = ["the", "that", "this"].includes(context.message.tokens[run.from - 1]?.word ?? "");
    // "The Tidewater 30" beside a Tidewater 22 that was shown: whoever has more of the words is meant.
    const found = wider(
      shownTitle(context, run, definite, titles, signs),
      catalogTitle(context, run, definite, signs),
    );
    if (!found) return [];
    const span = { from: found.from - (definite && found.from === run.from ? 1 : 0), to: found.to };
    return [refer(context, span, "title", found.skus)];
  });
}

function wider(shown: TitleMatch | null, other: TitleMatch | null): TitleMatch | null {
  if (!shown || !other) return shown ?? other;
  return other.to - other.from > shown.to - shown.from ? other : shown;
}

interface TitleMatch extends Span {
  skus: Sku[];
}

/** What else each token of a message is part of, one entry per token. */
interface WordSigns {
  /** A measure or an amount of money: the 1 of "1 kg" and of "$1" is no Warbler 1. */
  measured: boolean[];
  /** A name of the catalog that is not only a tag. */
  named: boolean[];
  /** A name of the catalog that is no brand. */
  described: boolean[];
  mentioned: boolean[];
}

function wordSigns({ message, mentions, quantities }: Context): WordSigns {
  const covered = (spans: Span[]) => {
    const signs = message.tokens.map(() => false);
    for (const { from, to } of spans) signs.fill(true, from, to);
    return signs;
  };
  return {
    measured: covered(quantities.filter((quantity) => (quantity.unit ?? quantity.currency) !== null)),
    named: covered(mentions.filter(({ kind }) => kind !== "tag")),
    described: covered(mentions.filter(({ kind }) => kind !== "brand")),
    mentioned: covered(mentions),
  };
}

interface ShownTitle {
  item: ShownItem;
  stems: string[];
}

/** The most salient items shown, each once. */
function shownTitles(state: DialogueState): ShownTitle[] {
  const items = [...new Map(mostSalientFirst(state).map((item) => [item.sku, item])).values()];
  return items
    .slice(0, 12)
    .map((item) => ({ item, stems: readMessage(item.title).tokens.map((token) => token.stem) }));
}

/** A word that only one of the shown titles has, or nearly has, means that item. */
function shownTitle(
  context: Context,
  run: Span,
  definite: boolean,
  titles: ShownTitle[],
  signs: WordSigns,
): TitleMatch | null {
  let best: (TitleMatch & { score: number }) | null = null;
  for (const { item, stems } of titles) {
    const hits: number[] = [];
    let distinguishing = 0;
    for (let index = run.from; index < run.to; index++) {
      const token = context.message.tokens[index];
      if (!token || token.kind === "mark") continue;
      const match = stems.find((word) => nearlyEqual(word, token.stem));
      if (match === undefined) continue;
      hits.push(index);
      const everyday = (COMMON_WORDS.has(token.word) && !definite) || signs.measured[index] === true;
      const shared = titles.filter((other) => other.stems.includes(match)).length;
      if (!everyday && signs.named[index] !== true && shared <= Math.max(1, titles.length / 3))
        distinguishing++;
    }
    const from = hits[0];
    const last = hits.at(-1);
    if (distinguishing === 0 || from === undefined || last === undefined) continue;
    const score = distinguishing * 10 + hits.length;
    if (best && best.score === score) best.skus.push(item.sku);
    else if (!best || best.score < score) best = { from, to: last + 1, skus: [item.sku], score };
  }
  return best;
}

function nearlyEqual(word: string, other: string): boolean {
  if (word === other) return true;
  if (word.length < 5 || other.length < 5 || word[0] !== other[0] || COMMON_WORDS.has(other)) return false;
  return distance(word, other) <= (word.length >= 8 ? 2 : 1);
}

/** Any title of the catalog, when enough of it was said and some of that is the product's own name. */
function catalogTitle(context: Context, run: Span, definite: boolean, signs: WordSigns): TitleMatch | null {
  const { message, titles } = context;
  const determiner = message.tokens[run.from - 1]?.word ?? "";
  if (["a", "an", "any", "some", "no", "without", "not"].includes(determiner)) return null;
  const positions: { index: number; stem: string }[] = [];
  for (let index = run.from; index < run.to; index++) {
    const token = message.tokens[index];
    if (!token || token.kind === "mark") continue;
    positions.push({ index, stem: token.stem });
  }
  const own = positions.filter(
    ({ index, stem: word }) =>
      titles.frequency(word) > 0 &&
      !COMMON_WORDS.has(word) &&
      signs.described[index] !== true &&
      !isProperty(message.tokens[index]?.word ?? ""),
  );
  const brandOnly = own.every(({ index }) => signs.mentioned[index] === true);
  if (own.length === 0 || brandOnly) return null;
  const stems = [...new Set(positions.map((position) => position.stem))];
  const rarest = own.reduce(
    (least, { stem: word }) => Math.min(least, titles.frequency(word)),
    Number.POSITIVE_INFINITY,
  );
  const isUnmistakable = definite && rarest <= 3;
  // One word alone is enough of a title only where it is unmistakable: most runs need no search.
  if (stems.length < 2 && !isUnmistakable) return null;
  const results = titles.find(stems);
  const best = results[0];
  if (!best) return null;
  const enough =
    best.shared.length >= 3 || (best.shared.length === 2 && best.coverage >= 0.4) || isUnmistakable;
  if (!enough) return null;
  const within = positions.filter(({ stem: word }) => best.shared.includes(word));
  const from = within[0]?.index ?? run.from;
  const to = (within.at(-1)?.index ?? run.from) + 1;
  return {
    from,
    to,
    skus: results.filter((result) => result.weight >= best.weight * 0.999).map((result) => result.sku),
  };
}

/** "Waterproof" and "wireless" occur in titles but describe many products. */
function isProperty(word: string): boolean {
  return /(?:proof|less|free|able|ible|ing|ed|resistant)$/.test(word) && word.length > 5;
}

/** In "the first or the Trek" the Trek is another one than the first, where there is another. */
function preferUnmentioned(found: FoundReference[]): FoundReference[] {
  const mentioned = new Set<Sku>();
  for (const { reference } of found) {
    const fresh = reference.skus.filter((sku) => !mentioned.has(sku));
    if (reference.kind === "brand")
      reference.skus = [...fresh, ...reference.skus.filter((sku) => mentioned.has(sku))];
    const best = reference.skus[0];
    if (best !== undefined) mentioned.add(best);
  }
  return found;
}

/** The same item pointed at twice in one message is one reference. */
export function withoutRepeats(found: FoundReference[]): Reference[] {
  const seen = new Set<string>();
  return found.flatMap(({ reference }) => {
    const key = reference.skus.length === 0 ? `text ${reference.text}` : reference.skus.join(" ");
    if (seen.has(key)) return [];
    seen.add(key);
    return [reference];
  });
}
