import { type ConversationEvent, type LoggedEvent, VISIBLE_EVENTS } from "../dialogue/events.ts";
import type { AppendResult, ConversationLog } from "./ports.ts";

export interface MemoryLog extends ConversationLog {
  /** Appends what does not come from a turn: an opening, a message, a page view. */
  append(conversationId: string, event: ConversationEvent): LoggedEvent;
}

interface Kept {
  events: LoggedEvent[];
  /** How many of them have a seq, and how many are turns. */
  visible: number;
  turns: number;
}

/** A log that forgets when the process ends: for simulated shoppers, benches and tests. It keeps the rules of the real one. */
export function createMemoryLog(clock: () => Date = () => new Date()): MemoryLog {
  const conversations = new Map<string, Kept>();
  const keptOf = (conversationId: string): Kept => {
    const known = conversations.get(conversationId) ?? { events: [], visible: 0, turns: 0 };
    conversations.set(conversationId, known);
    return known;
  };
  const append = (conversationId: string, event: ConversationEvent): LoggedEvent => {
    const kept = keptOf(conversationId);
    const isVisible = VISIBLE_EVENTS.some((type) => type === event.type);
    const seq = isVisible ? ++kept.visible : null;
    if (event.type === "turn-spoken") kept.turns++;
    const logged = { position: kept.events.length + 1, seq, at: clock().toISOString(), event };
    kept.events.push(logged);
    return logged;
  };
  return {
    append,
    read: async (conversationId, afterPosition) => keptOf(conversationId).events.slice(afterPosition),
    appendTurn: async (conversationId, turnsBefore, events): Promise<AppendResult> => {
      if (keptOf(conversationId).turns !== turnsBefore) return { ok: false, code: "turn/stale" };
      return { ok: true, events: events.map((event) => append(conversationId, event)) };
    },
  };
}
