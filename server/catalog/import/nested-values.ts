import { createHash } from "node:crypto";
import type { Attribute, Review } from "../product.ts";
import { attributeOf } from "./attribute-names.ts";
import { categoryPath, distinct } from "./cell-values.ts";
import { plainLine, plainText } from "./plain-text.ts";
import { DEEPEST, isDeeper, isObject } from "./read-json.ts";

/** A cell as text. Of a list its first element, of a translated text English or else the first language. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return textOf(value[0]);
  if (!isObject(value)) return "";
  const named =
    value.en ??
    value["en-US"] ??
    value.en_US ??
    value.name ??
    value.title ??
    value.label ??
    value.value ??
    value.text ??
    value["#text"];
  return named === undefined
    ? textOf(Object.values(value).find((inner) => typeof inner === "string"))
    : textOf(named);
}

/** All texts of a cell: the elements of a list, else the one. Empty ones are left out. */
export function textsOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.map(textOf).filter((text) => text !== "");
}

/** Tables carry lists and objects as JSON text, or as Python prints them: `['a', 'b']`. */
export function parsedCell(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{].*[\]}]\s*$/s.test(value)) return value;
  for (const candidate of [value, value.replaceAll("'", '"')]) {
    try {
      const parsed: unknown = JSON.parse(candidate);
      return isDeeper(parsed, DEEPEST) ? value : parsed;
    } catch {
      // The next spelling, or the text as it is.
    }
  }
  return value;
}

/** Categories from broad to narrow, from a path in one text, a list of names, a list of paths, or levels by key. */
export function pathOf(value: unknown): string[] {
  if (isObject(value) && Object.keys(value).some((key) => /^(lvl|level)_?\d$/i.test(key))) {
    const levels = Object.entries(value).sort(([one], [other]) => one.localeCompare(other));
    return pathOf(levels.map(([, level]) => textOf(level)));
  }
  const paths = textsOf(value).map((text) => categoryPath(plainLine(text)));
  const deepest = paths.reduce<string[]>((best, path) => (path.length > best.length ? path : best), []);
  return deepest.length > 1 ? deepest : distinct(paths.flat());
}

/**
 * Attributes from `{ colour: "red" }`, `[{ name: "colour", value: "red" }]` in its many spellings (Google's
 * `product_detail`, schema.org's `PropertyValue`), and from text such as "Colour: red; Size: M".
 */
export function nestedAttributes(value: unknown): Attribute[] {
  const pairs = Array.isArray(value)
    ? value.flatMap(pairsOfElement)
    : isObject(value)
      ? pairsOfElement(value)
      : pairsOfText(textOf(value));
  return pairs
    .flatMap(([name, given]) =>
      (Array.isArray(given) ? given : [given]).map((one) =>
        attributeOf(name, typeof one === "boolean" ? one : textOf(one)),
      ),
    )
    .filter((attribute) => attribute !== null);
}

/** The names of options declared apart from their values: Shopify's `options: [{ name, values }]`. */
export function nestedOptions(value: unknown): string[] {
  return Array.isArray(value) ? value.map((option) => textOf(isObject(option) ? option.name : option)) : [];
}

function pairsOfElement(element: unknown): [string, unknown][] {
  if (!isObject(element)) return pairsOfText(textOf(element));
  const name =
    element.name ??
    element.attribute_name ??
    element.key ??
    element.label ??
    element.attribute ??
    element.property;
  const value = element.value ?? element.attribute_value ?? element.values ?? element.options ?? element.val;
  if (typeof name === "string" && value !== undefined) return [[name, value]];
  const wrapped = Object.values(element).find(
    (inner) => isObject(inner) || (Array.isArray(inner) && inner.some(isObject)),
  );
  if (wrapped !== undefined) return (Array.isArray(wrapped) ? wrapped : [wrapped]).flatMap(pairsOfElement);
  return Object.entries(element).filter(([key]) => key !== "section_name");
}

function pairsOfText(text: string): [string, unknown][] {
  const parts = text
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const pairs = parts.map((part) => /^(\p{L}[\p{L}\p{N} ()/.&-]{1,39})[:=]\s*(.+)$/u.exec(part));
  return pairs.every((pair) => pair !== null)
    ? pairs.flatMap((pair) => (pair?.[1] && pair[2] ? [[pair[1].trim(), pair[2]]] : []))
    : [];
}

/** Reviews that say something and have a rating from 1 to 5. Ids are the file's, or made of what the review says. */
export function nestedReviews(value: unknown, sku: string): Review[] {
  if (!Array.isArray(value)) return [];
  const seen = new Set<string>();
  return value.filter(isObject).flatMap((review) => {
    const text = plainText(
      textOf(
        review.text ??
          review.comment ??
          review.body ??
          review.content ??
          review.review ??
          review.reviewText ??
          review.message,
      ),
    );
    const rating = Number(textOf(review.rating ?? review.stars ?? review.score ?? review.reviewRating));
    const author = plainLine(
      textOf(
        review.author ??
          review.reviewer ??
          review.reviewerName ??
          review.user ??
          review.customer ??
          review.name ??
          review.username,
      ),
    );
    if (text === "" || !(rating >= 1 && rating <= 5)) return [];
    const at = dateOf(
      review.at ??
        review.date ??
        review.createdAt ??
        review.created_at ??
        review.reviewDate ??
        review.published ??
        review.time,
    );
    const id =
      textOf(review.id ?? review.reviewId ?? review._id) ||
      createHash("sha256").update([sku, author, text, at].join("\n")).digest("hex").slice(0, 16);
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ id, sku, author, rating, text, at }];
  });
}

/** ISO 8601, by day; empty when the review tells no date that can be read. */
function dateOf(value: unknown): string {
  const time = typeof value === "number" ? value * (value < 1e11 ? 1000 : 1) : Date.parse(textOf(value));
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
