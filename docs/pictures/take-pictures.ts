/**
 * Takes the README's pictures anew, all or the named ones: conversations that are really held, on a demo of their own. The
 * agent says something else each time, so look at them before they are committed.
 */
import { fileURLToPath } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { launchChromium } from "../../test/support/browser.ts";
import {
  dwellOnProduct,
  type RunningDemo,
  startDemo,
  visitDemo,
} from "../../test/support/demo-in-browser.ts";
import { widgetOn } from "../../test/support/shop-in-browser.ts";

interface Picture {
  name: string;
  screen: BrowserContextOptions;
  /** The page, below the shop's front page. */
  page: string;
  pose(page: Page, url: string, demo: RunningDemo): Promise<void>;
}

const DESKTOP = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.25 };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

const PICTURES: Picture[] = [
  {
    name: "opening",
    screen: DESKTOP,
    page: "products/tidewater-22-roll-top-backpack#facts",
    async pose(page, url) {
      await dwellOnProduct(page, url);
      await widgetOn(page).teaser.waitFor();
    },
  },
  {
    name: "conversation",
    screen: DESKTOP,
    page: "departments/bags/backpacks",
    pose: (page, url) =>
      converse(page, url, [
        "What do buyers say about the Tidewater 22?",
        "I need a backpack for commuting, under $150",
      ]),
  },
  {
    name: "phone",
    screen: PHONE,
    page: "departments/clothing/rain-jackets",
    pose: (page, url) => converse(page, url, ["I'm after a rain jacket for cycling, under $170"]),
  },
  {
    name: "dashboard",
    screen: DESKTOP,
    page: "departments/camping/tents",
    async pose(page, url, { owner }) {
      await converse(page, url, ["We need a light tent for two, under $400", "How heavy is it?"]);
      await enterDashboard(page, new URL("/dashboard/", url).href, owner);
      await page.getByRole("navigation").getByRole("link", { name: "Conversations" }).click();
      await page.locator("table a, ol a").first().click();
      const why = page.locator("summary", { hasText: "Why" });
      await why.nth(1).click();
      await why.nth(1).evaluate((element) => scrollTo({ top: element.getBoundingClientRect().top - 220 }));
    },
  },
];

/** Signs the owner in, who has to choose a password of their own first. */
async function enterDashboard(
  page: Page,
  address: string,
  { email, password }: RunningDemo["owner"],
): Promise<void> {
  const own = "seven tents by a quiet lake";
  await page.goto(address);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("The password you were given").fill(password);
  await page.getByLabel("New password").fill(own);
  await page.getByLabel("Once more").fill(own);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
}

async function converse(page: Page, url: string, messages: string[]): Promise<void> {
  const widget = widgetOn(page);
  await page.goto(url);
  await widget.open();
  for (const [answered, message] of messages.entries()) {
    await widget.say(message);
    await widget.turns.nth(answered + 1).waitFor();
  }
  await fromTheLastMessageOn(page);
  for (const text of await widget.host.locator(".turn > .text, .said").allInnerTexts())
    console.log(`  ${text}`);
}

/** Shows the shopper's last message and what it led to, rather than the end of a long answer. */
async function fromTheLastMessageOn(page: Page): Promise<void> {
  const { log, messages } = widgetOn(page);
  const above = (await messages.last().boundingBox())?.y ?? 0;
  const top = (await log.boundingBox())?.y ?? 0;
  await log.evaluate(
    (element, distance) => element.scrollBy({ top: distance, behavior: "instant" }),
    above - top - 16,
  );
}

const named = process.argv.slice(2);
const [browser, demo] = await Promise.all([launchChromium(), startDemo()]);
try {
  for (const picture of PICTURES.filter(({ name }) => named.length === 0 || named.includes(name))) {
    const path = fileURLToPath(new URL(`${picture.name}.png`, import.meta.url));
    console.log(path);
    const { context, page } = await visitDemo(browser, demo, picture.screen);
    await picture.pose(page, demo.url + picture.page, demo);
    // Whatever is in the picture has its own picture loaded.
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path, animations: "disabled", caret: "hide" });
    await context.close();
  }
} finally {
  await browser.close();
  await demo.stop();
}
