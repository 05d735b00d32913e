import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Site } from "../../../server/gateway/ports.ts";
import { openSiteThreads } from "../../../server/site-threads/open-site-threads.ts";
import { site as someSite } from "../gateway/fake-rooms.ts";
import { type Building, fakeThreads, hearOut, SENTENCES, settled, wordsOf } from "./fake-threads.ts";

const IDLE_MS = 900_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Shops A, B and C, with room for two threads. Threads are ready as soon as they are started, unless told otherwise. */
function openShops({ startsAtOnce = true }: { startsAtOnce?: boolean } = {}) {
  const shops = new Map<string, Site>(
    ["A", "B", "C"].map((id) => [id, { ...someSite, id, siteKey: `pk_${id}` }]),
  );
  const shop = (id: string): Site => {
    const found = shops.get(id);
    if (!found) throw new Error(`no shop ${id}`);
    return found;
  };
  const started: { siteId: string; building: Building; isGone: boolean }[] = [];
  let change: (siteId: string | null) => void = () => {};
  let isWatching = false;
  const failures: unknown[] = [];
  const threads = openSiteThreads({
    sites: {
      byKey: async (siteKey) => [...shops.values()].find((each) => each.siteKey === siteKey) ?? null,
      secretOf: async () => "",
    },
    catalogs: {
      async watch(changed) {
        change = changed;
        isWatching = true;
        return async () => {
          isWatching = false;
        };
      },
    },
    async start({ id: siteId }, wish) {
      if (!isWatching) throw new Error("a catalog was read before its changes were listened for");
      const fake = fakeThreads();
      const starting = fake.start(wish);
      const entry = { siteId, building: fake.latest(), isGone: false };
      started.push(entry);
      if (startsAtOnce) void fake.latest().ready();
      const thread = await starting;
      void thread.ended.then(() => {
        entry.isGone = true;
      });
      return thread;
    },
    idleMs: IDLE_MS,
    sitesMax: 2,
    onFailure: (_, error) => failures.push(error),
  });
  return {
    threads,
    shops,
    started,
    changed: (siteId: string | null) => change(siteId),
    turn: (id: string, conversationId = id) =>
      threads.takeTurn({ site: shop(id), conversationId, shouldStop: () => false }),
    alive: () => started.filter(({ isGone }) => !isGone).map(({ siteId }) => siteId),
    isWatching: () => isWatching,
    failures,
  };
}

describe("site threads", () => {
  test("each site that is talked on has one of its own", async () => {
    const { turn, started, threads } = openShops();
    await hearOut(turn("A"));
    await hearOut(turn("B"));
    await hearOut(turn("A"));
    expect(started.map(({ siteId }) => siteId)).toEqual(["A", "B"]);
    expect(threads.threads).toBe(2);
  });

  test("with too many sites, the one talked on longest ago gives its thread up", async () => {
    const { turn, alive } = openShops();
    await hearOut(turn("A"));
    await hearOut(turn("B"));
    await hearOut(turn("A"));
    await hearOut(turn("C"));
    await settled();
    expect(alive()).toEqual(["A", "C"]);
    expect(wordsOf(await hearOut(turn("B")))).toHaveLength(SENTENCES);
  });

  test("a site that is being talked on keeps its thread, even beyond the limit", async () => {
    const { turn, alive } = openShops();
    const [a, b] = [turn("A"), turn("B")].map((turnOf) => turnOf[Symbol.asyncIterator]());
    await a?.next();
    await b?.next();
    await hearOut(turn("C"));
    expect(alive()).toEqual(["A", "B", "C"]);
  });

  test("a site gives its thread up when nobody has talked on it for a while", async () => {
    const { turn, alive } = openShops();
    await hearOut(turn("A"));
    await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
    await hearOut(turn("B"));
    await vi.advanceTimersByTimeAsync(2);
    expect(alive()).toEqual(["B"]);
    const long = turn("B")[Symbol.asyncIterator]();
    await long.next();
    await vi.advanceTimersByTimeAsync(3 * IDLE_MS);
    expect(alive()).toEqual(["B"]);
    while (!(await long.next()).done);
    await vi.advanceTimersByTimeAsync(IDLE_MS + 1);
    expect(alive()).toEqual([]);
    await hearOut(turn("A"));
    expect(alive()).toEqual(["A"]);
  });

  test("only the site whose catalog changed is built anew; all are when any may have changed", async () => {
    const { turn, started, changed } = openShops();
    await hearOut(turn("A"));
    await hearOut(turn("B"));
    changed("B");
    changed("C");
    await settled();
    expect(started.map(({ siteId }) => siteId)).toEqual(["A", "B", "B"]);
    changed(null);
    await settled();
    expect(started.map(({ siteId }) => siteId)).toEqual(["A", "B", "B", "A", "B"]);
  });

  test("a turn is taken by the settings of its moment", async () => {
    const { turn, shops, started } = openShops();
    expect(wordsOf(await hearOut(turn("A")))[0]).toBe("1 Ada");
    const request = turn("A");
    const persona = { ...someSite.settings.persona, name: "Grace" };
    shops.set("A", { ...someSite, id: "A", siteKey: "pk_A", settings: { ...someSite.settings, persona } });
    expect(wordsOf(await hearOut(request))[0]).toBe("1 Grace");
    expect(started).toHaveLength(1);
  });

  test("another currency needs another catalog", async () => {
    const { turn, shops, started, alive } = openShops();
    await hearOut(turn("A"));
    shops.set("A", { ...someSite, id: "A", siteKey: "pk_A", currency: "EUR" });
    await hearOut(turn("A"));
    expect([started.length, alive()]).toEqual([2, ["A"]]);
  });

  test("prepared sites are ready before anybody talks", async () => {
    const { threads, shops, started, turn } = openShops();
    await threads.prepare([...shops.values()].slice(0, 2));
    expect(started).toHaveLength(2);
    await hearOut(turn("A"));
    expect(started).toHaveLength(2);
  });

  test("closing lets turns end at their next sentence, ends every thread and listens no more", async () => {
    const { threads, turn, alive, isWatching } = openShops();
    const running = turn("A")[Symbol.asyncIterator]();
    await running.next();
    await hearOut(turn("B"));
    const closed = threads.close(1_000);
    const rest: string[] = [];
    for (let next = await running.next(); !next.done; next = await running.next()) rest.push(next.value.type);
    expect(rest).toEqual(["sentence", "end"]);
    await closed;
    expect([alive(), isWatching(), threads.threads, vi.getTimerCount()]).toEqual([[], false, 0, 0]);
    await expect(hearOut(turn("A"))).rejects.toThrow("closing");
  });

  test("closing does not wait for a thread that is being started", async () => {
    const { threads, turn, started, failures } = openShops({ startsAtOnce: false });
    const waiting = expect(hearOut(turn("A"))).rejects.toThrow();
    await settled();
    await threads.close(1_000);
    await waiting;
    expect(started.map(({ building }) => building.aborted)).toEqual([true]);
    expect(failures).toEqual([]);
  });
});
