/**
 * Reads a turn of the agent as a person reads it: from its sentences, its cards and its quick replies. Nothing here knows
 * strategies, policies or the agent's state, and the words are ordinary English ones, so that an agent of another make could be read likewise.
 */
import type { TurnEnd } from "../../../shared/shopper-socket.ts";
import type { Sku } from "../../catalog/product.ts";
import type { ItemInView } from "./intents.ts";

export interface TurnReading {
  sentences: string[];
  words: number;
  /** The sentence that asks something of the shopper; null where none does. */
  question: string | null;
  /** Sentences that were said in an earlier turn. */
  repeated: number;
  /** Somebody's own words are relayed, and of which item. */
  quoteOn: Sku | null;
  quote: string;
  /** The agent commits itself to one item. */
  stanceOn: Sku | null;
  /** It says why. */
  stanceExplained: boolean;
  /** Items of which a sentence says what they do for a wish that was told. */
  reasonsFor: Sku[];
  /** Facts by item that had not been told before. */
  facts: { sku: Sku; says: string }[];
  /** Items are laid side by side. */
  compares: boolean;
  /** Backs or urges a choice. */
  encourages: boolean;
  /** Scarcity or haste. */
  presses: boolean;
  /** Words of the shopper's last message come back. */
  takesUp: boolean;
  empathises: boolean;
  admitsGap: boolean;
}

export interface ReaderMemory {
  /** Sentences of earlier turns, as `keyOf` has them, and facts. */
  heard: Set<string>;
  /** The shopper's last message; empty before the first. */
  lastMessage: string;
  /** All messages so far: one's own words quoted back are no testimony. */
  ownWords: string;
  /** Words of the wishes that were told, and whether a budget was. */
  wishWords: ReadonlySet<string>;
  budgetTold: boolean;
  inView: readonly ItemInView[];
}

/** Remembers in `memory.heard` what is read. */
export function readTurn(turn: TurnEnd, memory: ReaderMemory): TurnReading {
  const sentences = sentencesOf(turn.text);
  const statements = sentences.filter((sentence) => !sentence.endsWith("?"));
  const inView = [...turn.cards, ...memory.inView];
  const subjects = subjectsOf(sentences, inView, turn);
  const about = (sentence: string) => subjects.get(sentence) ?? null;
  const stance = statements.find((sentence) => STANCE.test(sentence) && about(sentence) !== null);
  const quoted = sentences.find((sentence) => isTestimony(sentence, memory));
  const reading: TurnReading = {
    sentences,
    words: wordsOf(turn.text).length,
    question:
      sentences.findLast((sentence) => sentence.endsWith("?")) ??
      (turn.invitation?.kind === "question" ? (turn.invitation.text ?? null) : null),
    repeated: sentences.filter((sentence) => memory.heard.has(keyOf(sentence))).length,
    quoteOn: quoted === undefined ? null : (about(quoted) ?? inView[0]?.sku ?? null),
    quote: quoted ?? "",
    stanceOn: stance === undefined ? null : about(stance),
    stanceExplained: stance !== undefined && EXPLAINS.test(stance),
    reasonsFor: statements
      .filter((sentence) => concernsWish(sentence, memory))
      .flatMap((s) => about(s) ?? []),
    facts: turn.sources
      .filter(({ says, reviewId }) => reviewId === undefined && !memory.heard.has(keyOf(says)))
      .flatMap(({ sku, says }) => (sku === undefined ? [] : [{ sku, says }])),
    compares: (turn.comparison?.rows.length ?? 0) > 0,
    encourages: statements.some((sentence) => ENCOURAGES.test(sentence)),
    presses: sentences.some((sentence) => PRESSES.test(sentence)),
    takesUp: sharesWords(sentences.slice(0, 2).join(" "), memory.lastMessage),
    empathises: statements.some((sentence) => EMPATHISES.test(sentence)),
    admitsGap: sentences.some((sentence) => ADMITS.test(sentence)),
  };
  for (const sentence of sentences)
    if (wordsOf(sentence).length >= REPEATABLE) memory.heard.add(keyOf(sentence));
  for (const { says } of turn.sources) memory.heard.add(keyOf(says));
  return reading;
}

/** Set phrases of three words may recur without anybody minding. */
const REPEATABLE = 4;

const STANCE =
  /\b(I'd|I would|I'll|I will|my (pick|choice|favou?rite|recommendation)|I (recommend|suggest|favou?r)|in your place|if it were me|the case for)\b(?!.*\b(glad|happy|love) to\b)/i;
const EXPLAINS = /\b(because|since|as it|given that)\b|:\s\p{Ll}/iu;
const ENCOURAGES =
  /\b((good|great|lovely|solid|fine|nice|excellent|sound|smart|sensible) (choice|pick|one to|call)|you('ll| will) (love|like|enjoy)|can'?t go wrong|go for it|suits? you|right for you|well chosen|worth (it|a go|going)|why not (try|take)|glad you|sounds like a (match|fit))/i;
const PRESSES =
  /\b(only \d+ left|hurry|before (it'?s|they'?re) gone|last chance|don'?t miss|act now|selling (out|fast)|while (stocks?|supplies) lasts?)\b/i;
const EMPATHISES =
  /\b(makes? sense|i (understand|hear you|get (it|that)|see why|can see)|fair enough|no wonder|sorry|that'?s (annoying|frustrating|a shame|fair|understandable)|frustrating|nobody (likes|enjoys|wants)|know the feeling|thoughtful|how (nice|lovely|kind)|exciting)\b/i;
const ADMITS =
  /(listing|page|description|catalog|shop|store|i)\b[^.]{0,30}\b(doesn'?t (say|mention|tell|list|give)|don'?t know|can'?t (say|tell|answer|find)|no (word|information|details)|isn'?t (stated|listed|given)|have nothing on|don'?t have an answer|can'?t (promise|confirm|be sure)|rather not guess)/i;

/** Words between quotation marks that are not the shopper's own. */
function isTestimony(sentence: string, { ownWords }: ReaderMemory): boolean {
  const quoted = /[“"]([^”"]{15,})[”"]/.exec(sentence)?.[1];
  if (quoted === undefined) return false;
  const words = wordsOf(quoted);
  const own = new Set(wordsOf(ownWords));
  return words.filter((word) => own.has(word)).length < words.length * 0.7;
}

function concernsWish(sentence: string, { wishWords, budgetTold }: ReaderMemory): boolean {
  if (budgetTold && /\b(budget|spend|afford|within|under)\b/i.test(sentence)) return true;
  return wordsOf(sentence).some((word) => wishWords.has(stem(word)));
}

type Titled = Pick<ItemInView, "sku" | "title">;

/** Which item each sentence speaks of: the one it names, else the one spoken of before, where it says "it" or "this one". */
function subjectsOf(
  sentences: readonly string[],
  inView: readonly Titled[],
  turn: TurnEnd,
): Map<string, Sku> {
  const subjects = new Map<string, Sku>();
  const soleCard = turn.cards.length === 1 ? turn.cards[0]?.sku : undefined;
  let last: Sku | undefined;
  for (const sentence of sentences) {
    const named = namedItem(sentence, inView);
    if (named !== null) last = named;
    const pointed = POINTS.test(sentence)
      ? (last ?? soleCard ?? (inView.length === 1 ? inView[0]?.sku : undefined))
      : undefined;
    const subject = named ?? pointed;
    if (subject !== undefined) subjects.set(sentence, subject);
  }
  return subjects;
}
const POINTS = /\b(it|it's|its|this one|that one|this|the one)\b/i;

/** The item with the most words of its title in the sentence: at least two, or the only one it has. */
export function namedItem(sentence: string, inView: readonly Titled[]): Sku | null {
  const said = new Set(wordsOf(sentence));
  let best: { sku: Sku; hits: number } | null = null;
  for (const { sku, title } of inView) {
    const words = [...new Set(wordsOf(title))];
    const hits = words.filter((word) => said.has(word)).length;
    if (hits < Math.min(2, words.length) || hits <= (best?.hits ?? 0)) continue;
    best = { sku, hits };
  }
  return best?.sku ?? null;
}

/** Sentences end where a mark is followed by a capital, a quote or a number; quotations stay whole. */
export function sentencesOf(text: string): string[] {
  const parts = text.split(/(?<=[.!?…][”"’)]?)\s+(?=[\p{Lu}\p{N}“"'])/u);
  const whole: string[] = [];
  for (const part of parts) {
    const before = whole.at(-1);
    const isOpen = before !== undefined && count(before, "“") > count(before, "”");
    if (isOpen) whole[whole.length - 1] = `${before} ${part}`;
    else whole.push(part.trim());
  }
  return whole.filter((sentence) => sentence !== "");
}

export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’]/g, "'")
      .match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []
  );
}

/** Enough to see that "backpacks" and "backpack", "waterproofing" and "waterproof" are about one thing. */
export function stem(word: string): string {
  return word.replace(/(ies|ing|es|s|'s)$/, "").slice(0, 8);
}

/** Words that carry something: not the little ones. */
export function contentWords(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => word.length > 2 || /\d/.test(word))
      .filter((word) => !LITTLE.has(word))
      .map(stem),
  );
}
const LITTLE = new Set(
  "and the for you are not but has had was can one its it's i'd i'm i'll out any all see get got let too two yes who how why new use our your than that this with have from your what which would could should there their about some something anything just like really only them then than they when where will been were does want need looking find good nice okay thanks thank hello please".split(
    " ",
  ),
);

function sharesWords(a: string, b: string): boolean {
  const said = contentWords(a);
  for (const word of contentWords(b)) if (said.has(word)) return true;
  return false;
}

function keyOf(sentence: string): string {
  return wordsOf(sentence).join(" ");
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
