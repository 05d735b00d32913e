/**
 * Configuration: the only reader of settings in `process.env`. What is missing has a default; what is wrong is named, one line per
 * variable, and nothing starts.
 */
import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import type { ModelSettings } from "./model/model-settings.ts";
import type { TokenPrices } from "./model/token-prices.ts";

/** An empty value means the same as none: that is how `.env` files and containers switch a variable off. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `must be a URL beginning with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  });
const wholeNumber = (lowest: number, highest: number) =>
  z
    .string()
    .transform(Number)
    .pipe(
      z
        .number({ error: "must be a whole number" })
        .int("must be a whole number")
        .min(lowest, `must be at least ${lowest}`)
        .max(highest, `must be at most ${highest}`),
    );
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const isOn = (value: string | undefined) => value === "1" || value === "true";
/** Sent where there is none: servers that want no key take any. */
const NO_KEY = "none";
/** Small and quick, and it answers without reasoning first: a shopper waits for its first sentence. */
const DEFAULT_MODEL = "gpt-5.4-mini";
const onOff = z.enum(["0", "1", "true", "false"], { error: "must be 1 or 0" }).transform(isOn);

const environmentSchema = z.object({
  DATABASE_URL: optional(url("postgres:", "postgresql:")),
  REDIS_URL: optional(url("redis:", "rediss:")),
  OPENAI_API_KEY: optional(
    z
      .string()
      .trim()
      .regex(/^[!-~]+$/, "must be one word of ASCII characters"),
  ),
  OPENAI_BASE_URL: optional(
    url("http:", "https:").refine((value) => !/^https?:\/\/[^/]*@/i.test(value), {
      message: "must hold no user name or password; OPENAI_API_KEY takes the key",
    }),
  ),
  OVERTURE_MODEL: optional(z.string()),
  OVERTURE_EMBEDDING_MODEL: optional(z.string()),
  OVERTURE_EMBEDDING_MS: optional(wholeNumber(10, 5_000)),
  OVERTURE_MODEL_TOKENS_PER_DAY: optional(wholeNumber(0, 1e12)),
  OVERTURE_MODEL_PRICES: optional(z.string().transform(readPrices)),
  OVERTURE_MODEL_FIRST_TOKEN_MS: optional(wholeNumber(100, 60_000)),
  OVERTURE_MODEL_GAP_MS: optional(wholeNumber(100, 60_000)),
  OVERTURE_MODEL_TOTAL_MS: optional(wholeNumber(500, 120_000)),
  OVERTURE_MODEL_REFINE_MS: optional(wholeNumber(0, 10_000)),
  OVERTURE_SECRET: optional(z.string().min(16, "must have at least 16 characters")),
  OVERTURE_DATA_DIR: optional(z.string()),
  OVERTURE_METRICS: optional(onOff),
  OVERTURE_FEED_ALLOW_PRIVATE: optional(onOff),
  OVERTURE_SITE_THREADS: optional(wholeNumber(1, 1_000)),
  OVERTURE_SITE_IDLE_MINUTES: optional(wholeNumber(1, 30_000)),
  OVERTURE_SITE_HEAP_MB: optional(wholeNumber(64, 65_536)),
  OVERTURE_CONNECTIONS_PER_MINUTE: optional(wholeNumber(1, 1e9)),
  OVERTURE_MESSAGES_PER_10S: optional(wholeNumber(1, 1e9)),
  OVERTURE_EVENTS_PER_10S: optional(wholeNumber(1, 1e9)),
  PORT: optional(wholeNumber(0, 65_535)),
  HOST: optional(z.string()),
  PUBLIC_URL: optional(url("http:", "https:")),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` })),
  TRUST_PROXY: optional(
    z
      .string()
      .transform((value) => (value === "true" ? "1" : value === "false" ? "0" : value))
      .pipe(wholeNumber(0, 10)),
  ),
});

export interface Config {
  /** Undefined: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined;
  /** Undefined: one node. */
  redisUrl: string | undefined;
  /** Null, where neither a key nor an address is set: the built-in voice speaks. */
  model: ModelSettings | null;
  /** A model at another place, by the bounds that are set. */
  modelAt(place: Pick<ModelSettings, "baseUrl" | "model">): ModelSettings;
  dataDir: string;
  port: number;
  host: string;
  /** Under which shoppers' browsers reach the server; undefined means the address that is listened on. */
  publicUrl: string | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
  /** How many proxies in front add themselves to `X-Forwarded-For`. */
  trustedProxies: number;
  metricsEnabled: boolean;
  /** Feeds may be on addresses that are not of the public internet [CAT-4]. */
  allowPrivateFeeds: boolean;
  limits: { connectionsPerMinute?: number; messagesPerTenSeconds?: number; eventsPerTenSeconds?: number };
  /** Each site that is talked on has a thread of its own. */
  siteThreads: {
    /** With more sites than that, the one talked on longest ago gives its thread up. */
    sitesMax: number;
    /** So long after its last turn a site gives its thread up. */
    idleMs: number;
    /** The most that a thread's JavaScript objects may take, in MiB. */
    heapMebibytes: number;
  };
  /** Signs tokens. Made and kept in the data folder at the first call, unless OVERTURE_SECRET names one. */
  secret(): string;
}

export type ConfigReading = { ok: true; config: Config } | { ok: false; problems: string[] };

/** Reads the environment and, for what it does not set, `.env` in the working folder. */
export function readConfig(environment?: NodeJS.ProcessEnv): ConfigReading {
  const loaded = environment ?? loadEnvironment();
  if (loaded === null) return { ok: false, problems: [".env is there and cannot be read"] };
  const parsed = environmentSchema.safeParse(loaded);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`),
    };
  }
  const { data } = parsed;
  const dataDir = resolve(data.OVERTURE_DATA_DIR ?? ".overture");
  const config: Config = {
    databaseUrl: data.DATABASE_URL,
    redisUrl: data.REDIS_URL,
    model:
      data.OPENAI_API_KEY === undefined && data.OPENAI_BASE_URL === undefined ? null : modelSettings(data),
    modelAt: (place) => ({ ...modelSettings(data), apiKey: NO_KEY, embeddingModel: null, ...place }),
    dataDir,
    port: data.PORT ?? 4_000,
    host: data.HOST ?? "127.0.0.1",
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, ""),
    logLevel: data.LOG_LEVEL ?? "warn",
    trustedProxies: data.TRUST_PROXY ?? 0,
    metricsEnabled: data.OVERTURE_METRICS ?? false,
    allowPrivateFeeds: data.OVERTURE_FEED_ALLOW_PRIVATE ?? false,
    limits: {
      ...(data.OVERTURE_CONNECTIONS_PER_MINUTE && {
        connectionsPerMinute: data.OVERTURE_CONNECTIONS_PER_MINUTE,
      }),
      ...(data.OVERTURE_MESSAGES_PER_10S && { messagesPerTenSeconds: data.OVERTURE_MESSAGES_PER_10S }),
      ...(data.OVERTURE_EVENTS_PER_10S && { eventsPerTenSeconds: data.OVERTURE_EVENTS_PER_10S }),
    },
    siteThreads: {
      sitesMax: data.OVERTURE_SITE_THREADS ?? 8,
      idleMs: (data.OVERTURE_SITE_IDLE_MINUTES ?? 15) * 60_000,
      heapMebibytes: data.OVERTURE_SITE_HEAP_MB ?? 2_048,
    },
    secret: () => data.OVERTURE_SECRET ?? keptSecret(dataDir),
  };
  return { ok: true, config };
}

/** "0.25,0.025,2": of a prompt's token, of one in the cache, of one that is answered; without the second, cached ones cost the same. */
function readPrices(text: string, context: z.core.$RefinementCtx): TokenPrices {
  const prices = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const isRight =
    prices.length >= 2 && prices.length <= 3 && prices.every((price) => price >= 0 && price < 1e6);
  const [prompt = 0, second = 0, third] = prices;
  if (!isRight)
    context.addIssue({
      code: "custom",
      message:
        "must be US dollars per million tokens, as prompt,completion or prompt,cached,completion: 0.25,0.025,2",
    });
  return third === undefined
    ? { prompt, cached: prompt, completion: second }
    : { prompt, cached: second, completion: third };
}

/** A server of one's own often wants no key, so an address is enough. */
function modelSettings(data: z.infer<typeof environmentSchema>): ModelSettings {
  return {
    baseUrl: (data.OPENAI_BASE_URL ?? "https://api.openai.com/v1").replace(/\/+$/, ""),
    apiKey: data.OPENAI_API_KEY ?? NO_KEY,
    model: data.OVERTURE_MODEL ?? DEFAULT_MODEL,
    embeddingModel: data.OVERTURE_EMBEDDING_MODEL ?? null,
    embeddingMs: data.OVERTURE_EMBEDDING_MS ?? 150,
    bounds: {
      firstToken: data.OVERTURE_MODEL_FIRST_TOKEN_MS ?? 2_500,
      gap: data.OVERTURE_MODEL_GAP_MS ?? 1_500,
      total: data.OVERTURE_MODEL_TOTAL_MS ?? 15_000,
    },
    refineMs: data.OVERTURE_MODEL_REFINE_MS ?? 0,
    tokensPerDay: data.OVERTURE_MODEL_TOKENS_PER_DAY ?? null,
    prices: data.OVERTURE_MODEL_PRICES ?? null,
  };
}

/** Null when there is an `.env` that is no file of text. */
function loadEnvironment(): NodeJS.ProcessEnv | null {
  try {
    // It sets only what the environment leaves unset.
    if (existsSync(".env")) process.loadEnvFile(".env");
    return process.env;
  } catch {
    return null;
  }
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
    // A link appears whole or not at all, and never over another: of two processes that start at once, one wins.
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(draft);
    }
  }
  return readFileSync(file, "utf8").trim();
}
