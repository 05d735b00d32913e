import pluralize from "pluralize";

/** Lower case, without accents and apostrophes, words apart by single spaces: "Crème Brûlée" is "creme brulee", "15.6\"" is "15.6". */
export function foldText(text: string): string {
  return wordsOf(text).join(" ");
}

/** The words of a text, folded. A number stays with the unit glued to it: "8GB" is one word. */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const plain = ASCII.test(lower) ? lower : lower.normalize("NFKD").replace(/\p{M}|[’™®©]/gu, "");
  return plain.replace(/['`]/g, "").match(ASCII.test(plain) ? ASCII_WORD : WORD) ?? [];
}
const ASCII = /^[\x20-\x7e\n]*$/;
const ASCII_WORD = /[a-z0-9]+(?:\.\d+)*/g;
const WORD = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;

export function contentWords(text: string): string[] {
  return wordsOf(text).filter((word) => !STOP_WORDS.has(word));
}

/** "bikes" to "bike". Numbers and words with digits stay. */
export function singularOf(word: string): string {
  let singular = singulars.get(word);
  if (singular === undefined) {
    singular = word.length < 4 || /\d/.test(word) || KEPT.has(word) ? word : pluralize.singular(word);
    // Of "hoodies" nobody can tell whether it is "hoodie" or "hoody"; so they are one.
    singular = singular.replace(/(?<=..[^aeiou])ie$/, "y");
    if (singulars.size > CACHE_LIMIT) singulars.clear();
    singulars.set(word, singular);
  }
  return singular;
}

/**
 * What a word shares with its relatives, for searching in text: "commuting", "commuter" and "commute" are "commut",
 * "running" is "run". Coarser than `singularOf`; categories are never compared by it (a printer is no printing).
 */
export function rootOf(word: string): string {
  let root = roots.get(word);
  if (root === undefined) {
    root = trimmed(SAME_WORD.get(word) ?? singularOf(word));
    if (roots.size > CACHE_LIMIT) roots.clear();
    roots.set(word, root);
  }
  return root;
}

function trimmed(word: string): string {
  if (word.length < 6 || /\d/.test(word))
    return word.length > 4 && word.endsWith("e") ? word.slice(0, -1) : word;
  const bare = word.replace(/(?:ings?|ers?|ed|ies|y|e|able|ment)$/, "");
  if (bare.length < 3) return word;
  return bare.replace(/([bdgmnprt])\1$/, "$1");
}

/** Caches of pure functions: a catalog says the same few thousand words over and over. */
const singulars = new Map<string, string>();
const roots = new Map<string, string>();
const CACHE_LIMIT = 50_000;

const KEPT = new Set([
  "glass",
  "lens",
  "gps",
  "dress",
  "wireless",
  "plus",
  "bass",
  "asus",
  "bus",
  "gas",
  "class",
  "less",
  "cordless",
  "stainless",
  "seamless",
  "canvas",
  "chess",
  "cross",
  "fitness",
  "harness",
  "mattress",
  "business",
  "press",
  "gloss",
  "news",
  "series",
  "express",
  "pass",
  "kids",
  "jeans",
  "always",
  "us",
]);
const SAME_WORD = new Map(
  Object.entries<string>({
    colour: "color",
    colours: "color",
    colors: "color",
    grey: "gray",
    aluminium: "aluminum",
    tyre: "tire",
    tyres: "tire",
    jewellery: "jewelry",
    fibre: "fiber",
    litre: "liter",
    metre: "meter",
    moisturiser: "moisturizer",
  }),
);

export const STOP_WORDS = new Set(
  "a an and the of for with without in on at to from by or is are be it its this that these those as your you i me my we our us he she they them his her their who what which some any something anything one ones thing things really very just also please want need looking look like would could should can good nice great best show find get buy have has do does not no so too than more less under over about around up im id ive".split(
    " ",
  ),
);
