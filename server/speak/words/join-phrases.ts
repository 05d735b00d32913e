/** Lists as the shopper's English joins them: "a, b, and c" in the United States, "a, b and c" in Britain. */

export function joinWithAnd(phrases: readonly string[], locale: string): string {
  return join(phrases, "conjunction", locale);
}

export function joinWithOr(phrases: readonly string[], locale: string): string {
  return join(phrases, "disjunction", locale);
}

function join(phrases: readonly string[], type: "conjunction" | "disjunction", locale: string): string {
  return formatOf(type, englishOf(locale)).format(phrases);
}

/** Making a format takes longer than joining a turn's words with it. */
const formats = new Map<string, Intl.ListFormat>();

function formatOf(type: "conjunction" | "disjunction", locale: string): Intl.ListFormat {
  const key = `${type} ${locale}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.ListFormat(locale, { type });
    if (formats.size >= KNOWN_MAX) formats.clear();
    formats.set(key, format);
  }
  return format;
}

/** Asking the engine what it knows takes longer than joining words; there are few locales, and shoppers bring them. */
const known = new Map<string, string>();
const KNOWN_MAX = 200;

/** The built-in voice is English; a shopper elsewhere gets that English which has its conventions nearest. */
export function englishOf(locale: string): string {
  let english = known.get(locale);
  if (english === undefined) {
    english = /^en\b/i.test(locale) && Intl.ListFormat.supportedLocalesOf(locale).length > 0 ? locale : "en";
    if (known.size >= KNOWN_MAX) known.clear();
    known.set(locale, english);
  }
  return english;
}
