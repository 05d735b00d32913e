/**
 * Two more shops, whose true rows are what a fluent language model would say of their listings: paraphrase, uses, common
 * sense. They were written by somebody who knew the guard, but before the work that they were to judge, and split by
 * chance (`isUntouchedRow`): one half was read and worked on, of the other only the totals were counted, and that must
 * stay so. First look (2026-11-23): untouched 57 of 64 caught and 21 of 56 stopped; the other half 54 of 60 and 22 of 58.
 */
import { PETS } from "./pets.ts";
import { WORKSHOP } from "./workshop.ts";

export const FLUENT_SHOPS = [PETS, WORKSHOP];

/** A coin for each sentence that falls the same way whenever it is thrown: FNV-1a, one of its middle bits. */
export function isUntouchedRow(sentence: string): boolean {
  let hash = 0x811c9dc5;
  for (const character of sentence) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return ((hash >>> 13) & 1) === 1;
}
