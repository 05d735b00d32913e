/**
 * How long each view of the dashboard takes in Chromium until all its data stands on the page, on a shop of 100,000 turns: from the
 * beginning of the navigation, with nothing in the browser's cache, until nothing on the page is still loading.
 */
import type { Browser } from "playwright-core";
import { openStore } from "../../server/store/open-store.ts";
import { launchChromium } from "../../test/support/browser.ts";
import { percentile } from "../measure.ts";
import type { Report } from "../report.ts";
import { milliseconds } from "../report.ts";
import { startOvertureProcess } from "../running-process.ts";
import { inWorkplace, type Workplace } from "../workplace.ts";
import { makeBusyShop } from "./make-shop.ts";

export interface MeasureOptions {
  /** A data folder made by `dashboard-data`; one of its own is made when left out. */
  data?: string;
  shoppers: number;
  turns: number;
  repeats: number;
}

export const MEASURE_DEFAULTS: MeasureOptions = { shoppers: 400, turns: 100_000, repeats: 7 };
const GOAL_MS = 1_000;

declare global {
  interface Window {
    /** On the page's clock; 0 while something is still loading. */
    settledAt: number;
  }
}

export async function measureDashboard(options: MeasureOptions = MEASURE_DEFAULTS): Promise<Report> {
  return inWorkplace(async (workplace) => {
    const folder = options.data ?? workplace.folder();
    const url =
      options.data === undefined
        ? (await makeBusyShop(workplace, folder, options)).url
        : await startOn(workplace, folder);
    const { cookie, views, about } = await enter(folder, url);
    const browser = await launchChromium();
    workplace.atEnd(() => browser.close());
    const rows: string[][] = [];
    for (const { name, path } of views) {
      const times: number[] = [];
      for (let repeat = 0; repeat < options.repeats; repeat++)
        times.push(await timeToData(browser, { url, path, cookie }));
      const [p50, most] = [percentile(times, 0.5), Math.max(...times)];
      rows.push([name, path, milliseconds(p50), milliseconds(most), p50 <= GOAL_MS ? "yes" : "no"]);
      console.error(rows.at(-1)?.join("  "));
    }
    return {
      name: "dashboard",
      title: "The dashboard's views on 100,000 turns",
      sections: [
        {
          title: "Time to data",
          about: `${about} Chromium on the same machine, ${options.repeats} times each, with nothing in its cache: from the beginning of the navigation until nothing on the page is still loading. The goal is ${GOAL_MS} ms; the most of each is mostly its first time, when the database has to read.`,
          columns: ["view", "address", "p50 (ms)", "max (ms)", "p50 within the goal"],
          rows,
        },
      ],
    };
  });
}

async function startOn(workplace: Workplace, folder: string): Promise<string> {
  const server = startOvertureProcess(workplace, "demo", folder);
  const [, address = ""] = await server.printed(/^the demo shop is at (\S+)$/m);
  return new URL(address).origin;
}

interface View {
  name: string;
  path: string;
}

/** Signs a viewer in, and finds the conversation to look at. */
async function enter(
  dataDir: string,
  url: string,
): Promise<{ cookie: string; views: View[]; about: string }> {
  const store = await openStore({ dataDir });
  try {
    const [site] = await store.sites.list();
    if (!site) throw new Error("the demo has made no site");
    const { member } = await store.members.add(site.id, `bench-${Date.now()}@overture.example`, "owner");
    const { token } = await store.members.openLink(member.id);
    const welcomed = await fetch(`${url}/api/welcome`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token, password: "a password of the bench" }),
    });
    const [, cookie = ""] = /overture_session=([^;]+)/.exec(welcomed.headers.get("set-cookie") ?? "") ?? [];
    const { conversations } = await store.conversationList.list(site.id, { limit: 50 });
    const longest = conversations.toSorted((a, b) => b.turns - a.turns)[0];
    const all = await store.strategies.count(site.id, { since: null });
    const summary = await store.outcomes.summary(site.id, { since: null });
    const about = `${all.turns.toLocaleString("en")} turns in ${all.conversations.toLocaleString("en")} conversations and ${summary.orders.placed.toLocaleString("en")} orders of the demo's shop are stored in the embedded PostgreSQL: talks of simulated shoppers over sockets, and copies of these over twelve weeks.`;
    return { cookie, views: viewsWith(longest?.id ?? ""), about };
  } finally {
    await store.close();
  }
}

function viewsWith(conversationId: string): View[] {
  return [
    { name: "Overview, 7 days", path: "?days=7" },
    { name: "Overview, 28 days", path: "" },
    { name: "Overview, 90 days", path: "?days=90" },
    { name: "Conversations", path: "conversations" },
    { name: "… with words", path: "conversations?query=waterproof" },
    { name: "… with a strategy", path: "conversations?strategy=credibility" },
    { name: "… that bought", path: "conversations?outcome=bought" },
    { name: "… abandoned", path: "conversations?outcome=abandoned" },
    { name: "… live", path: "conversations?state=live" },
    { name: "A conversation", path: `conversations/${conversationId}` },
    { name: "Strategies, 28 days", path: "strategies" },
    { name: "Strategies, all time", path: "strategies?days=all" },
    { name: "… of a phase, all time", path: "strategies?days=all&phase=recommending" },
    { name: "… by phase, 28 days", path: "strategies?view=phases" },
    { name: "… by phase, all time", path: "strategies?view=phases&days=all" },
    { name: "… by category, all time", path: "strategies?view=categories&days=all" },
    { name: "… flow, all time", path: "strategies?view=flow&days=all" },
    { name: "Policies", path: "policies" },
    { name: "Experiments", path: "experiments" },
    { name: "An experiment", path: "experiments/worth-of-the-assistant" },
    { name: "A new experiment", path: "experiments/new" },
    { name: "Content gaps", path: "gaps" },
    { name: "… all time", path: "gaps?days=all" },
    { name: "Catalog", path: "catalog" },
    { name: "Agent", path: "agent" },
    { name: "People", path: "people" },
  ];
}

/** A view that is settled for so long will not begin to load again by itself. */
const SETTLED_MS = 400;
const PATIENCE_MS = 60_000;

async function timeToData(
  browser: Browser,
  { url, path, cookie }: { url: string; path: string; cookie: string },
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    await context.addCookies([{ name: "overture_session", value: cookie, url }]);
    await context.addInitScript(watchLoading);
    const page = await context.newPage();
    await page.goto(`${url}/dashboard/${path}`);
    const settled = await page.waitForFunction(
      (quiet) =>
        window.settledAt > 0 && performance.now() - window.settledAt > quiet ? window.settledAt : null,
      SETTLED_MS,
      { timeout: PATIENCE_MS, polling: 50 },
    );
    const wrong = await page.locator("[role=alert]").count();
    if (wrong > 0) throw new Error(`${path}: the view shows an error`);
    return (await settled.jsonValue()) ?? Number.NaN;
  } finally {
    await context.close();
  }
}

/** Runs in the page, where no helper of a compiler's is, so nothing in it has a name: when its title stood there and no skeleton any more. */
function watchLoading(): void {
  window.settledAt = 0;
  new MutationObserver(() => {
    const isSettled = document.querySelector("h1") !== null && document.querySelector(".skeleton") === null;
    if (!isSettled) window.settledAt = 0;
    else if (window.settledAt === 0) window.settledAt = performance.now();
  }).observe(document, { subtree: true, childList: true });
}
