/** Readings of single cells that several formats share. */

/** "true", "1", "yes" and their likes; null when the cell says neither. */
export function truthOf(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  const text = String(value ?? "")
    .trim()
    .toLowerCase();
  if (YES.has(text)) return true;
  if (NO.has(text)) return false;
  return null;
}
const YES = new Set([
  "true",
  "1",
  "yes",
  "y",
  "ja",
  "oui",
  "sí",
  "si",
  "да",
  "on",
  "enabled",
  "visible",
  "active",
]);
const NO = new Set(["false", "0", "no", "n", "nein", "non", "нет", "off", "disabled", "hidden", "inactive"]);

/**
 * Whether something can be bought, from the many ways feeds say it: "in stock", "in_stock", "InStock",
 * "https://schema.org/OutOfStock", a count, true. Preorder and backorder count as not in stock: nobody can have it now.
 * Null when the cell says nothing of it.
 */
export function stockOf(value: unknown): boolean | null {
  if (typeof value === "number") return value > 0;
  const truth = truthOf(value);
  if (truth !== null) return truth;
  const text = String(value ?? "")
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/schema\.org\//, "")
    .replace(/[\s_-]+/g, "");
  if (text === "") return null;
  if (/^-?\d+([.,]0+)?$/.test(text)) return Number.parseInt(text, 10) > 0;
  if (
    /^(outofstock|soldout|unavailable|notavailable|discontinued|preorder|presale|backorder|onbackorder|ausverkauft|nichtverfügbar|agotado|épuisé|esaurito|нетвналичии)/.test(
      text,
    )
  )
    return false;
  if (
    /^(instock|available|limitedavailability|lowstock|onlineonly|instoreonly|auflager|verfügbar|sofortlieferbar|lieferbar|disponible|enstock|disponibile|вналичии)/.test(
      text,
    )
  )
    return true;
  return null;
}

/** A path such as "Bikes > Gravel bikes", also with "/" or "|" between its parts. Numeric taxonomy ids are dropped. */
export function categoryPath(text: string): string[] {
  const marks = [" > ", ">", "»", "›", "|", " / ", "::", ";", "\t"];
  const mark =
    marks.find((candidate) => text.includes(candidate)) ?? (/^[^/\s]+(\/[^/\s]+)+$/.test(text) ? "/" : null);
  const parts = mark === null ? [text] : text.split(mark);
  const names = distinct(
    parts.map((part) => part.trim()).filter((part) => part !== "" && !/^\d+$/.test(part)),
  );
  return names.length > 1 && EVERYTHING.test(names[0] ?? "") ? names.slice(1) : names;
}

/** The root of a tree, which says nothing of what stands under it. */
const EVERYTHING =
  /^(products?|all|all products|home|shop|store|root|root catalog|default category|catalogue?)$/i;

/** A product category as feeds write keys: "lip_liner" is read "lip liner"; "T-Shirts" stays. */
export function withoutUnderscores(text: string): string {
  return /^[\p{L}\p{N}]+(_[\p{L}\p{N}]+)+$/u.test(text) ? text.replaceAll("_", " ") : text;
}

/** Distinct without regard to case, first spelling kept. */
export function distinct(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const key = text.toLowerCase();
    if (key === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** "Café Crème 500g" to "cafe-creme-500g". */
export function slugOf(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80)
    .replace(/-$/, "");
}

/** An address as a browser can open it: absolute as it is, relative to the shop's origin where that is known. */
export function absoluteUrl(text: string, origin: string | null): string {
  const trimmed = text.trim();
  if (/^https?:\/\//i.test(trimmed)) return trimmed;
  if (trimmed.startsWith("//")) return `https:${trimmed}`;
  if (trimmed === "" || /^[a-z]+:/i.test(trimmed)) return "";
  // Without an origin, an address from the root stays as it is: on the shop's own pages it leads to the right place.
  if (origin === null) return trimmed.startsWith("/") ? trimmed : "";
  return `${origin}/${trimmed.replace(/^\//, "")}`;
}
