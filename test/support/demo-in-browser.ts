/** The demo shop as `overture demo` serves it, and visits to it that note what a guest in a shop must not do. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { startServerProcess } from "./server-process.ts";

const PRODUCT_DWELL_MS = 6_000;

export interface RunningDemo {
  /** Where the shop's front page is. */
  url: string;
  /** Of the dashboard, with a password for once. */
  owner: { email: string; password: string };
  stop(): Promise<void>;
}

/** A demo of its own on a free port and in a folder of its own, when its shelves are stocked. */
export async function startDemo(): Promise<RunningDemo> {
  const { lines, stop } = startServerProcess("demo");
  const owner = { email: "", password: "" };
  for await (const line of lines()) {
    const [, email, password] = /^owner login.*: (\S+) (\S+)$/.exec(line) ?? [];
    if (email !== undefined && password !== undefined) Object.assign(owner, { email, password });
    const [, url] = /the demo shop is at (\S+)/.exec(line) ?? [];
    if (url !== undefined) return { url, owner, stop };
  }
  throw new Error("a demo either prints where it is or ends");
}

export interface DemoVisit {
  context: BrowserContext;
  page: Page;
  /** Errors in any tab, and requests to anybody but the shop. */
  misdeeds: string[];
}

/** A shopper's browser, with nothing in it yet. */
export async function visitDemo(
  browser: Browser,
  { url }: RunningDemo,
  options: BrowserContextOptions,
): Promise<DemoVisit> {
  const context = await browser.newContext(options);
  const misdeeds: string[] = [];
  const { host } = new URL(url);
  const expectShop = (address: string) => {
    if (/^(https?|wss?):/.test(address) && new URL(address).host !== host)
      misdeeds.push(`asked ${address} for something`);
  };
  context.on("page", (page) => {
    page.on("pageerror", ({ message }) => misdeeds.push(`threw: ${message}`));
    page.on("websocket", (socket) => expectShop(socket.url()));
  });
  context.on("request", (request) => expectShop(request.url()));
  context.on("console", (message) => {
    if (message.type() === "error") misdeeds.push(`logged: ${message.text()}`);
  });
  return { context, page: await context.newPage(), misdeeds };
}

/** Opens a product's page and looks at it for as long as the demo's agent waits before it speaks up. */
export async function dwellOnProduct(page: Page, url: string): Promise<void> {
  await page.clock.install();
  await openKnown(page, url);
  await page.clock.runFor(PRODUCT_DWELL_MS);
}

/** Opens a page, and waits until its widget knows the rules by which the agent speaks first. */
export async function openKnown(page: Page, url: string): Promise<void> {
  const configured = page.waitForResponse(/\/config$/);
  await page.goto(url);
  await (await configured).finished();
}
