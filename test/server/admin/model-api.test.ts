import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import {
  SCRIPTED_EMBEDDINGS,
  SCRIPTED_MODEL,
  startScriptedModel,
} from "../../../demo/scripted-model/scripted-model.ts";
import { createAdminApi } from "../../../server/admin/admin-api.ts";
import { readConfig } from "../../../server/config.ts";
import { openCircuitBreaker } from "../../../server/model/circuit-breaker.ts";
import { createModelDesk, type ModelDesk } from "../../../server/model/model-desk.ts";
import { ModelTrouble } from "../../../server/model/model-trouble.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const NOW = Date.UTC(2026, 2, 1, 12);

function deskOf(environment: Record<string, string>): ModelDesk {
  const reading = readConfig(environment);
  if (!reading.ok) throw new Error(reading.problems.join("; "));
  return createModelDesk(reading.config.model, store.modelUsage, () => NOW);
}

async function scene(desk: ModelDesk) {
  const { siteId, siteKey, secretKey } = await store.sites.create({
    name: "Lux",
    origins: [],
    currency: "EUR",
  });
  const access = { siteOfSecret: (key: string) => store.sites.bySecret(key) };
  const noCatalog = async () => {
    throw new Error("no catalog is asked for");
  };
  const api = createAdminApi(access, store.archive, store, noCatalog, async (id) => {
    const site = await store.sites.byId(id);
    if (!site) throw new Error("the site is gone");
    return desk.report(id, site.model);
  });
  const get = async (key = secretKey) =>
    (await api.request("/model", { headers: { authorization: `Bearer ${key}` } })).json();
  return { siteId, siteKey, get };
}

describe("what a merchant is told of the model", () => {
  it("[MODEL-5] is where it is, whether it works, and what the site took today", async () => {
    const scripted = await startScriptedModel();
    onTestFinished(() => scripted.close());
    const desk = deskOf({
      OPENAI_BASE_URL: scripted.url,
      OVERTURE_MODEL: SCRIPTED_MODEL,
      OVERTURE_EMBEDDING_MODEL: SCRIPTED_EMBEDDINGS,
      OVERTURE_MODEL_TOKENS_PER_DAY: "50000",
      OVERTURE_MODEL_PRICES: "0.25,0.025,2",
    });
    const { siteId, siteKey, get } = await scene(desk);
    expect(await get()).toMatchObject({
      endpoint: scripted.url,
      lastCheck: null,
      circuit: "closed",
      lastTrouble: null,
    });

    await desk.check();
    const usage = { promptTokens: 300, completionTokens: 40, cachedTokens: 128, isEstimated: false };
    await store.modelUsage.add(siteId, "2026-03-01", "voice", usage);
    await store.modelUsage.add(siteId, "2026-02-28", "voice", usage);
    const embedded = { promptTokens: 0, completionTokens: 0, cachedTokens: 0, isEstimated: false };
    await store.modelUsage.add(siteId, "2026-03-01", "embedding", embedded);
    expect(await get()).toMatchObject({
      lastCheck: {
        ok: true,
        models: [
          { use: "chat", model: SCRIPTED_MODEL, ok: true, code: null },
          { use: "embeddings", model: SCRIPTED_EMBEDDINGS, ok: true },
        ],
      },
      tokens: {
        ...{ day: "2026-03-01", used: 340, limit: 50_000 },
        // 172 × 0.25 + 128 × 0.025 + 40 × 2, in millionths.
        costUsd: expect.closeTo(0.0001262, 10),
        byPurpose: expect.arrayContaining([
          { purpose: "voice", requests: 1, promptTokens: 300, cachedTokens: 128, completionTokens: 40 },
        ]),
      },
    });
    await store.sites.update(siteKey, { model: { tokensPerDay: 1_000, enabled: false } });
    expect(await get()).toMatchObject({ enabled: false, tokens: { limit: 1_000 } });
    expect(await get("sk_wrong")).toMatchObject({ error: { code: "auth/required" } });
  });

  it("[MODEL-3] is a wrong key by its code and the way out, without the key", async () => {
    const key = "sk-secret-0123456789";
    const scripted = await startScriptedModel({ apiKey: "another" });
    onTestFinished(() => scripted.close());
    const desk = deskOf({
      OPENAI_BASE_URL: scripted.url,
      OPENAI_API_KEY: key,
      OVERTURE_MODEL: SCRIPTED_MODEL,
    });
    await desk.check();
    const report = await (await scene(desk)).get();
    expect(report.lastCheck).toMatchObject({ ok: false, models: [{ code: "model/key-refused" }] });
    expect(report.lastCheck.models[0].message).toContain("OPENAI_API_KEY");
    for (const part of [key, key.slice(0, 6), key.slice(-4)])
      expect(JSON.stringify(report)).not.toContain(part);
  });

  it("[MODEL-4] is that the endpoint is left alone, and why", async () => {
    const desk = deskOf({ OPENAI_BASE_URL: "http://127.0.0.1:9/v1" });
    const circuit = desk.shared && openCircuitBreaker(desk.shared.circuit);
    const trouble = new ModelTrouble("model/busy", { endpoint: "" });
    for (let time = 0; time < 5; time += 1) circuit?.enter(NOW)?.failed(trouble, NOW);
    expect(await (await scene(desk)).get()).toMatchObject({
      circuit: "open",
      lastTrouble: { code: "model/busy", message: expect.stringContaining("quota") },
    });
  });

  it("is that there is none", async () => {
    const desk = deskOf({});
    expect(await desk.check()).toBeNull();
    expect(await (await scene(desk)).get()).toMatchObject({ endpoint: null, model: null, lastCheck: null });
  });
});
