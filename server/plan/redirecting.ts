/** What a stalled talk can be redirected to [INI-3], with evidence; and the strategy that says it. */
import type { Product } from "../catalog/product.ts";
import type { Statement } from "../dialogue/claims.ts";
import { heldPreferences } from "../dialogue/preferences.ts";
import { type Redirection, STALLED } from "../dialogue/stall.ts";
import type { Strategy } from "../dialogue/strategies.ts";
import { nextRedirection } from "../initiative/redirect.ts";
import { QUESTION_SHARE_MAX } from "../strategy/mask.ts";
import type { CardChoice } from "./choose-cards.ts";
import type { ClaimBook } from "./claim-book.ts";
import { comparisonsOf } from "./compare-products.ts";
import { opinionInquiry } from "./inviting.ts";
import { nameSearch } from "./name-search.ts";
import { heardAct, type PlanContext } from "./plan-context.ts";
import type { Prospect } from "./prospect.ts";
import { isSayable, latestWithKind } from "./uptake.ts";

export interface PlannedRedirection {
  way: Redirection;
  strategy: Strategy;
  prospect: Prospect;
}

/** Null while the talk moves, and when it is over. */
export function redirect(
  context: PlanContext,
  cards: CardChoice,
  book: ClaimBook,
): PlannedRedirection | null {
  const { state } = context;
  if (state.stall < STALLED || state.turns === 0 || heardAct(context, "bye", "accept")) return null;
  const found = new Map<Redirection, Omit<PlannedRedirection, "way">>();
  const offer = (way: Redirection, strategy: Strategy, prospect: Prospect | null) => {
    const isForbidden = context.forbidden?.includes(strategy) ?? false;
    if (prospect && !isForbidden) found.set(way, { strategy, prospect });
  };
  if (mayAsk(context)) {
    offer("another-attribute", "opinion-inquiry", opinionInquiry(context, book));
    offer("contrast-pair", "opinion-inquiry", contrastPair(context, cards, book));
    offer("summary", "preference-confirmation", summary(context, book));
  }
  offer("relaxed-wish", "offer-help", relaxedWish(context, book));
  offer("person", "offer-help", person(context));
  offer("graceful-end", "offer-help", { contents: [{ type: "graceful-end" }] });
  const way = nextRedirection(state, new Set(found.keys()));
  const planned = way && found.get(way);
  return way && planned ? { way, ...planned } : null;
}

/** What the mask would take away again is no way out. */
function mayAsk({ state }: PlanContext): boolean {
  return (state.questionTurns + 1) / (state.turns + 1) <= QUESTION_SHARE_MAX;
}

type Comparison = Extract<Statement, { type: "comparison" }>;

/** Two items on the table, one better at one thing and the other at another: to lean either way is an answer. */
function contrastPair(context: PlanContext, cards: CardChoice, book: ClaimBook): Prospect | null {
  const table = onTheTable(context, cards);
  for (const [index, first] of table.entries()) {
    for (const second of table.slice(index + 1)) {
      const pair = contrastOf(first, second);
      if (!pair) continue;
      const [one, other] = pair;
      const claims = [book.compare(one, [first, second]), book.compare(other, [second, first])];
      return {
        contents: [{ type: "contrast-pair", skus: [first.sku, second.sku], claims }],
        replies: [first, second].map(({ title }) => title).filter((title) => title.length <= 40),
      };
    }
  }
  return null;
}

/** Less of these speaks for an item with nearly everybody; a price and a weight are felt, a width is a matter of taste. */
const LESS_IS_BETTER = new Set(["price", "weight"]);
const MORE_IS_BETTER = new Set(["rating", "battery life", "warranty", "capacity"]);

function contrastOf(first: Product, second: Product): [Comparison, Comparison] | null {
  const one = comparisonsOf(first, second).filter(speaksFor);
  const other = comparisonsOf(second, first).filter(speaksFor);
  for (const mine of one) {
    const theirs = other.find(({ attribute }) => attribute !== mine.attribute);
    if (theirs) return [mine, theirs];
  }
  return null;
}

function speaksFor({ attribute, direction }: Comparison): boolean {
  return direction === "less" ? LESS_IS_BETTER.has(attribute) : MORE_IS_BETTER.has(attribute);
}

/** This turn's cards, or what is in play of those shown before. */
function onTheTable(context: PlanContext, cards: CardChoice): Product[] {
  if (cards.products.length >= 2) return cards.products.filter(({ inStock }) => inStock);
  const rejected = new Set(
    context.state.shown.filter((item) => item.reaction === "rejected").map(({ sku }) => sku),
  );
  return context.state.focus
    .filter((sku) => !rejected.has(sku))
    .flatMap((sku) => context.product(sku) ?? [])
    .filter(({ inStock }) => inStock);
}

function summary(context: PlanContext, book: ClaimBook): Prospect | null {
  const { state, search } = context;
  const preferences = latestWithKind(
    heldPreferences(state.preferences).filter((wish) => wish.origin === "said" && isSayable(wish)),
  );
  if (preferences.length < 2 || search.total === 0) return null;
  return {
    contents: [{ type: "sum-up", preferences, claims: [book.count(search.total, nameSearch(context))] }],
    asks: "preferences",
    replies: [
      ...preferences.flatMap(({ attribute }) => FORGETTABLE.get(attribute) ?? []).slice(0, 2),
      "Keep all of that",
    ],
  };
}

/** What people say to take such a wish back. */
const FORGETTABLE = new Map([
  ["price", "Forget the budget"],
  ["brand", "Any brand"],
  ["colour", "Any colour"],
  ["size", "Any size"],
]);

function relaxedWish(context: PlanContext, book: ClaimBook): Prospect | null {
  const relaxable = context.relaxable;
  // A dead end has said what gives way already [INI-4].
  if (!relaxable || relaxable.price === null || context.search.total === 0) return null;
  const { preference, total, price } = relaxable;
  const of = nameSearch(context);
  const claims = [book.count(total, of), book.priceRange(price.low, price.high, of, total)];
  return {
    contents: [{ type: "offer-relaxing", preference, claims, from: price.low }],
    replies: [`Up to ${context.formatMoney(price.low)}`, "Keep my budget"],
  };
}

function person(context: PlanContext): Prospect | null {
  return context.humanAvailable && !context.state.humanAsked
    ? { contents: [{ type: "offer-person", available: true }], replies: ["Talk to a person"] }
    : null;
}
