/** A conversation as its merchant may see it: a fold of the log in which each turn carries why it was chosen. */
import type { Claim } from "../dialogue/claims.ts";
import type { DecisionRecord, LoggedEvent, SpokenTurn } from "../dialogue/events.ts";
import { fold } from "../dialogue/reduce.ts";
import type { OpenQuestion } from "../dialogue/state.ts";
import type { Mode, Strategy } from "../dialogue/strategies.ts";
import type { Understanding } from "../dialogue/understanding.ts";
import type { ArchivedConversation, TalkOutcome, TreatedArm } from "./ports.ts";

export interface ConversationRecord {
  id: string;
  visitorId: string;
  mode: Mode;
  locale: string;
  openedAt: string;
  closed: { at: string; reason: string } | null;
  arms: TreatedArm[];
  outcomes: TalkOutcome[];
  /** Every question of either side that was ever open, in the order they came up, as they stand at the end [LED-1]. */
  ledger: OpenQuestion[];
  /** When a person was asked for by the menu. */
  personAsked: string[];
  turns: (ShopperTurn | AgentTurn | PersonTurn)[];
  /** Persons who took the agent's place, and gave it back [TRN-6]. */
  personChanges: PersonChange[];
  signals: { at: string; type: string; sku: string | null; turnId: string | null; value: number | null }[];
  pages: { at: string; url: string; title: string | null; sku: string | null }[];
}

export interface ShopperTurn {
  speaker: "shopper";
  messageId: string;
  seq: number;
  at: string;
  text: string;
  /** Null until a turn has taken the message up. */
  understanding: Understanding | null;
}

/** Said by a person in the agent's place: nobody decided it, and nothing is claimed by it. */
export interface PersonTurn {
  speaker: "person";
  messageId: string;
  seq: number;
  at: string;
  name: string;
  text: string;
}

export interface PersonChange {
  type: "joined" | "left";
  seq: number;
  at: string;
  name: string;
  /** Of who left: "timed-out" gave no sign of life any more. */
  reason: "handed-back" | "timed-out" | null;
}

export interface AgentTurn
  extends Pick<
    SpokenTurn,
    | "turnId"
    | "respondsTo"
    | "text"
    | "cards"
    | "replies"
    | "invitation"
    | "sources"
    | "stance"
    | "anticipates"
    | "voice"
    | "voicing"
    | "settled"
    | "returnsTo"
    | "gaps"
    | "redirection"
  > {
  speaker: "agent";
  seq: number;
  at: string;
  decision: DecisionRecord & {
    strategies: Strategy[];
    /** One per strategy, in the same order. */
    propensities: number[];
    /** What could not be chosen, and why; what each step masked is in `steps`. */
    mask: Partial<Record<Strategy, string>>;
  };
  claims: Claim[];
  /** Sentences the guard stopped. */
  guard: SpokenTurn["stopped"];
}

/** Null for a log that does not begin with its conversation's opening, such as one that was erased. */
export function conversationRecord(
  id: string,
  { visitorId, events, arms, outcomes }: ArchivedConversation,
): ConversationRecord | null {
  const first = events[0];
  if (first?.event.type !== "conversation-opened") return null;
  const { mode, locale } = first.event;
  const record: ConversationRecord = {
    id,
    visitorId,
    mode,
    locale,
    openedAt: first.at,
    closed: null,
    arms,
    outcomes,
    ledger: fold(events).openQuestions,
    personAsked: [],
    turns: [],
    personChanges: [],
    signals: [],
    pages: [{ at: first.at, ...first.event.page }],
  };
  for (const logged of events) add(record, logged);
  return record;
}

function add(record: ConversationRecord, { seq, at, event }: LoggedEvent): void {
  switch (event.type) {
    case "message-stored":
      record.turns.push({
        speaker: "shopper",
        messageId: event.id,
        seq: seq ?? 0,
        at,
        text: event.text,
        understanding: null,
      });
      break;
    case "messages-understood":
      for (const { id, understanding } of [...(event.overheard ?? []), ...event.messages]) {
        const turn = record.turns.find((each) => each.speaker === "shopper" && each.messageId === id);
        if (turn?.speaker === "shopper") turn.understanding = understanding;
      }
      break;
    case "turn-spoken":
      record.turns.push(agentTurn(event.turn, seq ?? 0, at));
      break;
    case "page-viewed":
      record.pages.push({ at, ...event.page });
      break;
    case "signal-received":
      record.signals.push({
        at,
        type: event.signal,
        sku: event.sku,
        turnId: event.turnId,
        value: event.value,
      });
      break;
    case "person-spoke": {
      const { id: messageId, name, text } = event;
      record.turns.push({ speaker: "person", messageId, seq: seq ?? 0, at, name, text });
      break;
    }
    case "agent-joined":
      record.personChanges.push({ type: "joined", seq: seq ?? 0, at, name: event.name, reason: null });
      break;
    case "agent-left":
      record.personChanges.push({
        ...{ type: "left", seq: seq ?? 0, at, name: event.name },
        reason: event.reason ?? null,
      });
      break;
    case "human-asked":
      record.personAsked.push(at);
      break;
    case "conversation-closed":
      record.closed = { at, reason: event.reason };
      break;
  }
}

function agentTurn(turn: SpokenTurn, seq: number, at: string): AgentTurn {
  const { turnId, respondsTo, text, cards, replies, invitation, sources, stance, anticipates, voice } = turn;
  const { voicing, settled, returnsTo, gaps, redirection } = turn;
  return {
    speaker: "agent",
    seq,
    at,
    turnId,
    respondsTo,
    text,
    cards,
    replies,
    invitation,
    sources,
    stance,
    anticipates,
    voice,
    settled,
    ...(voicing && { voicing }),
    ...(returnsTo && { returnsTo }),
    ...(gaps && { gaps }),
    ...(redirection && { redirection }),
    decision: {
      ...turn.decision,
      strategies: turn.decision.steps.map(({ strategy }) => strategy),
      propensities: turn.decision.steps.map(({ propensity }) => propensity),
      mask: maskOf(turn),
    },
    claims: turn.claims,
    guard: turn.stopped,
  };
}

/** What the turn could not have chosen: what its first step masked, without what only had to wait for a later one. */
function maskOf({ decision, strategies }: SpokenTurn): Partial<Record<Strategy, string>> {
  const masked = Object.entries(decision.steps[0]?.masked ?? {});
  return Object.fromEntries(masked.filter(([strategy]) => !strategies.some((chosen) => chosen === strategy)));
}
