/**
 * Which arms a person is in, and what they are given together. Nothing is remembered for it but who was exposed: the same
 * person is placed the same by every node, today and tomorrow [EXP-1].
 */
import { bucketRanges } from "./assignment/bucket-ranges.ts";
import { chooseVariation } from "./assignment/choose-variation.ts";
import { hashShare } from "./assignment/hash.ts";
import { inNamespace } from "./assignment/namespace.ts";
import type { Arm, Placement, RunningExperiment, Treatment, Varied } from "./plan.ts";

/** A shopper, however many visitors they were known as. */
export interface Person {
  /** The visitor that the person's others are aliases of; what is hashed. */
  rootId: string;
  /** By experiment id: the arm that any of the person's visitors was exposed to first. */
  exposed: ReadonlyMap<string, string>;
}

/** What the visitor does at this moment: look at a page, or open a conversation. */
export type Occasion = "visit" | "conversation";

/**
 * Who was exposed stays in the arm of the first exposure. Anybody else is placed by hash, unless the experiment is paused. Visitors
 * of a halted arm are given what the site gives. An experiment with a holdout takes people in when they visit and at no other
 * time: whoever opens a conversation has a widget, so those would all be in its other arms.
 */
export function placeVisitor(
  experiments: readonly RunningExperiment[],
  person: Person,
  occasion: Occasion,
): { placements: Placement[]; treatment: Treatment } {
  const placed = experiments.flatMap((experiment) => {
    const arm = armOf(experiment, person, occasion);
    return arm && !experiment.halted.includes(arm.key) ? [{ experimentId: experiment.id, arm }] : [];
  });
  return {
    placements: placed.map(({ experimentId, arm }) => ({ experimentId, arm: arm.key })),
    treatment: Object.assign({}, ...placed.map(({ arm }) => arm.treatment)),
  };
}

/** Whether the arms of an experiment differ in this. */
export function varies({ arms }: Pick<RunningExperiment, "arms">, what: Varied): boolean {
  // A site without an experiment has a widget, and its agent may speak first.
  const otherwise = what === "widget" || what === "initiative" ? true : undefined;
  return new Set(arms.map(({ treatment }) => treatment[what] ?? otherwise)).size > 1;
}

function armOf(experiment: RunningExperiment, person: Person, occasion: Occasion): Arm | undefined {
  const { id, seed, state, arms, coverage, namespace } = experiment;
  const exposedTo = person.exposed.get(id);
  if (exposedTo !== undefined) return arms.find(({ key }) => key === exposedTo);
  if (state === "paused" || (occasion === "conversation" && varies(experiment, "widget"))) return undefined;
  if (namespace && !inNamespace(person.rootId, namespace)) return undefined;
  const weights = arms.map(({ weight }) => weight);
  const ranges = bucketRanges(arms.length, coverage, weights);
  return arms[chooseVariation(hashShare(seed, person.rootId, 2), ranges)];
}
