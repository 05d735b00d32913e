import { describe, expect, test } from "vitest";
import type { EmbeddingModel } from "../../../server/model/chat-model.ts";
import { createCircuitMemory, openCircuitBreaker } from "../../../server/model/circuit-breaker.ts";
import { limitEmbeddingModel } from "../../../server/model/limit-embedding-model.ts";
import { ModelTrouble, type ModelTroubleCode } from "../../../server/model/model-trouble.ts";
import { createTokenBudget } from "../../../server/model/token-budget.ts";
import { fakeEmbeddingModel } from "../../support/fake-embeddings.ts";

const timeoutMs = 1_000;

/** An endpoint that takes ten tokens for each text, or fails with that trouble. */
function scene({ tokensPerDay = null as number | null, fails = null as ModelTroubleCode | null } = {}) {
  let now = Date.UTC(2026, 2, 1, 12);
  const clock = () => now;
  const entries: { day: string; purpose: string; promptTokens: number }[] = [];
  const sum = (of: string) =>
    entries.filter(({ day }) => day === of).reduce((total, each) => total + each.promptTokens, 0);
  const ledger = {
    async add(day: string, purpose: string, { promptTokens }: { promptTokens: number }) {
      entries.push({ day, purpose, promptTokens });
      return sum(day);
    },
    usedOn: async (day: string) => sum(day),
  };
  const fake = fakeEmbeddingModel();
  let asked = 0;
  const endpoint: EmbeddingModel = {
    ...fake,
    async embed(texts, options) {
      asked += 1;
      if (fails) throw new ModelTrouble(fails, { endpoint: fake.endpoint });
      const figures = { completionTokens: 0, cachedTokens: 0, isEstimated: false };
      options.onUsage?.({ promptTokens: 10 * texts.length, ...figures });
      return fake.embed(texts, options);
    },
  };
  const circuit = openCircuitBreaker(createCircuitMemory(now));
  const budget = createTokenBudget({ ledger, now: clock });
  const model = limitEmbeddingModel(endpoint, {
    ...{ circuit, budget, now: clock },
    tokensPerDay: () => tokensPerDay,
  });
  return {
    ...{ entries, circuit, clock },
    asked: () => asked,
    embed: () => model.embed(["a tent", "a lamp"], { timeoutMs }),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe("an embedding model within its limits", () => {
  test("[MODEL-5] counts what the endpoint says under its own purpose", async () => {
    const { embed, entries } = scene();
    expect(await embed()).toHaveLength(2);
    expect(entries).toEqual([{ day: "2026-03-01", purpose: "embedding", promptTokens: 20 }]);
  });

  test("[MODEL-5] asks for nothing beyond the day's tokens, and goes on at midnight (UTC)", async () => {
    const { embed, asked, pass } = scene({ tokensPerDay: 22 });
    await embed();
    await expect(embed()).rejects.toMatchObject({ code: "model/budget-spent" });
    expect(asked()).toBe(1);
    pass(12 * 3_600_000);
    expect(await embed()).toHaveLength(2);
  });

  test("[MODEL-4] leaves an endpoint alone that failed too often", async () => {
    const { embed, asked, circuit, clock } = scene({ fails: "model/server-error" });
    for (let time = 0; time < 5; time += 1)
      await expect(embed()).rejects.toMatchObject({ code: "model/server-error" });
    await expect(embed()).rejects.toMatchObject({ code: "model/circuit-open" });
    expect(asked()).toBe(5);
    expect(circuit.lastTrouble?.code).toBe("model/server-error");
    expect(circuit.state(clock())).toBe("open");
  });

  test("[MODEL-4] keeps no chat model from its endpoint by a wrong name of its own", async () => {
    const { embed, circuit, clock } = scene({ fails: "model/not-found" });
    for (let time = 0; time < 8; time += 1)
      await expect(embed()).rejects.toMatchObject({ code: "model/not-found" });
    expect(circuit.state(clock())).toBe("closed");
  });
});
