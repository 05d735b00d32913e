import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hasChromium } from "../support/browser.ts";
import { productCard } from "../support/scripted-shop-server.ts";
import { shopInBrowser, widgetOn } from "../support/shop-in-browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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

describe.skipIf(!hasChromium)("[WGT-5] accessible", () => {
  const scene = shopInBrowser();
  const settle = (page: Page) =>
    widgetOn(page).host.evaluate((host) =>
      Promise.all((host.shadowRoot?.getAnimations() ?? []).map((animation) => animation.finished)).then(
        () => undefined,
      ),
    );

  test.each(["light", "dark"] as const)(
    "no violations in %s: launcher, teaser, panel, cards, menu, disclosure",
    async (theme) => {
      scene.shop.answer = () => ({
        sentences: ["Two that fit. ", "Which one?"],
        cards: [
          productCard("a", {
            rating: { value: 4.5, count: 12 },
            was: { minor: 15_900, currency: "USD", text: "$159.00" },
          }),
          productCard("b", { inStock: false }),
        ],
        replies: ["The first", "The second"],
      });
      const page = await scene.visit({
        path: "/products/a",
        reducedMotion: "reduce",
        parts: {
          attributes: `data-sku="a" data-theme="${theme}"`,
          head: theme === "dark" ? "<style>body{background:#111;color:#eee}a{color:#9bf}</style>" : "",
        },
      });
      const widget = widgetOn(page);
      await widget.launcher.waitFor();
      expect(await violations(page)).toEqual([]);
      await widget.teaser.waitFor();
      await settle(page);
      expect(await violations(page)).toEqual([]);
      await widget.open();
      await widget.say("A bag");
      await expect.poll(() => widget.turns.count()).toBe(2);
      await widget.panel.getByRole("button", { name: "AI assistant" }).click();
      await widget.panel.getByRole("button", { name: "More options" }).click();
      await widget.panel.getByRole("button", { name: "Forget me" }).waitFor();
      await settle(page);
      expect(await violations(page)).toEqual([]);
      scene.shop.remembered = {
        at: "2026-03-01T10:00:00.000Z",
        days: 90,
        wishes: ["Backpacks"],
        items: [{ sku: "a", title: "Tidewater 22", note: "you liked it" }],
        questions: [],
      };
      await widget.panel.getByRole("button", { name: "What I remember" }).click();
      await widget.panel.getByText("Tidewater 22").waitFor();
      expect(await violations(page)).toEqual([]);
    },
  );

  test("works by keyboard alone: in, through, out, and back to the launcher", async () => {
    scene.shop.answer = () => ({
      sentences: ["Here."],
      cards: [productCard("a"), productCard("b")],
      replies: ["More"],
    });
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.launcher.focus();
    await page.keyboard.press("Enter");
    await widget.turns.first().waitFor();
    await page.keyboard.type("Something light");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("please");
    await page.keyboard.press("Enter");
    await expect.poll(() => widget.messages.last().innerText()).toContain("Something light\nplease");
    await expect.poll(() => widget.turns.count()).toBe(2);
    await page.keyboard.press("Shift+Tab");
    const focused = () =>
      page.evaluate(
        () => document.querySelector("overture-widget")?.shadowRoot?.activeElement?.textContent ?? "",
      );
    expect(await focused()).toBe("More");
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("Product b");
    await page.keyboard.press("Escape");
    await expect.poll(() => widget.panel.count()).toBe(0);
    expect(await widget.launcher.evaluate((button) => button.matches(":focus"))).toBe(true);
  });

  test("Escape closes the menu first, then the panel", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    const more = widget.panel.getByRole("button", { name: "More options" });
    await more.click();
    await page.keyboard.press("Escape");
    expect(await more.getAttribute("aria-expanded")).toBe("false");
    expect(await more.evaluate((button) => button.matches(":focus"))).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => widget.panel.count()).toBe(0);
  });

  test.each(["What I remember", "Forget me"])("Escape closes “%s” first, then the panel", async (name) => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    const more = widget.panel.getByRole("button", { name: "More options" });
    const view = widget.panel.getByRole("group", { name });
    await more.click();
    await widget.panel.getByRole("button", { name }).click();
    await view.waitFor();
    // From wherever in the panel the key is pressed.
    await widget.composer.focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => view.count()).toBe(0);
    expect(await widget.panel.count()).toBe(1);
    expect(await more.evaluate((button) => button.matches(":focus"))).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => widget.panel.count()).toBe(0);
  });

  test("on a small screen the panel is modal and Tab goes round in it", async () => {
    const page = await scene.visit({ viewport: { width: 390, height: 844 } });
    const widget = widgetOn(page);
    await widget.open();
    expect(await widget.panel.getAttribute("aria-modal")).toBe("true");
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe("overture-widget");
    }
  });

  test("one live region speaks each turn once, and nothing while it is being written", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.launcher.waitFor();
    await widget.open();
    await widget.host.evaluate((host) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const region of host.shadowRoot?.querySelectorAll("[aria-live=polite], [role=status]") ?? []) {
        new MutationObserver(() => heard.push(region.textContent ?? "")).observe(region, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      }
    });
    scene.shop.answer = () => ({ sentences: ["One. ", "Two. ", "Three."], cards: [productCard("a")] });
    await widget.say("Go on");
    await expect.poll(() => widget.turns.count()).toBe(2);
    expect(await page.evaluate("heard")).toEqual(["One. Two. Three. Product a, $129.00"]);
  });

  test("Enter that ends a composition does not send", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    await widget.composer.fill("にほん");
    await widget.composer.evaluate((field) => {
      field.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true }),
      );
    });
    expect(await widget.messages.count()).toBe(0);
    await widget.composer.press("Enter");
    await expect.poll(() => widget.messages.count()).toBe(1);
  });
});
