import type { Attribute } from "../product.ts";
import { attributeName, attributeOf } from "./attribute-names.ts";
import { isKnownName } from "./known-names.ts";

/**
 * Attributes that shops keep in tags: "colour:red", "Material_Wool", "filter:size=M", and properties that a tag states by
 * being there: "waterproof", "gluten-free". Other tags stay tags only.
 */
export function tagAttributes(tags: readonly string[]): Attribute[] {
  return tags.flatMap((tag) => named(tag) ?? property(tag) ?? []);
}

function named(tag: string): Attribute | null {
  const bare = tag.replace(/^(?:filter|tag|attr|attribute|pa|spec)[:_=-]+/i, "");
  const [, name, value] = /^([^:=_-]{2,30}?)\s*[:=_]+\s*(.{1,40})$/.exec(bare) ?? [];
  if (name === undefined || value === undefined || !isKnownName(attributeName(name).name)) return null;
  return attributeOf(name, value.replace(/_/g, " ").trim());
}

function property(tag: string): Attribute | null {
  const name = tag
    .toLowerCase()
    .replace(/[-_\s]+/g, " ")
    .trim();
  return PROPERTIES.has(name) ? { name, value: "yes" } : null;
}

/** What somebody asks for by "is it …?", and a shop answers by a tag. */
const PROPERTIES = new Set(
  "waterproof|water resistant|windproof|shockproof|dustproof|wireless|cordless|rechargeable|foldable|collapsible|portable|stackable|reversible|dishwasher safe|machine washable|microwave safe|oven safe|freezer safe|bpa free|vegan|vegetarian|organic|gluten free|dairy free|sugar free|nut free|lactose free|soy free|alcohol free|fragrance free|perfume free|paraben free|sulfate free|sulphate free|silicone free|oil free|cruelty free|hypoallergenic|non comedogenic|biodegradable|compostable|recyclable|fair trade|handmade|kosher|halal|keto|noise cancelling".split(
    "|",
  ),
);
