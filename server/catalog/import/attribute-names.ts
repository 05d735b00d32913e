import type { Attribute } from "../product.ts";
import { canonicalName } from "./known-names.ts";
import { parseMeasure, unitOf } from "./parse-measure.ts";
import { plainLine } from "./plain-text.ts";

/**
 * A column's or option's name as people say it: "attr_t_product_colour" is "colour", "Weight (kg)" and "weight_kg" are
 * "weight" in kg, "Flavor (product.metafields.shopify.flavor)" is "flavor". Empty when nothing is left of it.
 */
export function attributeName(written: string): AttributeName {
  const held = readNames.get(written);
  if (held !== undefined) return held;
  const read = readName(written);
  if (readNames.size >= CACHE_LIMIT) readNames.clear();
  readNames.set(written, read);
  return read;
}

interface AttributeName {
  name: string;
  unit: string | null;
}

/** Of a pure function: a file says the same few thousand names in row after row. */
const readNames = new Map<string, AttributeName>();
const CACHE_LIMIT = 20_000;

function readName(written: string): AttributeName {
  let name = plainLine(written)
    .replace(/\s*\((?:product|variant)\.metafields\.[^)]*\)\s*$/i, "")
    .replace(/^(attr(ibute)?s?[_ .:])([tnbsd][_ ])?|^pa_|^g:|^meta:\s*/i, "")
    .replace(/(_[a-z])\1_*$/, "")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/[_\s]+/g, " ")
    .toLowerCase()
    .replace(/\s*:$/, "")
    .trim();
  let unit: string | null = null;
  const suffix = UNIT_SUFFIX.exec(name);
  const spelt = suffix?.[2] ?? suffix?.[3] ?? suffix?.[4];
  const known = spelt === undefined ? undefined : unitOf(spelt);
  if (suffix?.[1] && known !== undefined) {
    name = suffix[1].trim();
    unit = known;
  }
  return { name: canonicalName(name), unit };
}

/** Units in brackets, after a comma or "in", or as a last word that is hardly anything else. */
const UNIT_SUFFIX =
  /^(.*?)\s*(?:[([]\s*(?:in\s+)?([^)\]]+)\s*[)\]]|(?:\s|,\s*)(?:in\s+)?(inch|inches|cm|mm|kg|grams|gb|tb|mah|ml|litres|liters|watts|lbs|oz|hz|mhz|ghz|lumens|mp|кг|см|мм|г)|(?<=\b(?:weight|gewicht|poids|peso|power|volume|voltage))\s(g|lb|w|l|v))$/;

/** By which people tell a spreadsheet that "+20" and "-30°" are text. */
const SPREADSHEET_MARK = /^'(?=[-+=\d])/;

/** Text that fills a cell without saying anything. */
const EMPTY_VALUE =
  /^(n\/?\.?a\.?|none|null|nil|undefined|-+|–|—|\.+|not applicable|not specified|not available|unspecified|unknown|tbd|tba|to be confirmed|no data|no information|other|others|various|see description|k\.\s?a\.|keine angabe|нет данных|не указано|жоқ ақпарат|\?+|nan|default title|default)$/i;
export const LONGEST_VALUE = 100;

/** An attribute of what a cell says; null when it says nothing, or too much to be a value. */
export function attributeOf(writtenName: string, writtenValue: unknown): Attribute | null {
  const { name, unit } = attributeName(writtenName);
  const text =
    typeof writtenValue === "boolean"
      ? writtenValue
        ? "yes"
        : "no"
      : plainLine(String(writtenValue ?? "")).replace(SPREADSHEET_MARK, "");
  if (name === "" || name.length > 50 || text === "" || text.length > LONGEST_VALUE || EMPTY_VALUE.test(text))
    return null;
  const said = truthSaid(name, text);
  // "Colour: yes" tells that a thing has colours, and no colour.
  if (said !== null) return NEVER_TRUTH.test(name) ? null : { name, value: said };
  return withMeasure(name, text, unit);
}

/** Attributes of a cell that may hold a list: "black, white" of a colour are two, "black/white" is one pair of colours. */
export function attributesOf(writtenName: string, writtenValue: unknown): Attribute[] {
  const whole = typeof writtenValue === "string" ? plainLine(writtenValue) : null;
  if (whole === null) return [attributeOf(writtenName, writtenValue)].filter((each) => each !== null);
  const parts = listed(attributeName(writtenName).name, whole);
  return parts.map((part) => attributeOf(writtenName, part)).filter((each) => each !== null);
}

/** The same attribute with a unit that is known from elsewhere, where it has a number and no unit of its own. */
export function inUnit(attribute: Attribute, unit: string): Attribute {
  if (attribute.number === undefined || attribute.unit !== undefined) return attribute;
  return { ...attribute, value: `${attribute.value} ${unit}`, unit };
}

function withMeasure(name: string, text: string, unit: string | null): Attribute {
  const measure = parseMeasure(text);
  if (measure === null) return { name, value: text };
  const measuredIn = measure.unit ?? unit;
  const value = measure.unit === undefined && unit !== null ? `${text} ${unit}` : text;
  return measuredIn === null || measuredIn === undefined
    ? { name, value, number: measure.number }
    : { name, value, number: measure.number, unit: measuredIn };
}

/** "Yes" or "no" in the words of several languages; a single letter may be a size or a class, and then is none. */
function truthSaid(name: string, text: string): "yes" | "no" | null {
  const word = text.toLowerCase();
  if (/^[yn]$/.test(word)) return LETTERED.test(name) ? null : word === "y" ? "yes" : "no";
  if (SAID_YES.has(word)) return "yes";
  return SAID_NO.has(word) ? "no" : null;
}
const SAID_YES = new Set("yes true ja oui sí da да иә tak ✓ ✔".split(" "));
const SAID_NO = new Set("no false nein non nej nie нет жоқ ✗ ✘".split(" "));
const LETTERED =
  /\b(?:size|class|grade|type|model|series|code|rating|letter|version|initial|drive|connector)\b/;
const NEVER_TRUTH = /^(?:colour|size|material|weight|length|width|height|volume|flavor|scent|gender|brand)$/;

/** The parts of a list. Prose, decimal commas and names that hold a comma of their own are no list. */
function listed(name: string, text: string): string[] {
  const marked = text.split(/\s*[;|]\s*|\s+•\s+/).filter((part) => part !== "");
  if (marked.length > 1 && marked.every((part) => part.length <= LONGEST_PART)) return marked;
  if (!text.includes(",") || /\d,\d/.test(text)) return [text];
  const parts = text.split(/\s*,\s*(?![^(]*\))/).filter((part) => part !== "");
  const areWords = parts.every((part) => /^\p{L}[^\s]*$/u.test(part));
  const areNames =
    LISTED_NAMES.test(name) && parts.every((part) => /^\p{L}/u.test(part) && wordsIn(part) <= 4);
  return parts.length > 1 && parts.every((part) => part.length <= LONGEST_PART) && (areWords || areNames)
    ? parts
    : [text];
}
const LONGEST_PART = 40;
const LISTED_NAMES =
  /\b(?:colours?|materials?|flavors?|scents?|patterns?|season|occasions?|styles?|features?|finish|gender|sizes?|connectivity|ports|ingredients|skin type|hair type|allergens?|dietary)\b/;

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

/** Attributes without repeats, in order. */
export function distinctAttributes(attributes: readonly Attribute[]): Attribute[] {
  const seen = new Set<string>();
  return attributes.filter((attribute) => {
    const key = `${attribute.name}\n${attribute.value.toLowerCase()}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
