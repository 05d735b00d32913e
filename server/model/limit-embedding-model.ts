/** An embedding model that leaves its endpoint alone when that fails, and a site's budget alone when that is spent. */
import type { EmbeddingModel, ModelUsage } from "./chat-model.ts";
import { countTokens } from "./count-tokens.ts";
import type { ModelLimits } from "./limit-chat-model.ts";
import { ModelTrouble } from "./model-trouble.ts";

export interface EmbeddingLimits extends Omit<ModelLimits, "tokensPerDay"> {
  /** Asked at each request: a site's merchant may change it while the server runs. */
  tokensPerDay: () => number | null;
}

export function limitEmbeddingModel(
  model: EmbeddingModel,
  { circuit, budget, tokensPerDay, now = Date.now }: EmbeddingLimits,
): EmbeddingModel {
  const { endpoint } = model;
  return {
    endpoint,
    model: model.model,
    async embed(texts, options) {
      if (texts.length === 0) return [];
      const most = texts.reduce((sum, text) => sum + countTokens(text), 0);
      const reservation = budget.reserve(most, tokensPerDay());
      if (!reservation) throw new ModelTrouble("model/budget-spent", { endpoint });
      const pass = circuit.enter(now());
      if (!pass) {
        reservation.settle("embedding", null);
        throw new ModelTrouble("model/circuit-open", { endpoint });
      }
      let used: ModelUsage | null = null;
      const onUsage = (usage: ModelUsage) => {
        used = usage;
        options.onUsage?.(usage);
      };
      try {
        const vectors = await model.embed(texts, { ...options, onUsage });
        pass.succeeded();
        return vectors;
      } catch (error) {
        if (!(error instanceof ModelTrouble)) pass.left(now());
        // A wrong name for this model says nothing of the chat model behind the same endpoint.
        else if (error.code === "model/not-found") pass.succeeded();
        else pass.failed(error, now());
        throw error;
      } finally {
        reservation.settle("embedding", used);
      }
    },
  };
}
