/** A model that turns texts into vectors, behind an endpoint that speaks OpenAI's embeddings. */
import type { EmbeddingModel, ModelUsage } from "./chat-model.ts";
import { countTokens } from "./count-tokens.ts";
import { openEndpointClient } from "./endpoint-client.ts";
import { endpointLabel } from "./endpoint-label.ts";
import type { ModelSettings } from "./model-settings.ts";
import { ModelTrouble } from "./model-trouble.ts";
import { sendRequest } from "./send-request.ts";
import { boundCall } from "./time-bounds.ts";
import { translateError } from "./translate-error.ts";

/** Null where the settings name no model for it. */
export function openEmbeddingModel(settings: ModelSettings): EmbeddingModel | null {
  const { embeddingModel: model, apiKey } = settings;
  if (model === null) return null;
  const client = openEndpointClient(settings);
  const endpoint = endpointLabel(settings.baseUrl);
  return {
    endpoint,
    model,
    async embed(texts, { signal, timeoutMs, onUsage }) {
      if (texts.length === 0) return [];
      const call = boundCall({ firstToken: timeoutMs, gap: timeoutMs, total: timeoutMs }, signal);
      try {
        const answer = await sendRequest({
          call,
          // Numbers, because not every server has the shorter form that the package would ask for.
          send: () =>
            client.embeddings.create(
              { model, input: texts, encoding_format: "float" },
              { signal: call.signal },
            ),
          options: () => ({ options: {}, yieldTo: () => false }),
          translate: (error) => translateError(error, { endpoint, apiKey, isAnswering: false }),
        });
        onUsage?.(usageOf(answer, texts));
        return vectorsOf(answer, texts.length, endpoint);
      } catch (error) {
        // Whoever got no answer may have to pay all the same.
        if (call.outOfTime || signal?.aborted) onUsage?.(usageOf(null, texts));
        if (signal?.aborted) throw signal.reason;
        if (call.outOfTime) throw new ModelTrouble("model/slow", { endpoint });
        throw translateError(error, { endpoint, apiKey, isAnswering: false });
      } finally {
        call.end();
      }
    },
  };
}

/** As the endpoint says, else by the texts. */
function usageOf(answer: unknown, texts: readonly string[]): ModelUsage {
  const { usage } = (answer ?? {}) as { usage?: { prompt_tokens?: unknown } | null };
  const told = usage?.prompt_tokens;
  const isTold = typeof told === "number" && Number.isFinite(told) && told >= 0;
  return {
    promptTokens: isTold ? Math.round(told) : texts.reduce((sum, text) => sum + countTokens(text), 0),
    completionTokens: 0,
    cachedTokens: 0,
    isEstimated: !isTold,
  };
}

/** Throws where the answer is not one vector of numbers per text, all of one length. */
function vectorsOf(answer: unknown, count: number, endpoint: string): Float32Array<ArrayBuffer>[] {
  const malformed = (detail: string) => new ModelTrouble("model/malformed", { endpoint, detail });
  const { data } = (answer ?? {}) as { data?: unknown };
  if (!Array.isArray(data) || data.length !== count) throw malformed("not one vector for each text");
  const vectors = new Array<Float32Array<ArrayBuffer>>(count);
  for (const [place, item] of data.entries()) {
    const { embedding, index = place } = (item ?? {}) as { embedding?: unknown; index?: number };
    if (!Array.isArray(embedding) || embedding.length === 0) throw malformed("a vector without numbers");
    const vector = Float32Array.from(embedding);
    if (!vector.every(Number.isFinite)) throw malformed("a vector with what is no number");
    vectors[index] = vector;
  }
  const [first] = vectors;
  const isWhole = vectors.length === count && vectors.every((vector) => vector?.length === first?.length);
  if (!isWhole || Object.keys(vectors).length !== count) throw malformed("vectors of different lengths");
  return vectors;
}
