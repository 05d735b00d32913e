/** A scripted shop and a Chromium for one test file, and pages in it that report what a guest must not do. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchChromium } from "./browser.ts";
import { buildWidget } from "./built-widget.ts";
import { type ScriptedShop, shopPage, startScriptedShop } from "./scripted-shop-server.ts";

type PageParts = Parameters<typeof shopPage>[2];

export interface VisitOptions extends BrowserContextOptions {
  path?: string;
  parts?: PageParts;
  headers?: Record<string, string>;
}

export function shopInBrowser() {
  let browser: Browser;
  let shop: ScriptedShop;
  let errors: string[] = [];

  beforeAll(async () => {
    await buildWidget();
    [browser, shop] = await Promise.all([launchChromium(), startScriptedShop()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    shop.reset();
    expect(errors, "[WGT-2] errors in the page").toEqual([]);
  });

  async function visit({
    path = "/",
    parts = {},
    headers = {},
    ...options
  }: VisitOptions = {}): Promise<Page> {
    errors = [];
    shop.page = (asked, server) => ({ html: shopPage(asked, server, parts), headers });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      // A lost connection is reported by the browser itself, and is the point of some tests.
      const expected = /WebSocket connection|net::ERR_/.test(message.text());
      if (message.type() === "error" && !expected) errors.push(message.text());
    });
    await page.goto(shop.shopOrigin + path);
    return page;
  }

  return {
    visit,
    get shop() {
      return shop;
    },
  };
}

/** Locators of the floating widget. Playwright looks through open shadow roots. */
export function widgetOn(page: Page) {
  const host = page.locator("overture-widget");
  return {
    host,
    launcher: host.getByRole("button", { name: /Chat with/ }),
    panel: host.getByRole("dialog"),
    composer: host.getByRole("textbox", { name: "Write a message" }),
    log: host.getByRole("log"),
    turns: host.locator(".line:not(.fresh) .turn > .text"),
    messages: host.locator(".said"),
    replies: host.locator(".log .reply"),
    teaser: host.getByRole("complementary"),
    async open() {
      await this.launcher.click();
      await this.panel.waitFor();
      await this.turns.first().waitFor();
    },
    async say(text: string) {
      await this.composer.fill(text);
      await this.composer.press("Enter");
    },
  };
}
