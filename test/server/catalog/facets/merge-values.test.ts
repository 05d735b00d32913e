import { describe, expect, test } from "vitest";
import { mergeFacets, type RawFacet } from "../../../../server/catalog/facets/merge-values.ts";
import { parseMeasure } from "../../../../server/catalog/import/parse-measure.ts";

function facet(attribute: string, value: string, count = 1): RawFacet {
  return { attribute, value, ...parseMeasure(value), count };
}

/** What is left of values, each with how many products have it. */
function merged(attribute: string, values: string[]): string[] {
  return mergeFacets(values.map((value, place) => facet(attribute, value, values.length - place))).facets.map(
    ({ value }) => value,
  );
}

const SAME: [attribute: string, ...values: string[]][] = [
  ["colour", "Grey", "gray", "GRAY ", "grey."],
  ["colour", "Blue/White", "White / Blue", "blue & white", "White and Blue"],
  ["colour", "Crème", "creme"],
  ["colour", "Navy Blue", "navy-blue"],
  ["material", "Stainless Steel", "stainless-steel", "STAINLESS STEEL®"],
  ["material", "Aluminium", "aluminum"],
  ["storage", "16 GB", "16GB", "16384 MB", "16 gb"],
  ["storage", "1 TB", "1000 GB", "1024 GB"],
  ["weight", "1.2 kg", "1200 g", "1,200 g", "1,2 kg"],
  ["screen size", '15.6"', "15.6 in", "15.6-inch", "39.6 cm", "39.62 cm"],
  ["type", "Backpack", "backpacks", "Back-packs".replace("-", "")],
  ["size", "XXL", "2XL", "xx-large"],
  ["size", "Large", "L"],
  ["features", "yes", "true"],
];

const APART: [attribute: string, ...values: string[]][] = [
  ["colour", "Navy Blue", "Blue", "Light Blue", "Blue/White", "Blue/White/Red"],
  ["size", "XL", "XXL", "L", "XS", "S", "M"],
  ["screen size", '15.6"', '15"', '15.4"', '16"', "40 cm"],
  ["weight", "1.2 kg", "1.2 g", "1.25 kg", "1.2 lb"],
  ["storage", "16 GB", "16 MB", "32 GB"],
  ["battery life", "10 h", "up to 10 h", "10 min"],
  ["energy class", "A", "A+", "A++"],
  ["connector", "USB A/USB B", "USB B/USB A"],
  ["angle", "-30°", "30°"],
  ["model", "S7", "S 70", "S7 edge"],
  ["waterproof", "IP67", "IP68"],
];

describe("near-duplicate values", () => {
  test.each(SAME)("[FCT-3] %s: %s and others become one", (attribute, ...values) => {
    expect(merged(attribute, values)).toEqual([values[0]]);
  });

  test.each(APART)("[FCT-3] %s: %s and others stay apart", (attribute, ...values) => {
    expect(merged(attribute, values)).toEqual(values);
  });

  test("[FCT-3] the most usual spelling stands for all, counts add up, and each place leads to its value", () => {
    const raw = [
      facet("colour", "gray", 2),
      facet("material", "gray", 1),
      facet("colour", "Grey", 5),
      facet("colour", "red", 1),
      facet("colour", "GREY", 1),
    ];
    const { facets, of } = mergeFacets(raw);
    expect(facets).toEqual([
      { attribute: "colour", value: "Grey", count: 8 },
      { attribute: "colour", value: "red", count: 1 },
      { attribute: "material", value: "gray", count: 1 },
    ]);
    expect([...of].map((place) => facets[place]?.value)).toEqual(["Grey", "gray", "Grey", "red", "Grey"]);
    expect(raw[0]).toEqual({ attribute: "colour", value: "gray", count: 2 });
  });

  test("[FCT-3] merging what is merged changes nothing", () => {
    const raw = [...SAME, ...APART].flatMap(([attribute, ...values]) =>
      values.map((value) => facet(attribute, value)),
    );
    const once = mergeFacets(raw).facets;
    expect(mergeFacets(once).facets).toEqual(once);
  });
});
