/**
 * Coming back to what was raised and left lying [LED-4]: when an item is leaned to that it bears on, and before the
 * goodbye at the latest.
 */

import type { Product } from "../catalog/product.ts";
import { isOfShop } from "../dialogue/ledger.ts";
import type { OpenQuestion } from "../dialogue/state.ts";
import { choicesOf } from "./answer-from-row.ts";
import { answerQuestion } from "./answer-question.ts";
import type { ClaimBook } from "./claim-book.ts";
import { comparisonsOf } from "./compare-products.ts";
import { heardAct, type PlanContext, subjectOf } from "./plan-context.ts";
import { sayable } from "./product-facts.ts";
import type { Content } from "./turn-plan.ts";

export interface Return {
  question: OpenQuestion;
  /** The lead-in, then what there is to say. */
  contents: Content[];
  status: "answered" | "unanswerable";
  sku: string | null;
}

/** More than this before a goodbye keeps people at the door. */
const RETURNS_BEFORE_GOODBYE = 2;

/** @param isBusy whether this turn already has questions to answer: what can wait then waits. */
export function returnsDue(context: PlanContext, book: ClaimBook, isBusy: boolean): Return[] {
  const { state } = context;
  const isSilence = context.respondsTo.type === "silence";
  if (state.turns === 0 || (state.heard.length === 0 && !isSilence)) return [];
  if (heardAct(context, "reject", "complain")) return [];
  const isClosing = heardAct(context, "bye") || (heardAct(context, "accept") && state.chosen !== null);
  const item = leaningTo(context) ?? (isClosing || isSilence ? subjectOf(context) : null);
  if (!isClosing && (isBusy || !item)) return [];
  const returns: Return[] = [];
  const returnable = state.openQuestions.filter((question) => isReturnable(question, item, context));
  for (const question of returnable.sort((a, b) => WEIGHT[b.kind] - WEIGHT[a.kind])) {
    if (returns.length >= (isClosing ? RETURNS_BEFORE_GOODBYE : 1)) break;
    // "Light, strong and cheap" is two conflicts and one thing to say.
    if (question.kind === "conflict" && returns.some((each) => each.question.kind === "conflict")) continue;
    const found = returnTo(question, item, context, book);
    if (found && (isClosing || found.status === "answered")) returns.push(found);
  }
  return returns;
}

/** What keeps somebody from buying comes first. */
const WEIGHT: Record<OpenQuestion["kind"], number> = {
  doubt: 5,
  condition: 4,
  asked: 3,
  comparison: 2,
  conflict: 1,
  assumption: 0,
};

/** The item that is chosen, liked or asked about. */
function leaningTo({ state, product }: PlanContext): Product | null {
  const isLeaning = (reaction: string) => reaction === "liked" || reaction === "asked";
  const sku = state.chosen ?? state.shown.findLast((item) => isLeaning(item.reaction))?.sku;
  return sku === undefined ? null : (product(sku) ?? null);
}

function isReturnable(question: OpenQuestion, item: Product | null, context: PlanContext): boolean {
  const { state } = context;
  const { kind, status, raisedBy, raisedIn, returns = 0, settledFor, about } = question;
  if (returns > 0 || state.heard.some((message) => message.messageId === raisedIn)) return false;
  // The other side of a claim bears on a decision that is still to be made.
  if (kind === "comparison")
    return (
      status === "open" &&
      item !== null &&
      item.sku === question.skus[0] &&
      question.text !== about &&
      // Who has chosen, or compares by now, knows what there is to compare.
      state.chosen === null &&
      !heardAct(context, "bye", "compare")
    );
  if (raisedBy === "agent") return false;
  if (status === "open") return true;
  // What was doubted of one item is still to be settled for the one that was taken in its place.
  const isDoubted = (kind === "doubt" || kind === "condition") && !isOfShop(about) && about !== "other";
  return (
    isDoubted && status !== "moved-on" && state.chosen !== null && item !== null && isOther(settledFor, item)
  );
}

function isOther(settledFor: string | undefined, item: Product): boolean {
  return settledFor !== undefined && settledFor !== item.sku;
}

function returnTo(
  question: OpenQuestion,
  item: Product | null,
  context: PlanContext,
  book: ClaimBook,
): Return | null {
  const leadIn: Content = { type: "return-to", question, closing: heardAct(context, "bye") };
  const telling = (product: Product, claims: string[]): Return | null =>
    claims.length === 0
      ? null
      : {
          question,
          contents: [leadIn, { type: "tell-facts", sku: product.sku, claims }],
          status: "answered",
          sku: product.sku,
        };
  switch (question.kind) {
    case "comparison":
      return item && telling(item, comparisonAsked(question, item, context, book));
    case "conflict":
      return item && telling(item, bothSides(question, item, book));
    case "assumption":
      // Asked outright while there is time for an answer (`askAssumed`); at the door, the choices are told.
      return heardAct(context, "bye") && item ? telling(item, assumed(question, item, book)) : null;
    default: {
      const skus = item && !isOfShop(question.about) ? [item.sku] : question.skus;
      const answer = answerQuestion({ ...question, skus }, context, book);
      const status = answer.type === "cannot-answer" ? "unanswerable" : "answered";
      // What was said not to be in the listing needs no second telling.
      if (status === "unanswerable" && question.status === "unanswerable") return null;
      const sku = "sku" in answer ? answer.sku : null;
      return { question, contents: [leadIn, answer], status, sku };
    }
  }
}

function comparisonAsked(
  { about, skus }: OpenQuestion,
  item: Product,
  context: PlanContext,
  book: ClaimBook,
): string[] {
  const other = skus[1] === undefined ? undefined : context.product(skus[1]);
  const found = other && comparisonsOf(item, other).find(({ attribute }) => attribute === about);
  return found && other ? [book.compare(found, [item, other])] : [];
}

/** "Light, strong and cheap": how the item stands on the two that pull against each other. */
function bothSides({ about }: OpenQuestion, item: Product, book: ClaimBook): string[] {
  const attribute = item.attributes.find((candidate) => candidate.name === about && sayable(candidate));
  const one = about === "price" ? null : attribute && book.attribute(item, attribute);
  return [...(one ? [one] : []), book.price(item)];
}

function assumed({ about }: OpenQuestion, item: Product, book: ClaimBook): string[] {
  const values = choicesOf(item).get(about) ?? [];
  if (values.length > 1) return [book.variants(item, about, values)];
  const attribute = item.attributes.find((candidate) => candidate.name === about && sayable(candidate));
  return attribute ? [book.attribute(item, attribute)] : [];
}

/** "It's for my daughter" left open how old she is: asked once an item is leaned to that comes by sizes or ages. */
export function askAssumed(context: PlanContext): Extract<Content, { type: "ask-assumed" }> | null {
  const item = leaningTo(context);
  if (item === null || heardAct(context, "bye", "reject", "complain")) return null;
  for (const question of context.state.openQuestions) {
    const { kind, status, about, returns = 0 } = question;
    if (kind !== "assumption" || status !== "open" || returns > 0) continue;
    const values = choicesOf(item).get(about) ?? [];
    const isTold = item.attributes.some((attribute) => attribute.name === about);
    if (values.length > 1 || (isTold && about === "age")) return { type: "ask-assumed", question, values };
  }
  return null;
}
