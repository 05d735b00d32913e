/** Products by their titles, whole or in part, spelt right or not: those on the cards first, then those of the catalog. */
import { distance } from "fastest-levenshtein";
import type { Sku } from "../catalog/product.ts";
import type { DialogueState, ShownItem } from "../dialogue/state.ts";
import { COMMON_WORDS, CONVERSATION_WORDS } from "./english-words.ts";
import { isGood, WELL_KNOWN_BRANDS } from "./goods.ts";
import { findOrdinals } from "./pointing.ts";
import { type FoundReference, mostSalientFirst, refer } from "./shown-cards.ts";
import { type Message, type Span, stemsIn } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

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
export function findWholeTitles(context: Context): FoundReference[] {
  const { message, titles } = context;
  return message.tokens.flatMap((token, index) => {
    if (token.word !== "the" && token.word !== "about") return [];
    const words = message.tokens
      .slice(index + 1, index + 1 + LONGEST_TITLE)
      .flatMap((other, offset) =>
        other.kind === "mark" ? [] : [{ at: index + 1 + offset, stem: other.stem }],
      );
    if (words.length < 3) return [];
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

export function findTitles(context: Context): FoundReference[] {
  const titles = shownTitles(context.state);
  const signs = wordSigns(context);
  const places = findOrdinals(context);
  return runs(context.message).flatMap((run) => {
    // "The top one" is the first card, whatever is called a top.
    if (places.some(({ from, to }) => from <= run.from && run.to <= to)) return [];
    const definite = ["the", "that", "this"].includes(context.message.tokens[run.from - 1]?.word ?? "");
    // "The Tidewater 30" beside a Tidewater 22 that was shown: whoever has more of the words is meant.
    const found = wider(
      isIndefinite(context, run) ? null : shownTitle(context, run, definite, titles, signs),
      catalogTitle(context, run, definite, signs),
    );
    if (!found) return [];
    const span = { from: found.from - (definite && found.from === run.from ? 1 : 0), to: found.to };
    return [refer(context, span, "title", found.skus)];
  });
}

const INDEFINITE = new Set(["a", "an", "any", "some", "no", "without", "not"]);

/** "A folding one" is any; "a Parish 24" is written like the name that it is. */
function isIndefinite({ message }: Context, run: Span): boolean {
  const first = message.tokens[run.from];
  return INDEFINITE.has(message.tokens[run.from - 1]?.word ?? "") && first?.capitalised !== true;
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

/** A card's words, as long as the card is in the state. */
const stemsOfCards = new WeakMap<ShownItem, string[]>();

function stemsOf(item: ShownItem): string[] {
  const known = stemsOfCards.get(item);
  if (known) return known;
  const stems = stemsIn(item.title);
  stemsOfCards.set(item, stems);
  return stems;
}

/** The most salient items shown, each once. */
function shownTitles(state: DialogueState): ShownTitle[] {
  const items = [...new Map(mostSalientFirst(state).map((item) => [item.sku, item])).values()];
  return items.slice(0, 12).map((item) => ({ item, stems: stemsOf(item) }));
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
      const everyday =
        (COMMON_WORDS.has(token.word) && !definite) ||
        signs.measured[index] === true ||
        token.kind === "number";
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
  if (isIndefinite(context, run)) return null;
  const positions: { index: number; stem: string }[] = [];
  for (let index = run.from; index < run.to; index++) {
    const token = message.tokens[index];
    if (!token || token.kind === "mark" || signs.measured[index] === true) continue;
    positions.push({ index, stem: token.stem });
  }
  const own = positions.filter(
    ({ index, stem: word }) =>
      message.tokens[index]?.kind !== "number" &&
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
  if (!definite && best.shared.length === 2 && isBrandsKind(context, positions, signs)) return null;
  if (!definite && !isUnmistakable && isKindOnly(context, positions, best.shared)) return null;
  const within = positions.filter(({ stem: word }) => best.shared.includes(word));
  const from = within[0]?.index ?? run.from;
  const to = (within.at(-1)?.index ?? run.from) + 1;
  return {
    from,
    to,
    skus: results.filter((result) => result.weight >= best.weight * 0.999).map((result) => result.sku),
  };
}

/** "Lenovo laptop" asks for a laptop, and is no adapter that fits one: a maker, and a kind of thing of theirs. */
function isBrandsKind(
  { message, mentions }: Context,
  positions: readonly { index: number; stem: string }[],
  signs: WordSigns,
): boolean {
  const [first, last] = [positions[0], positions.at(-1)];
  if (positions.length !== 2 || first === undefined || last === undefined) return false;
  const isBrand = mentions.some(
    ({ kind, from, to }) => kind === "brand" && from <= first.index && first.index < to,
  );
  return (
    (isBrand || WELL_KNOWN_BRANDS.has(message.tokens[first.index]?.word ?? "")) &&
    isGood(message.tokens[last.index]?.word ?? "") &&
    signs.measured[last.index] !== true
  );
}

/** "Hiking boots" is what a Gorse Hiking Boot is, and not its name: two words, the last of which is a kind of thing. */
function isKindOnly(
  { message, vocabulary }: Context,
  positions: readonly { index: number; stem: string }[],
  shared: readonly string[],
): boolean {
  const said = positions.filter(({ stem: word }) => shared.includes(word));
  const last = message.tokens[said.at(-1)?.index ?? -1];
  const isName = said.some(({ index }) => index > 0 && message.tokens[index]?.capitalised === true);
  return said.length <= 2 && last !== undefined && !isName && vocabulary.isKind(last.word);
}

/** "Waterproof" and "wireless" occur in titles but describe many products. */
function isProperty(word: string): boolean {
  return /(?:proof|less|free|able|ible|ing|ed|resistant)$/.test(word) && word.length > 5;
}
