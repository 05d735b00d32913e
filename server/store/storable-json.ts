/**
 * JSON as PostgreSQL's `jsonb` takes it. A shopper can send what is a valid JavaScript string and no valid `jsonb`: a
 * NUL, or half of a surrogate pair. Both become U+FFFD, so that no message can make the store fail.
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes("\\u")) return json;
  // Matching every escape keeps an escaped backslash before "u0000" from being taken for an escape itself.
  return json.replace(/\\(?:u([0-9a-f]{4})|.)/g, (sequence, hex: string | undefined) =>
    hex !== undefined && (hex === "0000" || /^d[89a-f]/.test(hex)) ? "\\ufffd" : sequence,
  );
}

/** The same repair for a plain text column. */
export function storableText(text: string): string {
  const repaired: unknown = JSON.parse(storableJson(text));
  return typeof repaired === "string" ? repaired : "";
}
