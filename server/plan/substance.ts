/** Prospects of the second stage: answers, facts, stances, reviews, and plain dealing about what is not known. */
import type { Product } from "../catalog/product.ts";
import type { Settled } from "../dialogue/events.ts";
import { heldPreferences } from "../dialogue/preferences.ts";
import type { OpenQuestion } from "../dialogue/state.ts";
import { answerObjections } from "./answer-objection.ts";
import { answerQuestion, questionsDue, waitsForItem } from "./answer-question.ts";
import { type CardChoice, isBrandAgain, missingKind } from "./choose-cards.ts";
import { type ClaimBook, createClaimBook } from "./claim-book.ts";
import { comparisonsOf } from "./compare-products.ts";
import { nameSearch } from "./name-search.ts";
import type { ItemPick } from "./pick-item.ts";
import {
  asksForPick,
  heardAct,
  leavesChoice,
  otherCurrency,
  type PlanContext,
  subjectOf,
} from "./plan-context.ts";
import { factsOf, meetsOf } from "./product-facts.ts";
import type { Prospect } from "./prospect.ts";
import { quoteCustomers, wordsWished } from "./quote-customers.ts";
import { introduceExtreme, orderAsked, tellUnsurpassed } from "./rank-order.ts";
import { relayAnswer } from "./relay-answer.ts";
import { type Return, returnsDue } from "./return-to-question.ts";
import type { Content } from "./turn-plan.ts";
import { isHesitation, isSayable } from "./uptake.ts";

export interface Answers {
  told: Content[];
  untold: Content[];
  /** What earlier turns left open and this one comes back to [LED-4]. */
  returns: Return[];
  /** `by` is the question whose content settles it, or the type of a content without one; null when no words of its own do. */
  settled: (Settled & { by: string | null })[];
}

/** More answers than this in one turn read as a data sheet. Those of one message stay together all the same [LED-2]. */
const ANSWERS_MAX = 3;

/** Every question due, answered or owned up to. Both of two questions in one message are dealt with [LED-2]. */
export function answersDue(context: PlanContext, cards: CardChoice, book: ClaimBook): Answers {
  const answers: Answers = { told: [], untold: [], returns: [], settled: [] };
  for (const question of withWholeMessages(questionsDue(context))) {
    const isDealtWith =
      isComparison(question, context, cards) ||
      ((isWish(question, context, cards) || isHesitation(question)) && !isAnsweredByShop(question, context));
    if (isDealtWith) {
      answers.settled.push({ questionId: question.id, status: "answered", by: null });
      continue;
    }
    if (waitsForItem(question, context)) continue;
    const overview = overviewOf(question, context, book);
    if (overview) {
      answers.told.push(overview);
      answers.settled.push({ questionId: question.id, status: "answered", sku: overview.sku, by: null });
      continue;
    }
    const content = answerQuestion(question, context, book, cards.products[0]);
    const status = content.type === "cannot-answer" ? "unanswerable" : "answered";
    // Two questions with one answer are answered once.
    const twin = twinOf(content, answers.told);
    if (!twin) (isKnown(content) ? answers.told : answers.untold).push(content);
    const sku = "sku" in content ? content.sku : null;
    const by = content.type === "answer-identity" ? content.type : (twin?.question.id ?? question.id);
    answers.settled.push({ questionId: question.id, status, ...(sku === null ? {} : { sku }), by });
  }
  // Before the answers to questions: what speaks against an item weighs more than what is asked of it.
  answers.told.unshift(...answerObjections(context, cards, book));
  answers.returns = returnsDue(
    context,
    book,
    answers.told.length + answers.untold.length > 0 || orderAsked(context) !== null,
  );
  for (const { question, status, sku } of answers.returns)
    answers.settled.push({
      questionId: question.id,
      status,
      ...(sku === null ? {} : { sku }),
      by: question.id,
    });
  return answers;
}

/** "Tell me about the first one" is answered by what is worth knowing of it and was not told yet. */
function overviewOf(question: OpenQuestion, context: PlanContext, book: ClaimBook) {
  if (question.about !== "overview") return null;
  const asked = question.skus.flatMap((sku) => context.product(sku) ?? []);
  const product = asked[0] ?? subjectOf(context);
  if (!product) return null;
  const fresh = factsOf(product, context.state, book, OVERVIEW_FACTS);
  // Who asks again for what little the listing says is told it again.
  const claims =
    fresh.length > 0 ? fresh : factsOf(product, { ...context.state, told: [] }, book, OVERVIEW_FACTS);
  return claims.length > 0 ? ({ type: "tell-facts", sku: product.sku, claims } as const) : null;
}
const OVERVIEW_FACTS = 3;

/** Both of two questions in one message are answered, or both wait [LED-2]. */
function withWholeMessages(due: OpenQuestion[]): OpenQuestion[] {
  const messages = [...new Set(due.map(({ raisedIn }) => raisedIn))];
  const taken: OpenQuestion[] = [];
  for (const message of messages) {
    const together = due.filter(({ raisedIn }) => raisedIn === message);
    if (taken.length > 0 && taken.length + together.length > ANSWERS_MAX) break;
    taken.push(...together);
  }
  return taken;
}

type Known = Extract<Content, { type: "answer-fact" | "relay-answer" }>;

function isKnown(content: Content): content is Known {
  return content.type === "answer-fact" || content.type === "relay-answer";
}

function twinOf(content: Content, told: readonly Content[]) {
  if (!isKnown(content)) return undefined;
  return told.filter(isKnown).find((other) => other.claims.join() === content.claims.join());
}

/** "Do you gift-wrap backpacks?" asks for no backpack, where the shop has answered it. */
function isAnsweredByShop(question: OpenQuestion, context: PlanContext): boolean {
  return relayAnswer(question, subjectOf(context), context, createClaimBook()) !== null;
}

/** "Which is better, the first or the second?" is answered by a stance or a comparison, not by a row. */
function isComparison(question: OpenQuestion, context: PlanContext, cards: CardChoice): boolean {
  return question.about === "other" && asksForPick(context) && cards.products.length > 0;
}

/** "What bikes do you have?" and "what about 2,000?" are answered by showing them. */
function isWish(question: OpenQuestion, { state }: PlanContext, cards: CardChoice): boolean {
  const message = state.heard.find(({ messageId }) => messageId === question.raisedIn);
  const asksWithWishes = question.about === "other" && question.skus.length === 0;
  if (asksWithWishes && message !== undefined && message.added.length > 0) return true;
  return (
    question.about === "other" &&
    question.skus.length === 0 &&
    cards.standing === "fresh" &&
    cards.products.length > 0
  );
}

export function transparency(
  context: PlanContext,
  cards: CardChoice,
  answers: Answers,
  book: ClaimBook,
): Prospect | null {
  const contents: Content[] = [];
  const { state } = context;
  if (state.turns === 0) contents.push({ type: "disclose-ai" });
  const currency = otherCurrency(context);
  if (currency) contents.push({ type: "other-currency", ...currency });
  contents.push(...answers.untold, ...returned(context, answers, "unanswerable"));
  const language = state.heard
    .map((message) => message.understanding.language)
    .find((tag) => tag !== "en" && tag !== "und");
  if (language !== undefined) contents.push({ type: "other-language", language });
  if (heardAct(context, "ask-human"))
    contents.push({
      ...{ type: "offer-person", available: context.humanAvailable },
      ...(context.away && { away: context.away }),
    });
  else if (context.humanAvailable && owesPerson(context, answers))
    contents.push({ type: "offer-person", available: true });
  contents.push(...deadEnd(context, cards, book));
  const kind = missingKind(context);
  if (kind !== null) contents.push({ type: "no-such-kind", kind, instead: context.departments.slice(0, 3) });
  if (cards.standing === "exhausted") contents.push({ type: "nothing-more" });
  if (heardAct(context, "out-of-scope")) contents.push({ type: "decline-topic" });
  const unclear = unclearFragment(context);
  if (contents.length === 0 && unclear !== null) contents.push({ type: "not-understood", fragment: unclear });
  if (contents.length > 0) return { contents };

  const miss = heardAct(context, "accept", "bye") ? null : missOf(context, cards, book);
  return miss ? { contents: [...introduction(context, cards, book), miss.content] } : null;
}

/** What no listing answers, a person may know [LED-3]. Offered again turn after turn it would be a refrain. */
function owesPerson({ state }: PlanContext, { untold }: Answers): boolean {
  const isOffered = state.openQuestions.some(
    ({ raisedBy, status, raisedAfter }) =>
      raisedBy === "shopper" && status === "unanswerable" && raisedAfter === state.turns - 1,
  );
  return !isOffered && untold.some(({ type }) => type === "cannot-answer");
}

/** [INI-4] What would have done is sold out, or one wish gives way; then the nearest there is. */
function deadEnd(context: PlanContext, cards: CardChoice, book: ClaimBook): Content[] {
  const { relaxed, soldOut } = context.search;
  const isShown = cards.standing === "closest" && cards.products.length > 0;
  if (soldOut && isShown) {
    const { product } = soldOut;
    const isTold = context.state.told.includes(`${product.sku} availability`);
    return [{ type: "sold-out", sku: product.sku, claim: isTold ? null : book.availability(product) }];
  }
  if (!relaxed || !isShown) return [];
  const unsurpassed = tellUnsurpassed(context, book);
  if (unsurpassed) return [unsurpassed];
  const { preference, also, total, nearest } = relaxed;
  if (isBrandAgain(context)) {
    const { total: ofBrand = 0, kinds = [] } = relaxed.ofBrand ?? {};
    const claims = ofBrand > 0 ? [book.count(ofBrand, `products from ${preference.value}`)] : [];
    return [{ type: "brand-elsewhere", preference, kinds, claims }];
  }
  const claims = [book.count(total, nameSearch(context, [preference, ...(also ?? [])]))];
  return [{ type: "relax", preference, ...(also && { also }), claims, nearest }];
}

/** [NLU-2] What was not understood is asked about, unless the rest of the message said enough to go on. */
function unclearFragment(context: PlanContext): string | null {
  const { heard } = context.state;
  const said = heard.some(
    ({ understanding }) =>
      understanding.preferences.length + understanding.critiques.length + understanding.questions.length >
        0 ||
      understanding.acts.some(
        (act) => act !== "inform" && act !== "out-of-scope" && act !== "ask-recommendation",
      ),
  );
  // "Surprise me" says enough.
  if (said || leavesChoice(context)) return null;
  return heard.flatMap((message) => message.understanding.unclear)[0] ?? null;
}

export function credibility(
  context: PlanContext,
  cards: CardChoice,
  answers: Answers,
  book: ClaimBook,
): Prospect | null {
  const contents: Content[] = [...answers.told, ...returned(context, answers, "answered")];
  const [first, second] = cards.products;
  if (first && second && answers.told.length === 0 && asksForPick(context)) {
    const claims = comparisonsOf(first, second).map((comparison) =>
      book.compare(comparison, [first, second]),
    );
    if (claims.length > 0)
      return { contents: [...contents, { type: "tell-facts", sku: first.sku, claims: claims.slice(0, 2) }] };
  }
  if (
    first &&
    (cards.standing === "fresh" || answers.told.length === 0) &&
    (cards.standing === "again" || !heardAct(context, "accept"))
  ) {
    contents.push(...introduction(context, cards, book));
    if (answers.told.length === 0) contents.push(...facts(first, context, book));
  }
  const subject = subjectOf(context);
  if (contents.length === 0 && subject && !heardAct(context, "bye", "accept"))
    contents.push(...facts(subject, context, book));
  return contents.length > 0 ? { contents } : null;
}

/** At a goodbye they stand before it, in the words of parting. */
function returned(context: PlanContext, { returns }: Answers, status: Return["status"]): Content[] {
  if (heardAct(context, "bye")) return [];
  return returns.filter((each) => each.status === status).flatMap(({ contents }) => contents);
}

function facts(product: Product, context: PlanContext, book: ClaimBook): Content[] {
  const claims = factsOf(product, context.state, book, 2);
  return claims.length > 0 ? [{ type: "tell-facts", sku: product.sku, claims }] : [];
}

export function personalOpinion(
  context: PlanContext,
  cards: CardChoice,
  pick: ItemPick | null,
  book: ClaimBook,
): Prospect | null {
  if (heardAct(context, "accept", "bye")) return null;
  // With nothing to go by, "cheaper than a backpack" is no reason for a flask.
  const isBlind =
    pick === null || (!pick.isStanding && heldPreferences(context.state.preferences).length === 0);
  if (leavesChoice(context) && isBlind) return plainPick(context, cards, book);
  if (pick === null) return null;
  const { product, over, insteadOf, isStanding, news, because } = pick;
  const claims = pick.claims.slice(0, 2);
  // The same opinion offered twice without being asked for is no news.
  if (isStanding && news === null && !asksForPick(context) && cards.standing !== "fresh") return null;
  if (claims.length === 0 && !isStanding && insteadOf === null) return null;
  // Beside other cards, an earlier pick that nobody asks for would be spoken of behind their backs.
  const isAmongCards = cards.products.length === 0 || cards.products.some(({ sku }) => sku === product.sku);
  if (!isAmongCards) return null;
  const stance: Content = {
    type: "take-stance",
    sku: product.sku,
    over: over?.sku ?? null,
    claims,
    changed: insteadOf !== null,
    ...(isStanding && { again: true }),
    news,
  };
  return {
    contents: [...introduction(context, cards, book), stance],
    stance: {
      sku: product.sku,
      over: over?.sku ?? null,
      because,
      ...(insteadOf !== null && { insteadOf }),
    },
  };
}

/** Where nothing tells one item from the others, the search's first is picked for what is known of it. */
function plainPick(context: PlanContext, cards: CardChoice, book: ClaimBook): Prospect | null {
  const product = cards.products.find(({ inStock }) => inStock);
  const claims = product ? factsOf(product, { ...context.state, told: [] }, book, 2).slice(0, 2) : [];
  if (!product || claims.length === 0) return null;
  const stance: Content = {
    type: "take-stance",
    sku: product.sku,
    over: null,
    claims,
    changed: false,
    news: null,
  };
  return {
    contents: [...introduction(context, cards, book), stance],
    stance: { sku: product.sku, over: null, because: [] },
  };
}

export function personalExperience(
  context: PlanContext,
  cards: CardChoice,
  book: ClaimBook,
): Prospect | null {
  const product = cards.products[0] ?? subjectOf(context);
  if (!product || context.state.turns === 0 || heardAct(context, "accept", "bye")) return null;
  const [claim, against] =
    quoteCustomers(product, wordsWished(context), context, book) ??
    quoteCustomers(product, [], context, book) ??
    [];
  if (claim === undefined) return null;
  const relayed = { type: "relay-review", sku: product.sku, claim } as const;
  return {
    contents: [
      ...introduction(context, cards, book),
      against === undefined ? relayed : { ...relayed, against },
    ],
  };
}

export function selfModeling(
  context: PlanContext,
  cards: CardChoice,
  pick: ItemPick | null,
  book: ClaimBook,
): Prospect | null {
  const first = pick?.product;
  // Who has just chosen needs no case made; and a change of mind is a stance, not a case.
  if (!first || pick.insteadOf !== null || heardAct(context, "accept")) return null;
  if (!cards.products.includes(first)) return null;
  const met = metBy(first, context, cards).filter((wish) => wish.attribute !== "category" && isSayable(wish));
  const claims = meetsOf(first, met, context.state, book, 2);
  if (claims.length === 0) return null;
  const because = met.map((wish) => wish.attribute);
  return {
    contents: [
      ...introduction(context, cards, book),
      { type: "model-choice", sku: first.sku, preferences: met.slice(0, 2), claims },
    ],
    stance: { sku: first.sku, over: null, because },
  };
}

function metBy(product: Product, context: PlanContext, cards: CardChoice) {
  const meets = cards.candidates.get(product.sku)?.meets ?? [];
  return context.state.preferences.filter((wish) => wish.held && meets.includes(wish.id));
}

/** "Here are three of 24 that fit", or, when all of them were seen before, "that leaves these two". */
function introduction(context: PlanContext, cards: CardChoice, book: ClaimBook): Content[] {
  const { standing } = cards;
  if (
    cards.products.length === 0 ||
    standing === "closest" ||
    standing === "exhausted" ||
    standing === "spoken-of"
  )
    return [];
  const extreme = introduceExtreme(context, cards, book);
  if (extreme) return [extreme];
  const more = standing === "fresh" && context.search.total > cards.products.length;
  const claims = more ? [book.count(context.search.total, nameSearch(context))] : [];
  return [{ type: "present-cards", skus: cards.products.map((product) => product.sku), claims, standing }];
}

/** The first card's likely objection: a wish it misses. Said first, it costs less trust than found out later. */
export function missOf(context: PlanContext, cards: CardChoice, book: ClaimBook) {
  const [first] = cards.products;
  const missed = first && cards.candidates.get(first.sku)?.misses[0];
  const wish = context.state.preferences.find((candidate) => candidate.id === missed);
  // A critique set no budget: "over your budget" would be untrue of what is merely not cheaper.
  if (!first || !wish || wish.origin === "critique") return null;
  const value = first.attributes.find((attribute) => attribute.name === wish.attribute)?.value ?? null;
  const claim = book.misses(first, wish, value);
  return { product: first, wish, value, content: { type: "admit-miss", sku: first.sku, claim } as const };
}
