/**
 * A message as tokens that remember where they stood, so that everything understood can be quoted in the shopper's own
 * letters. `plain` is the folded text with single spaces and without contractions: rules are written against it.
 */
import { fold, stem } from "./normalise.ts";

export interface Token {
  /** Folded: lower case, no accents. */
  word: string;
  /** Singular and in one spelling. */
  stem: string;
  kind: "word" | "number" | "mark";
  /** Offsets into the original text. The parts of a contraction share one span. */
  start: number;
  end: number;
  /** No space before it: "8" and "gb" in "8GB". */
  glued: boolean;
  capitalised: boolean;
}

/** Tokens `from` up to, not including, `to`. */
export interface Span {
  from: number;
  to: number;
}

export interface Message {
  text: string;
  tokens: Token[];
  plain: string;
  /** Where each token begins in `plain`. */
  plainStarts: number[];
}

const TOKEN =
  /w\/o?(?=[\s\p{L}])|\d+(?:[.,']\d+)*|\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}]*(?:['’`]\p{L}+)*|(?:(?!\p{Script=Latin})\p{L})(?:(?!\p{Script=Latin})[\p{L}\p{M}\p{N}])*(?:['’`]\p{L}+)*|\p{Extended_Pictographic}|\S|\n/gu;

const CONTRACTED: Record<string, string[]> = {
  "can't": ["can", "not"],
  cant: ["can", "not"],
  cannot: ["can", "not"],
  "won't": ["will", "not"],
  wont: ["will", "not"],
  dont: ["do", "not"],
  didnt: ["did", "not"],
  doesnt: ["does", "not"],
  isnt: ["is", "not"],
  arent: ["are", "not"],
  wasnt: ["was", "not"],
  wouldnt: ["would", "not"],
  shouldnt: ["should", "not"],
  im: ["i", "am"],
  ive: ["i", "have"],
  whats: ["what", "is"],
  thats: ["that", "is"],
  hows: ["how", "is"],
  youre: ["you", "are"],
  "let's": ["let", "us"],
  lets: ["let", "us"],
  gonna: ["going", "to"],
  wanna: ["want", "to"],
  gotta: ["got", "to"],
  gimme: ["give", "me"],
  lemme: ["let", "me"],
  "w/o": ["without"],
  "w/": ["with"],
  dunno: ["do", "not", "know"],
  u: ["you"],
  ur: ["your"],
  cuz: ["because"],
  prob: ["probably"],
  probs: ["probably"],
  diff: ["difference"],
  sth: ["something"],
  smth: ["something"],
  coz: ["because"],
  abt: ["about"],
  tho: ["though"],
  prolly: ["probably"],
  whos: ["who", "is"],
  wheres: ["where", "is"],
  theres: ["there", "is"],
  hes: ["he", "is"],
  shes: ["she", "is"],
  theyre: ["they", "are"],
  youve: ["you", "have"],
  weve: ["we", "have"],
  couldnt: ["could", "not"],
  hasnt: ["has", "not"],
  havent: ["have", "not"],
  "ain't": ["is", "not"],
  aint: ["is", "not"],
};
const ENDINGS: [string, string][] = [
  ["n't", "not"],
  ["'m", "am"],
  ["'re", "are"],
  ["'ve", "have"],
  ["'ll", "will"],
  ["'d", "would"],
];
/** After these, 's is "is"; after other words it is a possessive and says nothing. */
const IS_AFTER = new Set([
  "it",
  "that",
  "this",
  "what",
  "he",
  "she",
  "where",
  "who",
  "how",
  "there",
  "here",
  "which",
  "price",
  "limit",
  "budget",
  "max",
  "ceiling",
  "everything",
  "one",
]);

function expand(word: string): string[] {
  const plain = word.replace(/[’`]/g, "'");
  const known = Object.hasOwn(CONTRACTED, plain) ? CONTRACTED[plain] : undefined;
  if (known) return known;
  if (!plain.includes("'")) return [plain];
  for (const [ending, meaning] of ENDINGS) {
    if (plain.endsWith(ending) && plain.length > ending.length)
      return [plain.slice(0, -ending.length), meaning];
  }
  if (plain.endsWith("'s")) {
    const owner = plain.slice(0, -2);
    return IS_AFTER.has(owner) ? [owner, "is"] : [owner];
  }
  return [plain.replaceAll("'", "")];
}

/** The stems of one token's words, as `readMessage` reads them; of a mark there are none. */
function stemsOfToken(surface: string): string[] {
  if (/^\d/.test(surface)) return [surface];
  return /^\p{L}/u.test(surface) ? expand(fold(surface)).map(stem) : [];
}

/** The stems of a text's words and numbers, in order: what names and messages are compared by. */
export function stemsIn(text: string): string[] {
  return (text.match(TOKEN) ?? []).flatMap(stemsOfToken);
}

/** Past this many different words, most are model numbers that never come again. */
const REMEMBERED_MOST = 100_000;

/** `stemsIn` for many texts: it remembers the words it met, because a catalog says the same few thousand over and over. */
export class StemReader {
  readonly #met = new Map<string, readonly string[]>();

  stemsOf(text: string): string[] {
    const stems: string[] = [];
    for (const surface of text.match(TOKEN) ?? []) {
      let read = this.#met.get(surface);
      if (read === undefined) {
        read = stemsOfToken(surface);
        if (this.#met.size >= REMEMBERED_MOST) this.#met.clear();
        this.#met.set(surface, read);
      }
      for (const word of read) stems.push(word);
    }
    return stems;
  }
}

/** Reads no more than `most` tokens; the text stays whole. */
export function readMessage(text: string, most = Number.POSITIVE_INFINITY): Message {
  const tokens: Token[] = [];
  let previousEnd = -1;
  for (const match of text.matchAll(TOKEN)) {
    if (tokens.length >= most) break;
    const surface = match[0];
    const start = match.index;
    const end = start + surface.length;
    const kind = /^\d/.test(surface) ? "number" : /^\p{L}/u.test(surface) ? "word" : "mark";
    const words = kind === "word" ? expand(fold(surface)) : [surface];
    const capitalised = kind === "word" && surface[0] !== surface[0]?.toLowerCase();
    for (const word of words) {
      tokens.push({
        word,
        stem: kind === "word" ? stem(word) : word,
        kind,
        start,
        end,
        glued: start === previousEnd,
        capitalised,
      });
    }
    previousEnd = end;
  }
  return withPlain(text, tokens);
}

/** The same message with misspelt words read as what they were meant to be; quotes stay as they were written. */
export function respell(message: Message, correct: (word: string) => string | null): Message {
  let changed = false;
  const tokens = message.tokens.map((token, index) => {
    const isUnit = token.glued && message.tokens[index - 1]?.kind === "number";
    const isMisspelt = token.kind === "word" && !isUnit && !isInCompound(message.tokens, index);
    const meant = isMisspelt ? correct(token.word) : null;
    if (meant === null) return token;
    changed = true;
    return { ...token, word: meant, stem: stem(meant) };
  });
  return changed ? withPlain(message.text, tokens) : message;
}

/** "PFAS-free", "nickel free": such words are names of what there is none of, and stand in no list. */
function isInCompound(tokens: readonly Token[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (/^(?:free|proof|friendly|safe)$/.test(after?.word ?? "")) return true;
  const joinsBefore = before?.word === "-" && before.glued && token?.glued === true;
  return joinsBefore || (after?.word === "-" && after.glued && tokens[index + 2]?.glued === true);
}

/** A message of these tokens, which are of this text. */
export function withPlain(text: string, tokens: Token[]): Message {
  const plainStarts: number[] = [];
  let plain = "";
  for (const token of tokens) {
    plainStarts.push(plain.length);
    plain += `${token.word} `;
  }
  return { text, tokens, plain: plain.trimEnd(), plainStarts };
}

/** The shopper's own letters of a span. */
export function quote(message: Message, span: Span): string {
  const first = message.tokens[span.from];
  const last = message.tokens[span.to - 1];
  return first && last ? message.text.slice(first.start, last.end) : "";
}

/** The same in lower case, with misspelt words as they were meant: "a scaarf" is a scarf, whatever it is quoted as. */
export function meantBy(message: Message, span: Span): string {
  const tokens = message.tokens.slice(span.from, span.to);
  return tokens
    .map(({ word, kind, start, end }, index) => {
      const written = message.text.slice(start, end).toLowerCase();
      const isRespelt = kind === "word" && !/['’`]/.test(written) && fold(written) !== word;
      const gap = index === 0 ? "" : message.text.slice(tokens[index - 1]?.end ?? start, start);
      return gap + (isRespelt ? word : written);
    })
    .join("");
}

/** The folded words of a span. */
export function plainOf(message: Message, span: Span): string {
  return message.plain
    .slice(message.plainStarts[span.from] ?? 0, message.plainStarts[span.to] ?? message.plain.length)
    .trim();
}

export interface Found extends Span {
  match: RegExpMatchArray;
}

/** Every match of a global pattern in `plain`, or in the part of it that a span covers, as token spans. */
export function findAll(message: Message, pattern: RegExp, within?: Span): Found[] {
  const offset = within ? (message.plainStarts[within.from] ?? 0) : 0;
  const part = within ? plainOf(message, within) : message.plain;
  const found: Found[] = [];
  // By hand: `matchAll` copies the pattern each time, and most of the many patterns match nothing.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(part); match !== null; match = pattern.exec(part)) {
    if (match[0] === "")
      pattern.lastIndex = match.index + ((part.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
    const start = offset + match.index + (match[0].length - match[0].trimStart().length);
    const from = tokenAt(message, start);
    const to = tokenAt(message, offset + match.index + match[0].trimEnd().length - 1) + 1;
    if (match[0].trim() !== "") found.push({ from, to, match });
  }
  return found;
}

/** Whether a pattern matches in the span. */
export function holds(message: Message, pattern: RegExp, within: Span): boolean {
  return plainOf(message, within).search(pattern) >= 0;
}

function tokenAt(message: Message, plainOffset: number): number {
  let low = 0;
  let high = message.plainStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((message.plainStarts[middle] ?? 0) <= plainOffset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

export function inside(inner: Span, outer: Span): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}
