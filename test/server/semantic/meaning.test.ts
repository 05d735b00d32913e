import { describe, expect, test, vi } from "vitest";
import type { EmbeddingModel } from "../../../server/model/chat-model.ts";
import { ModelTrouble } from "../../../server/model/model-trouble.ts";
import { createMeaning } from "../../../server/semantic/meaning.ts";
import { lengthOf } from "../../../server/semantic/quantise.ts";
import { fakeEmbedding, fakeEmbeddingModel } from "../../support/fake-embeddings.ts";

/** Answers each request when it is told to. */
function slowModel() {
  const waiting: (() => void)[] = [];
  const asked: string[][] = [];
  const model: EmbeddingModel = {
    endpoint: "fake.example",
    model: "fake",
    async embed(texts) {
      asked.push(texts);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return texts.map(fakeEmbedding);
    },
  };
  const answer = () => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  return { model, asked, answer };
}

describe("what shoppers mean", () => {
  test("[SEM-3] is asked for once, and the newest text counts most", async () => {
    const model = fakeEmbeddingModel();
    const meaning = createMeaning({ model, boundMs: 1_000 });
    expect(await meaning([])).toBeNull();
    expect(await meaning(["", "  "])).toBeNull();
    const first = await meaning(["rain"]);
    const both = await meaning(["rain", "music"]);
    expect(model.texts).toEqual(["rain", "music"]);
    if (first === null || both === null) throw new Error("nothing was meant");
    expect(lengthOf(both)).toBeCloseTo(1);
    const nearness = (text: string) => {
      const other = fakeEmbedding(text);
      return both.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0) / lengthOf(other);
    };
    expect(nearness("music")).toBeGreaterThan(nearness("rain"));
    expect(nearness("rain")).toBeGreaterThan(0.2);
  });

  test("[SEM-3] that comes late is nothing now, and known the next time", async () => {
    const { model, asked, answer } = slowModel();
    const meaning = createMeaning({ model, boundMs: 5 });
    expect(await meaning(["rain"])).toBeNull();
    answer();
    await vi.waitFor(async () => expect(await meaning(["rain"])).not.toBeNull());
    expect(asked).toEqual([["rain"]]);
  });

  test("[SEM-3] is what is known of it when the newest text comes late", async () => {
    const { model, answer } = slowModel();
    const meaning = createMeaning({ model, boundMs: 5 });
    await meaning(["rain"]);
    answer();
    await vi.waitFor(async () => expect(await meaning(["rain"])).not.toBeNull());
    expect(await meaning(["rain", "music"])).toEqual(await meaning(["rain"]));
  });

  test("[SEM-3] is not waited for from an endpoint that keeps coming late, but asked for", async () => {
    const { model, asked } = slowModel();
    const troubles: Error[] = [];
    let time = 0;
    const options = { model, now: () => time, onTrouble: (error: Error) => void troubles.push(error) };
    const meaning = createMeaning({ ...options, boundMs: 20 });
    for (const text of ["one", "two", "three"]) expect(await meaning([text])).toBeNull();
    expect(troubles).toHaveLength(1);
    const startedAt = performance.now();
    expect(await meaning(["four"])).toBeNull();
    expect(performance.now() - startedAt).toBeLessThan(20);
    expect(asked.flat()).toEqual(["one", "two", "three", "four"]);
    time = 5_001;
    expect(await meaning(["five"])).toBeNull();
    expect(troubles).toHaveLength(2);
  });

  test("[SEM-3] is not asked of an endpoint that failed, until some time has passed", async () => {
    let calls = 0;
    let fails = true;
    const working = fakeEmbeddingModel();
    const model: EmbeddingModel = {
      ...working,
      async embed(texts, options) {
        calls += 1;
        if (fails) throw new ModelTrouble("model/unreachable", { endpoint: "fake.example" });
        return working.embed(texts, options);
      },
    };
    let time = 0;
    const meaning = createMeaning({ model, boundMs: 1_000, now: () => time });
    for (let turn = 0; turn < 10; turn++) expect(await meaning(["rain"])).toBeNull();
    expect(calls).toBe(3);
    time = 5_001;
    await meaning(["rain"]);
    await meaning(["rain"]);
    expect(calls).toBe(4);
    time = 20_000;
    fails = false;
    expect(await meaning(["rain"])).not.toBeNull();
  });
});
