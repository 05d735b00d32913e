/** What a merchant may set of the agent over the API. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkOwnWords } from "../../../server/site-threads/check-own-words.ts";
import type { SiteThreads } from "../../../server/site-threads/open-site-threads.ts";
import { type PreviewAsked, previewTurns } from "../../../server/site-threads/preview-turns.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { findPolicy } from "../../../server/strategy/policies/find-policy.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { type MerchantSide, merchantSide } from "../../support/merchant-side.ts";
import { roomsOfFile } from "../../support/talk.ts";

let database: TestDatabase;
let store: Store;
let side: MerchantSide;
/** For what changes nothing: signing in takes its time. */
let shared: Awaited<ReturnType<typeof scene>>;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  side = merchantSide(store);
  shared = await scene();
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function scene() {
  const site = await store.sites.create({ name: "Lux", origins: [], currency: "EUR", locale: "en-GB" });
  const { headers: editor } = await side.as("editor", site.siteId);
  return {
    ...site,
    settings: async (headers = editor) =>
      (await side.request("GET", "/api/admin/settings", { headers })).body,
    change: (body: unknown, headers = editor) =>
      side.request("PATCH", "/api/admin/settings", { body, headers }),
  };
}

/** The agent as a site's thread has it, over the demo's catalog. */
async function agentAtHand(): Promise<Pick<SiteThreads, "ask" | "replay">> {
  const rooms = await roomsOfFile("demo/catalog/catalog.json");
  const policy = findPolicy("rules");
  if (!policy) throw new Error("the rules are shipped");
  return {
    replay: async () => [],
    async ask(site, kind, asked) {
      if (kind === "check-words")
        return checkOwnWords(rooms.check, site, (asked as { text: string }).text) as never;
      return (await previewTurns(rooms, site, policy, asked as PreviewAsked)) as never;
    },
  };
}

describe("the agent's words", () => {
  it("[AGT-2] are shown of settings that are not stored, to whoever may look", async () => {
    const { siteId } = shared;
    const talking = merchantSide(store, { turns: await agentAtHand() });
    const { headers } = await talking.as("viewer", siteId, "vera@lux.example");
    const before = await store.sites.settingsOf(siteId);
    const preview = (body: unknown) =>
      talking.request("POST", "/api/admin/settings/preview", { headers, body });
    const shown = await preview({ changes: { agent: { name: "Iris", greeting: "Since 1978 at {shop}." } } });
    expect(shown).toMatchObject({
      status: 200,
      body: {
        agent: { name: "Iris", disclosure: "I'm Iris, the AI assistant of Lux." },
        greetingStopped: { sentence: "Since 1978 at Lux." },
      },
    });
    expect(shown.body.turns[0].turn.text).toContain("Iris");
    expect(await preview({ changes: { agent: { tone: "rude" } } })).toMatchObject({
      status: 400,
      body: { problems: [{ setting: "agent.tone" }] },
    });
    expect((await preview({ sku: 5 })).body.error.code).toBe("payload/invalid");
    expect(await store.sites.settingsOf(siteId)).toEqual(before);
  });

  it("[AGT-3] are refused at the greeting where the guard would stop them", async () => {
    const { siteId, siteKey } = shared;
    const talking = merchantSide(store, { turns: await agentAtHand() });
    const { headers } = await talking.as("editor", siteId, "edith@lux.example");
    const greet = (greeting: string | null) =>
      talking.request("PATCH", "/api/admin/settings", { headers, body: { agent: { greeting } } });
    for (const [greeting, why] of [
      ["Hello from a real person.", /a person writes/],
      ["We love bikes as much as you do.", /does not have/],
      ["Welcome to {shop}, open since 1978.", /“Welcome to Lux, open since 1978\.”/],
      ["Welcome. What are you after?", /must not ask/],
    ] as const)
      expect(await greet(greeting)).toMatchObject({
        status: 400,
        body: { problems: [{ setting: "agent.greeting", message: expect.stringMatching(why) }] },
      });
    expect((await greet("Welcome to {shop}, good to see you.")).status).toBe(200);
    expect((await store.sites.byKey(siteKey))?.settings.persona.greeting).toBe(
      "Welcome to Lux, good to see you.",
    );
    expect((await greet(null)).status).toBe(200);
    expect((await store.sites.byKey(siteKey))?.settings.persona).not.toHaveProperty("greeting");
  });

  it("[AGT-5] are held to the guard outside the hours, too", async () => {
    const talking = merchantSide(store, { turns: await agentAtHand() });
    const { headers } = await talking.as("editor", shared.siteId, "away@lux.example");
    const say = (away: string | null) =>
      talking.request("PATCH", "/api/admin/settings", { headers, body: { handover: { away } } });
    expect(await say("We're back on Monday at 9.")).toMatchObject({
      status: 400,
      body: { problems: [{ setting: "handover.away", message: expect.stringMatching(/from the hours/) }] },
    });
    expect((await say("Our people are home for the night, but {name} is here.")).status).toBe(200);
    expect((await say(null)).status).toBe(200);
  });

  it("[AGT-2] are told to be out of reach where no agent runs", async () => {
    const { headers } = await side.as("viewer", shared.siteId, "vince@lux.example");
    const answer = await side.request("POST", "/api/admin/settings/preview", { headers, body: {} });
    expect(answer).toMatchObject({ status: 503, body: { error: { code: "agent/away" } } });
  });
});

describe("the agent's settings", () => {
  it("[AGT-1] are all told, with what holds where nothing was set", async () => {
    const { settings, siteKey } = await scene();
    await store.sites.update(siteKey, { agent: { name: "Mira" } });
    expect(await settings()).toMatchObject({
      settings: {
        locale: "en-GB",
        mode: "sociable",
        agent: { name: "Mira", tone: "warm" },
        silence: { enabled: true },
      },
      defaults: { agent: { name: "Ada" }, opening: { withheld: [] } },
      ...{ shop: "Lux", currency: "EUR" },
    });
  });

  it("[AGT-1] hold for the next conversation, and are told to the page", async () => {
    const { siteKey, change } = await scene();
    const answer = await change({
      agent: { name: "Iris", tone: "playful", avatarUrl: "https://lux.example/iris.png" },
      theme: { accent: "#aa3322" },
      opening: { withheld: ["cart-idle"], productDwellMs: 9_000 },
      locale: "de-de",
    });
    expect(answer).toMatchObject({ status: 200, body: { settings: { agent: { name: "Iris" } } } });
    const site = await store.sites.byKey(siteKey);
    expect(site).toMatchObject({
      locale: "de-DE",
      settings: { persona: { name: "Iris", tone: "playful" } },
      config: {
        agent: { name: "Iris", avatarUrl: "https://lux.example/iris.png" },
        theme: { accent: "#aa3322" },
      },
    });
    expect(site?.config.opening.productDwellMs).toBe(9_000);
    expect(site?.config.opening.cartIdleMs).toBeGreaterThan(1_000 * 366 * 86_400_000);
    expect(site?.config.opening).not.toHaveProperty("withheld");
  });

  it("[AGT-1] are as they were after an undo, also where nothing was set before", async () => {
    const { siteId, siteKey, settings, change } = await scene();
    await store.sites.update(siteKey, { agent: { name: "Mira" }, silence: { enabled: false } });
    const before = await store.sites.settingsOf(siteId);
    const shown = await settings();
    const { body } = await change({
      agent: { name: "Iris", avatarUrl: "https://lux.example/iris.png" },
      silence: { enabled: true, firstMs: 1_000 },
      mode: "informational",
      humanAvailable: true,
    });
    expect(await settings()).not.toEqual(shown);
    expect((await change(body.undo)).status).toBe(200);
    expect(await settings()).toEqual(shown);
    expect((await store.sites.settingsOf(siteId))?.stored).toMatchObject(before?.stored ?? {});
  });

  it.each([
    ["agent.nmae", { agent: { nmae: "Mira" } }],
    ["agent.name", { agent: { name: "  " } }],
    ["agent.tone", { agent: { tone: "rude" } }],
    ["agent.avatarUrl", { agent: { avatarUrl: "http://lux.example/iris.png" } }],
    ["agent.avatarUrl", { agent: { avatarUrl: "javascript:alert(1)" } }],
    ["agent.disclosure", { agent: { disclosure: "I'm {name}, a member of {shop}'s team." } }],
    ["agent.disclosure", { agent: { disclosure: "I'm {name} of {shop}, and not an AI." } }],
    ["agent.disclosure", { agent: { disclosure: "You aren't chatting with a robot: AI is banned here." } }],
    ["agent.name", { agent: { name: "Anna (human)" } }],
    ["theme.accent", { theme: { accent: "red" } }],
    ["opening.withheld.0", { opening: { withheld: ["full-moon"] } }],
    ["opening.productDwellMs", { opening: { productDwellMs: -1 } }],
    ["silence.firstMs", { silence: { firstMs: 90_000_000 } }],
    ["memory.days", { memory: { days: 1.5 } }],
    ["outcomes.staffAddresses.0", { outcomes: { staffAddresses: ["my office"] } }],
    ["model.tokensPerDay", { model: { tokensPerDay: "many" } }],
    ["locale", { locale: "klingon!" }],
    ["mode", { mode: "pushy" }],
    ["policy", { policy: "planner" }],
    ["origins", { origins: ["https://evil.example"] }],
    ["agent", { agent: "Mira" }],
  ])("[AGT-1] refuse what is wrong with %s at that place, and change nothing", async (setting, body) => {
    const { settings, change } = shared;
    const before = await settings();
    const answer = await change({ ...body, humanAvailable: true });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: "settings/invalid" } } });
    expect(answer.body.problems.map((problem: { setting: string }) => problem.setting)).toEqual([setting]);
    expect(answer.body.problems[0].message).not.toMatch(/Invalid|expected/);
    expect(await settings()).toEqual(before);
  });

  it.each([
    ["handover.timeZone", { timeZone: "Berlin" }, /time zone such as Europe\/Berlin/],
    ["handover.timeZone", { timeZone: "+02:00" }, /time zone such as/],
    ["handover.hours.mon.0.0", { hours: { mon: [["9am", "17:00"]] } }, /such as 09:00/],
    ["handover.hours.mon.0.1", { hours: { mon: [["09:00", "25:00"]] } }, /such as 17:30/],
    ["handover.hours.mon.0", { hours: { mon: [["09:00"]] } }, /a beginning and an end/],
    ["handover.hours.mon.0", { hours: { mon: [["09:00", "09:00"]] } }, /00:00 to 24:00/],
    [
      "handover.hours.tue",
      {
        hours: {
          tue: [
            ["09:00", "12:00"],
            ["11:00", "13:00"],
          ],
        },
      },
      /overlap/,
    ],
    ["handover.hours.funday", { hours: { funday: [] } }, /is not a setting/],
    ["handover.away", { away: "Shall we write to you?" }, /must not ask/],
  ])("[AGT-4] refuse hours that are wrong at %s, and change nothing", async (setting, handover, why) => {
    const { settings, change } = shared;
    const before = await settings();
    expect(await change({ handover, humanAvailable: true })).toMatchObject({
      status: 400,
      body: { problems: [{ setting, message: expect.stringMatching(why) }] },
    });
    expect((await settings()).settings).toEqual(before.settings);
  });

  it("[AGT-4] say when people take over, which is then a fact of the moment, and can be undone", async () => {
    const { siteKey, settings, change } = await scene();
    await store.sites.update(siteKey, { handover: { away: "{name} is alone." } });
    const shown = (await settings()).settings;
    const closed = { sun: [], mon: [], tue: [], wed: [], thu: [], fri: [], sat: [] };
    const never = await change({ humanAvailable: true, handover: { hours: {}, timeZone: "Europe/Berlin" } });
    expect(never.body).toMatchObject({
      settings: { humanAvailable: true, handover: { hours: closed, timeZone: "Europe/Berlin" } },
      people: { there: false, backAt: null },
    });
    expect((await store.sites.byKey(siteKey))?.settings).toMatchObject({
      humanAvailable: false,
      away: { back: null, words: "Ada is alone." },
    });
    const allDay = Object.fromEntries(Object.keys(closed).map((day) => [day, [["00:00", "24:00"]]]));
    expect((await change({ handover: { hours: allDay } })).body.people).toEqual({
      there: true,
      backAt: null,
    });
    expect((await store.sites.byKey(siteKey))?.settings).toMatchObject({ humanAvailable: true });
    expect((await store.sites.byKey(siteKey))?.settings).not.toHaveProperty("away");
    const inDays = (days: number) =>
      ["sun", "mon", "tue", "wed", "thu", "fri", "sat"][
        new Date(Date.now() + days * 86_400_000).getUTCDay()
      ] ?? "";
    const later = await change({
      handover: { timeZone: null, hours: { [inDays(3)]: [["10:00", "11:00"]] } },
    });
    const backAt = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    expect(later.body.people).toEqual({ there: false, backAt: `${backAt}T10:00:00.000Z` });
    expect((await store.sites.byKey(siteKey))?.settings.away).toEqual({
      back: { day: inDays(3), isNextWeek: false, time: "10:00", clock: "UTC" },
      words: "Ada is alone.",
    });
    await change(later.body.undo);
    await change(never.body.undo);
    expect((await settings()).settings).toEqual(shown);
  });

  it("[ADM-7] are changed by editors, and the audit log says which of them", async () => {
    const { siteId, change } = shared;
    const { headers: viewer } = await side.as("viewer", siteId);
    const { headers: owner } = await side.as("owner", siteId);
    expect((await change({ agent: { name: "Eve" } }, viewer)).status).toBe(403);
    await change({ agent: { name: "Iris", emoji: true }, mode: "informational" });
    const { body } = await side.request("GET", "/api/admin/audit", { headers: owner });
    expect(body.entries).toContainEqual(
      expect.objectContaining({
        action: "settings/change",
        detail: { settings: ["mode", "agent.name", "agent.emoji"] },
      }),
    );
  });
});
