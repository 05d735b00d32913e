import { STRATEGIES } from "../../dialogue/strategies.ts";
import type { Policy } from "../policy.ts";

/** Every strategy on offer alike: the yardstick other policies are measured against [POL-2]. */
export function createRandomPolicy(): Policy {
  return {
    name: "random",
    version: "1",
    score: () => Object.fromEntries(STRATEGIES.map((strategy) => [strategy, 1])),
    explain: () => ["drawn at random, for comparison"],
  };
}
