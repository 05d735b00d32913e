/** Fits the members of the prior, and puts them together as the data that the policy is made of. */
import { ACTS } from "../../dialogue/talk.ts";
import type { PriorMember, PriorModel } from "../../strategy/policies/prior-model.ts";
import { chanceFrom } from "../../turn/chance.ts";
import { trainBoosting } from "./boosting.ts";
import type { Lesson } from "./lesson.ts";
import { trainLogistic } from "./logistic.ts";
import { trainNetwork } from "./network.ts";

/** Logistic regressions are told apart by the strength of their penalty. */
export const PENALTIES = [12, 24, 48] as const;
export type MemberName = `logistic, penalty ${(typeof PENALTIES)[number]}` | "boosted trees" | "network";

const YIELD_PENALTY = 24;
/** Digits of weights that are kept: more would only lengthen the file. */
const DIGITS = 4;

/** The same lesson and seed give the same member. */
export function fitMember(name: MemberName, { acts, names }: Lesson, seed: string): PriorMember {
  const chance = chanceFrom(`${seed} ${name}`);
  if (name === "boosted trees") {
    const { base, rounds } = trainBoosting(acts.rows, acts.wanted, {
      rounds: 80,
      depth: 3,
      rate: 0.1,
      penalty: 5,
      curvatureMin: 3,
      rowShare: 0.5,
      columnShare: 0.2,
      seenMin: 300,
      chance,
    });
    return {
      kind: "boosted-trees",
      base: base.map(rounded),
      rounds: rounds.map((trees) =>
        trees.map(({ columns, thresholds, leaves }) => ({
          columns,
          thresholds: thresholds.map((threshold) => (Number.isFinite(threshold) ? rounded(threshold) : null)),
          leaves: leaves.map(rounded),
        })),
      ),
    };
  }
  if (name === "network") {
    const network = trainNetwork(acts.rows, acts.wanted, {
      hidden: 16,
      epochs: 5,
      rate: 2e-3,
      decay: 0.02,
      dropFeatures: 0.2,
      dropUnits: 0.3,
      chance,
    });
    return {
      kind: "network",
      inward: inRows(network.inward, network.hidden),
      inwardBias: [...network.inwardBias].map(rounded),
      outward: inRows(network.outward, ACTS.length),
      outwardBias: [...network.outwardBias].map(rounded),
      direct: inRows(network.direct, ACTS.length),
    };
  }
  const penalty = Number(name.replace("logistic, penalty ", ""));
  const weights = trainLogistic(acts.rows, acts.wanted, penalty);
  if (weights.length !== names.length * ACTS.length) throw new Error("Weights and features do not match.");
  return { kind: "logistic", weights: inRows(weights, ACTS.length) };
}

/** Log-odds that a turn ends, a weight for each feature. */
export function fitYield({ pauses }: Lesson): number[] {
  const weights = trainLogistic(pauses.rows, pauses.wanted, YIELD_PENALTY);
  return inRows(weights, 2).map(([goesOn = 0, ends = 0]) => rounded(ends - goesOn));
}

export function assemblePrior(
  lesson: Lesson,
  members: readonly PriorMember[],
  yields: readonly number[],
  temperature = 1,
): PriorModel {
  return { features: lesson.names, acts: ACTS, members, temperature, yield: yields };
}

function inRows(values: Float64Array, width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, row) =>
    [...values.subarray(row * width, (row + 1) * width)].map(rounded),
  );
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
