/** What scores strategies [POL-1]. A policy is a plug-in: features in, a score for each strategy out. */
import type { Strategy } from "../dialogue/strategies.ts";
import type { Talk } from "../dialogue/talk.ts";
import type { Features } from "./features.ts";

/** Non-negative; need not sum to one. The scheduler masks, weights and normalises. A missing strategy scores 0. */
export type Scores = Partial<Record<Strategy, number>>;

export interface Policy {
  readonly name: string;
  readonly version: string;
  /** What its file says of how it was fitted. */
  readonly training?: Readonly<Record<string, string | number | boolean>>;
  /** @param talk what was said so far, for policies that listen to it; without it they make do with the features. */
  score(features: Features, talk?: Talk): Scores;
  /** The strongest reasons for a strategy in this situation, in words a merchant understands; strongest first. */
  explain(features: Features, strategy: Strategy, talk?: Talk): string[];
  /** The chance, from 0 to 1, that the conversation ends in success from here; absent where nothing was learned of it. */
  expectedSuccess?(features: Features): number;
  /** What the scheduler mixes into the distribution so that a policy that learns keeps seeing every act [POL-7]. */
  readonly exploration?: Exploration;
  /**
   * The policy that acts in one conversation: one that is unsure of its weights draws them here, and holds on to them, so
   * that what it tries is tried whole. Absent where nothing is drawn.
   * @param chance uniform on [0, 1); the same chance draws the same policy.
   */
  draw?(chance: () => number): Policy;
}

export interface Exploration {
  /** Least probability of each strategy on offer. */
  floor: number;
  /** Share of uniform choice. */
  uniform: number;
}
