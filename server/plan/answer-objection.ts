/** A shopper's objection, answered with evidence or conceded [MOV-4]: what the row, the reviews and the alternatives say. */
import type { Product, Sku } from "../catalog/product.ts";
import type { HeardObjection } from "../dialogue/understanding.ts";
import type { CardChoice } from "./choose-cards.ts";
import type { ClaimBook } from "./claim-book.ts";
import { comparisonsOf } from "./compare-products.ts";
import { standingCommitment } from "./pick-item.ts";
import { type PlanContext, subjectOf } from "./plan-context.ts";
import { sayable } from "./product-facts.ts";
import { quoteCustomers } from "./quote-customers.ts";
import type { Content } from "./turn-plan.ts";

type Answer = Extract<Content, { type: "answer-objection" }>;

/** What reviewers say of how well a thing is made. */
const QUALITY = ["quality", "sturdy", "durable", "solid", "flimsy", "made", "build"];
const MADE_OF = /\b(?:material|fabric|frame|construction|shell|outer|upper|leather)\b/;
/** Below this, reviewers bear the objection out. */
const WELL_RATED = 3.8;

/** One answer for each objection of the messages at hand; none where nothing is in view that it could be held against. */
export function answerObjections(context: PlanContext, cards: CardChoice, book: ClaimBook): Answer[] {
  const heard = context.state.heard.flatMap(({ understanding }) => understanding.objections ?? []);
  const abouts = new Set<string>();
  return heard.flatMap((objection) => {
    const product = criticised(objection, context);
    if (product === null || abouts.has(objection.about)) return [];
    abouts.add(objection.about);
    return [answerOn(objection, product, context, cards, book)];
  });
}

/** What is pointed at; else the earlier pick, if it was among what was shown last; else what is being discussed. */
function criticised({ sku }: HeardObjection, context: PlanContext): Product | null {
  if (sku !== null) return context.product(sku) ?? null;
  const { shown } = context.state;
  const lastTurn = shown.at(-1)?.turnId;
  const standing = standingCommitment(context)?.sku;
  const inView = (wanted: Sku) => shown.some((item) => item.turnId === lastTurn && item.sku === wanted);
  return standing !== undefined && inView(standing)
    ? (context.product(standing) ?? null)
    : subjectOf(context);
}

function answerOn(
  objection: HeardObjection,
  product: Product,
  context: PlanContext,
  cards: CardChoice,
  book: ClaimBook,
): Answer {
  const { about } = objection;
  const answer = { type: "answer-objection", about, sku: product.sku } as const;
  switch (about) {
    case "reviews":
    case "rating":
    case "brand":
      return { ...answer, ...fromBuyers(product, [], context, book) };
    case "quality": {
      const made = product.attributes.find((one) => MADE_OF.test(one.name) && sayable(one));
      const found = fromBuyers(product, QUALITY, context, book);
      return {
        ...answer,
        ...found,
        claims: [...found.claims, ...(made ? [book.attribute(product, made)] : [])],
      };
    }
    default:
      return { ...answer, ...againstOthers(about, product, context, cards, book) };
  }
}

/** The stars, and one voice, or one from each side. Where most complain, that is conceded. */
function fromBuyers(
  product: Product,
  about: readonly string[],
  context: PlanContext,
  book: ClaimBook,
): Pick<Answer, "claims" | "concedes"> {
  const rating = book.rating(product);
  const onPoint = about.length > 0 ? quoteCustomers(product, about, context, book) : null;
  const quotes = onPoint ?? quoteCustomers(product, [], context, book) ?? [];
  const isWellRated = product.rating !== null && product.rating.value >= WELL_RATED;
  return { claims: [...(rating === null ? [] : [rating]), ...quotes], concedes: !isWellRated };
}

/** How the item compares on the point with what stands beside it: dearer than one is conceded, cheaper than all is said. */
function againstOthers(
  about: string,
  product: Product,
  context: PlanContext,
  cards: CardChoice,
  book: ClaimBook,
): Pick<Answer, "claims" | "concedes"> {
  const compared = othersInView(product, context, cards).flatMap((other) => {
    const comparison = comparisonsOf(product, other).find(({ attribute }) => attribute === about);
    return comparison ? [{ comparison, other }] : [];
  });
  const wished = context.state.heard.flatMap(({ added }) => added).find((wish) => wish.attribute === about);
  // Who finds it too small wants more of it; "too expensive" and "too heavy" want less.
  const worse = wished?.operator === "at-least" ? "less" : "more";
  const beaten = compared.find(({ comparison }) => comparison.direction === worse);
  const beats = compared.find(({ comparison }) => comparison.direction !== worse);
  const own = ownValue(about, product, book);
  const claim = (found: typeof beaten) =>
    found ? [book.compare(found.comparison, [product, found.other])] : [];
  if (beaten) return { claims: [...own, ...claim(beaten)], concedes: true };
  return { claims: [...own, ...claim(beats)], concedes: beats === undefined };
}

function ownValue(about: string, product: Product, book: ClaimBook): string[] {
  if (about === "price") return [book.price(product)];
  const attribute = product.attributes.find((one) => one.name === about && sayable(one));
  return attribute ? [book.attribute(product, attribute)] : [];
}

function othersInView(product: Product, context: PlanContext, cards: CardChoice): Product[] {
  const { shown } = context.state;
  const lastTurn = shown.at(-1)?.turnId;
  const before = shown.filter(({ turnId }) => turnId === lastTurn).map(({ sku }) => sku);
  const skus = new Set([...before, ...cards.products.map(({ sku }) => sku)]);
  skus.delete(product.sku);
  return [...skus].flatMap((sku) => context.product(sku) ?? []);
}
