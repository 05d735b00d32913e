import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ErrorCode } from "../../shared/errors.ts";
import { type Answer, createOutbox, type OutboxEntry, retryDelayMs } from "../../widget/session/outbox.ts";

const entry = (id: string): OutboxEntry => ({ event: "message-send", payload: { id, text: id } });
const refusal = (code: ErrorCode): Answer => ({ ok: false, error: { code, message: "" } });

/** An outbox whose server answers from a list; `null` is an acknowledgement that got lost. */
function outboxWith(answers: (Answer | null)[], kept: OutboxEntry[] = []) {
  const delivered: string[] = [];
  const settled: [string, boolean][] = [];
  let stored: readonly OutboxEntry[] = kept;
  let waits = 0;
  let idle = () => {};
  const outbox = createOutbox(
    {
      async deliver({ payload }) {
        delivered.push(payload.id);
        const answer = answers.length > 0 ? answers.shift() : ({ ok: true, seq: 1 } as const);
        if (!answer) throw new Error("no answer");
        return answer;
      },
      settle: ({ payload }, answer) => settled.push([payload.id, answer.ok]),
      keep(entries) {
        stored = entries;
        if (entries.length === 0) idle();
      },
      async wait() {
        waits += 1;
      },
    },
    kept,
  );
  const empty = () =>
    new Promise<void>((resolve) => {
      idle = resolve;
      if (stored.length === 0) resolve();
    });
  return { outbox, delivered, settled, empty, stored: () => stored, waits: () => waits };
}

describe("the outbox", () => {
  test("keeps entries until the conversation is open, then sends them in order", async () => {
    const { outbox, delivered, empty, stored } = outboxWith([]);
    outbox.add(entry("a"));
    outbox.add(entry("b"));
    expect(delivered).toEqual([]);
    expect(stored()).toHaveLength(2);
    outbox.resume();
    await empty();
    expect(delivered).toEqual(["a", "b"]);
    expect(stored()).toEqual([]);
  });

  test("[WGT-4] sends what a reload has left behind", async () => {
    const { outbox, delivered, empty } = outboxWith([], [entry("kept")]);
    outbox.resume();
    await empty();
    expect(delivered).toEqual(["kept"]);
  });

  test("[WIRE-2] sends again under the same id when the acknowledgement got lost", async () => {
    const { outbox, delivered, settled, empty } = outboxWith([null, { ok: true, seq: 1, duplicate: true }]);
    outbox.resume();
    outbox.add(entry("a"));
    await empty();
    expect(delivered).toEqual(["a", "a"]);
    expect(settled).toEqual([["a", true]]);
  });

  test("waits when the server is busy, gives up when it refuses", async () => {
    const { outbox, settled, empty, waits } = outboxWith([
      refusal("server/busy"),
      refusal("rate/too-fast"),
      refusal("message/too-long"),
    ]);
    outbox.resume();
    outbox.add(entry("a"));
    await empty();
    expect(waits()).toBe(2);
    expect(settled).toEqual([["a", false]]);
  });

  test("does not send one entry twice at a time", async () => {
    const { outbox, delivered, empty } = outboxWith([]);
    outbox.resume();
    outbox.add(entry("a"));
    outbox.add(entry("a"));
    outbox.resume();
    await empty();
    expect(delivered).toEqual(["a"]);
  });

  test("forgets what is cleared while it is under way", async () => {
    const { outbox, settled, stored } = outboxWith([]);
    outbox.resume();
    outbox.add(entry("a"));
    outbox.clear();
    await Promise.resolve();
    expect(settled).toEqual([]);
    expect(stored()).toEqual([]);
  });

  test("whatever gets lost, every entry settles once and first deliveries are in order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        async (losses, count) => {
          const answers = losses.map((lost): Answer | null => (lost ? null : { ok: true, seq: 1 }));
          const { outbox, delivered, settled, empty } = outboxWith(answers);
          const ids = Array.from({ length: count }, (_, at) => `m${at}`);
          outbox.resume();
          for (const id of ids) outbox.add(entry(id));
          await empty();
          await Promise.resolve();
          expect(settled.map(([id]) => id)).toEqual(ids);
          expect([...new Set(delivered)]).toEqual(ids);
        },
      ),
    );
  });
});

test("retries come later and later, at most every 15 seconds", () => {
  expect([0, 1, 2, 3, 9].map(retryDelayMs)).toEqual([500, 1_000, 2_000, 4_000, 15_000]);
});
