import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Config, readConfig } from "../../server/config.ts";

function configOf(environment: Record<string, string>): Config {
  const reading = readConfig(environment);
  if (!reading.ok) throw new Error(reading.problems.join("; "));
  return reading.config;
}

describe("configuration", () => {
  test("needs nothing", () => {
    expect(configOf({})).toMatchObject({
      databaseUrl: undefined,
      redisUrl: undefined,
      port: 4_000,
      host: "127.0.0.1",
      trustedProxies: 0,
      metricsEnabled: false,
      model: null,
    });
  });

  test("takes a key or an address for a model", () => {
    expect(configOf({ OPENAI_API_KEY: "sk-1" }).model).toMatchObject({
      baseUrl: "https://api.openai.com/v1",
      apiKey: "sk-1",
      bounds: { firstToken: 2_500, gap: 1_500, total: 15_000 },
      tokensPerDay: null,
    });
    const environment = {
      OPENAI_BASE_URL: "http://127.0.0.1:11434/v1/",
      OVERTURE_MODEL: "small",
      OVERTURE_MODEL_GAP_MS: "900",
      OVERTURE_MODEL_TOKENS_PER_DAY: "50000",
    };
    expect(configOf(environment).model).toMatchObject({
      baseUrl: "http://127.0.0.1:11434/v1",
      apiKey: "none",
      model: "small",
      embeddingModel: null,
      embeddingMs: 150,
      bounds: { gap: 900 },
      tokensPerDay: 50_000,
    });
  });

  test("takes what tokens cost, with a price of its own for cached ones or without", () => {
    const prices = (text: string) =>
      configOf({ OPENAI_API_KEY: "sk-1", OVERTURE_MODEL_PRICES: text }).model?.prices;
    expect(prices("0.25,0.025,2")).toEqual({ prompt: 0.25, cached: 0.025, completion: 2 });
    expect(prices("0.5, 4")).toEqual({ prompt: 0.5, cached: 0.5, completion: 4 });
    expect(configOf({ OPENAI_API_KEY: "sk-1" }).model?.prices).toBeNull();
  });

  test("reads what is set, and takes an empty value for none", () => {
    const environment = {
      PORT: "0",
      TRUST_PROXY: "true",
      OVERTURE_METRICS: "1",
      DATABASE_URL: "",
      PUBLIC_URL: "https://a.example/",
    };
    expect(configOf(environment)).toMatchObject({
      port: 0,
      trustedProxies: 1,
      metricsEnabled: true,
      databaseUrl: undefined,
      publicUrl: "https://a.example",
    });
  });

  test.each([
    ["PORT", "http"],
    ["PORT", "65536"],
    ["PORT", "1.5"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["REDIS_URL", "localhost:6379"],
    ["OPENAI_BASE_URL", "api.example"],
    ["OPENAI_BASE_URL", "https://someone:secret@api.example/v1"],
    ["OPENAI_API_KEY", "two words"],
    ["OVERTURE_MODEL_GAP_MS", "0"],
    ["OVERTURE_MODEL_TOKENS_PER_DAY", "-1"],
    ["OVERTURE_MODEL_PRICES", "0.25"],
    ["OVERTURE_MODEL_PRICES", "1,,2"],
    ["OVERTURE_MODEL_PRICES", "1,-2"],
    ["PUBLIC_URL", "ftp://a.example"],
    ["LOG_LEVEL", "loud"],
    ["TRUST_PROXY", "sometimes"],
    ["OVERTURE_METRICS", "maybe"],
    ["OVERTURE_SECRET", "short"],
  ])("%s=%s is refused with one line that names it and does not repeat it", (name, value) => {
    const reading = readConfig({ [name]: value });
    expect(reading).toEqual({ ok: false, problems: [expect.stringMatching(new RegExp(`^${name} must `))] });
  });

  test("makes a secret once and keeps it to its user", () => {
    const folder = mkdtempSync(join(tmpdir(), "overture-config-"));
    const environment = { OVERTURE_DATA_DIR: join(folder, "data") };
    const secret = configOf(environment).secret();
    expect(secret.length).toBeGreaterThanOrEqual(40);
    expect(configOf(environment).secret()).toBe(secret);
    const file = join(folder, "data", "secret");
    expect(readFileSync(file, "utf8").trim()).toBe(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    rmSync(folder, { recursive: true });
    expect(configOf({ OVERTURE_SECRET: "given by the operator" }).secret()).toBe("given by the operator");
  });
});
