/** Prospects of the last stage: handing the floor over, with a question, a choice or an offer [MOV-2]. */
import type { AttributeSplit } from "../catalog/candidates.ts";
import type { Product, Sku } from "../catalog/product.ts";
import { askableAgain } from "../dialogue/ledger.ts";
import { heldPreferences } from "../dialogue/preferences.ts";
import { type CardChoice, leaningTo, missingKind, onlyPraises } from "./choose-cards.ts";
import type { ClaimBook } from "./claim-book.ts";
import { comparisonsOf } from "./compare-products.ts";
import { nameSearch } from "./name-search.ts";
import { asksForPick, heardAct, otherCurrency, type PlanContext, subjectOf } from "./plan-context.ts";
import { factsOf } from "./product-facts.ts";
import type { Prospect } from "./prospect.ts";
import { askAssumed } from "./return-to-question.ts";
import type { Content } from "./turn-plan.ts";
import { hesitates, isSayable, latestWithKind, setsMemoryAside } from "./uptake.ts";

/** An attribute most candidates lack, or that hardly divides them, is not worth a question. */
const COVERAGE_MIN = 0.5;
const GAIN_MIN = 0.2;
const REPLIES_MAX = 4;
/** People name the kind of thing and the budget before they care for anything else, and few have a brand in mind. */
const PRIOR = new Map(Object.entries<number>({ category: 2, price: 1.3, brand: 0.6 }));

/** The question whose answer narrows the candidates most; null when none would. */
export function bestQuestion(context: PlanContext): AttributeSplit | null {
  const { state, search } = context;
  // Who looks at an item and asks about it is past being asked what department to go to.
  if (heldPreferences(state.preferences).length === 0 && subjectOf(context) !== null) return null;
  const again = askableAgain(state.openQuestions, state.turns);
  const known = new Set([
    ...state.asked.filter((attribute) => !again.has(attribute)),
    ...heldPreferences(state.preferences)
      .filter((wish) => wish.id !== otherCurrency(context)?.preference.id)
      .map((wish) => wish.attribute),
    // Whatever the catalog calls what a thing is for: who has said it is not asked again.
    ...(isUseSettled(context) ? USES : []),
    // "Forget the budget" is an answer, too.
    ...state.preferences
      .filter(({ held, revisedBy }) => !held && revisedBy === undefined)
      .map(({ attribute }) => attribute),
  ]);
  const worth = (split: AttributeSplit) => split.gain * split.weight * (PRIOR.get(split.attribute) ?? 1);
  const asking = search.splits.filter(
    (split) =>
      !known.has(split.attribute) &&
      !isMeasured(split) &&
      !split.values.some(({ value }) => /^(?:yes|no)$/i.test(value)) &&
      split.coverage >= COVERAGE_MIN &&
      split.gain >= GAIN_MIN &&
      split.values.filter(({ value }) => value.length <= 32).length >= 2,
  );
  return asking.sort((a, b) => worth(b) - worth(a))[0] ?? null;
}

/** Nobody has "a particular weight, say 64 g" in mind: single measures are for comparing, ranges are for choosing among. */
function isMeasured({ attribute, values }: AttributeSplit): boolean {
  const measures = values.filter(({ value }) =>
    /^\d+(?:[.,]\d+)?\s?(?:g|kg|oz|lbs?|mm|cm|m|lm|lx|h|min|mah|wh?|v)$/i.test(value),
  );
  return attribute !== "price" && attribute !== "size" && measures.length > values.length / 2;
}

export function opinionInquiry(context: PlanContext, book: ClaimBook): Prospect | null {
  const { state, search } = context;
  const assumed = askAssumed(context);
  if (assumed) return { contents: [assumed], asks: assumed.question.about, replies: assumed.values };
  if (state.chosen !== null || heardAct(context, "bye", "complain") || hesitates(context)) return null;
  const split = bestQuestion(context);
  if (!split) return null;
  const values = split.values
    .map(({ value }) => value)
    .filter((value) => value.length <= 32)
    .slice(0, REPLIES_MAX);
  const of = nameSearch(context);
  const asks = split.attribute;
  if (asks === "category") return { contents: [{ type: "ask-category", values }], asks, replies: values };
  if (asks === "price") {
    const claims = search.price
      ? [book.priceRange(search.price.low, search.price.high, of, search.total)]
      : [];
    return { contents: [{ type: "ask-budget", claims, of }], asks, replies: values };
  }
  return {
    contents: [{ type: "ask-attribute", attribute: asks, values, of, ...askedBefore(asks, context) }],
    asks,
    replies: [...values, "No preference"],
  };
}

function askedBefore(attribute: string, { state }: PlanContext): { again?: string } {
  const before = state.openQuestions.findLast(
    ({ raisedBy, kind, about }) => raisedBy === "agent" && kind === "asked" && about === attribute,
  );
  return before ? { again: before.id } : {};
}

/** What catalogs call the purpose of a thing. */
const USES = new Set(["use", "best for", "activity", "intended use", "suitable for", "purpose", "occasion"]);

/** What it is for was said, or asked once. */
function isUseSettled({ state }: PlanContext): boolean {
  return (
    state.asked.includes("usage") ||
    heldPreferences(state.preferences).some(({ attribute }) => attribute === "usage" || USES.has(attribute))
  );
}

export function experienceInquiry(context: PlanContext): Prospect | null {
  const { state } = context;
  const held = heldPreferences(state.preferences);
  const kind = held.some((wish) => wish.attribute === "category" && wish.polarity === "positive");
  if (!kind || missingKind(context) !== null || state.chosen !== null || heardAct(context, "bye", "complain"))
    return null;
  if (!takesKnowing(context)) return null;
  const of = nameSearch(context);
  const asked = (attribute: string) => state.asked.includes(attribute);
  if (!isUseSettled(context)) {
    return { contents: [{ type: "ask-usage", of, values: [] }], asks: "usage" };
  }
  // "A sleeping bags and mats": a shelf that holds two kinds has no singular.
  if (!asked("experience") && !of.includes(" and ") && !held.some((wish) => wish.attribute === "recipient")) {
    return {
      contents: [{ type: "ask-experience", of, values: [] }],
      asks: "experience",
      replies: ["It's my first", "I've had one before"],
    };
  }
  return null;
}

/**
 * What people compare by figures, or what catalogs give a purpose, is chosen by what it is for and by experience; nobody is
 * asked whether a cupcake would be their first.
 */
function takesKnowing({ search }: PlanContext): boolean {
  const looked = search.candidates.slice(0, LOOKED_AT).map(({ product }) => product);
  const telling = looked.filter(({ attributes }) =>
    attributes.some(({ name, unit }) => USES.has(name) || (unit !== undefined && name !== "size")),
  );
  return telling.length * 2 > looked.length;
}
const LOOKED_AT = 8;

export function preferenceConfirmation(context: PlanContext): Prospect | null {
  const { state } = context;
  if (heardAct(context, "bye")) return null;
  const preferences = heldPreferences(state.preferences).filter(
    (wish) => (wish.origin === "said" || wish.origin === "remembered") && isSayable(wish),
  );
  if (preferences.length < 2 || state.chosen !== null || state.asked.at(-1) === "preferences") return null;
  // Who asks, or objects, is not asked back what was said before.
  if (asksForPick(context) || heardAct(context, "ask-fact", "doubt", "bye", "complain")) return null;
  return {
    contents: [{ type: "confirm-preferences", preferences: latestWithKind(preferences, 3) }],
    asks: "preferences",
    replies: ["Yes, that's right", "Not quite"],
  };
}

export function offerHelp(context: PlanContext, cards: CardChoice, book: ClaimBook): Prospect | null {
  const { state } = context;
  if (state.turns === 0) return openingOffer(context, book);
  if (setsMemoryAside(context))
    return { contents: [{ type: "ask-what-else" }], replies: departmentReplies(context) };
  if (heardAct(context, "bye")) return null;
  if (heardAct(context, "complain") && context.humanAvailable)
    return { contents: [{ type: "offer-person", available: true }] };
  // The same offer twice in a row is a script, not help.
  if (state.lastStrategies.includes("offer-help") && state.stall === 0 && state.turns > 1) return null;
  const shown = comparableSkus(context, cards);
  if (state.chosen !== null) return { contents: [{ type: "ask-what-else" }] };
  if (shown.length >= 2 && !heardAct(context, "compare"))
    return {
      contents: [{ type: "offer-comparison", skus: shown.slice(0, 2) }],
      replies: ["Compare them", "Show me more"],
    };
  const leaning = leaningTo(context);
  if (leaning !== null) return { contents: [{ type: "offer-details", sku: leaning.sku }] };
  if (shown.length > 0) return { contents: [{ type: "offer-alternatives" }], replies: ["Show me more"] };
  return { contents: [{ type: "ask-what-else" }] };
}

/** What is on the table: this turn's cards, then what was discussed and still answers the wishes. */
function comparableSkus(context: PlanContext, cards: CardChoice): Sku[] {
  const inPlay = new Set(context.search.candidates.map((candidate) => candidate.product.sku));
  const discussed = context.state.focus.filter(
    (sku) => inPlay.has(sku) && context.product(sku) !== undefined,
  );
  return [...new Set([...cards.products.map((product) => product.sku), ...discussed])];
}

/** The first turn: what the page shows, or how far two questions would get [INI-1]. */
export function openingOffer(context: PlanContext, book: ClaimBook): Prospect {
  const noticed = offerOnNotice(context, book);
  if (noticed) return noticed;
  const sku = context.state.page?.sku;
  const product = sku ? context.product(sku) : undefined;
  if (product) {
    const claims = factsOf(product, context.state, book, 2);
    return {
      contents: [
        { type: "notice-page", sku: product.sku, claims },
        { type: "offer-details", sku: product.sku },
      ],
      replies: [...buyersReply(context, product), "Something cheaper", "Show me similar ones"],
    };
  }
  return {
    contents: [
      { type: "offer-narrowing", claims: [book.count(context.catalogSize, "products")], questions: 2 },
    ],
    replies: departmentReplies(context),
  };
}

/** What the page showed besides: two products being weighed, a cart left alone, a search without results. */
function offerOnNotice(context: PlanContext, book: ClaimBook): Prospect | null {
  const { noticed, page } = context.state;
  switch (noticed?.reason) {
    case "product-compare": {
      const product = page?.sku ? context.product(page.sku) : undefined;
      const { weighed } = context;
      if (!product || !weighed || weighed.sku === product.sku) return null;
      const items: [Product, Product][] = [
        [product, weighed],
        [weighed, product],
      ];
      const claims = items
        .flatMap(([one, other]) =>
          comparisonsOf(one, other)
            .filter(({ attribute, direction }) =>
              attribute === "price" ? direction === "less" : attribute === "rating" && direction === "more",
            )
            .map((comparison) => book.compare(comparison, [one, other])),
        )
        .slice(0, 1);
      return {
        contents: [{ type: "notice-weighing", skus: [product.sku, weighed.sku], claims }],
        replies: ["Compare them", "Show me similar ones"],
      };
    }
    case "cart-idle":
      return {
        contents: [{ type: "notice-cart" }],
      };
    case "no-results":
      if (context.nearest && context.nearest.length > 0)
        return {
          contents: [
            { type: "notice-no-results", query: noticed.query },
            { type: "show-nearest", skus: context.nearest.map(({ sku }) => sku) },
          ],
          replies: ["Show me more", "Something else"],
        };
      return {
        contents: [{ type: "notice-no-results", query: noticed.query }, ...nameDepartments(context)],
        replies: departmentReplies(context),
      };
    default:
      return null;
  }
}

function nameDepartments(context: PlanContext): Content[] {
  const values = departmentReplies(context);
  return values.length >= 2 ? [{ type: "name-departments", values }] : [{ type: "ask-what-else" }];
}

/** For a turn whose strategies invite nothing: the cards, an item or an open door hand the floor over. */
export function inviteByDefault(
  context: PlanContext,
  cards: CardChoice,
): { content: Content | null; kind: "choice" | "offer"; replies: string[] } {
  const { state } = context;
  if (state.turns === 0 || setsMemoryAside(context))
    return { content: { type: "ask-what-else" }, kind: "offer", replies: departmentReplies(context) };
  if (missingKind(context) !== null)
    return {
      content: { type: "ask-what-else" },
      kind: "offer",
      replies: departmentReplies(context),
    };
  const lastTurn = state.shown.at(-1)?.turnId;
  const skus = onlyPraises(context)
    ? state.shown.filter(({ turnId }) => turnId === lastTurn).map(({ sku }) => sku)
    : cards.products.map((product) => product.sku);
  if (state.chosen !== null) return { content: { type: "ask-what-else" }, kind: "offer", replies: [] };
  if (skus.length >= 2) {
    // Two turns in a row that end on "which one?" sound like a form; the cards invite without words.
    const wordless = state.lastInvitation === "choice" && !onlyPraises(context);
    return {
      content: wordless ? null : { type: "ask-choice", skus },
      kind: "choice",
      replies: cardReplies(context, cards.products[0] ?? null),
    };
  }
  const subject = cards.products[0] ?? subjectOf(context);
  if (subject)
    return {
      content: { type: "offer-details", sku: subject.sku },
      kind: "offer",
      replies: cardReplies(context, subject),
    };
  return { content: { type: "ask-what-else" }, kind: "offer", replies: [] };
}

function cardReplies(context: PlanContext, subject: Product | null): string[] {
  const cheaper = context.search.price && context.search.total > 3 ? ["Something cheaper"] : [];
  return [...cheaper, "Show me more", ...buyersReply(context, subject)];
}

/** Offered only where there is an answer to it: a rating, or a review that can be quoted. */
function buyersReply(context: PlanContext, product: Product | null): string[] {
  if (product === null) return [];
  const { pleased, critical } = context.quotes(product.sku, { about: [], language: "en", limit: 1 });
  return product.rating !== null || pleased + critical > 0 ? ["What do buyers say?"] : [];
}

function departmentReplies(context: PlanContext): string[] {
  return context.departments.filter((name) => name.length <= 28).slice(0, REPLIES_MAX);
}
