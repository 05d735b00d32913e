/** What experiments do on a shop's page: a holdout without the widget, an arm that never speaks first, and what the page is told. */
import { describe, expect, test } from "vitest";
import { shopInBrowser, widgetOn } from "../support/shop-in-browser.ts";

const scene = shopInBrowser();
const PATIENCE = { timeout: 10_000 };
const HOLDOUT = { parts: { attributes: "data-holdout" } };
const LISTENING = {
  head: `<script>window.overture=function(){(overture.q=overture.q||[]).push(arguments)};
    window.heard=[];overture("on","experiment",function(event){heard.push(event.detail)})</script>`,
};
const ARM = { experiment: "widget", arm: "holdout" };
const asked = (path: string) => scene.shop.requests.filter((each) => each === path).length;
const beaconed = () => scene.shop.beacons.flatMap(({ signals }) => signals.map(({ type }) => type));

describe("[EXP-3] a page with data-holdout", () => {
  test("draws the widget for who is to have it, and as the same visitor", async () => {
    const page = await scene.visit(HOLDOUT);
    await widgetOn(page).open();
    expect(asked("/api/visits")).toBe(1);
    const kept = await page.evaluate(() => localStorage.getItem("overture:pk_test"));
    expect(kept).toContain('"token"');
  });

  test("draws nothing and loads no panel for who is not, whatever the page calls", async () => {
    scene.shop.visit = { ok: true, widget: false, visitorToken: "token-held" };
    const page = await scene.visit(HOLDOUT);
    await page.waitForFunction(() => localStorage.getItem("overture:pk_test")?.includes("token-held"));
    await page.evaluate('overture("open"); overture("send", "hello"); overture("show")');
    // By then a page without a holdout has long loaded its panel.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    expect(await widgetOn(page).host.count()).toBe(0);
    expect(scene.shop.requests.filter((path) => path.includes("panel"))).toEqual([]);
    expect(scene.shop.connected).toBe(0);
  });

  test("[EXP-1] asks as nobody else where the server gives no answer", async () => {
    scene.shop.visit = { ok: true, widget: false, visitorToken: "token-held" };
    const page = await scene.visit(HOLDOUT);
    await page.waitForFunction(() => localStorage.getItem("overture:pk_test")?.includes("token-held"));
    scene.shop.visit = null;
    // As the page asks: where a connection is lost, browsers ask again by themselves.
    const tokens: unknown[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/api/visits")) tokens.push(request.postDataJSON().visitorToken);
    });
    const failed = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/api/visits"));
    await page.reload();
    await failed;
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    expect(tokens).toEqual(["token-held"]);
  });

  test("measures who has no widget all the same: purchases, the cart, the page's delay, and tells the page", async () => {
    scene.shop.visit = { ok: true, widget: false, visitorToken: "token-held" };
    scene.shop.arms = [ARM];
    const { head } = LISTENING;
    const early = `${head}<script>overture("track","purchase",{value:1200,currency:"USD",orderId:"o-1"})</script>`;
    const page = await scene.visit({ parts: { attributes: "data-holdout", head: early } });
    await expect.poll(beaconed, PATIENCE).toEqual(["purchase"]);
    await page.evaluate('overture("track", "cart-add", { sku: "s-1" })');
    await expect.poll(beaconed, PATIENCE).toEqual(["purchase", "cart-add"]);
    await page.waitForFunction("heard.length");
    expect(await page.evaluate("heard")).toEqual([ARM]);
    await page.goto("about:blank");
    await expect.poll(beaconed, PATIENCE).toEqual(["purchase", "cart-add", "page-delay"]);
    expect(scene.shop.beacons.map(({ visitorToken }) => visitorToken)).toEqual(Array(3).fill("token-held"));
  });

  test("[WGT-2] draws nothing where the server gives no answer, and stays quiet about it", async () => {
    scene.shop.visit = null;
    const page = await scene.visit(HOLDOUT);
    await expect.poll(() => asked("/api/visits"), PATIENCE).toBeGreaterThan(0);
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    expect(await widgetOn(page).host.count()).toBe(0);
  });
});

describe("[EXP-2] an arm without initiative", () => {
  test("never speaks first, and its visitor is the same one ever after, whose page hears the arm", async () => {
    scene.shop.refusesOpenings = true;
    scene.shop.arms = [{ experiment: "initiative", arm: "quiet" }];
    const page = await scene.visit({ path: "/p/1", parts: { attributes: 'data-sku="s-1"', ...LISTENING } });
    await page.waitForFunction(() => localStorage.getItem("overture:pk_test")?.includes("token-quiet"));
    await page.waitForFunction("heard.length");
    expect(await page.evaluate("heard")).toEqual([{ experiment: "initiative", arm: "quiet" }]);
    expect(await widgetOn(page).teaser.count()).toBe(0);
    expect(scene.shop.conversations).toHaveLength(0);
  });
});

describe("a visitor who is known", () => {
  test("has the page's delay told once per page, long tasks and all; a stranger has nothing told", async () => {
    const busy = `<script>addEventListener("load",function(){var end=performance.now()+200;while(performance.now()<end);})</script>`;
    const page = await scene.visit({ parts: { head: busy } });
    await page.waitForFunction("window.overture");
    await page.reload();
    await widgetOn(page).open();
    await page.reload();
    await expect
      .poll(() => scene.shop.requests.some((path) => path.includes("measure")), PATIENCE)
      .toBe(true);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 0)));
    await page.goto("about:blank");
    const delays = () =>
      scene.shop.beacons.flatMap(({ signals }) => signals.filter(({ type }) => type === "page-delay"));
    await expect.poll(() => delays().length, PATIENCE).toBeGreaterThan(0);
    expect(delays().at(-1)?.value).toBeGreaterThan(100);
    expect(delays().length).toBeLessThanOrEqual(2);
  });
});
