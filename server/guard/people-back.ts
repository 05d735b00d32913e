/** When a shop's people are back is no item's availability: it rests on the shop's hours, not on the catalog [AGT-5]. */
import { type PeopleBack, sayWhenBack } from "../initiative/opening-hours.ts";

const PEOPLE_ARE = /\bpeople are back $/i;
const BORNE_OUT = "later";

/** The sentence with "later" for a return of the people that the hours bear out; every place keeps its offset. */
export function withoutPeopleBack(sentence: string, back: PeopleBack | null): string {
  if (back === null) return sentence;
  for (const words of [sayWhenBack(back, 24), sayWhenBack(back, 12)]) {
    const start = sentence.indexOf(words);
    const before = sentence.slice(0, Math.max(start, 0));
    if (PEOPLE_ARE.test(before))
      return before + BORNE_OUT.padEnd(words.length) + sentence.slice(start + words.length);
  }
  return sentence;
}
