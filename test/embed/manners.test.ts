import { gzipSync } from "node:zlib";
import type { Page, Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hasChromium } from "../support/browser.ts";
import { shopPage } from "../support/scripted-shop-server.ts";
import { shopInBrowser, widgetOn } from "../support/shop-in-browser.ts";

describe.skipIf(!hasChromium)("a guest on the page", () => {
  const scene = shopInBrowser();

  test("[WGT-1] the launcher comes with one request of at most 2 KB; the panel follows when the page is idle", async () => {
    const page = await scene.visit();
    await widgetOn(page).launcher.waitFor();
    await expect.poll(() => scene.shop.requests.some((path) => path.startsWith("/panel-"))).toBe(true);
    expect(scene.shop.requests[0]).toBe("/widget.js");
    const loader = await fetch(`${scene.shop.origin}/widget.js`).then((answer) => answer.arrayBuffer());
    expect(gzipSync(new Uint8Array(loader)).length).toBeLessThanOrEqual(2_048);
  });

  test("[WGT-1] [WGT-2] before anybody talks: no socket, no storage, no cookie, no other host, no global, no history", async () => {
    const page = await scene.visit();
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).host));
    const connections = scene.shop.connections;
    await page.reload();
    await widgetOn(page).launcher.hover();
    await widgetOn(page).host.locator(".overture").waitFor({ state: "attached" });
    const left = await page.evaluate(() => {
      const blank = document.createElement("iframe");
      document.body.append(blank);
      const usual = new Set(Object.getOwnPropertyNames(blank.contentWindow));
      blank.remove();
      return {
        local: localStorage.length,
        session: sessionStorage.length,
        cookie: document.cookie,
        history: history.length,
        globals: Object.getOwnPropertyNames(window).filter(
          (name) => !usual.has(name) && Number.isNaN(Number(name)),
        ),
      };
    });
    expect(left).toEqual({ local: 0, session: 0, cookie: "", history: 2, globals: ["overture"] });
    expect(scene.shop.connections).toBe(connections);
    expect([...hosts].sort()).toEqual(
      [scene.shop.origin, scene.shop.shopOrigin].map((url) => new URL(url).host).sort(),
    );
  });

  test("[WGT-1] the menu is fetched when it is wanted, says when that takes long or fails, and can be tried again", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    const more = widget.panel.getByRole("button", { name: "More options" });
    let answer: (route: Route) => void = () => {};
    const menuIsAsked = () =>
      new Promise<Route>((resolve) => {
        answer = resolve;
      });
    await page.route("**/menu-*.js", (route) => answer(route));
    const first = menuIsAsked();
    await widget.open();
    expect(scene.shop.requests.filter((path) => path.startsWith("/menu-"))).toEqual([]);
    await more.click();
    await widget.panel.getByText("One moment").waitFor();
    await (await first).abort();
    await widget.panel.getByText("This didn’t load").waitFor();
    await more.click();
    const second = menuIsAsked();
    await more.click();
    await (await second).continue();
    await widget.panel.getByRole("button", { name: "Download transcript" }).waitFor();
  });

  test("[WGT-2] moves nothing on the page and adds nothing to its history, opened or closed", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.launcher.waitFor();
    const layout = () =>
      page.evaluate(() => [
        document.body.getBoundingClientRect().toJSON(),
        document.documentElement.scrollWidth,
        history.length,
      ]);
    const before = await layout();
    await widget.open();
    expect(await layout()).toEqual(before);
    await page.keyboard.press("Escape");
    await widget.launcher.waitFor();
    expect(await layout()).toEqual(before);
    expect(await shiftsUntilOwn(page)).toEqual([]);
  });

  test("[WGT-1] calls made before the script has loaded are carried out", async () => {
    const stub = `<script>window.overture = function () { (overture.q = overture.q || []).push(arguments) };
      window.heard = []; overture("on", "ready", (event) => heard.push(event.type)); overture("open");</script>`;
    const page = await scene.visit({ parts: { head: stub } });
    await widgetOn(page).panel.waitFor();
    expect(await page.evaluate("heard")).toEqual(["ready"]);
  });

  test("[WGT-2] a broken page is left as it is: no server, no storage", async () => {
    const page = await scene.visit({
      parts: {
        attributes: 'data-server="https://overture.invalid"',
        head: `<script>for (const name of ["localStorage", "sessionStorage"])
          Object.defineProperty(window, name, { get() { throw new Error("forbidden") } })</script>`,
      },
    });
    const widget = widgetOn(page);
    await widget.launcher.click();
    await widget.panel.waitFor();
    await widget.say("Anybody there?");
    await expect
      .poll(() => widget.messages.allInnerTexts())
      .toEqual([expect.stringContaining("Anybody there?")]);
  });

  test("destroy leaves nothing behind", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    await page.evaluate(() => window.overture?.("destroy"));
    await expect.poll(() => widget.host.count()).toBe(0);
  });

  test.each([
    ["the same site: the first one wins", "pk_test", 1],
    ["two sites: both are there", "pk_other", 2],
  ])("two script tags of %s", async (_what, site, launchers) => {
    const page = await scene.visit();
    scene.shop.page = (path, server) => ({
      // Not async and in the head, both run before there is a body to look at.
      html: shopPage(path, server).replaceAll(
        /<script async (.*?)data-site="pk_test"(.*?)<\/script>/g,
        `<script $1data-site="pk_test"$2</script><script $1data-site="${site}"$2</script>`,
      ),
    });
    await page.reload();
    const widgets = page.locator("overture-widget");
    await expect.poll(() => widgets.count()).toBe(launchers);
    await widgets.last().getByRole("button").click();
    await widgets.last().locator(".turn").first().waitFor();
    expect(await page.locator("overture-widget .panel").count()).toBe(1);
  });

  test("one site embedded twice is one widget; an element in place is another one", async () => {
    const page = await scene.visit();
    await widgetOn(page).launcher.waitFor();
    scene.shop.page = (path, server) => ({
      html: shopPage(path, server, {
        head: `<script async src="${server}/widget.js" data-site="pk_test"></script>`,
        body: '<overture-chat site="pk_test"></overture-chat>',
      }),
    });
    await page.reload();
    const inPlace = page.locator("overture-chat");
    await inPlace.locator(".turn").first().waitFor();
    expect(await page.locator("overture-widget").count()).toBe(1);
    expect((await inPlace.boundingBox())?.height).toBeGreaterThan(300);
    await widgetOn(page).open();
    expect(await inPlace.getByRole("region").count()).toBe(1);
  });
});

/**
 * Which elements the page has shifted, up to now. The browser tells of shifts after they were drawn, and in order, so the
 * test makes one of its own last and waits for it: what is told before is all there was.
 */
function shiftsUntilOwn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const own = document.createElement("p");
    own.textContent = "Something of the test's own";
    own.style.cssText = "position: fixed; inset: 0 auto auto 0; width: 300px; height: 300px";
    document.body.append(own);
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    return await new Promise<string[]>((done) => {
      const shifted: string[] = [];
      new PerformanceObserver((list) => {
        for (const { sources } of list.getEntries() as (PerformanceEntry & { sources: { node: Node }[] })[]) {
          if (sources.some(({ node }) => node === own)) done(shifted);
          else shifted.push(sources.map(({ node }) => node.nodeName).join(" "));
        }
      }).observe({ type: "layout-shift", buffered: true });
      void frame()
        .then(frame)
        .then(() => {
          own.style.top = "300px";
        });
    });
  });
}
