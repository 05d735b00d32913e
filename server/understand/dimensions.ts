/** Adjectives and what they measure: "lighter" is less weight, "not loud" less noise. */

export interface Dimension {
  /** "price", or the name a catalog is likely to give the attribute, first the most likely. */
  attributes: readonly string[];
  direction: "less" | "more";
}

const PRICE = ["price"];
const WEIGHT = ["weight", "item weight", "net weight", "product weight"];
const SIZE = [
  "size",
  "screen size",
  "capacity",
  "volume",
  "dimensions",
  "diameter",
  "width",
  "height",
  "length",
  "sleeps",
  "seats",
];
const LENGTH = ["length", "cable length", "size"];
const HEIGHT = ["height", "size"];
const WIDTH = ["width", "size"];
const THICKNESS = ["thickness", "depth"];
const SPEED = ["speed", "top speed", "max speed", "processor speed"];
const NOISE = ["noise", "noise level"];
const BRIGHTNESS = ["brightness", "light output", "lumens"];
const POWER = ["power", "wattage", "motor power"];
const CAPACITY = ["capacity", "volume", "storage", "size"];

const TABLE: [
  adjective: string,
  comparative: string | null,
  attributes: readonly string[],
  direction: "less" | "more",
][] = [
  ["cheap", "cheaper", PRICE, "less"],
  ["affordable", null, PRICE, "less"],
  ["inexpensive", null, PRICE, "less"],
  ["economical", null, PRICE, "less"],
  ["expensive", null, PRICE, "more"],
  ["pricey", "pricier", PRICE, "more"],
  ["pricy", null, PRICE, "more"],
  ["costly", "costlier", PRICE, "more"],
  ["dear", "dearer", PRICE, "more"],
  ["steep", "steeper", PRICE, "more"],
  ["overpriced", null, PRICE, "more"],
  ["light", "lighter", WEIGHT, "less"],
  ["lightweight", null, WEIGHT, "less"],
  ["heavy", "heavier", WEIGHT, "more"],
  ["big", "bigger", SIZE, "more"],
  ["large", "larger", SIZE, "more"],
  ["bulky", "bulkier", SIZE, "more"],
  ["small", "smaller", SIZE, "less"],
  ["compact", null, SIZE, "less"],
  ["tiny", "tinier", SIZE, "less"],
  ["long", "longer", LENGTH, "more"],
  ["short", "shorter", LENGTH, "less"],
  ["tall", "taller", HEIGHT, "more"],
  ["wide", "wider", WIDTH, "more"],
  ["narrow", "narrower", WIDTH, "less"],
  ["thick", "thicker", THICKNESS, "more"],
  ["thin", "thinner", THICKNESS, "less"],
  ["slim", "slimmer", THICKNESS, "less"],
  ["fast", "faster", SPEED, "more"],
  ["slow", "slower", SPEED, "less"],
  ["quiet", "quieter", NOISE, "less"],
  ["loud", "louder", NOISE, "more"],
  ["noisy", "noisier", NOISE, "more"],
  ["bright", "brighter", BRIGHTNESS, "more"],
  ["powerful", null, POWER, "more"],
  ["roomy", "roomier", CAPACITY, "more"],
  ["spacious", null, CAPACITY, "more"],
];

export const ROOMINESS: Dimension = { attributes: CAPACITY, direction: "more" };

export const ADJECTIVES: ReadonlyMap<string, Dimension> = new Map(
  TABLE.map(([adjective, , attributes, direction]) => [adjective, { attributes, direction }]),
);
export const COMPARATIVES: ReadonlyMap<string, Dimension> = new Map(
  TABLE.flatMap(([, comparative, attributes, direction]): [string, Dimension][] =>
    comparative === null ? [] : [[comparative, { attributes, direction }]],
  ),
);
/** "Lightest" of "lighter", "noisiest" of "noisier". */
export const SUPERLATIVES: ReadonlyMap<string, Dimension> = new Map(
  [...COMPARATIVES].map(([comparative, dimension]) => [comparative.replace(/er$/, "est"), dimension]),
);

/** Comparatives of what no number carries: "softer", "nicer". */
export const STYLE_COMPARATIVES: ReadonlyMap<string, string> = new Map([
  ["nicer", "nice"],
  ["simpler", "simple"],
  ["softer", "soft"],
  ["harder", "hard"],
  ["warmer", "warm"],
  ["cooler", "cool"],
  ["darker", "dark"],
  ["fancier", "fancy"],
  ["stronger", "strong"],
  ["sturdier", "sturdy"],
  ["tougher", "tough"],
  ["newer", "new"],
  ["older", "old"],
  ["smarter", "smart"],
  ["cuter", "cute"],
  ["sleeker", "sleek"],
  ["flashier", "flashy"],
  ["sportier", "sporty"],
  ["smoother", "smooth"],
  ["safer", "safe"],
  ["comfier", "comfortable"],
  ["prettier", "pretty"],
  ["plainer", "plain"],
  ["bolder", "bold"],
  ["gentler", "gentle"],
  ["richer", "rich"],
  ["easier", "easy"],
  ["tighter", "tight"],
  ["looser", "loose"],
]);

const WARMTH = ["comfort temperature", "temperature rating", "comfort limit", "lowest temperature"];

/** "Warmest" of "warmer": orders that a catalog seldom has numbers for, and whoever asks is owed that word. */
export const STYLE_SUPERLATIVES: ReadonlyMap<string, Dimension> = new Map(
  [...STYLE_COMPARATIVES].map(([comparative, adjective]) => [
    comparative.replace(/er$/, "est"),
    // What is warm at minus twelve is warmer than what is warm at eight.
    adjective === "warm"
      ? { attributes: WARMTH, direction: "less" }
      : { attributes: [adjective], direction: "more" },
  ]),
);
/** After "most": the same, of adjectives without an ending. */
export const RANKED_ADJECTIVES: ReadonlySet<string> = new Set(
  "durable comfortable reliable stylish robust sturdy practical versatile waterproof breathable efficient elegant beautiful sustainable absorbent flexible stable effective".split(
    " ",
  ),
);
