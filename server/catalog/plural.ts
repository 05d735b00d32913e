import pluralize from "pluralize";

/** The last word of a phrase in the plural: "gravel bike" to "gravel bikes". */
export function plural(phrase: string): string {
  return /\d\S*$/.test(phrase) ? phrase : phrase.replace(/\S+$/, (word) => pluralize.plural(word));
}
