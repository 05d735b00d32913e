import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import axe from "axe-core";
import { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createStorefront } from "../../demo/storefront-app.tsx";
import type {} from "../../widget/embed-types.ts";
import { hasChromium, launchChromium } from "../support/browser.ts";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

const PAGES = [
  "/demo/",
  "/demo/departments/clothing/rain-jackets",
  "/demo/products/petrichor-rain-jacket",
  "/demo/products/heron-6-family-tunnel-tent",
  "/demo/cart",
  "/demo/search?q=waterproof",
  "/demo/search?q=zeppelin",
  "/demo/about",
  "/demo/nothing",
];

describe.skipIf(!hasChromium)("the demo storefront in a browser", () => {
  let browser: Browser;
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    const app = new Hono().get("/widget.js", (context) =>
      context.body("", 200, { "content-type": "text/javascript" }),
    );
    app.route("/demo", createStorefront({ siteKey: "pk_shop" }));
    server = createServer(getRequestListener(app.fetch));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the test's server has no port");
    origin = `http://127.0.0.1:${address.port}`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });

  async function open(address: string): Promise<Page> {
    const page = await browser.newPage({ viewport: DESKTOP });
    await page.goto(origin + address);
    return page;
  }

  it.each(PAGES)(
    "%s has nothing that axe objects to, and never scrolls sideways from 320 px up",
    async (address) => {
      const page = await open(address);
      await page.addScriptTag({ content: axe.source });
      for (const viewport of [DESKTOP, PHONE]) {
        await page.setViewportSize(viewport);
        const violations = await page.evaluate(async () =>
          (await window.axe.run()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        );
        expect(violations).toEqual([]);
      }
      for (const width of [320, 390, 768, 1024, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          `${width} px`,
        ).toBeLessThanOrEqual(0);
      }
      await page.close();
    },
  );

  it("keeps a cart over pages: colour, size, quantity, total, removal", async () => {
    const page = await open("/demo/products/petrichor-rain-jacket");
    await page.getByLabel("Ink blue").check();
    expect(await page.locator("[data-picture]").getAttribute("src")).toContain("ink-blue");
    await page.getByLabel("M", { exact: true }).check();
    await page.getByLabel("Quantity").fill("2");
    await page.getByRole("button", { name: "Add to cart" }).click();
    expect(await page.locator("[data-cart-count]").textContent()).toBe("2");

    await page.goto(`${origin}/demo/cart`);
    const row = page.getByRole("listitem").filter({ hasText: "Petrichor" });
    expect(await row.textContent()).toContain("Ink blue, M");
    expect(await page.locator("[data-cart-total]").textContent()).toBe("$378.00");
    await row.getByRole("button", { name: "Remove Petrichor Rain Jacket" }).click();
    expect(await page.getByText("Nothing in here yet.").isVisible()).toBe(true);
    await page.close();
  });

  const told = (page: Page) =>
    page.evaluate(() => Array.from(window.overture?.q ?? [], (call) => Array.from(call)));

  it("[INI-1] tells the assistant of the cart, as it fills and empties", async () => {
    const page = await open("/demo/products/petrichor-rain-jacket");
    await page.getByLabel("M", { exact: true }).check();
    await page.getByRole("button", { name: "Add to cart" }).click();
    expect(await told(page)).toContainEqual(["track", "cart-add", { sku: "SAL-PETRICHOR" }]);
    await page.goto(`${origin}/demo/cart`);
    await expect.poll(() => told(page)).toContainEqual(["track", "cart", { items: 1 }]);
    await page.getByRole("button", { name: "Remove" }).click();
    expect((await told(page)).at(-1)).toEqual(["track", "cart", { items: 0 }]);
    await page.close();
  });

  it.each([
    [
      "of a search that finds nothing",
      "zeppelin%20%3Cb%3E",
      [["track", "no-results", { query: "zeppelin <b>" }]],
    ],
    ["of no search that finds something", "waterproof", []],
    ["of no search for nothing", "", []],
  ])("[INI-1] tells the assistant %s", async (_what, query, calls) => {
    const page = await open(`/demo/search?q=${query}`);
    expect((await told(page)).filter(([, event]) => event === "no-results")).toEqual(calls);
    await page.close();
  });

  it("does not sell a variant that is sold out", async () => {
    const page = await open("/demo/products/petrichor-rain-jacket");
    await page.getByLabel("Moss green").check();
    await page.getByLabel("S", { exact: true }).check();
    expect(await page.locator("[data-buy-button]").isDisabled()).toBe(true);
    await page.getByLabel("M", { exact: true }).check();
    expect(await page.locator("[data-buy-button]").isEnabled()).toBe(true);
    await page.close();
  });

  it("applies a filter as soon as it is chosen", async () => {
    const page = await open("/demo/departments/bags");
    await page.getByLabel("Maker").selectOption("Ryebolt");
    await page.waitForURL(/maker=Ryebolt/);
    expect(await page.locator(".card-maker").allTextContents()).toEqual(
      Array(await page.locator(".card").count()).fill("Ryebolt"),
    );
    await page.close();
  });
});

declare global {
  interface Window {
    axe: typeof axe;
  }
}
