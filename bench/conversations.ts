/** Conversations to be read: over a bare socket, on real catalogs where they lie beside the checkout. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { importReviews } from "../server/catalog/reviews/import-reviews.ts";
import { matchReferences } from "../server/catalog/reviews/match-references.ts";
import { openStore, type Store } from "../server/store/open-store.ts";
import type { SiteKeys } from "../server/store/site-repository.ts";
import type { TurnEnd } from "../shared/shopper-socket.ts";
import { connectTab, type Tab } from "../test/contract/wire-client.ts";
import {
  PLANTED_PRODUCT,
  PLANTED_REVIEWS,
  type ReadTurn,
  SCENARIOS,
  type Scenario,
} from "./conversation-scenarios.ts";
import type { Report, Section, Table } from "./report.ts";
import { startOvertureProcess } from "./running-process.ts";
import { importFile, letIn, openShop } from "./shop.ts";
import { inWorkplace, type Workplace } from "./workplace.ts";

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const DEMO_CATALOG = fileOf("../demo/catalog/catalog.json");
const SHARED = fileOf("../../shared/data/catalogs");
const CATALOG_OF: Record<Scenario["shop"], string> = {
  outdoor: DEMO_CATALOG,
  electronics: join(SHARED, "electronics.json"),
  cosmetics: join(SHARED, "cosmetics.json"),
  bicycles: join(SHARED, "shopify-bicycles.csv"),
};
/** So short that nobody has to wait for an agent that waits. */
const SILENCE_MS = 1_500;
const LOOK_EVERY_MS = 50;
const SETTINGS = {
  OVERTURE_MESSAGES_PER_10S: "1000000",
  OVERTURE_EVENTS_PER_10S: "1000000",
};

export async function measureConversations(): Promise<Report> {
  const scenarios = SCENARIOS.filter(({ shop }) => existsSync(CATALOG_OF[shop]));
  if (scenarios.length < SCENARIOS.length)
    console.error(
      `conversations: ${SCENARIOS.length - scenarios.length} are left out, whose catalogs are not there`,
    );
  const held = await inWorkplace((workplace) => holdAll(workplace, scenarios));
  const summary: Table = {
    title: "What they show",
    about:
      "By a rule of thumb for each; whether it is shown well is for a reader to say. " +
      "The agent follows up silence after so short a time here that it fits a reading.",
    columns: ["", "shown", "agent's turns"],
    rows: held.map(({ scenario, turns }) => [
      scenario.shows,
      scenario.isShown(turns) ? "yes" : "NO",
      String(turns.length),
    ]),
  };
  return {
    name: "conversations",
    title: "Conversations over a bare socket",
    sections: [summary, ...held.map(({ scenario, lines }) => transcriptOf(scenario, lines))],
  };
}

interface Held {
  scenario: Scenario;
  turns: ReadTurn[];
  lines: string[];
}

async function holdAll(workplace: Workplace, scenarios: readonly Scenario[]): Promise<Held[]> {
  const dataDir = workplace.folder();
  const server = startOvertureProcess(workplace, "serve", dataDir, SETTINGS);
  const [, url = ""] = await server.printed(/^listening on (\S+)$/m);
  const store = await openStore({ dataDir });
  const shops = new Map<Scenario["shop"], SiteKeys>();
  for (const shop of new Set(scenarios.map((scenario) => scenario.shop))) {
    const keys = await openShop(store, "Tarn & Tram", CATALOG_OF[shop]);
    if (shop === "outdoor") await plant(store, keys);
    await letIn(store, keys, url);
    await store.sites.update(keys.siteKey, { silence: { firstMs: SILENCE_MS, secondMs: SILENCE_MS } });
    shops.set(shop, keys);
  }
  await store.close();
  const held: Held[] = [];
  for (const scenario of scenarios)
    held.push(await hold(url, shops.get(scenario.shop)?.siteKey ?? "", scenario));
  return held;
}

async function plant(store: Store, keys: SiteKeys): Promise<void> {
  await importFile(store, keys, bytesOf([PLANTED_PRODUCT]));
  const sink = await store.reviews.openImport(keys.siteId, matchReferences);
  const imported = await importReviews({ source: bytesOf(PLANTED_REVIEWS), format: "auto", sink });
  if (!imported.ok) throw new Error(imported.error.message);
}

async function* bytesOf(rows: readonly object[]): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

async function hold(url: string, siteKey: string, scenario: Scenario): Promise<Held> {
  const turns: ReadTurn[] = [];
  const lines: Held["lines"] = [];
  const hear = (turn: TurnEnd) => {
    const cards = turn.cards.map(({ sku, title, price }) => ({ sku, title, minor: price.minor }));
    turns.push({ respondsTo: turn.respondsTo.type, text: turn.text, cards, replies: turn.replies });
    const shown = turn.cards.map((card) => `[${card.title}, ${card.price.text}: ${card.why}]`);
    const replies = turn.replies.length > 0 ? [`(${turn.replies.join(" · ")})`] : [];
    const speaker = turn.respondsTo.type === "silence" ? "**Agent, unasked:**" : "**Agent:**";
    lines.push([`${speaker} ${turn.text}`, ...shown, ...replies].join("  \n"));
  };
  let { tab, visitorToken } = await enter(url, siteKey, hear);
  for (const step of scenario.steps) {
    if ("say" in step) {
      lines.push(`**Shopper:** ${step.say}`);
      const id = randomUUID();
      const answer = await tab.say(step.say, id);
      if (!answer.ok) throw new Error(`a message was refused: ${answer.error.code}`);
      hear(await tab.answerTo(id));
    } else if ("silence" in step) {
      lines.push("*silence*");
      const unasked = await unaskedTurn(
        tab,
        turns.filter(({ respondsTo }) => respondsTo === "silence").length,
      );
      if (unasked) hear(unasked);
    } else if ("dismiss" in step) {
      lines.push("*closes the opening*");
      await tab.ask("signal", { id: randomUUID(), type: "opening-dismiss" });
    } else {
      lines.push("*leaves, and comes back*");
      tab.close();
      ({ tab, visitorToken } = await enter(url, siteKey, hear, visitorToken));
    }
  }
  tab.close();
  return { scenario, turns, lines };
}

async function enter(url: string, siteKey: string, hear: (turn: TurnEnd) => void, token?: string) {
  const tab = await connectTab(url, {
    siteKey,
    origin: url,
    ...(token !== undefined && { visitorToken: token }),
  });
  const { visitorToken, events } = await tab.open({ resume: token === undefined });
  if (!events.some(({ type }) => type === "turn-end")) hear(await tab.answerTo("opening"));
  return { tab, visitorToken };
}

/** Null when none comes within twice the time after which one would. */
async function unaskedTurn(tab: Tab, heardBefore: number): Promise<TurnEnd | null> {
  const deadline = performance.now() + 3 * SILENCE_MS;
  for (;;) {
    const unasked = tab.heard.flatMap(({ event, payload }) =>
      event === "turn-end" && payload.respondsTo.type === "silence" ? [payload] : [],
    );
    const next = unasked[heardBefore];
    if (next) return next;
    if (performance.now() > deadline) return null;
    await pause(LOOK_EVERY_MS);
  }
}

function transcriptOf({ shows, shop }: Scenario, lines: Held["lines"]): Section {
  return { title: shows, about: `In the ${shop} shop.`, lines };
}
