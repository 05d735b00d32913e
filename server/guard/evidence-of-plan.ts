/** A turn's plan as the guard's evidence. */
import type { Money, Product, Review } from "../catalog/product.ts";
import type { Claim } from "../dialogue/claims.ts";
import type { Preference } from "../dialogue/state.ts";
import type { Content, Persona, TurnPlan } from "../plan/turn-plan.ts";
import type { GuardEvidence } from "./guard-evidence.ts";
import type { NameIndex } from "./name-index.ts";

export interface PlanContext {
  persona: Persona;
  locale: string;
  heard: string[];
}

/** `heard` are the shopper's words; what the plan restates of older messages comes from its preferences. */
export function evidenceOfPlan(plan: TurnPlan, context: PlanContext, names: NameIndex): GuardEvidence {
  const contents = plan.moves.flatMap((move) => move.contents);
  const preferences = contents.flatMap(preferencesOf);
  return {
    products: plan.products,
    reviews: plan.claims.flatMap(reviewOf),
    answers: plan.claims.flatMap(({ statement }) =>
      statement.type === "merchant-answer" ? [{ text: statement.text, of: statement.of }] : [],
    ),
    heard: [
      ...context.heard,
      ...contents.flatMap(toldBack),
      ...plan.claims.flatMap(saidIn),
      ...preferences.flatMap(wordsOfPreference),
    ],
    claims: plan.claims,
    counts: [
      ...contents.flatMap((content) => (content.type === "offer-narrowing" ? [content.questions] : [])),
      plan.cards.length,
    ],
    amounts: contents.flatMap((content) =>
      content.type === "relax" && isMoney(content.nearest) ? [content.nearest] : [],
    ),
    topics: [...contents.flatMap(topicsOf), ...plan.replies, ...plan.claims.flatMap(topicsOfClaim)],
    persona: context.persona,
    back: contents.find((content) => content.type === "offer-person")?.away?.back ?? null,
    locale: context.locale,
    currency: plan.products[0]?.price.currency ?? currencyOfClaims(plan.claims),
    names,
  };
}

/** The shopper's words of an earlier turn, as they are told back. */
function toldBack(content: Content): string[] {
  return content.type === "return-to" || content.type === "ask-assumed" ? [content.question.text] : [];
}

function preferencesOf(content: Content): Preference[] {
  switch (content.type) {
    case "confirm-preferences":
    case "restate-preferences":
    case "model-choice":
    case "sum-up":
    case "recall-visit":
      return content.preferences;
    case "acknowledge-preferences":
      return [...content.preferences, ...content.withdrawn];
    case "take-stance":
      return content.news && "preference" in content.news ? [content.news.preference] : [];
    case "empathise":
    case "brand-elsewhere":
    case "admit-unmet":
    case "offer-relaxing":
    case "tell-extreme":
    case "cannot-rank":
    case "nothing-beyond":
    case "other-currency":
      return [content.preference];
    case "relax":
      return [content.preference, ...(content.also ?? [])];
    default:
      return [];
  }
}

function wordsOfPreference(preference: Preference): string[] {
  const values = Array.isArray(preference.value) ? preference.value : [preference.value];
  const unit = preference.unit ?? "";
  return [
    preference.said,
    preference.attribute,
    ...values.flatMap((value) => (value === null ? [] : [`${value} ${unit}`.trim()])),
  ];
}

function topicsOf(content: Content): string[] {
  switch (content.type) {
    // The merchant's own words, spoken beside items that they say nothing of.
    case "offer-person":
      return content.away?.words ? [content.away.words] : [];
    case "ask-attribute":
      return [content.attribute, content.of, ...content.values];
    case "ask-category":
    case "name-departments":
      return content.values;
    case "notice-no-results":
      return content.query === null ? [] : [content.query];
    case "ease-question":
      return [content.attribute];
    case "recall-visit":
      return content.item ? [content.item.title] : [];
    case "note-gone":
      return [content.title];
    case "ask-usage":
    case "ask-experience":
      return [content.of, ...content.values];
    case "ask-budget":
      return [content.of];
    case "answer-fact":
    case "relay-answer":
    case "cannot-answer":
    case "recall-question":
    case "return-to":
    case "ask-assumed":
      return [content.question.text, content.question.about, content.question.value ?? ""];
    case "relax":
      return typeof content.nearest === "string" ? [content.nearest] : [];
    case "brand-elsewhere":
      return content.kinds;
    case "no-such-kind":
      return [content.kind, ...content.instead];
    case "other-currency":
      return [`${nameOfCurrency(content.currency)}s`];
    case "not-understood":
      return [content.fragment];
    case "other-language":
      return [content.language];
    default:
      return [];
  }
}

/** "US Dollar". */
function nameOfCurrency(code: string): string {
  return new Intl.DisplayNames("en", { type: "currency" }).of(code) ?? code;
}

function topicsOfClaim({ statement }: Claim): string[] {
  return statement.type === "count" || statement.type === "price-range" || statement.type === "extreme"
    ? [statement.of]
    : [];
}

function saidIn({ evidence }: Claim): string[] {
  return evidence.flatMap((each) => (each.type === "shopper" ? [each.said] : []));
}

function reviewOf({ statement }: Claim): Review[] {
  if (statement.type !== "review") return [];
  return [
    {
      id: statement.reviewId,
      sku: statement.sku,
      author: statement.author,
      rating: statement.rating,
      text: statement.quote,
      at: "",
    },
  ];
}

function isMoney(value: Money | string | null): value is Money {
  return value !== null && typeof value === "object";
}

function currencyOfClaims(claims: readonly Claim[]): string {
  const range = claims.find((claim) => claim.statement.type === "price-range")?.statement;
  return range?.type === "price-range" ? range.low.currency : "USD";
}

/** Catalog rows alone, for the `guard` command: no plan, no conversation. */
export function evidenceOfProducts(
  products: readonly Product[],
  reviews: readonly Review[],
  site: { persona: Persona | null; locale: string; currency: string },
  names: NameIndex,
): GuardEvidence {
  return {
    products,
    reviews,
    answers: [],
    heard: [],
    claims: [],
    counts: [],
    amounts: [],
    topics: [],
    persona: site.persona,
    locale: site.locale,
    currency: site.currency,
    names,
  };
}
