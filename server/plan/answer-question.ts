/** A shopper's question against the catalog: an answer with evidence, or an honest "the listing doesn't say" [LED-3]. */
import type { Product } from "../catalog/product.ts";
import { isOfShop } from "../dialogue/ledger.ts";
import type { OpenQuestion } from "../dialogue/state.ts";
import { lookUp, named, SHOP_TOPICS } from "./answer-from-row.ts";
import { answerFromNames, answerFromQuotes } from "./answer-from-words.ts";
import { type ClaimBook, createClaimBook } from "./claim-book.ts";
import { comparisonsOf } from "./compare-products.ts";
import { type PlanContext, subjectOf } from "./plan-context.ts";
import { relayAnswer } from "./relay-answer.ts";
import type { Content } from "./turn-plan.ts";

type Answer = Extract<
  Content,
  { type: "answer-fact" | "relay-answer" | "cannot-answer" | "answer-identity" }
>;

/**
 * What the catalog says stands before what the merchant has answered, and that before what a customer wrote [GAP-3].
 * @param shown the item that this turn shows first: what is meant when nothing was talked of before.
 */
export function answerQuestion(
  question: OpenQuestion,
  context: PlanContext,
  book: ClaimBook,
  shown: Product | null = null,
): Answer {
  if (question.about === "identity") return { type: "answer-identity" };
  const asked = productsAsked(question, context);
  const products = asked.length > 0 || shown === null ? inOrderAsked(question, asked) : [shown];
  const [product, other] = products;
  if (!product) return answerAboutRange(question, context, book);
  if (other) {
    const comparison = compareOn(question.about, product, other, book);
    if (comparison)
      return { type: "answer-fact", question, sku: product.sku, claims: comparison, holds: null };
    // Prices too close to boast of, but asked for side by side.
    if (question.about === "price" && question.skus.length > 1) {
      const claims = [book.price(product), book.price(other)];
      return { type: "answer-fact", question, sku: product.sku, claims, holds: null };
    }
  }
  const having = other && question.value ? products.find((each) => has(question, each, context)) : undefined;
  if (having) {
    const found = lookUp(question, having, context, book);
    if (found) return { type: "answer-fact", question, sku: having.sku, ...found, holds: null };
  }
  const found = lookUp(question, product, context, book) ?? answerFromNames(question, product, book);
  if (found) return { type: "answer-fact", question, sku: product.sku, ...found };
  const relayed = relayAnswer(question, product, context, book);
  if (relayed) return relayed;
  const quoted = answerFromQuotes(question, product, context, book);
  if (quoted) return { type: "answer-fact", question, sku: product.sku, ...quoted };
  return { type: "cannot-answer", question, sku: SHOP_TOPICS.has(question.about) ? null : product.sku };
}

function productsAsked(question: OpenQuestion, context: PlanContext): Product[] {
  const named = question.skus.flatMap((sku) => context.product(sku) ?? []);
  if (named.length > 1) return named;
  if (WHICH.test(question.text)) {
    const lastTurn = context.state.shown.at(-1)?.turnId;
    const shown = context.state.shown.filter((item) => item.turnId === lastTurn);
    if (shown.length > 1) return shown.flatMap((item) => context.product(item.sku) ?? []);
  }
  if (named.length > 0) return named;
  const subject = subjectOf(context);
  return subject ? [subject] : [];
}

/** "Which of them is waterproof?" is answered by the first that is. */
function has(question: OpenQuestion, product: Product, context: PlanContext): boolean {
  return WHICH.test(question.text) && lookUp(question, product, context, createClaimBook())?.holds === true;
}

const WHICH = /^(?:(?:and|so|ok|but) )?which\b/i;
const LESS =
  /\b(?:cheap|light|small|thin|short|quiet|low|compact|slim|narrow)(?:er|est)\b|\b(?:least|less)\b/i;

/** "Which is lightest?": the winner first, then who comes next, so that both figures can be told. */
function inOrderAsked({ text, about }: OpenQuestion, products: Product[]): Product[] {
  if (!WHICH.test(text) || products.length < 2) return products;
  const sign = LESS.test(text) ? 1 : -1;
  const measured = products.flatMap((product) => {
    const value =
      about === "price"
        ? product.price.minor
        : product.attributes.find(({ name }) => named(name, about))?.number;
    return value === undefined ? [] : [{ product, value }];
  });
  if (measured.length < 2) return products;
  return measured.sort((a, b) => sign * (a.value - b.value)).map(({ product }) => product);
}

/** "How much are they?" with no item in view is answered with the range of what matches. */
function answerAboutRange(question: OpenQuestion, context: PlanContext, book: ClaimBook): Answer {
  const { search } = context;
  if (question.about === "price" && search.price && search.total > 0) {
    const claims = [book.priceRange(search.price.low, search.price.high, "products", search.total)];
    return { type: "answer-fact", question, sku: null, claims, holds: null };
  }
  return relayAnswer(question, null, context, book) ?? { type: "cannot-answer", question, sku: null };
}

function compareOn(about: string, product: Product, other: Product, book: ClaimBook): string[] | null {
  const comparison = comparisonsOf(product, other).find((candidate) => named(candidate.attribute, about));
  return comparison ? [book.compare(comparison, [product, other])] : null;
}

/** What the messages at hand ask outright, doubt or make a condition. What is older is returned to in its time. */
export function questionsDue(context: PlanContext): OpenQuestion[] {
  const { openQuestions, heard } = context.state;
  return openQuestions.filter(
    ({ raisedBy, status, kind, raisedIn }) =>
      raisedBy === "shopper" &&
      status === "open" &&
      (kind === "asked" || kind === "doubt" || kind === "condition") &&
      heard.some(({ messageId }) => messageId === raisedIn),
  );
}

/** "I need a backpack, but not sure one fits under a seat": no item is at hand yet that it could be settled for. */
export function waitsForItem(question: OpenQuestion, context: PlanContext): boolean {
  const { kind, about } = question;
  return (
    (kind === "doubt" || kind === "condition") &&
    !isOfShop(about) &&
    about !== "other" &&
    productsAsked(question, context).length === 0
  );
}
