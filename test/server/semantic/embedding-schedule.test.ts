import { afterEach, describe, expect, test, vi } from "vitest";
import type { EmbeddingModel } from "../../../server/model/chat-model.ts";
import { ModelTrouble } from "../../../server/model/model-trouble.ts";
import { startEmbeddingSchedule } from "../../../server/semantic/embedding-schedule.ts";
import type { PendingProduct, VectorDesk } from "../../../server/semantic/ports.ts";
import { fakeEmbeddingModel } from "../../support/fake-embeddings.ts";

/** What each site has to be embedded, as titles. */
function memoryDesk(pending: Record<string, string[]>): VectorDesk {
  const row = (title: string): PendingProduct => ({
    sku: title,
    contentHash: title,
    textHash: null,
    product: { title, description: "", brand: null, categories: [], tags: [], attributes: [] },
  });
  return {
    begin: async (siteId, model) => ({ siteId, model, id: "lease", dimensions: null }),
    pending: async ({ siteId }, after) => (pending[siteId] ?? []).filter((title) => title > after).map(row),
    async keep({ siteId }, { vectors }) {
      const done = new Set(vectors.map(({ sku }) => sku));
      pending[siteId] = (pending[siteId] ?? []).filter((title) => !done.has(title));
      return true;
    },
    forget: async () => {},
    finish: async () => {},
    status: async (siteId, model) => ({
      ...{ model, state: "waiting", products: 0, embedded: 0, trouble: null, at: null },
      pending: pending[siteId]?.length ?? 0,
    }),
    read: async () => 0,
  };
}

function scene(pending: Record<string, string[]>, model: EmbeddingModel = fakeEmbeddingModel()) {
  let nowMs = 0;
  const sleeping = new Set<{ atMs: number; wake: () => void }>();
  let changed: (siteId: string | null) => void = () => {};
  const lines: { level: string; message: string; siteId?: string; code?: string }[] = [];
  const note = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, message, ...fields });
  const schedule = startEmbeddingSchedule({
    desk: memoryDesk(pending),
    modelOf: async () => model,
    siteIds: async () => Object.keys(pending),
    async watch(onChange) {
      changed = onChange;
      return async () => {};
    },
    log: { info: note("info"), warn: note("warn"), error: note("error") },
    clock: {
      now: () => new Date(nowMs),
      sleep: (milliseconds, signal) =>
        new Promise((resolve, reject) => {
          const alarm = { atMs: nowMs + milliseconds, wake: resolve };
          sleeping.add(alarm);
          signal.addEventListener("abort", () => {
            sleeping.delete(alarm);
            reject(signal.reason);
          });
        }),
    },
  });
  running.push(schedule);
  return {
    schedule,
    lines,
    change: (siteId: string | null) => changed(siteId),
    pass(milliseconds: number) {
      nowMs += milliseconds;
      for (const alarm of sleeping) if (alarm.atMs <= nowMs && sleeping.delete(alarm)) alarm.wake();
    },
  };
}
const running: Promise<{ stop(): Promise<void> }>[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(async (schedule) => (await schedule).stop()));
});

describe("embedding in the background", () => {
  test("[SEM-5] begins with all sites, and goes on when a catalog changes", async () => {
    const pending: Record<string, string[]> = { a: ["A1"], b: ["B1", "B2"] };
    const { schedule, change, pass, lines } = scene(pending);
    await schedule;
    await vi.waitFor(() => expect(pending).toEqual({ a: [], b: [] }));
    await vi.waitFor(() => expect(lines.map(({ siteId }) => siteId)).toEqual(["a", "b"]));
    pending.a = ["A2"];
    change("a");
    change("a");
    await vi.waitFor(() => {
      pass(2_000);
      expect(pending.a).toEqual([]);
    });
    expect(lines.filter(({ siteId }) => siteId === "a")).toHaveLength(2);
    pending.b = ["B3"];
    change(null);
    await vi.waitFor(() => expect(pending.b).toEqual([]));
  });

  test("[SEM-5] tries again what may pass, and says once what does not", async () => {
    const working = fakeEmbeddingModel();
    let code: "model/unreachable" | "model/key-refused" | null = "model/unreachable";
    const model: EmbeddingModel = {
      ...working,
      async embed(texts, options) {
        if (code !== null) throw new ModelTrouble(code, { endpoint: "fake.example" });
        return working.embed(texts, options);
      },
    };
    const pending: Record<string, string[]> = { a: ["A1"] };
    const { lines, pass, change } = scene(pending, model);
    await vi.waitFor(() => {
      pass(30_000);
      expect(lines).toMatchObject([{ level: "warn", siteId: "a", code: "model/unreachable" }]);
    });
    code = "model/key-refused";
    await vi.waitFor(() => {
      pass(60_000);
      expect(lines.at(-1)).toMatchObject({ level: "error", siteId: "a", code: "model/key-refused" });
    });
    const said = lines.length;
    for (let minute = 0; minute < 30; minute++) pass(60_000);
    expect(lines).toHaveLength(said);
    code = null;
    change("a");
    await vi.waitFor(() => {
      pass(2_000);
      expect(pending.a).toEqual([]);
    });
  });

  test("[SEM-5] waits for midnight (UTC) when the day's tokens are used up", async () => {
    const working = fakeEmbeddingModel();
    let asked = 0;
    let isSpent = true;
    const model: EmbeddingModel = {
      ...working,
      async embed(texts, options) {
        asked += 1;
        if (isSpent) throw new ModelTrouble("model/budget-spent", { endpoint: "fake.example" });
        return working.embed(texts, options);
      },
    };
    const pending: Record<string, string[]> = { a: ["A1"] };
    const { lines, pass } = scene(pending, model);
    await vi.waitFor(() =>
      expect(lines).toMatchObject([{ level: "warn", siteId: "a", code: "model/budget-spent" }]),
    );
    for (let hour = 0; hour < 23; hour++) pass(3_600_000);
    expect(asked).toBe(1);
    isSpent = false;
    await vi.waitFor(() => {
      pass(3_600_000);
      expect(pending.a).toEqual([]);
    });
  });

  test("[SEM-5] stops at once, in the middle of waiting", async () => {
    const model: EmbeddingModel = {
      ...fakeEmbeddingModel(),
      embed: () => Promise.reject(new ModelTrouble("model/busy", { endpoint: "fake.example" })),
    };
    const pending = { a: ["A1"] };
    const { schedule } = scene(pending, model);
    await (await schedule).stop();
    expect(pending).toEqual({ a: ["A1"] });
  });
});
