/** Texts to quantised vectors through an endpoint that may be busy, away, or unable to take one of them. */
import type { EmbeddingModel } from "../model/chat-model.ts";
import { ModelTrouble, type ModelTroubleCode } from "../model/model-trouble.ts";
import { quantise } from "./quantise.ts";

/** Resolves after that time or, with a rejection, when it is aborted. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** May be another at the next request. */
const PASSING: ReadonlySet<ModelTroubleCode> = new Set([
  "model/busy",
  "model/server-error",
  "model/unreachable",
  "model/silent",
  "model/stalled",
  "model/slow",
  "model/malformed",
  "model/cut-off",
  "model/circuit-open",
]);
/** May lie in a single text: one that is too long, or that a filter stops. */
const OF_TEXTS: ReadonlySet<ModelTroubleCode> = new Set([
  "model/rejected",
  "model/too-long",
  "model/refused",
  "model/empty",
]);

export const TRIES = 5;
const PAUSE_MS = { first: 1_000, longest: 30_000 };
const TIMEOUT_MS = 30_000;
/** A text that is refused is tried once more, cut to this share: some models take a quarter of what others do. */
const CUT = 0.25;

export function passes(error: unknown): boolean {
  return error instanceof ModelTrouble && PASSING.has(error.code);
}

/**
 * One vector per text; null for a text that the endpoint does not take, however short. Rejects with `ModelTrouble` when it
 * takes none of several, when trying again does not help, and at once when that could not help.
 */
export async function embedTexts(
  model: EmbeddingModel,
  texts: readonly string[],
  options: { signal: AbortSignal; sleep: Sleep },
): Promise<(Int8Array | null)[]> {
  if (texts.length === 0) return [];
  try {
    return await embedAll(model, texts, options);
  } catch (error) {
    if (!(error instanceof ModelTrouble && OF_TEXTS.has(error.code))) throw error;
    const vectors: (Int8Array | null)[] = [];
    for (const half of halvesOf(texts)) vectors.push(...(await embedApart(model, half, options)));
    if (texts.length > 1 && vectors.every((vector) => vector === null)) throw error;
    return vectors;
  }
}

/** What the endpoint refuses together it may take in parts. */
async function embedApart(
  model: EmbeddingModel,
  texts: readonly string[],
  options: { signal: AbortSignal; sleep: Sleep },
): Promise<(Int8Array | null)[]> {
  try {
    return await embedAll(model, texts, options);
  } catch (error) {
    if (!(error instanceof ModelTrouble && OF_TEXTS.has(error.code))) throw error;
    if (texts.length === 1) return [await embedCut(model, texts[0] ?? "", options)];
    const vectors: (Int8Array | null)[] = [];
    for (const half of halvesOf(texts)) vectors.push(...(await embedApart(model, half, options)));
    return vectors;
  }
}

async function embedCut(
  model: EmbeddingModel,
  text: string,
  options: { signal: AbortSignal; sleep: Sleep },
): Promise<Int8Array | null> {
  const short = text.slice(0, Math.ceil(text.length * CUT)).replace(/[\uD800-\uDBFF]$/, "");
  try {
    const [vector] = await embedAll(model, [short], options);
    return vector ?? null;
  } catch (error) {
    if (error instanceof ModelTrouble && OF_TEXTS.has(error.code)) return null;
    throw error;
  }
}

function halvesOf<Item>(items: readonly Item[]): Item[][] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)].filter((half) => half.length > 0);
}

async function embedAll(
  model: EmbeddingModel,
  texts: readonly string[],
  { signal, sleep }: { signal: AbortSignal; sleep: Sleep },
): Promise<Int8Array[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const vectors = await model.embed([...texts], { signal, timeoutMs: TIMEOUT_MS });
      return quantised(vectors, texts.length, model.endpoint);
    } catch (error) {
      if (!passes(error) || attempt === TRIES || signal.aborted) throw error;
      const asked = error instanceof ModelTrouble ? (error.retryAfterMs ?? 0) : 0;
      const pauseMs = Math.max(asked, PAUSE_MS.first * 2 ** (attempt - 1));
      await sleep(Math.min(pauseMs, PAUSE_MS.longest), signal);
    }
  }
}

function quantised(vectors: readonly Float32Array[], wanted: number, endpoint: string): Int8Array[] {
  const malformed = (detail: string) => new ModelTrouble("model/malformed", { endpoint, detail });
  const dimensions = vectors[0]?.length ?? 0;
  if (vectors.length !== wanted) throw malformed(`${vectors.length} embeddings for ${wanted} texts`);
  return vectors.map((vector) => {
    if (vector.length !== dimensions) throw malformed("embeddings of different lengths");
    try {
      return quantise(vector);
    } catch (error) {
      throw malformed(error instanceof Error ? error.message : String(error));
    }
  });
}
