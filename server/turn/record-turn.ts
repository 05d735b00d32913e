import type { Comparison, Invitation, ProductCard, Source } from "../../shared/shopper-socket.ts";
import type { Product } from "../catalog/product.ts";
import type { Claim } from "../dialogue/claims.ts";
import type { SpokenTurn, Voicing } from "../dialogue/events.ts";
import type { ComparisonTable, Content, TurnPlan } from "../plan/turn-plan.ts";
import type { Decision } from "../strategy/schedule.ts";
import { gapsOf } from "./content-gaps.ts";
import type { SpokenSentence } from "./speak-plan.ts";

export interface TurnSpoken {
  turnId: string;
  plan: TurnPlan;
  decision: Decision;
  sentences: SpokenSentence[];
  stopped: SpokenTurn["stopped"];
  voice: string;
  voicing?: Voicing | undefined;
  locale: string;
  /** What is being looked for, a category of the catalog; null when that is not known. */
  kind?: string | null;
}

/** The turn as the log keeps it: what was said, and why. Claims that no spoken sentence rests on are left out. */
export function recordTurn(
  spoken: TurnSpoken,
  { cardOf }: { cardOf: (product: Product, why: string, locale: string) => ProductCard },
): SpokenTurn {
  const { turnId, plan, decision, sentences, locale } = spoken;
  const cards = plan.cards.flatMap(({ sku, why }) => {
    const product = plan.products.find((candidate) => candidate.sku === sku);
    return product ? [{ product, card: cardOf(product, why, locale) }] : [];
  });
  const { comparison } = plan;
  const inTable = comparison?.rows.flatMap(({ values }) => values.flatMap((value) => value?.claims ?? []));
  const used = new Set([...sentences.flatMap((sentence) => sentence.claims), ...(inTable ?? [])]);
  return {
    turnId,
    respondsTo: plan.respondsTo,
    text: sentences.map((sentence) => sentence.joined).join(""),
    cards: cards.map(({ card }) => card),
    ...(comparison && { comparison: shownTable(comparison) }),
    replies: plan.replies,
    invitation: invitationOf(plan, sentences),
    sources: sourcesOf(plan, sentences),
    strategies: decision.strategies,
    decision: decision.record,
    claims: plan.claims.filter((claim) => used.has(claim.id)),
    stance: plan.stance,
    anticipates: plan.anticipates,
    asks: plan.asks,
    ...gaveUp(plan),
    settled: plan.settled.filter(({ questionId }) => isSpoken(questionId, plan, sentences)),
    returnsTo: plan.returnsTo ?? [],
    gaps: gapsOf(plan, (place) => sentences.some(({ move }) => move === place), spoken.kind ?? null),
    items: [...cards.map(({ product }) => product), ...noticed(plan)].map((product) => ({
      sku: product.sku,
      title: product.title,
      brand: product.brand,
      category: product.categories.at(-1) ?? null,
      price: product.price,
      attributes: Object.fromEntries(product.attributes.map(({ name, value }) => [name, value])),
    })),
    stopped: spoken.stopped,
    voice: spoken.voice,
    ...(spoken.voicing && { voicing: spoken.voicing }),
    farewell: plan.farewell,
    ...(plan.redirection && { redirection: plan.redirection }),
  };
}

function gaveUp(plan: TurnPlan): Pick<SpokenTurn, "gaveUp" | "setAside"> {
  const contents = plan.moves.flatMap((move) => move.contents);
  const softened = contents.flatMap((content) =>
    content.type === "relax"
      ? [content.preference.id, ...(content.also ?? []).map(({ id }) => id)]
      : content.type === "brand-elsewhere"
        ? [content.preference.id]
        : [],
  );
  const over = contents.flatMap((content) =>
    content.type === "nothing-beyond" || content.type === "other-currency" ? [content.preference.id] : [],
  );
  return {
    ...(softened.length > 0 && { gaveUp: softened }),
    ...(over.length > 0 && { setAside: over }),
  };
}

/** What the guard stopped, or a newer message cut off, has settled nothing. */
function isSpoken(questionId: string, plan: TurnPlan, sentences: readonly SpokenSentence[]): boolean {
  const place = plan.moves.findIndex(({ contents }) => contents.some((each) => answers(each, questionId)));
  const content = plan.moves[place]?.contents.find((each) => answers(each, questionId));
  // Settled by the turn as a whole: a comparison, a row of cards.
  if (content === undefined) return true;
  const spoken = sentences.filter(({ move }) => move === place);
  const claims = "claims" in content ? content.claims : [];
  if (claims.length === 0) return spoken.length > 0;
  return spoken.some((sentence) => claims.some((claim) => sentence.claims.includes(claim)));
}

function answers(content: Content, questionId: string): boolean {
  return (
    (content.type === "answer-fact" || content.type === "relay-answer" || content.type === "cannot-answer") &&
    content.question.id === questionId
  );
}

function shownTable({ rows }: ComparisonTable): Comparison {
  return {
    rows: rows.map(({ label, values }) => ({ label, values: values.map((cell) => cell?.text ?? null) })),
  };
}

/** The item of the shopper's page stands before both, as a card does: "anything lighter?" is measured against it. */
function noticed(plan: TurnPlan): Product[] {
  const skus = plan.moves.flatMap((move) =>
    move.contents.flatMap((content) => (content.type === "notice-page" ? [content.sku] : [])),
  );
  return plan.products.filter((product) => skus.includes(product.sku));
}

/** The sentence that hands the floor over; when it was cut off, what is on the screen still invites. */
function invitationOf(plan: TurnPlan, sentences: SpokenSentence[]): Invitation | null {
  if (plan.invitation === null) return null;
  const { kind, move } = plan.invitation;
  const text = move === null ? undefined : sentences.findLast((sentence) => sentence.move === move)?.text;
  if (text !== undefined) return { kind, text };
  return { kind: kind === "question" ? "choice" : kind };
}

function sourcesOf(plan: TurnPlan, sentences: SpokenSentence[]): Source[] {
  return sentences.flatMap((sentence) =>
    sentence.claims.flatMap((id) => {
      const claim = plan.claims.find((candidate) => candidate.id === id);
      return claim ? (sourceOf(claim, sentence.text, plan) ?? []) : [];
    }),
  );
}

function sourceOf(claim: Claim, says: string, plan: TurnPlan): Source | null {
  const [evidence] = claim.evidence;
  if (evidence?.type === "review") return { says, sku: evidence.sku, reviewId: evidence.reviewId };
  if (evidence?.type === "merchant-answer") {
    const sku = claim.statement.type === "merchant-answer" ? claim.statement.of : null;
    return { says, answerId: evidence.answerId, ...(sku !== null && { sku }) };
  }
  if (evidence?.type !== "catalog") return null;
  const url = plan.products.find((product) => product.sku === evidence.sku)?.url;
  return { says, sku: evidence.sku, attribute: evidence.attribute, ...(url ? { url } : {}) };
}
