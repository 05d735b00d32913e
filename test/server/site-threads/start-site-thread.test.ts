/** Real threads: one that follows a script, to see what becomes of turns when it misbehaves, and a site's own. */

import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { SCRIPTED_MODEL, startScriptedModel } from "../../../demo/scripted-model/scripted-model.ts";
import type { LoggedEvent } from "../../../server/dialogue/events.ts";
import { treatedSite } from "../../../server/experiment/treated-site.ts";
import { createConversationQueue } from "../../../server/gateway/conversation-queue.ts";
import type { Site, TurnSignal } from "../../../server/gateway/ports.ts";
import { createCircuitMemory } from "../../../server/model/circuit-breaker.ts";
import { openSiteThreads } from "../../../server/site-threads/open-site-threads.ts";
import {
  type SiteThread,
  startSiteThread,
  type ThreadModel,
  type ThreadOptions,
} from "../../../server/site-threads/start-site-thread.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { createMemoryLog } from "../../../server/turn/memory-log.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { policyFile } from "../../support/policy-file.ts";
import { site } from "../gateway/fake-rooms.ts";
import { hearOut, wordsOf } from "./fake-threads.ts";

let threads: SiteThread[] = [];
const wanted = (fresh = false) => ({ fresh, signal: new AbortController().signal });
afterEach(async () => {
  await Promise.all(threads.map((thread) => thread.end(0)));
  threads = [];
});

const noPolicies = { read: async () => null };
const scripted = { entry: async () => new URL("scripted-thread.ts", import.meta.url) };
async function startScripted(options: Partial<ThreadOptions> = {}): Promise<SiteThread> {
  const place = {
    databaseUrl: undefined,
    dataDir: "",
    heapMebibytes: 256,
    log: createMemoryLog(),
    policies: noPolicies,
  };
  const whole = { ...place, ...scripted, ...options };
  const thread = await startSiteThread(site, whole, wanted());
  threads.push(thread);
  return thread;
}

function turnOf(thread: SiteThread, conversationId: string, shouldStop = () => false) {
  return thread.takeTurn({ site, conversationId, shouldStop });
}

describe("a thread that follows a script", () => {
  test("[WIRE-3] speaks on only when it is asked to, and stops at a sentence end", async () => {
    const thread = await startScripted();
    let asked = 0;
    const shouldStop = () => {
      asked += 1;
      return asked > 2;
    };
    const heard = await hearOut(turnOf(thread, "talks", shouldStop));
    expect(heard.map(({ type }) => type)).toEqual(["start", "sentence", "sentence"]);
    expect(wordsOf(await hearOut(turnOf(thread, "talks")))).toHaveLength(3);
  });

  test("[AGT-2] is asked one thing at a time: many previews at once neither end it nor keep shoppers waiting for all", async () => {
    const thread = await startScripted({ silenceMs: 1_200 });
    const over: number[] = [];
    const asked = Array.from({ length: 12 }, async (_, place) => {
      await thread.ask(site, "check-words", { text: "Hello." });
      over.push(place);
    });
    expect(wordsOf(await hearOut(turnOf(thread, "talks")))).toHaveLength(3);
    expect(over.length).toBeLessThan(asked.length);
    await Promise.all(asked);
    expect(over).toHaveLength(12);
  });

  test("takes several turns at a time, and is not kept by one that nobody listens to any more", async () => {
    const thread = await startScripted();
    const left = turnOf(thread, "left alone");
    await left.next();
    await left.return(undefined);
    const all = await Promise.all([1, 2, 3].map((number) => hearOut(turnOf(thread, `talks ${number}`))));
    expect(all.map((signals) => signals[0])).toEqual(
      [1, 2, 3].map((number) => expect.objectContaining({ turnId: `turn of talks ${number}` })),
    );
    await thread.end(60_000);
  });

  test("an exception of one turn is that turn's only", async () => {
    const thread = await startScripted();
    const other = turnOf(thread, "talks");
    await other.next();
    await expect(hearOut(turnOf(thread, "throws"))).rejects.toThrow("no such policy");
    expect(wordsOf(await hearOut(other))).toHaveLength(3);
  });

  test.each([
    ["crashes", {}, /nobody caught this/],
    ["hoards", { heapMebibytes: 24 }, /memory/],
    ["hangs", { silenceMs: 1_000 }, /hangs/],
  ])("one that %s ends all its turns with the reason", async (conversationId, options, reason) => {
    const thread = await startScripted(options);
    const other = turnOf(thread, "talks");
    await other.next();
    await expect(hearOut(turnOf(thread, conversationId))).rejects.toThrow(reason);
    await expect(hearOut(other)).rejects.toThrow(reason);
    expect((await thread.ended).message).toMatch(reason);
    await expect(hearOut(turnOf(thread, "talks"))).rejects.toThrow(reason);
  });

  test("[WIRE-1] a turn that was stored when its thread died ends like any other", async () => {
    const thread = await startScripted();
    const heard = await hearOut(turnOf(thread, "stores and dies"));
    expect(heard.map(({ type }) => type)).toEqual(["start", "end"]);
    expect(heard.at(-1)).toMatchObject({ logged: { seq: 1, event: { type: "turn-spoken" } } });
  });

  test("one that was asked to end finishes its turns, but not for ever", async () => {
    const thread = await startScripted();
    const patient = turnOf(thread, "talks");
    await patient.next();
    const ended = thread.end(60_000);
    expect(wordsOf(await hearOut(patient))).toHaveLength(3);
    await ended;

    const another = await startScripted();
    const cutOff = turnOf(another, "talks");
    await cutOff.next();
    await another.end(0);
    await expect(hearOut(cutOff)).rejects.toThrow("ended");
  });

  test("one that is not wanted any more before it is ready is not waited for", async () => {
    const leaving = new AbortController();
    const log = createMemoryLog();
    const options = {
      databaseUrl: undefined,
      dataDir: "",
      heapMebibytes: 64,
      log,
      policies: noPolicies,
      ...scripted,
    };
    const starting = startSiteThread(site, options, { fresh: false, signal: leaving.signal });
    leaving.abort();
    await expect(starting).rejects.toThrow();
  });

  test("[WIRE-5] a turn whose thread crashed is aborted and spoken again, by another thread", async () => {
    let started = 0;
    const pool = openSiteThreads({
      sites: { byKey: async () => site, secretOf: async () => "" },
      catalogs: { watch: async () => async () => {} },
      async start() {
        started += 1;
        const thread = await startScripted();
        // Only the first thread is one that this conversation brings down.
        const fateOf = (conversationId: string) => (started === 1 ? "crashes" : conversationId);
        return {
          ...thread,
          takeTurn: (turn) => thread.takeTurn({ ...turn, conversationId: fateOf(turn.conversationId) }),
        };
      },
      idleMs: 60_000,
      sitesMax: 1,
      onFailure: () => {},
    });
    const heard: TurnSignal[] = [];
    const failures: unknown[] = [];
    await new Promise<void>((resolve) => {
      const queue = createConversationQueue({
        turns: pool,
        onSignal(_, signal) {
          heard.push(signal);
          if (wordsOf(heard).length === 3) resolve();
        },
        onFailure: (_, error) => failures.push(error),
      });
      queue.request(site, "talks", "newer-message");
    });
    expect(heard.map(({ type }) => type)).toEqual([
      "start",
      "abort",
      "start",
      "sentence",
      "sentence",
      "sentence",
    ]);
    expect(failures).toMatchObject([{ message: "nobody caught this" }]);
    await pool.close(0);
  });
});

describe("a site's own thread", () => {
  let database: TestDatabase;
  let store: Store;
  let shop: Site;
  let thread: SiteThread;

  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore(database);
    const { siteId, siteKey } = await store.sites.create({ name: "Tents", origins: [], currency: "USD" });
    const catalog = await store.catalogs.openImport(siteId);
    await catalog.put([record("T1", "Fen Tent", 24_000), record("T2", "Moor Tent", 32_000)]);
    await catalog.commit();
    const found = await store.sites.byKey(siteKey);
    if (!found) throw new Error("the shop is gone");
    shop = found;
    thread = await startShop();
  });
  afterAll(async () => {
    await thread.end(0);
    await store.close();
    await database.drop();
  });

  const startShop = (options: Partial<ThreadOptions> = {}, fresh = false) => {
    const { databaseUrl, dataDir } = database;
    const place = { databaseUrl, dataDir, heapMebibytes: 256, log: store.log, policies: store.policies };
    return startSiteThread(shop, { ...place, ...options }, wanted(fresh));
  };
  async function openConversation(): Promise<string> {
    const { conversationId } = await store.desk.open({
      siteId: shop.id,
      visitorId: await store.visitors.create(shop.id),
      fresh: true,
      mode: "sociable",
      locale: "en-US",
      page: { url: "https://shop.example/" },
    });
    return conversationId;
  }
  const take = (by: SiteThread, conversationId: string, of = shop, shouldStop = () => false) =>
    hearOut(by.takeTurn({ site: of, conversationId, shouldStop }));
  const typesOf = (events: LoggedEvent[]) => events.map(({ event }) => event.type);

  test("builds what the database holds, and speaks of it through the store's log", async () => {
    expect(thread.catalog).toMatchObject({ version: 1, products: 2 });
    const conversationId = await openConversation();
    expect((await take(thread, conversationId)).at(-1)?.type).toBe("end");
    expect(await take(thread, conversationId)).toEqual([]);
    await store.desk.storeMessage(conversationId, crypto.randomUUID(), "a tent under $250");
    const answer = await take(thread, conversationId);
    expect(answer.at(-1)).toMatchObject({ type: "end", logged: { seq: 3 } });
    expect(typesOf(await store.log.read(conversationId, 0))).toEqual([
      "conversation-opened",
      "turn-spoken",
      "message-stored",
      "messages-understood",
      "turn-spoken",
    ]);
  });

  test("[WIRE-3] stores only what was said when it is stopped at a sentence end", async () => {
    const conversationId = await openConversation();
    const heard = await take(thread, conversationId, shop, () => true);
    expect(heard.map(({ type }) => type)).toEqual(["start", "sentence", "end"]);
    const [text] = wordsOf(heard);
    expect(heard.at(-1)).toMatchObject({ logged: { event: { turn: { text } } } });
  });

  test("[POL-12] takes a conversation's turns anew by another policy, and stores none of them", async () => {
    const conversationId = await openConversation();
    await take(thread, conversationId);
    await store.desk.storeMessage(conversationId, crypto.randomUUID(), "a tent under $250");
    await take(thread, conversationId);
    const before = await store.log.read(conversationId, 0);
    const said = before.flatMap(({ event, seq }) =>
      event.type === "turn-spoken" ? [{ seq, turnId: event.turn.turnId, text: event.turn.text }] : [],
    );
    const request = { site: shop, conversationId };
    const same = await thread.replay({ ...request, policy: shop.settings.policy });
    expect(same.map(({ seq, turnId, turn }) => ({ seq, turnId, text: turn?.text }))).toEqual(said);
    const other = await thread.replay({ ...request, policy: "rules" });
    expect(other.map(({ turnId }) => turnId)).toEqual(said.map(({ turnId }) => turnId));
    await expect(thread.replay({ ...request, policy: "guess" })).rejects.toThrow("no policy is called guess");
    expect(await store.log.read(conversationId, 0)).toEqual(before);
    const gone = await startShop();
    await gone.end(0);
    await expect(gone.replay({ ...request, policy: "rules" })).rejects.toThrow("ended");
  });

  test("takes each turn by the settings it is given", async () => {
    const persona = { ...shop.settings.persona, name: "Grace" };
    const renamed = { ...shop, settings: { ...shop.settings, persona } };
    expect(wordsOf(await take(thread, await openConversation(), renamed)).join("")).toContain("Grace");
  });

  test("[POL-1] goes over to a registered policy with the next turn, and stays with it when another can't be used", async () => {
    const troubles: string[] = [];
    const swapping = await startShop({ onTrouble: ({ message }) => troubles.push(message) });
    await store.policies.register(shop.id, policyFile({ name: "terse", version: "1" }));
    const policyOf = async (policy: string) => {
      const set = { ...shop, settings: { ...shop.settings, policy } };
      const end = (await take(swapping, await openConversation(), set)).at(-1);
      if (end?.type !== "end" || end.logged.event.type !== "turn-spoken")
        throw new Error("no turn was stored");
      const { policy: name, policyVersion } = end.logged.event.turn.decision;
      return `${name} ${policyVersion}`;
    };
    expect(await policyOf("unheard-of")).toMatch(/^rules /);
    expect(await policyOf("terse@1")).toBe("terse 1");
    expect(await policyOf("terse@2")).toBe("terse 1");
    expect(await policyOf("random")).toMatch(/^random /);
    expect(troubles).toEqual([
      expect.stringContaining("no policy is called unheard-of"),
      expect.stringContaining("no policy terse of the version 2"),
    ]);
    await swapping.end(0);
  });

  test("[EXP-3] takes the turns of each arm by its own policy, shipped, registered or learning, side by side", async () => {
    await store.policies.register(shop.id, policyFile({ name: "frank", version: "2" }));
    const arms = ["random", "frank@2", "bandit"];
    const conversations = await Promise.all(arms.map(openConversation));
    const policyOfTurn = async (index: number) => {
      const given = treatedSite(shop, { policy: arms[index] ?? "" });
      const end = (await take(thread, conversations[index] ?? "", given)).at(-1);
      if (end?.type !== "end" || end.logged.event.type !== "turn-spoken")
        throw new Error("no turn was stored");
      const { policy, policyVersion } = end.logged.event.turn.decision;
      return `${policy}@${policyVersion}`;
    };
    const expected = [expect.stringMatching(/^random@/), "frank@2", "bandit@0"];
    expect(await Promise.all(arms.map((_, index) => policyOfTurn(index)))).toEqual(expected);
    for (const conversationId of conversations)
      await store.desk.storeMessage(conversationId, crypto.randomUUID(), "a tent under $250");
    // Also later in the same talks, and whatever was taken in between.
    const again: string[] = [];
    for (const index of [2, 0, 1]) again[index] = await policyOfTurn(index);
    expect(again).toEqual(expected);
  });

  test("[GAP-2] tells what the merchant has answered from the next turn on, and no longer when it is taken away", async () => {
    const answering = await startShop({ answers: store.answers });
    const ask = async () => {
      const conversationId = await openConversation();
      await take(answering, conversationId);
      await store.desk.storeMessage(conversationId, crypto.randomUUID(), "how long does delivery take?");
      const now = await store.sites.byKey(shop.siteKey);
      return wordsOf(await take(answering, conversationId, now ?? shop)).join("");
    };
    expect(await ask()).not.toContain("Two days.");
    const { id = "" } =
      (await store.answers.add(
        shop.id,
        {
          ...{ question: "Delivery?", topic: "shipping", phrases: [], about: { type: "shop" } },
          text: "Two days.",
        },
        "a test",
      )) ?? {};
    expect(await ask()).toContain("“Two days.”");
    await store.answers.setRemoved(shop.id, id, true, "a test");
    expect(await ask()).not.toContain("Two days.");
    await answering.end(0);
  });

  describe("with a language model", () => {
    const bounds = { firstToken: 2_000, gap: 1_500, total: 10_000 };
    const modelAt = (baseUrl: string, troubles: string[] = []): ThreadModel => ({
      shared: {
        settings: {
          ...{ baseUrl, bounds, apiKey: "none", model: SCRIPTED_MODEL, embeddingModel: null },
          ...{ refineMs: 0, embeddingMs: 150, tokensPerDay: null },
        },
        circuit: createCircuitMemory(Date.now()),
      },
      ledger: store.modelUsage,
      onTrouble: ({ code }) => troubles.push(code),
    });
    const voiceOf = (heard: TurnSignal[]) => {
      const end = heard.at(-1);
      return end?.type === "end" && end.logged.event.type === "turn-spoken"
        ? end.logged.event.turn.voice
        : null;
    };
    const today = () => new Date().toISOString().slice(0, 10);

    test("[MODEL-5] takes turns in its words, and the site's tokens are counted", async () => {
      const scripted = await startScriptedModel();
      onTestFinished(() => scripted.close());
      const speaking = await startShop({ model: modelAt(scripted.url) });
      onTestFinished(() => speaking.end(0));
      expect(voiceOf(await take(speaking, await openConversation()))).toBe(SCRIPTED_MODEL);
      expect(scripted.count).toBe(1);
      await expect.poll(() => store.modelUsage.usedOn(shop.id, today())).toBeGreaterThan(50);

      const { model, ...rest } = shop;
      const silenced = { ...rest, model: { ...model, enabled: false } };
      expect(voiceOf(await take(speaking, await openConversation(), silenced))).not.toBe(SCRIPTED_MODEL);
      const spent = { ...rest, model: { ...model, tokensPerDay: 10 } };
      expect((await take(speaking, await openConversation(), spent)).at(-1)?.type).toBe("end");
      expect(scripted.count).toBe(1);
    });

    test("[MODEL-4] answers without it when it fails, tells of that, and stops asking", async () => {
      const troubles: string[] = [];
      const scripted = await startScriptedModel({ behaviour: { failure: "http-401" } });
      onTestFinished(() => scripted.close());
      const speaking = await startShop({ model: modelAt(scripted.url, troubles) });
      onTestFinished(() => speaking.end(0));
      for (let turn = 0; turn < 7; turn += 1)
        expect((await take(speaking, await openConversation())).at(-1)?.type).toBe("end");
      expect(scripted.count).toBe(5);
      expect(troubles).toEqual(Array(5).fill("model/key-refused"));
    });
  });

  test("a log that fails fails the turn, and the thread goes on", async () => {
    let isAway = true;
    const { read, appendTurn } = store.log;
    const shaky = {
      read,
      appendTurn: async (...turn: Parameters<typeof appendTurn>) => {
        if (isAway) throw new Error("the database is away");
        return appendTurn(...turn);
      },
    };
    const shaken = await startShop({ log: shaky });
    const conversationId = await openConversation();
    await expect(take(shaken, conversationId)).rejects.toThrow("the database is away");
    isAway = false;
    expect((await take(shaken, conversationId)).at(-1)?.type).toBe("end");
    await shaken.end(0);
  });

  test("takes up a price itself, and says so of what it cannot take up", async () => {
    const shifting = await startShop();
    const importOne = async (title: string, minor: number) => {
      const catalog = await store.catalogs.openImport(shop.id);
      await catalog.put([record("T1", title, minor)]);
      await catalog.commit();
    };
    const conversationId = await openConversation();
    const pricesOf = async (text: string) => {
      await store.desk.storeMessage(conversationId, crypto.randomUUID(), text);
      const event = (await take(shifting, conversationId)).at(-1);
      const turn =
        event?.type === "end" && event.logged.event.type === "turn-spoken" && event.logged.event.turn;
      return turn ? turn.cards.map(({ price }) => price.minor) : [];
    };
    await take(shifting, conversationId);
    await importOne("Fen Tent", 9_900);
    expect(await shifting.takeUpChanges()).toBe(true);
    expect(await pricesOf("a tent under $100")).toEqual([9_900]);
    await importOne("Fen Tent for the Mountains", 9_900);
    expect(await shifting.takeUpChanges()).toBe(false);
    await shifting.end(0);
    const renewed = await startShop({}, true);
    expect(renewed.catalog).toMatchObject({ version: 3, isWhole: true });
    await renewed.end(0);
  });

  test("does not start where there is no database, and says why", async () => {
    const nowhere = new URL(database.databaseUrl);
    nowhere.pathname = "/no-such-database";
    await expect(startShop({ databaseUrl: nowhere.href })).rejects.toThrow("no-such-database");
  });
});

function record(sku: string, title: string, minor: number) {
  return {
    sku,
    title,
    description: "",
    brand: "Larkfell",
    categories: ["Tents"],
    tags: [],
    url: `https://shop.example/${sku}`,
    imageUrl: null,
    price: { minor, currency: "USD" },
    was: null,
    inStock: true,
    attributes: [],
    variants: [],
    rating: null,
    popularity: null,
    hidden: null,
    reviews: [],
  };
}
