import { describe, expect, test } from "vitest";
import type { ChatModel, ChatRequest, ModelUsage } from "../../../server/model/chat-model.ts";
import { createCircuitMemory, openCircuitBreaker } from "../../../server/model/circuit-breaker.ts";
import { limitChatModel } from "../../../server/model/limit-chat-model.ts";
import { ModelTrouble } from "../../../server/model/model-trouble.ts";
import { createTokenBudget, type TokenLedger } from "../../../server/model/token-budget.ts";

const bounds = { firstToken: 1_000, gap: 1_000, total: 1_000 };
const request: ChatRequest = {
  purpose: "voice",
  messages: [{ role: "user", content: "Hi" }],
  maxTokens: 100,
};
const USAGE: ModelUsage = { promptTokens: 60, completionTokens: 40, cachedTokens: 0, isEstimated: false };

/** A ledger in memory that other nodes write to as well. */
function ledgerOf(others: Record<string, number> = {}) {
  const used = new Map(Object.entries(others));
  const ledger: TokenLedger = {
    async add(day, _, { promptTokens, completionTokens }) {
      used.set(day, (used.get(day) ?? 0) + promptTokens + completionTokens);
      return used.get(day) ?? 0;
    },
    usedOn: async (day) => used.get(day) ?? 0,
  };
  return { ledger, used };
}

function modelOf(answer: () => AsyncGenerator<string>): ChatModel & { asked: number } {
  const model = {
    ...{ endpoint: "https://a.example/v1", model: "small", asked: 0 },
    async *stream(_: ChatRequest, { onUsage }: Parameters<ChatModel["stream"]>[1]) {
      model.asked += 1;
      try {
        yield* answer();
      } finally {
        onUsage?.(USAGE);
      }
    },
    complete: async () => "",
  };
  return model;
}

async function* says(...texts: string[]) {
  yield* texts;
}
// biome-ignore lint/correctness/useYield: it fails before its first word.
async function* fails(): AsyncGenerator<string> {
  throw new ModelTrouble("model/server-error", { endpoint: "https://a.example/v1" });
}

function scene(
  answer: () => AsyncGenerator<string>,
  { tokensPerDay = null as number | null, others = {} } = {},
) {
  let now = Date.UTC(2026, 2, 1, 12);
  const clock = () => now;
  const { ledger, used } = ledgerOf(others);
  const circuit = openCircuitBreaker(createCircuitMemory(now));
  const budget = createTokenBudget({ ledger, now: clock });
  const inner = modelOf(answer);
  const model = limitChatModel(inner, { circuit, budget, tokensPerDay, now: clock });
  return {
    ...{ model, inner, circuit, used, clock },
    ask: () => model.complete(request, { bounds }),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe("a chat model within its limits", () => {
  test("[MODEL-4] leaves an endpoint alone that failed too often", async () => {
    const { ask, inner } = scene(fails);
    for (let time = 0; time < 5; time += 1)
      await expect(ask()).rejects.toMatchObject({ code: "model/server-error" });
    await expect(ask()).rejects.toMatchObject({ code: "model/circuit-open" });
    expect(inner.asked).toBe(5);
  });

  test("[MODEL-4] takes one that was left in the middle of its words for one that works", async () => {
    const { model, circuit, clock, pass } = scene(() => says("a", "b"));
    const trouble = new ModelTrouble("model/silent", { endpoint: "" });
    for (let time = 0; time < 5; time += 1) circuit.enter(clock())?.failed(trouble, clock());
    pass(6_000);
    for await (const _ of model.stream(request, { bounds })) break;
    expect(circuit.state(clock())).toBe("closed");
  });

  test("[MODEL-5] stops when the day's tokens are used, and goes on at midnight (UTC)", async () => {
    const { ask, inner, pass } = scene(() => says("hello"), { tokensPerDay: 250 });
    expect(await ask()).toBe("hello");
    expect(await ask()).toBe("hello");
    await expect(ask()).rejects.toMatchObject({ code: "model/budget-spent" });
    expect(inner.asked).toBe(2);
    pass(12 * 3_600_000);
    expect(await ask()).toBe("hello");
  });

  test("[MODEL-5] counts what other threads and nodes have used", async () => {
    const { ask } = scene(() => says("hello"), { tokensPerDay: 1_000, others: { "2026-03-01": 950 } });
    // As soon as the ledger has said so.
    await Promise.resolve();
    await expect(ask()).rejects.toMatchObject({ code: "model/budget-spent" });
  });

  test("[MODEL-5] does not go beyond the limit with requests at the same time", async () => {
    const { ask, inner } = scene(() => says("hello"), { tokensPerDay: 250 });
    const answers = await Promise.allSettled(Array.from({ length: 10 }, ask));
    expect(answers.filter(({ status }) => status === "fulfilled").length).toBe(inner.asked);
    expect(inner.asked).toBeLessThanOrEqual(2);
  });

  test("[MODEL-5] counts what was cut off, too", async () => {
    const { model, used } = scene(() => says("a", "b"));
    for await (const _ of model.stream(request, { bounds })) break;
    await expect.poll(() => used.get("2026-03-01")).toBe(100);
  });

  test("[MODEL-5] counts the endpoint's own figures of an answer that was left", async () => {
    const { ledger, used } = ledgerOf();
    const now = () => Date.UTC(2026, 2, 1, 12);
    let tell = (_: typeof USAGE) => {};
    const later = new Promise<typeof USAGE>((resolve) => {
      tell = resolve;
    });
    const inner: ChatModel = {
      ...modelOf(() => says("a", "b")),
      async *stream(_, { onUsage }) {
        try {
          yield "a";
        } finally {
          onUsage?.({ ...USAGE, completionTokens: 1, isEstimated: true }, later);
        }
      },
    };
    const circuit = openCircuitBreaker(createCircuitMemory(now()));
    const budget = createTokenBudget({ ledger, now });
    const model = limitChatModel(inner, { circuit, budget, tokensPerDay: null, now });
    for await (const _ of model.stream(request, { bounds })) break;
    expect(used.get("2026-03-01") ?? 0).toBe(0);
    tell(USAGE);
    await expect.poll(() => used.get("2026-03-01")).toBe(USAGE.promptTokens + USAGE.completionTokens);
  });

  test("[MODEL-5] tells the ledger later what it could not be told", async () => {
    const { ledger, used } = ledgerOf();
    let isAway = true;
    const troubles: unknown[] = [];
    const flaky: TokenLedger = {
      ...ledger,
      add: (...entry) => (isAway ? Promise.reject(new Error("away")) : ledger.add(...entry)),
    };
    const now = () => Date.UTC(2026, 2, 1);
    const budget = createTokenBudget({ ledger: flaky, now, onTrouble: (error) => troubles.push(error) });
    budget.reserve(100, 150)?.settle("voice", USAGE);
    await expect.poll(() => troubles.length).toBe(1);
    // It counts here all the same.
    expect(budget.reserve(100, 150)).toBeNull();
    isAway = false;
    budget.reserve(100, null)?.settle("voice", USAGE);
    await expect.poll(() => used.get("2026-03-01")).toBe(200);
  });
});
