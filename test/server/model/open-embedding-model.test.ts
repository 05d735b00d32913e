import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { SCRIPTED_EMBEDDINGS, startScriptedModel } from "../../../demo/scripted-model/scripted-model.ts";
import type { ModelUsage } from "../../../server/model/chat-model.ts";
import type { ModelSettings } from "../../../server/model/model-settings.ts";
import { openEmbeddingModel } from "../../../server/model/open-embedding-model.ts";

const settingsOf = (baseUrl: string, embeddingModel: string | null = SCRIPTED_EMBEDDINGS): ModelSettings => ({
  ...{
    baseUrl,
    embeddingModel,
    apiKey: "none",
    model: "scripted",
    embeddingMs: 150,
    refineMs: 0,
    tokensPerDay: null,
  },
  bounds: { firstToken: 1_000, gap: 1_000, total: 1_000 },
});

/** An endpoint that answers everything with this; never, when it is null. */
async function answering(body: unknown): Promise<string> {
  const server = createServer((_, response) => {
    if (body === null) return;
    response.setHeader("content-type", "application/json").end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

test("gives one vector for each text, in their order", async () => {
  const server = await startScriptedModel();
  onTestFinished(() => server.close());
  const model = openEmbeddingModel(settingsOf(server.url));
  const [first, second, again] =
    (await model?.embed(["red shoes", "a mug", "red shoes"], { timeoutMs: 2_000 })) ?? [];
  expect(first?.length).toBe(256);
  expect(first).toEqual(again);
  expect(first).not.toEqual(second);
  expect(await model?.embed([], { timeoutMs: 2_000 })).toEqual([]);
});

test("[MODEL-5] tells what the endpoint says it took", async () => {
  const server = await startScriptedModel();
  onTestFinished(() => server.close());
  const usage: ModelUsage[] = [];
  const onUsage = (each: ModelUsage) => usage.push(each);
  await openEmbeddingModel(settingsOf(server.url))?.embed(["red shoes"], { timeoutMs: 2_000, onUsage });
  expect(usage).toEqual([
    { promptTokens: expect.any(Number), completionTokens: 0, cachedTokens: 0, isEstimated: false },
  ]);
  expect(usage[0]?.promptTokens).toBeGreaterThan(0);
});

test("is none where no model is named, and tells one that is not known", async () => {
  const server = await startScriptedModel();
  onTestFinished(() => server.close());
  expect(openEmbeddingModel(settingsOf(server.url, null))).toBeNull();
  const unknown = openEmbeddingModel(settingsOf(server.url, "another"));
  await expect(unknown?.embed(["a"], { timeoutMs: 2_000 })).rejects.toMatchObject({
    code: "model/not-found",
  });
});

test("[MODEL-1] ends in time when nothing comes", async () => {
  const model = openEmbeddingModel(settingsOf(await answering(null)));
  await expect(model?.embed(["a"], { timeoutMs: 200 })).rejects.toMatchObject({ code: "model/slow" });
});

test.each([
  ["fewer vectors than texts", { data: [{ index: 0, embedding: [1] }] }],
  ["vectors of different lengths", { data: [{ embedding: [1] }, { embedding: [1, 2] }] }],
  ["what is no number", { data: [{ embedding: ["x"] }, { embedding: [1] }] }],
  [
    "the same place twice",
    {
      data: [
        { index: 1, embedding: [1] },
        { index: 1, embedding: [1] },
      ],
    },
  ],
  ["something else", { hello: "world" }],
])("[MODEL-1] refuses %s", async (_, body) => {
  const model = openEmbeddingModel(settingsOf(await answering(body)));
  await expect(model?.embed(["a", "b"], { timeoutMs: 2_000 })).rejects.toMatchObject({
    code: "model/malformed",
  });
});
