/**
 * What could be said now, before anything is chosen: the cards, what each strategy would say, and what the situation
 * obliges the turn to do. The scheduler chooses among these prospects; `planTurn` puts the chosen ones together.
 */
import type { Strategy } from "../dialogue/strategies.ts";
import { CARDS_MAX, type CardChoice, chooseCards, leaningTo, missingKind } from "./choose-cards.ts";
import { type ClaimBook, createClaimBook } from "./claim-book.ts";
import { graveNews } from "./grave-news.ts";
import {
  bestQuestion,
  experienceInquiry,
  offerHelp,
  opinionInquiry,
  preferenceConfirmation,
} from "./inviting.ts";
import { isBelow } from "./judge-wish.ts";
import { silentOnMustNot } from "./must-not.ts";
import { type ItemPick, pickItem } from "./pick-item.ts";
import { asksForPick, heardAct, leavesChoice, otherCurrency, type PlanContext } from "./plan-context.ts";
import type { Duty, Prospect } from "./prospect.ts";
import { orderAsked } from "./rank-order.ts";
import { recallVisit } from "./recall-visit.ts";
import { type PlannedRedirection, redirect } from "./redirecting.ts";
import { askAssumed, type Return } from "./return-to-question.ts";
import {
  type Answers,
  answersDue,
  credibility,
  missOf,
  personalExperience,
  personalOpinion,
  selfModeling,
  transparency,
} from "./substance.ts";
import type { Content, TurnPlan } from "./turn-plan.ts";
import { unmetWish } from "./unmet-wish.ts";
import {
  acknowledgment,
  answersRecall,
  encouragement,
  hesitates,
  housekeeping,
  rephrasePreference,
  similarity,
} from "./uptake.ts";

export interface Survey {
  cards: CardChoice;
  prospects: ReadonlyMap<Strategy, Prospect>;
  duties: Duty[];
  book: ClaimBook;
  settled: Answers["settled"];
  anticipates: TurnPlan["anticipates"];
  /** What is serious enough to be said when the cards are first shown: the anticipated objection, what can't be promised. */
  forewarnings: Content[];
  /** Bits that the best question would save; 0 when none is worth asking. */
  bestGain: number;
  /** The way out of a stall; its strategy's prospect is what it says [INI-3]. */
  redirection: PlannedRedirection | null;
}

export function surveyTurn(context: PlanContext): Survey {
  const book = createClaimBook();
  const choice = chooseCards(context);
  const pick = pickItem(context, choice, book);
  const cards = withPick(choice, pick, context);
  const answers = answersDue(context, cards, book);
  const recalled = recallVisit(context, book);
  // Who asks for the cheapest is not talked into another.
  const speaksForFirst = orderAsked(context) === null || pick?.product.sku === cards.products[0]?.sku;
  const candidates: [Strategy, Prospect | null][] = [
    ["housekeeping", housekeeping(context, answers.returns)],
    ["acknowledgment", acknowledgment(context)],
    ["rephrase-preference", rephrasePreference(context)],
    ["similarity", similarity(context)],
    ["encouragement", encouragement(context, cards, book)],
    ["transparency", transparency(context, cards, answers, book)],
    ["credibility", credibility(context, cards, answers, book)],
    ["personal-opinion", speaksForFirst ? personalOpinion(context, cards, pick, book) : null],
    ["personal-experience", personalExperience(context, cards, book)],
    ["self-modeling", speaksForFirst ? selfModeling(context, cards, pick, book) : null],
    // Who leaves the choice to the agent is not asked again.
    ["opinion-inquiry", leavesChoice(context) ? null : opinionInquiry(context, book)],
    ["experience-inquiry", leavesChoice(context) ? null : experienceInquiry(context)],
    ["preference-confirmation", recalled ?? preferenceConfirmation(context)],
    ["offer-help", offerHelp(context, cards, book)],
  ];
  const prospects = new Map(
    candidates.flatMap(([strategy, prospect]) => (prospect ? [[strategy, prospect] as const] : [])),
  );
  const redirection = redirect(context, cards, book);
  if (redirection) prospects.set(redirection.strategy, redirection.prospect);
  // Whatever a mode or a merchant switches off, a turn has something to say: that the door is open.
  if (!ALWAYS_ALLOWED.some((strategy) => prospects.has(strategy)))
    prospects.set("offer-help", { contents: [{ type: "ask-what-else" }] });
  return {
    cards,
    prospects,
    duties: dutiesOf(context, cards, answers, pick, recalled !== null),
    book,
    settled: answers.settled,
    anticipates: anticipate(context, cards, book),
    forewarnings: forewarn(context, cards, book),
    bestGain: bestQuestion(context)?.gain ?? 0,
    redirection,
  };
}

/** What is picked when it is asked for, or for news of it, is there to be looked at: an earlier pick comes back. */
function withPick(cards: CardChoice, pick: ItemPick | null, context: PlanContext): CardChoice {
  const { products } = cards;
  if (pick === null || products.length === 0 || products.some(({ sku }) => sku === pick.product.sku))
    return cards;
  if (!asksForPick(context) && pick.news === null) return cards;
  return { ...cards, products: [...products.slice(0, CARDS_MAX - 1), pick.product] };
}

/** Neither sociable nor questions: no mode and no count of questions masks these. */
const ALWAYS_ALLOWED: Strategy[] = [
  "housekeeping",
  "acknowledgment",
  "rephrase-preference",
  "transparency",
  "credibility",
  "offer-help",
];
const INTRODUCING: Strategy[] = ["credibility", "personal-opinion", "personal-experience", "self-modeling"];

/** Reasons to speak first that the first words have to fit [INI-1]. */
const SPOKEN_OF: ReadonlySet<string> = new Set(["product-compare", "cart-idle", "no-results"]);

/** In order of weight: when more come together than a turn holds, the later ones wait. */
function dutiesOf(
  context: PlanContext,
  cards: CardChoice,
  answers: ReturnType<typeof answersDue>,
  pick: ItemPick | null,
  recalls: boolean,
): Duty[] {
  const duties: Duty[] = [];
  const { state } = context;
  if (state.turns === 0) {
    duties.push({ oneOf: ["housekeeping"], because: "a first message greets" });
    duties.push({ oneOf: ["transparency"], because: "a first message says that it comes from an AI" });
    if (state.heard.length === 0 && state.noticed !== null && SPOKEN_OF.has(state.noticed.reason))
      duties.push({ oneOf: ["offer-help"], because: "the page shows what the shopper is at" });
    else if (recalls)
      duties.push({ oneOf: ["preference-confirmation"], because: "the shopper comes back to something" });
    else if (state.heard.length === 0 && state.page?.sku && context.product(state.page.sku))
      duties.push({ oneOf: ["offer-help"], because: "the shopper is looking at a product" });
  }
  if (answers.told.length > 0)
    duties.push({
      oneOf: ["credibility"],
      because: "the shopper asked something the catalog or the shop answers",
    });
  for (const { question, status } of heardAct(context, "bye") ? [] : answers.returns)
    duties.push({
      oneOf: [status === "answered" ? "credibility" : "transparency"],
      because: `the decision turns on what was left open: ${question.kind} on ${question.about}`,
    });
  if (askAssumed(context))
    duties.push({ oneOf: ["opinion-inquiry"], because: "what was said in passing left something to ask" });
  if (state.turns > 0 && owesPlainWord(context, answers, cards))
    duties.push({
      oneOf: ["transparency"],
      because: "something has to be said plainly: what is not known, not possible or not there",
    });
  if (heardAct(context, "bye"))
    duties.push({
      oneOf: ["housekeeping"],
      because: ["the shopper says goodbye", ...answers.returns.map(leftOpen)].join("; "),
    });
  else if (state.turns > 0 && housekeeping(context) !== null)
    duties.push({ oneOf: ["housekeeping"], because: "the shopper says thanks" });
  if (heardAct(context, "accept") && state.chosen !== null)
    duties.push({ oneOf: ["encouragement", "acknowledgment"], because: "the shopper made a choice" });
  if (answersRecall(context))
    duties.push({
      oneOf: ["acknowledgment"],
      because: "the shopper says whether to go on from an earlier visit",
    });
  if (leaningTo(context) !== null)
    duties.push({
      oneOf: ["encouragement", "credibility", "personal-experience"],
      because: "the shopper leans to an item",
    });
  if (graveNews(context) !== null)
    duties.push({ oneOf: ["acknowledgment"], because: "the shopper tells of something grave" });
  if (hesitates(context)) duties.push({ oneOf: ["acknowledgment"], because: "the shopper wants time" });
  if (heardAct(context, "reject", "complain"))
    duties.push({ oneOf: ["acknowledgment"], because: "an objection is never passed over" });
  if (asksForPick(context) && cards.products.length > 0) {
    duties.push({ oneOf: ["personal-opinion"], because: "the shopper asked which one" });
    duties.push({ oneOf: ["personal-opinion", "credibility"], because: "the shopper asked to compare" });
  } else if (pick?.insteadOf != null)
    duties.push({ oneOf: ["personal-opinion"], because: "the earlier pick is no longer the best one" });
  if (
    (cards.standing === "fresh" || cards.standing === "left" || cards.standing === "again") &&
    answers.told.length === 0
  )
    duties.push({ oneOf: INTRODUCING, because: "the cards have to be introduced" });
  return duties;
}

function leftOpen({ question }: Return): string {
  return `before that, what was left open: ${question.kind} on ${question.about}`;
}

function owesPlainWord(
  context: PlanContext,
  answers: ReturnType<typeof answersDue>,
  cards: CardChoice,
): boolean {
  if (
    answers.untold.length > 0 ||
    cards.standing === "exhausted" ||
    (cards.standing === "closest" && cards.products.length > 0)
  )
    return true;
  if (otherCurrency(context) !== null) return true;
  if (missingKind(context) !== null || heardAct(context, "ask-human", "out-of-scope")) return true;
  if (leavesChoice(context)) return false;
  return context.state.heard.some(({ understanding }) => {
    const empty =
      understanding.preferences.length + understanding.critiques.length + understanding.questions.length ===
        0 && understanding.acts.every((act) => act === "inform" || act === "ask-recommendation");
    const foreign = understanding.language !== "en" && understanding.language !== "und";
    return foreign || (empty && understanding.unclear.length > 0);
  });
}

/** A rating below this is an objection; one of two buyers says little. */
const LOW_RATING = 3.5;
const RATING_COUNT_MIN = 3;

function forewarn(context: PlanContext, cards: CardChoice, book: ClaimBook): Content[] {
  const shown = cards.standing === "spoken-of" ? [] : cards.products;
  const silent = silentOnMustNot(shown, context);
  const objection = seriousObjection(context, cards, book);
  return [
    ...(silent === null ? [] : [{ type: "cannot-promise", ...silent } as const]),
    ...(objection === null ? [] : [objection]),
    ...unmetWish(context, cards),
  ];
}

/** What a shopper would rather hear at once: over the number that was asked for, or poorly rated. Null when it was told. */
function seriousObjection(context: PlanContext, cards: CardChoice, book: ClaimBook): Content | null {
  const [first] = cards.products;
  if (!first || cards.standing !== "fresh") return null;
  const isTold = (what: string) => context.state.told.includes(`${first.sku} ${what}`);
  const miss = missOf(context, cards, book);
  const isMeasured =
    miss?.wish.attribute === "price" || (miss?.wish.operator !== "is" && miss?.value != null);
  if (miss && isMeasured && !isTold(miss.wish.attribute)) return miss.content;
  const rating = first.rating;
  if (!rating || rating.value >= LOW_RATING || rating.count < RATING_COUNT_MIN || isTold("rating"))
    return null;
  const claim = book.rating(first);
  return claim === null ? null : { type: "admit-miss", sku: first.sku, claim };
}

/** [MOV-1] The objection the first card is likely to meet. */
function anticipate(context: PlanContext, cards: CardChoice, book: ClaimBook): TurnPlan["anticipates"] {
  const [first] = cards.products;
  if (!first) return null;
  if (!first.inStock) return { sku: first.sku, objection: "out-of-stock", detail: "not in stock" };
  const miss = missOf(context, cards, book);
  if (miss) {
    const isOver = miss.wish.attribute === "price" && !isBelow(first, miss.wish);
    const objection = isOver ? "over-budget" : "misses-wish";
    return { sku: first.sku, objection, detail: miss.value ?? miss.wish.said };
  }
  if (first.rating && first.rating.value < LOW_RATING)
    return { sku: first.sku, objection: "low-rating", detail: String(first.rating.value) };
  return null;
}
