import { describe, expect, it } from "vitest";
import { type Person, placeVisitor } from "../../../server/experiment/place-visitor.ts";
import type { RunningExperiment } from "../../../server/experiment/plan.ts";
import { arm, experiment } from "../../support/experiments.ts";

const stranger = (rootId: string): Person => ({ rootId, exposed: new Map() });
const exposedTo = ({ id }: RunningExperiment, key: string): Person => ({
  rootId: "visitor",
  exposed: new Map([[id, key]]),
});
const people = Array.from({ length: 100_000 }, (_, at) => `visitor-${at}`);

/** The arm of each of many strangers; null of those outside. */
function armsOf(test: RunningExperiment, ids = people): (string | null)[] {
  return ids.map((id) => placeVisitor([test], stranger(id), "conversation").placements[0]?.arm ?? null);
}

/** How many standard errors a count is away from what chance gives. */
function strayOf(count: number, of: number, share: number): number {
  return Math.abs(count - of * share) / Math.sqrt(of * share * (1 - share));
}

describe("[EXP-1] placing a visitor", () => {
  it("splits 100,000 visitors by the weights, within chance, whatever the seed", () => {
    for (const seed of ["a", "spring", "9f0c"]) {
      const arms = [arm("control", {}, 0.5), arm("b", {}, 0.3), arm("c", {}, 0.2)];
      const placed = armsOf(experiment({ seed, arms }));
      for (const { key, weight } of arms) {
        expect(strayOf(placed.filter((each) => each === key).length, people.length, weight)).toBeLessThan(4);
      }
      expect(placed).not.toContain(null);
    }
  });

  it("places the same visitor the same every time, and differently by another seed", () => {
    const test = experiment({ seed: "one" });
    expect(armsOf(test)).toEqual(armsOf(test));
    const other = armsOf(experiment({ seed: "two" }));
    const same = armsOf(test).filter((each, at) => each === other[at]).length;
    expect(strayOf(same, people.length, 0.5)).toBeLessThan(4);
  });

  it("keeps everyone who was in, in the same arm, at every step of a ramp", () => {
    const steps = [0.01, 0.1, 0.25, 0.5, 0.99, 1];
    let before = armsOf(experiment({ id: "x", coverage: 0 }));
    expect(before.every((each) => each === null)).toBe(true);
    for (const coverage of steps) {
      const after = armsOf(experiment({ id: "x", coverage }));
      expect(before.every((each, at) => each === null || each === after[at])).toBe(true);
      expect(
        strayOf(after.filter((each) => each !== null).length, people.length, coverage),
      ).not.toBeGreaterThan(4);
      before = after;
    }
  });

  it("never puts a visitor into two experiments of disjoint ranges of one namespace", () => {
    const first = experiment({ namespace: { id: "checkout", start: 0, end: 0.4 } });
    const second = experiment({ namespace: { id: "checkout", start: 0.4, end: 1 } });
    const counts = [0, 0, 0];
    for (const id of people) {
      const { placements } = placeVisitor([first, second], stranger(id), "conversation");
      counts[placements.length] = (counts[placements.length] ?? 0) + 1;
    }
    expect(counts).toEqual([0, people.length, 0]);
    const inFirst = armsOf(first).filter((each) => each !== null).length;
    expect(strayOf(inFirst, people.length, 0.4)).toBeLessThan(4);
  });

  it("gives nobody to an arm of no weight", () => {
    const arms = [arm("control", {}, 0.5), arm("none", {}, 0), arm("b", {}, 0.5)];
    expect(new Set(armsOf(experiment({ arms })))).toEqual(new Set(["control", "b"]));
  });

  it("leaves whoever was exposed in the arm of that, whatever the hash, the ramp and a pause say", () => {
    for (const key of ["control", "brisk"]) {
      for (const part of [{ coverage: 0 }, { state: "paused" }, { seed: "another" }] as const) {
        const test = experiment(part);
        const { placements } = placeVisitor([test], exposedTo(test, key), "conversation");
        expect(placements).toEqual([{ experimentId: test.id, arm: key }]);
      }
    }
  });

  it("takes nobody in while it is paused", () => {
    const placed = armsOf(experiment({ state: "paused" }));
    expect(placed.every((each) => each === null)).toBe(true);
  });

  it("gives a halted arm's visitors what the site gives, and moves nobody to another arm", () => {
    const test = experiment({ id: "x" });
    const before = armsOf(test);
    const after = armsOf({ ...test, halted: ["brisk"] });
    expect(after).toEqual(before.map((each) => (each === "brisk" ? null : each)));
    const exposed = placeVisitor([{ ...test, halted: ["brisk"] }], exposedTo(test, "brisk"), "conversation");
    expect(exposed).toEqual({ placements: [], treatment: {} });
  });

  it("gives what all experiments give together", () => {
    const mode = experiment({ arms: [arm("brisk", { mode: "informational" }, 1)] });
    const quiet = experiment({ arms: [arm("quiet", { initiative: false }, 1)] });
    expect(placeVisitor([mode, quiet], stranger("anybody"), "conversation").treatment).toEqual({
      mode: "informational",
      initiative: false,
    });
  });

  it("[EXP-3] takes people into an experiment with a holdout when they visit, and never by their talk", () => {
    const test = experiment({ arms: [arm("shown"), arm("holdout", { widget: false })] });
    const atVisit = new Set<boolean | undefined>();
    for (const id of people.slice(0, 100)) {
      expect(placeVisitor([test], stranger(id), "conversation").placements).toEqual([]);
      const visit = placeVisitor([test], stranger(id), "visit");
      expect(visit.placements).toHaveLength(1);
      atVisit.add(visit.treatment.widget);
    }
    expect(atVisit).toEqual(new Set([undefined, false]));
    expect(placeVisitor([test], exposedTo(test, "shown"), "conversation").placements).toEqual([
      { experimentId: test.id, arm: "shown" },
    ]);
  });
});
