/**
 * Which product a review is of. The references wait in maps and the products pass by, so that memory grows with the
 * products reviewed and not with the catalog. A review under the wrong product is worse than one under none: what two
 * products could be meant by matches neither.
 */
import { distance } from "fastest-levenshtein";
import { foldText, singularOf, wordsOf } from "../fold-text.ts";
import type { Sku } from "../product.ts";
import {
  MATCHED_BY,
  type MatchableProduct,
  type MatchedBy,
  type ProductReference,
  type ReferenceMatcher,
} from "./imported-review.ts";

export function matchReferences(references: readonly ProductReference[]): ReferenceMatcher {
  const waiting = new Map<string, number[]>();
  const found = references.map(() => new Map<MatchedBy, Set<Sku>>());
  const titleWords = references.map(({ title }) => (title === undefined ? [] : nameWords(title)));
  const expect = (key: string, index: number) => {
    const list = waiting.get(key);
    if (list === undefined) waiting.set(key, [index]);
    else list.push(index);
  };
  references.forEach((reference, index) => {
    for (const key of keysOfReference(reference)) expect(key, index);
    for (const key of similarKeys(titleWords[index] ?? [])) expect(key, index);
  });

  const note = (key: string, by: MatchedBy, { sku }: MatchableProduct, isIt: (index: number) => boolean) => {
    for (const index of waiting.get(key) ?? []) {
      const skus = found[index]?.get(by) ?? new Set();
      // Two are as ambiguous as ten.
      if (skus.size < 2 && isIt(index)) found[index]?.set(by, skus.add(sku));
    }
  };
  return {
    see(product) {
      const { sku, title, brand, url, variantSkus } = product;
      const always = () => true;
      note(`sku ${foldCode(sku)}`, "sku", product, always);
      for (const variant of variantSkus) note(`sku ${foldCode(variant)}`, "variant", product, always);
      const words = nameWords(title);
      // Shop systems number everything from 1: a product's id may be another product's sku.
      note(`id ${foldCode(sku)}`, "id", product, (index) => agrees(titleWords[index] ?? [], words));
      for (const variant of variantSkus)
        note(`id ${foldCode(variant)}`, "id", product, (index) => agrees(titleWords[index] ?? [], words));
      const handle = handleOf(url);
      if (handle !== "") note(`handle ${handle}`, "handle", product, always);
      if (foldCode(sku) !== handle) note(`handle ${foldCode(sku)}`, "handle", product, always);
      const address = addressOf(url);
      if (address !== "") note(`url ${address}`, "url", product, always);
      note(`title ${foldText(title)}`, "title", product, always);
      const brandless = withoutBrand(words, brand);
      const names = brandless.length === words.length ? [words] : [words, brandless];
      for (const name of names)
        for (const key of new Set(similarKeys(name)))
          note(key, "similar title", product, (index) =>
            isSameName(titleWords[index] ?? [], name, withoutBrand(titleWords[index] ?? [], brand)),
          );
    },
    matches: () => found.map(surest),
  };
}

/** The surest way by which anything was found; when that names two, the review stays without a product. */
function surest(found: ReadonlyMap<MatchedBy, ReadonlySet<Sku>>): { sku: Sku; by: MatchedBy } | null {
  for (const by of MATCHED_BY) {
    const [sku, another] = found.get(by) ?? [];
    if (sku === undefined) continue;
    if (another === undefined) return { sku, by };
    // "…/men/tee" and "…/women/tee" end alike; the whole address may still tell them apart.
    if (by !== "handle") return null;
  }
  return null;
}

function* keysOfReference({ sku, productId, handle, url, title }: ProductReference): Generator<string> {
  if (sku !== undefined) yield `sku ${foldCode(sku)}`;
  if (productId !== undefined) yield `id ${foldCode(productId)}`;
  const path = handle ?? (url === undefined ? "" : handleOf(url));
  if (path !== "") yield `handle ${foldCode(path)}`;
  const address = url === undefined ? "" : addressOf(url);
  if (address !== "") yield `url ${address}`;
  if (title !== undefined && foldText(title) !== "") yield `title ${foldText(title)}`;
}

function foldCode(code: string): string {
  return code.trim().toLowerCase();
}

/** The last part of a product's address, where it says anything: "/products/tern-tent?ref=1" is "tern-tent". */
export function handleOf(url: string): string {
  const parts = pathOf(url).split("/");
  const last = (parts.at(-1) ?? "").replace(/\.(?:html?|php|aspx?)$/, "");
  return SAYS_NOTHING.test(last) ? "" : last;
}

/** Where a page says which product it shows in its query only. */
const SAYS_NOTHING = /^(?:index|products?|item|detail|details|view|p|shop|dp|default|)$/;

/** An address without scheme, host, fragment and tracking: reviews outlive the shop's move to another host. */
function addressOf(url: string): string {
  const path = pathOf(url);
  if (handleOf(url) !== "") return path;
  const [, query = ""] = url.toLowerCase().split("#")[0]?.split("?") ?? [];
  const telling = query.split("&").filter((part) => !/^(?:utm_|ref|variant|fbclid|gclid|lang)/.test(part));
  return telling.every((part) => part === "") ? "" : `${path}?${telling.sort().join("&")}`;
}

function pathOf(url: string): string {
  const path = url
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:)?\/\/[^/?#]*/, "")
    .split(/[?#]/)[0];
  return decoded(path ?? "")
    .replace(/\/+$/, "")
    .replace(/^\/+/, "");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A title's words, the singular of each, without those that carry nothing, in an order of their own. */
function nameWords(title: string): string[] {
  return wordsOf(title.replace(/-/g, " "))
    .filter((word) => !FILLERS.has(word))
    .map(singularOf)
    .sort();
}
const FILLERS = new Set(["the", "a", "an", "and", "of", "for", "with", "by", "from", "in"]);

function withoutBrand(words: readonly string[], brand: string | null): string[] {
  const brandWords = new Set(brand === null ? [] : nameWords(brand));
  return words.filter((word) => !brandWords.has(word));
}

/** One or two words name no product: "Bottle" may be any. */
const NAME_WORDS_MIN = 3;

/** All of a name's words, and all but one of them: names that differ in a single word have a key in common. */
function* similarKeys(words: readonly string[]): Generator<string> {
  if (words.length < NAME_WORDS_MIN) return;
  yield `name ${words.join(" ")}`;
  for (const [place, word] of words.entries()) {
    if (word.length >= TYPO_LENGTH_MIN && !/\d/.test(word))
      yield `name ${words.filter((_, other) => other !== place).join(" ")} ?`;
  }
}

/** "Tern" and "Fern" are two tents; a slip in "trekking" is a slip. */
const TYPO_LENGTH_MIN = 6;

/**
 * The same words in any order, with one slip at the most. Numbers are never slips. The brand may be missing on either
 * side, and is no word to slip in.
 */
function isSameName(
  said: readonly string[],
  known: readonly string[],
  saidBrandless: readonly string[],
): boolean {
  return [said, saidBrandless].some((name) => {
    const missing = known.filter((word) => !name.includes(word));
    const extra = name.filter((word) => !known.includes(word));
    if (name.length !== known.length || missing.length > 1 || extra.length > 1) return false;
    const [one, other] = [missing[0] ?? "", extra[0] ?? ""];
    return one === other || isSlip(one, other);
  });
}

function isSlip(one: string, other: string): boolean {
  const isLong = Math.min(one.length, other.length) >= TYPO_LENGTH_MIN;
  return isLong && !/\d/.test(one + other) && distance(one, other) <= 1;
}

/** A third of the words in common, where the reference gives a title at all. */
function agrees(said: readonly string[], known: readonly string[]): boolean {
  if (said.length === 0) return true;
  const shared = said.filter((word) => known.includes(word)).length;
  return shared * 3 >= Math.min(said.length, known.length);
}
