/** The evidence of a turn, prepared once for all of its sentences. */
import type { Money } from "../catalog/product.ts";
import type { Claim, Statement } from "../dialogue/claims.ts";
import { claimedProducts } from "./claimed-products.ts";
import type { GuardEvidence } from "./guard-evidence.ts";
import { factsOf, type ItemFacts } from "./item-facts.ts";
import { normalise } from "./normalise.ts";
import { type Quantity, readQuantities } from "./read-quantities.ts";
import { factsOfReview, type ReviewFacts } from "./retold.ts";
import { stemsOf } from "./tokens.ts";
import { exponentOf } from "./words/currencies.ts";

export type ClaimedComparison = Extract<Statement, { type: "comparison" }>;

export type ClaimedExtreme = Extract<Statement, { type: "extreme" }>;

export interface Support {
  evidence: GuardEvidence;
  items: readonly ItemFacts[];
  /** Those of the items that a claim is about. */
  toldOf: readonly ItemFacts[];
  /** Words that may be said because the shopper or the plan's topics hold them; never as a fact about an item. */
  said: ReadonlySet<string>;
  saidQuantities: readonly Quantity[];
  /** The same in small letters, as they were said. */
  saidTexts: readonly string[];
  /** Stems of the agent's, the shop's and the quoted reviewers' names. */
  personaStems: ReadonlySet<string>;
  counts: ReadonlySet<number>;
  /** Amounts in major units that claims or a search carry, besides the items' own prices. */
  amounts: readonly number[];
  /** Comparisons that the plan claims. */
  comparisons: readonly ClaimedComparison[];
  /** What the plan claims to be first in an order. */
  extremes: readonly ClaimedExtreme[];
  /** Review texts, normalised for comparison. */
  reviewTexts: readonly string[];
  reviews: readonly ReviewFacts[];
}

/** A memo, not state: one turn's sentences share one evidence object, which is never changed. */
const prepared = new WeakMap<GuardEvidence, Support>();

export function supportOf(evidence: GuardEvidence): Support {
  const before = prepared.get(evidence);
  if (before !== undefined) return before;
  const support = prepare(evidence);
  prepared.set(evidence, support);
  return support;
}

function prepare(evidence: GuardEvidence): Support {
  const comparisons = evidence.claims.flatMap(({ statement }) =>
    statement.type === "comparison" ? [statement] : [],
  );
  const saidTexts = [...evidence.heard, ...evidence.topics];
  const items = claimedProducts(evidence.products, evidence.claims).map(factsOf);
  const told = new Set(
    evidence.claims.flatMap(({ statement }) => ("sku" in statement ? [statement.sku] : [])),
  );
  return {
    evidence,
    items,
    toldOf: items.filter(({ product }) => told.has(product.sku)),
    said: new Set(saidTexts.flatMap(stemsOf)),
    saidTexts: saidTexts.map((text) => normalise(text).lower),
    saidQuantities: saidTexts.flatMap((text) => readQuantities(normalise(text).lower, evidence.currency)),
    personaStems: new Set(
      [
        evidence.persona?.name ?? "",
        evidence.persona?.shop ?? "",
        ...evidence.reviews.map((review) => review.author),
      ].flatMap(stemsOf),
    ),
    counts: new Set([...evidence.counts, ...evidence.claims.flatMap(countsOf)]),
    amounts: [...evidence.amounts, ...evidence.claims.flatMap(amountsOf)].map(majorOf),
    comparisons,
    extremes: evidence.claims.flatMap(({ statement }) => (statement.type === "extreme" ? [statement] : [])),
    reviews: evidence.reviews.map((review) => factsOfReview(review, evidence.currency)),
    reviewTexts: evidence.reviews.map((review) => comparable(review.text)),
  };
}

/** "0.33 kg" between the two, as it would be read in a sentence. */
export function differenceOf({ difference }: ClaimedComparison, currency: string): Quantity[] {
  return difference === undefined
    ? []
    : readQuantities(`${difference.number} ${difference.unit}`.toLowerCase(), currency);
}

function countsOf({ statement, evidence }: Claim): number[] {
  const searched = evidence.flatMap((each) => (each.type === "search" ? [each.count] : []));
  return statement.type === "count" ? [statement.count, ...searched] : searched;
}

function amountsOf({ statement }: Claim): Money[] {
  switch (statement.type) {
    case "price-range":
      return [statement.low, statement.high];
    case "price-change":
      return [statement.before];
    case "comparison":
      return statement.differenceMoney === undefined ? [] : [statement.differenceMoney];
    default:
      return [];
  }
}

/** Minor units to major ones: 129900 US cents are 1299. */
export function majorOf(money: Money): number {
  return money.minor / 10 ** exponentOf(money.currency);
}

/** Text without marks and case, between spaces, so that a verbatim passage is found whatever its punctuation. */
export function comparable(text: string): string {
  return ` ${(normalise(text).lower.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;
}
