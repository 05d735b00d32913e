import { describe, expect, it } from "vitest";
import { prepareRooms } from "../../../../server/catalog-rooms.ts";
import {
  actEntropy,
  bootstrapInterval,
  compare,
  figuresOf,
  wilsonInterval,
} from "../../../../server/learn/simulator/compare-policies.ts";
import { openEpisodePool } from "../../../../server/learn/simulator/episode-pool.ts";
import type { EpisodesRequest, HeldEpisode } from "../../../../server/learn/simulator/hold-episodes.ts";
import { lamps } from "./catalogs.ts";

const episode = (success: boolean, part: Partial<HeldEpisode> = {}): HeldEpisode => ({
  seed: "s",
  persona: "decisive",
  kind: "lamp",
  ending: success ? { outcome: "accepted", sku: "a" } : { outcome: "left", because: "gave-up" },
  success,
  turns: 5,
  rejections: 0,
  annoyance: 0,
  questionsAsked: 0,
  questionsAnswered: 0,
  ledger: { answered: 0, raised: 0 },
  reward: { success: 0, turns: 0, rejections: 0, annoyance: 0, answered: 0, total: 0 },
  acts: { credibility: 2, "offer-help": 2 },
  ...part,
});

describe("figures", () => {
  it("[POL-6] give a share with Wilson's interval", () => {
    // Reference: Newcombe (1998), 81 of 263.
    const [low, high] = wilsonInterval(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
    expect(wilsonInterval(10, 10)[1]).toBe(1);
  });

  it("[POL-6] pair the difference by conversation, so that what fails for all does not blur it", () => {
    const seeds = Array.from({ length: 100 }, (_, at) => at);
    const a = { name: "a", episodes: seeds.map((at) => episode(at % 2 === 0 || at < 20)) };
    const b = { name: "b", episodes: seeds.map((at) => episode(at % 2 === 0)) };
    const { difference, low, high } = compare(a, b, "seed");
    expect(difference).toBeCloseTo(0.1);
    expect(low).toBeGreaterThan(0.03);
    expect(high).toBeLessThan(0.18);
    expect(compare(a, b, "seed")).toEqual(compare(a, b, "seed"));
    expect(compare(a, a, "seed")).toMatchObject({ difference: 0, low: 0, high: 0 });
  });

  it("take an interval of nothing for nothing", () => {
    expect(bootstrapInterval([], "seed")).toEqual([0, 0]);
    expect(figuresOf("a", [])).toMatchObject({ episodes: 0, success: 0, turns: 0, entropy: 0 });
  });

  it("measure how varied the acts are, in nats", () => {
    expect(actEntropy([episode(true)])).toBeCloseTo(Math.log(2));
    expect(actEntropy([episode(true, { acts: { credibility: 9 } })])).toBeCloseTo(0);
  });
});

describe("a pool of episodes", () => {
  const prepared = prepareRooms({ version: 1, products: lamps(), reviews: [] }, "USD");
  const request: EpisodesRequest = {
    policy: "rules",
    mode: "sociable",
    population: "training",
    keep: { lines: true },
  };
  const seeds = Array.from({ length: 10 }, (_, at) => `pool/${at}`);

  it("[POL-4] holds the same talks on two threads as on none", { timeout: 120_000 }, async () => {
    const [here, threads] = [
      await openEpisodePool(prepared, { threads: 0 }),
      await openEpisodePool(prepared, { threads: 2 }),
    ];
    try {
      const told: number[] = [];
      const held = await threads.hold(request, seeds, (done) => told.push(done));
      expect(held).toEqual(await here.hold(request, seeds));
      expect(held.map(({ seed }) => seed)).toEqual(seeds);
      expect(told.at(-1)).toBe(seeds.length);
    } finally {
      await threads.close();
    }
  });

  it("says why a policy or a catalog is of no use", async () => {
    const pool = await openEpisodePool(prepared, { threads: 0 });
    await expect(pool.hold({ ...request, policy: "nobody" }, seeds)).rejects.toThrow(
      "no policy is called nobody",
    );
    await expect(pool.hold({ ...request, policy: { format: "?" } }, seeds)).rejects.toThrow("cannot be used");
    const empty = await openEpisodePool(prepareRooms({ version: 1, products: [], reviews: [] }, "USD"), {
      threads: 0,
    });
    await expect(empty.hold(request, seeds)).rejects.toThrow("nothing in stock");
  });
});
