import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hasChromium } from "../support/browser.ts";
import { shopInBrowser, widgetOn } from "../support/shop-in-browser.ts";

/** Loads the page anew under a clock of the test's own, and lets time pass once the widget knows its opening rules. */
async function reloadAndLetPass(page: Page, milliseconds: number): Promise<void> {
  await page.clock.install();
  const configured = page.waitForResponse(/\/config$/);
  await page.reload();
  await page.clock.runFor(1_000);
  await (await configured).finished();
  for (let passed = 0; passed < milliseconds; passed += 1_000) await page.clock.runFor(1_000);
}

const PRODUCT = { path: "/products/harbour", parts: { attributes: 'data-sku="harbour"' } };

describe.skipIf(!hasChromium)("[INI-1] the agent makes the first move", () => {
  const scene = shopInBrowser();

  test("dwelling on a product brings its first words beside the launcher; a click opens the same talk", async () => {
    const page = await scene.visit(PRODUCT);
    const widget = widgetOn(page);
    await widget.teaser.waitFor();
    expect(await widget.teaser.innerText()).toContain("Shall we find something together?");
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("body");
    await widget.teaser.getByText("Shall we find").click();
    await widget.panel.waitFor();
    expect(await widget.turns.allInnerTexts()).toEqual([
      expect.stringContaining("Shall we find something together?"),
    ]);
    expect(scene.shop.conversations).toHaveLength(1);
  });

  test("an answer on the teaser opens the talk with it", async () => {
    const page = await scene.visit(PRODUCT);
    const widget = widgetOn(page);
    await widget.teaser.getByRole("button", { name: "Yes, please" }).click();
    await expect
      .poll(() => widget.messages.allInnerTexts())
      .toEqual([expect.stringContaining("Yes, please")]);
  });

  test("[WGT-6] the teaser makes itself slim rather than cover what is to be pressed", async () => {
    const corner = "position: fixed; right: 40px; bottom: 130px; width: 200px; height: 60px";
    const page = await scene.visit({
      ...PRODUCT,
      parts: { ...PRODUCT.parts, body: `<button style="${corner}">Add to cart</button>` },
    });
    const widget = widgetOn(page);
    await widget.teaser.waitFor();
    await page.getByRole("button", { name: "Add to cart" }).click();
    expect(await widget.panel.count()).toBe(0);
    expect(await widget.teaser.innerText()).toContain("Juniper");
  });

  test.each([
    ["a desktop", 1_280, 90],
    ["a phone", 390, 106],
  ])(
    "[WGT-6] where there is room for it, the slim teaser on %s shows what it is about",
    async (_screen, width, room) => {
      const introduction = "Hello and welcome, I’m Juniper, The Shop of Good Things’ AI assistant. ";
      const reason = "I see you’re having a look at the Harbour 30 Backpack. ";
      scene.shop.opening = {
        sentences: [introduction, reason, "It is rated 4.8.", "Ask away."],
        replies: ["Yes"],
      };
      const corner = `position: fixed; right: 40px; bottom: ${room}px; width: 80vw; height: 60px`;
      const body = `<div style="height: 3000px"></div><button style="${corner}">Add to cart</button>`;
      const page = await scene.visit({
        ...PRODUCT,
        viewport: { width, height: 800 },
        parts: { ...PRODUCT.parts, body },
      });
      await page.evaluate(() => scrollTo(0, 1_200));
      const { teaser, panel } = widgetOn(page);
      await teaser.waitFor();
      const clipped = await teaser.locator(".opening").evaluate((opening, end) => {
        const shown = document.createRange();
        shown.selectNodeContents(opening);
        shown.setEnd(opening.lastChild as Text, end);
        return shown.getBoundingClientRect().bottom - opening.getBoundingClientRect().bottom;
      }, reason.trimEnd().length);
      expect(clipped).toBeLessThan(1);
      expect((await teaser.boundingBox())?.y).toBeGreaterThanOrEqual(800 - room);
      // Who speaks is said in any case, and all of it can be read out.
      expect(await teaser.innerText()).toMatch(/\bAI\b/);
      expect(await teaser.locator(".opening").textContent()).toContain(introduction);
      await page.getByRole("button", { name: "Add to cart" }).click();
      expect(await panel.count()).toBe(0);
    },
  );

  test("a page without a product stays silent", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    await reloadAndLetPass(page, 20_000);
    expect(await widget.teaser.count()).toBe(0);
    expect(scene.shop.conversations).toHaveLength(0);
  });

  test("[INI-2] a dismissal is told to the server and silences the next pages too", async () => {
    const page = await scene.visit(PRODUCT);
    const widget = widgetOn(page);
    await widget.teaser.getByRole("button", { name: "Dismiss" }).click();
    await expect.poll(() => widget.teaser.count()).toBe(0);
    await expect.poll(() => scene.shop.signals.map(({ type }) => type)).toEqual(["opening-dismiss"]);
    const { connections } = scene.shop;
    await reloadAndLetPass(page, 20_000);
    expect(await widget.teaser.count()).toBe(0);
    expect(scene.shop.connections).toBe(connections);
  });

  test("[WGT-6] reading further up is not disturbed by what arrives below", async () => {
    const long = Array.from({ length: 40 }, (_, line) => `Line ${line}.\n`);
    scene.shop.answer = () => ({ sentences: long });
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    for (const text of ["one", "two"]) {
      await widget.say(text);
      await expect.poll(() => widget.messages.count()).toBe(text === "one" ? 1 : 2);
    }
    await expect.poll(() => widget.turns.count()).toBe(3);
    await widget.log.hover();
    await page.mouse.wheel(0, -5_000);
    await expect.poll(() => widget.log.evaluate((log) => log.scrollTop)).toBe(0);
    await scene.shop.speak({ sentences: ["By the way."] });
    await widget.host.getByRole("button", { name: "New messages" }).click();
    await expect
      .poll(() => widget.log.evaluate((log) => log.scrollHeight - log.clientHeight - log.scrollTop))
      .toBeLessThan(2);
  });

  test("[WGT-6] a long turn is shown from its beginning", async () => {
    scene.shop.answer = () => ({ sentences: Array.from({ length: 60 }, (_, line) => `Line ${line}.\n`) });
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    await widget.say("Tell me all");
    await expect.poll(() => widget.turns.count()).toBe(2);
    const log = await widget.log.boundingBox();
    const turn = await widget.turns.last().boundingBox();
    expect((turn?.y ?? 0) - (log?.y ?? 0)).toBeGreaterThanOrEqual(0);
    expect((turn?.y ?? 0) - (log?.y ?? 0)).toBeLessThan(100);
  });

  test("[WGT-6] a shop that takes carts is asked before the card leaves the page", async () => {
    const { productCard } = await import("../support/scripted-shop-server.ts");
    scene.shop.answer = () => ({ sentences: ["This one."], cards: [productCard("harbour")] });
    const page = await scene.visit({
      parts: {
        head: `<script>window.overture = function () { (overture.q = overture.q || []).push(arguments) };
          window.added = []; overture("on", "cart-add", (event) => { added.push(event.detail.sku); event.preventDefault() })</script>`,
      },
    });
    const widget = widgetOn(page);
    await widget.open();
    await widget.say("A bag");
    await widget.host.getByRole("button", { name: /Add to cart/ }).click();
    expect(await page.evaluate("added")).toEqual(["harbour"]);
    expect(new URL(page.url()).pathname).toBe("/");
    await expect.poll(() => scene.shop.signals.map(({ type }) => type)).toContain("cart-add");
  });
});
