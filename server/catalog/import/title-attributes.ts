import type { Attribute } from "../product.ts";
import { parseMeasure } from "./parse-measure.ts";

/**
 * Attributes that a title states in so many words: "15.6\"", "8GB Memory", "10,000 mAh", a colour after a dash, "for
 * Apple iPhone 7". Careful rather than complete; every value is a piece of the title or the description, letter by letter.
 */
export function titleAttributes(title: string, description: string): Attribute[] {
  const found = [
    screenSize(title, description),
    memory(title),
    ...MEASURES.map(([name, pattern]) => measured(name, pattern.exec(title)?.[1])),
    colour(title),
    compatibility(title),
  ];
  return found.filter((attribute) => attribute !== null);
}

const SCREENS =
  /\b(tvs?|televis\w*|телевизор|monitors?|монитор|laptops?|notebooks?|ноутбук|chromebooks?|tablets?|планшет|displays?|screens?|touchscreens?|smartphones?|led|oled|qled|uhd)\b/iu;
const CARRIES =
  /\b(cases?|sleeves?|bags?|backpacks?|covers?|mounts?|stands?|protectors?|brackets?|fits?|for)\b/i;

/** In the title of something that has a screen, or where the description says what the inches are of. */
function screenSize(title: string, description: string): Attribute | null {
  const inTitle = /(?<![\d.])(\d{1,3}(?:\.\d{1,2})?(?:\s?["″”]|[ -]?inch(?:es)?\b))/i.exec(title)?.[1];
  if (inTitle !== undefined && SCREENS.test(title) && !CARRIES.test(title))
    return measured("screen size", inTitle);
  if (inTitle !== undefined) return measured("size", inTitle);
  const stated =
    /(?<![\d.])(\d{1,2}(?:\.\d{1,2})?[- ]inch)\b[^.;]{0,40}?\b(?:screen|display|touchscreen)\b/i.exec(
      description,
    )?.[1];
  return stated === undefined || CARRIES.test(title) ? null : measured("screen size", stated);
}

function memory(title: string): Attribute | null {
  const match = /(?<![\d.,/])(\d{1,4}\s?[GT]B)\b(?:\s+(\w+))?/i.exec(title);
  if (match?.[1] === undefined) return null;
  const isMemory = /^(memory|ram|ddr\d?\w*)$/i.test(match[2] ?? "");
  return measured(isMemory ? "memory" : "storage", match[1]);
}

const MEASURES: readonly (readonly [string, RegExp])[] = [
  ["battery capacity", /(?<![\d.,])(\d[\d,.]*\s?mAh)\b/i],
  ["volume", /(?<![\d.,])(\d[\d,.]*\s?(?:ml|litres?|liters?|fl\.? ?oz))\b/i],
  ["weight", /(?<![\d.,])(\d[\d,.]*\s?(?:kg|lbs?))\b/i],
  ["brightness", /(?<![\d.,])(\d[\d,.]*[ -]?lumens?)\b/i],
  ["refresh rate", /(?<![\d.,])(\d{2,3}\s?Hz)\b/i],
];

function measured(name: string, text: string | undefined): Attribute | null {
  if (text === undefined) return null;
  const measure = parseMeasure(text);
  if (measure === null) return null;
  return { name, value: text.trim(), ...measure };
}

const COLOURS =
  "black white red blue green yellow orange purple pink brown grey gray silver gold beige ivory cream navy teal turquoise aqua cyan magenta maroon burgundy olive khaki tan charcoal graphite bronze copper chrome titanium platinum coral peach mint lime lavender lilac violet indigo crimson scarlet ruby sapphire emerald rose fuchsia plum camel cognac mustard rust sand taupe champagne pearl onyx jet clear transparent multicolor multicolour rainbow celeste denim";
const SHADES =
  "light dark deep pale bright matte glossy metallic neon pastel soft hot royal sky baby slate space midnight forest army steel powder ice electric dusty smoke cool warm rich true classic piano gloss polished brushed antique and";
const COLOUR_WORDS = new Set(COLOURS.split(" "));
const SHADE_WORDS = new Set(SHADES.split(" "));

/** The last piece of a title, after a dash or comma or in brackets, where it holds colour words and nothing else. */
function colour(title: string): Attribute | null {
  const last = /(?:\s[-–—|]\s|,\s|\()([^-–—|,()]{3,30})\)?\s*$/.exec(title)?.[1]?.trim();
  if (last === undefined) return null;
  const words = last.toLowerCase().split(/[\s/&]+/);
  const isColour =
    words.some((word) => COLOUR_WORDS.has(word)) &&
    words.every((word) => COLOUR_WORDS.has(word) || SHADE_WORDS.has(word));
  return isColour ? { name: "colour", value: last } : null;
}

/** What an accessory is made for: "Case for Apple iPhone 7 - Black". People and purposes ("for men", "for travel") are not it. */
function compatibility(title: string): Attribute | null {
  const after =
    /\b(?:for|compatible with|fits)\s+(?:select\s+|most\s+)?((?:\p{Lu}|\d)[^-–—|(),]{1,58}?)(?=\s[-–—|]\s|\s*[(),]|$)/u
      .exec(title)?.[1]
      ?.trim();
  if (
    after === undefined ||
    /^(men|women|kids|children|girls|boys|babies|him|her|adults|all|everyone|the|use)\b/i.test(after)
  )
    return null;
  const isBody = /\b(skin|hair|eyes?|face|lips?|nails?|body)\b/i.test(after);
  const isMeasure = /^\d[\d.,]*\s?(["″”]|\p{L}{1,4}\b)/u.test(after);
  const isDevice = !isBody && !isMeasure && (/\d/.test(after) || /\p{Lu}\S*\s+\p{Lu}/u.test(after));
  return isDevice ? { name: "compatible with", value: after } : null;
}
