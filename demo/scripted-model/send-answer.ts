/** Sends an answer token by token at the set pace, and fails on the way as it was told to. */
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type AnswerIdentity, chunkOf, completionOf, errors, usageChunkOf, usageOf } from "./api-shapes.ts";
import type { Behaviour, Failure } from "./behaviour.ts";

export interface Answer {
  identity: AnswerIdentity;
  text: string;
  behaviour: Behaviour;
  promptTokens: number;
  /** Asked for by the request. */
  isStreamed: boolean;
  wantsUsage: boolean;
  /** Aborted when the client is gone or the server closes. */
  signal: AbortSignal;
}

/** Where a failure in mid-answer comes: after this share of the tokens. */
const HALF = 0.5;
/** How often one that trickles sends nothing. */
const TRICKLE_MS = 20;
const NEVER = 2 ** 31 - 1;

export async function sendAnswer(response: ServerResponse, answer: Answer): Promise<void> {
  const { behaviour, signal } = answer;
  const failure = behaviour.failure ?? null;
  if (failure === "hang-before-headers") await sleep(NEVER, undefined, { signal });
  if (failure === "socket-cut-before-headers") return cut(response);
  if (failure === "html") return sendPage(response);
  if (answer.isStreamed) return stream(response, answer, failure);
  const tokens = tokensOf(answer.text);
  await sleep((behaviour.firstTokenMs ?? 0) + tokens.length * (behaviour.tokenMs ?? 0), undefined, {
    signal,
  });
  sendWhole(response, answer, tokens.length, failure);
}

async function stream(response: ServerResponse, answer: Answer, failure: Failure | null): Promise<void> {
  const { identity, behaviour, signal } = answer;
  const send = (data: unknown) => response.write(`data: ${JSON.stringify(data)}\n\n`);
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
  response.flushHeaders();
  const began = performance.now();
  /** On a clock of the answer's own, so that the pace does not depend on how long sending takes. */
  const until = async (milliseconds: number) => {
    const wait = began + milliseconds - performance.now();
    if (wait > 0) await sleep(wait, undefined, { signal });
  };

  const { firstTokenMs = 0, tokenMs = failure === "slow-drip" ? 100 : 0 } = behaviour;
  await until(firstTokenMs);
  if (failure === "hang-before-first-token") await sleep(NEVER, undefined, { signal });
  send(chunkOf(identity, { role: "assistant", content: "", refusal: null }));
  if (failure === "refusal") {
    send(chunkOf(identity, { refusal: "I'm sorry, but I can't help with that." }));
    send(chunkOf(identity, {}, "stop"));
    return finish(response);
  }

  const tokens = failure === "slow-drip" ? [...answer.text.repeat(20)] : tokensOf(answer.text);
  const stopAt =
    failure !== null && FAILS_HALFWAY.has(failure) ? Math.ceil(tokens.length * HALF) : tokens.length;
  for (const [index, token] of tokens.slice(0, stopAt).entries()) {
    if (tokenMs > 0) await until(firstTokenMs + index * tokenMs);
    send(chunkOf(identity, { content: token }));
    behaviour.onSent?.(token);
    if (failure === "duplicate-chunks") send(chunkOf(identity, { content: token }));
  }
  switch (failure) {
    case "hang-mid-sentence":
      return sleep(NEVER, undefined, { signal });
    case "trickle":
      for (;;) {
        await sleep(TRICKLE_MS, undefined, { signal });
        response.write(": still here\n\n");
        send(chunkOf(identity, { content: "" }));
      }
    case "socket-cut":
      // What was sent is to arrive before the connection breaks.
      await new Promise<void>((sent) => response.write(": \n", () => sent()));
      return cut(response);
    case "no-finish-reason":
      response.end();
      return;
    case "malformed-json":
      response.write(`data: {"id":"${identity.id}","choices":[{"index":0,"delta":{"content": oops}}]}\n\n`);
      return finish(response);
    case "truncated-json":
      response.end(
        `data: ${JSON.stringify(chunkOf(identity, { content: tokens[stopAt] ?? "" })).slice(0, -30)}`,
      );
      return;
    case "error-in-stream":
      send(errors.serverError().body);
      return finish(response);
  }
  send(chunkOf(identity, {}, finishReason(failure)));
  if (failure === "hang-after-finish") await sleep(NEVER, undefined, { signal });
  if (answer.wantsUsage) send(usageChunkOf(identity, usageOf(answer.promptTokens, stopAt)));
  if (failure === "no-done") response.end();
  else finish(response);
}

const FAILS_HALFWAY: ReadonlySet<Failure> = new Set([
  "content-filter",
  "length",
  "hang-mid-sentence",
  "trickle",
  "socket-cut",
  "no-finish-reason",
  "malformed-json",
  "truncated-json",
  "error-in-stream",
]);

function sendWhole(response: ServerResponse, answer: Answer, tokens: number, failure: Failure | null): void {
  const { identity, promptTokens, behaviour } = answer;
  const isRefused = failure === "refusal";
  const message = isRefused
    ? { content: null, refusal: "I'm sorry, but I can't help with that." }
    : { content: answer.text };
  const usage = behaviour.tellsUsage === false ? null : usageOf(promptTokens, tokens);
  const body = JSON.stringify(completionOf(identity, message, finishReason(failure), usage));
  response.writeHead(200, { "content-type": "application/json" });
  if (failure === "truncated-json" || failure === "socket-cut") {
    response.write(body.slice(0, body.length / 2), () => cut(response));
  } else if (failure === "malformed-json") response.end(body.replaceAll('"', "'"));
  else response.end(body);
}

function finishReason(failure: Failure | null): "stop" | "length" | "content_filter" {
  if (failure === "length") return "length";
  return failure === "content-filter" ? "content_filter" : "stop";
}

function finish(response: ServerResponse): void {
  response.end("data: [DONE]\n\n");
}

function cut(response: ServerResponse): void {
  response.socket?.destroy();
}

function sendPage(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/html" });
  response.end("<!doctype html><title>Welcome</title><h1>It works!</h1>\n");
}

/** Pieces as models make them: parts of words, with the space before. */
export function tokensOf(text: string): string[] {
  return text.match(/\s*[\p{L}\p{N}]{1,6}|\s*[^\s\p{L}\p{N}]|\s+/gu) ?? [];
}
