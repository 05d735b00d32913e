/** How many people it has to do for: "for two", "a tent for 4 people", "2-person". */
import type { HeardPreference } from "../dialogue/understanding.ts";
import { findAll, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

const NUMBERS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
};
const COUNT = `(\\d{1,2}|${Object.keys(NUMBERS).join("|")})`;
const PARTY = new RegExp(
  `\\bfor ${COUNT}(?: (?:people|persons?|adults?|of us|riders?|sleepers?))?(?= ?[?.,!]|$| (?:under|below|with|that|which|and|but|in|up to|around)\\b)|\\b${COUNT}(?: ?- ?| )(?:persons?|people|ppl|pax|man|berth)\\b|\\b(?:sleep(?:s|ing)?|seat(?:s|ing)?|serv(?:es|ing)|family of|group of|party of) ${COUNT}\\b|\\b(?:we are|we will be|there are|there will be) (?:only |just |usually |mostly )?${COUNT}(?: of us)?(?= ?[?.,!]|$)|\\b${COUNT} of us\\b`,
  "g",
);
/** What catalogs call the number of people a thing is made for. */
const ATTRIBUTES = [
  "sleeps",
  "serves",
  "persons",
  "person",
  "people",
  "number of people",
  "seats",
  "capacity (persons)",
];

export interface Party extends Span {
  preference: Pick<HeardPreference, "attribute" | "operator" | "value" | "firmness" | "exact">;
}

/** As an attribute of the catalog where it has one for it, else as a soft wish in words. */
export function findParties(context: Context): Party[] {
  return findAll(context.message, PARTY).flatMap(({ from, to, match }) => {
    const attribute = context.lexicon.attributeNamed(ATTRIBUTES);
    const said = match.slice(1).find((group) => group !== undefined) ?? "";
    const people = NUMBERS[said] ?? Number(said);
    if (people === 0) return [];
    const { plain, plainStarts } = context.message;
    const isBound =
      /\b(?:at least|min(?:imum)?|more than|up to) $/.test(plain.slice(0, plainStarts[from])) ||
      /^ ?(?:\+|or more|and more|or up|plus)/.test(plain.slice(plainStarts[to] ?? plain.length));
    const preference = attribute
      ? ({
          attribute: attribute.name,
          operator: "at-least",
          value: people,
          firmness: "must",
          ...(isBound ? {} : { exact: true as const }),
        } as const)
      : ({ attribute: "feature", operator: "is", value: `${people} person`, firmness: "prefer" } as const);
    return [{ from, to, preference }];
  });
}
