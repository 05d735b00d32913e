import { describe, expect, test } from "vitest";
import { CategoryFacets, CategoryFacetsBuilder } from "../../../../server/catalog/facets/category-facets.ts";
import type { Product } from "../../../../server/catalog/product.ts";
import { makeProduct } from "../make-product.ts";

function facetsOf(products: readonly Product[]): CategoryFacets {
  const builder = new CategoryFacetsBuilder();
  for (const product of products) builder.add(product);
  return new CategoryFacets(structuredClone(builder.finish()));
}

const COLOURS = ["Red", "Blue", "Black", "black ", "Green"];

/** Forty tents by weight and colour, and ten stoves by fuel; each with the paperwork that shops keep. */
const SHOP = [
  ...Array.from({ length: 40 }, (_, place) =>
    makeProduct(`tent-${place}`, `Dune Tent ${COLOURS[place % 5]?.trim()}`, 100 + place, {
      categories: ["Camping", "Tents"],
      attributes: [
        { name: "colour", value: COLOURS[place % 5] ?? "" },
        { name: "weight", value: `${900 + place * 60} g`, number: 900 + place * 60, unit: "g" },
        { name: "package weight", value: `${990 + place * 60} g`, number: 990 + place * 60, unit: "g" },
        { name: "item code", value: `T${place % 4}` },
        { name: "warranty", value: place % 2 === 0 ? "2 years" : "1 year" },
        { name: "assembled", value: "yes" },
        { name: "drawing", value: `sheet ${place}` },
        ...(place === 0 ? [{ name: "curtain", value: "yes" }] : []),
      ],
    }),
  ),
  ...Array.from({ length: 10 }, (_, place) =>
    makeProduct(`stove-${place}`, `Ember ${place % 2 === 0 ? "Gas" : "Wood"} Stove`, 40 + place, {
      categories: ["Camping", "Stoves"],
      attributes: [
        { name: "fuel", value: place % 2 === 0 ? "gas" : "wood" },
        { name: "warranty", value: place % 2 === 0 ? "2 years" : "1 year" },
      ],
    }),
  ),
];

describe("the attributes that matter in a category", () => {
  const facets = facetsOf(SHOP);
  const names = (category: string | null) => facets.of(category).map(({ attribute }) => attribute);

  test("[FCT-6] are those that divide its products: by most weight first, no codes, parcels or warranties", () => {
    expect(names("Tents")).toEqual(["colour", "weight"]);
    expect(names("Stoves")).toEqual(["fuel"]);
    expect(names(null)).toEqual(names("Camping"));
    expect(facets.of("Boats")).toEqual([]);
  });

  test("[FCT-6] come with merged values, coverage and spoken ranges", () => {
    const [colour, weight] = facets.of("Tents");
    expect(colour).toMatchObject({ coverage: 1, ranges: null, unit: null });
    expect(colour?.values[0]).toEqual({ value: "Black", count: 16 });
    expect(weight).toMatchObject({ coverage: 1, unit: "g" });
    expect(weight?.ranges?.map(({ label, count }) => [label, count])).toEqual([
      ["under 1.5 kg", 10],
      ["1.5 to 2 kg", 9],
      ["2 to 2.5 kg", 8],
      ["2.5 kg and more", 13],
    ]);
  });

  test("[FCT-6] what titles name matters more", () => {
    const untitled = facetsOf(SHOP.map((product) => ({ ...product, title: "Thing" })));
    const weightOf = (from: CategoryFacets) =>
      from.of("Tents").find(({ attribute }) => attribute === "colour")?.weight ?? 0;
    expect(weightOf(facets)).toBeGreaterThan(weightOf(untitled));
  });

  test("[FCT-6] paperwork counts where titles name it", () => {
    const plants = ["Kenya", "Peru", "Brazil"].flatMap((origin, place) =>
      Array.from({ length: 5 }, (_, more) =>
        makeProduct(`c${place}${more}`, `Coffee ${origin}`, 10, {
          categories: ["Coffee"],
          attributes: [{ name: "country of origin", value: origin }],
        }),
      ),
    );
    expect(facetsOf(plants).of("Coffee")[0]?.attribute).toBe("country of origin");
    const silent = plants.map((product) => ({ ...product, title: "Coffee" }));
    expect(facetsOf(silent).of("Coffee")).toEqual([]);
  });

  test("[FCT-6] an empty catalog has none", () => {
    expect(facetsOf([]).of(null)).toEqual([]);
  });
});
