import type { Preference } from "../dialogue/state.ts";
import { otherNamesOfUse } from "../dialogue/uses.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { contentWords, singularOf } from "./fold-text.ts";
import { FULLY, type Grades, MET, UNSAID } from "./grades.ts";

/** A word in a product's facts says more than the same word in its prose. */
const PLACE = { stated: 1, prose: 0.6 };
/** What all of its words are stated of, in other words or apart from each other. */
const ALL_STATED = 0.95;
/** Thirds don't add up to one. */
const ALMOST_ALL = 0.999;

/** Grades a wish that has no column of its own by words looked for in text. For a must all of them, for a wish the more the better. */
export function gradeText(preference: Preference, index: CatalogIndex): Grades {
  const said = String(preference.value);
  const text = preference.attribute === "recipient" && isChild(said) ? "kids" : said;
  const words = contentWords(text);
  if (words.length === 0) return new Uint8Array(index.size).fill(UNSAID);
  // "Free of parabens" names parabens: what is to be avoided is looked for among facts, not in prose.
  const isAvoided = preference.polarity === "negative";
  const whole = index.text.withAll(text, isAvoided ? "stated" : "anywhere");
  const stated = index.text.withAll(text, "stated");
  // What states that it is "nut free" is free of nuts, though it names them.
  const free = isAvoided ? index.text.withAll(`${text} free`, "stated") : null;
  const isMust = preference.firmness === "must";
  const shares = sharesOf(words, preference, index);
  // A bag "with a laptop sleeve" is no sleeve for laptops.
  const isOne = preference.isPart ? index.relevance.calledBy(singularOf(words.at(-1) ?? "")) : () => false;
  const absent = isAvoided || preference.attribute === "feature" ? 0 : UNSAID;
  const grades = new Uint8Array(index.size);
  for (let document = 0; document < grades.length; document++) {
    const share = shares === null ? 0 : (shares[document] ?? 0);
    if (free?.[document] === 1 || isOne(document)) grades[document] = 0;
    else if (stated[document] === 1) grades[document] = FULLY;
    else if (share >= ALMOST_ALL && !isAvoided && !isMust) grades[document] = ALL_STATED * FULLY;
    else if (whole[document] === 1) grades[document] = 0.8 * FULLY;
    else if (share === 0) grades[document] = absent;
    // Half of a wish is something that speaks for a product. Less of it tells nothing, and is never worse than silence.
    else grades[document] = isAvoided || isMust ? 0.6 * FULLY * share : atLeastMet(0.8 * FULLY * share);
  }
  return grades;
}

function atLeastMet(grade: number): number {
  return grade >= MET ? grade : UNSAID;
}

/**
 * By document, how much of what was said its listing has, word by word. Null for a feature, which is one thing said in
 * several words; of a usage or a person each word tells something.
 */
function sharesOf(
  words: readonly string[],
  preference: Preference,
  index: CatalogIndex,
): Float32Array | null {
  const { attribute, polarity, firmness } = preference;
  if (attribute === "feature") return null;
  const isAvoided = polarity === "negative";
  const shares = new Float32Array(index.size);
  for (const word of words) {
    const names = attribute === "usage" && !isAvoided ? [word, ...otherNamesOfUse(word)] : [word];
    const best = new Float32Array(index.size);
    for (const name of names) {
      if (!isAvoided)
        raise(best, index.text.withAll(name, "anywhere"), firmness === "must" ? 1 : PLACE.prose);
      raise(best, index.text.withAll(name, "stated"), PLACE.stated);
    }
    for (let document = 0; document < shares.length; document++)
      shares[document] = (shares[document] ?? 0) + (best[document] ?? 0) / words.length;
  }
  return shares;
}

function raise(shares: Float32Array, isThere: Uint8Array, share: number): void {
  for (let document = 0; document < shares.length; document++)
    if (isThere[document] === 1 && (shares[document] ?? 0) < share) shares[document] = share;
}

/** Shops write whom a thing is for in a word of their own: what is for a daughter of five is for kids. */
function isChild(recipient: string): boolean {
  const [, years] = /\b(\d{1,2})[- ]years?\b/.exec(recipient) ?? [];
  return years === undefined ? CHILD.test(recipient) : Number(years) <= OLDEST_CHILD;
}
const CHILD =
  /\b(?:kids?|child|children|boys?|girls?|toddlers?|daughters?|sons?|niece|nephew|grand(?:son|daughter|child|children|kids?)|(?:god)(?:son|daughter))\b/i;
const OLDEST_CHILD = 12;
