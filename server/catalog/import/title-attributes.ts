import type { Attribute } from "../product.ts";
import { isColour } from "./colour-words.ts";
import { NOT_OF_MATERIAL } from "./material-words.ts";
import { parseMeasure } from "./parse-measure.ts";

/**
 * Attributes that a title states in so many words: "15.6\"", "8GB Memory", "10,000 mAh", "500 ml", "2-pack", "Size M",
 * "stainless steel", "Men's", a colour after a dash, "for Apple iPhone 7". Careful rather than complete; every value is a
 * piece of the title or the description, letter by letter.
 */
export function titleAttributes(title: string, description: string): Attribute[] {
  const found = [
    screenSize(title, description),
    ...memories(title),
    ...MEASURES.map((rule) => statedMeasure(rule, title)),
    cableLength(title),
    packSize(title),
    statedSize(title),
    ...wearers(title),
    material(title),
    ingressProtection(title),
    colour(title),
    compatibility(title),
  ];
  return found.filter((attribute) => attribute !== null);
}

const SCREENS =
  /(?<![\p{L}\d])(tvs?|televis\p{L}*|телевизор|monitors?|монитор|laptops?|notebooks?|ноутбук|chromebooks?|tablets?|планшет|displays?|screens?|touchscreens?|smartphones?|led|oled|qled|uhd)(?![\p{L}\d])/iu;
const CARRIES =
  /\b(cases?|sleeves?|bags?|backpacks?|covers?|mounts?|stands?|protectors?|brackets?|fits?|filters?|keyboards?|for)\b/i;

/** In the title of something that has a screen, or where the description says what the inches are of. */
function screenSize(title: string, description: string): Attribute | null {
  // A number that ends what is put in quotes (Pump "Model-40") has no inches.
  const inTitle =
    /(?<![\d./x×]|\d\s|[x×]\s|(?:^|\s)["“][^"”]*)(\d{1,3}(?:[.,]\d{1,2})?(?:\s?["″”](?!\s?[x×])|[ -]?(?:inch(?:es)?|zoll|дюйм\p{L}*)(?![\p{L}])))/iu.exec(
      title,
    )?.[1];
  if (inTitle !== undefined && SCREENS.test(title) && !CARRIES.test(title))
    return measured("screen size", inTitle);
  if (inTitle !== undefined) return CABLES.test(title) ? null : measured("size", inTitle);
  const stated =
    /(?<![\d.])(\d{1,2}(?:\.\d{1,2})?[- ]inch)\b[^.;]{0,40}?\b(?:screen|display|touchscreen)\b/i.exec(
      description,
    )?.[1];
  return stated === undefined || CARRIES.test(title) ? null : measured("screen size", stated);
}

const MEMORY =
  /(?<![\p{L}\d.,/+]|\d\s?[x×]\s?)(?:(\d{1,2}\s?[x×]\s?\d{1,3}\s?GB)|(\d{1,4}(?:[.,]\d)?\s?[GT]B))(?![\p{L}\d/])(?=((?:[\s,-]+[\p{L}\d]+){0,2}))/giu;
const WORKING =
  /^(?:[\s,-]*(?:of|system|unified|single|dual|installed|max))?[\s,-]*(?:memory(?! (?:card|stick))|ram|(?:lp)?ddr|sdram|dimm|so-?dimm)/i;
const GRAPHICS = /^[\s,-]*(?:gddr|vram|video|graphics)/i;
const KEEPING =
  /^[\s,-]*(?:ssd|hdd|hard|emmc|flash|storage|solid|nvme|internal|sata|usb|micro|rom|m\.?2|drive|intern)/i;
const MODULE =
  /\b(?:dimm|so-?dimm|memory (?:module|kit|upgrade)|ddr\d?\w* (?:module|kit|memory)|ram (?:module|kit))\b/i;

interface StatedMemory {
  name: "memory" | "storage" | null;
  text: string;
}

/** Working memory where the title says so or is of a module, else what is kept. Of two unnamed the smaller works. */
function memories(title: string): Attribute[] {
  if (NETWORKS.test(title)) return [];
  const stated = [...title.matchAll(MEMORY)].flatMap((match): StatedMemory[] => {
    const text = (match[1] ?? match[2] ?? "").trim();
    const after = match[3] ?? "";
    if (POSSIBLE.test(title.slice(0, match.index)) || GRAPHICS.test(after)) return [];
    const isWorking = WORKING.test(after) || match[1] !== undefined || MODULE.test(title);
    return [{ name: isWorking ? "memory" : KEEPING.test(after) ? "storage" : null, text }];
  });
  const named = stated.flatMap(({ name, text }) => (name === null ? [] : (measured(name, text) ?? [])));
  return firstOfEach([...named, ...unnamedMemories(stated, named)]);
}

function unnamedMemories(stated: readonly StatedMemory[], named: readonly Attribute[]): Attribute[] {
  const unnamed = stated.flatMap(({ name, text }) =>
    name === null ? (measured("storage", text) ?? []) : [],
  );
  const [one, other] = unnamed;
  if (one === undefined || named.some(({ name }) => name === "storage")) return [];
  if (other === undefined) return [one];
  const isPair = unnamed.length === 2 && named.length === 0 && gigabytes(other) >= 4 * gigabytes(one);
  return isPair ? [{ ...one, name: "memory" }, other] : gigabytes(one) === gigabytes(other) ? [one] : [];
}

function gigabytes({ number, unit }: Attribute): number {
  return (number ?? 0) * (unit === "tb" ? 1_000 : 1);
}
/** "10Gb" of a cable or a switch are bits a second. */
const NETWORKS = /\b(?:cables?|fib(?:er|re)|ethernet|switch|transceiver|sfp|network(?:ing)?)\b/i;
/** Not what it has but what it could take. */
const POSSIBLE =
  /\b(?:up to|upto|max(?:imum)?\.?|supports?|expandable(?: to)?|for|compatible with|bis zu)\s*$/i;

function firstOfEach(attributes: readonly Attribute[]): Attribute[] {
  return attributes.filter(
    ({ name }, place) => attributes.findIndex((other) => other.name === name) === place,
  );
}

interface MeasureRule {
  name: string;
  pattern: RegExp;
  /** Titles that this measure says something else in. */
  unless?: RegExp;
}

const MEASURES: readonly MeasureRule[] = [
  { name: "battery capacity", pattern: /(?<![\p{L}\d.,])(\d[\d,.]*\s?mAh)\b/iu },
  {
    name: "volume",
    pattern: /(?<![\p{L}\d.,:]|\d\s?[x×]\s?)(\d[\d,.]*[\s-]?(?:ml|litres?|liters?|fl\.? ?oz))\b/iu,
  },
  {
    name: "volume",
    pattern: /(?<![\p{L}\d.,:/-]|\d\s?[x×]\s?)(\d{1,3}(?:[.,]\d{1,2})?\s?L)(?![\w'/-])/u,
    unless: /\b(?:\d+T|xl|size|diesel|v[68]|engine)\b/i,
  },
  {
    name: "weight",
    pattern: /(?<![\p{L}\d.,:]|\d\s?[x×]\s?)(\d[\d,.]*\s?(?:kg|lbs?))\b/iu,
    unless:
      /\b(?:capacity|load|holds?|supports?|max|washer|wash(?:ing)? machine|dryer|dumbbells?|scales?|fishing|line)\b/i,
  },
  {
    name: "weight",
    pattern: /(?<![\p{L}\d.,:]|\d\s?[x×]\s?)((?!5\s?g)\d{1,4}(?:[.,]\d{1,2})?\s?(?:g|grams?|gr))(?![\w/'-])/u,
    unless: /802\.?11|\b[2345]\s?g\b/i,
  },
  { name: "brightness", pattern: /(?<![\p{L}\d.,:])(\d[\d,.]*[ -]?lumens?)\b/iu },
  {
    name: "refresh rate",
    pattern: /(?<![\p{L}\d.,:-])(\d{2,3}\s?Hz)\b/iu,
    unless: /\b(?:ups|hdmi|adapter|supply|inverter|motor|50\s?\/\s?60)\b/i,
  },
  {
    name: "power",
    pattern:
      /(?<![\p{L}\d.,:/-]|\d\s?[x×]\s?)(\d{1,4}(?:[.,]\d)?[\s-]?W(?:atts?)?)(?![\w'/])(?!\s*(?:equivalent|eq\b|replacement|rms|peak|max))/u,
    unless: /\bup to\b|\bpoe\b/i,
  },
];

function statedMeasure({ name, pattern, unless }: MeasureRule, title: string): Attribute | null {
  const match = pattern.exec(title);
  if (match === null || unless?.test(title) || POSSIBLE.test(title.slice(0, match.index))) return null;
  return measured(name, match[1]);
}

const CABLES =
  /(?<!\p{L})(?:cables?|cords?|patch|kabel|câble|кабель)(?!\p{L}| ?(?:ties?|clips?|organi[sz]er))/iu;

/** Of cables and cords only: "6 ft" of anything else could be its reach, its range or its shelf. */
function cableLength(title: string): Attribute | null {
  if (
    !/\b(?:cables?|cords?|patch|kabel|câble|кабель)\b/i.test(title) ||
    /\bwith\b[^,]*\b(?:cable|cord)\b/i.test(title)
  )
    return null;
  const length =
    /(?<![\p{L}\d.,:/])(\d{1,3}(?:[.,]\d{1,2})?[\s-]?(?:m|metres?|meters?|ft\.?|feet|foot|cm|'))(?![\w'"/])/u.exec(
      title,
    )?.[1];
  return measured("cable length", length);
}

function packSize(title: string): Attribute | null {
  const text =
    /(?<![\p{L}\d.,:/])\b(\d{1,3}[\s-]?(?:pack|pk|count|ct|pc\(s\)|pcs?|pieces?|stück|шт))(?![\p{L}\d])/iu.exec(
      title,
    )?.[1] ?? /\b((?:pack|set|box|case) of \d{1,3})\b/i.exec(title)?.[1];
  const number = Number(/\d+/.exec(text ?? "")?.[0]);
  return text === undefined || number < 2 ? null : { name: "pack size", value: text.trim(), number };
}

function statedSize(title: string): Attribute | null {
  const size =
    /\b(?:size|größe|taille|talla)[:\s]+((?:[2-6]?x{0,3}[sml]|\d{1,3}(?:[.,]5)?))(?![\w.'"-])/i.exec(
      title,
    )?.[1];
  const measure = size === undefined ? null : parseMeasure(size);
  return size === undefined ? null : { name: "size", value: size, ...measure };
}

/** Whom a title says it is for. "Men's and women's" are both. */
function wearers(title: string): Attribute[] {
  const found: Attribute[] = [];
  for (const [name, pattern] of WEARERS) {
    for (const match of title.matchAll(pattern)) {
      const value = match[1] ?? match[2];
      if (value !== undefined) found.push({ name, value });
    }
  }
  return found;
}
const WEARERS: readonly (readonly [string, RegExp])[] = [
  [
    "gender",
    /(?<![\w-])(?:for (men|women|girls|boys)\b(?!['’])|((?:wo)?men['’]s|(?:girl|boy)s?['’]s?|mens|womens|unisex|damen|herren)(?=\s|$|[-,)]))(?! (?:health|world|journal))/gi,
  ],
  [
    "age group",
    /(?<![\w-])(?:for (kids|children|toddlers|babies|adults|teens)\b|(kids['’]?|toddlers?['’]?|infants?['’]?|youth)(?=\s|$|[-,)]))/gi,
  ],
];

/** Few materials only, and not where the title names what treats or imitates them, or a part that is added. */
function material(title: string): Attribute | null {
  const match = TITLED_MATERIAL.exec(title);
  const text = match?.[1];
  if (match === null || text === undefined) return null;
  const before = title.slice(0, match.index);
  const after = title.slice(match.index + match[0].length);
  const isOther =
    /(?:\b(?:for|with|without|no|non|faux|imitation|fake|and|w\/|on|to|than|cut|cuts|fits)|[-&+/])\s*$/i.test(
      before,
    );
  return isOther || NOT_OF_MATERIAL.test(after) || TREATS.test(title)
    ? null
    : { name: "material", value: text };
}
const TITLED_MATERIAL =
  /(?<![\p{L}\d])(stainless steel|carbon fib(?:er|re)|tempered glass|borosilicate glass|genuine leather|vegan leather|merino wool|leather|cast iron|alumini?um|polycarbonate|neoprene|silicone|solid wood|bamboo|porcelain|stoneware|organic cotton|cotton|nylon|polyester)(?![\p{L}\d])/iu;
const TREATS =
  /\b(?:cleaners?|cleaning|conditioner|polish|care|glue|paint|stain|saw|drill|screws?|bits?|lotion|cream|serum|mask|shampoo|powder|liner|lip\w*|mascara|foundation|brushes|oil|scent|perfume|cologne|cord|tape|label|labels|paper|ink|toner|cartridge|ribbon)\b/i;

function ingressProtection(title: string): Attribute | null {
  const code = /(?<![\p{L}\d])(IP(?:X\d|\d[\dX]|69K))(?![\p{L}\d])/u.exec(title)?.[1];
  return code === undefined ? null : { name: "protection class", value: code };
}

/** A measure as a text states it; null for what is none. */
export function measured(name: string, text: string | undefined): Attribute | null {
  if (text === undefined) return null;
  const measure = parseMeasure(text);
  if (measure === null) return null;
  return { name, value: text.trim(), ...measure };
}

/** The last piece of a title, after a dash or comma, or a piece in brackets, where it holds colour words and nothing else. */
function colour(title: string): Attribute | null {
  const last = /(?:\s[-–—|]\s|,\s|\()([^-–—|,()]{3,30})\)?\s*$/.exec(title)?.[1];
  const worn = /\bin ([^-–—|,()]{3,20})$/i.exec(title)?.[1];
  const pieces = [last, ...[...title.matchAll(/\(([^()]{3,30})\)/g)].map((match) => match[1]), worn];
  const value = pieces.find((piece) => piece !== undefined && isColour(piece.trim()))?.trim();
  return value === undefined ? null : { name: "colour", value };
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
