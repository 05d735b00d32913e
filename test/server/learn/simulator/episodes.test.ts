/** Whole conversations of simulated shoppers with the real turn code. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CatalogRooms } from "../../../../server/catalog-rooms.ts";
import { STRATEGIES } from "../../../../server/dialogue/strategies.ts";
import { drawShopper } from "../../../../server/learn/simulator/draw-shopper.ts";
import { createGoalCritic } from "../../../../server/learn/simulator/goal-critic.ts";
import { POPULATION_NAMES, POPULATIONS } from "../../../../server/learn/simulator/populations.ts";
import { type Episode, runEpisode } from "../../../../server/learn/simulator/run-episode.ts";
import { shelvesOf } from "../../../../server/learn/simulator/shelves.ts";
import type { Observation, Shopper } from "../../../../server/learn/simulator/shopper.ts";
import { findPolicy } from "../../../../server/strategy/policies/find-policy.ts";
import type { Policy } from "../../../../server/strategy/policy.ts";
import { anyProducts, lamps, roomsOf } from "./catalogs.ts";

const rooms = roomsOf(lamps());

function policyNamed(name: string): Policy {
  const policy = findPolicy(name);
  if (!policy) throw new Error(`no policy ${name}`);
  return policy;
}

function drawn(of: CatalogRooms, seed: string, population: keyof typeof POPULATIONS = "training") {
  return drawShopper(shelvesOf(of.catalog.products), POPULATIONS[population], seed, of.catalog.currency);
}

async function episode(
  of: CatalogRooms,
  seed: string,
  policy = "rules",
  watch?: (seen: Observation) => void,
) {
  const shopper = drawn(of, seed);
  if (!shopper) throw new Error("the catalog has nothing in stock");
  const watched: Shopper = {
    arrivesOn: shopper.shopper.arrivesOn,
    account: () => shopper.shopper.account(),
    next(observation) {
      watch?.(observation);
      return shopper.shopper.next(observation);
    },
  };
  const result = await runEpisode({
    rooms: of,
    policy: policyNamed(policy),
    mode: "sociable",
    shopper: watched,
    critic: createGoalCritic(shopper.goal),
    seed,
  });
  return { ...shopper, result };
}
const said = ({ lines }: Episode) =>
  lines.filter(({ speaker }) => speaker === "shopper").map(({ text }) => text);

describe("an episode", () => {
  it("[POL-4] is the same to the word when it is held again with the same seed", async () => {
    const [first, second] = [await episode(rooms, "again"), await episode(rooms, "again")];
    expect(second.result).toEqual(first.result);
    expect(first.result.lines.length).toBeGreaterThan(2);
  });

  it("[POL-6] brings the same shopper with the same goal before every policy", async () => {
    for (const seed of ["a", "b", "c", "d"]) {
      const [rules, random] = [await episode(rooms, seed), await episode(rooms, seed, "random")];
      expect(random.goal).toEqual(rules.goal);
      expect(random.persona).toBe(rules.persona);
      expect(said(random.result)[0]).toBe(said(rules.result)[0]);
    }
  });

  it("[POL-4] shows the shopper what a widget shows, and nothing of how it was decided", async () => {
    const seen: Observation[] = [];
    for (const seed of ["a", "b", "c"])
      await episode(rooms, seed, "rules", (observation) => seen.push(observation));
    const shown = new Set([
      "turnId",
      "seq",
      "respondsTo",
      "text",
      "cards",
      "comparison",
      "replies",
      "invitation",
      "sources",
      "at",
    ]);
    for (const { turn, pages } of seen) {
      expect(Object.keys(turn).filter((key) => !shown.has(key))).toEqual([]);
      expect(pages.map(({ sku }) => sku)).toEqual(turn.cards.map(({ sku }) => sku));
      expect(pages.flatMap((page) => Object.keys(page))).not.toContain("popularity");
      const names = JSON.stringify(turn).split(/[^a-z-]+/);
      for (const strategy of STRATEGIES.filter((name) => name.includes("-")))
        expect(names).not.toContain(strategy);
    }
    expect(seen.length).toBeGreaterThan(6);
  });

  it("[POL-4] leaves a decision record for each turn of the agent", async () => {
    const { result } = await episode(rooms, "records");
    expect(result.decisions).toHaveLength(result.turns);
    expect(result.decisions.every(({ steps }) => steps.at(-1)?.strategy === "yield")).toBe(true);
  });
});

describe("shoppers of any catalog", () => {
  it("[POL-4] come to an end, and only ever accept what has everything they need", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anyProducts, fc.integer({ min: 0, max: 1e6 }), async (products, seed) => {
        const of = roomsOf(products);
        const stocked = products.some(({ inStock }) => inStock);
        expect(drawn(of, `${seed}`) !== null).toBe(stocked);
        if (!stocked) return;
        const { result, goal, persona } = await episode(of, `${seed}`, "random");
        expect(goal.acceptable.has(goal.target)).toBe(true);
        // The last answers may go to a goodbye, and the opening comes on top.
        expect(result.turns).toBeLessThanOrEqual(persona.patience[1] + 2);
        if (result.ending.outcome === "accepted") expect(goal.acceptable).toContain(result.ending.sku);
        expect(result.success).toBe(result.ending.outcome === "accepted");
        for (const text of said(result)) {
          expect(text.trim()).not.toBe("");
          expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("[POL-6] differ from population to population, in persons and in words", () => {
    const openings = POPULATION_NAMES.map((population) => {
      const names = new Set<string>();
      for (let at = 0; at < 60; at++) names.add(drawn(rooms, `${at}`, population)?.persona.name ?? "");
      return names;
    });
    const [training = new Set<string>(), heldOut = new Set<string>()] = openings;
    expect(training.size).toBe(8);
    expect([...heldOut].filter((name) => training.has(name))).toEqual([]);
  });
});

describe("personas", () => {
  it("[POL-4] can be told apart by how long they stay and how much they write", {
    timeout: 60_000,
  }, async () => {
    const kept = new Map<string, { turns: number[]; words: number[] }>();
    for (let at = 0; at < 45; at++) {
      const { persona, result } = await episode(rooms, `p${at}`);
      const own = kept.get(persona.name) ?? { turns: [], words: [] };
      own.turns.push(result.turns);
      own.words.push(...said(result).map((text) => text.split(" ").length));
      kept.set(persona.name, own);
    }
    const mean = (numbers: readonly number[] = []) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
    const [hurried, chatty, explorer] = ["hurried", "chatty", "explorer"].map((name) => kept.get(name));
    expect(mean(hurried?.words)).toBeLessThan(mean(chatty?.words) * 0.75);
    expect(mean(hurried?.turns)).toBeLessThan(mean(explorer?.turns));
  });
});
