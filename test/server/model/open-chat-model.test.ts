import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { FAILURES, type Failure } from "../../../demo/scripted-model/behaviour.ts";
import { type ScriptedModel, startScriptedModel } from "../../../demo/scripted-model/scripted-model.ts";
import type { ChatRequest, ModelUsage, TimeBounds } from "../../../server/model/chat-model.ts";
import type { ModelSettings } from "../../../server/model/model-settings.ts";
import { ModelTrouble, type ModelTroubleCode } from "../../../server/model/model-trouble.ts";
import { openChatModel } from "../../../server/model/open-chat-model.ts";

const BOUNDS: TimeBounds = { firstToken: 400, gap: 200, total: 1_200 };
/** What a busy machine may take beyond a bound. */
const SLACK_MS = 500;
const KEY = "sk-secret-0123456789";
const ANSWER = "It is waterproof and it costs $89.00.";

let server: ScriptedModel;
const unhandled: unknown[] = [];
const noteUnhandled = (reason: unknown) => unhandled.push(reason);

beforeAll(async () => {
  process.on("unhandledRejection", noteUnhandled);
  server = await startScriptedModel({ seed: 4 });
});
afterEach(() => server.behave({ text: ANSWER }));
afterAll(async () => {
  await server.close();
  process.off("unhandledRejection", noteUnhandled);
  expect(unhandled).toEqual([]);
});

function settings(changes: Partial<ModelSettings> = {}): ModelSettings {
  return {
    baseUrl: server.url,
    apiKey: KEY,
    model: "scripted",
    embeddingModel: null,
    embeddingMs: 150,
    bounds: BOUNDS,
    refineMs: 0,
    tokensPerDay: null,
    ...changes,
  };
}

const request: ChatRequest = {
  purpose: "voice",
  messages: [
    { role: "system", content: "You are friendly." },
    { role: "user", content: "What about this one?" },
  ],
  maxTokens: 200,
};

interface Listened {
  text: string;
  trouble: ModelTrouble | null;
  milliseconds: number;
  usage: ModelUsage[];
}

async function listen(
  changes: Partial<ModelSettings> = {},
  asked = request,
  bounds = BOUNDS,
): Promise<Listened> {
  const began = performance.now();
  const heard: Listened = { text: "", trouble: null, milliseconds: 0, usage: [] };
  try {
    const options = { bounds, onUsage: (usage: ModelUsage) => heard.usage.push(usage) };
    for await (const text of openChatModel(settings(changes)).stream(asked, options)) heard.text += text;
  } catch (error) {
    if (!(error instanceof ModelTrouble)) throw error;
    heard.trouble = error;
  }
  return { ...heard, milliseconds: performance.now() - began };
}

const CODES: Record<Failure, ModelTroubleCode | null> = {
  "http-400": "model/rejected",
  "http-401": "model/key-refused",
  "http-403": "model/key-refused",
  "http-404": "model/not-found",
  "http-429": "model/busy",
  quota: "model/busy",
  "http-500": "model/server-error",
  "http-503": "model/server-error",
  html: "model/malformed",
  empty: "model/empty",
  refusal: "model/refused",
  "content-filter": "model/refused",
  length: "model/too-long",
  "huge-sentence": "model/too-long",
  "hang-before-headers": "model/silent",
  "hang-before-first-token": "model/silent",
  "hang-mid-sentence": "model/stalled",
  trickle: "model/stalled",
  "slow-drip": "model/slow",
  "socket-cut-before-headers": "model/unreachable",
  "socket-cut": "model/cut-off",
  "no-finish-reason": "model/cut-off",
  "malformed-json": "model/malformed",
  "truncated-json": "model/cut-off",
  "error-in-stream": "model/server-error",
  // An answer all the same.
  "hang-after-finish": null,
  "no-done": null,
  "duplicate-chunks": null,
  "wrong-language": null,
};

describe("a chat model behind an endpoint", () => {
  test("streams an answer as it comes, and tells what it took", async () => {
    server.behave({ text: ANSWER, firstTokenMs: 20, tokenMs: 5 });
    const pieces: string[] = [];
    const usage: ModelUsage[] = [];
    const model = openChatModel(settings());
    for await (const piece of model.stream(request, { bounds: BOUNDS, onUsage: (each) => usage.push(each) }))
      pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.join("")).toBe(ANSWER);
    expect(usage).toEqual([
      {
        promptTokens: expect.any(Number),
        completionTokens: pieces.length,
        cachedTokens: 0,
        isEstimated: false,
      },
    ]);
  });

  test("gives whole answers, too", async () => {
    server.behave({ text: ANSWER });
    expect(await openChatModel(settings()).complete(request, { bounds: BOUNDS })).toBe(ANSWER);
  });

  test.each(FAILURES)("[MODEL-1] ends in time with a code for: %s", async (failure) => {
    const isLong = failure === "huge-sentence" || failure === "wrong-language" || failure === "empty";
    server.behave(isLong ? { failure } : { failure, text: ANSWER });
    const plan = '<plan>\n{"moves":[{"move":1,"say":["It is waterproof."],"claims":[]}]}\n</plan>';
    const asked = isLong ? { ...request, messages: [{ role: "user" as const, content: plan }] } : request;
    const heard = await listen({}, asked);
    expect(heard.trouble?.code ?? null).toBe(CODES[failure]);
    expect(heard.milliseconds).toBeLessThan(BOUNDS.total + SLACK_MS);
    // What was yielded before stays true, and nothing is counted twice.
    if (failure !== "duplicate-chunks" && !isLong) expect(ANSWER.repeat(20)).toContain(heard.text);
    expect(heard.usage.length).toBeLessThanOrEqual(1);
  });

  test("[MODEL-1] counts the gap from text to text, and not the time that the listener takes", async () => {
    server.behave({ text: ANSWER, tokenMs: 20 });
    let text = "";
    for await (const piece of openChatModel(settings()).stream(request, {
      bounds: { ...BOUNDS, total: 5_000 },
    })) {
      if (text === "") await sleep(BOUNDS.gap + 100);
      text += piece;
    }
    expect(text).toBe(ANSWER);
  });

  test("[MODEL-1] ends at the total, even if the listener is busy", async () => {
    server.behave({ failure: "slow-drip", text: ANSWER });
    const began = performance.now();
    const listening = async () => {
      for await (const _ of openChatModel(settings()).stream(request, { bounds: { ...BOUNDS, total: 300 } }))
        await sleep(150);
    };
    await expect(listening()).rejects.toMatchObject({ code: "model/slow" });
    expect(performance.now() - began).toBeLessThan(300 + SLACK_MS);
  });

  test("[MODEL-1] a listener that leaves, or aborts, frees the connection", async () => {
    const own = await startScriptedModel({ behaviour: { failure: "hang-mid-sentence", text: ANSWER } });
    onTestFinished(() => own.close());
    const model = openChatModel(settings({ baseUrl: own.url }));
    for await (const _ of model.stream(request, { bounds: BOUNDS })) break;
    const leaving = new AbortController();
    const { signal } = leaving;
    const reason = new Error("the shopper has gone");
    const listening = async () => {
      for await (const _ of model.stream(request, { bounds: BOUNDS, signal })) leaving.abort(reason);
    };
    await expect(listening()).rejects.toBe(reason);
    await expect(model.complete(request, { bounds: BOUNDS, signal })).rejects.toBe(reason);
    expect(own.count).toBe(2);
    await expect.poll(() => own.connections(), { timeout: 10_000 }).toBe(0);
  });

  test("[MODEL-2] tells a listener that left what the endpoint says it took, without keeping it", async () => {
    server.behave({ text: ANSWER, tokenMs: 15 });
    const told: { usage: ModelUsage; later: Promise<ModelUsage> | undefined }[] = [];
    const bounds = { ...BOUNDS, total: 5_000 };
    const onUsage = (usage: ModelUsage, later?: Promise<ModelUsage>) => told.push({ usage, later });
    for await (const _ of openChatModel(settings()).stream(request, { bounds, onUsage })) break;
    expect(told).toHaveLength(1);
    expect(told[0]?.usage.isEstimated).toBe(true);
    const later = await told[0]?.later;
    expect(later).toMatchObject({ isEstimated: false });
    expect(later?.completionTokens).toBeGreaterThan(5);
  });

  test("[MODEL-1] hears an endpoint that does not end no longer than a little on behalf of one that left", async () => {
    const own = await startScriptedModel({ behaviour: { text: `${"word ".repeat(2_000)}.`, tokenMs: 2 } });
    onTestFinished(() => own.close());
    let later: Promise<ModelUsage> | undefined;
    const options = {
      bounds: { firstToken: 2_000, gap: 2_000, total: 60_000 },
      onUsage: (_: ModelUsage, told?: Promise<ModelUsage>) => {
        later = told;
      },
    };
    const asked = { ...request, maxTokens: 4_000 };
    for await (const _ of openChatModel(settings({ baseUrl: own.url })).stream(asked, options)) break;
    expect(await later).toMatchObject({ isEstimated: true });
    expect((await later)?.completionTokens).toBeLessThan(100);
    await expect.poll(() => own.connections(), { timeout: 10_000 }).toBe(0);
  });

  test("[MODEL-1] leaves no timer and no socket behind, whatever went wrong", async () => {
    const resources = () =>
      process.getActiveResourcesInfo().filter((name) => /Timeout|TCPSocket/.test(name)).length;
    const before = resources();
    for (const failure of [
      "hang-before-headers",
      "hang-mid-sentence",
      "socket-cut",
      "http-500",
      "trickle",
    ] as const) {
      server.behave({ failure, text: ANSWER });
      await Promise.all(Array.from({ length: 5 }, () => listen()));
    }
    // Connections that are kept for the next request are closed after some seconds without one.
    await expect.poll(resources, { timeout: 15_000 }).toBeLessThanOrEqual(before);
  });
});

describe("second tries", () => {
  const PATIENT: TimeBounds = { firstToken: 1_800, gap: 1_000, total: 4_000 };
  const failingOnce = (behaviour: object) => {
    let count = 0;
    return { next: () => (count++ === 0 ? behaviour : { text: ANSWER }) };
  };
  const start = async (behaviour: object) => {
    const own = await startScriptedModel({ script: failingOnce(behaviour) });
    onTestFinished(() => own.close());
    return own;
  };

  test.each(["http-429", "http-500", "http-503", "socket-cut-before-headers"] as const)(
    "[MODEL-1] asks once more after %s, before anything was said",
    async (failure) => {
      const own = await start({ failure });
      const heard = await listen({ baseUrl: own.url }, request, PATIENT);
      expect(heard).toMatchObject({ text: ANSWER, trouble: null });
      expect(own.count).toBe(2);
    },
  );

  test.each([
    ["a refused key", { failure: "http-401" }],
    ["a quota that is used up", { failure: "quota" }],
    ["a wait that would be too long", { failure: "http-429", retryAfter: "2" }],
    ["a stream that broke", { failure: "socket-cut", text: ANSWER }],
  ] as const)("[MODEL-1] does not after %s", async (_, behaviour) => {
    const own = await start(behaviour);
    const heard = await listen({ baseUrl: own.url }, request, PATIENT);
    expect(heard.trouble).not.toBeNull();
    expect(own.count).toBe(1);
  });

  test("tells what the endpoint asked to wait", async () => {
    const own = await start({ failure: "http-429", retryAfter: "7" });
    expect((await listen({ baseUrl: own.url }, request, PATIENT)).trouble).toMatchObject({
      retryAfterMs: 7_000,
    });
  });
});

describe("servers that lack something", () => {
  test("[MODEL-2] get the request again without it, and are not asked for it any more", async () => {
    server.behave({
      text: '{"ok":true}',
      lacks: [
        "max_completion_tokens",
        "stream_options",
        "response_format",
        "reasoning_effort",
        "temperature",
      ],
    });
    const model = openChatModel(settings());
    const asked: ChatRequest = {
      ...request,
      temperature: 0.7,
      json: { name: "answer", schema: { type: "object" } },
    };
    const before = server.count;
    expect(await model.complete(asked, { bounds: BOUNDS })).toBe('{"ok":true}');
    const tries = server.count - before;
    expect(tries).toBeGreaterThan(1);
    await model.complete(asked, { bounds: BOUNDS });
    expect(server.count - before).toBe(tries + 1);
    const {
      model: name,
      messages,
      max_tokens,
      stream,
      ...rest
    } = server.requests.at(-1) ?? { model: "", messages: [] };
    expect({ name, max_tokens, stream }).toEqual({
      name: "scripted",
      max_tokens: asked.maxTokens,
      stream: true,
    });
    expect(messages).toEqual(asked.messages);
    expect(rest).toEqual({});
  });

  test("[MODEL-2] that do not tell usage get an estimate", async () => {
    server.behave({ text: ANSWER, tellsUsage: false });
    const { usage } = await listen();
    expect(usage).toEqual([
      {
        promptTokens: expect.any(Number),
        completionTokens: expect.any(Number),
        cachedTokens: 0,
        isEstimated: true,
      },
    ]);
    expect(usage[0]?.completionTokens).toBeGreaterThan(5);
  });

  test("[MODEL-2] that do not stream answer in one piece", async () => {
    server.behave({ text: ANSWER, lacks: ["stream"] });
    expect(await listen()).toMatchObject({ text: ANSWER, trouble: null, usage: [{ isEstimated: false }] });
  });
});

describe("what is told about trouble", () => {
  test("[MODEL-3] never holds the key, nor a part of it", async () => {
    const own = await startScriptedModel({ apiKey: "another" });
    onTestFinished(() => own.close());
    const { trouble } = await listen({ baseUrl: own.url });
    expect(trouble?.code).toBe("model/key-refused");
    const told = JSON.stringify([trouble?.message, trouble?.detail, trouble?.stack, trouble?.cause]);
    expect(told).toContain("OPENAI_API_KEY");
    for (const part of [KEY, KEY.slice(0, 6), KEY.slice(-4)]) expect(told).not.toContain(part);
  });

  test("[MODEL-3] names the reason when nobody listens there", async () => {
    const gone = await startScriptedModel();
    await gone.close();
    const { trouble } = await listen({ baseUrl: gone.url });
    expect(trouble).toMatchObject({ code: "model/unreachable", endpoint: gone.url });
    expect(trouble?.message).toContain("ECONNREFUSED");
  });
});
