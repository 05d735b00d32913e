/**
 * One turn at a time per conversation [WIRE-3]. A request made while a turn is being spoken is kept, and looked at again
 * when the turn is over: several messages that came meanwhile are answered by one next turn.
 *
 * The queue belongs to one process. Two nodes that speak in one conversation at the same moment are told apart by the log,
 * which refuses the turn that was decided on too little.
 */
import type { Site, TurnSignal, TurnTaking } from "./ports.ts";

export interface ConversationQueue {
  /**
   * Has the next due turn spoken, now or after the current one. `newer-message` lets the current one be cut short at a
   * sentence end; `look` only makes sure that nothing stays unanswered; a silence is followed up, unless a turn is being
   * spoken at this moment.
   */
  request(site: Site, conversationId: string, why: "newer-message" | "look" | { silentSince: string }): void;
  /** Ends a conversation's current turn at its next sentence end and forgets what was requested. */
  stop(conversationId: string): void;
  /**
   * A person takes the agent's place: the turn being spoken ends at its sentence, and one of which nothing was said yet is
   * not spoken at all [TRN-6].
   */
  giveWay(conversationId: string): void;
  /** Takes no more requests, ends all turns at their next sentence end; resolves when none is spoken or time is up. */
  drain(timeoutMs: number): Promise<void>;
  /** Turns being spoken at this moment. */
  readonly active: number;
}

interface Line {
  requested: boolean;
  cutShort: boolean;
  stopped: boolean;
  gaveWay: boolean;
  /** The silence to follow up, in the first turn of the line. */
  silentSince: string | undefined;
}

/** A turn that fails is tried once more; what fails twice waits for the shopper's next word. */
const ATTEMPTS = 2;

export function createConversationQueue({
  turns,
  onSignal,
  onFailure,
}: {
  turns: TurnTaking;
  onSignal: (conversationId: string, signal: TurnSignal) => void;
  onFailure: (conversationId: string, error: unknown) => void;
}): ConversationQueue {
  const lines = new Map<string, Line>();
  let draining = false;
  let whenIdle: (() => void) | null = null;

  return {
    request(site, conversationId, why) {
      if (draining) return;
      const line = lines.get(conversationId);
      if (line) {
        if (typeof why === "object") return;
        line.requested = true;
        line.cutShort ||= why === "newer-message";
        return;
      }
      const silentSince = typeof why === "object" ? why.silentSince : undefined;
      const fresh: Line = { requested: true, cutShort: false, stopped: false, gaveWay: false, silentSince };
      lines.set(conversationId, fresh);
      void work(site, conversationId, fresh);
    },
    stop(conversationId) {
      const line = lines.get(conversationId);
      if (line) Object.assign(line, { requested: false, stopped: true });
    },
    giveWay(conversationId) {
      const line = lines.get(conversationId);
      if (line) Object.assign(line, { requested: false, cutShort: true, gaveWay: true });
    },
    async drain(timeoutMs) {
      draining = true;
      if (lines.size === 0) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        whenIdle = resolve;
        timer = setTimeout(resolve, timeoutMs);
      });
      clearTimeout(timer);
    },
    get active() {
      return lines.size;
    },
  };

  async function work(site: Site, conversationId: string, line: Line): Promise<void> {
    while (line.requested && !draining) {
      Object.assign(line, { requested: false, cutShort: false, gaveWay: false });
      for (let attempt = 1; attempt <= ATTEMPTS && !line.stopped && !draining; attempt += 1) {
        if (await speak(site, conversationId, line)) break;
      }
      line.silentSince = undefined;
    }
    lines.delete(conversationId);
    if (lines.size === 0) whenIdle?.();
  }

  /** False when what came last was an abort: another turn should follow. */
  async function speak(site: Site, conversationId: string, line: Line): Promise<boolean> {
    let last: TurnSignal | null = null;
    const { silentSince } = line;
    const shouldStop = () => line.cutShort || line.stopped || draining;
    try {
      for await (const signal of turns.takeTurn({ site, conversationId, silentSince, shouldStop })) {
        if (line.gaveWay && signal.type === "sentence" && signal.index === 0) {
          onSignal(conversationId, { type: "abort", turnId: signal.turnId, code: "person/joined" });
          return true;
        }
        onSignal(conversationId, signal);
        last = signal;
      }
      return last?.type !== "abort";
    } catch (error) {
      onFailure(conversationId, error);
      if (last?.type === "start" || last?.type === "sentence") {
        onSignal(conversationId, { type: "abort", turnId: last.turnId, code: "server/unavailable" });
      }
      return false;
    }
  }
}
