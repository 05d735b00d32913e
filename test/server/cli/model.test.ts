import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import {
  SCRIPTED_MODEL,
  type ScriptedModel,
  startScriptedModel,
} from "../../../demo/scripted-model/scripted-model.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { createTestDatabase } from "../../support/database.ts";
import { record } from "../store/catalog-records.ts";
import { runOverture } from "./run-overture.ts";

let scripted: ScriptedModel;
const KEY = "sk-right-0123456789";

beforeAll(async () => {
  scripted = await startScriptedModel({ apiKey: KEY });
});
afterAll(() => scripted.close());

const check = (environment: Record<string, string>, ...args: string[]) =>
  runOverture(["model", "check", ...args], environment);

describe("overture model check", () => {
  test("[MODEL-6] tells that the model answers", async () => {
    const environment = {
      OPENAI_BASE_URL: scripted.url,
      OPENAI_API_KEY: KEY,
      OVERTURE_MODEL: SCRIPTED_MODEL,
    };
    const { code, stdout } = await check(environment, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      endpoint: scripted.url,
      ok: true,
      models: [{ use: "chat", model: SCRIPTED_MODEL, code: null }],
    });
  });

  test("[MODEL-6] tells the way out of a wrong key, without the key", async () => {
    const wrong = "sk-wrong-9876543210";
    const environment = {
      OPENAI_BASE_URL: scripted.url,
      OPENAI_API_KEY: wrong,
      OVERTURE_MODEL: SCRIPTED_MODEL,
    };
    const { code, stdout, stderr } = await check(environment);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^failed .*\n.*model\/key-refused: .*OPENAI_API_KEY/);
    for (const part of [wrong, wrong.slice(0, 6), wrong.slice(-4)])
      expect(stdout + stderr).not.toContain(part);
  });

  test("says so where none is configured", async () => {
    const { code, stderr } = await check({});
    expect(code).toBe(1);
    expect(stderr).toContain("no model is configured");
  });
});

test("[MODEL-5] a talk in the terminal is in the model's words, and counts as the site's", async () => {
  const database = await createTestDatabase();
  const { databaseUrl = "", dataDir } = database;
  const store = await openStore(database);
  onTestFinished(async () => {
    await store.close();
    await database.drop();
  });
  const { siteId, siteKey } = await store.sites.create({ name: "Tents", origins: [], currency: "USD" });
  const catalog = await store.catalogs.openImport(siteId);
  await catalog.put([record("T1"), record("T2")]);
  await catalog.commit();
  const environment = {
    ...{ DATABASE_URL: databaseUrl, OVERTURE_DATA_DIR: dataDir },
    ...{ OPENAI_BASE_URL: scripted.url, OPENAI_API_KEY: KEY, OVERTURE_MODEL: SCRIPTED_MODEL },
  };
  const before = scripted.count;
  const { code, stderr } = await runOverture(["chat", "--site", siteKey], environment, "hello\n");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(scripted.count - before).toBe(2);
  const today = new Date().toISOString().slice(0, 10);
  expect(await store.modelUsage.usedOn(siteId, today)).toBeGreaterThan(100);
});
