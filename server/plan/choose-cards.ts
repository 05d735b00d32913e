/** Which items the turn shows. What an answer speaks of was shown before; a recommendation shows what is new. */
import type { Candidate, CandidateSearch } from "../catalog/candidates.ts";
import type { Product, Sku } from "../catalog/product.ts";
import { heldPreferences, isSuperlative } from "../dialogue/preferences.ts";
import type { Preference } from "../dialogue/state.ts";
import {
  asksForPick,
  asksForReason,
  heardAct,
  leavesChoice,
  type PlanContext,
  subjectOf,
} from "./plan-context.ts";
import { orderAsked, unsurpassed } from "./rank-order.ts";

export const CARDS_MAX = 3;

export interface CardChoice {
  products: Product[];
  /** By sku, where the search ranked it. */
  candidates: Map<Sku, Candidate>;
  /**
   * New to the shopper; brought back from an earlier visit; the nearest there is when nothing matches all wishes; seen before and left by the latest wishes;
   * all that there is, when more was asked for; or simply what is being spoken of.
   */
  standing: "fresh" | "closest" | "left" | "again" | "exhausted" | "spoken-of";
}

export function chooseCards(context: PlanContext): CardChoice {
  const { state, search } = context;
  const relaxed = search.total === 0 ? search.relaxed : null;
  const pool = relaxed?.candidates ?? search.candidates;
  const candidates = new Map(pool.map((candidate) => [candidate.product.sku, candidate]));
  const choice = (products: Product[], standing: CardChoice["standing"] = "spoken-of"): CardChoice => ({
    products: products.slice(0, CARDS_MAX),
    candidates,
    standing,
  });
  const nothing = choice([]);

  if (state.turns === 0 && state.heard.length === 0) return nearestToSearch(context);
  if (heardAct(context, "bye")) return nothing;
  if (heardAct(context, "accept") && state.chosen !== null)
    return choice(productsOf(context, [state.chosen]));
  const again = shownEarlier(context);
  if (again.length > 0) return choice(again, "again");
  // The reasons of a stance are of its item.
  if (asksForReason(context)) return choice(productsOf(context, comparedSkus(context)));
  if (asksForPick(context)) {
    const compared = productsOf(context, comparedSkus(context));
    if (compared.length >= 2) return choice(compared);
  }
  if (asksAboutShownItem(context)) return nothing;
  const leaning = leaningTo(context);
  if (leaning !== null) return choice([leaning]);
  if (onlyPraises(context)) return nothing;
  // Of a kind the shop has none of, nothing comes near; what it does have is named instead.
  if (!wantsToSee(context) || missingKind(context) !== null) return nothing;

  const seen = new Set(state.shown.map((item) => item.sku));
  const unseen = pool.map((candidate) => candidate.product).filter((product) => !seen.has(product.sku));
  const all = pool.map((candidate) => candidate.product);
  // "The closest" is said of what is the closest, seen before or not.
  const last = unsurpassed(context);
  if (last !== null) return choice([last.product], "closest");
  // Of what was asked for nothing is left: what is no scarf is no answer to "any other scarves?".
  if (relaxed !== null && context.search.soldOut === null && givesUpKind(relaxed))
    return choice([], "exhausted");
  const elsewhere = isBrandAgain(context) ? relaxed?.ofBrand?.candidates : undefined;
  if (elsewhere !== undefined) {
    const products = elsewhere.map(({ product }) => product);
    return {
      ...choice(products, "closest"),
      candidates: new Map(elsewhere.map((each) => [each.product.sku, each])),
    };
  }
  if (relaxed !== null) return choice(all, "closest");
  // A wish that the best of those seen answers is no reason to show what is left over.
  const isNarrowed = state.heard.some(({ added }) => added.length > 0);
  const [top] = all;
  // The cheapest is the cheapest, seen before or not.
  if (isNarrowed && state.preferences.some((wish) => wish.held && isSuperlative(wish)))
    return choice(all, "fresh");
  if (isNarrowed && unseen.length < CARDS_MAX && top !== undefined && seen.has(top.sku))
    return choice(all, "left");
  const kept = isNarrowed ? stillBest(pool, seen) : [];
  if (kept.length > 1) return choice(kept, "left");
  if (kept.length > 0) return choice([...kept, ...unseen], "fresh");
  if (unseen.length > 0) return choice(unseen, "fresh");
  if (heardAct(context, "ask-recommendation") && all.length > 0) return choice(all, "exhausted");
  return choice(all, "left");
}

/** Of what was seen, what answers the wishes better than anything new: it comes first, rather than something new for its own sake. */
function stillBest(pool: readonly Candidate[], seen: ReadonlySet<Sku>): Product[] {
  const isSeen = ({ product }: Candidate) => seen.has(product.sku);
  const score = ({ meets, misses }: Candidate) => meets.length - misses.length;
  const best = Math.max(Number.NEGATIVE_INFINITY, ...pool.filter((each) => !isSeen(each)).map(score));
  return pool.filter((each) => isSeen(each) && score(each) > best).map(({ product }) => product);
}

/** "Let's go on from there": what the shopper had in mind on the earlier visit and can still have. */
function shownEarlier(context: PlanContext): Product[] {
  const { recall, heard } = context.state;
  const goesOn = heard.some(
    ({ messageId, understanding }) => messageId === recall?.by && understanding.acts.includes("accept"),
  );
  if (!goesOn || recall?.standing !== "resumed") return [];
  const { items } = recall.memory;
  const skus = items.filter(({ reaction }) => reaction !== "rejected").map(({ sku }) => sku);
  return productsOf(context, skus).filter(({ inStock }) => inStock);
}

/** Where the shop's own search found nothing; no cards otherwise. */
export function nearestToSearch({ nearest = [] }: PlanContext): CardChoice {
  return {
    products: nearest.slice(0, CARDS_MAX),
    candidates: new Map(),
    standing: nearest.length > 0 ? "closest" : "spoken-of",
  };
}

/** Told that there is none, the shopper stays with a brand: the same dead end in the same words would be no answer. */
export function isBrandAgain({ search, state }: PlanContext): boolean {
  const wish = search.total === 0 ? search.relaxed?.preference : undefined;
  if (wish?.attribute !== "brand" || wish.polarity === "negative") return false;
  return state.preferences.some(
    (earlier) =>
      earlier.id !== wish.id &&
      !earlier.held &&
      earlier.attribute === "brand" &&
      earlier.polarity === "positive" &&
      earlier.value === wish.value,
  );
}

/** Whether nothing of the wished kind is left: all that there is of it was turned down. */
function givesUpKind({ preference, also = [], isUnmet }: NonNullable<CandidateSearch["relaxed"]>): boolean {
  const isKind = ({ attribute, polarity }: Preference) => attribute === "category" && polarity === "positive";
  return !isUnmet && [preference, ...also].some(isKind);
}

/** The kind of product that was wished for and that the shop has none of. */
export function missingKind(context: PlanContext): string | null {
  const { search, state } = context;
  const isWanted =
    heardAct(context, "ask-recommendation", "critique") ||
    state.heard.some((message) => message.added.length > 0);
  if (!isWanted) return null;
  const excluding = search.total === 0 && search.relaxed?.isUnmet ? search.relaxed.preference : undefined;
  return excluding?.attribute === "category" && typeof excluding.value === "string" ? excluding.value : null;
}

/** The items a comparison is of: those named, else those shown last that are still in play, else the first under discussion. */
export function comparedSkus(context: PlanContext): Sku[] {
  const { state } = context;
  const named = namedToCompare(context);
  if (named.length >= 2) return named.slice(0, CARDS_MAX);
  const lastTurn = state.shown.at(-1)?.turnId;
  const inPlay = state.shown.filter(
    ({ turnId, sku, reaction }) =>
      turnId === lastTurn && reaction !== "rejected" && context.product(sku) !== undefined,
  );
  const shown = inPlay.map(({ sku }) => sku);
  const standing = state.commitments.findLast(({ held }) => held)?.sku;
  const skus = [...new Set([...named, ...shown, ...(standing === undefined ? [] : [standing])])];
  // The pick is one of those that it is compared with.
  if (standing !== undefined && skus.indexOf(standing) >= CARDS_MAX)
    return [...skus.slice(0, CARDS_MAX - 1), standing];
  if (skus.length >= 2) return skus.slice(0, CARDS_MAX);
  return [...new Set([...skus, ...state.focus])].slice(0, 2);
}

export function namedToCompare({ state }: PlanContext): Sku[] {
  const named = state.heard.flatMap((message) =>
    message.understanding.references.flatMap((reference) => reference.skus.slice(0, 1)),
  );
  return [...new Set(named)];
}

function productsOf(context: PlanContext, skus: Sku[]): Product[] {
  return skus.flatMap((sku) => context.product(sku) ?? []);
}

/** A question on an item that was shown is answered without showing it again, unless something new was wanted as well. */
function asksAboutShownItem(context: PlanContext): boolean {
  const moved = context.state.heard.some(
    (message) =>
      message.added.length > 0 || message.withdrawn.length > 0 || message.understanding.critiques.length > 0,
  );
  return heardAct(context, "ask-fact", "doubt") && !moved && subjectOf(context) !== null;
}

/** "I like the first one", and nothing else: what is talked of now is that item, not the others beside it. */
export function leaningTo(context: PlanContext): Product | null {
  const { heard, chosen } = context.state;
  const [message, ...more] = heard;
  if (message === undefined || more.length > 0 || chosen !== null) return null;
  const { added, withdrawn, understanding } = message;
  const { acts, sentiment, references, questions, critiques } = understanding;
  const isOnlyLiking =
    sentiment === "positive" &&
    added.length + withdrawn.length + questions.length + critiques.length === 0 &&
    acts.every((act) => act === "inform" || act === "thank");
  const [referred] =
    references.length === 1
      ? references.flatMap(({ skus }) => skus.slice(0, 1))
      : references.length === 0
        ? onlyCard(context)
        : [];
  const wasShown = context.state.shown.some(({ sku }) => sku === referred);
  return isOnlyLiking && referred !== undefined && wasShown ? (context.product(referred) ?? null) : null;
}

/** "Looks good" of a single card is said of it. */
function onlyCard({ state }: PlanContext): Sku[] {
  const last = lastShown(state);
  return last.length === 1 ? last : [];
}

function lastShown({ shown }: PlanContext["state"]): Sku[] {
  const turnId = shown.at(-1)?.turnId;
  return shown.filter((item) => item.turnId === turnId).map(({ sku }) => sku);
}

/** "Nice!" of several cards: they stay, and which of them is meant is asked. */
export function onlyPraises(context: PlanContext): boolean {
  const { heard, shown, chosen } = context.state;
  const [message, ...more] = heard;
  if (message === undefined || more.length > 0 || shown.length === 0 || chosen !== null) return false;
  const { acts, sentiment, questions, critiques, references, unclear, delegates } = message.understanding;
  const said = [message.added, message.withdrawn, questions, critiques, references, unclear];
  return (
    sentiment === "positive" &&
    delegates !== true &&
    said.every(({ length }) => length === 0) &&
    acts.every((act) => act === "inform")
  );
}

/**
 * Cards come once there is something to go by: a kind of product together with a second wish, a request for
 * recommendations, or so few candidates that asking on would be a detour.
 */
const FEW = 12;

function wantsToSee(context: PlanContext): boolean {
  if (leavesChoice(context)) return true;
  const { state, search } = context;
  const held = heldPreferences(state.preferences).filter((wish) => wish.polarity === "positive");
  const kinds = new Set(held.map((wish) => wish.attribute));
  if (leavesChoice(context)) return true;
  if (held.length === 0) return heardAct(context, "ask-recommendation") && state.turns > 1;
  const moved =
    heardAct(context, "ask-recommendation", "critique", "reject", "inform", "accept") ||
    state.heard.some((message) => message.added.length + message.withdrawn.length > 0);
  if (!moved) return false;
  if (orderAsked(context) !== null) return true;
  if (!kinds.has("category") && comesNear(context)) return true;
  return kinds.size >= 2 || state.shown.length > 0 || state.engagement.messages >= 2 || search.total <= FEW;
}

/** The best is near to what was meant: which kind of thing that is need not be asked of who did not name one. */
function comesNear({ search }: PlanContext): boolean {
  return (search.candidates[0]?.parts.meaning ?? 0) > 0;
}
