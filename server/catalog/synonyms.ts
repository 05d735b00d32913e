import { singularOf } from "./fold-text.ts";

/** Words of general English for the same kind of thing. Not symmetric with what a catalog knows: it may use any of them. */
const GROUPS = [
  "phone|cell phone|smartphone|mobile|mobile phone|cellphone|handset",
  "laptop|notebook|notebook computer|laptop computer",
  "tv|television|telly",
  "bike|bicycle|cycle|pushbike",
  "headphone|headset|earphone",
  "earbud|earphone|in ear headphone",
  "sofa|couch|settee",
  "sneaker|trainer|running shoe",
  "t shirt|tee|tshirt",
  "pants|trousers",
  "jumper|sweater|pullover",
  "hoodie|hooded sweatshirt",
  "handbag|purse",
  "backpack|rucksack|daypack",
  "fridge|refrigerator",
  "vacuum|vacuum cleaner|hoover",
  "stove|cooker|oven",
  "washing machine|washer",
  "dryer|tumble dryer",
  "power bank|portable charger|battery pack|external battery",
  "pc|desktop|desktop computer",
  "monitor|display|screen",
  "nail polish|nail varnish|nail lacquer",
  "eyebrow|brow",
  "eye shadow|eyeshadow",
  "eye liner|eyeliner",
  "lip stick|lipstick",
  "moisturizer|moisturiser|face cream|day cream",
  "saddle|bike seat|seat",
  "handlebar|handle bar",
  "wheel|wheelset",
  "frame|frameset",
  "wrench|spanner",
  "torch|flashlight",
  "lamp|light|lantern",

  "case|cover",
  "charger|power adapter",
  "car charger|vehicle charger",
  "perfume|fragrance|eau de parfum",
  "cupcake|cake",
].map((group) => group.split("|"));

const byPhrase = new Map<string, string[]>();
for (const group of GROUPS) {
  for (const phrase of group) {
    const key = singularPhrase(phrase);
    byPhrase.set(key, [
      ...(byPhrase.get(key) ?? []),
      ...group.map(singularPhrase).filter((other) => other !== key),
    ]);
  }
}

export function singularPhrase(phrase: string): string {
  return phrase.split(" ").map(singularOf).join(" ");
}

/** Other names of a thing, in the singular; empty when there are none. */
export function synonymsOf(phrase: string): string[] {
  return byPhrase.get(singularPhrase(phrase)) ?? [];
}
