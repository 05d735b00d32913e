/** Adjectives that can be verified against numbers: of which attribute, and in which direction. */
export interface Comparable {
  /** "price", "rating", "ratings" (how many), "popularity", or a pattern over attribute names. */
  attribute: "price" | "rating" | "ratings" | "popularity" | RegExp;
  direction: "less" | "more";
  /** Where no attribute of that name is known of both: measures in this dimension, which two attributes of one name state. */
  dimension?: string;
}

const DIMENSIONS: Record<string, string> = {
  powerful: "power",
  bright: "light",
  loud: "sound",
  noisy: "sound",
  quiet: "sound",
  light: "weight",
  heavy: "weight",
};

const SIZE = /size|length|width|height|depth|diameter|dimension|screen|display|capacity|volume/;
const entries: [string, Comparable["attribute"], Comparable["direction"]][] = [
  ["cheap affordable inexpensive economical budget-friendly", "price", "less"],
  ["expensive pricey pricy dear costly", "price", "more"],
  ["light", /weight/, "less"],
  ["heavy", /weight/, "more"],
  ["small compact short", SIZE, "less"],
  ["large big long tall roomy spacious", SIZE, "more"],
  ["thin slim", /thickness|depth/, "less"],
  ["thick", /thickness|depth/, "more"],
  ["wide broad", /width|depth/, "more"],
  ["narrow", /width|depth/, "less"],
  ["powerful", /power|wattage|motor/, "more"],
  ["bright", /brightness|luminance|light output|lumen/, "more"],
  ["fast quick", /speed|processor|clock|frequency/, "more"],
  ["slow", /speed|processor|clock|frequency/, "less"],
  ["quiet", /noise|sound level|loudness/, "less"],
  ["loud noisy", /noise|sound level|loudness/, "more"],
  ["sharp", /resolution/, "more"],
  ["warm", /temperature|fill|weight/, "more"],
];

/** "A higher rating", "a lower price": the noun says of what. */
export const RANKED_NOUNS = new Map(
  Object.entries<Comparable["attribute"]>({
    rating: "rating",
    ratings: "rating",
    score: "rating",
    marks: "rating",
    stars: "rating",
    reviews: "rating",
    price: "price",
    weight: /weight/,
    capacity: /capacity|volume/,
  }),
);

/** Words of rank that only the rankings judge. */
export const RANK_WORDS: ReadonlySet<string> = new Set(
  "best worst better worse high higher highest low lower lowest top rated".split(" "),
);

export const COMPARABLES: ReadonlyMap<string, Comparable> = new Map(
  entries.flatMap(([words, attribute, direction]) =>
    words.split(" ").map((word): [string, Comparable] => {
      const dimension = DIMENSIONS[word];
      return [word, { attribute, direction, ...(dimension === undefined ? {} : { dimension }) }];
    }),
  ),
);
