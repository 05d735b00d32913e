/** Follows a conversation while it is looked at, and goes on by itself after the connection was lost [TRN-5]. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ApiError } from "../../api/client.ts";
import type { ConversationRecord } from "../../api/conversations.ts";
import { type Followed, followConversation, stayThere } from "../../api/live.ts";

export type Standing = Omit<Followed, "record">;

export interface Live {
  record: ConversationRecord | null;
  standing: Standing | null;
  /** What can't be had by asking again. */
  error: Error | null;
  /** The server does not answer at the moment; it is asked again. */
  isLost: boolean;
  /** Asks at once. */
  refresh(): void;
}

/** How long a request waits for news; a conversation that is over is only looked at now and then. */
const WAIT_SECONDS = 20;
const OVER_MS = 10_000;
const RETRY_MAX_MS = 10_000;

export function useLive(id: string): Live {
  const [record, setRecord] = useState<ConversationRecord | null>(null);
  const [standing, setStanding] = useState<Standing | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [isLost, setLost] = useState(false);
  const [times, setTimes] = useState(0);
  /** What was seen last: it outlives a round of asking. */
  const seen = useRef({ after: 0, isSpeaking: false });

  useEffect(() => {
    let asking = new AbortController();
    let isOver = false;
    /** Browsers keep few connections to a server: a tab that nobody looks at holds none. */
    const look = () => {
      asking.abort();
      if (document.visibilityState === "hidden" || isOver) return;
      asking = new AbortController();
      void follow(asking.signal);
    };

    async function follow(signal: AbortSignal): Promise<void> {
      let failures = 0;
      let wait = 0;
      while (!signal.aborted) {
        try {
          const { record: added, ...rest } = await followConversation(id, { ...seen.current, wait }, signal);
          if (signal.aborted) return;
          seen.current = { after: rest.position, isSpeaking: rest.isSpeaking };
          if (added) setRecord(added);
          setStanding(rest);
          setError(null);
          setLost(false);
          failures = 0;
          const goesOn = rest.isLive || rest.isWaiting || rest.person !== null;
          wait = goesOn ? WAIT_SECONDS : 0;
          if (!goesOn) await pause(OVER_MS, signal);
        } catch (failure) {
          if (signal.aborted || !(failure instanceof ApiError)) return;
          if (failure.status >= 400 && failure.status < 500) {
            setError(failure);
            return;
          }
          setLost(true);
          wait = 0;
          await pause(Math.min(500 * 2 ** failures, RETRY_MAX_MS), signal);
          failures += 1;
        }
      }
    }

    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      isOver = true;
      asking.abort();
      document.removeEventListener("visibilitychange", look);
    };
  }, [id, times]);

  useSignsOfLife(id, standing?.person?.isYou ?? false);
  const refresh = useCallback(() => setTimes((count) => count + 1), []);
  return { record, standing, error, isLost, refresh };
}

const SIGN_MS = 30_000;
/** Who has moved nothing for so long gives no sign. */
const STILL_MS = 60_000;
const MOVES = ["pointermove", "pointerdown", "keydown", "scroll"] as const;

/** While somebody answers, and does something on the page, the server is told that they are there [TRN-7]. */
function useSignsOfLife(id: string, isAnswering: boolean): void {
  useEffect(() => {
    if (!isAnswering) return;
    let movedAt = performance.now();
    const move = () => {
      movedAt = performance.now();
    };
    for (const name of MOVES) addEventListener(name, move, { passive: true });
    const timer = setInterval(() => {
      const isThere = document.visibilityState === "visible" && performance.now() - movedAt < STILL_MS;
      // Whether the place was lost meanwhile is seen by following.
      if (isThere) stayThere(id).catch(() => {});
    }, SIGN_MS);
    return () => {
      clearInterval(timer);
      for (const name of MOVES) removeEventListener(name, move);
    };
  }, [id, isAnswering]);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
