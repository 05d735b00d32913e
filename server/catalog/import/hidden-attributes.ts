import type { Attribute } from "../product.ts";
import { distinctAttributes } from "./attribute-names.ts";
import { descriptionAttributes } from "./description-attributes.ts";
import { tagAttributes } from "./tag-attributes.ts";
import { titleAttributes } from "./title-attributes.ts";

export interface Texts {
  title: string;
  /** As the merchant wrote it, with its markup. */
  markup: string;
  /** The same without markup. */
  description: string;
  tags: readonly string[];
}

/**
 * A product's attributes: those of its columns, and those hidden in its texts. What a column says stands; a text adds what
 * no column speaks of, tags first, then the title, then the description. Where a column gives a bare number and a text the
 * same number with its unit, the text's measure takes the column's place: so the unit is known, and can be shown.
 */
export function withHiddenAttributes(own: readonly Attribute[], texts: Texts): Attribute[] {
  const stated = [
    ...tagAttributes(texts.tags).map((attribute) => ({ ...attribute, from: "tag" as const })),
    ...titleAttributes(texts.title, texts.description).map((attribute) => ({
      ...attribute,
      from: "title" as const,
    })),
    ...descriptionAttributes(texts.title, texts.markup, texts.description).map((attribute) => ({
      ...attribute,
      from: "description" as const,
    })),
  ];
  const all = own.map((attribute) => stated.find((other) => isSameMeasure(attribute, other)) ?? attribute);
  const sources = new Map<string, string>(own.map(({ name }) => [name, "column"]));
  for (const attribute of stated) {
    const source = sources.get(attribute.name) ?? attribute.from;
    sources.set(attribute.name, source);
    if (source === attribute.from) all.push(attribute);
  }
  return distinctAttributes(all);
}

function isSameMeasure(bare: Attribute, full: Attribute): boolean {
  return (
    bare.name === full.name &&
    bare.unit === undefined &&
    full.unit !== undefined &&
    bare.number !== undefined &&
    bare.number === full.number
  );
}
