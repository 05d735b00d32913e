import type { HeldEpisode } from "../simulator/hold-episodes.ts";

/** Some of the talks were not held to their end, because the run's tokens are spent. */
export class TokensSpent extends Error {
  override readonly name = "TokensSpent";
  /** Those that were, in the order of their seeds. */
  readonly held: HeldEpisode[];
  constructor(held: HeldEpisode[]) {
    super("the run's tokens are spent");
    this.held = held;
  }
}
