/** Holds one request to its bounds in time: whatever the endpoint, a proxy or the `openai` package does, every wait ends. */
import type { TimeBounds } from "./chat-model.ts";
import type { ModelTroubleCode } from "./model-trouble.ts";

export type OutOfTime = Extract<ModelTroubleCode, "model/silent" | "model/stalled" | "model/slow">;

export interface BoundedCall {
  /** Goes to `fetch`; aborted by a bound, by the caller's signal and by `end`. */
  readonly signal: AbortSignal;
  /** Which bound was overrun. */
  readonly outOfTime: OutOfTime | null;
  /** Milliseconds left until the first text must be there. */
  untilFirstToken(): number;
  /** Waits for the work, at the longest until the bound that is in force; then, or once aborted, it rejects. */
  wait<Result>(work: Promise<Result>): Promise<Result>;
  /** A text has come: from now on each wait has the gap's time until `wordCame` again. */
  wordCame(): void;
  /** Releases timers and whatever still runs. */
  end(): void;
}

export function boundCall(
  { firstToken, gap, total }: TimeBounds,
  outer?: AbortSignal,
  now = () => performance.now(),
): BoundedCall {
  const controller = new AbortController();
  const { signal } = controller;
  const began = now();
  let hasWords = false;
  /** What is left of the present gap; time in which the caller is busy does not count. */
  let gapLeft = gap;
  let outOfTime: OutOfTime | null = null;

  const overrun = (bound: OutOfTime) => {
    outOfTime ??= bound;
    controller.abort(new Error(bound));
  };
  const leave = () => controller.abort(outer?.reason);
  if (outer?.aborted) leave();
  else outer?.addEventListener("abort", leave, { once: true });
  const totalTimer = setTimeout(overrun, total, "model/slow");

  return {
    signal,
    get outOfTime() {
      return outOfTime;
    },
    untilFirstToken: () => began + firstToken - now(),
    async wait(work) {
      const waitedSince = now();
      const patience = hasWords ? gapLeft : began + firstToken - waitedSince;
      const timer = setTimeout(overrun, Math.max(0, patience), hasWords ? "model/stalled" : "model/silent");
      let giveUp: (() => void) | undefined;
      try {
        return await Promise.race([
          work,
          new Promise<never>((_, reject) => {
            giveUp = () => reject(signal.reason);
            if (signal.aborted) giveUp();
            else signal.addEventListener("abort", giveUp, { once: true });
          }),
        ]);
      } finally {
        clearTimeout(timer);
        if (giveUp) signal.removeEventListener("abort", giveUp);
        gapLeft -= now() - waitedSince;
      }
    },
    wordCame() {
      hasWords = true;
      gapLeft = gap;
    },
    end() {
      clearTimeout(totalTimer);
      outer?.removeEventListener("abort", leave);
      if (!signal.aborted) controller.abort(new Error("the request is over"));
    },
  };
}
