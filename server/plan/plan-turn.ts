/** From chosen strategies to a plan: the moves in order, their claims, the cards, and one invitation [MOV-1, MOV-2]. */
import type { Product, Sku } from "../catalog/product.ts";
import type { Strategy } from "../dialogue/strategies.ts";
import { skusOf } from "./claim-book.ts";
import { comparisonTable } from "./compare-table.ts";
import { explainCard } from "./explain-card.ts";
import { inviteByDefault } from "./inviting.ts";
import type { PlanContext } from "./plan-context.ts";
import type { Survey } from "./survey-turn.ts";
import type { Content, PlannedInvitation, PlannedMove, TurnPlan } from "./turn-plan.ts";

export function planTurn(context: PlanContext, survey: Survey, strategies: readonly Strategy[]): TurnPlan {
  const chosen = strategies.flatMap((strategy) => {
    const prospect = survey.prospects.get(strategy);
    return prospect ? [{ strategy, prospect }] : [];
  });
  const moves = withoutRepeats(
    chosen.map(({ strategy, prospect }) => ({ strategy, contents: [...prospect.contents] })),
  );
  forewarn(moves, survey);
  const farewell = moves.some((move) => move.contents.some((content) => content.type === "farewell"));
  const { invitation, replies } = farewell
    ? { invitation: null, replies: [] }
    : invite(context, survey, chosen, moves);

  const { redirection } = survey;
  const comparison = farewell ? null : comparisonTable(context, survey.cards, survey.book);
  const compared = (comparison?.rows ?? []).flatMap(({ values }) =>
    values.flatMap((value) => value?.claims ?? []),
  );
  const claimIds = new Set([...moves.flatMap((move) => move.contents.flatMap(claimsOf)), ...compared]);
  const claims = survey.book.claims.filter((claim) => claimIds.has(claim.id));
  const cards = farewell ? [] : survey.cards.products;
  const mentioned = [
    ...moves.flatMap((move) => move.contents.flatMap(skusOfContent)),
    ...claims.flatMap(skusOf),
  ];
  return {
    respondsTo: context.respondsTo,
    moves,
    claims,
    products: productsOf(context, [...cards.map((product) => product.sku), ...mentioned]),
    cards: cards.map((product) => ({
      sku: product.sku,
      why: explainCard(product, survey.cards.candidates.get(product.sku), context),
    })),
    ...(comparison && { comparison }),
    replies,
    invitation,
    stance: chosen.map(({ prospect }) => prospect.stance ?? null).find((stance) => stance !== null) ?? null,
    anticipates: cards.length > 0 ? survey.anticipates : null,
    asks: chosen.map(({ prospect }) => prospect.asks).find((asks) => asks !== undefined) ?? null,
    settled: settledBy(moves, survey),
    returnsTo: moves.flatMap((move) => move.contents.flatMap(returnOf)),
    farewell,
    ...(redirection && strategies.includes(redirection.strategy) && { redirection: redirection.way }),
  };
}

/**
 * A serious objection is said when its card is first shown, behind what introduces it, whatever strategy does that. What
 * can't be promised is said with whatever shows the cards.
 */
function forewarn(moves: PlannedMove[], { forewarnings, book }: Survey): void {
  const contents = [...moves.flatMap((move) => move.contents), ...forewarnings];
  const isSaid = moves.some((move) => move.contents.some(({ type }) => type === "admit-miss"));
  const missed = contents.flatMap((content) => (content.type === "admit-miss" ? [content.claim] : []));
  // What is admitted of the first card is not admitted of all of them, too.
  const isAdmitted = (preferenceId: string) =>
    book.claims.some(
      ({ id, statement }) =>
        missed.includes(id) && statement.type === "misses" && statement.preferenceId === preferenceId,
    );
  const introducing = moves.find(({ contents }) => contents.some(({ type }) => type === "present-cards"));
  for (const warning of forewarnings) {
    if (warning.type === "admit-miss" && isSaid) continue;
    if (warning.type === "admit-unmet" && isAdmitted(warning.preference.id)) continue;
    const place = introducing ?? (warning.type === "cannot-promise" ? moves.at(-1) : undefined);
    place?.contents.push(warning);
  }
}

/** Two strategies may both want to introduce the cards or to name the choice; once is enough. */
const ONCE: ReadonlySet<Content["type"]> = new Set(["present-cards", "acknowledge-choice"]);

function withoutRepeats(moves: PlannedMove[]): PlannedMove[] {
  const said = new Set<Content["type"]>();
  return moves
    .map((move) => ({
      ...move,
      contents: move.contents.filter((content) => {
        const repeats = ONCE.has(content.type) && said.has(content.type);
        said.add(content.type);
        return !repeats;
      }),
    }))
    .filter((move) => move.contents.length > 0);
}

const QUESTIONS: ReadonlySet<Content["type"]> = new Set([
  "ask-attribute",
  "ask-category",
  "ask-budget",
  "ask-usage",
  "ask-experience",
  "confirm-preferences",
  "ask-assumed",
  "contrast-pair",
  "sum-up",
  "ask-go-on",
]);
const OFFERS: ReadonlySet<Content["type"]> = new Set([
  "offer-narrowing",
  "offer-details",
  "offer-alternatives",
  "offer-comparison",
  "offer-person",
  "ask-what-else",
  "ease-question",
  "notice-weighing",
  "notice-cart",
  "name-departments",
  "offer-relaxing",
  "graceful-end",
]);

function invite(
  context: PlanContext,
  survey: Survey,
  chosen: { prospect: { replies?: string[] } }[],
  moves: PlannedMove[],
): { invitation: PlannedInvitation; replies: string[] } {
  const last = moves.length - 1;
  const closing = moves[last]?.contents.at(-1);
  const replies = chosen.flatMap(({ prospect }) => prospect.replies ?? []);
  if (closing && QUESTIONS.has(closing.type))
    return { invitation: { kind: "question", move: last }, replies };
  if (closing && OFFERS.has(closing.type)) return { invitation: { kind: "offer", move: last }, replies };

  const fallback = inviteByDefault(context, survey.cards);
  if (fallback.content === null)
    return { invitation: { kind: fallback.kind, move: null }, replies: fallback.replies };
  if (moves[last]) moves[last].contents.push(fallback.content);
  else moves.push({ strategy: "offer-help", contents: [fallback.content] });
  return { invitation: { kind: fallback.kind, move: Math.max(last, 0) }, replies: fallback.replies };
}

/** Only what the turn says settles anything: an answer whose strategy was not chosen leaves its question open. */
function settledBy(moves: readonly PlannedMove[], { settled }: Survey): TurnPlan["settled"] {
  const said = new Set(moves.flatMap((move) => move.contents.map(answeredBy)));
  return settled.filter(({ by }) => by === null || said.has(by)).map(({ by: _, ...outcome }) => outcome);
}

function answeredBy(content: Content): string | null {
  if (content.type === "answer-identity") return content.type;
  return "question" in content ? content.question.id : null;
}

function returnOf(content: Content): string[] {
  if (content.type === "return-to" || content.type === "ask-assumed") return [content.question.id];
  return content.type === "ask-attribute" && content.again !== undefined ? [content.again] : [];
}

function claimsOf(content: Content): string[] {
  if ("claims" in content) {
    const news = "news" in content && content.news && "claim" in content.news ? [content.news.claim] : [];
    return [...content.claims, ...news];
  }
  const against = "against" in content && content.against !== undefined ? [content.against] : [];
  return "claim" in content && content.claim !== null ? [content.claim, ...against] : [];
}

function skusOfContent(content: Content): Sku[] {
  if ("skus" in content) return content.skus;
  if (content.type === "recall-visit") return content.item?.sku ? [content.item.sku] : [];
  const earlier = "news" in content && content.news && "sku" in content.news ? [content.news.sku] : [];
  const over = [...("over" in content && content.over ? [content.over] : []), ...earlier];
  return "sku" in content && content.sku !== null ? [content.sku, ...over] : over;
}

function productsOf(context: PlanContext, skus: Sku[]): Product[] {
  return [...new Set(skus)].flatMap((sku) => context.product(sku) ?? []);
}
