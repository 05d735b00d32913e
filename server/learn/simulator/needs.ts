/** What a shopper needs of a product, and whether a product page meets it. */
import type { ProductPage } from "./shopper.ts";

/**
 * `volunteered` needs are told unasked; `asked` ones are known but only told when somebody asks about them; `lived` ones
 * come to mind when the talk turns to use and experience. Both of the latter also come to mind before a page that lacks them.
 */
export type Knowledge = "volunteered" | "asked" | "lived";

export type NeedKind = "price" | "brand" | "text" | "number" | "flag" | "feature";

export interface Need {
  kind: NeedKind;
  /** The catalog's name for it; "price", "brand" or "feature" where that says it. */
  attribute: string;
  /** As the catalog writes it; of a price, empty. */
  value: string;
  /** Of numbers, in `unit`; of prices, in the currency's minor unit, the most that would be paid. */
  number?: number;
  unit?: string;
  /** Of prices: what is said at first, at or below `number`. */
  stated?: number;
  /** Of texts: what is said at first, until the shopper has second thoughts. */
  atFirst?: string;
  firmness: "must" | "prefer";
  knowledge: Knowledge;
}

/** `unsaid`: the page has no word on it. */
export type Finding = "meets" | "lacks" | "unsaid";

/** How far a number may be off and still be about what was wished for. */
const NUMBER_TOLERANCE = 0.15;

export function judgeNeed(page: ProductPage, need: Need): Finding {
  switch (need.kind) {
    case "price":
      return page.price.minor <= (need.number ?? Number.POSITIVE_INFINITY) ? "meets" : "lacks";
    case "brand":
      if (page.brand === null) return "unsaid";
      return sameValue(page.brand, need.value) ? "meets" : "lacks";
    case "number":
      return judgeNumber(page, need);
    case "feature":
      return mentions(page, need.value) ? "meets" : "unsaid";
    default: {
      const values = valuesOf(page, need.attribute);
      if (values.length === 0) return "unsaid";
      return values.some((value) => sameValue(value, need.value)) ? "meets" : "lacks";
    }
  }
}

export function meetsAll(page: ProductPage, needs: readonly Need[]): boolean {
  return needs.every((need) => need.firmness === "prefer" || judgeNeed(page, need) === "meets");
}

/** All values a page gives an attribute, those of variants that can be had included; a list is its parts. */
export function valuesOf(page: ProductPage, attribute: string): string[] {
  const own = page.attributes.filter(({ name }) => name === attribute).map(({ value }) => value);
  const chosen = page.variants
    .filter(({ inStock }) => inStock)
    .flatMap(({ options }) => options.filter(({ name }) => name === attribute).map(({ value }) => value));
  return [...own, ...chosen].flatMap((value) => value.split(/,\s+/));
}

function judgeNumber(page: ProductPage, { attribute, number = 0, unit }: Need): Finding {
  const stated = page.attributes.filter(
    (each) => each.name === attribute && each.number !== undefined && each.unit === unit,
  );
  if (stated.length === 0) return "unsaid";
  const isNear = (value: number) => Math.abs(value - number) <= Math.abs(number) * NUMBER_TOLERANCE;
  return stated.some((each) => isNear(each.number ?? Number.NaN)) ? "meets" : "lacks";
}

function mentions({ title, description, tags, attributes }: ProductPage, word: string): boolean {
  const wanted = word.toLowerCase();
  const texts = [title, description, ...tags, ...attributes.map(({ value }) => value)];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

function sameValue(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
