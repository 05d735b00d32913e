import { expect, test } from "vitest";
import { buildCatalog } from "../../../server/catalog/catalog.ts";
import { createUnderstanding } from "../../../server/understand/understand.ts";
import { makeProduct } from "../catalog/make-product.ts";
import { situations } from "./situations.ts";

const size = (value: string, number?: number, unit?: string) => ({
  name: "size",
  value,
  ...(number !== undefined && { number }),
  ...(unit !== undefined && { unit }),
});
const products = [
  makeProduct("frame", "Tern Frame", 300, { categories: ["Frames"], attributes: [size("50 cm", 50, "cm")] }),
  ...["S", "M", "L"].map((letter) =>
    makeProduct(letter, `Moth Helmet ${letter}`, 60, { categories: ["Hoodies"], attributes: [size(letter)] }),
  ),
];
const understand = createUnderstanding(
  buildCatalog({ version: 1, products, reviews: [], currency: "USD" }).vocabulary,
  products,
);

test("[NLU-1] a measure answers the question on the size, though most sizes are letters", () => {
  const { preferences } = understand("50 cm", situations["size asked"]);
  expect(preferences).toEqual([
    expect.objectContaining({ attribute: "size", operator: "is", value: "50 cm" }),
  ]);
});

test("[NLU-1] one hoodie is of the kind Hoodies", () => {
  expect(understand("a hoodie", situations.fresh).preferences).toEqual([
    expect.objectContaining({ attribute: "category", value: "Hoodies" }),
  ]);
});
