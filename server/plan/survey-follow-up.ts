/**
 * What could break a silence [INI-2]: an answer that is still due, something on the item under discussion that was not said
 * yet, an easier way to answer the question that was asked, or an offer. Never whether somebody is still there, and
 * nothing at all when there is nothing new to say.
 */
import type { Product } from "../catalog/product.ts";
import { heldPreferences } from "../dialogue/preferences.ts";
import type { DialogueState, OpenQuestion } from "../dialogue/state.ts";
import type { Strategy } from "../dialogue/strategies.ts";
import type { CardChoice } from "./choose-cards.ts";
import { type ClaimBook, createClaimBook } from "./claim-book.ts";
import { explainCard } from "./explain-card.ts";
import { bestQuestion, opinionInquiry } from "./inviting.ts";
import { type PlanContext, subjectOf } from "./plan-context.ts";
import { factsOf } from "./product-facts.ts";
import type { Prospect } from "./prospect.ts";
import { quoteCustomers, wordsWished } from "./quote-customers.ts";
import { type Answers, answersDue } from "./substance.ts";
import type { Survey } from "./survey-turn.ts";
import type { Content } from "./turn-plan.ts";

/** Null when nothing is worth breaking the silence for. */
export function surveyFollowUp(context: PlanContext): Survey | null {
  const book = createClaimBook();
  const cards: CardChoice = { products: [], candidates: candidatesOf(context), standing: "spoken-of" };
  const answers = answersDue(context, cards, book);
  const candidates: [Strategy, Prospect | null][] = [
    ["credibility", returnedTo(answers) ?? furtherFact(context, book)],
    ["personal-experience", customersWords(context, book)],
    ["opinion-inquiry", furtherQuestion(context, book)],
    ["offer-help", easierQuestion(context) ?? offer(context)],
  ];
  const prospects = new Map(
    candidates.flatMap(([strategy, prospect]) => (prospect ? [[strategy, prospect] as const] : [])),
  );
  if (prospects.size === 0) return null;
  return {
    cards,
    prospects,
    duties: [],
    book,
    settled: answers.settled,
    anticipates: null,
    forewarnings: [],
    bestGain: bestQuestion(context)?.gain ?? 0,
    redirection: null,
  };
}

function candidatesOf({ search }: PlanContext): CardChoice["candidates"] {
  return new Map(search.candidates.map((candidate) => [candidate.product.sku, candidate]));
}

/** What the shopper raised and nobody has settled comes before anything new [LED-4]. */
function returnedTo({ returns }: Answers): Prospect | null {
  const answer = returns.find(({ status }) => status === "answered");
  return answer ? { contents: answer.contents } : null;
}

function furtherFact(context: PlanContext, book: ClaimBook): Prospect | null {
  const subject = itemInPlay(context);
  const claims = subject ? factsOf(subject, asTold(subject, context), book, 1) : [];
  return subject && claims.length > 0 ? { contents: [{ type: "add-fact", sku: subject.sku, claims }] } : null;
}

/** What the shopper wished for and what the card gives as its reason are no news either. */
function asTold(product: Product, context: PlanContext): DialogueState {
  const { state } = context;
  const candidate = context.search.candidates.find(({ product: { sku } }) => sku === product.sku);
  const why = explainCard(product, candidate, context).toLowerCase();
  const known = [
    ...state.preferences.filter(({ held }) => held).map(({ attribute }) => attribute),
    ...product.attributes
      .filter(({ name, value }) => why.includes(value === "yes" ? name : value.toLowerCase()))
      .map(({ name }) => name),
    ...(/^rated|· rated/.test(why) ? ["rating"] : []),
    ...(/^(?:within|around|cheaper)|· (?:within|around|cheaper)/.test(why) ? ["price", "reduction"] : []),
  ];
  return { ...state, told: [...state.told, ...known.map((attribute) => `${product.sku} ${attribute}`)] };
}

function customersWords(context: PlanContext, book: ClaimBook): Prospect | null {
  const subject = itemInPlay(context);
  if (!subject) return null;
  const [claim, against] =
    quoteCustomers(subject, wordsWished(context), context, book) ??
    quoteCustomers(subject, [], context, book) ??
    [];
  if (claim === undefined) return null;
  const relayed = { type: "relay-review", sku: subject.sku, claim } as const;
  return { contents: [against === undefined ? relayed : { ...relayed, against }] };
}

/** What is talked of, unless the shopper has turned it down or it can't be had. */
function itemInPlay(context: PlanContext): Product | null {
  const subject = subjectOf(context);
  return subject === null || isTurnedDown(context, subject.sku) || !subject.inStock ? null : subject;
}

/** The agent's own question that the shopper has left standing. */
function pendingQuestion({ state }: PlanContext): OpenQuestion | null {
  return (
    state.openQuestions.findLast((entry) => entry.raisedBy === "agent" && entry.status === "open") ?? null
  );
}

/** A question that waits for its answer is not followed by another one, nor is an opening by "what can I do for you". */
function furtherQuestion(context: PlanContext, book: ClaimBook): Prospect | null {
  if (pendingQuestion(context)) return null;
  const question = opinionInquiry(context, book);
  return question?.asks === "category" ? null : question;
}

/** What somebody may not be able to say offhand. Whether it would be their first is no such thing. */
const HARD_TO_SAY_EXCEPT = new Set(["preferences", "experience", "choice"]);

function easierQuestion(context: PlanContext): Prospect | null {
  const question = pendingQuestion(context);
  // Once is a help, twice is pressing.
  if (!question || HARD_TO_SAY_EXCEPT.has(question.about) || context.state.followUps > 0) return null;
  const split = context.search.splits.find(({ attribute }) => attribute === question.about);
  const values = (split?.values ?? []).map(({ value }) => value).filter((value) => value.length <= 32);
  return {
    contents: [{ type: "ease-question", attribute: question.about }],
    replies: [...values.slice(0, 3), "No preference"],
  };
}

function offer(context: PlanContext): Prospect | null {
  const { state } = context;
  // The same offer into the same silence is the nudge that it must not be.
  if (state.lastStrategies.includes("offer-help") && state.followUps > 0) return null;
  const inPlay = [...new Set(state.focus)].filter(
    (sku) => context.product(sku)?.inStock && !isTurnedDown(context, sku),
  );
  const contents: Content[] =
    inPlay.length >= 2
      ? [{ type: "offer-comparison", skus: inPlay.slice(0, 2) }]
      : inPlay.length === 1
        ? [{ type: "offer-alternatives" }]
        : [];
  const isOpen = contents.length === 0 && heldPreferences(state.preferences).length === 0;
  const values = context.departments.filter((name) => name.length <= 28).slice(0, 4);
  if (isOpen && values.length >= 2)
    return { contents: [{ type: "name-departments", values }], replies: values };
  if (contents.length === 0) return null;
  return { contents, replies: inPlay.length >= 2 ? ["Compare them", "Show me more"] : ["Show me more"] };
}

function isTurnedDown({ state }: PlanContext, sku: string): boolean {
  return state.shown.some((item) => item.sku === sku && item.reaction === "rejected");
}
