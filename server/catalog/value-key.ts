import { foldText, rootOf, singularOf } from "./fold-text.ts";

/**
 * What attribute values are compared by: the roots of their words, single-spaced. Alike for "Blues" and "blue", "Small"
 * and "S". Worked out when the index is built, because folding some thousand values takes longer than a search may.
 */
export function valueKey(text: string): string {
  const folded = foldText(text);
  return (SIZES.get(folded) ?? folded)
    .split(" ")
    .map((word) => rootOf(singularOf(word)))
    .join(" ");
}

/** Whether a key has all of the words of another, as whole words: "xl" is no part of "xxl". */
export function hasKeyWords(key: string, words: readonly string[]): boolean {
  return words.every(
    (word) =>
      key === word || key.startsWith(`${word} `) || key.endsWith(` ${word}`) || key.includes(` ${word} `),
  );
}

const SIZES = new Map(
  Object.entries<string>({
    small: "s",
    medium: "m",
    large: "l",
    "x large": "xl",
    "extra large": "xl",
    "extra small": "xs",
    "x small": "xs",
    xxl: "2xl",
    "xx large": "2xl",
    xxxl: "3xl",
  }),
);
