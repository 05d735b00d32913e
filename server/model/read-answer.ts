/** What an endpoint sends, read as text: streamed or, from a server that does not stream, in one piece. */
import type OpenAI from "openai";
import { APIError } from "openai";
import { Stream } from "openai/streaming";
import type { ModelUsage } from "./chat-model.ts";
import { ModelTrouble, type ModelTroubleCode } from "./model-trouble.ts";

/** Far above any answer; an endpoint that goes on for ever must not fill the memory. */
const MOST_BYTES = 8 * 1_024 * 1_024;
/** No language has longer tokens on average: who writes more than that ignores the limit of tokens. */
const CHARACTERS_PER_TOKEN = 16;

interface Seen {
  bytes: number;
  hasDoneMark: boolean;
}

/** One answer as it comes in. */
export interface Answer {
  /** Everything the endpoint sends, piece by piece; throws what the stream throws. */
  chunks(response: Response, client: OpenAI): AsyncGenerator<unknown>;
  /** The text of a chunk, often none. Throws `ModelTrouble` for what is no chunk, and for a refusal. */
  take(chunk: unknown): string;
  /** Nothing more comes: throws `ModelTrouble` where that was not a proper end. */
  close(): void;
  /** The model has said that it is done; what may follow are figures. */
  readonly isFinished: boolean;
  readonly text: string;
  /** What the endpoint said last about it. */
  readonly usage: Omit<ModelUsage, "isEstimated"> | null;
}

export function createAnswer(endpoint: string, maxTokens: number): Answer {
  const seen: Seen = { bytes: 0, hasDoneMark: false };
  let chunks = 0;
  let finish: string | null = null;
  let text = "";
  let usage: Answer["usage"] = null;
  const trouble = (code: ModelTroubleCode, detail?: string) =>
    new ModelTrouble(code, { endpoint, ...(detail !== undefined && { detail }) });

  return {
    async *chunks(response, client) {
      const type = response.headers.get("content-type") ?? "";
      if (/html/i.test(type)) throw trouble("model/malformed", "a web page");
      const tooMuch = () => trouble("model/malformed", `more than ${MOST_BYTES} bytes`);
      const watched = new Response(response.body?.pipeThrough(watch(seen, tooMuch)) ?? "");
      if (!/json/i.test(type)) yield* Stream.fromSSEResponse(watched, new AbortController(), client);
      else yield await watched.json();
    },
    take(chunk) {
      if (!isRecord(chunk)) throw trouble("model/malformed", "a piece of the answer is no object");
      if (isRecord(chunk.error)) throw new APIError(undefined, chunk.error, undefined, undefined);
      chunks += 1;
      usage = usageOf(chunk.usage) ?? usage;
      const choice = Array.isArray(chunk.choices) ? chunk.choices[0] : undefined;
      if (!isRecord(choice) || finish !== null) return "";
      const said = choice.delta ?? choice.message;
      if (typeof choice.finish_reason === "string" && choice.finish_reason !== "")
        finish = choice.finish_reason;
      if (!isRecord(said)) return "";
      if (typeof said.refusal === "string" && said.refusal !== "")
        throw trouble("model/refused", said.refusal);
      const piece = textOf(said.content);
      text += piece;
      if (text.length > maxTokens * CHARACTERS_PER_TOKEN) throw trouble("model/too-long");
      return piece;
    },
    close() {
      if (finish === "length") throw trouble("model/too-long");
      if (finish === "content_filter") throw trouble("model/refused", "content filter");
      if (finish === null && !seen.hasDoneMark) {
        const isSomethingElse = chunks === 0 && seen.bytes > 0;
        throw trouble(isSomethingElse ? "model/malformed" : "model/cut-off");
      }
      if (text.trim() === "") throw trouble("model/empty");
    },
    get isFinished() {
      return finish !== null;
    },
    get text() {
      return text;
    },
    get usage() {
      return usage;
    },
  };
}

/** Lets everything through, and sees the size and the mark at the end, which the `openai` package keeps to itself. */
function watch(seen: Seen, tooMuch: () => Error): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  let tail = "";
  return new TransformStream({
    transform(bytes, controller) {
      seen.bytes += bytes.byteLength;
      if (seen.bytes > MOST_BYTES) return controller.error(tooMuch());
      const ending = tail + decoder.decode(bytes.subarray(-32), { stream: false });
      seen.hasDoneMark ||= /data: ?\[DONE\]\s*$/.test(ending);
      tail = ending.slice(-32);
      controller.enqueue(bytes);
    },
  });
}

/** Some servers send a list of parts. */
function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part) => (isRecord(part) && part.type === "text" && typeof part.text === "string" ? part.text : ""))
    .join("");
}

function usageOf(usage: unknown): Answer["usage"] {
  if (!isRecord(usage)) return null;
  const details = isRecord(usage.prompt_tokens_details) ? usage.prompt_tokens_details : {};
  const promptTokens = count(usage.prompt_tokens);
  return {
    promptTokens,
    completionTokens: count(usage.completion_tokens),
    cachedTokens: Math.min(promptTokens, count(details.cached_tokens ?? usage.prompt_cache_hit_tokens)),
  };
}

function count(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
