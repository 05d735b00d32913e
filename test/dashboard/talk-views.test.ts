/** Conversations, strategies and content gaps as a merchant sees them: the real server, real rows, a real browser. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../server/admin/access/ports.ts";
import { builtFolder } from "../../server/cli/built-folder.ts";
import { readConfig } from "../../server/config.ts";
import type { SpokenTurn } from "../../server/dialogue/events.ts";
import { type Overture, startOverture } from "../../server/main.ts";
import { hasChromium, launchChromium } from "../support/browser.ts";
import { says, turn } from "../support/conversation-events.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(!hasChromium)("the dashboard's views of talks", () => {
  let database: TestDatabase;
  let server: Overture;
  let browser: Browser;
  let siteId: string;
  let conversationId: string;
  let visitorId: string;
  const pages: Page[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const { databaseUrl, dataDir } = database;
    const reading = readConfig({
      ...{
        DATABASE_URL: databaseUrl,
        OVERTURE_DATA_DIR: dataDir,
        OVERTURE_SECRET: "a secret of the tests",
        PORT: "0",
      },
      LOG_LEVEL: "silent",
    });
    if (!reading.ok) throw new Error(reading.problems.join("; "));
    server = await startOverture(reading.config, {
      version: "test",
      widgetDirectory: async () => "/nonexistent",
      dashboardDirectory: () => builtFolder("dashboard"),
    });
    browser = await launchChromium();
    siteId = (await server.store.sites.create({ name: "Velo", origins: [], currency: "EUR" })).siteId;
    ({ conversationId, visitorId } = await talkOfWarranty());
  }, 120_000);
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await database?.drop();
  });

  /** Asked in vain for the warranty, by a turn of which the guard stopped a sentence. */
  async function talkOfWarranty() {
    const { store } = server;
    const visitor = await store.visitors.create(siteId);
    const page = { url: "https://velo.example/tents" };
    const opened = await store.desk.open({
      ...{ siteId, visitorId: visitor, fresh: true, mode: "sociable" as const, locale: "en", page },
    });
    await store.log.appendTurn(opened.conversationId, 0, [
      turn(randomUUID(), { text: "Hello, I am an AI.", respondsTo: { type: "opening" } }),
    ]);
    const question = {
      text: "how long is the warranty?",
      kind: "asked" as const,
      about: "warranty",
      skus: [],
    };
    const [said, understood] = says(randomUUID(), "how long is the warranty of the tern tent?", {
      questions: [question],
    });
    if (said?.type !== "message-stored" || !understood) throw new Error("no message");
    await store.desk.storeMessage(opened.conversationId, said.id, said.text);
    await store.log.appendTurn(opened.conversationId, 1, [understood, turn(randomUUID(), honest(said.id))]);
    return { conversationId: opened.conversationId, visitorId: visitor };
  }
  function honest(messageId: string): Partial<SpokenTurn> {
    const step = { strategy: "transparency" as const, propensity: 0.75, features: {} };
    return {
      text: "About the warranty I know nothing. It costs €98.",
      respondsTo: { type: "messages", ids: [messageId] },
      strategies: ["transparency"],
      decision: {
        ...{ policy: "planner", policyVersion: "2", reasons: ["something is not known"] },
        steps: [
          {
            ...step,
            distribution: { transparency: 0.75, "offer-help": 0.25 },
            masked: { similarity: "nothing grounded to say" },
          },
        ],
      },
      claims: [
        {
          id: "c1",
          statement: { type: "price", sku: "TERN", price: { minor: 9_800, currency: "EUR" } },
          evidence: [{ type: "catalog", sku: "TERN", attribute: "price", value: "98", version: 3 }],
        },
      ],
      settled: [{ questionId: "q1", status: "unanswerable" }],
      stopped: [{ text: "It has a lifetime warranty.", verdict: "unsupported", why: "no claim says so" }],
      gaps: [
        {
          type: "unanswerable",
          topic: "warranty",
          value: "",
          sku: null,
          kind: null,
          words: "how long is the warranty?",
        },
      ],
    };
  }

  async function open(
    path: string,
    { role = "owner" as Role, width = 1280, scheme = "light" as "light" | "dark" } = {},
  ) {
    const { member } = await server.store.members.add(siteId, `${role}@velo.example`, role);
    const { token } = await server.store.members.openLink(member.id);
    const welcomed = await fetch(`${server.url}/api/welcome`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token, password: "a password of the tests" }),
    });
    const [, value = ""] = /overture_session=([^;]+)/.exec(welcomed.headers.get("set-cookie") ?? "") ?? [];
    const context = await browser.newContext({
      ...{ viewport: { width, height: 900 }, colorScheme: scheme, locale: "en-GB", reducedMotion: "reduce" },
    });
    await context.addCookies([{ name: "overture_session", value, url: server.url }]);
    const page = await context.newPage();
    pages.push(page);
    await page.goto(`${server.url}/dashboard/${path}`);
    return page;
  }
  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
      );
    });
  }

  test("[TRN-1] words typed narrow the list, show where they were said, and stand in the address", async () => {
    const page = await open("conversations");
    await page.getByRole("link", { name: /how long is the warranty of the tern/ }).waitFor();
    await page.getByLabel("Words said").fill("know nothing");
    await page.locator("mark", { hasText: "nothing" }).waitFor();
    await page.waitForURL(/query=know\+nothing/);
    await page.getByLabel("Words said").fill("xylophone");
    await page.getByRole("heading", { name: "No conversation is like that" }).waitFor();
    await page.getByRole("button", { name: "Clear all filters" }).click();
    await page.getByRole("link", { name: /how long is the warranty/ }).waitFor();
    await page.getByLabel("Came to").selectOption({ label: "Bought" });
    await page.getByRole("heading", { name: "No conversation is like that" }).waitFor();
  });

  test("[TRN-3] the address of a turn unfolds its whole decision, with the ledger beside it", async () => {
    const page = await open(`conversations/${conversationId}#turn-3`);
    const agent = page.locator("#turn-3");
    await agent.getByText("TERN costs €98.00").waitFor();
    const told = await agent.innerText();
    for (const part of [
      "“how long is the warranty of the tern tent?”",
      "something is not known",
      "planner 2",
      "75 %",
      "25 %",
      "nothing grounded to say",
      "Catalog, TERN version 3: price = 98",
      "It has a lifetime warranty.",
      "Stopped as unsupported: no claim says so",
      "warranty: unanswerable",
      "Built in, without a model",
    ])
      expect(told).toContain(part);
    expect(await page.locator(".ledger").innerText()).toMatch(
      /Unanswerable[\s\S]*Shopper, on warranty[\s\S]*how long/,
    );
    const download = async (kind: string) => {
      await page.getByRole("button", { name: "Export…" }).click();
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: kind, exact: true }).click();
      return readFileSync(await (await downloading).path(), "utf8");
    };
    expect(JSON.parse(await download("JSON"))).toMatchObject({
      ...{ id: conversationId, visitorId, turns: { length: 3 } },
    });
    const text = await download("Text");
    expect(text).toContain(`Conversation ${conversationId}`);
    expect(text).toMatch(/\d{2}:\d{2}:\d{2} Shopper: how long is the warranty of the tern tent\?/);
    expect(text).toMatch(/Agent \(AI\): About the warranty I know nothing\. It costs €98\./);
  });

  test("[LED-3] a content gap leads to the conversations it came up in", async () => {
    const page = await open("gaps");
    await page.getByRole("link", { name: "1 conversation" }).click();
    await page.getByText("Only those with the content gap you came from").waitFor();
    await page.getByRole("link", { name: /how long is the warranty/ }).click();
    await page.getByRole("heading", { name: /^Conversation of/ }).waitFor();
  });

  test("strategies stand with both shares, and nothing is concluded without acceptances", async () => {
    const page = await open("strategies");
    await page.getByText("2 turns in 1 conversation").waitFor();
    await page.getByText("there is nothing to compare yet").waitFor();
    await page.getByText("The figures as a table").click();
    const row = page.getByRole("row", { name: /Transparency/ });
    expect(await row.innerText()).toMatch(/50\.0 % \(\d/);
  });

  test("[ADM-13] strategies by phase, by category and in their flow each have an address and a table", async () => {
    const page = await open("strategies?view=flow");
    const row = (name: RegExp) => page.getByRole("row", { name });
    await row(/^Transparency/).waitFor();
    expect(await row(/The turn begins/).innerText()).toMatch(/50/);
    await page.getByRole("radio", { name: "From turn to turn" }).check();
    await row(/The talk begins/).waitFor();
    await page.getByRole("radio", { name: "By phase" }).check();
    await page.waitForURL(/view=phases/);
    await page.getByText("2 turns of an earlier version say nothing of their phase").waitFor();
    await page.getByRole("radio", { name: "By category" }).check();
    await page.getByRole("heading", { name: "Nothing was looked for in these days" }).waitFor();
  });

  test.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
  ] as const)("are accessible and as wide as the screen: %s, %i px", async (scheme, width) => {
    const strategies = ["strategies", "strategies?view=phases", "strategies?view=flow"];
    for (const path of ["conversations", `conversations/${conversationId}#turn-3`, ...strategies, "gaps"]) {
      const page = await open(path, { scheme, width });
      await page.locator(".card").first().waitFor();
      expect([path, await violations(page)]).toEqual([path, []]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    }
  });

  test("[TRN-4] a viewer is offered no erasure; an editor's takes the whole person once it is confirmed", async () => {
    const viewer = await open(`conversations/${conversationId}`, { role: "viewer" });
    await viewer.getByRole("button", { name: "Export" }).waitFor();
    expect(await viewer.getByRole("button", { name: /Erase/ }).count()).toBe(0);
    const doomed = await talkOfWarranty();
    const page = await open(`conversations/${doomed.conversationId}`, { role: "editor" });
    await page.getByRole("button", { name: "Erase…" }).click();
    await page.getByRole("button", { name: "Keep" }).click();
    expect(await server.store.archive.read(siteId, doomed.conversationId)).not.toBeNull();
    await page.getByRole("button", { name: "Erase…" }).click();
    await page.getByRole("button", { name: "Erase the person" }).click();
    await page.getByText("The person was erased").waitFor();
    expect(await server.store.visitors.exists(siteId, doomed.visitorId)).toBe(false);
    // The list comes back with the other conversation of those words alone.
    await expect.poll(() => page.getByRole("link", { name: /how long is the warranty/ }).count()).toBe(1);
  });
});
