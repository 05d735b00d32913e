/** The dashboard in a real browser, on a whole server: signing in, every view in light and dark, at a desk and on a phone. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";
import { type Overture, startOverture } from "../../server/main.ts";
import { hasChromium, launchChromium } from "../support/browser.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const DASHBOARD = fileURLToPath(new URL("../../dist/dashboard", import.meta.url));
const EMAIL = "mara@velo.example";
const PASSWORD = "three quiet lakes in may";
const VIEWS = [
  "",
  "experiments",
  "experiments/new",
  "experiments/talk-or-facts",
  "experiments/talk-or-facts?method=fixed",
  "experiments/talk-or-facts?method=bayesian",
  "experiments/three-ways/edit",
  "agent",
  "people",
  "setup",
  "catalog",
  "catalog?tab=imports",
  "catalog?tab=feed",
  "shop",
  "shop/new",
  "nowhere",
];

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const result = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
  });
}

describe.skipIf(!hasChromium)("the dashboard", () => {
  let database: TestDatabase;
  let server: Overture;
  let browser: Browser;
  let oneTime = "";
  const complaints: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const { databaseUrl, dataDir } = database;
    const reading = readConfig({
      ...{ DATABASE_URL: databaseUrl, OVERTURE_DATA_DIR: dataDir, PORT: "0" },
      OVERTURE_SECRET: "a secret of the dashboard's tests",
    });
    if (!reading.ok) throw new Error(reading.problems.join("; "));
    server = await startOverture(reading.config, {
      version: "test",
      widgetDirectory: async () => "/nonexistent",
      dashboardDirectory: async () => DASHBOARD,
    });
    const site = await server.store.sites.create({ name: "Velo", origins: [], currency: "EUR" });
    ({ password: oneTime } = await server.store.members.add(site.siteId, EMAIL));
    const ask = async (path: string, body: object) => {
      const answer = await fetch(`${server.url}/api/admin/experiments${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${site.secretKey}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(await answer.text());
    };
    const plan = { arms: ["informational", "sociable"], metrics: ["conversion"], minimumEffect: 0.02 };
    await ask("", { key: "talk-or-facts", name: "Talk or facts", plan });
    await ask("/talk-or-facts/start", {});
    const three = { ...plan, arms: ["as-is", "quiet", "informational"] };
    await ask("", { key: "three-ways", name: "Three ways", plan: three });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await database?.drop();
  });

  async function open(options: { theme?: "light" | "dark"; width?: number } = {}): Promise<Page> {
    const { theme = "light", width = 1_280 } = options;
    const context = await browser.newContext({
      ...{ colorScheme: theme, reducedMotion: "reduce", bypassCSP: false },
      viewport: { width, height: 800 },
    });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    return page;
  }

  async function signIn(page: Page, password: string): Promise<void> {
    await page.goto(`${server.url}/dashboard/`);
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  }

  test("lets in who knows the password, who first chooses one of their own, and out again", async () => {
    const page = await open();
    await signIn(page, "a wrong password");
    await page.getByRole("alert").waitFor();
    expect(await violations(page)).toEqual([]);
    await signIn(page, oneTime);
    await page.getByRole("heading", { name: "Choose a password" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel("The password you were given").fill(oneTime);
    await page.getByLabel("New password").fill(PASSWORD);
    await page.getByLabel("Once more").fill(PASSWORD);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.context().close();
  });

  test.each([
    { theme: "light", width: 1_280 },
    { theme: "dark", width: 1_280 },
    { theme: "light", width: 360 },
  ] as const)(
    "every view is in order for everybody, in $theme at $width px",
    { timeout: 90_000 },
    async (screen) => {
      const page = await open(screen);
      await signIn(page, PASSWORD);
      await page.getByRole("heading", { name: "Overview" }).waitFor();
      for (const view of VIEWS) {
        await page.goto(`${server.url}/dashboard/${view}`);
        await page.locator("main h1, main h2").first().waitFor();
        await page.waitForFunction(() => document.querySelector(".skeleton") === null);
        expect(await violations(page), view).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), view).toBe(
          true,
        );
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test("pauses an experiment, and takes it back", async () => {
    const page = await open();
    await signIn(page, PASSWORD);
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await page.goto(`${server.url}/dashboard/experiments/talk-or-facts`);
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Resume" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.context().close();
  });

  test("changes a draft: another arm, other parts, another metric beside", async () => {
    const page = await open();
    await signIn(page, PASSWORD);
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await page.goto(`${server.url}/dashboard/experiments/three-ways`);
    await page.getByRole("link", { name: "Change" }).click();
    await page.getByRole("button", { name: "Add an arm" }).click();
    await page.getByLabel("Arm 4", { exact: true }).selectOption("bandit");
    for (const [arm, percent] of [40, 20, 20, 20].entries())
      await page.getByLabel(`Per cent of the visitors in arm ${arm + 1}`).fill(String(percent));
    await page.getByLabel("Revenue per visitor").check();
    await page.getByRole("button", { name: "Keep the changes" }).click();
    await page.getByText("The draft is changed.").waitFor();
    const changed = await page.evaluate(async () => {
      const answer = await fetch("/api/admin/experiments/three-ways");
      return (await answer.json()) as { experiment: { plan: Record<"arms" | "metrics", object[]> } };
    });
    expect(changed.experiment.plan.arms).toMatchObject([
      { key: "as-is", weight: 0.4 },
      { key: "quiet", weight: 0.2 },
      { key: "informational", weight: 0.2 },
      { key: "bandit", weight: 0.2 },
    ]);
    expect(changed.experiment.plan.metrics).toMatchObject([{ metric: "conversion" }, { metric: "revenue" }]);
    await page.context().close();
  });

  test("asks before a draft is deleted", async () => {
    const page = await open();
    await signIn(page, PASSWORD);
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    const draft = `${server.url}/dashboard/experiments/three-ways`;
    await page.goto(draft);
    await page.getByRole("button", { name: "Delete…" }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.goto(draft);
    await page.getByRole("button", { name: "Delete…" }).click();
    await page.getByRole("button", { name: "Delete it" }).click();
    await page.getByText("“Three ways” is deleted.").waitFor();
    await page.context().close();
  });

  test("leads anywhere by the keyboard", async () => {
    const page = await open();
    await signIn(page, PASSWORD);
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Where to?" }).fill("talk");
    await page.getByRole("option", { name: "Talk or facts" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Talk or facts" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Go to" }).waitFor({ state: "detached" });
    await page.context().close();
  });
});
