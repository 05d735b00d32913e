import { matchesOf } from "./matches-of.ts";
import type { Reading } from "./read-sentence.ts";
import type { Support } from "./support.ts";
import type { Verdict } from "./verdict.ts";

/** Something a sentence may not say. `start` and `end` are in the normalised text. */
export interface Finding {
  type: Exclude<Verdict["type"], "pass">;
  start: number;
  end: number;
  why: string;
}

/** One family of checks. */
export type Check = (reading: Reading, support: Support) => Finding[];

/** Findings for every match of a pattern in a text that starts at `offset`. */
export function findAll(
  pattern: RegExp,
  text: string,
  offset: number,
  type: Finding["type"],
  why: string,
): Finding[] {
  return matchesOf(pattern, text).map((match) => ({
    type,
    start: offset + match.index,
    end: offset + match.index + match[0].length,
    why,
  }));
}
