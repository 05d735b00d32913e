/**
 * The item the agent would pick. An earlier pick is a commitment: it stands as long as nothing new speaks against it, and
 * when another takes its place the reason is part of the pick [MOV-3].
 */
import type { Product, Sku } from "../catalog/product.ts";
import type { Commitment, Preference } from "../dialogue/state.ts";
import { type CardChoice, namedToCompare } from "./choose-cards.ts";
import type { ClaimBook } from "./claim-book.ts";
import { advantagesOf } from "./compare-products.ts";
import { judgeWish, numbersOf } from "./judge-wish.ts";
import { asksForReason, type PlanContext } from "./plan-context.ts";
import { meetsOf, valueFor } from "./product-facts.ts";
import type { StanceNews } from "./turn-plan.ts";

export interface ItemPick {
  product: Product;
  over: Product | null;
  claims: string[];
  /** Attributes that are the reason. */
  because: string[];
  /** The earlier pick that this one takes the place of. */
  insteadOf: Sku | null;
  /** It was the pick before. */
  isStanding: boolean;
  /** What is new since the earlier pick and bears on it. Set whenever `insteadOf` is. */
  news: StanceNews | null;
}

/** Null when nothing that is shown or was picked before is spoken for by anything. */
export function pickItem(context: PlanContext, cards: CardChoice, book: ClaimBook): ItemPick | null {
  const shown = cards.products.filter(({ inStock }) => inStock);
  const best = freshPick(shown, context, cards, book);
  const earlier = standingCommitment(context);
  if (earlier === null) return best;
  // Of two that the shopper named, a third is no answer; nor is what is picked of the two a word against the third.
  if (namedToCompare(context).length >= 2 && !cards.products.some(({ sku }) => sku === earlier.sku))
    return null;
  const before = context.product(earlier.sku) ?? null;
  if (before === null || !before.inStock) {
    // Something has to take its place, even if nothing in particular speaks for it.
    const [next] = byFit(shown, context, cards);
    const instead = best ?? (next && { product: next, over: null, claims: [], because: [], ...UNCHANGED });
    if (!instead) return null;
    const news: StanceNews =
      before === null
        ? { type: "gone" }
        : { type: "sold-out", sku: before.sku, claim: book.availability(before) };
    return { ...instead, insteadOf: earlier.sku, news };
  }
  const isBetter = best !== null && compareFit(best.product, before, context, cards) < 0;
  const reason = isBetter ? reasonToChange(best.product, before, earlier, context, cards, book) : null;
  // Without a reason that can be told, the earlier pick is not given up.
  if (best === null || reason === null) return standingPick(before, earlier, shown, context, cards, book);
  const against = reasonsFor(best.product, before, context, book);
  const reasons = against.claims.length > 0 ? { ...against, over: before } : {};
  return { ...best, ...reasons, insteadOf: before.sku, news: reason };
}

/** The earlier pick, as long as the talk is still about things of its kind and it was not turned down. */
export function standingCommitment({ state }: PlanContext): Commitment | null {
  return state.commitments.findLast(({ held }) => held) ?? null;
}

/** What fits the wishes best, and of those that fit alike what something speaks for: the search's order decides. */
function freshPick(
  shown: readonly Product[],
  context: PlanContext,
  cards: CardChoice,
  book: ClaimBook,
): ItemPick | null {
  const ranked = byFit(shown, context, cards);
  const [top] = ranked;
  if (top === undefined) return null;
  const level = ranked.filter((item) => compareFit(item, top, context, cards) === 0);
  for (const item of level) {
    const rivals = [...level, ...ranked.filter((other) => !level.includes(other))].filter(
      (other) => other !== item,
    );
    for (const other of rivals) {
      const reasons = unbeaten(item, reasonsFor(item, other, context, book), level, context, book);
      if (reasons.claims.length > 0) return { ...reasons, product: item, over: other, ...UNCHANGED };
    }
  }
  const claims = meetsOf(top, metBy(top, context, cards), context.state, book, 2);
  if (claims.length === 0) return null;
  const because = metBy(top, context, cards).map(({ attribute }) => attribute);
  return { product: top, over: null, claims, because, ...UNCHANGED };
}

/** "Cheaper than one" is no reason where another is cheaper still: only what nothing on the same level beats counts. */
function unbeaten(
  item: Product,
  { claims, because }: { claims: string[]; because: string[] },
  level: readonly Product[],
  context: PlanContext,
  book: ClaimBook,
): { claims: string[]; because: string[] } {
  const beaten = new Set(
    level.flatMap((other) =>
      other === item ? [] : advantagesOf(other, item, wishesOf(context), book).because,
    ),
  );
  return {
    claims: claims.filter((_, place) => !beaten.has(because[place] ?? "")),
    because: because.filter((attribute) => !beaten.has(attribute)),
  };
}

const UNCHANGED = { insteadOf: null, isStanding: false, news: null };

/** The same pick again, with its reasons: asked twice, the agent answers the same. */
function standingPick(
  product: Product,
  earlier: Commitment,
  shown: readonly Product[],
  context: PlanContext,
  cards: CardChoice,
  book: ClaimBook,
): ItemPick {
  const others = rivalsOf(product, earlier, shown, context, cards);
  const news = priceNews(product, earlier, book) ?? changedBefore(product, context, book);
  const kept = { product, insteadOf: null, isStanding: true, news };
  for (const over of others) {
    const reasons = asGivenBefore(reasonsFor(product, over, context, book), earlier);
    if (reasons.claims.length > 0) return { ...kept, ...reasons, over };
  }
  const met = metBy(product, context, cards);
  const untold = { ...context.state, told: [] };
  return {
    ...kept,
    over: null,
    claims: meetsOf(product, met, untold, book, 2),
    because: met.map(({ attribute }) => attribute),
  };
}

/** "Why did you change your mind?": what the pick before this one misses is said again. */
function changedBefore(product: Product, context: PlanContext, book: ClaimBook): StanceNews | null {
  if (!asksForReason(context)) return null;
  const sku = context.state.commitments.findLast((other) => other.sku !== product.sku)?.sku;
  const before = sku === undefined ? undefined : context.product(sku);
  const missed =
    before &&
    wishesOf(context).findLast(
      (wish) => judgeWish(before, wish) === "misses" && judgeWish(product, wish) === "meets",
    );
  if (!before || !missed) return null;
  const claim = book.misses(before, missed, valueFor(before, missed));
  return { type: "wish", sku: before.sku, preference: missed, claim };
}

/** Whom it was picked over comes first, then what it took the place of: that is what "are you sure?" asks of. */
function rivalsOf(
  product: Product,
  earlier: Commitment,
  shown: readonly Product[],
  context: PlanContext,
  cards: CardChoice,
): Product[] {
  const before = context.state.commitments.findLast(({ sku }) => sku !== product.sku)?.sku;
  const named = [earlier.over, before].flatMap((sku) => (sku == null ? [] : (context.product(sku) ?? [])));
  const others = byFit(
    shown.filter(({ sku }) => sku !== product.sku),
    context,
    cards,
  );
  return asksForReason(context) ? [...new Set([...named, ...others])] : others;
}

/** The reasons that the stance was taken for come before any that were not given then. */
function asGivenBefore(
  { claims, because }: { claims: string[]; because: string[] },
  earlier: Commitment,
): { claims: string[]; because: string[] } {
  const reasons = claims.map((claim, place) => ({ claim, attribute: because[place] ?? "" }));
  const given = (attribute: string) => Number(earlier.because.includes(attribute));
  reasons.sort((one, other) => given(other.attribute) - given(one.attribute));
  return { claims: reasons.map(({ claim }) => claim), because: reasons.map(({ attribute }) => attribute) };
}

/** What speaks for one item over another: wishes that only it meets, then what compares in its favour. */
function reasonsFor(
  product: Product,
  other: Product,
  context: PlanContext,
  book: ClaimBook,
): { claims: string[]; because: string[] } {
  const wishes = wishesOf(context).filter(
    (wish) =>
      wish.polarity === "positive" &&
      wish.attribute !== "category" &&
      // "Cheaper" named no budget that a price could fit; that it is cheaper is compared below.
      !(wish.attribute === "price" && wish.origin === "critique") &&
      judgeWish(product, wish) === "meets" &&
      judgeWish(other, wish) === "misses",
  );
  const met = wishes.flatMap((wish) => {
    const value = valueFor(product, wish);
    return value === null ? [] : [{ claim: book.meets(product, wish, value), attribute: wish.attribute }];
  });
  const attributes = new Set(met.map(({ attribute }) => attribute));
  const compared = advantagesOf(product, other, wishesOf(context), book);
  const also = compared.because.flatMap((attribute, place) => {
    const claim = compared.claims[place];
    return attributes.has(attribute) || claim === undefined ? [] : [{ claim, attribute }];
  });
  const reasons = [...met, ...also];
  return {
    claims: reasons.map(({ claim }) => claim),
    because: reasons.map(({ attribute }) => attribute),
  };
}

function byFit(products: readonly Product[], context: PlanContext, cards: CardChoice): Product[] {
  return [...products].sort((one, other) => compareFit(one, other, context, cards));
}

/** Negative when the first fits better. What is insisted on counts before what is preferred. */
function compareFit(one: Product, other: Product, context: PlanContext, cards: CardChoice): number {
  const [a, b] = [fitOf(one, context, cards), fitOf(other, context, cards)];
  return a.missedMusts - b.missedMusts || a.missed - b.missed || b.exact - a.exact || b.met - a.met;
}

function fitOf(product: Product, context: PlanContext, cards: CardChoice) {
  const candidate = cards.candidates.get(product.sku);
  const verdicts = wishesOf(context).map((wish) => ({
    firmness: wish.firmness,
    verdict: candidate
      ? candidate.misses.includes(wish.id)
        ? "misses"
        : candidate.meets.includes(wish.id)
          ? "meets"
          : "unknown"
      : judgeWish(product, wish),
  }));
  const missed = verdicts.filter(({ verdict }) => verdict === "misses");
  return {
    missedMusts: missed.filter(({ firmness }) => firmness === "must").length,
    missed: missed.length,
    exact: wishesOf(context).filter((wish) => hasNumber(product, wish)).length,
    met: verdicts.filter(({ verdict }) => verdict === "meets").length,
  };
}

/** The very number that was said: of tents for two or more the one for two. */
function hasNumber(product: Product, wish: Preference): boolean {
  const { attribute, operator, value, exact, polarity } = wish;
  const isNamed = (operator === "about" || exact === true) && polarity === "positive";
  return isNamed && attribute !== "price" && numbersOf(product, wish).some((number) => number === value);
}

function metBy(product: Product, context: PlanContext, cards: CardChoice): Preference[] {
  const candidate = cards.candidates.get(product.sku);
  return wishesOf(context).filter((wish) =>
    candidate ? candidate.meets.includes(wish.id) : judgeWish(product, wish) === "meets",
  );
}

function wishesOf({ state }: PlanContext): Preference[] {
  return state.preferences.filter(({ held }) => held);
}

/** What the shopper said since, what became of the price, or what was found: the first that speaks against the earlier pick. */
function reasonToChange(
  best: Product,
  before: Product,
  earlier: Commitment,
  context: PlanContext,
  cards: CardChoice,
  book: ClaimBook,
): StanceNews | null {
  const missed = wishesOf(context).filter((wish) => judgeWish(before, wish) === "misses");
  // The latest wish is what the talk is about.
  const fresh = missed.findLast(({ id }) => !(earlier.wishes ?? []).includes(id));
  if (fresh) {
    const claim = book.misses(before, fresh, valueFor(before, fresh));
    return { type: "wish", sku: before.sku, preference: fresh, claim };
  }
  const price = priceNews(before, earlier, book);
  if (price && missed.some(({ attribute }) => attribute === "price")) return price;
  for (const wish of metBy(best, context, cards)) {
    const value = valueFor(best, wish);
    if (value === null || wish.attribute === "category" || judgeWish(before, wish) === "meets") continue;
    return { type: "found", preference: wish, claim: book.meets(best, wish, value) };
  }
  return null;
}

function priceNews(before: Product, { price }: Commitment, book: ClaimBook): StanceNews | null {
  if (!price || price.minor === before.price.minor) return null;
  return { type: "price", sku: before.sku, was: price, claim: book.price(before) };
}
