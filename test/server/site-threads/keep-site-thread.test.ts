import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keepSiteThread } from "../../../server/site-threads/keep-site-thread.ts";
import { site } from "../gateway/fake-rooms.ts";
import { type FakeThread, fakeThreads, hearOut, SENTENCES, settled, wordsOf } from "./fake-threads.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function keep() {
  const threads = fakeThreads();
  const failures: string[] = [];
  const built: number[] = [];
  const kept = keepSiteThread({
    start: threads.start,
    onReady: ({ version }) => built.push(version),
    onFailure: (error) => failures.push(error instanceof Error ? error.message : String(error)),
  });
  const turn = (conversationId = "c", shouldStop = () => false) =>
    kept.takeTurn({ site, conversationId, shouldStop });
  return { threads, failures, built, kept, turn };
}

/** With a first thread that serves. */
async function keepServing(): Promise<ReturnType<typeof keep> & { first: FakeThread }> {
  const keeping = keep();
  const prepared = keeping.kept.prepare();
  const first = await keeping.threads.latest().ready();
  await prepared;
  return { ...keeping, first };
}
const by = (number: number) => Array(SENTENCES).fill(`${number} Ada`);

describe("a site's thread", () => {
  test("is started once for all who need it, and not before", async () => {
    const { threads, turn, kept } = keep();
    expect(threads.buildings).toHaveLength(0);
    const turns = [hearOut(turn("a")), hearOut(turn("b"))];
    await settled();
    expect([threads.buildings.length, kept.running]).toEqual([1, 2]);
    await threads.latest().ready();
    expect((await Promise.all(turns)).map(wordsOf)).toEqual([by(1), by(1)]);
    expect(kept.running).toBe(0);
  });

  test("serves until the fresh one is ready, finishes its turns, and ends", async () => {
    const { threads, turn, kept, first } = await keepServing();
    const long = turn("long");
    await long.next();
    kept.renew();
    expect(wordsOf(await hearOut(turn("meanwhile")))).toEqual(by(1));
    expect(threads.latest().fresh).toBe(true);
    await threads.latest().ready();
    expect(wordsOf(await hearOut(turn("afterwards")))).toEqual(by(2));
    expect([first.isGone, kept.threads]).toEqual([false, 2]);
    expect(wordsOf(await hearOut(long))).toEqual(by(1));
    await settled();
    expect([first.isGone, kept.threads]).toEqual([true, 1]);
  });

  test("of an empty shop waits with its turns for the catalog that is on its way", async () => {
    const { threads, kept, turn } = keep();
    const prepared = kept.prepare();
    await threads.latest().ready({ products: 0 });
    await prepared;
    expect(wordsOf(await hearOut(turn("while it is empty")))).toEqual(by(1));
    kept.renew();
    await settled();
    const first = hearOut(turn("after the import"));
    await settled();
    await threads.latest().ready();
    expect(wordsOf(await first)).toEqual(by(2));
  });

  test("[WIRE-5] of an empty shop that is given up while turns wait for the catalog ends them with the reason", async () => {
    const { threads, kept, turn } = keep();
    const prepared = kept.prepare();
    await threads.latest().ready({ products: 0 });
    await prepared;
    kept.renew();
    await settled();
    const cutOff = hearOut(turn("after the import"));
    await settled();
    const over = kept.end(0);
    await expect(cutOff).rejects.toThrow("no longer kept");
    await over;
  });

  test("is built once more for all changes that come while one is built", async () => {
    const { threads, kept, built } = await keepServing();
    for (let change = 0; change < 50; change++) kept.renew();
    await settled();
    expect(threads.buildings).toHaveLength(2);
    await threads.latest().ready();
    expect(threads.buildings).toHaveLength(3);
    await threads.latest().ready();
    expect(threads.buildings).toHaveLength(3);
    expect(built).toEqual([1, 2, 3]);
  });

  test("takes up what it can itself, and is built anew for the rest", async () => {
    const { threads, kept, turn, first } = await keepServing();
    first.canTakeUp = true;
    kept.renew();
    await settled();
    expect([first.changes, threads.buildings.length]).toEqual([1, 1]);
    first.canTakeUp = false;
    kept.renew();
    await settled();
    expect([first.changes, threads.buildings.length]).toEqual([2, 2]);
    // Until that is done, a change it could take up does not make it whole again.
    await threads.latest().fail("no memory");
    first.canTakeUp = true;
    kept.renew();
    await settled();
    expect([first.changes, threads.buildings.length]).toEqual([3, 3]);
    await threads.latest().ready();
    expect(wordsOf(await hearOut(turn()))).toEqual(by(3));
  });

  test("rests as long as it was built before it is built anew again, and takes up prices meanwhile", async () => {
    const { threads, kept, first } = await keepServing();
    kept.renew();
    await settled();
    const second = await threads.latest().ready({ builtMs: 30_000 });
    expect([first.changes, threads.buildings.length]).toEqual([1, 2]);
    kept.renew();
    kept.renew();
    await settled();
    expect([second.changes > 0, threads.buildings.length]).toEqual([true, 2]);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(threads.buildings).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(threads.buildings).toHaveLength(3);
    await threads.latest().ready({ builtMs: 30_000 });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(threads.buildings).toHaveLength(3);
  });

  test("[CAT-6] takes up prices and stock also while a fresh one is built, which then looks at them itself", async () => {
    const { threads, kept, first } = await keepServing();
    kept.renew();
    await settled();
    expect([first.changes, threads.buildings.length]).toEqual([1, 2]);
    first.canTakeUp = true;
    kept.renew();
    await settled();
    expect([first.changes, threads.buildings.length]).toEqual([2, 2]);
    const second = await threads.latest().ready();
    expect([first.changes, second.changes]).toEqual([2, 1]);
  });

  test("serves from a snapshot that is no longer whole while a fresh one is built, also when that fails", async () => {
    const { threads, kept, turn } = keep();
    const prepared = kept.prepare();
    expect(threads.latest().fresh).toBe(false);
    await threads.latest().ready({ isWhole: false });
    await prepared;
    expect(threads.buildings.map(({ fresh }) => fresh)).toEqual([false, true]);
    await threads.latest().fail("no memory");
    expect(wordsOf(await hearOut(turn()))).toEqual(by(1));
    expect(threads.buildings).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(60_000);
    await threads.latest().ready();
    expect(wordsOf(await hearOut(turn()))).toEqual(by(3));
    expect(threads.buildings).toHaveLength(3);
  });

  test("is built anew for a change that comes while the first is built", async () => {
    const { threads, kept, turn } = keep();
    const waiting = hearOut(turn());
    await settled();
    kept.renew();
    await threads.latest().ready();
    expect(wordsOf(await waiting)).toEqual(by(1));
    await threads.latest().ready();
    expect(wordsOf(await hearOut(turn()))).toEqual(by(2));
  });

  test("goes on serving when the fresh one cannot be built, which is tried again later and at the next change", async () => {
    const { threads, kept, turn, failures } = await keepServing();
    kept.renew();
    await settled();
    await threads.latest().fail("the catalog cannot be read");
    expect(failures).toEqual(["the catalog cannot be read"]);
    expect(wordsOf(await hearOut(turn()))).toEqual(by(1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(threads.buildings).toHaveLength(3);
    await threads.latest().fail("still not");
    kept.renew();
    await settled();
    expect(threads.buildings).toHaveLength(4);
    await threads.latest().ready();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(threads.buildings).toHaveLength(4);
    expect(wordsOf(await hearOut(turn()))).toEqual(by(4));
  });

  test("[WIRE-5] that dies ends its turns with the reason, and the next turn starts another", async () => {
    const { threads, turn, failures, first } = await keepServing();
    const cutOff = turn();
    await cutOff.next();
    await first.die("out of memory");
    await expect(hearOut(cutOff)).rejects.toThrow("out of memory");
    expect(failures).toEqual(["out of memory"]);
    const again = hearOut(turn());
    await settled();
    await threads.latest().ready();
    expect(wordsOf(await again)).toEqual(by(2));
  });

  test("that dies while a fresh one is built is followed by that one", async () => {
    const { threads, kept, turn, first } = await keepServing();
    kept.renew();
    await settled();
    await first.die("out of memory");
    const waiting = hearOut(turn());
    await settled();
    expect(threads.buildings).toHaveLength(2);
    await threads.latest().ready();
    expect(wordsOf(await waiting)).toEqual(by(2));
  });

  test("that fails three times in a row is left alone for a while", async () => {
    const { threads, turn } = keep();
    for (let attempt = 1; attempt <= 3; attempt++) {
      const refused = expect(hearOut(turn())).rejects.toThrow("no database");
      await settled();
      await threads.latest().fail("no database");
      await refused;
    }
    await expect(hearOut(turn())).rejects.toThrow("no database");
    expect(threads.buildings).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(10_000);
    const waiting = hearOut(turn());
    await settled();
    await threads.latest().ready();
    expect(wordsOf(await waiting)).toEqual(by(4));
  });

  test("that is left alone is tried again at once when the catalog changes", async () => {
    const { threads, turn, kept } = keep();
    for (let attempt = 1; attempt <= 3; attempt++) {
      const refused = expect(hearOut(turn())).rejects.toThrow();
      await settled();
      await threads.latest().fail("a catalog that breaks the index");
      await refused;
    }
    kept.renew();
    const waiting = hearOut(turn());
    await settled();
    await threads.latest().ready();
    expect(wordsOf(await waiting)).toEqual(by(4));
  });

  test("[WIRE-3] stops a turn at its next sentence end when a newer message waits", async () => {
    const { turn } = await keepServing();
    let newer = false;
    const cutShort = turn("c", () => newer);
    await cutShort.next();
    await cutShort.next();
    newer = true;
    const rest = await hearOut(cutShort);
    expect(rest.map(({ type }) => type)).toEqual(["end"]);
  });

  test("that is no longer kept ends its turns at their next sentence end, and what is being built at once", async () => {
    const { threads, kept, turn, first } = await keepServing();
    const running = turn();
    await running.next();
    kept.renew();
    await settled();
    const ended = kept.end(1_000);
    expect(threads.latest().aborted).toBe(true);
    expect(wordsOf(await hearOut(running))).toHaveLength(1);
    await ended;
    expect([first.isGone, kept.threads]).toEqual([true, 0]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
