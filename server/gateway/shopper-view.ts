/**
 * What a shopper may see of the event log. This is the only way from the log to a shopper: every field is named here, so
 * strategies, propensities, policies, modes, claims and prompts cannot cross by being added somewhere else.
 */
import type { Comparison, ProductCard, ShopperEvent, Source, TurnEnd } from "../../shared/shopper-socket.ts";
import type { ConversationEvent, LoggedEvent, SpokenTurn } from "../dialogue/events.ts";

/** Null for events that are not a shopper's to see. */
export function shopperView({ seq, at, event }: LoggedEvent): ShopperEvent | null {
  if (seq === null) return null;
  switch (event.type) {
    case "message-stored":
      return { type: "message-stored", id: event.id, seq, text: event.text, at };
    case "turn-spoken":
      return { type: "turn-end", ...turnView(event.turn, seq, at) };
    case "person-spoke":
      return { type: "turn-end", ...personView(event, seq, at) };
    case "agent-joined":
    case "agent-left":
      return { type: event.type, seq, name: event.name, at };
    case "conversation-closed":
      return { type: "conversation-closed", seq, reason: event.reason, at };
    default:
      return null;
  }
}

export function shopperEvents(log: readonly LoggedEvent[]): ShopperEvent[] {
  return log.map(shopperView).filter((event) => event !== null);
}

export function turnView(turn: SpokenTurn, seq: number, at: string): TurnEnd {
  const { turnId, respondsTo, text, replies, invitation } = turn;
  return {
    turnId,
    seq,
    respondsTo:
      respondsTo.type === "messages" ? { type: "messages", ids: respondsTo.ids } : { type: respondsTo.type },
    text,
    cards: turn.cards.map(cardView),
    ...(turn.comparison !== undefined && { comparison: comparisonView(turn.comparison) }),
    replies,
    invitation: invitation && {
      kind: invitation.kind,
      ...(invitation.text !== undefined && { text: invitation.text }),
    },
    sources: turn.sources.map(sourceView),
    at,
  };
}

/** As a turn, so that a client that knows nothing of persons shows it all the same. */
function personView(
  { id, name, text, answers }: Extract<ConversationEvent, { type: "person-spoke" }>,
  seq: number,
  at: string,
): TurnEnd {
  const respondsTo: TurnEnd["respondsTo"] = { type: "messages", ids: [...answers] };
  const nothing = { cards: [], replies: [], invitation: null, sources: [] };
  return { turnId: id, seq, respondsTo, text, ...nothing, at, person: { name } };
}

function cardView(card: ProductCard): ProductCard {
  const { sku, title, url, imageUrl, price, was, rating, inStock, why } = card;
  return {
    sku,
    title,
    url,
    ...(imageUrl !== undefined && { imageUrl }),
    price: { minor: price.minor, currency: price.currency, text: price.text },
    ...(was !== undefined && { was: { minor: was.minor, currency: was.currency, text: was.text } }),
    ...(rating !== undefined && { rating: { value: rating.value, count: rating.count } }),
    inStock,
    why,
  };
}

function comparisonView({ rows }: Comparison): Comparison {
  return { rows: rows.map(({ label, values }) => ({ label, values: [...values] })) };
}

function sourceView({ says, sku, attribute, reviewId, answerId, url }: Source): Source {
  return {
    says,
    ...(sku !== undefined && { sku }),
    ...(attribute !== undefined && { attribute }),
    ...(reviewId !== undefined && { reviewId }),
    ...(answerId !== undefined && { answerId }),
    ...(url !== undefined && { url }),
  };
}
