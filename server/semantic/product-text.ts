import { createHash } from "node:crypto";
import type { Product } from "../catalog/product.ts";

/** What of a product is put into its meaning. Prices, stock and ratings change too often, and mean nothing. */
export type MeantProduct = Pick<
  Product,
  "title" | "description" | "brand" | "categories" | "tags" | "attributes"
>;

/** In characters: about 500 tokens, which every embedding model takes, and beyond which few products say anything new. */
const TEXT_MAX = 2_000;
/** Data sheets of a hundred lines would leave no room for what the product is good for. */
const ATTRIBUTES_MAX = 600;

/** What stands first counts most, and is never cut off: what the thing is called, then what it is, then what it is like. */
export function textOf({ title, description, brand, categories, tags, attributes }: MeantProduct): string {
  const facts = attributes
    // What was read out of the title or the description stands there already.
    .filter(({ from }) => from === undefined)
    .map(({ name, value }) => (value === "yes" ? name : `${name}: ${value}`));
  const lines = [
    title,
    brand ?? "",
    categories.join(" > "),
    tags.join(", "),
    facts.join("; ").slice(0, ATTRIBUTES_MAX),
    description,
  ];
  const text = lines.filter((line) => line.trim() !== "").join("\n");
  // Half of a character that is written in two would be no text.
  return text.slice(0, TEXT_MAX).replace(/[\uD800-\uDBFF]$/, "");
}

/** Texts of the same hash are not embedded twice. */
export function hashOfText(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
