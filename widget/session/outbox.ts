import type { Acknowledgement, ErrorCode } from "../../shared/errors.ts";
import type { MessageSend, Signal } from "../../shared/shopper-socket.ts";

export type OutboxEntry =
  | { event: "message-send"; payload: MessageSend }
  | { event: "signal"; payload: Signal };
export type Answer = Acknowledgement<{ seq?: number; duplicate?: boolean }>;

export interface OutboxPorts {
  /** Resolves with the server's answer, rejects when none came in time. */
  deliver(entry: OutboxEntry): Promise<Answer>;
  /** The entry has left the outbox, stored or refused for good. */
  settle(entry: OutboxEntry, answer: Answer): void;
  /** Called after every change, so that a reload finds the entries again. */
  keep(entries: readonly OutboxEntry[]): void;
  wait(milliseconds: number): Promise<void>;
}

export interface Outbox {
  add(entry: OutboxEntry): void;
  /** The conversation is open: send what waits. */
  resume(): void;
  /** The connection is lost: what was being sent is sent again later. */
  pause(): void;
  clear(): void;
}

const PASSING: readonly ErrorCode[] = ["rate/too-fast", "server/busy", "server/unavailable"];
const GIVE_UP_AFTER = 6;

/** 0.5 s, 1 s, 2 s, … at most 15 s. */
export function retryDelayMs(failures: number): number {
  return Math.min(15_000, 500 * 2 ** failures);
}

/**
 * Sends one entry at a time, in order, and keeps it until the server has acknowledged it. An entry may so be sent
 * twice; the server recognises its id [WIRE-2].
 */
export function createOutbox(ports: OutboxPorts, kept: readonly OutboxEntry[] = []): Outbox {
  let entries = [...kept];
  let flowing = false;
  let busy = false;

  function change(next: OutboxEntry[]): void {
    entries = next;
    ports.keep(entries);
  }

  async function flush(): Promise<void> {
    if (busy) return;
    busy = true;
    let failures = 0;
    for (let entry = entries[0]; flowing && entry; entry = entries[0]) {
      const sending = entry;
      const answer = await ports.deliver(sending).catch(() => null);
      if (!entries.includes(sending)) continue;
      if (answer && isFinal(answer, failures)) {
        failures = 0;
        change(entries.filter((other) => other !== sending));
        ports.settle(sending, answer);
      } else if (flowing) {
        await ports.wait(retryDelayMs(failures++));
      }
    }
    busy = false;
  }

  return {
    add(entry) {
      if (entries.some((other) => other.payload.id === entry.payload.id)) return;
      change([...entries, entry]);
      void flush();
    },
    resume() {
      flowing = true;
      void flush();
    },
    pause() {
      flowing = false;
    },
    clear() {
      change([]);
    },
  };
}

function isFinal(answer: Answer, failures: number): boolean {
  if (answer.ok) return true;
  const { code } = answer.error;
  if (PASSING.includes(code)) return false;
  // A closed or vanished conversation is opened anew by the session; the message is then sent into the new one.
  return !code.startsWith("conversation/") || failures >= GIVE_UP_AFTER;
}
