/** A chat model behind an endpoint that speaks OpenAI's chat completions, whoever runs it. */
import { setTimeout as sleep } from "node:timers/promises";
import type { ChatModel, ChatRequest } from "./chat-model.ts";
import { countPromptTokens, countTokens } from "./count-tokens.ts";
import { openEndpointClient } from "./endpoint-client.ts";
import { endpointLabel } from "./endpoint-label.ts";
import type { ModelSettings } from "./model-settings.ts";
import { ModelTrouble } from "./model-trouble.ts";
import { type Answer, createAnswer } from "./read-answer.ts";
import { createRequestOptions } from "./request-options.ts";
import { sendRequest } from "./send-request.ts";
import { type BoundedCall, boundCall } from "./time-bounds.ts";
import { translateError } from "./translate-error.ts";

/** Figures come after the last word; nobody waits long for them. */
const FIGURES_MS = 250;
/** Who leaves in the middle of the last sentence misses the figures behind it: so much is heard on his behalf. */
const AFTERWARDS = { milliseconds: 2_000, pieces: 64 };

export function openChatModel(settings: ModelSettings): ChatModel {
  const client = openEndpointClient(settings);
  const { model, apiKey } = settings;
  const endpoint = endpointLabel(settings.baseUrl);
  const options = createRequestOptions();

  async function* stream(
    request: ChatRequest,
    { bounds, signal, onUsage }: Parameters<ChatModel["stream"]>[1],
  ): AsyncGenerator<string> {
    const call = boundCall(bounds, signal);
    const answer = createAnswer(endpoint, request.maxTokens);
    let chunks: AsyncGenerator<unknown> | null = null;
    let isCounted = false;
    let hasLeft = true;
    try {
      const response = await sendRequest({
        call,
        options: () => options.for(request),
        send(extra) {
          const { messages } = request;
          const body = { model, messages, ...extra, stream: true } as const;
          return client.chat.completions.create(body, { signal: call.signal }).asResponse();
        },
        translate: (error) => translateError(error, { endpoint, apiKey, isAnswering: false }),
      });
      isCounted = true;
      chunks = answer.chunks(response, client);
      while (!answer.isFinished) {
        const next = await call.wait(chunks.next());
        if (next.done) break;
        const text = answer.take(next.value);
        if (text === "") continue;
        call.wordCame();
        yield text;
      }
      if (answer.isFinished) await takeFigures(chunks, answer, call.signal);
      hasLeft = false;
      answer.close();
    } catch (error) {
      hasLeft = false;
      if (signal?.aborted) throw signal.reason;
      if (call.outOfTime === null)
        throw translateError(error, { endpoint, apiKey, isAnswering: chunks !== null });
      // Whoever got no answer at all may have to pay for the question all the same.
      isCounted = true;
      throw new ModelTrouble(call.outOfTime, { endpoint });
    } finally {
      const isWorthHearing = hasLeft && chunks !== null && !signal?.aborted;
      if (isWorthHearing && chunks) {
        const estimated = usageOf(request, answer);
        onUsage?.(
          estimated,
          hearFigures(chunks, answer, call).then(() => usageOf(request, answer)),
        );
      } else {
        call.end();
        // An endpoint that hangs would keep this waiting.
        chunks?.return(undefined).catch(() => {});
        if (isCounted) onUsage?.(usageOf(request, answer));
      }
    }
  }

  return {
    endpoint,
    model,
    stream,
    async complete(request, options) {
      let whole = "";
      for await (const text of stream(request, options)) whole += text;
      return whole;
    },
  };
}

async function takeFigures(
  chunks: AsyncGenerator<unknown>,
  answer: Answer,
  signal: AbortSignal,
): Promise<void> {
  const patience = new AbortController();
  const take = async () => {
    for (;;) {
      const next = await chunks.next();
      if (next.done) return;
      answer.take(next.value);
    }
  };
  const over = sleep(FIGURES_MS, undefined, { signal: AbortSignal.any([signal, patience.signal]) });
  // What goes wrong after the last word takes nothing from the answer.
  await Promise.race([take(), over]).catch(() => {});
  patience.abort();
}

/** Takes what still comes within the bounds, the call's own included, and ends the call. Never rejects. */
async function hearFigures(
  chunks: AsyncGenerator<unknown>,
  answer: Answer,
  call: BoundedCall,
): Promise<void> {
  const timer = setTimeout(() => call.end(), AFTERWARDS.milliseconds);
  try {
    for (let pieces = 0; pieces < AFTERWARDS.pieces && !(answer.isFinished && answer.usage); ) {
      const next = await call.wait(chunks.next());
      if (next.done) break;
      if (answer.take(next.value) === "") continue;
      pieces += 1;
      call.wordCame();
    }
  } catch {
    // What goes wrong now takes nothing from what was heard.
  } finally {
    clearTimeout(timer);
    call.end();
    chunks.return(undefined).catch(() => {});
  }
}

function usageOf({ messages }: ChatRequest, { usage, text }: Answer) {
  if (usage) return { ...usage, isEstimated: false };
  return {
    promptTokens: countPromptTokens(messages),
    completionTokens: countTokens(text),
    cachedTokens: 0,
    isEstimated: true,
  };
}
