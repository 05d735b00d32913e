/** Catalogs of any kind for simulated shoppers, from a rich one to one of which hardly anything is known. */
import fc from "fast-check";
import type { Product } from "../../../../server/catalog/product.ts";
import { buildCatalogRooms, type CatalogRooms } from "../../../../server/catalog-rooms.ts";
import { makeProduct } from "../../catalog/make-product.ts";

export function roomsOf(products: readonly Product[]): CatalogRooms {
  return buildCatalogRooms({ version: 1, products, reviews: [] }, "USD");
}

/** Twelve lamps, told apart by colour, material and use. */
export function lamps(): Product[] {
  const colours = ["red", "blue", "green"];
  return Array.from({ length: 12 }, (_, at) =>
    makeProduct(
      `lamp-${at}`,
      `Harbour Lamp ${["Ash", "Birch", "Cedar", "Dune"][at % 4]} ${at}`,
      20 + at * 5,
      {
        brand: at % 2 === 0 ? "Orin" : "Vale",
        categories: ["Home", "Lamps"],
        description: at % 3 === 0 ? "A dimmable, adjustable lamp for long evenings." : "A plain lamp.",
        rating: { value: 4 + (at % 5) / 10, count: 10 + at },
        attributes: [
          { name: "colour", value: colours[at % 3] ?? "red" },
          { name: "material", value: at % 4 === 0 ? "brass" : "oak" },
          { name: "use", value: at % 2 === 0 ? "reading" : "bedroom" },
          { name: "height", value: `${30 + at} cm`, number: 30 + at, unit: "cm" },
        ],
      },
    ),
  );
}

const word = fc.constantFrom("Ember", "Quill", "Fjord", "Sable", "Moss", "Pike", "Lark", "Dune");
const attribute = fc.record({
  name: fc.constantFrom("colour", "material", "use", "type", "size", "warranty text"),
  value: fc.constantFrom(
    "red",
    "oak",
    "yes",
    "no",
    "M",
    "12 × 30 cm",
    "a (rather) long value; with marks",
    "42",
    "",
  ),
});
/** Without attributes, without categories, without a price to speak of, sold out: whatever shops come up with. */
export const anyProducts = fc
  .array(
    fc.record({
      title: fc
        .tuple(word, fc.constantFrom("Chair", "Pot 3", "", "™", "- (2-Pack)", "Для дома"))
        .map((t) => t.join(" ")),
      price: fc.constantFrom(0, 0.01, 9.99, 1_250, 99_999),
      brand: fc.constantFrom(null, "Orin", "Vale & Sons"),
      categories: fc.constantFrom<string[][]>([], ["Other"], ["Home", "Chairs & pots"], ["Gear"]),
      description: fc.constantFrom("", "Washable and quick-drying, comfortable all day."),
      attributes: fc.array(attribute, { maxLength: 3 }),
      inStock: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((rows) => rows.map(({ title, price, ...more }, at) => makeProduct(`p${at}`, title, price, more)));
