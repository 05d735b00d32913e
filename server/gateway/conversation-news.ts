/**
 * That something happened in a conversation, for whoever follows it from the merchant's side [TRN-5]. What it was stands in the
 * log; only that the agent is speaking does not. News of other nodes come by the broker, and a lost one costs a moment: who
 * follows looks into the log from time to time all the same.
 */
export interface ConversationNews {
  tell(move: ConversationMove): void;
  /** The turn that is being spoken; null when none is, as far as is known here. */
  speaking(conversationId: string): string | null;
  /** Resolves at the next news of the conversation, when the time is up, or when `signal` says that nobody waits any more. */
  next(conversationId: string, milliseconds: number, signal: AbortSignal): Promise<void>;
}

export interface ConversationMove {
  conversationId: string;
  /** The turn that is being spoken from now on, null when it is over; left out where that has not changed. */
  speaking?: string | null;
}

/** A node that died in the middle of a turn never says that it is over. */
const SPEAKING_MAX_MS = 60_000;

export function createConversationNews(nowMs: () => number = () => performance.now()): ConversationNews {
  const spoken = new Map<string, { turnId: string; since: number }>();
  const waiting = new Map<string, Set<() => void>>();
  return {
    tell({ conversationId, speaking }) {
      if (speaking === null) spoken.delete(conversationId);
      if (speaking) spoken.set(conversationId, { turnId: speaking, since: nowMs() });
      for (const wake of [...(waiting.get(conversationId) ?? [])]) wake();
    },
    speaking(conversationId) {
      const turn = spoken.get(conversationId);
      if (turn && nowMs() - turn.since > SPEAKING_MAX_MS) spoken.delete(conversationId);
      return spoken.get(conversationId)?.turnId ?? null;
    },
    next(conversationId, milliseconds, signal) {
      return new Promise((resolve) => {
        const all = waiting.get(conversationId) ?? new Set();
        const wake = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", wake);
          all.delete(wake);
          if (all.size === 0) waiting.delete(conversationId);
          resolve();
        };
        const timer = setTimeout(wake, milliseconds);
        if (signal.aborted) return wake();
        signal.addEventListener("abort", wake);
        waiting.set(conversationId, all.add(wake));
      });
    },
  };
}
