/** Content gaps answered by a merchant in a real browser, and told by the agent of the same server from then on. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../server/admin/access/ports.ts";
import { builtFolder } from "../../server/cli/built-folder.ts";
import { readConfig } from "../../server/config.ts";
import type { ContentGap } from "../../server/dialogue/events.ts";
import { type Overture, startOverture } from "../../server/main.ts";
import { hasChromium, launchChromium } from "../support/browser.ts";
import { turn } from "../support/conversation-events.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const GAPS: ContentGap[] = [
  {
    ...{ type: "unanswerable", topic: "feature", value: "gear loft", sku: "tern", kind: "Tents" },
    words: "does it have a gear loft",
  },
  {
    ...{ type: "unanswerable", topic: "returns", value: "", sku: null, kind: null },
    words: "can I return it",
  },
  { ...{ type: "dead-end", topic: "category", value: "kayak", sku: null, kind: null }, words: "a kayak" },
];

describe.skipIf(!hasChromium)("[GAP-4] content gaps in the dashboard", () => {
  let database: TestDatabase;
  let server: Overture;
  let browser: Browser;
  let siteId: string;
  const sessions = new Map<Role, string>();
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const { databaseUrl, dataDir } = database;
    const reading = readConfig({
      ...{ DATABASE_URL: databaseUrl, OVERTURE_DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "silent" },
      OVERTURE_SECRET: "a secret of the tests",
    });
    if (!reading.ok) throw new Error(reading.problems.join("; "));
    server = await startOverture(reading.config, {
      version: "test",
      widgetDirectory: async () => "/nonexistent",
      dashboardDirectory: () => builtFolder("dashboard"),
    });
    browser = await launchChromium();
    const { store } = server;
    const site = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" });
    siteId = site.siteId;
    const put = (sku: string, title: string) =>
      fetch(`${server.url}/api/admin/products/${sku}`, {
        method: "PUT",
        headers: { "content-type": "application/json", authorization: `Bearer ${site.secretKey}` },
        body: JSON.stringify({ version: 1, title, price: 240, categories: ["Camping", "Tents"] }),
      });
    await Promise.all([put("tern", "Tern Tent"), put("moth", "Moth Tent")]);
    const { conversationId } = await store.desk.open({
      ...{
        siteId,
        visitorId: await store.visitors.create(siteId),
        fresh: true,
        mode: "sociable",
        locale: "en",
      },
      page: { url: "https://velo.example/tents" },
    });
    await store.log.appendTurn(conversationId, 0, [turn(randomUUID(), { gaps: GAPS })]);
  }, 120_000);
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await server?.close();
    await database?.drop();
  });

  async function sessionOf(role: Role): Promise<string> {
    const known = sessions.get(role);
    if (known !== undefined) return known;
    const { member } = await server.store.members.add(siteId, `${role}@velo.example`, role);
    const { token } = await server.store.members.openLink(member.id);
    const welcomed = await fetch(`${server.url}/api/welcome`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token, password: "a password of the tests" }),
    });
    const [, value = ""] = /overture_session=([^;]+)/.exec(welcomed.headers.get("set-cookie") ?? "") ?? [];
    sessions.set(role, value);
    return value;
  }
  async function open(
    path: string,
    { role = "editor" as Role, width = 1280, scheme = "light" as "light" | "dark" } = {},
  ): Promise<Page> {
    const context = await browser.newContext({
      ...{ viewport: { width, height: 900 }, colorScheme: scheme, locale: "en-GB", reducedMotion: "reduce" },
    });
    contexts.push(context);
    await context.addCookies([{ name: "overture_session", value: await sessionOf(role), url: server.url }]);
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    await page.goto(`${server.url}/dashboard/${path}`);
    return page;
  }
  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(part: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run("main")).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
      );
    });
  }

  test("a gap names its products by their titles, is answered once, and moves to those that are", async () => {
    const page = await open("gaps");
    await page.getByText("of Tern Tent").waitFor();
    await page.getByRole("button", { name: "Answer “Gear loft”" }).click();
    expect(await page.getByLabel("The question").inputValue()).toBe("Does it have a gear loft?");
    expect(await page.getByLabel("Words that call for it").inputValue()).toBe("gear loft");
    expect(await page.getByRole("checkbox", { name: /Tern Tent/ }).isChecked()).toBe(true);
    await page.getByLabel("Add a product").fill("gone");
    await page.getByText("no further product of that name").waitFor();
    await page.getByLabel("Add a product").fill("moth");
    await page.getByRole("button", { name: /^Moth Tent/ }).click();
    expect(await page.getByRole("checkbox", { name: /Moth Tent/ }).isChecked()).toBe(true);

    // What can't be quoted is told at its field, and nothing is lost.
    await page.getByRole("textbox", { name: "Your answer" }).fill("Do you want one?");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("asks nothing").waitFor();
    await page.getByRole("textbox", { name: "Your answer" }).fill("Yes, it has one.");
    await page.getByText("Velo says: “Yes, it has one.”").waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("The agent tells it from the next turns on").waitFor();
    await page.getByRole("radio", { name: "Left (2)" }).waitFor();
    expect(await server.store.answers.standing(siteId)).toMatchObject([
      {
        ...{ topic: "feature", phrases: ["gear loft"], text: "Yes, it has one." },
        about: { type: "products", skus: ["tern", "moth"] },
      },
    ]);

    await page.getByRole("radio", { name: "Answered (1)" }).check();
    await page.waitForURL(/show=answered/);
    await page.getByRole("button", { name: "You: Yes, it has one." }).waitFor();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).click();
    expect(readFileSync(await (await downloading).path(), "utf8")).toContain('"yes","Yes, it has one."');
    await page.getByRole("link", { name: "1 conversation" }).click();
    await page.getByText("Only those with the content gap you came from").waitFor();
  });

  test("an answer is given for the whole shop, changed, taken away, and brought back by undoing that", async () => {
    const page = await open("gaps?show=answers");
    await page.getByRole("button", { name: "New answer" }).click();
    await page.getByLabel("The question").fill("Can I send it back?");
    await page.getByRole("textbox", { name: "Your answer" }).fill("Within 30 days.");
    await page.getByLabel("It answers questions about").selectOption({ label: "Returns" });
    await page.getByRole("button", { name: "Save" }).click();
    const item = page.getByRole("listitem").filter({ hasText: "Can I send it back?" });
    await item.getByText("the whole shop").waitFor();

    await item.getByRole("button", { name: "Edit" }).click();
    await page.getByRole("textbox", { name: "Your answer" }).fill("Within 60 days.");
    await page.getByRole("button", { name: "Save" }).click();
    await item.getByText("Within 60 days.").waitFor();
    await item.getByRole("button", { name: "History" }).click();
    await page.getByText("Version 1, given by editor@velo.example").waitFor();
    await page.getByText("“Within 30 days.”").waitFor();
    await page.getByRole("button", { name: "Close", exact: true }).last().click();

    await item.getByRole("button", { name: "Remove" }).click();
    await page.getByText("is no longer answered").waitFor();
    await page.getByText("Removed (1)").waitFor();
    await page.getByRole("status").getByRole("button", { name: "Undo" }).last().click();
    await page.getByText("is answered again").waitFor();
    await item.getByText("Within 60 days.").waitFor();
  });

  test("what the catalog says itself stands beside the answer it takes the place of", async () => {
    await server.store.answers.add(
      siteId,
      {
        ...{ question: "Is it dear?", topic: "price", phrases: [], text: "Prices are kept low." },
        about: { type: "products", skus: ["tern"] },
      },
      "a test",
    );
    const page = await open("gaps?show=answers");
    const item = page.getByRole("listitem").filter({ hasText: "Is it dear?" }).first();
    await item.getByText("Your catalog says something on this itself").waitFor();
    await item.getByText("Tern Tent: price is 240").waitFor();
  });

  test("[ADM-1] a viewer reads all of it and is offered no change", async () => {
    const page = await open("gaps", { role: "viewer" });
    await page.getByText("a kayak").waitFor();
    expect(await page.getByRole("button", { name: /answer/i }).count()).toBe(0);
    await page.getByRole("radio", { name: /^Your answers/ }).check();
    await page.getByText("Can I send it back?").waitFor();
    expect(await page.getByRole("button", { name: /Edit|Remove/ }).count()).toBe(0);
  });

  test.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
  ] as const)("is accessible and as wide as the screen: %s, %i px", async (scheme, width) => {
    for (const path of ["gaps", "gaps?show=answers"]) {
      const page = await open(path, { scheme, width });
      await page.locator(".card").first().waitFor();
      await page.getByRole("button", { name: "New answer" }).waitFor();
      expect([path, await violations(page)]).toEqual([path, []]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    }
    const page = await open("gaps", { scheme, width });
    await page.getByRole("button", { name: "New answer" }).click();
    await page.getByLabel("Some products").check();
    expect(await violations(page)).toEqual([]);
  });
});
