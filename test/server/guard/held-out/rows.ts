/**
 * Six shops and their sentences. They were once held out (three of them, by whoever then worked on the guard); they are
 * tuning material now, like the tables: the guard is worked on with them, class by class, and what they measure is no
 * figure of how it does on sentences it has not seen. That figure comes from half of `independent/`.
 */
import type { Attribute, Money, Product, Review } from "../../../../server/catalog/product.ts";
import { evidenceOfProducts } from "../../../../server/guard/evidence-of-plan.ts";
import type { GuardEvidence } from "../../../../server/guard/guard-evidence.ts";
import { buildNameIndex } from "../../../../server/guard/name-index.ts";
import type { Persona } from "../../../../server/plan/turn-plan.ts";

export interface HeldOutRow {
  /** The class it is counted in. */
  kind: string;
  /** Of a false row: what kind of lie it is and where the idea comes from. */
  origin?: string;
  items: Product[];
  sentence: string;
  /** What the shopper wrote before. */
  heard?: string[];
  /** What a search counted. */
  counts?: number[];
}

/** A shop: what its sentences are checked against. */
export interface Shop {
  name: string;
  evidenceOn(row: HeldOutRow): GuardEvidence;
  truths: HeldOutRow[];
  lies: HeldOutRow[];
}

type More = Pick<HeldOutRow, "heard" | "counts">;

export const truths = (kind: string, items: Product[], sentences: string[], more: More = {}): HeldOutRow[] =>
  sentences.map((sentence) => ({ kind, items, sentence, ...more }));

export const lies = (
  kind: string,
  origin: string,
  items: Product[],
  sentences: string[],
  more: More = {},
): HeldOutRow[] => sentences.map((sentence) => ({ kind, origin, items, sentence, ...more }));

export function shopOf(
  name: string,
  stock: { products: Product[]; reviews: Review[]; persona: Persona; locale: string; currency: string },
  rows: Pick<Shop, "truths" | "lies">,
): Shop {
  const names = buildNameIndex(stock.products);
  return {
    name,
    ...rows,
    evidenceOn: ({ items, heard = [], counts = [] }) => ({
      ...evidenceOfProducts(
        items,
        stock.reviews.filter((review) => items.some((item) => item.sku === review.sku)),
        stock,
        names,
      ),
      heard,
      counts,
    }),
  };
}

type Row = Pick<Product, "sku" | "title" | "brand" | "price"> & Partial<Product>;

export const product = (row: Row): Product => ({
  description: "",
  categories: [],
  tags: [],
  url: `https://shop.example/${row.sku}`,
  imageUrl: null,
  was: null,
  inStock: true,
  attributes: [],
  variants: [],
  rating: null,
  popularity: null,
  version: 1,
  ...row,
});

/** Major units: 149 or 59.5. */
export const money =
  (currency: string) =>
  (major: number): Money => ({ minor: Math.round(major * 100), currency });

export const text = (name: string, value: string): Attribute => ({ name, value });

export const measure = (name: string, number: number, unit: string): Attribute => ({
  name,
  value: `${number} ${unit}`,
  number,
  unit,
});
