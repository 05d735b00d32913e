import { type ConversationEvent, type LoggedEvent, VISIBLE_EVENTS } from "../dialogue/events.ts";
import type { AppendResult, ConversationLog } from "./ports.ts";

export interface MemoryLog extends ConversationLog {
  /** Appends what does not come from a turn: an opening, a message, a page view. */
  append(conversationId: string, event: ConversationEvent): LoggedEvent;
}

/** A log that forgets when the process ends: for simulated shoppers, benches and tests. It keeps the rules of the real one. */
export function createMemoryLog(clock: () => Date = () => new Date()): MemoryLog {
  const conversations = new Map<string, LoggedEvent[]>();
  const eventsOf = (conversationId: string): LoggedEvent[] => {
    const known = conversations.get(conversationId) ?? [];
    conversations.set(conversationId, known);
    return known;
  };
  const append = (conversationId: string, event: ConversationEvent): LoggedEvent => {
    const events = eventsOf(conversationId);
    const visible = VISIBLE_EVENTS.some((type) => type === event.type);
    const seq = visible ? events.filter((logged) => logged.seq !== null).length + 1 : null;
    const logged = { position: events.length + 1, seq, at: clock().toISOString(), event };
    events.push(logged);
    return logged;
  };
  return {
    append,
    read: async (conversationId, afterPosition) => eventsOf(conversationId).slice(afterPosition),
    appendTurn: async (conversationId, turnsBefore, events): Promise<AppendResult> => {
      const turns = eventsOf(conversationId).filter(({ event }) => event.type === "turn-spoken").length;
      if (turns !== turnsBefore) return { ok: false, code: "turn/stale" };
      return { ok: true, events: events.map((event) => append(conversationId, event)) };
    },
  };
}
