import { expect, test } from "vitest";
import { splitsOf } from "../../../server/catalog/attribute-splits.ts";
import { beliefsOf } from "../../../server/catalog/beliefs.ts";
import { CatalogIndexBuilder, openCatalogIndex } from "../../../server/catalog/catalog-index.ts";
import { FacetTally } from "../../../server/catalog/facet-tally.ts";
import { kindOf } from "../../../server/catalog/product-kind.ts";
import { makeProduct } from "./make-product.ts";

interface Lamp {
  score: number;
  colour: string | null;
}

/** Entropy of beliefs that need not sum to 1, in bits. */
function entropyOf(beliefs: number[]): number {
  const sum = beliefs.reduce((all, belief) => all + belief, 0);
  return beliefs.reduce(
    (entropy, belief) => entropy - (belief > 0 ? (belief / sum) * Math.log2(belief / sum) : 0),
    0,
  );
}

/** By the definition, over every lamp. */
function gainByDefinition(lamps: Lamp[]): number {
  const beliefs = lamps.map(({ score }) => Math.exp(score));
  const having = (colour: string | null) => beliefs.filter((_, at) => lamps[at]?.colour === colour);
  const unknown = having(null);
  const colours = [...new Set(lamps.flatMap(({ colour }) => colour ?? []))];
  const answers = colours.map((colour) => ({
    belief: having(colour).reduce((sum, belief) => sum + belief, 0),
    after: entropyOf([...having(colour), ...unknown]),
  }));
  const all = answers.reduce((sum, { belief }) => sum + belief, 0);
  return entropyOf(beliefs) - answers.reduce((sum, { belief, after }) => sum + (belief / all) * after, 0);
}

function colourSplit(lamps: Lamp[]) {
  const builder = new CatalogIndexBuilder("USD");
  for (const [at, { colour }] of lamps.entries()) {
    const attributes = colour === null ? [] : [{ name: "colour", value: colour }];
    const lamp = makeProduct(`lamp-${at}`, `Lamp ${at}`, 50, { categories: ["Lamps"], attributes });
    builder.add(lamp, kindOf(lamp));
  }
  const index = openCatalogIndex(builder.finish());
  const beliefs = beliefsOf(Float64Array.from(lamps, ({ score }) => score));
  const documents = Uint32Array.from(lamps.keys());
  return splitsOf(documents, beliefs, index, new FacetTally(index.facets), new Set()).find(
    ({ attribute }) => attribute === "colour",
  );
}

const COLOURS = ["red", "blue", "green", "black"];
/** Spreads numbers over all values, the same in every run. */
const scatter = (number: number) => Math.imul(number + 1, 2_654_435_761) >>> 8;
const colourOf = (number: number) => COLOURS[scatter(number) % COLOURS.length] ?? "";
const lampsOf = (size: number, lampAt: (at: number) => Lamp) =>
  Array.from({ length: size }, (_, at) => lampAt(at));

test.each<[string, Lamp[]]>([
  ["all are alike", lampsOf(400, (at) => ({ score: 0, colour: colourOf(at) }))],
  ["some are likelier", lampsOf(400, (at) => ({ score: (at % 13) / 4, colour: colourOf(at) }))],
  [
    "one stands out and alone has its colour",
    lampsOf(11, (at) => ({ score: at === 0 ? 4.5 : 0, colour: at === 0 ? "red" : "blue" })),
  ],
  [
    "many have no colour",
    lampsOf(400, (at) => ({ score: (at % 13) / 4, colour: at % 3 === 0 ? null : colourOf(at) })),
  ],
])("a question is worth the expected drop of entropy where %s", (_, lamps) => {
  expect(colourSplit(lamps)?.gain).toBeCloseTo(gainByDefinition(lamps), 6);
});

test.each([20, 200])(
  "and of many candidates it is the few likely ones that count: %i of 10,000",
  (likely) => {
    const lamps = lampsOf(10_000, (at) =>
      scatter(at) % (10_000 / likely) === 5
        ? { score: 9, colour: colourOf(at * 7) }
        : { score: 0, colour: at % 9 === 0 ? "blue" : "red" },
    );
    const split = colourSplit(lamps);
    expect(Math.abs((split?.gain ?? 0) - gainByDefinition(lamps))).toBeLessThan(0.1);
    expect(split?.coverage).toBe(1);
    const red = lamps.filter(({ colour }) => colour === "red").length;
    const told = split?.values.find(({ value }) => value === "red")?.count ?? 0;
    expect(Math.abs(told - red)).toBeLessThan(0.02 * lamps.length);
  },
);
