/** Numbers as people write them: "1,200", "1.5k", "1.299,00", "two hundred", "a couple of hundred". */
import type { Token } from "./tokens.ts";

const SMALL: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const LARGE: Record<string, number> = {
  hundred: 100,
  thousand: 1000,
  grand: 1000,
  k: 1000,
  million: 1_000_000,
  mille: 1000,
  tausend: 1000,
  mil: 1000,
};

export interface NumberRead {
  value: number;
  /** Index after the last token of the number. */
  to: number;
  /** Written with digits. */
  digits: boolean;
}

/** Reads a number that begins at `index`, or null. `pointGroups` says that "1.200" means 1200, as in most of Europe. */
export function readNumber(tokens: Token[], index: number, pointGroups: boolean): NumberRead | null {
  const token = tokens[index];
  if (!token) return null;
  if (token.kind === "number")
    return withMagnitude(tokens, index + 1, parseDigits(token.word, pointGroups), true);
  return readWords(tokens, index);
}

export function parseDigits(digits: string, pointGroups: boolean): number {
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (last < 0) return Number(digits.replaceAll("'", ""));
  const separators = digits.replace(/\d/g, "");
  const tail = digits.length - last - 1;
  const mixed = separators.includes(".") && separators.includes(",");
  const groups = !mixed && tail === 3 && (separators.length > 1 || separators === "," || pointGroups);
  if (groups) return Number(digits.replace(/[.,']/g, ""));
  return Number(
    `${digits.slice(0, last).replace(/[.,']/g, "")}.${digits.slice(last + 1).replace(/\D/g, "")}`,
  );
}

function withMagnitude(tokens: Token[], to: number, value: number, digits: boolean): NumberRead {
  const next = tokens[to];
  const factor = next ? magnitude(next.word) : undefined;
  // A lone "k" counts only when it is glued: "1.5k". "4k" is a thousand times four only to the money rules.
  if (next && factor !== undefined && (next.word !== "k" || next.glued))
    return { value: value * factor, to: to + 1, digits };
  return { value, to, digits };
}

function readWords(tokens: Token[], start: number): NumberRead | null {
  let index = start;
  let total = 0;
  let current: number | null = null;
  const first = tokens[index]?.word ?? "";
  if (first === "a" || first === "couple" || first === "few") {
    const skip = first === "a" && ["couple", "few"].includes(tokens[index + 1]?.word ?? "") ? 1 : 0;
    const quantifier = tokens[index + skip]?.word;
    index += skip + 1;
    if (tokens[index]?.word === "of") index++;
    if (magnitude(tokens[index]?.word ?? "") === undefined) return null;
    current = quantifier === "couple" ? 2 : quantifier === "few" ? 3 : 1;
  }
  for (; index < tokens.length; index++) {
    const word = tokens[index]?.word ?? "";
    const small = Object.hasOwn(SMALL, word) ? SMALL[word] : undefined;
    const factor = word === "k" ? undefined : magnitude(word);
    if (small !== undefined) current = combine(current, small);
    else if (factor !== undefined && current !== null) {
      if (factor >= 1000) {
        total += current * factor;
        current = 0;
      } else current *= factor;
    } else if (
      !(
        (word === "and" || word === "-") &&
        current !== null &&
        isSmall(tokens[index + 1]?.word) &&
        isLarge(tokens[index - 1]?.word, word)
      )
    )
      break;
  }
  if (current === null) return null;
  return { value: total + current, to: index, digits: false };
}

/** "Twenty five" is 25, "two hundred fifty" 250, "three fifty" 350. */
function combine(current: number | null, small: number): number {
  if (current === null) return small;
  if (current > 0 && current < 10 && small >= 20) return current * 100 + small;
  return current + small;
}

function magnitude(word: string): number | undefined {
  return Object.hasOwn(LARGE, word) ? LARGE[word] : undefined;
}

function isSmall(word: string | undefined): boolean {
  return word !== undefined && Object.hasOwn(SMALL, word);
}

/** "and" joins only after "hundred" or "thousand"; a hyphen joins "twenty-five". */
function isLarge(word: string | undefined, joiner: string): boolean {
  return joiner === "-" || (word !== undefined && magnitude(word) !== undefined);
}
