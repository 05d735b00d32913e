/** Short ways to write the events of a conversation in tests. Everything not named is empty or neutral. */
import type { ConversationEvent, LoggedEvent, SpokenTurn } from "../../server/dialogue/events.ts";
import { fold } from "../../server/dialogue/reduce.ts";
import type { DialogueState } from "../../server/dialogue/state.ts";
import type { HeardPreference, Understanding } from "../../server/dialogue/understanding.ts";

export function understanding(part: Partial<Understanding> = {}): Understanding {
  return {
    acts: ["inform"],
    preferences: [],
    critiques: [],
    references: [],
    questions: [],
    sentiment: "neutral",
    language: "en",
    unclear: [],
    ...part,
  };
}

export function wish(
  attribute: string,
  value: HeardPreference["value"],
  part: Partial<HeardPreference> = {},
): HeardPreference {
  return {
    attribute,
    operator: "is",
    value,
    polarity: "positive",
    firmness: "must",
    said: String(value),
    ...part,
  };
}

/** A message and what was understood of it: two events, as the log holds them. */
export function says(id: string, text: string, part: Partial<Understanding> = {}): ConversationEvent[] {
  return [
    { type: "message-stored", id, text },
    { type: "messages-understood", messages: [{ id, understanding: understanding(part) }] },
  ];
}

export function item(
  sku: string,
  dollars: number,
  attributes: Record<string, string> = {},
): SpokenTurn["items"][number] {
  return {
    sku,
    title: `Item ${sku}`,
    brand: null,
    category: null,
    price: { minor: dollars * 100, currency: "USD" },
    attributes,
  };
}

export function turn(turnId: string, part: Partial<SpokenTurn> = {}): ConversationEvent {
  return {
    type: "turn-spoken",
    turn: {
      turnId,
      respondsTo: { type: "messages", ids: [] },
      text: "Here you are.",
      cards: [],
      replies: [],
      invitation: null,
      sources: [],
      strategies: ["credibility"],
      decision: { policy: "rules", policyVersion: "1", steps: [], reasons: [] },
      claims: [],
      stance: null,
      anticipates: null,
      asks: null,
      settled: [],
      items: [],
      stopped: [],
      voice: "built-in",
      farewell: false,
      ...part,
    },
  };
}

export function logged(events: ConversationEvent[]): LoggedEvent[] {
  return events.map((event, index) => ({
    position: index + 1,
    seq: null,
    at: "2026-01-01T00:00:00.000Z",
    event,
  }));
}

export function stateAfter(...events: (ConversationEvent | ConversationEvent[])[]): DialogueState {
  return fold(logged(events.flat()));
}
