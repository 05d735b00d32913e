/** What the other rooms see of a language model. Which endpoint answers, and how it is kept from harm, is behind it. */

export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

/** What a request is for; tokens are counted by it. "embedding" is the embedding model's. */
export const CHAT_PURPOSES = [
  "voice",
  "understanding",
  "translation",
  "shopper",
  "critic",
  "assistant",
  "check",
  "embedding",
] as const;
export type ChatPurpose = (typeof CHAT_PURPOSES)[number];

export interface ChatRequest {
  purpose: ChatPurpose;
  messages: ChatMessage[];
  /** Of the answer. */
  maxTokens: number;
  temperature?: number;
  /** Asks for JSON of this shape where the server can; the prompt asks for it in words, too, and the caller validates. */
  json?: { name: string; schema: Record<string, unknown> };
}

/** Milliseconds. */
export interface TimeBounds {
  /** From the request to the first text, retries and waiting for them included. */
  firstToken: number;
  /** Between one piece of text and the next. Time that the caller takes between two does not count. */
  gap: number;
  /** From the request to the end; this one runs while the caller is busy, too. */
  total: number;
}

/** Tokens of one request. */
export interface ModelUsage {
  promptTokens: number;
  completionTokens: number;
  /** Of the prompt's tokens, those that the endpoint had in its cache. */
  cachedTokens: number;
  /** The endpoint did not say; worked out from the texts. */
  isEstimated: boolean;
}

export interface ChatOptions {
  bounds: TimeBounds;
  /** Once aborted, the request ends and throws the signal's reason. */
  signal?: AbortSignal;
  /**
   * Called once per request that reached the endpoint, also for one that was cut off. Where the listener left before the
   * endpoint told its figures, these are estimated, and `later` resolves within seconds to what the endpoint told, or to
   * these again; it never rejects.
   */
  onUsage?: (usage: ModelUsage, later?: Promise<ModelUsage>) => void;
}

export interface ChatModel {
  /** Safe to log and to show: the address without the key. */
  readonly endpoint: string;
  readonly model: string;
  /**
   * The answer's text piece by piece as it comes. Throws `ModelTrouble`; what was yielded before stays true. Whoever stops
   * listening (`break`) thereby ends the request: at once for him, and for the endpoint after a little more text and time,
   * in which it may tell its figures.
   */
  stream(request: ChatRequest, options: ChatOptions): AsyncIterable<string>;
  /** The whole answer, never empty. Rejects with `ModelTrouble`. */
  complete(request: ChatRequest, options: ChatOptions): Promise<string>;
}

export interface EmbeddingModel {
  readonly endpoint: string;
  readonly model: string;
  /** One vector per text, in the texts' order. Rejects with `ModelTrouble`. */
  embed(
    texts: string[],
    options: {
      signal?: AbortSignal;
      timeoutMs: number;
      /** Called once where the endpoint was asked and answered, or may have. */
      onUsage?: (usage: ModelUsage) => void;
    },
  ): Promise<Float32Array<ArrayBuffer>[]>;
}
