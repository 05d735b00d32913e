/** How words are compared: without case, accents, plural endings and the differences of British and American spelling. */
import pluralize from "pluralize";

const ASCII = /^[\0-\x7f]*$/;

/** Lower case without accents, as the catalog's vocabulary folds its forms. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

const SPELLINGS = new Map(
  Object.entries<string>({
    colour: "color",
    coloured: "colored",
    grey: "gray",
    aluminium: "aluminum",
    litre: "liter",
    metre: "meter",
    jewellery: "jewelry",
    tyre: "tire",
    favourite: "favorite",
    centre: "center",
    mould: "mold",
    armour: "armor",
    odour: "odor",
    fibre: "fiber",
    cancelling: "canceling",
  }),
);

const IRREGULAR_PLURALS = new Set(["men", "women", "children", "feet", "teeth", "people"]);
/** Singular words that `pluralize` would shorten. */
const NOT_PLURAL = new Set([
  "less",
  "this",
  "was",
  "is",
  "his",
  "its",
  "us",
  "bus",
  "gps",
  "plus",
  "yes",
  "always",
]);

/** Past this many different words, most are model numbers that never come again. */
const REMEMBERED_MOST = 50_000;
const remembered = new Map<string, string>();

/** The form by which two spellings or numbers of a word are the same word. Takes a folded word. */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  // The rules of plurals are some hundred patterns, and people say the same few thousand words.
  if (remembered.size >= REMEMBERED_MOST) remembered.clear();
  const found = stemOf(word);
  remembered.set(word, found);
  return found;
}

function stemOf(word: string): string {
  const mayBePlural =
    (word.endsWith("s") && word.length > 3 && !word.endsWith("ss")) || IRREGULAR_PLURALS.has(word);
  const singular = mayBePlural && !NOT_PLURAL.has(word) ? pluralize.singular(word) : word;
  // Of "hoodies" nobody can tell whether it is "hoodie" or "hoody"; so they are one.
  return SPELLINGS.get(singular) ?? singular.replace(/(?<=..[^aeiou])ie$/, "y");
}
