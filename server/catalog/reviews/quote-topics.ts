/** What reviewers speak of, whatever their words for it: "comfy" and "no blisters" are on comfort. */
import { rootOf, wordsOf } from "../fold-text.ts";

/** Topics as people name them, and the words that are on them. */
const TOPIC_WORDS: Record<string, string> = {
  comfort:
    "comfort comfortable comfortably comfortability uncomfortable comfy cosy cozy cushioned cushioning cushion cushy padded padding ergonomic plush chafe chafes chafed chafing itchy itch itches scratchy sore blister blisters",
  fit: "cramped fit fits fitted fitting sizing snug snugly tight loose baggy roomy",
  "battery life": "battery batteries charge charges charged charging recharge",
  sound: "sound sounds sounding audio bass treble music speaker speakers headphones volume",
  noise: "noise noisy quiet quietly silent silence loud hum hums rattle rattles squeak squeaks squeaky",
  weight: "weight weighs lightweight featherlight heavy heavier bulky hefty",
  warmth: "warm warmth warmer toasty insulated insulation chilly freezing winter",
  waterproofing:
    "waterproof waterproofing wet rain rainy rained rainproof downpour leak leaks leaked leaking soaked soaking drenched puddle puddles storm storms damp",
  durability:
    "durable durability sturdy sturdiness solid robust flimsy broke broken break breaks lasted lasting tear tore torn ripped wear worn craftsmanship stitching seams built well-made",
  "ease of use":
    "easy easily easier effortless simple simply setup install installed assemble assembled assembly intuitive difficult complicated confusing fiddly pitch",
  looks:
    "looks looking beautiful beautifully stylish style gorgeous ugly pretty elegant design handsome compliments sleek",
  taste: "taste tastes tasted tasty flavour flavor flavours flavors delicious yummy bland",
  smell: "smell smells smelled scent scented fragrance odour odor stinks",
  picture: "picture screen display image camera photo photos resolution",
  speed: "fast faster slow slower slowly speed speedy quick lag lags laggy sluggish",
  grip: "grip grips grippy slip slips slippery slipped traction nonslip",
  value: "value worth price priced overpriced",
  cleaning: "clean cleans cleaning wash washed washes washing washable dishwasher stain stains",
  space: "space spacious pockets pocket compartments compartment capacity storage room",
  brightness: "bright brightness brighter dim dazzling",
  breathability: "breathable breathability breathe breathes ventilated ventilation sweaty sweat stuffy airy",
  softness: "soft softer softness silky smooth rough",
};

/** Words that are on a topic only behind certain others: "so light", and not "the light". */
const ONLY_AFTER: Record<string, [topic: string, before: Set<string>]> = {
  light: [
    "weight",
    new Set(
      "so very super really incredibly surprisingly extremely pretty quite is are its and too nice feels".split(
        " ",
      ),
    ),
  ],
  dry: [
    "waterproofing",
    new Set(
      "me us stay stays stayed keep keeps kept keeping everything perfectly bone completely feet it totally remained".split(
        " ",
      ),
    ),
  ],
  small: ["fit", new Set(["runs", "run", "ran", "too", "bit", "come", "comes", "up"])],
  large: ["fit", new Set(["runs", "run", "ran", "too", "bit", "come", "comes", "up"])],
  size: ["fit", new Set(["true", "to", "right", "perfect", "one", "a", "my", "usual"])],
};

const topicOfRoot = new Map(
  Object.entries(TOPIC_WORDS).flatMap(([topic, words]) =>
    words.split(" ").map((word) => [rootOf(word), topic] as const),
  ),
);
const topicOfWord = new Map(
  Object.entries(TOPIC_WORDS).flatMap(([topic, words]) =>
    words.split(" ").map((word) => [word, topic] as const),
  ),
);

/** The topic that a word of a sentence is on, seen the word before it. */
export function topicOfSaid(word: string, before: string): string | null {
  const conditional = Object.hasOwn(ONLY_AFTER, word) ? ONLY_AFTER[word] : undefined;
  if (conditional) return conditional[1].has(before) ? conditional[0] : null;
  return topicOfWord.get(word) ?? null;
}

/** The topics that words of a wish or a question are about. Shoppers ask in other forms than reviewers answer. */
export function topicsOfAsked(about: readonly string[]): string[] {
  const topics = about.flatMap((phrase) => {
    if (Object.hasOwn(TOPIC_WORDS, phrase.toLowerCase())) return [phrase.toLowerCase()];
    return wordsOf(phrase).flatMap((word) => {
      const conditional = Object.hasOwn(ONLY_AFTER, word) ? ONLY_AFTER[word]?.[0] : undefined;
      return conditional ?? topicOfWord.get(word) ?? topicOfRoot.get(rootOf(word)) ?? [];
    });
  });
  return [...new Set(topics)];
}
