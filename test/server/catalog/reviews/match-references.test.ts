import { describe, expect, test } from "vitest";
import type {
  MatchableProduct,
  ProductReference,
} from "../../../../server/catalog/reviews/imported-review.ts";
import { matchReferences } from "../../../../server/catalog/reviews/match-references.ts";

const item = (
  sku: string,
  title: string,
  path: string,
  part: Partial<MatchableProduct> = {},
): MatchableProduct => ({
  sku,
  title,
  brand: "Larkfell",
  url: `https://shop.example/${path}`,
  variantSkus: [],
  ...part,
});
const CATALOG = [
  item("TERN", "Larkfell Tern Two-Person Tent", "products/tern-tent", { variantSkus: ["TERN-G", "TERN-S"] }),
  item("TERN3", "Larkfell Tern Three-Person Tent", "products/tern-tent-3"),
  item("45", "Camp Mug", "products/camp-mug"),
  item("M-TEE", "Merino Tee", "men/merino-tee"),
  item("W-TEE", "Merino Tee", "women/merino-tee"),
  item("PHONE-12", "Halden Phone 12 Pro 128GB", "item.php?id=7"),
  item("POLE", "Trekking Pole Pair Carbon", "products/trekking-pole.html"),
];

const ROWS: [string, ProductReference, string | null][] = [
  ["a sku, whatever its case", { sku: "tern" }, "TERN"],
  ["a variant's sku", { sku: "TERN-S" }, "TERN"],
  ["a handle", { handle: "tern-tent" }, "TERN"],
  ["a handle whose address ends in .html", { handle: "trekking-pole" }, "POLE"],
  [
    "an address on another host, with tracking",
    { url: "http://old.example/products/tern-tent/?utm_source=a#r" },
    "TERN",
  ],
  ["an address that tells by its query", { url: "https://shop.example/item.php?id=7&utm_x=1" }, "PHONE-12"],
  ["another query", { url: "https://shop.example/item.php?id=8" }, null],
  ["a handle that two products share", { handle: "merino-tee" }, null],
  ["the whole address of one of them", { url: "https://shop.example/women/merino-tee" }, "W-TEE"],
  ["a title that two products share", { title: "Merino Tee" }, null],
  ["a title, folded", { title: "LARKFELL TERN TWO-PERSON TENT" }, "TERN"],
  ["a title without the brand", { title: "Tern Two-Person Tent" }, "TERN"],
  ["a title in another order, in the plural", { title: "Two Person Tents, Larkfell Tern" }, "TERN"],
  ["a title with a slip in a long word", { title: "Treking Pole Pair Carbon" }, "POLE"],
  ["a slip in a short word is another word", { title: "Larkfell Fern Two-Person Tent" }, null],
  ["another number of persons", { title: "Larkfell Tern Four-Person Tent" }, null],
  ["another model number", { title: "Halden Phone 13 Pro 128GB" }, null],
  ["a word more is another model", { title: "Halden Phone 12 Pro Max 128GB" }, null],
  ["a word less may be another one", { title: "Halden Phone 12 128GB" }, null],
  ["one word names nothing", { title: "Tent" }, null],
  [
    "an id that is another product's sku",
    { productId: "45", title: "Larkfell Tern Two-Person Tent" },
    "TERN",
  ],
  ["an id whose title agrees", { productId: "45", title: "Camp Mug blue" }, "45"],
  ["an id alone", { productId: "45" }, "45"],
  ["an unknown sku with a known handle", { sku: "NOPE", handle: "camp-mug" }, "45"],
  ["nothing known", { sku: "NOPE", handle: "nope", title: "Nope of Nowhere" }, null],
];

describe("[REV-2] a review finds its product, or none", () => {
  test.each(ROWS)("%s", (_, reference, sku) => {
    const matcher = matchReferences([reference]);
    for (const product of CATALOG) matcher.see(product);
    expect(matcher.matches()[0]?.sku ?? null).toBe(sku);
  });
  test("many references in one pass, each its own", () => {
    const matcher = matchReferences(ROWS.map(([, reference]) => reference));
    for (const product of CATALOG) matcher.see(product);
    expect(matcher.matches().map((match) => match?.sku ?? null)).toEqual(ROWS.map(([, , sku]) => sku));
  });
});
