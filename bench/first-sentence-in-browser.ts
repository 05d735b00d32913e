/**
 * When a model's first sentence stands in the panel of a shop's page: the embedded widget in Chromium, asked by the
 * keyboard, watched by a MutationObserver inside the page.
 */
import type { Browser, Page } from "playwright-core";
import type { Heard, TimedEndpoint } from "./first-sentence-endpoint.ts";
import { SENTENCE } from "./first-sentence-endpoint.ts";

declare global {
  interface Window {
    /** On the page's clock; 0 until it happened. */
    heard: { asked: number; ended: number };
  }
}

export interface ShopperPage {
  /** Null where the turn did not begin with the model's words. */
  ask(message: string): Promise<Heard | null>;
  close(): Promise<void>;
}

/** A new visitor with an open panel, who has been greeted. */
export async function openShopperPage(
  browser: Browser,
  url: string,
  endpoint: TimedEndpoint,
): Promise<ShopperPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url);
  const host = page.locator("overture-widget");
  await host.getByRole("button", { name: /Chat with/ }).click();
  const composer = host.getByRole("textbox", { name: "Write a message" });
  const turns = host.locator(".line:not(.fresh) .turn > .text");
  await turns.first().waitFor();
  await page.evaluate(watchPanel, SENTENCE);
  let answered = await turns.count();
  return {
    async ask(message) {
      const behindMs = await clockBehind(page);
      await composer.fill(message);
      await page.evaluate(() => {
        window.heard = { asked: 0, ended: 0 };
      });
      await composer.press("Enter");
      await turns.nth(answered).waitFor();
      answered += 1;
      const { asked, ended } = await page.evaluate(() => window.heard);
      if (ended === 0) return null;
      return { asked: asked + behindMs, ended: ended + behindMs, ...endpoint.times() };
    },
    close: () => context.close(),
  };
}

/** Runs in the page. Mutations are told of right after the change, before anything is painted. */
function watchPanel(sentence: string): void {
  const root = document.querySelector("overture-widget")?.shadowRoot;
  if (!root) throw new Error("the page has no widget");
  window.heard = { asked: 0, ended: 0 };
  root.addEventListener(
    "keydown",
    () => {
      window.heard.asked ||= performance.now();
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (window.heard.asked === 0 || window.heard.ended > 0) return;
    const first = root.querySelector(".fresh .sentence")?.textContent ?? "";
    if (first.includes(sentence)) window.heard.ended = performance.now();
  }).observe(root, { subtree: true, childList: true, characterData: true });
}

const TICKS = 9;

/**
 * What is to be added to a time on the page's clock for the same moment on this process's, in milliseconds. Both run on
 * one machine and see its wall clock tick, which tells how far apart their own are.
 */
async function clockBehind(page: Page): Promise<number> {
  const theirs = await page.evaluate(wallClockLead, TICKS);
  return theirs - wallClockLead(TICKS);
}

/** The wall clock's time less that of `performance.now()`, at its ticks: their median. Runs here and in a page. */
function wallClockLead(ticks: number): number {
  const leads: number[] = [];
  for (let tick = 0; tick < ticks; tick++) {
    const before = Date.now();
    let now = before;
    while (now === before) now = Date.now();
    leads.push(now - performance.now());
  }
  leads.sort((a, b) => a - b);
  return leads[Math.floor(ticks / 2)] ?? 0;
}
