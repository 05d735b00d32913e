/** Prospects of the first stage: taking up what the shopper said. */
import { isSuperlative } from "../dialogue/preferences.ts";
import type { OpenQuestion, Preference } from "../dialogue/state.ts";
import { type CardChoice, missingKind } from "./choose-cards.ts";
import type { ClaimBook } from "./claim-book.ts";
import { graveNews } from "./grave-news.ts";
import { heardAct, otherCurrency, type PlanContext } from "./plan-context.ts";
import { factsOf, meetsOf } from "./product-facts.ts";
import type { Prospect } from "./prospect.ts";
import type { Return } from "./return-to-question.ts";
import type { Content } from "./turn-plan.ts";

/** @param returns what is come back to before a goodbye [LED-4]. */
export function housekeeping(context: PlanContext, returns: readonly Return[] = []): Prospect | null {
  const { state } = context;
  if (state.turns === 0) return { contents: [{ type: "greet", returning: state.recall !== null }] };
  if (heardAct(context, "bye")) {
    const before = returns.flatMap(({ contents }) => contents);
    return { contents: [...before, { type: "farewell", sku: state.chosen }] };
  }
  const isAsking = state.heard.some(({ understanding }) => understanding.questions.length > 0);
  const nothingElse = !isAsking && added(context).length === 0;
  if (heardAct(context, "thank") && nothingElse) return { contents: [{ type: "welcome-thanks" }] };
  return null;
}

export function acknowledgment(context: PlanContext): Prospect | null {
  const grave = graveNews(context);
  if (grave !== null) return { contents: [{ type: "acknowledge-feeling", feeling: grave }] };
  const contents: Content[] = [];
  const { state } = context;
  // "Laptops it is" would promise what the shop does not have.
  if (missingKind(context) !== null) return null;
  const rejected = state.shown.filter((item) => item.reaction === "rejected").map((item) => item.sku);
  if (heardAct(context, "complain")) contents.push({ type: "apologise" });
  if (hesitates(context)) contents.push({ type: "give-time" });
  if (heardAct(context, "accept") && state.chosen !== null)
    contents.push({ type: "acknowledge-choice", sku: state.chosen });
  else if (heardAct(context, "reject") && rejected.length > 0)
    contents.push({ type: "acknowledge-rejection", skus: rejected.slice(-3) });
  else if (setsMemoryAside(context)) contents.push({ type: "start-anew" });
  else if (added(context).length + withdrawn(context).length > 0)
    contents.push({
      type: "acknowledge-preferences",
      preferences: added(context),
      withdrawn: withdrawn(context),
    });
  // An objection is answered, not felt with.
  const objects = state.heard.some(({ understanding }) => (understanding.objections ?? []).length > 0);
  if (contents.length === 0 && !objects && context.mode === "sociable") {
    const feeling = state.heard
      .map((message) => message.understanding.sentiment)
      .find((tone) => tone !== "neutral");
    if (feeling === "positive" || feeling === "negative")
      contents.push({ type: "acknowledge-feeling", feeling });
  }
  return contents.length > 0 ? { contents } : null;
}

export function rephrasePreference(context: PlanContext): Prospect | null {
  if (missingKind(context) !== null || heardAct(context, "bye")) return null;
  // Said back without news, wishes are a script.
  if (added(context).length + withdrawn(context).length === 0 && context.state.stall === 0) return null;
  // An amount that is not counted with is no understanding to be said back.
  const foreign = otherCurrency(context)?.preference.id;
  const preferences = context.state.preferences.filter(
    (wish) =>
      wish.held &&
      (wish.origin === "said" || wish.origin === "remembered") &&
      wish.id !== foreign &&
      isSayable(wish),
  );
  const told = latestWithKind(preferences);
  return told.length > 1 ? { contents: [{ type: "restate-preferences", preferences: told }] } : null;
}

/** The latest of many wishes, and the kind of thing that they are about however long ago it was named. */
export function latestWithKind(preferences: readonly Preference[], most = 4): Preference[] {
  const latest = preferences.slice(-most);
  const kind = preferences.findLast(isKind);
  return kind === undefined || latest.some(isKind) ? latest : [kind, ...latest.slice(1 - most)];
}

function isKind({ attribute, polarity }: Preference): boolean {
  return attribute === "category" && polarity === "positive";
}

export function similarity(context: PlanContext): Prospect | null {
  // "Lovely that you're choosing for somebody else" is no answer to a death.
  if (graveNews(context) !== null) return null;
  const wish = added(context).find(
    (candidate) =>
      candidate.origin === "said" &&
      candidate.attribute !== "category" &&
      // "It's good to stay with a name you trust" is no answer to "not from them".
      (candidate.polarity === "positive" || candidate.attribute !== "brand"),
  );
  return wish ? { contents: [{ type: "empathise", preference: wish }] } : null;
}

export function encouragement(context: PlanContext, cards: CardChoice, book: ClaimBook): Prospect | null {
  const { state } = context;
  const leaning = state.shown.findLast((item) => item.reaction === "liked")?.sku;
  // Who has chosen is backed once.
  if (state.chosen !== null && !heardAct(context, "accept")) return null;
  const sku = state.chosen ?? leaning;
  const product = sku === undefined ? null : (context.product(sku) ?? null);
  if (!product?.inStock) return null;
  const met = state.preferences.filter((wish) => cards.candidates.get(product.sku)?.meets.includes(wish.id));
  const claims = meetsOf(product, met, state, book, 2);
  const grounded = claims.length > 0 ? claims : factsOf(product, state, book, 1);
  if (grounded.length === 0) return null;
  const choice: Content[] =
    state.chosen && heardAct(context, "accept") ? [{ type: "acknowledge-choice", sku: product.sku }] : [];
  return { contents: [...choice, { type: "encourage", sku: product.sku, claims: grounded }] };
}

/** "Something cheaper it is" promises something cheaper: what nothing answers is not taken up so. */
function added(context: PlanContext): Preference[] {
  const { total, relaxed } = context.search;
  const currency = context.search.price?.low.currency;
  const isHeedable = ({ attribute, unit }: Preference) =>
    attribute !== "price" || unit === undefined || currency === undefined || unit === currency;
  const unanswered = total === 0 && relaxed?.preference.origin === "critique" ? relaxed.preference.id : null;
  return context.state.heard
    .flatMap((message) => message.added)
    .filter(
      (wish) => wish.origin !== "page" && wish.id !== unanswered && isSayable(wish) && isHeedable(wish),
    );
}

/** Whether what was remembered was taken up or set aside just now. */
export function answersRecall({ state }: PlanContext): boolean {
  return state.recall?.by != null && state.heard.some(({ messageId }) => messageId === state.recall?.by);
}

/** "Something new", in answer to what was remembered; another kind of product is taken up as the wish that it is. */
export function setsMemoryAside({ state }: PlanContext): boolean {
  const { recall, heard } = state;
  const by = heard.find((message) => message.messageId === recall?.by);
  return recall?.standing === "dropped" && by !== undefined && by.added.length === 0;
}

/** A doubt about nothing in particular: "I'll think about it". */
export function hesitates({ state }: PlanContext): boolean {
  return state.openQuestions.some(isHesitation);
}

export function isHesitation({ kind, about, status, raisedBy }: OpenQuestion): boolean {
  return raisedBy === "shopper" && status === "open" && kind === "doubt" && about === "other";
}

/** Words that were only caught in passing ("starts school") steer the search, but said back they sound like nonsense. */
export function isSayable({ attribute, operator, firmness, value, said }: Preference): boolean {
  // An order is answered by what is first in it.
  if (isSuperlative({ operator })) return false;
  if (attribute === "feature") return firmness === "must";
  return attribute !== "usage" || /^for\b/i.test(said) || /ing\b/.test(String(value));
}

/** What was taken back; a wish that another took the place of is acknowledged with its successor. */
function withdrawn(context: PlanContext): Preference[] {
  return context.state.heard
    .flatMap((message) => message.withdrawn)
    .filter((wish) => wish.revisedBy === undefined);
}
