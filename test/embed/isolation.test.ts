import { describe, expect, test } from "vitest";
import { hasChromium } from "../support/browser.ts";
import { productCard } from "../support/scripted-shop-server.ts";
import { shopInBrowser, widgetOn } from "../support/shop-in-browser.ts";

const HOSTILE = `<style>
  * { all: unset !important; font: 40px/3 fantasy !important; color: lime !important; display: inline !important;
      position: static !important; letter-spacing: 1em !important; text-align: right !important; }
  body, body * { transform: rotate(3deg) !important; filter: blur(2px) !important; }
  overture-widget, button, textarea { display: none !important; opacity: 0 !important; }
</style>`;

describe.skipIf(!hasChromium)("[WGT-3] isolation", () => {
  const scene = shopInBrowser();

  test("hostile styles of the page change nothing", async () => {
    const look = async (head: string) => {
      const page = await scene.visit({ parts: { head } });
      const widget = widgetOn(page);
      const launcher = await widget.launcher.boundingBox();
      await widget.open();
      const style = await widget.composer.evaluate((field) => {
        const { fontSize, fontFamily, color, letterSpacing } = getComputedStyle(field);
        return { fontSize, fontFamily, color, letterSpacing };
      });
      await widget.panel.evaluate((panel) =>
        Promise.all(panel.getAnimations().map((animation) => animation.finished)),
      );
      return { launcher, style, panel: await widget.panel.boundingBox() };
    };
    expect(await look(HOSTILE)).toEqual(await look(""));
  });

  test("a strict policy with a nonce is enough, trusted types included", async () => {
    const { origin } = scene.shop;
    const policy =
      `default-src 'none'; script-src 'nonce-abc'; connect-src ${origin} ${origin.replace("http", "ws")};
      style-src 'nonce-abc'; img-src 'self' data:; require-trusted-types-for 'script'; base-uri 'none'`.replace(
        /\s+/g,
        " ",
      );
    const page = await scene.visit({
      headers: { "content-security-policy": policy },
      parts: { attributes: 'nonce="abc"' },
    });
    const widget = widgetOn(page);
    await widget.open();
    await widget.say("Hello");
    await expect.poll(() => widget.turns.count()).toBe(2);
    expect((await widget.panel.boundingBox())?.width).toBeGreaterThan(380);
    // What is loaded later needs no more leave than what is loaded at once.
    await widget.panel.getByRole("button", { name: "More options" }).click();
    const item = widget.panel.getByRole("button", { name: "Start over" });
    await item.waitFor();
    expect((await item.boundingBox())?.width).toBeGreaterThan(180);
  });

  test("reads from right to left where the page does", async () => {
    scene.shop.answer = () => ({
      sentences: ["أهلا بك."],
      cards: [productCard("a"), productCard("b"), productCard("c")],
    });
    const page = await scene.visit({ parts: { html: 'lang="ar" dir="rtl"' } });
    const widget = widgetOn(page);
    await widget.open();
    await widget.say("مرحبا");
    await expect.poll(() => widget.turns.count()).toBe(2);
    const close = await widget.panel.getByRole("button", { name: "Close chat" }).boundingBox();
    const panel = await widget.panel.boundingBox();
    expect((close?.x ?? 0) - (panel?.x ?? 0)).toBeLessThan(60);
    const said = await widget.messages.first().boundingBox();
    expect((said?.x ?? 0) - (panel?.x ?? 0)).toBeLessThan(60);
  });

  test.each([
    ["320 px wide", { width: 320, height: 568 }],
    ["a desktop at 200 % zoom", { width: 640, height: 400 }],
  ])("everything fits at %s", async (_what, viewport) => {
    scene.shop.answer = () => ({
      sentences: ["Here: ", "A".repeat(80)],
      cards: [productCard("a"), productCard("b")],
    });
    const page = await scene.visit({ viewport });
    const widget = widgetOn(page);
    await widget.open();
    await widget.say("B".repeat(200));
    await expect.poll(() => widget.turns.count()).toBe(2);
    await widget.panel.evaluate((panel) =>
      Promise.all(panel.getAnimations().map((animation) => animation.finished)),
    );
    expect(await widget.panel.boundingBox()).toEqual({ x: 0, y: 0, ...viewport });
    for (const control of await widget.panel.getByRole("button").all()) {
      const box = await control.boundingBox();
      if (!box || (await control.evaluate((button) => !!button.closest(".log")))) continue;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(viewport.width);
    }
    expect(await widget.log.evaluate((log) => log.scrollWidth - log.clientWidth)).toBe(0);
  });

  test("forced colours keep outlines, reduced motion keeps still", async () => {
    const page = await scene.visit({ forcedColors: "active", reducedMotion: "reduce" });
    const widget = widgetOn(page);
    await widget.open();
    const { border, animations } = await widget.panel.evaluate((panel) => ({
      border: getComputedStyle(panel).borderTopStyle,
      animations: panel.getAnimations({ subtree: true }).length,
    }));
    expect(border).toBe("solid");
    expect(animations).toBe(0);
  });

  test("follows the page between light and dark, and the attribute above all", async () => {
    const scheme = async (head: string, attributes = "") => {
      const page = await scene.visit({ colorScheme: "dark", parts: { head, attributes } });
      await widgetOn(page).open();
      return widgetOn(page).host.locator(".overture").getAttribute("data-scheme");
    };
    expect(await scheme("<style>body { background: white }</style>")).toBe("light");
    expect(await scheme("<style>:root { color-scheme: light dark }</style>")).toBe("dark");
    expect(await scheme("<style>body { background: #111 }</style>")).toBe("dark");
    expect(await scheme("<style>body { background: #111 }</style>", 'data-theme="light"')).toBe("light");
  });
});
