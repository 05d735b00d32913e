/** A shopper's page and the dashboard side by side: who asks for a person gets one, and then the agent again. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../server/admin/access/ports.ts";
import { builtFolder } from "../../server/cli/built-folder.ts";
import { hasChromium, launchChromium } from "../support/browser.ts";
import { type Nodes, startNodes } from "../support/nodes.ts";
import { hasRedis } from "../support/redis-server.ts";
import { widgetOn } from "../support/shop-in-browser.ts";

describe.skipIf(!hasChromium).each([
  { name: "on one server", count: 1, isPossible: true },
  {
    name: "on two servers, the shopper on one and the merchant on the other",
    count: 2,
    isPossible: hasRedis,
  },
])("a person in the agent's place, in the browser, $name", ({ count, isPossible }) => {
  describe.skipIf(!isPossible)("side by side", () => {
    let nodes: Nodes;
    let browser: Browser;
    let shop: Server;
    let shopOrigin: string;

    beforeAll(async () => {
      shop = createServer((_request, response) => {
        const server = nodes.servers.at(-1)?.url;
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.end(
          `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,"><h1>Tents</h1>
           <script async src="${server}/widget.js" data-site="${nodes.keys.siteKey}"></script>`,
        );
      });
      await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve));
      shopOrigin = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
      nodes = await startNodes(count, {
        origins: [shopOrigin],
        parts: {
          widgetDirectory: () => builtFolder("widget"),
          dashboardDirectory: () => builtFolder("dashboard"),
        },
      });
      browser = await launchChromium();
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      await nodes?.close();
      await new Promise((resolve) => shop.close(resolve));
    });

    async function visitShop(): Promise<Page> {
      const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
      const page = await context.newPage();
      await page.goto(shopOrigin);
      await widgetOn(page).open();
      return page;
    }
    async function openDashboard(
      path: string,
      role: Role,
      options: BrowserContextOptions = {},
    ): Promise<Page> {
      const { store, url } = nodes.first;
      const { member } = await store.members.add(nodes.keys.siteId, `${role}.vale@shop.example`, role);
      const { token } = await store.members.openLink(member.id);
      const welcomed = await fetch(`${url}/api/welcome`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token, password: "a password of the tests" }),
      });
      const [, value = ""] = /overture_session=([^;]+)/.exec(welcomed.headers.get("set-cookie") ?? "") ?? [];
      const context = await browser.newContext({
        ...{ viewport: { width: 1280, height: 900 }, locale: "en-GB", reducedMotion: "reduce" },
        ...options,
      });
      await context.addCookies([{ name: "overture_session", value, url }]);
      const page = await context.newPage();
      await page.goto(`${url}/dashboard/${path}`);
      return page;
    }

    test("[TRN-5] [TRN-6] [TRN-9] from the shopper's wish to the hand-back, each side sees the other at once", async () => {
      const shopper = await visitShop();
      const widget = widgetOn(shopper);
      await widget.say("I want to talk to a human");
      await expect.poll(() => widget.turns.count()).toBe(2);

      const merchant = await openDashboard("conversations?state=waiting", "editor");
      await merchant.getByRole("link", { name: /I want to talk to a human/ }).click();
      await merchant.getByRole("button", { name: "Take over…" }).click();
      const name = merchant.getByLabel("Your name, as the shopper sees it");
      expect(await name.inputValue()).toBe("Editor");
      await name.fill("Anna");
      await merchant.getByRole("button", { name: "Take over", exact: true }).click();

      await widget.log.getByText("Anna joined the conversation").waitFor();
      expect(await widget.panel.getAttribute("aria-label")).toBe("Anna");
      expect(await widget.host.getByRole("button", { name: "AI assistant" }).count()).toBe(0);
      await merchant.getByRole("dialog").waitFor({ state: "detached" });
      const box = merchant.getByLabel("Message to the shopper");
      await box.fill("Hello, I am here.");
      await box.press("Enter");
      await widget.turns.getByText("Hello, I am here.").waitFor();
      const said = widget.log.locator(".line", { hasText: "Hello, I am here." });
      expect(await said.innerText()).toMatch(/^Anna\s+Hello, I am here\.$/);

      await widget.say("does the red tent come with pegs?");
      const from = performance.now();
      await merchant
        .getByRole("article", { name: /^The shopper/ })
        .getByText("come with pegs")
        .waitFor();
      expect(performance.now() - from).toBeLessThan(1_000);
      await shopper.reload();
      await widget.turns.getByText("Hello, I am here.").waitFor();
      await expect.poll(() => widget.panel.getAttribute("aria-label")).toBe("Anna");

      await merchant.getByRole("button", { name: "Hand back to the agent" }).click();
      await widget.log.getByText("Anna left the conversation. The AI assistant is back.").waitFor();
      await widget.host.getByRole("button", { name: "AI assistant" }).waitFor();
      // The server that the merchant is on may have to make the site's catalog ready first.
      await expect.poll(() => widget.turns.count(), { timeout: 15_000 }).toBe(4);
      await merchant.getByText("Anna handed back to the agent.").waitFor();
      await merchant.getByText("The agent answers.").waitFor();

      await merchant.getByRole("button", { name: "Export…" }).click();
      const downloading = merchant.waitForEvent("download");
      await merchant.getByRole("button", { name: "Text", exact: true }).click();
      const text = readFileSync(await (await downloading).path(), "utf8");
      expect(text).toMatch(
        /Anna took the agent’s place\.[\s\S]*Anna \(a person\): Hello, I am here\.[\s\S]*Agent \(AI\)/,
      );
    }, 60_000);

    test.runIf(count === 1)(
      "[TRN-5] the transcript goes on being followed after the connection was lost",
      async () => {
        const shopper = await visitShop();
        const widget = widgetOn(shopper);
        await widget.say("hello there");
        await expect.poll(() => widget.turns.count()).toBe(2);
        const merchant = await openDashboard("conversations?state=live", "viewer");
        await merchant.getByRole("link", { name: /hello there/ }).click();
        await merchant.getByText("The agent answers.").waitFor();
        expect(await merchant.getByRole("button", { name: "Take over…" }).count()).toBe(0);
        await merchant.route(/\/live\?/, (route) => route.abort());
        // What was asked for before is still answered.
        await widget.say("anything blue?");
        await merchant.getByText("No connection").waitFor();
        await widget.say("or in green?");
        await expect.poll(() => widget.turns.count()).toBe(4);
        expect(await merchant.getByText("or in green?").count()).toBe(0);
        await merchant.unroute(/\/live\?/);
        await merchant.getByText("or in green?").first().waitFor();
        await expect.poll(() => merchant.getByRole("article", { name: /^The agent/ }).count()).toBe(4);
      },
      60_000,
    );

    test.runIf(count === 1).each([
      ["light", 1280],
      ["dark", 1280],
      ["light", 360],
    ] as const)(
      "what goes on is accessible and as wide as the screen: %s, %i px",
      async (colorScheme, width) => {
        const shopper = await visitShop();
        await widgetOn(shopper).say("I want to talk to a human");
        await expect.poll(() => widgetOn(shopper).turns.count()).toBe(2);
        const page = await openDashboard("conversations?state=waiting", "editor", {
          ...{ colorScheme, viewport: { width, height: 900 } },
        });
        const check = async (place: string) => {
          await page.evaluate(axe.source);
          const found = await page.evaluate(async () => {
            const { axe: run } = window as unknown as {
              axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            };
            return (await run.run()).violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
            );
          });
          expect([place, found]).toEqual([place, []]);
          expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
        };
        await page
          .getByRole("link", { name: /talk to a human/ })
          .first()
          .waitFor();
        await check("the list");
        await page
          .getByRole("link", { name: /talk to a human/ })
          .first()
          .click();
        await page.getByRole("button", { name: "Take over…" }).click();
        await check("the question");
        await page.getByRole("button", { name: "Take over", exact: true }).click();
        await page.getByRole("dialog").waitFor({ state: "detached" });
        await page.getByLabel("Message to the shopper").fill("Hi!");
        await page.getByRole("button", { name: "Send" }).click();
        await page.getByRole("article", { name: /^Editor/ }).waitFor();
        await check("the answer");
        await shopper.context().close();
      },
      60_000,
    );
  });
});
