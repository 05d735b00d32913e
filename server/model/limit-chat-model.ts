/** A chat model that leaves its endpoint alone when that fails, and a site's budget alone when that is spent. */
import type { ChatModel, ChatOptions, ChatRequest, ModelUsage } from "./chat-model.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import { countPromptTokens } from "./count-tokens.ts";
import { ModelTrouble } from "./model-trouble.ts";
import type { TokenBudget } from "./token-budget.ts";

export interface ModelLimits {
  circuit: CircuitBreaker;
  budget: TokenBudget;
  /** Tokens of a day; null for no limit. */
  tokensPerDay: number | null;
  /** Milliseconds since 1970. */
  now?: () => number;
}

export function limitChatModel(
  model: ChatModel,
  { circuit, budget, tokensPerDay, now = Date.now }: ModelLimits,
): ChatModel {
  const { endpoint } = model;

  async function* stream(request: ChatRequest, options: ChatOptions): AsyncGenerator<string> {
    const most = countPromptTokens(request.messages) + request.maxTokens;
    const reservation = budget.reserve(most, tokensPerDay);
    if (!reservation) throw new ModelTrouble("model/budget-spent", { endpoint });
    const pass = circuit.enter(now());
    if (!pass) {
      reservation.settle(request.purpose, null);
      throw new ModelTrouble("model/circuit-open", { endpoint });
    }
    let used: ModelUsage | null = null;
    let usedInTheEnd: Promise<ModelUsage> | undefined;
    const onUsage = (usage: ModelUsage, later?: Promise<ModelUsage>) => {
      used = usage;
      usedInTheEnd = later;
      options.onUsage?.(usage, later);
    };
    let ending: "ended" | "failed" | "left" = "left";
    let hasText = false;
    try {
      for await (const text of model.stream(request, { ...options, onUsage })) {
        hasText = true;
        yield text;
      }
      ending = "ended";
    } catch (error) {
      if (error instanceof ModelTrouble) {
        pass.failed(error, now());
        ending = "failed";
      }
      throw error;
    } finally {
      // Whoever leaves after the first words has seen that the endpoint works.
      if (ending === "ended" || (ending === "left" && hasText)) pass.succeeded();
      else if (ending === "left") pass.left(now());
      // Set aside until the endpoint has told what it really took.
      if (usedInTheEnd) void usedInTheEnd.then((usage) => reservation.settle(request.purpose, usage));
      else reservation.settle(request.purpose, used);
    }
  }

  return {
    endpoint,
    model: model.model,
    stream,
    async complete(request, options) {
      let whole = "";
      for await (const text of stream(request, options)) whole += text;
      return whole;
    },
  };
}
