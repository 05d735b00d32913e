/** What a visitor is given and when that is noted, on real servers. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { RunningExperiment } from "../../../server/experiment/plan.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { arm, startExperiment } from "../../support/experiments.ts";
import { page, servers, storeOn, turn } from "./store-on-servers.ts";

describe.each(servers)("experiments in the store on $name", (server) => {
  const scene = storeOn(server);
  const { beside } = scene;
  let store: Store;
  let siteId: string;
  let visitorId: string;
  beforeEach(() => {
    ({ store, siteId, visitorId } = scene);
  });

  const start = (part: Partial<RunningExperiment> = {}) =>
    beside((sql) => startExperiment(sql, siteId, part));
  const setState = (id: string, state: string) =>
    beside((sql) => sql`update experiments set state = ${state} where id = ${id}`);
  const site = async (of = store) => {
    const found = await of.sites.byId(siteId);
    if (!found) throw new Error("no site");
    return found;
  };
  const request = async (of = store) => ({
    ...({ siteId, visitorId, fresh: false, mode: "sociable", locale: "en", page } as const),
    experiments: (await site(of)).experiments,
  });
  const open = async (part: { visitorId?: string; fresh?: boolean } = {}, of = store) =>
    of.desk.open({ ...(await request(of)), ...part });
  const openUnasked = async (isWelcome = true) =>
    store.desk.openUnasked({
      ...(await request()),
      notice: { reason: "product-dwell", other: null, query: null },
      isWelcome: () => isWelcome,
    });
  const speak = async (conversationId: string, text: string, turnsBefore = 0) => {
    const spoken = await store.log.appendTurn(conversationId, turnsBefore, [turn(text)]);
    expect(spoken.ok).toBe(true);
  };
  const exposures = () =>
    beside(async (sql) => [
      ...(await sql<{ id: string; visitor: string; arm: string; at: Date }[]>`
        select experiment_id as id, visitor_id as visitor, arm, at from exposures
        where experiment_id in (select id from experiments where site_id = ${siteId}) order by at, experiment_id`),
    ]);
  const unsettled = () =>
    beside(async (sql) => {
      const rows = await sql`delete from unsettled_visitors where site_id = ${siteId} returning visitor_id`;
      return [...new Set(rows.map(({ visitor_id }) => visitor_id))];
    });
  const only = (treatment: RunningExperiment["arms"][number]["treatment"], key = "other") => ({
    arms: [arm("control", {}, 0), arm(key, treatment, 1)],
  });

  it("[EXP-1] tells a site's running and paused experiments, and what is halted in them", async () => {
    const running = await start({
      coverage: 0.25,
      namespace: { id: "n", start: 0, end: 0.5 },
      halted: ["brisk"],
    });
    const paused = await start({ state: "paused" });
    for (const state of ["draft", "stopped", "archived"]) await setState((await start()).id, state);
    const { experiments } = await site();
    expect(experiments).toEqual([running, paused]);
    const { siteKey } = await site();
    expect((await store.sites.byKey(siteKey))?.experiments).toEqual(experiments);
    expect((await store.sites.update(siteKey, { mode: "informational" }))?.experiments).toEqual(experiments);
  });

  it("[EXP-1] gives a conversation what its visitor's arm gives, to its end", async () => {
    const { id } = await start(only({ mode: "informational", policy: "rules" }));
    const opened = await open();
    expect(opened).toMatchObject({ created: true, treatment: { mode: "informational", policy: "rules" } });
    const [first] = await store.log.read(opened.conversationId, 0);
    expect(first?.event).toMatchObject({ type: "conversation-opened", mode: "informational" });
    await setState(id, "stopped");
    expect(await open()).toEqual({ ...opened, created: false });
    expect(await open({ fresh: true })).toMatchObject({ created: true, treatment: {} });
  });

  it("[EXP-2] notes the exposure once, with the first turn, and at its time", async () => {
    const { id } = await start(only({ mode: "informational" }));
    const { conversationId } = await open();
    await scene.say(conversationId, "hello?");
    expect(await exposures()).toEqual([]);
    await speak(conversationId, "hi");
    await speak(conversationId, "again", 1);
    const next = await open({ fresh: true });
    await speak(next.conversationId, "welcome back");
    const [exposure, ...others] = await exposures();
    expect(others).toEqual([]);
    expect(exposure).toMatchObject({ id, visitor: visitorId, arm: "other" });
    const log = await store.log.read(conversationId, 0);
    const spokenAt = log.find(({ event }) => event.type === "turn-spoken")?.at;
    expect(exposure?.at.toISOString()).toBe(spokenAt);
  });

  it("[EXP-2] has the visitor's figures worked out anew after every turn, and only where something is measured", async () => {
    const plain = await open();
    await speak(plain.conversationId, "hi");
    expect(await unsettled()).toEqual([]);
    await start();
    await speak(plain.conversationId, "on an old conversation", 1);
    expect(await unsettled()).toEqual([]);
    const { conversationId } = await open({ fresh: true });
    for (const turns of [0, 1]) {
      await speak(conversationId, `turn ${turns}`, turns);
      expect(await unsettled()).toEqual([visitorId]);
    }
  });

  it("[EXP-2] notes nothing of an experiment that was stopped before the agent spoke", async () => {
    const { id } = await start();
    const { conversationId } = await open();
    await setState(id, "stopped");
    await speak(conversationId, "hi");
    expect(await exposures()).toEqual([]);
  });

  it("[EXP-1] treats a person alike on every device: by the visitor that the others are aliases of", async () => {
    const { id } = await start();
    const phone = await store.visitors.create(siteId);
    await beside((sql) => sql`update visitors set alias_of = ${visitorId} where id = ${phone}`);
    const own = await open();
    expect((await open({ visitorId: phone })).treatment).toEqual(own.treatment);
    // What was seen first stands, also where the hash would say otherwise.
    const seen = own.treatment.mode === undefined ? "brisk" : "control";
    await beside(
      (sql) => sql`insert into exposures values (${id}, ${phone}, ${seen}, now() - interval '1 day')`,
    );
    const after = await open({ fresh: true });
    expect(after.treatment).toEqual(seen === "brisk" ? { mode: "informational" } : {});
    await speak(after.conversationId, "hi");
    expect((await exposures()).map(({ visitor, arm: given }) => [visitor, given])).toEqual([
      [phone, seen],
      [visitorId, seen],
    ]);
    const arms = await Promise.all([visitorId, phone].map((each) => store.exposures.armsOf(siteId, each)));
    expect(arms.map((each) => each.map(({ arm: given }) => given))).toEqual([[seen], [seen]]);
  });

  it("[EXP-1] decides the same in a second store, and after a restart", async () => {
    await start({ arms: [arm("a", { policy: "a" }), arm("b", { policy: "b" })] });
    const second = await openStore(scene.database);
    try {
      for (let count = 0; count < 20; count += 1) {
        const visitor = await store.visitors.create(siteId);
        const here = await open({ visitorId: visitor });
        const there = await open({ visitorId: visitor, fresh: true }, second);
        expect(there.treatment).toEqual(here.treatment);
      }
    } finally {
      await second.close();
    }
  });

  it("[EXP-1] treats on, while paused, who was exposed before, and nobody else", async () => {
    const { id } = await start(only({ mode: "informational" }));
    await speak((await open()).conversationId, "hi");
    await setState(id, "paused");
    expect((await open({ fresh: true })).treatment).toEqual({ mode: "informational" });
    const other = await store.visitors.create(siteId);
    expect((await open({ visitorId: other })).treatment).toEqual({});
  });

  describe("[EXP-3] an arm without initiative", () => {
    it("[EXP-2] speaks to nobody unasked, and notes when it would have", async () => {
      const { id } = await start(only({ initiative: false }, "quiet"));
      expect(await openUnasked()).toBeNull();
      expect(await openUnasked()).toBeNull();
      expect((await exposures()).map(({ id: of, visitor, arm: key }) => [of, visitor, key])).toEqual([
        [id, visitorId, "quiet"],
      ]);
      expect(await unsettled()).toEqual([visitorId]);
      const [{ count } = { count: -1 }] = await beside(
        (sql) => sql<{ count: number }[]>`
          select count(*)::integer as count from conversations where visitor_id = ${visitorId}`,
      );
      expect(count).toBe(0);
    });

    it("[EXP-2] notes nothing where the opening would have been unwelcome to anybody", async () => {
      await start(only({ initiative: false }));
      expect(await openUnasked(false)).toBeNull();
      expect(await exposures()).toEqual([]);
    });

    it("[EXP-2] exposes to that experiment and to no other: of those, nothing could be noticed", async () => {
      const quiet = await start(only({ initiative: false }));
      const brisk = await start(only({ mode: "informational" }));
      await openUnasked();
      expect((await exposures()).map(({ id }) => id)).toEqual([quiet.id]);
      await speak((await open()).conversationId, "hi");
      expect((await exposures()).map(({ id }) => id)).toEqual([quiet.id, brisk.id]);
    });

    it("stays quiet in a conversation that has begun, and leaves those of other arms alone", async () => {
      await start(only({ initiative: false }));
      await speak((await open()).conversationId, "hi");
      expect(await openUnasked()).toBeNull();
      visitorId = await store.visitors.create(siteId);
      await start();
      const chatty = await store.desk.openUnasked({
        ...(await request()),
        experiments: [],
        notice: { reason: "cart-idle", other: null, query: null },
        isWelcome: () => true,
      });
      expect(chatty).toMatchObject({ created: true, treatment: {} });
    });
  });

  describe("[EXP-3] a holdout", () => {
    const holdout = { arms: [arm("shown"), arm("holdout", { widget: false })] };

    it("[EXP-2] is exposed by the visit itself, once, and the same at every visit", async () => {
      const { id } = await start(holdout);
      await start();
      const { experiments } = await site();
      const seen = new Map<string, boolean>();
      for (let count = 0; count < 30; count += 1) {
        const visitor = await store.visitors.create(siteId);
        const { widget } = await store.exposures.visit(visitor, experiments);
        expect(await store.exposures.visit(visitor, experiments)).toEqual({ widget });
        seen.set(visitor, widget);
      }
      expect(new Set(seen.values())).toEqual(new Set([true, false]));
      const noted = await exposures();
      expect(noted).toHaveLength(30);
      for (const { id: of, visitor, arm: key } of noted) {
        expect([of, key]).toEqual([id, seen.get(visitor) ? "shown" : "holdout"]);
      }
      expect((await unsettled()).sort()).toEqual([...seen.keys()].sort());
    });

    it("measures nobody whose page never asked", async () => {
      await start(holdout);
      await speak((await open()).conversationId, "hi");
      expect(await exposures()).toEqual([]);
    });
  });

  it("tells the arms of what is running or paused, once exposed", async () => {
    const first = await start({ ...only({ mode: "informational" }), key: "talk" });
    expect(await store.exposures.armsOf(siteId, visitorId)).toEqual([]);
    await speak((await open()).conversationId, "hi");
    expect(await store.exposures.armsOf(siteId, visitorId)).toEqual([{ experiment: "talk", arm: "other" }]);
    await setState(first.id, "stopped");
    expect(await store.exposures.armsOf(siteId, visitorId)).toEqual([]);
  });

  it("lets turns be stored while the same visitor opens conversations", async () => {
    await start();
    await Promise.all(
      Array.from({ length: 12 }, async (_, count) => {
        const { conversationId } = await open({ fresh: true });
        await Promise.all([
          speak(conversationId, `hello ${count}`),
          open(),
          scene.say(conversationId, randomUUID()),
        ]);
      }),
    );
    expect(await exposures()).toHaveLength(1);
  });
});
