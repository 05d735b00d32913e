/** Lists as the shopper's English joins them: "a, b, and c" in the United States, "a, b and c" in Britain. */

export function joinWithAnd(phrases: readonly string[], locale: string): string {
  return join(phrases, "conjunction", locale);
}

export function joinWithOr(phrases: readonly string[], locale: string): string {
  return join(phrases, "disjunction", locale);
}

function join(phrases: readonly string[], type: "conjunction" | "disjunction", locale: string): string {
  return new Intl.ListFormat(englishOf(locale), { type }).format(phrases);
}

/** The built-in voice is English; a shopper elsewhere gets that English which has its conventions nearest. */
export function englishOf(locale: string): string {
  return /^en\b/i.test(locale) && Intl.ListFormat.supportedLocalesOf(locale).length > 0 ? locale : "en";
}
