/** Vectors in which texts that share words, stems or the sense of a word are near: hashed and folded, the same for ever. */

export const DIMENSIONS = 256;

/** Words of one sense; each counts as the first, too. */
const SENSES: readonly string[] = [
  "shoe sneaker trainer runner footwear boot",
  "backpack rucksack knapsack daypack bag",
  "jacket coat anorak parka shell",
  "waterproof rainproof watertight rain wet",
  "warm insulated cosy cozy winter cold",
  "cheap inexpensive affordable budget",
  "light lightweight ultralight featherweight",
  "bike bicycle cycle cycling bicyclist commuter",
  "lamp light torch headlamp lantern",
  "bottle flask canteen thermos",
  "laptop notebook computer",
  "sofa couch settee",
  "trousers pants slacks",
  "jumper sweater pullover",
  "phone smartphone mobile handset",
  "gift present birthday",
  "kid child children kids toddler",
  "strong sturdy robust durable tough rugged",
];

const senseOf = new Map(
  SENSES.flatMap((line) => {
    const words = line.split(" ");
    return words.map((word) => [stemOf(word), `sense:${words[0]}`] as const);
  }),
);

/** Of length 1, so that a dot product is a cosine; all zeros for a text without words. */
export function embedText(text: string): number[] {
  const vector = new Array<number>(DIMENSIONS).fill(0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const stem = stemOf(word);
    add(vector, stem, 1);
    const sense = senseOf.get(stem);
    if (sense !== undefined) add(vector, sense, 1.5);
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

function add(vector: number[], feature: string, weight: number): void {
  const hash = hashOf(feature);
  const place = hash % DIMENSIONS;
  vector[place] = (vector[place] ?? 0) + ((hash >>> 16) & 1 ? weight : -weight);
}

function stemOf(word: string): string {
  return word.length > 3 ? word.replace(/(?:ies|es|s|ing|ed|y)$/, "") : word;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
