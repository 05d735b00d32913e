/** A drawn shopper in words. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { briefOf, type ShopperBrief } from "../../../../server/learn/roles/shopper-brief.ts";
import { drawShopper } from "../../../../server/learn/simulator/draw-shopper.ts";
import { POPULATIONS, type PopulationName } from "../../../../server/learn/simulator/populations.ts";
import { shelvesOf } from "../../../../server/learn/simulator/shelves.ts";
import { anyProducts, lamps, roomsOf } from "../simulator/catalogs.ts";

function drawn(
  products: Parameters<typeof roomsOf>[0],
  seed: string,
  population: PopulationName = "training",
) {
  const { catalog } = roomsOf(products);
  const shopper = drawShopper(shelvesOf(catalog.products), POPULATIONS[population], seed, catalog.currency);
  if (shopper === null) return null;
  const product = (sku: string) => catalog.product(sku);
  const brief: ShopperBrief = briefOf({ ...shopper, population, seed, currency: catalog.currency, product });
  return { ...shopper, brief };
}
const seeds = Array.from({ length: 40 }, (_, at) => `s${at}`);

describe("[POL-4] a shopper's brief", () => {
  it("holds the goal, every wish and the patience that the built-in shopper has by the same seed", () => {
    for (const seed of seeds) {
      const { brief, goal, persona } = drawn(lamps(), seed) ?? {};
      if (!brief || !goal || !persona) throw new Error("nothing is in stock");
      expect(brief.wishes).toHaveLength(goal.needs.length);
      expect(brief.wishes.filter(({ weight }) => weight === "must")).toHaveLength(
        goal.needs.filter(({ firmness }) => firmness === "must").length,
      );
      expect(brief.patience).toBeGreaterThanOrEqual(persona.patience[0]);
      expect(brief.patience).toBeLessThanOrEqual(persona.patience[1]);
      expect(brief.ideal.title).toMatch(/^Harbour Lamp/);
    }
  });

  it("names budgets as amounts, with what is said at first where it is less", () => {
    const budgets = seeds
      .flatMap((seed) => drawn(lamps(), seed)?.brief.wishes ?? [])
      .filter(({ wish }) => wish.startsWith("costs "));
    expect(budgets.length).toBeGreaterThan(5);
    for (const { wish, at_first } of budgets) {
      expect(wish).toMatch(/^costs \$\d[\d.,]* at most$/);
      expect(at_first).not.toBe(wish);
    }
    expect(budgets.some(({ at_first }) => at_first !== undefined)).toBe(true);
  });

  it("says of contrarians what moves them, and nothing against it", () => {
    for (const seed of seeds) {
      const { person = [] } = drawn(lamps(), seed, "contrarian")?.brief ?? {};
      expect(person.filter((line) => /opinion|convince you|cold/.test(line))).toEqual([
        expect.stringMatching(/^Facts and comparisons convince you; opinions/),
      ]);
    }
  });

  it("reads as words whatever the catalog holds", () => {
    fc.assert(
      fc.property(anyProducts, fc.integer({ min: 0, max: 1e6 }), (products, seed) => {
        const text = JSON.stringify(drawn(products, `${seed}`)?.brief ?? {});
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }),
      { numRuns: 30 },
    );
  });
});
