/** The bodies of OpenAI's public API: completions, their chunks, embeddings and errors. Types keep them to it. */
import type {
  ChatCompletion,
  ChatCompletionChunk,
  CompletionUsage,
  CreateEmbeddingResponse,
} from "openai/resources";

type FinishReason = ChatCompletionChunk.Choice["finish_reason"];

/** What all chunks of one answer have in common. */
export interface AnswerIdentity {
  id: string;
  created: number;
  model: string;
}

export interface ErrorAnswer {
  status: number;
  body: { error: { message: string; type: string; param: string | null; code: string | null } };
}

export function chunkOf(
  { id, created, model }: AnswerIdentity,
  delta: ChatCompletionChunk.Choice["delta"],
  finish_reason: FinishReason = null,
): ChatCompletionChunk {
  return {
    id,
    object: "chat.completion.chunk",
    created,
    model,
    service_tier: "default",
    system_fingerprint: FINGERPRINT,
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
  };
}

/** Comes last, without choices. */
export function usageChunkOf(identity: AnswerIdentity, usage: CompletionUsage): ChatCompletionChunk {
  return { ...chunkOf(identity, {}), choices: [], usage };
}

export function completionOf(
  { id, created, model }: AnswerIdentity,
  message: { content: string | null; refusal?: string | null },
  finish_reason: NonNullable<FinishReason>,
  usage: CompletionUsage | null,
): ChatCompletion {
  return {
    id,
    object: "chat.completion",
    created,
    model,
    service_tier: "default",
    system_fingerprint: FINGERPRINT,
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: message.content, refusal: message.refusal ?? null },
        logprobs: null,
        finish_reason,
      },
    ],
    ...(usage && { usage }),
  };
}

export function usageOf(promptTokens: number, completionTokens: number): CompletionUsage {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: 0,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}

export function embeddingsOf(model: string, vectors: number[][], tokens: number): CreateEmbeddingResponse {
  return {
    object: "list",
    data: vectors.map((embedding, index) => ({ object: "embedding", index, embedding })),
    model,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
}

const error = (
  status: number,
  message: string,
  type: string,
  code: string | null = null,
  param: string | null = null,
): ErrorAnswer => ({ status, body: { error: { message, type, param, code } } });

export const errors = {
  badRequest: (message: string) => error(400, message, "invalid_request_error"),
  unsupported: (option: string) =>
    error(
      400,
      `Unsupported parameter: '${option}' is not supported with this model.`,
      "invalid_request_error",
      "unsupported_parameter",
      option,
    ),
  contextLength: () =>
    error(
      400,
      "This model's maximum context length is 4097 tokens. However, your messages resulted in 4294 tokens. Please reduce the length of the messages.",
      "invalid_request_error",
      "context_length_exceeded",
      "messages",
    ),
  /** Like the real one, it repeats the ends of the key. */
  wrongKey: (key: string) =>
    error(
      401,
      `Incorrect API key provided: ${key.slice(0, 6)}${"*".repeat(Math.max(0, key.length - 10))}${key.slice(-4)}. You can find your API key at https://platform.openai.com/account/api-keys.`,
      "invalid_request_error",
      "invalid_api_key",
    ),
  notAllowed: () =>
    error(
      403,
      "Country, region, or territory not supported",
      "request_forbidden",
      "unsupported_country_region_territory",
    ),
  unknownModel: (model: string) =>
    error(
      404,
      `The model \`${model}\` does not exist or you do not have access to it.`,
      "invalid_request_error",
      "model_not_found",
    ),
  unknownAddress: (method: string, path: string) =>
    error(404, `Invalid URL (${method} ${path})`, "invalid_request_error"),
  tooMany: (model: string) =>
    error(
      429,
      `Rate limit reached for ${model} in organization org-scripted on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 20s. Visit https://platform.openai.com/account/rate-limits to learn more.`,
      "requests",
      "rate_limit_exceeded",
    ),
  noQuota: () =>
    error(
      429,
      "You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.",
      "insufficient_quota",
      "insufficient_quota",
    ),
  serverError: () =>
    error(500, "The server had an error while processing your request. Sorry about that!", "server_error"),
  overloaded: () =>
    error(
      503,
      "The engine is currently overloaded, please try again later",
      "server_error",
      "server_is_overloaded",
    ),
} as const;

const FINGERPRINT = "fp_scripted";
