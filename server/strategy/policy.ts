/** What scores strategies [POL-1]. A policy is a plug-in: features in, a score for each strategy out. */
import type { Strategy } from "../dialogue/strategies.ts";
import type { Features } from "./features.ts";

/** Non-negative; need not sum to one. The scheduler masks, weights and normalises. A missing strategy scores 0. */
export type Scores = Partial<Record<Strategy, number>>;

export interface Policy {
  readonly name: string;
  readonly version: string;
  score(features: Features): Scores;
  /** The strongest reasons for a strategy in this situation, in words a merchant understands; strongest first. */
  explain(features: Features, strategy: Strategy): string[];
}
