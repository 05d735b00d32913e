/**
 * Silence in a conversation [INI-2]: armed by the agent's turn while a tab shows it in an open panel, disarmed by whatever
 * the shopper does. Whether something is then said is decided over the log, where every node sees the same.
 */
import type { PanelState } from "../../shared/shopper-socket.ts";
import type { LoggedEvent } from "../dialogue/events.ts";
import { followUpDueAt } from "../initiative/follow-up.ts";
import type { Site } from "./ports.ts";
import { type Clock, createSilenceWatch } from "./silence-watch.ts";

export interface Presence {
  panel: PanelState;
  typing: boolean;
}

export interface SilenceListener {
  /** A tab has opened the conversation; `last` is the last event it can see. */
  join(tabId: string, conversationId: string, site: Site, panel: PanelState, last: LoggedEvent | null): void;
  /** A tab shows the conversation, hides it, or the shopper writes in it. */
  attend(tabId: string, conversationId: string, presence: Partial<Presence>): void;
  leave(tabId: string, conversationId: string): void;
  /** The shopper has said something. */
  hear(conversationId: string): void;
  /** The agent's turn was stored. */
  speak(conversationId: string, logged: LoggedEvent): void;
  readonly waiting: number;
  stop(): void;
}

interface Conversation {
  site: Site;
  tabs: Map<string, Presence>;
  /** The agent's turn that nothing has followed yet. */
  lastTurn: { turnId: string; wasFollowUp: boolean } | null;
}

export function createSilenceListener({
  clock,
  onSilence,
}: {
  clock: Clock;
  /** The shopper has been silent for long enough since this turn. */
  onSilence: (site: Site, conversationId: string, turnId: string) => void;
}): SilenceListener {
  const conversations = new Map<string, Conversation>();
  const watch = createSilenceWatch<string>({
    clock,
    onDue(conversationId, turnId) {
      const conversation = conversations.get(conversationId);
      if (conversation && isAttended(conversation)) onSilence(conversation.site, conversationId, turnId);
    },
  });

  /** Waits anew from `sinceMs`, or no more. */
  function arm(conversationId: string, sinceMs: number): void {
    const conversation = conversations.get(conversationId);
    const lastTurn = conversation && isAttended(conversation) ? conversation.lastTurn : null;
    const dueAtMs =
      conversation && lastTurn && followUpDueAt(sinceMs, lastTurn.wasFollowUp, conversation.site.silence);
    if (lastTurn && typeof dueAtMs === "number") watch.expect(conversationId, dueAtMs, lastTurn.turnId);
    else watch.forget(conversationId);
  }

  return {
    join(tabId, conversationId, site, panel, last) {
      const known = conversations.get(conversationId);
      const conversation: Conversation = known ?? { site, tabs: new Map(), lastTurn: null };
      conversations.set(conversationId, conversation);
      conversation.tabs.set(tabId, { panel, typing: false });
      if (known) return arm(conversationId, clock.nowMs());
      // After a restart, what would have been said long ago is not said now: nobody waits for it any more.
      const lastTurn = turnOf(last);
      const spokenAtMs = Date.parse(last?.at ?? "");
      const dueAtMs = lastTurn && followUpDueAt(spokenAtMs, lastTurn.wasFollowUp, site.silence);
      if (dueAtMs === null || dueAtMs <= clock.nowMs()) return;
      conversation.lastTurn = lastTurn;
      arm(conversationId, spokenAtMs);
    },
    attend(tabId, conversationId, change) {
      const presence = conversations.get(conversationId)?.tabs.get(tabId);
      if (!presence) return;
      Object.assign(presence, change);
      arm(conversationId, clock.nowMs());
    },
    leave(tabId, conversationId) {
      const conversation = conversations.get(conversationId);
      conversation?.tabs.delete(tabId);
      if (conversation?.tabs.size === 0) conversations.delete(conversationId);
      // Who was writing may have been the one who left: the others' silence begins then.
      arm(conversationId, clock.nowMs());
    },
    hear(conversationId) {
      const conversation = conversations.get(conversationId);
      if (conversation) conversation.lastTurn = null;
      watch.forget(conversationId);
    },
    speak(conversationId, logged) {
      const conversation = conversations.get(conversationId);
      if (!conversation) return;
      conversation.lastTurn = turnOf(logged);
      arm(conversationId, clock.nowMs());
    },
    get waiting() {
      return watch.waiting;
    },
    stop: watch.stop,
  };
}

/** Somebody looks at it, and nobody is writing. */
function isAttended({ tabs }: Conversation): boolean {
  const presences = [...tabs.values()];
  return presences.some(({ panel }) => panel === "open") && !presences.some(({ typing }) => typing);
}

/** Null when the last word is the shopper's, or a goodbye. */
function turnOf(logged: LoggedEvent | null): Conversation["lastTurn"] {
  if (logged?.event.type !== "turn-spoken" || logged.event.turn.farewell) return null;
  const { turnId, respondsTo } = logged.event.turn;
  return { turnId, wasFollowUp: respondsTo.type === "silence" };
}
