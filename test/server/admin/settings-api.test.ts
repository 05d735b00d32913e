/** What a merchant may set of the agent over the API. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { type MerchantSide, merchantSide } from "../../support/merchant-side.ts";

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
