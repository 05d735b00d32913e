import type { Preference } from "./state.ts";

/**
 * The kind of thing that was asked for, where the shop's category joins it with others: "Sleeping bags" of "Sleeping bags
 * & mats" to who said "a sleeping bag". The category as it is to who said no part of it alone.
 */
export function kindAsked({ value, said }: Pick<Preference, "value" | "said">): string {
  const category = String(value);
  const parts = category.split(/\s*(?:[&,/+]|\sand\s|\sor\s)\s*/i).filter((part) => part !== "");
  if (parts.length < 2) return category;
  const asked = wordsOf(said);
  const fitting = parts.filter((part) => {
    const words = wordsOf(part);
    const isNamed = words.at(-1) !== undefined && words.at(-1) === asked.at(-1);
    return (
      isNamed && (words.every((word) => asked.includes(word)) || asked.every((word) => words.includes(word)))
    );
  });
  return fitting.length === 1 && fitting[0] !== undefined ? fitting[0] : category;
}

/** Lower-cased and without the endings of plurals: good enough to compare a shop's word with a shopper's. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => !/^(?:an?|the|some|any|new|good|your|my)$/.test(word))
    .map((word) =>
      /(?:[sxz]|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.replace(/ies$/, "y").replace(/(?<!s)s$/, ""),
    );
}
