/**
 * A turn takes up what was said, then says something of substance, then hands the floor over. Strategies keep that
 * order; each stage may be skipped, and `yield` ends the turn.
 */
import type { Strategy } from "../dialogue/strategies.ts";

export const STAGES = ["uptake", "substance", "invitation", "end"] as const;
export type Stage = (typeof STAGES)[number];

const STAGE_OF: Record<Strategy, Stage> = {
  housekeeping: "uptake",
  acknowledgment: "uptake",
  "rephrase-preference": "uptake",
  similarity: "uptake",
  encouragement: "uptake",
  transparency: "substance",
  credibility: "substance",
  "personal-opinion": "substance",
  "personal-experience": "substance",
  "self-modeling": "substance",
  "opinion-inquiry": "invitation",
  "experience-inquiry": "invitation",
  "preference-confirmation": "invitation",
  "offer-help": "invitation",
  yield: "end",
};

export function stageOf(strategy: Strategy): Stage {
  return STAGE_OF[strategy];
}

/** Sorts strategies as a turn speaks them. */
export function byStage(a: Strategy, b: Strategy): number {
  return STAGES.indexOf(stageOf(a)) - STAGES.indexOf(stageOf(b));
}

/** Strategies that put a question. At most one question stands in a turn [STR-1]. */
export const ASKING: readonly Strategy[] = [
  "opinion-inquiry",
  "experience-inquiry",
  "preference-confirmation",
];
