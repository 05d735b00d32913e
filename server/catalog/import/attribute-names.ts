import type { Attribute } from "../product.ts";
import { parseMeasure, unitOf } from "./parse-measure.ts";
import { plainLine } from "./plain-text.ts";

/** One name per thing, whatever the file calls it. */
const SAME_NAME: Record<string, string> = {
  color: "colour",
  colors: "colour",
  colours: "colour",
  "product colour": "colour",
  "product color": "colour",
  farbe: "colour",
  couleur: "colour",
  цвет: "colour",
  sizes: "size",
  größe: "size",
  taille: "size",
  talla: "size",
  размер: "size",
  materials: "material",
  agegroup: "age group",
  "display size": "screen size",
  "display diagonal": "screen size",
  "screen diagonal": "screen size",
  ram: "memory",
  flavour: "flavor",
};

/**
 * A column's or option's name as people say it: "attr_t_product_colour" is "colour", "Weight (kg)" is "weight" in kg,
 * "Flavor (product.metafields.shopify.flavor)" is "flavor". Empty when nothing is left of it.
 */
export function attributeName(written: string): { name: string; unit: string | null } {
  let name = plainLine(written)
    .replace(/\s*\((?:product|variant)\.metafields\.[^)]*\)\s*$/i, "")
    .replace(/^(attr(ibute)?s?[_ .:])([tnbsd][_ ])?|^pa_|^g:|^meta:\s*/i, "")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/[_\s]+/g, " ")
    .toLowerCase()
    .trim();
  let unit: string | null = null;
  const suffix =
    /^(.*?)\s*(?:[([]\s*([^)\]]+)\s*[)\]]|(?:\s|,\s*)(inch|inches|cm|mm|kg|g|grams|gb|mah|ml|watts|lb|lbs|oz|hz|w|кг|см|мм|г))$/.exec(
      name,
    );
  const spelt = suffix?.[2] ?? suffix?.[3];
  const known = spelt === undefined ? undefined : unitOf(spelt);
  if (suffix?.[1] && known !== undefined) {
    name = suffix[1].trim();
    unit = known;
  }
  return { name: SAME_NAME[name] ?? name, unit };
}

/** Text that fills a cell without saying anything. */
const EMPTY_VALUE =
  /^(n\/?a|none|null|undefined|-+|–|not applicable|not specified|unknown|\?|nan|default title)$/i;
export const LONGEST_VALUE = 100;

/** An attribute of what a cell says; null when it says nothing, or too much to be a value. */
export function attributeOf(writtenName: string, writtenValue: unknown): Attribute | null {
  const { name, unit } = attributeName(writtenName);
  const text =
    typeof writtenValue === "boolean" ? (writtenValue ? "yes" : "no") : plainLine(String(writtenValue ?? ""));
  if (name === "" || name.length > 50 || text === "" || text.length > LONGEST_VALUE || EMPTY_VALUE.test(text))
    return null;
  const measure = parseMeasure(text);
  if (measure === null) return { name, value: text };
  const measuredIn = measure.unit ?? unit;
  const value = measure.unit === undefined && unit !== null ? `${text} ${unit}` : text;
  return measuredIn === null || measuredIn === undefined
    ? { name, value, number: measure.number }
    : { name, value, number: measure.number, unit: measuredIn };
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
