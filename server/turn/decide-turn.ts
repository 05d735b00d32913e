/** From state to plan: search, survey, mask, schedule, plan. Everything here answers from memory [POL-8]. */
import type { CandidateQuery } from "../catalog/candidates.ts";
import type { Money, Product } from "../catalog/product.ts";
import type { MerchantAnswer } from "../dialogue/merchant-answer.ts";
import { heldPreferences } from "../dialogue/preferences.ts";
import { STALLED } from "../dialogue/stall.ts";
import type { DialogueState } from "../dialogue/state.ts";
import type { Mode } from "../dialogue/strategies.ts";
import type { PlanContext, Relaxable } from "../plan/plan-context.ts";
import { planTurn } from "../plan/plan-turn.ts";
import { surveyFollowUp } from "../plan/survey-follow-up.ts";
import { surveyNotice } from "../plan/survey-notice.ts";
import { type Survey, surveyTurn } from "../plan/survey-turn.ts";
import type { TurnPlan } from "../plan/turn-plan.ts";
import { maskStrategies } from "../strategy/mask.ts";
import type { Policy } from "../strategy/policy.ts";
import { type Decision, schedule } from "../strategy/schedule.ts";
import type { CatalogPort, SiteSettings } from "./ports.ts";

export interface DecideRequest {
  state: DialogueState;
  mode: Mode;
  respondsTo: TurnPlan["respondsTo"];
  catalog: CatalogPort;
  /** See `TurnDependencies`. */
  answers?: readonly MerchantAnswer[] | undefined;
  /** See `CandidateQuery`. */
  meaning: Float32Array | null;
  settings: Pick<SiteSettings, "forbidden" | "weights" | "humanAvailable" | "away">;
  policy: Policy;
  formatMoney: (money: Money, locale: string) => string;
  chance: () => number;
}

/** Null when a silence is better left alone than broken with what there is to say. */
export function decideTurn(request: DecideRequest): { decision: Decision; plan: TurnPlan } | null {
  const { state, mode, catalog, settings } = request;
  const search = catalog.find(queryOf(request));
  const context: PlanContext = {
    state,
    mode,
    respondsTo: request.respondsTo,
    search,
    catalogSize: catalog.size,
    departments: [...catalog.departments],
    product: (sku) => catalog.product(sku),
    quotes: (sku, search) => catalog.quotes(sku, search),
    formatMoney: (money) => request.formatMoney(money, state.locale),
    humanAvailable: settings.humanAvailable,
    away: settings.away,
    ...(request.answers && { answers: request.answers }),
    weighed: weighedItem(state, catalog),
    nearest: nearestToSearch(state, catalog),
    forbidden: settings.forbidden,
    relaxable: state.stall >= STALLED ? relaxableWish(request) : null,
  };
  const survey = surveyOf(context);
  if (survey === null) return null;
  const decision = schedule({
    state,
    outlook: {
      total: search.total,
      cards: survey.cards.products.length,
      bestGain: survey.bestGain,
      deadEnd: survey.cards.standing === "closest",
      silence: request.respondsTo.type === "silence",
      redirection: survey.redirection?.way ?? null,
    },
    policy: request.policy,
    masked: maskStrategies(mode, state, new Set(survey.prospects.keys()), settings.forbidden),
    obligations: survey.duties,
    weights: settings.weights,
    forbidden: settings.forbidden,
    chance: request.chance,
  });
  return { decision, plan: planTurn(context, survey, decision.strategies) };
}

/** Enough candidates that, after what was shown already, there are new ones left to show. */
const FRESH_CANDIDATES = 12;
const CANDIDATES_MAX = 60;

function queryOf({ state, meaning }: DecideRequest): CandidateQuery {
  const rejected = new Set<string>();
  const passedOver = new Set<string>();
  const seen = new Set<string>();
  for (const { sku, reaction } of state.shown) {
    seen.add(sku);
    if (reaction === "rejected") rejected.add(sku);
    if (reaction === "none") passedOver.add(sku);
  }
  return {
    preferences: heldPreferences(state.preferences),
    text: state.heard.flatMap((message) => message.understanding.unclear).join(" "),
    meaning,
    exclude: [...rejected],
    shown: [...passedOver],
    like: state.likeSku ?? (state.preferences.length === 0 ? (state.page?.sku ?? null) : null),
    limit: Math.min(FRESH_CANDIDATES + seen.size, CANDIDATES_MAX),
  };
}

/** What there is just above the budget that the other wishes leave; null without a budget, or when there is nothing. */
function relaxableWish(request: DecideRequest): Relaxable | null {
  const query = queryOf(request);
  const preference = query.preferences.find(
    ({ attribute, operator, firmness, value, origin }) =>
      attribute === "price" &&
      operator === "at-most" &&
      firmness === "must" &&
      origin === "said" &&
      typeof value === "number",
  );
  if (!preference || typeof preference.value !== "number") return null;
  const above = {
    ...preference,
    operator: "between" as const,
    value: [preference.value * ABOVE_BUDGET.from, preference.value * ABOVE_BUDGET.to] as [number, number],
  };
  const preferences = query.preferences.map((wish) => (wish === preference ? above : wish));
  const { total, price } = request.catalog.find({ ...query, preferences });
  return total === 0 ? null : { preference, total, price };
}

/** A little more than was meant to be spent; half as much again is another budget. */
const ABOVE_BUDGET = { from: 1.0001, to: 1.4 };

function surveyOf(context: PlanContext): Survey | null {
  switch (context.respondsTo.type) {
    case "silence":
      return surveyFollowUp(context);
    case "page":
      return surveyNotice(context);
    default:
      return surveyTurn(context);
  }
}

/** How many products are looked through for the one at an address. */
const ADDRESS_CANDIDATES = 20;

/** The product at the address that the shopper keeps going back to: searched for by its address, and taken if it has it. */
function weighedItem({ noticed }: DialogueState, catalog: CatalogPort): Product | null {
  const path = noticed?.other ? pathOf(noticed.other) : null;
  if (!path) return null;
  const slug = path.split("/").at(-1) ?? "";
  const bySku = catalog.product(slug);
  if (bySku) return bySku;
  const text = slug.replace(/\.\w+$/, "").replace(/[-_+]+/g, " ");
  const { candidates } = catalog.find({
    preferences: [],
    text,
    exclude: [],
    like: null,
    limit: ADDRESS_CANDIDATES,
  });
  return candidates.find(({ product }) => pathOf(product.url) === path)?.product ?? null;
}

/** The shop's search box takes words as they are written; this one forgives a slip and knows what things are called. */
function nearestToSearch({ noticed }: DialogueState, catalog: CatalogPort): Product[] {
  const text = noticed?.reason === "no-results" ? (noticed.query ?? "").trim() : "";
  if (text === "") return [];
  const { candidates } = catalog.find({ preferences: [], text, exclude: [], like: null, limit: NEAREST_MAX });
  return candidates.map(({ product }) => product);
}
const NEAREST_MAX = 3;

/** Without host and query, which the shop's pages and its feed may write differently. */
function pathOf(address: string): string {
  return (/^(?:[a-z]+:\/\/[^/?#]*)?([^?#]*)/i.exec(address)?.[1] ?? "").replace(/\/+$/, "").toLowerCase();
}
