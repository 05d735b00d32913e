/** One tiny question to each model that is configured, so that a wrong key or name is known before a shopper waits for it. */
import type { TimeBounds } from "./chat-model.ts";
import type { ModelSettings } from "./model-settings.ts";
import { ModelTrouble, type ModelTroubleCode } from "./model-trouble.ts";
import { openChatModel } from "./open-chat-model.ts";
import { openEmbeddingModel } from "./open-embedding-model.ts";

export interface EndpointCheck {
  /** ISO 8601, UTC. */
  at: string;
  ok: boolean;
  /** Of each model that was asked. */
  models: ModelCheck[];
}

export interface ModelCheck {
  use: "chat" | "embeddings";
  model: string;
  ok: boolean;
  /** To the first word, or to the vector. */
  milliseconds: number;
  /** Null when it answers as it should. */
  code: ModelTroubleCode | null;
  /** What is wrong and what to do about it, or what is worth knowing; null when there is nothing to say. */
  message: string | null;
}

/** A server of one's own may have to load the model first. */
const PATIENCE: TimeBounds = { firstToken: 30_000, gap: 10_000, total: 40_000 };
/** Enough for models that reason a little for all that they were asked not to. */
const ANSWER_TOKENS = 200;

export interface CheckOptions {
  now?: () => Date;
  signal?: AbortSignal;
  bounds?: TimeBounds;
}

/** Never rejects but with the signal's reason. */
export async function checkEndpoint(
  settings: ModelSettings,
  { now = () => new Date(), signal, bounds = PATIENCE }: CheckOptions = {},
): Promise<EndpointCheck> {
  const chat = checkModel("chat", settings.model, signal, async (answered) => {
    const request = {
      purpose: "check" as const,
      messages: [{ role: "user" as const, content: "Reply with the word OK." }],
      maxTokens: ANSWER_TOKENS,
    };
    const options = { bounds, ...(signal && { signal }) };
    for await (const _ of openChatModel(settings).stream(request, options)) answered();
  });
  const embeddings = openEmbeddingModel(settings);
  const vectors =
    embeddings &&
    checkModel("embeddings", embeddings.model, signal, async () => {
      await embeddings.embed(["OK"], { timeoutMs: bounds.total, ...(signal && { signal }) });
    });
  const models = (await Promise.all([chat, vectors])).filter((check) => check !== null);
  const [first] = models;
  if (first) first.message ??= slownessOf(first.milliseconds, settings.bounds.firstToken);
  return { at: now().toISOString(), ok: models.every(({ ok }) => ok), models };
}

async function checkModel(
  use: ModelCheck["use"],
  model: string,
  signal: AbortSignal | undefined,
  ask: (answered: () => void) => Promise<void>,
): Promise<ModelCheck> {
  const began = performance.now();
  const sinceThen = () => Math.round(performance.now() - began);
  let milliseconds: number | null = null;
  const checked = { use, model };
  try {
    await ask(() => {
      milliseconds ??= sinceThen();
    });
    return { ...checked, ok: true, milliseconds: milliseconds ?? sinceThen(), code: null, message: null };
  } catch (error) {
    if (signal?.aborted || !(error instanceof ModelTrouble)) throw error;
    const { code, message } = error;
    return { ...checked, ok: false, milliseconds: milliseconds ?? sinceThen(), code, message };
  }
}

function slownessOf(milliseconds: number, bound: number): string | null {
  if (milliseconds <= bound) return null;
  return `The first word took ${milliseconds} ms; a turn waits for ${bound} ms (OVERTURE_MODEL_FIRST_TOKEN_MS), so the built-in voice would speak.`;
}
