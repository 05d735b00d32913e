/** Six tents and stoves of nobody's: enough to plan a turn by hand. */
import type { Candidate, CandidateSearch } from "../../server/catalog/candidates.ts";
import type { Product, Review } from "../../server/catalog/product.ts";
import { indexReviews } from "../../server/catalog/reviews/review-index.ts";
import type { DialogueState } from "../../server/dialogue/state.ts";
import type { PlanContext } from "../../server/plan/plan-context.ts";

export function product(sku: string, title: string, dollars: number, part: Partial<Product> = {}): Product {
  return {
    sku,
    title,
    description: "",
    brand: "Larkfell",
    categories: ["Camping", "Tents"],
    tags: [],
    url: `/products/${sku}`,
    imageUrl: null,
    price: { minor: dollars * 100, currency: "USD" },
    was: null,
    inStock: true,
    attributes: [],
    variants: [],
    rating: null,
    popularity: null,
    version: 1,
    ...part,
  };
}

const weight = (kilograms: number) => ({
  name: "weight",
  value: `${kilograms} kg`,
  number: kilograms,
  unit: "kg",
});
const colour = (value: string) => ({ name: "colour", value });

export const SHOP: Product[] = [
  product("tern", "Larkfell Tern Two-Person Tent", 240, {
    attributes: [weight(2.1), colour("green")],
    rating: { value: 4.6, count: 31 },
    description: "Pitches in five minutes. The fly is waterproof to 3,000 mm.",
  }),
  product("moth", "Larkfell Moth Solo Tent", 190, {
    attributes: [weight(1.2), colour("orange")],
    rating: { value: 4.1, count: 12 },
  }),
  product("barn", "Holmwood Barn Family Tent", 420, {
    brand: "Holmwood",
    attributes: [weight(7.5), colour("sand")],
    was: { minor: 48_000, currency: "USD" },
  }),
  product("wren", "Holmwood Wren Tarp", 80, {
    brand: "Holmwood",
    attributes: [weight(0.6), colour("green")],
  }),
  product("ember", "Kettle & Pine Ember Stove", 65, {
    brand: "Kettle & Pine",
    categories: ["Camping", "Stoves"],
    attributes: [weight(0.3)],
  }),
  product("flint", "Kettle & Pine Flint Stove", 95, {
    brand: "Kettle & Pine",
    categories: ["Camping", "Stoves"],
    attributes: [weight(0.2)],
    variants: [
      {
        sku: "flint-b",
        options: [{ name: "colour", value: "Black" }],
        price: { minor: 9_500, currency: "USD" },
        inStock: true,
      },
      {
        sku: "flint-s",
        options: [{ name: "colour", value: "Silver" }],
        price: { minor: 9_500, currency: "USD" },
        inStock: true,
      },
    ],
  }),
];

export const REVIEWS: Review[] = [
  {
    id: "r1",
    sku: "tern",
    author: "Mara K.",
    rating: 5,
    text: "Three wet nights and not a drop inside. The pegs bend easily.",
    at: "2026-03-01",
  },
];

export const QUOTES = indexReviews(REVIEWS);

export function bySku(sku: string): Product {
  const found = SHOP.find((candidate) => candidate.sku === sku);
  if (!found) throw new Error(`the fixture shop has no ${sku}`);
  return found;
}

export function candidate(sku: string, part: Partial<Candidate> = {}): Candidate {
  return { product: bySku(sku), score: 1, parts: {}, meets: [], misses: [], unknown: [], ...part };
}

export function found(candidates: Candidate[], part: Partial<CandidateSearch> = {}): CandidateSearch {
  return {
    candidates,
    total: candidates.length,
    uncertainty: Math.log2(Math.max(1, candidates.length)),
    price: null,
    splits: [],
    relaxed: null,
    soldOut: null,
    ...part,
  };
}

export function planContext(
  state: DialogueState,
  search: CandidateSearch,
  part: Partial<PlanContext> = {},
): PlanContext {
  return {
    state,
    mode: state.mode,
    respondsTo: { type: "messages", ids: ["m1"] },
    search,
    catalogSize: SHOP.length,
    departments: ["Tents", "Stoves"],
    product: (sku) => SHOP.find((candidate) => candidate.sku === sku),
    quotes: (sku, search) => QUOTES.quotable(sku, search),
    formatMoney: ({ minor }) => `$${minor / 100}`,
    humanAvailable: false,
    ...part,
  };
}
