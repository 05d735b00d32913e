import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { createCircuitMemory, openCircuitBreaker } from "../../../server/model/circuit-breaker.ts";
import { ModelTrouble, type ModelTroubleCode } from "../../../server/model/model-trouble.ts";

const START = Date.UTC(2026, 2, 1);
const trouble = (code: ModelTroubleCode = "model/server-error", retryAfterMs?: number) =>
  new ModelTrouble(code, {
    endpoint: "https://a.example",
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });

/** Two threads of a process, on one clock. */
function scene() {
  const memory = createCircuitMemory(START);
  const [first, second] = [openCircuitBreaker(memory), openCircuitBreaker(memory)];
  let now = START;
  const fail = (times: number, code?: ModelTroubleCode) => {
    for (let time = 0; time < times; time += 1) first.enter(now)?.failed(trouble(code), now);
  };
  return {
    first,
    second,
    fail,
    now: () => now,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe("the circuit breaker", () => {
  test("[MODEL-4] opens for all threads after five troubles in a row, and lets one probe through", () => {
    const { first, second, fail, now, pass } = scene();
    fail(4);
    expect(second.state(now())).toBe("closed");
    fail(1);
    expect(second.state(now())).toBe("open");
    expect(second.enter(now())).toBeNull();

    pass(5_100);
    expect(first.state(now())).toBe("half-open");
    const probe = second.enter(now());
    expect(probe?.isProbe).toBe(true);
    expect(first.enter(now())).toBeNull();
    probe?.succeeded();
    expect(first.state(now())).toBe("closed");
    expect(first.enter(now())?.isProbe).toBe(false);
  });

  test("[MODEL-4] stays open twice as long each time, at the most two minutes", () => {
    const { first, fail, now, pass } = scene();
    fail(5);
    const waits: number[] = [];
    for (let opening = 0; opening < 8; opening += 1) {
      const opened = now();
      while (first.state(now()) === "open") pass(500);
      waits.push(Math.round((now() - opened) / 1_000));
      first.enter(now())?.failed(trouble(), now());
    }
    expect(waits.slice(0, 4)).toEqual([5, 10, 20, 40].map((wait) => expect.closeTo(wait, -0.5)));
    expect(waits.at(-1)).toBeLessThanOrEqual(121);
    while (first.state(now()) === "open") pass(500);
    first.enter(now())?.succeeded();
    fail(5);
    pass(5_100);
    expect(first.state(now())).toBe("half-open");
  });

  test("[MODEL-4] opens when more than half of twenty fail, and not for less", () => {
    const { first, now } = scene();
    const outcomes = (failing: number) => {
      for (let index = 0; index < 20; index += 1) {
        const pass = first.enter(now());
        if (index % 2 === 0 && index / 2 < failing) pass?.failed(trouble(), now());
        else pass?.succeeded();
      }
    };
    outcomes(10);
    expect(first.state(now())).toBe("closed");
    for (const code of ["model/silent", "model/busy"] as const) {
      first.enter(now())?.failed(trouble(code), now());
      first.enter(now())?.failed(trouble(code), now());
    }
    expect(first.state(now())).toBe("open");
  });

  test("[MODEL-4] does not count what the model has against a single request", () => {
    const { first, fail, now } = scene();
    for (const code of ["model/refused", "model/too-long", "model/empty", "model/rejected"] as const)
      fail(10, code);
    expect(first.state(now())).toBe("closed");
    expect(first.lastTrouble).toEqual({ code: "model/rejected", at: expect.closeTo(now(), -3) });
  });

  test("[MODEL-4] waits for as long as the endpoint asks, within two minutes", () => {
    const { first, fail, now, pass } = scene();
    fail(4);
    first.enter(now())?.failed(trouble("model/busy", 60_000), now());
    pass(59_000);
    expect(first.state(now())).toBe("open");
    pass(1_500);
    expect(first.state(now())).toBe("half-open");
  });

  test("[MODEL-4] a probe that was left lets the next one through, and so does one that is never heard of again", () => {
    const { first, second, fail, now, pass } = scene();
    fail(5);
    pass(5_100);
    first.enter(now())?.left(now());
    expect(second.enter(now())?.isProbe).toBe(true);
    expect(first.enter(now())).toBeNull();
    pass(31_000);
    expect(first.enter(now())?.isProbe).toBe(true);
  });

  test("[MODEL-4] lets exactly one of many real threads through as a probe", async () => {
    const memory = createCircuitMemory(START);
    const breaker = openCircuitBreaker(memory);
    for (let time = 0; time < 5; time += 1) breaker.enter(START)?.failed(trouble(), START);
    const file = new URL("probing-thread.ts", import.meta.url);
    const loader = new URL("../../../server/site-threads/source-loader.mjs", import.meta.url).href;
    const workerData = { memory, gate: new SharedArrayBuffer(4), threads: 4, now: START + 6_000 };
    const entered = await Promise.all(
      Array.from({ length: workerData.threads }, () => {
        const worker = new Worker(file, { workerData, execArgv: ["--import", loader] });
        return new Promise<boolean>((resolve, reject) =>
          worker.once("message", resolve).once("error", reject),
        );
      }),
    );
    expect(entered.filter(Boolean)).toHaveLength(1);
  });
});
