import type { Line, ShopperLine, View, ViewEvent } from "./view.ts";
import { EMPTY_VIEW } from "./view.ts";

/**
 * The view is a fold over what the server says and what the shopper does. Events may come twice (a resumed
 * conversation, a message resent after a lost acknowledgement) and an own message may come back before its
 * acknowledgement, so lines are recognised by their ids and stored lines are ordered by seq.
 */
export function reduceView(view: View, event: ViewEvent): View {
  switch (event.type) {
    case "conversation-opened":
      return openConversation(view, event);
    case "message-written": {
      const { id, text, at } = event;
      if (view.lines.some((line) => line.type === "shopper" && line.id === id)) return view;
      return { ...view, lines: [...view.lines, { type: "shopper", id, text, at, status: "pending" }] };
    }
    case "message-acknowledged":
      return advance(changeMessage(view, event.id, { status: "sent", seq: event.seq }), event.seq);
    case "message-refused":
      return changeMessage(view, event.id, { status: "failed" });
    case "message-retried":
      return changeMessage(view, event.id, { status: "pending" });
    case "message-stored": {
      const { id, seq, text, at } = event;
      const others = view.lines.filter((line) => line.type !== "shopper" || line.id !== id);
      return place({ ...view, lines: others }, { type: "shopper", id, seq, text, at, status: "sent" });
    }
    case "turn-start": {
      const { turnId, respondsTo } = event;
      if (isSpoken(view, turnId) || view.speaking?.turnId === turnId) return view;
      return { ...view, speaking: { turnId, respondsTo, sentences: {} } };
    }
    case "turn-text": {
      const { speaking } = view;
      if (speaking?.turnId !== event.turnId) return view;
      const sentences = { ...speaking.sentences, [event.index]: event.text };
      return { ...view, speaking: { ...speaking, sentences } };
    }
    case "turn-abort":
      return view.speaking?.turnId === event.turnId ? { ...view, speaking: null } : view;
    case "turn-end": {
      const { turnId, seq, text, cards, comparison, replies, sources, at } = event;
      const person = event.person?.name;
      const silent = view.speaking?.turnId === turnId ? { ...view, speaking: null } : view;
      if (isSpoken(view, turnId)) return advance(silent, seq);
      return place(silent, {
        type: "agent",
        turnId,
        seq,
        text,
        cards,
        comparison,
        replies,
        sources,
        at,
        person,
      });
    }
    case "agent-joined":
    case "agent-left": {
      const joined = event.type === "agent-joined";
      const name = event.name ?? "";
      return place(
        { ...view, person: joined ? name : null },
        { type: "notice", notice: event.type, seq: event.seq, name },
      );
    }
    case "conversation-closed":
      return place(
        { ...view, closed: true, speaking: null },
        { type: "notice", notice: event.type, seq: event.seq },
      );
    case "connection-changed": {
      // A turn that was cut off is spoken again from its start after the reconnection [WIRE-5].
      const speaking = event.connection === "online" ? view.speaking : null;
      return { ...view, connection: event.connection, speaking };
    }
    case "notice":
      return { ...view, lines: [...view.lines, { type: "notice", notice: event.notice }] };
    case "conversation-left":
      return { ...EMPTY_VIEW, connection: view.connection };
  }
}

/** What of a turn may be shown: sentences from the first one on, without gaps. */
export function spokenSentences(sentences: Readonly<Record<number, string>>): string[] {
  const spoken: string[] = [];
  for (let next = sentences[0]; next !== undefined; next = sentences[spoken.length]) spoken.push(next);
  return spoken;
}

function openConversation(view: View, opened: Extract<ViewEvent, { type: "conversation-opened" }>): View {
  const { conversationId, agent, events, seq } = opened;
  const same = view.conversationId === conversationId;
  // What was written but not stored follows the shopper into another conversation; what was stored stays behind.
  const kept = same
    ? view.lines
    : view.lines.filter((line) => line.type === "shopper" && line.seq === undefined);
  const start: View = same ? view : { ...EMPTY_VIEW, connection: view.connection, lines: kept };
  const resumed = events.reduce<View>(reduceView, { ...start, conversationId, agent, speaking: null });
  // The talk may have been reloaded without the event that said so.
  return advance({ ...resumed, person: opened.person?.name ?? null }, seq);
}

function isSpoken(view: View, turnId: string): boolean {
  return view.lines.some((line) => line.type === "agent" && line.turnId === turnId);
}

function changeMessage(view: View, id: string, change: Partial<ShopperLine>): View {
  const found = view.lines.some((line) => line.type === "shopper" && line.id === id);
  if (!found) return view;
  const lines = view.lines.map((line) =>
    line.type === "shopper" && line.id === id ? { ...line, ...change } : line,
  );
  return { ...view, lines: inOrder(lines) };
}

/** Adds a stored line unless its seq is there already. */
function place(view: View, line: Line & { seq?: number }): View {
  const isThere = view.lines.some((other) => other.seq === line.seq);
  return advance(isThere ? view : { ...view, lines: inOrder([...view.lines, line]) }, line.seq ?? 0);
}

function advance(view: View, seq: number): View {
  return seq > view.seq ? { ...view, seq } : view;
}

/**
 * Stored lines take the order of their seq among themselves; local ones (notices, unsent messages) keep their
 * place behind the line they followed, except that an unsent message always stays at the end.
 */
function inOrder(lines: readonly Line[]): Line[] {
  let after = 0;
  const ranked = lines.map((line) => {
    const unsent = line.type === "shopper" && line.seq === undefined;
    if (line.seq !== undefined) after = line.seq;
    return { line, rank: unsent ? Number.POSITIVE_INFINITY : (line.seq ?? after) };
  });
  // Sorting leaves what is of one rank as it is; of two unsent ones the difference is no number, which counts as none.
  return ranked.sort((a, b) => a.rank - b.rank).map(({ line }) => line);
}
