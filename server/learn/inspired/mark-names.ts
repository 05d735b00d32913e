/**
 * Marks names in text that nobody annotated: kinds of item by a list, titles and people by their capitals. Coarse, but what
 * matters is that something was named, not what.
 */
export function markNames(text: string, kinds: Iterable<string>): string {
  return text
    .replaceAll("QUOTATION_MARK", '"')
    .replace(kindPattern(kinds), "<kind>")
    .replace(CAPITALISED, "<item>");
}

/** Capitalised words in the middle of a sentence, with the small words that titles join them with. */
const CAPITALISED =
  /(?<=[a-z,;:"'>] +"?)(?!(?:I|OK|TV)\b)[A-Z0-9][\w'.:-]*(?: +(?:of|the|and|in|a|to|with|for|on|[A-Z0-9][\w'.:-]*))*(?<! (?:of|the|and|in|a|to|with|for|on))/g;

const patterns = new WeakMap<object, RegExp>();

/** Plurals count: "dramas", "comedies". A list that is asked for again is not put together anew. */
function kindPattern(kinds: Iterable<string>): RegExp {
  const known = patterns.get(kinds);
  if (known) return known;
  const stems = [...kinds].map((kind) => kind.replace(/[^\p{L}\p{N}]+/gu, "[ -]?").replace(/y$/, "(?:y|ie)"));
  const pattern = stems.length === 0 ? /(?!)/g : new RegExp(`\\b(?:${stems.join("|")})s?\\b`, "giu");
  patterns.set(kinds, pattern);
  return pattern;
}
