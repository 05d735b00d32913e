import { describe, expect, test } from "vitest";
import { hasChromium } from "../support/browser.ts";
import { productCard } from "../support/scripted-shop-server.ts";
import { shopInBrowser, widgetOn } from "../support/shop-in-browser.ts";

describe.skipIf(!hasChromium)("[WGT-4] survival", () => {
  const scene = shopInBrowser();

  test("history and an open panel survive reload and navigation; the draft too; nobody is greeted twice", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    await widget.say("Remember me");
    await expect.poll(() => widget.turns.count()).toBe(2);
    await widget.composer.fill("half a th");
    for (const move of [() => page.reload(), () => page.locator("#next").click()]) {
      await move();
      await widget.panel.waitFor();
      await expect.poll(() => widget.messages.count()).toBe(1);
      await expect.poll(() => widget.turns.count()).toBe(2);
      expect(await widget.composer.inputValue()).toBe("half a th");
      expect(await widget.composer.evaluate((field) => field.matches(":focus"))).toBe(false);
    }
    expect(scene.shop.conversations).toHaveLength(1);
  });

  test("a closed panel stays closed, and the talk is there when it is opened again", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    await page.keyboard.press("Escape");
    await page.reload();
    await widget.launcher.waitFor();
    expect(await widget.panel.count()).toBe(0);
    await widget.open();
    expect(await widget.turns.count()).toBe(1);
  });

  test("a click on a card reaches the product, with the talk still there", async () => {
    scene.shop.answer = () => ({ sentences: ["This one."], cards: [productCard("harbour")] });
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    await widget.say("A bag");
    await widget.host.getByRole("link", { name: "Product harbour" }).click();
    await page.waitForURL("**/products/harbour");
    await expect.poll(() => widget.turns.count()).toBe(2);
    await expect.poll(() => scene.shop.signals.map(({ type }) => type)).toContain("card-click");
  });

  test("[WIRE-2] [WGT-4] a message whose acknowledgement got lost is stored and shown once", async () => {
    scene.shop.answer = (text) => ({ sentences: [`Heard ${text}.`] });
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    scene.shop.loseNextAcknowledgement();
    await widget.say("once");
    await widget.host.locator(".said").waitFor();
    await expect.poll(() => widget.host.locator(".pending").count(), { timeout: 5_000 }).toBe(0);
    expect(await widget.messages.count()).toBe(1);
    const stored = scene.shop.conversations
      .flatMap(({ events }) => events)
      .filter(({ type }) => type === "message-stored");
    expect(stored).toHaveLength(1);
  });

  test("what is written without a connection waits, over a reload too, and arrives once and in order", async () => {
    scene.shop.answer = () => null;
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    scene.shop.goAway();
    await widget.host.getByText("Reconnecting").waitFor();
    await widget.say("first");
    await widget.say("second");
    await expect.poll(() => widget.host.locator(".pending").count()).toBe(2);
    await page.reload();
    await expect.poll(() => widget.host.locator(".pending").count()).toBe(2);
    scene.shop.comeBack();
    await expect.poll(() => widget.host.locator(".pending").count(), { timeout: 12_000 }).toBe(0);
    expect(await widget.messages.allInnerTexts()).toEqual([
      expect.stringContaining("first"),
      expect.stringContaining("second"),
    ]);
    const texts = scene.shop.conversations.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === "message-stored" ? event.text : [])),
    );
    expect(texts).toEqual(["first", "second"]);
  }, 20_000);

  test("where web sockets are blocked, the talk goes on over plain requests, and survives a lost connection", async () => {
    const blocked = `<script>WebSocket = class extends WebSocket {
      constructor() { super(location.origin.replace("http", "ws")) }
    }</script>`;
    scene.shop.answer = (text) => ({ sentences: [`Heard ${text}.`] });
    const page = await scene.visit({ parts: { head: blocked } });
    const polls = page.waitForRequest(/transport=polling/);
    const widget = widgetOn(page);
    await widget.open();
    await polls;
    await widget.say("one — 中");
    await widget.log.getByText("Heard one — 中.").waitFor();
    scene.shop.goAway();
    await widget.host.getByText("Reconnecting").waitFor();
    await widget.say("two");
    scene.shop.comeBack();
    await widget.log.getByText("Heard two.").waitFor({ timeout: 15_000 });
    expect(await widget.messages.count()).toBe(2);
    expect(scene.shop.conversations).toHaveLength(1);
  }, 20_000);

  test("a double click makes one conversation", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.launcher.dblclick();
    await widget.turns.first().waitFor();
    expect(scene.shop.conversations).toHaveLength(1);
  });

  test("two tabs are in step", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    const other = await page.context().newPage();
    await other.goto(scene.shop.shopOrigin);
    await widgetOn(other).open();
    await widget.say("Said in the first");
    await expect
      .poll(() => widgetOn(other).messages.allInnerTexts())
      .toEqual([expect.stringContaining("Said in the first")]);
    await expect.poll(() => widgetOn(other).turns.count()).toBe(2);
  });

  test("two tabs that a new visitor opens at the same moment are one visitor", async () => {
    const page = await scene.visit();
    const other = await page.context().newPage();
    await other.goto(scene.shop.shopOrigin);
    const widgets = [widgetOn(page), widgetOn(other)];
    await Promise.all(widgets.map((widget) => widget.open()));
    for (const widget of widgets) await widget.turns.first().waitFor();
    expect(scene.shop.conversations).toHaveLength(1);
  });

  test("[WGT-7] what one tab forgets, all tabs forget, with or without a connection", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    await widget.say("A secret");
    await expect.poll(() => widget.turns.count()).toBe(2);
    const [connected, closed] = [await page.context().newPage(), await page.context().newPage()];
    for (const tab of [connected, closed]) {
      await tab.goto(scene.shop.shopOrigin);
      await widgetOn(tab).open();
      await expect.poll(() => widgetOn(tab).messages.count()).toBe(1);
    }
    await closed.keyboard.press("Escape");
    await closed.reload();
    await widgetOn(closed).launcher.hover();
    await expect
      .poll(() => closed.evaluate(() => !!window.overture?.embeds[0]?.root.querySelector(".overture")))
      .toBe(true);

    await widget.panel.getByRole("button", { name: "More options" }).click();
    await widget.panel.getByRole("button", { name: "Forget me" }).click();
    await widget.panel.getByRole("button", { name: "Erase everything" }).click();
    await widget.log.getByText("you are forgotten here").waitFor();
    await widgetOn(connected).log.getByText("you are forgotten here").waitFor();
    expect(await widgetOn(connected).messages.count()).toBe(0);
    for (const tab of [connected, closed]) {
      await expect
        .poll(() => tab.evaluate(() => [localStorage.length, sessionStorage.length]))
        .toEqual([0, 0]);
    }
  });

  test("a single-page app that moves on, or swaps its whole body, keeps the widget and its talk", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    await page.evaluate(() => {
      history.pushState({}, "", "/elsewhere");
      document.body = document.createElement("body");
    });
    await widget.say("Still here?");
    await expect.poll(() => widget.turns.count()).toBe(2);
    expect(await page.evaluate(() => history.pushState.toString())).toContain("[native code]");
  });

  test("a turn that is discarded leaves no trace", async () => {
    scene.shop.answer = () => ({ sentences: ["What I mean is this."], aborts: true });
    const page = await scene.visit();
    const widget = widgetOn(page);
    await widget.open();
    await widget.say("Go");
    await expect.poll(() => widget.turns.count()).toBe(2);
    expect(await widget.log.innerText()).not.toContain("not what I meant");
  });

  test("[WGT-7] what is remembered is shown in plain words, and can be forgotten from there", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    const choose = async (name: string) => {
      await widget.panel.getByRole("button", { name: "More options" }).click();
      await widget.panel.getByRole("button", { name }).click();
    };
    await widget.open();
    await choose("What I remember");
    const memory = widget.panel.getByRole("group", { name: "What I remember" });
    await memory.getByText("Nothing yet").waitFor();
    await memory.getByRole("button", { name: "Close" }).click();
    expect(await memory.count()).toBe(0);
    const more = widget.panel.getByRole("button", { name: "More options" });
    expect(await more.evaluate((button) => button.matches(":focus"))).toBe(true);

    scene.shop.remembered = {
      at: "2026-03-01T10:00:00.000Z",
      days: 90,
      wishes: ["Backpacks", "Under $150"],
      items: [{ sku: "a", title: "Tidewater 22", note: "you liked it" }],
      questions: ["does it fit a bike rack?"],
    };
    await choose("What I remember");
    await memory.getByText("Under $150").waitFor();
    expect(await memory.innerText()).toMatch(
      /Backpacks.*Tidewater 22 you liked it.*bike rack.*March 1, 2026.*May 30, 2026/s,
    );
    await memory.getByRole("button", { name: "Forget this" }).click();
    await widget.panel.getByRole("button", { name: "Erase everything" }).click();
    await widget.log.getByText("you are forgotten here").waitFor();
    expect(scene.shop.conversations).toEqual([]);
  });

  test("[WGT-7] forgetting erases here and there; starting over begins anew; the transcript can be taken along", async () => {
    const page = await scene.visit();
    const widget = widgetOn(page);
    const choose = async (name: string) => {
      await widget.panel.getByRole("button", { name: "More options" }).click();
      await widget.panel.getByRole("button", { name }).click();
    };
    await widget.open();
    const download = page.waitForEvent("download");
    await choose("Download transcript");
    expect((await download).suggestedFilename()).toBe("conversation.txt");
    await choose("Start over");
    await expect.poll(() => scene.shop.conversations.length).toBe(2);
    await choose("Forget me");
    await widget.panel.getByRole("button", { name: "Erase everything" }).click();
    await widget.log.getByText("you are forgotten here").waitFor();
    expect(scene.shop.conversations).toHaveLength(1);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  });
});
