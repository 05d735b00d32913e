import { type BucketRange, isInRange } from "./bucket-ranges.ts";

/** @returns the place of the arm whose range holds the share; -1 where none does: the unit is not in the experiment. */
export function chooseVariation(share: number, ranges: readonly BucketRange[]): number {
  return ranges.findIndex((range) => isInRange(share, range));
}
