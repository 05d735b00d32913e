/** What a shopper meets on the real demo: its server, its catalog, its agent. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, launchChromium } from "../support/browser.ts";
import {
  type DemoVisit,
  dwellOnProduct,
  openKnown,
  type RunningDemo,
  startDemo,
  visitDemo,
} from "../support/demo-in-browser.ts";
import { widgetOn } from "../support/shop-in-browser.ts";

const PRODUCT = "products/tidewater-22-roll-top-backpack";
const SCREENS = [
  { name: "a desktop", besidePage: true, options: { viewport: { width: 1280, height: 800 } } },
  {
    name: "a phone",
    besidePage: false,
    options: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  },
];
/** From a need to a choice, after the answer that is given by a tap. */
const SAYS = [
  "I'm looking for a backpack for commuting",
  "under $150",
  "not black please",
  "does it fit a 16 inch laptop?",
  "which of these would you pick?",
];

describe.skipIf(!hasChromium)("a conversation on the demo shop", () => {
  let browser: Browser;
  let demo: RunningDemo;

  beforeAll(async () => {
    [browser, demo] = await Promise.all([launchChromium(), startDemo()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  test.for(SCREENS)(
    "[INI-1] [GRD-5] [WGT-4] on $name it begins by itself, leads to cards, and follows the shopper",
    { timeout: 60_000 },
    async ({ options, besidePage }) => {
      const visit = await visitDemo(browser, demo, options);
      const { page, context } = visit;
      const widget = widgetOn(page);

      await dwellOnProduct(page, demo.url + PRODUCT);
      await widget.teaser.waitFor();
      const opening = (await widget.teaser.locator(".opening").textContent()) ?? "";
      expect(opening).toMatch(/\bAI\b/);
      await widget.teaser.locator(".opener").click();
      await widget.panel.waitFor();
      await expect.poll(() => widget.turns.allTextContents()).toEqual([opening]);

      const tapped = await widget.replies.first().innerText();
      await widget.replies.first().click();
      await answered(page, 1);
      for (const [said, text] of SAYS.entries()) {
        await widget.say(text);
        await answered(page, said + 2);
      }
      const messages = [tapped, ...SAYS];
      expect(await widget.messages.allInnerTexts()).toEqual(messages);
      await everyCardLeadsToItsProduct(page);

      const turns = await widget.turns.allTextContents();
      const isTheSameTalk = async (tab: Page) => {
        await widgetOn(tab).panel.waitFor();
        await expect.poll(() => widgetOn(tab).messages.allInnerTexts()).toEqual(messages);
        await expect.poll(() => widgetOn(tab).turns.allTextContents()).toEqual(turns);
      };
      const card = widget.host.locator(".card a").last();
      const title = await card.innerText();
      await card.click();
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      // Where it would cover the product that was asked for, the panel steps aside.
      if (!besidePage) await widget.open();
      await isTheSameTalk(page);
      await page.reload();
      await isTheSameTalk(page);

      const other = await context.newPage();
      await other.goto(demo.url);
      await widgetOn(other).open();
      await isTheSameTalk(other);

      await behavedLikeAGuest(visit);
      await context.close();
    },
  );

  test("[INI-1] the agent speaks of a search in vain, by the words that were searched for", async () => {
    const visit = await visitDemo(browser, demo, {});
    const { page, context } = visit;
    await page.clock.install();
    await openKnown(page, `${demo.url}search?q=gravel+helmt`);
    await page.clock.runFor(4_000);
    await expect
      .poll(() => widgetOn(page).teaser.allInnerTexts())
      .toEqual([expect.stringContaining("gravel helmt")]);
    await behavedLikeAGuest(visit);
    await context.close();
  });

  test("[INI-1] the agent speaks of a cart that is left alone, and not of an empty one", async () => {
    const visit = await visitDemo(browser, demo, {});
    const { page, context } = visit;
    const { teaser } = widgetOn(page);
    await page.clock.install();
    await openKnown(page, `${demo.url}cart`);
    await page.clock.runFor(30_000);
    expect(await teaser.count()).toBe(0);
    await openKnown(page, demo.url + PRODUCT);
    await page.getByRole("button", { name: "Add to cart" }).click();
    await openKnown(page, `${demo.url}cart`);
    await page.clock.runFor(25_000);
    await expect.poll(() => teaser.allInnerTexts()).toEqual([expect.stringMatching(/\bcart\b/)]);
    await behavedLikeAGuest(visit);
    await context.close();
  });
});

/** The agent has said as much as the shopper: its opening, and one turn for each message. */
async function answered(page: Page, messages: number): Promise<void> {
  const widget = widgetOn(page);
  await expect.poll(() => widget.messages.count()).toBe(messages);
  await expect.poll(() => widget.turns.count(), { timeout: 10_000 }).toBe(messages + 1);
  for (const turn of await widget.turns.allTextContents()) expect(turn.trim()).not.toBe("");
}

async function everyCardLeadsToItsProduct(page: Page): Promise<void> {
  const cards = await widgetOn(page)
    .host.locator(".card a")
    .evaluateAll((links) =>
      links.map((link) => ({ href: (link as HTMLAnchorElement).href, title: link.textContent ?? "" })),
    );
  expect(cards.length).toBeGreaterThan(0);
  for (const { href, title } of new Map(cards.map((card) => [card.href, card])).values()) {
    const response = await page.request.get(href);
    expect(response.status(), href).toBe(200);
    expect(await response.text(), href).toContain(title.replaceAll("'", "&#39;"));
  }
}

async function behavedLikeAGuest({ context, misdeeds }: DemoVisit): Promise<void> {
  expect(misdeeds, "[WGT-2] errors and requests to others").toEqual([]);
  expect(await context.cookies(), "[WGT-2] cookies").toEqual([]);
}
