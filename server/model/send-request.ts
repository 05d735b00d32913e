/** Sends a request and waits for the endpoint to take it up; a second try only where it can still be in time. */
import { setTimeout as sleep } from "node:timers/promises";
import { APIError } from "openai";
import type { ModelTrouble } from "./model-trouble.ts";
import type { OptionsTried } from "./request-options.ts";
import type { BoundedCall } from "./time-bounds.ts";
import { mayPassSoon } from "./translate-error.ts";

/** Before the second try, where the endpoint names no time. */
const PAUSE_MS = 200;
/** A try with less time than that left would only keep the shopper waiting. */
const LEAST_MS = 300;

export interface Sending<Result> {
  call: BoundedCall;
  send: (options: OptionsTried["options"]) => Promise<Result>;
  /** What to send, worked out anew for each try. */
  options: () => OptionsTried;
  translate: (error: unknown) => ModelTrouble;
}

/** Rejects with `ModelTrouble`, or with whatever when the call was aborted. */
export async function sendRequest<Result>({
  call,
  send,
  options,
  translate,
}: Sending<Result>): Promise<Result> {
  let mayRetry = true;
  for (;;) {
    const tried = options();
    try {
      return await call.wait(send(tried.options));
    } catch (error) {
      if (call.signal.aborted) throw error;
      const trouble = translate(error);
      if (trouble.code === "model/rejected" && tried.yieldTo(wordsOf(error))) continue;
      const pause = trouble.retryAfterMs ?? PAUSE_MS;
      const isInTime = pause + LEAST_MS <= call.untilFirstToken();
      if (!mayRetry || !isInTime || !mayPassSoon(trouble)) throw trouble;
      mayRetry = false;
      await call.wait(sleep(pause, undefined, { signal: call.signal }));
    }
  }
}

function wordsOf(error: unknown): string {
  return error instanceof APIError ? `${error.param ?? ""} ${error.message}` : "";
}
