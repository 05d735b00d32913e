/**
 * From a server where nothing was before to the agent answering about one's own catalog on one's own page: as a new user does
 * it, with the link that the server printed, the dashboard, and the script tag. Nothing else is touched.
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, launchChromium } from "../support/browser.ts";
import { type FreshServer, startFreshServer } from "../support/fresh-server.ts";
import { widgetOn } from "../support/shop-in-browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SHARED = fileURLToPath(new URL("../../../shared/data/catalogs/shopify-bicycles.csv", import.meta.url));
const DEMO = fileURLToPath(new URL("../../demo/catalog/catalog.json", import.meta.url));
const CATALOG = existsSync(SHARED) ? SHARED : DEMO;
if (CATALOG === DEMO) console.warn(`No ${SHARED}: the demo's catalog is uploaded instead.`);
/** One that no list of crawlers knows, so that the shopper counts. */
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const PERSON = { email: "mara@velo.example", password: "three quiet lakes in may" };

describe.skipIf(!hasChromium)("a new user", () => {
  let fresh: FreshServer;
  let browser: Browser;
  let page: Page;
  let shop: Server;
  let shopUrl = "";
  /** What the user has pasted into the shop's page. */
  let tag = "";
  const complaints: string[] = [];

  beforeAll(async () => {
    shop = createServer((_, answer) => {
      answer.setHeader("content-type", "text/html");
      answer.end(`<!doctype html><title>My shop</title><h1>My shop</h1>${tag}`);
    });
    await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve));
    shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
    [fresh, browser] = await Promise.all([startFreshServer(), launchChromium()]);
    const context = await browser.newContext({
      userAgent: USER_AGENT,
      viewport: { width: 1_280, height: 900 },
    });
    // The catalog's pictures are elsewhere.
    await context.route(
      (url) => ![new URL(fresh.url).host, new URL(shopUrl).host].includes(url.host),
      (route) => route.abort(),
    );
    context.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) complaints.push(message.text());
    });
    context.on("weberror", (error) => complaints.push(error.error().message));
    page = await context.newPage();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await fresh?.stop();
    shop?.close();
  }, 30_000);

  async function violations(): Promise<string[]> {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const result = await axe.run({
        runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
        iframes: false,
      });
      return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
    });
  }
  const step = (name: string) => page.locator(".step").filter({ has: page.getByRole("heading", { name }) });
  const isDone = (name: string) =>
    step(name).locator(".step-mark", { hasText: "done" }).waitFor({ timeout: 20_000 });

  test("[ADM-8] learns from the sign-in page where the link is", async () => {
    await page.goto(`${fresh.url}/dashboard/`);
    await page.getByRole("heading", { name: "Nobody has set this server up" }).waitFor();
    expect(await violations()).toEqual([]);
  });

  test("[ADM-8] makes the shop and becomes its owner by the link that the server printed", async () => {
    expect(fresh.setupLink.startsWith(`${fresh.url}/dashboard/welcome#setup-`)).toBe(true);
    await page.goto(fresh.setupLink);
    await page.getByLabel("Name of the shop").fill("Velo");
    await page.getByLabel("Where its pages are").fill(`${shopUrl}/some/page`);
    await page.getByText(`The assistant answers on ${shopUrl}, and nowhere else.`).waitFor();
    await page.getByLabel("Currency").selectOption("USD");
    await page.getByLabel("Your e-mail address").fill(PERSON.email);
    await page.getByLabel("New password").fill(PERSON.password);
    await page.getByLabel("Once more").fill(PERSON.password);
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "Create the shop" }).click();
    await page.getByRole("heading", { name: "Set up" }).waitFor();
    await page.getByRole("link", { name: "Set up" }).waitFor();
    expect(await violations()).toEqual([]);
  });

  test("[ADM-10] brings in the catalog, told before what comes of it", async () => {
    await page.getByRole("link", { name: "Import the catalog" }).click();
    await page.getByLabel("Catalog file").setInputFiles(CATALOG);
    const go = page.getByRole("button", { name: /^Import [\d,]+ products$/ });
    await go.waitFor();
    await page.getByText("Nothing is changed yet.").waitFor();
    expect(await violations()).toEqual([]);
    await go.click();
    await page.getByText("From the next message on, the assistant knows these products.").waitFor();
    await page.locator(".products > li").first().waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole("link", { name: "Go on with the set-up" }).click();
    await isDone("Bring in your catalog");
  });

  test("[ADM-12] tries the assistant in place, which counts as nobody", async () => {
    await page.getByRole("button", { name: "Try it" }).click();
    const frame = page.frameLocator("iframe");
    const widget = frame.locator("overture-widget");
    await widget.locator(".turn > .text").first().waitFor();
    await frame.locator(".shelf button").first().waitFor();
    await widget.getByRole("textbox", { name: "Write a message" }).fill("What do you have for me?");
    await widget.getByRole("textbox", { name: "Write a message" }).press("Enter");
    await isDone("Try the assistant on it");
    await step("The first shopper").locator(".step-mark", { hasText: "to do" }).waitFor();
    expect(await violations()).toEqual([]);
  });

  test("[ADM-11] puts the script tag on a page of another address, and sees that it was seen", async () => {
    tag = await page.getByLabel("Script tag").inputValue();
    expect(tag).toMatch(/^<script async src="[^"]+\/widget\.js" data-site="pk_[\w-]+"><\/script>$/);
    const shopper = await page.context().newPage();
    await shopper.goto(`${shopUrl}/`);
    await page.bringToFront();
    await isDone("Put the script tag on your pages");
    await step("Put the script tag on your pages").getByText(shopUrl).waitFor();
    await shopper.close();
  });

  test("is answered there about a product of that catalog, and told of the first shopper", async () => {
    await page.goto(`${fresh.url}/dashboard/catalog`);
    const inStock = page.locator(".product", { hasNotText: "Sold out" }).first();
    const title = await inStock.locator(".product-name > span").first().innerText();
    const price = await inStock.locator(".product-price").innerText();
    const shopper = await page.context().newPage();
    await shopper.goto(`${shopUrl}/`);
    const widget = widgetOn(shopper);
    await widget.open();
    await widget.say(`How much is the ${title}?`);
    // Where it is a round sum, the agent leaves the cents out.
    const amount = /[\d,]+(\.\d*[1-9]\d*)?/.exec(price)?.[0] ?? "none";
    await widget.turns
      .filter({ hasText: `$${amount}` })
      .first()
      .waitFor();
    expect(await widget.log.innerText()).toContain(title);
    await page.goto(`${fresh.url}/dashboard/setup`);
    await isDone("The first shopper");
    await page.getByText("All is set up.").waitFor();
    await page.getByRole("link", { name: "Set up", exact: true }).waitFor({ state: "detached" });
    await shopper.close();
  });

  test("[ADM-9] adds a second shop, and goes from one to the other by its name", async () => {
    await page.locator(".site-switch > summary").click();
    await page.getByRole("link", { name: "Add a shop" }).click();
    await page.getByLabel("Name of the shop").fill("Lune");
    await page.getByLabel("Where its pages are").fill("lune.example");
    await page.getByText("The assistant answers on https://lune.example, and nowhere else.").waitFor();
    await page.getByRole("button", { name: "Create the shop" }).click();
    await step("Bring in your catalog").locator(".step-mark", { hasText: "to do" }).waitFor();
    await page.locator(".site-switch > summary", { hasText: "Lune" }).click();
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "Velo" }).click();
    await page.locator(".site-switch > summary", { hasText: "Velo" }).waitFor();
    await page.goto(`${fresh.url}/dashboard/catalog`);
    await page.locator(".products > li").first().waitFor();
  });

  test("meets no error and nothing that the pages' policy forbids on the way", () => {
    expect(complaints).toEqual([]);
  });
});
