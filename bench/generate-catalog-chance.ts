/** Chance that repeats: the same seed gives the same products, whatever was drawn before them. */

export interface Chance {
  /** From 0 up to, never equal to, 1. */
  share(): number;
  /** True in this share of cases. */
  happens(share: number): boolean;
  /** A whole number from 0 up to, never equal to, `below`. */
  below(below: number): number;
  pick<Item>(items: readonly Item[]): Item | undefined;
  /** Standard normal. */
  normal(): number;
}

/** Mulberry32 (Tommy Ettinger, public domain) over a mixed seed: one stream for each product of each run. */
export function chanceOf(seed: number, product: number): Chance {
  let state = mixed(Math.imul(seed ^ 0x9e37_79b9, 0x85eb_ca6b) ^ product);
  const share = (): number => {
    state = (state + 0x6d2b_79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(share() * limit);
  return {
    share,
    happens: (wanted) => share() < wanted,
    below,
    pick: (items) => items[below(items.length)],
    // Box and Muller's transform; 1 - share is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
  };
}

/** Murmur3's finaliser: neighbouring numbers come out unalike. */
function mixed(number: number): number {
  let bits = number;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
  return bits ^ (bits >>> 16);
}

/**
 * One of the names that a catalog of this many products would have by now. Their number grows as Heaps found words to
 * grow with a text (distinct = k · n^β), and the first ones stay the commonest.
 */
export function growingName(
  chance: Chance,
  products: number,
  { k, beta, salt }: { k: number; beta: number; salt: number },
): string {
  const distinct = Math.ceil(k * (products + 1) ** beta);
  return inventedName(Math.floor(distinct * chance.share() ** 3), salt);
}

const ONSETS = "b br c ch d dr f fl g gr h j k kl l m n p pr qu r s sh st t tr v w z".split(" ");
const VOWELS = "a e i o u ai ea io ou".split(" ");
const ENDINGS = " n r s l x th nd ra no ta lix dor via mar tek".split(" ");

/** A name that can be spoken, the same for the same number: "Fleano", "Stouvia". */
export function inventedName(number: number, salt: number): string {
  const chance = chanceOf(salt, number);
  const syllable = () => `${chance.pick(ONSETS)}${chance.pick(VOWELS)}`;
  const name = `${syllable()}${syllable()}${number > 3_000 ? syllable() : ""}${chance.pick(ENDINGS)}`;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
