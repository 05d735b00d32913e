import { describe, expect, test } from "vitest";
import { hasChromium } from "../support/browser.ts";
import { shopInBrowser, widgetOn } from "../support/shop-in-browser.ts";

const PRODUCT = { path: "/products/harbour", parts: { attributes: 'data-sku="harbour"' } };
/** Attention takes a moment, and more where the machine is busy. */
const PATIENCE = { timeout: 15_000 };
const WEEK_MS = 7 * 24 * 60 * 60_000;

describe.skipIf(!hasChromium)("[INI-2] the agent's initiative in a page", () => {
  const scene = shopInBrowser();

  test("a follow-up on silence comes into the open panel, and the server knows who sees it and who writes", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    expect(scene.shop.presences.at(0)).toEqual({ panel: "open" });
    await scene.shop.speak({ sentences: ["By the way, it weighs 900 g."] });
    await expect.poll(() => widget.turns.allInnerTexts()).toContainEqual("By the way, it weighs 900 g.");
    await widget.composer.fill("Is it");
    await expect.poll(() => scene.shop.presences.at(-1)).toEqual({ typing: true });
    await widget.composer.fill("");
    await expect.poll(() => scene.shop.presences.at(-1)).toEqual({ typing: false });
  });

  test("two dismissals silence the visitor for a week, in every tab", async () => {
    scene.shop.config.opening.pauseMs = 0;
    const page = await scene.visit(PRODUCT);
    const { teaser } = widgetOn(page);
    // With no pause after the first dismissal the agent comes back at once; after the second it does not.
    await teaser.getByRole("button", { name: "Dismiss" }).click();
    await expect.poll(() => scene.shop.openings.length, PATIENCE).toBe(2);
    await teaser.getByRole("button", { name: "Dismiss" }).click();
    await expect.poll(() => teaser.count()).toBe(0);
    await expect
      .poll(() => scene.shop.signals.map(({ type }) => type))
      .toEqual(["opening-dismiss", "opening-dismiss"]);
    const { quietUntil } = await page.evaluate(() =>
      JSON.parse(localStorage.getItem("overture:pk_test") ?? "{}"),
    );
    expect(quietUntil).toBeGreaterThan(Date.now() + WEEK_MS - 60_000);

    const tab = await page.context().newPage();
    await tab.clock.install();
    const configured = tab.waitForResponse(/\/config$/);
    await tab.goto(page.url());
    await tab.clock.runFor(1_000);
    await (await configured).finished();
    for (let passed = 0; passed < 20_000; passed += 1_000) await tab.clock.runFor(1_000);
    expect(await widgetOn(tab).teaser.count()).toBe(0);
    expect(scene.shop.openings).toHaveLength(2);
  });

  test.each([
    ["a new visitor", false],
    ["a visitor who has talked before", true],
  ])("of five tabs with a reason at the same moment, one speaks to %s", async (_who, talked) => {
    const page = await scene.visit(PRODUCT);
    const context = page.context();
    if (talked) {
      await widgetOn(page).open();
      await page.close();
    } else await page.goto("about:blank");
    // The rules reach all of them together, and so does the moment.
    let go = () => {};
    const ready = new Promise<void>((resolve) => {
      go = resolve;
    });
    let asked = 0;
    await context.route("**/config", async (route) => {
      asked += 1;
      await ready;
      await route.continue();
    });
    const tabs = await Promise.all(Array.from({ length: 5 }, () => context.newPage()));
    const spoken = async () =>
      (await Promise.all(tabs.map((tab) => widgetOn(tab).teaser.count()))).reduce((sum, each) => sum + each);
    for (const tab of tabs) await tab.clock.install();
    await Promise.all(tabs.map((tab) => tab.goto(scene.shop.shopOrigin + PRODUCT.path)));
    await Promise.all(tabs.map((tab) => tab.clock.runFor(1_000)));
    await expect.poll(() => asked, PATIENCE).toBe(5);
    const configured = tabs.map((tab) => tab.waitForResponse(/\/config$/));
    go();
    for (const response of configured) await (await response).finished();
    for (let passed = 0; passed < 6_000; passed += 500)
      await Promise.all(tabs.map((tab) => tab.clock.runFor(500)));
    await expect.poll(spoken, PATIENCE).toBe(1);
    for (let passed = 0; passed < 6_000; passed += 500)
      await Promise.all(tabs.map((tab) => tab.clock.runFor(500)));
    expect(await spoken()).toBe(1);
    expect(scene.shop.openings).toEqual([{ reason: "product-dwell" }]);
  });

  test("[WGT-7] who is forgotten is not spoken to again for having been forgotten", async () => {
    const page = await scene.visit(PRODUCT);
    const widget = widgetOn(page);
    await widget.teaser.getByRole("button", { name: "Dismiss" }).click();
    await widget.open();
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    await widgetOn(tab).open();
    await widget.panel.getByRole("button", { name: "More options" }).click();
    await widget.panel.getByRole("button", { name: "Forget me" }).click();
    await widget.panel.getByRole("button", { name: "Erase everything" }).click();
    await widgetOn(tab).log.getByText("you are forgotten here").waitFor();
    const kept = await tab.evaluate(() => JSON.parse(localStorage.getItem("overture:pk_test") ?? "{}"));
    expect(Object.keys(kept).sort()).toEqual(["dismissals", "quietUntil"]);
    expect(kept.quietUntil).toBeGreaterThan(Date.now());
  });

  test("a server that says it is unwelcome is taken at its word", async () => {
    scene.shop.refusesOpenings = true;
    const page = await scene.visit(PRODUCT);
    const widget = widgetOn(page);
    await expect.poll(() => scene.shop.openings.length, PATIENCE).toBe(1);
    await expect.poll(() => scene.shop.connected).toBe(0);
    expect(await widget.teaser.count()).toBe(0);
    expect(scene.shop.conversations).toHaveLength(0);
    // Who opens the panel is served all the same.
    await widget.open();
  });

  test("[INI-1] a page that tells of a search without results is spoken to about it", async () => {
    const page = await scene.visit();
    await page.waitForFunction("window.overture");
    await page.evaluate('overture("track", "no-results", { query: "gravel helmt" })');
    await widgetOn(page).teaser.waitFor();
    expect(scene.shop.openings).toEqual([{ reason: "no-results", query: "gravel helmt" }]);
  });
});
