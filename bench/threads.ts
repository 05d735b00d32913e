/** What site threads cost and what they are for: the event loop while a large catalog is built, first turns, memory. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore, type Store } from "../server/store/open-store.ts";
import type { SiteKeys } from "../server/store/site-repository.ts";
import { writeGeneratedCatalog } from "./generate-catalog.ts";
import { percentile, spreadOf, timed } from "./measure.ts";
import { memoryOf } from "./process-memory.ts";
import { milliseconds, type Report, type Section, SPREAD_COLUMNS, spreadCells } from "./report.ts";
import { type LoopDelay, startOvertureProcess, startWatchedServer } from "./running-process.ts";
import { OUTDOOR_SCRIPT } from "./scripts.ts";
import { catalogsBuilt, importFile, letIn, openShop } from "./shop.ts";
import { type AnswerTimes, enterShop } from "./shopper.ts";
import { inWorkplace, type Workplace } from "./workplace.ts";

const DEMO_CATALOG = fileURLToPath(new URL("../demo/catalog/catalog.json", import.meta.url));
const PRODUCTS = 20_000;
const SHOPPERS = 2;
const REBUILDS = 5;
const QUIET_CONVERSATIONS = 6;
const FIRST_TURNS = 7;
const SITES = 4;
const SETTINGS = {
  OVERTURE_METRICS: "1",
  OVERTURE_MESSAGES_PER_10S: "1000000",
  OVERTURE_EVENTS_PER_10S: "1000000",
};

export async function measureThreads(): Promise<Report> {
  return {
    name: "threads",
    title: "Site threads",
    sections: [
      await besideStore(measureRebuilds),
      await inWorkplace(measureFirstTurns),
      await besideStore(measureMemory),
    ],
  };
}

/**
 * Closed before a server is stopped: that waits until the database has ended, and so for its last user.
 */
async function usingStore<Result>(folder: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore({ dataDir: folder });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function besideStore(
  measure: (workplace: Workplace, folder: string, store: Store) => Promise<Section>,
): Promise<Section> {
  return inWorkplace(async (workplace) => {
    const folder = workplace.folder();
    return usingStore(folder, (store) => measure(workplace, folder, store));
  });
}

async function measureRebuilds(workplace: Workplace, folder: string, store: Store): Promise<Section> {
  const file = join(folder, "generated.jsonl");
  await writeGeneratedCatalog({ products: PRODUCTS, seed: 1, from: [DEMO_CATALOG], out: file });
  const shop = await openShop(store, "Large shop", file);
  const server = startWatchedServer(workplace, folder, SETTINGS);
  const [, url = ""] = await server.printed(/^listening on (\S+)$/m);
  await letIn(store, shop, url);
  await catalogsBuilt(url, 1);
  await talkFor(url, shop, (rounds) => rounds < 2);

  await server.eventLoopDelay();
  const quiet = await talkFor(url, shop, (rounds) => rounds < QUIET_CONVERSATIONS / SHOPPERS);
  const quietLoop = await server.eventLoopDelay();

  let isOver = false;
  const talking = talkFor(url, shop, () => !isOver);
  const loops: LoopDelay[] = [];
  const builds: number[] = [];
  for (let rebuild = 1; rebuild <= REBUILDS; rebuild++) {
    await server.eventLoopDelay();
    await touchCatalog(store, shop, file, rebuild);
    builds.push(await timed(() => catalogsBuilt(url, 1 + rebuild)));
    loops.push(await server.eventLoopDelay());
  }
  isOver = true;
  const busy = await talking;
  const answers = (name: string, times: AnswerTimes[], pick: (each: AnswerTimes) => number) => [
    name,
    ...spreadCells(spreadOf(times.map(pick))),
    milliseconds(Math.max(...times.map(pick))),
    "",
  ];
  return {
    title: `A catalog of ${PRODUCTS.toLocaleString("en")} products is built while shoppers talk`,
    about:
      `\`overture serve\`, its database, and ${SHOPPERS} shoppers who talk without a pause, in a process of their own. One ` +
      `title changes and the catalog is built anew, ${REBUILDS} times; a build took ${milliseconds(percentile(builds, 0.5))} ms from the ` +
      "change to the fresh thread's readiness (median). The event loop is the main thread's, by `monitorEventLoopDelay`; a " +
      "delay holds the millisecond between two looks. What the thread ran itself is the longest between two looks, by the " +
      "system's scheduler; the rest of a delay it waited for a processor.",
    columns: ["", ...SPREAD_COLUMNS, "longest (ms)", "ran itself (ms)"],
    rows: [
      answers("acknowledgement, nothing is built", quiet, ({ acknowledged }) => acknowledged),
      answers("acknowledgement, a catalog is built", busy, ({ acknowledged }) => acknowledged),
      answers("turn-end, nothing is built", quiet, ({ ended }) => ended),
      answers("turn-end, a catalog is built", busy, ({ ended }) => ended),
      loopRow("event loop, nothing is built", quietLoop),
      ...loops.map((loop, index) => loopRow(`event loop, build ${index + 1}`, loop)),
    ],
  };
}

function loopRow(name: string, { p99, max, ran }: LoopDelay): string[] {
  return [name, "", "", milliseconds(p99), milliseconds(max), ran === null ? "" : milliseconds(ran)];
}

async function measureFirstTurns(workplace: Workplace): Promise<Section> {
  const folder = workplace.folder();
  const shop = await usingStore(folder, (store) => openShop(store, "Demo shop", DEMO_CATALOG));
  const firstTurn = (isPrepared: boolean) =>
    inWorkplace(async (place) => {
      const server = startOvertureProcess(place, "serve", folder, SETTINGS);
      const [, url = ""] = await server.printed(/^listening on (\S+)$/m);
      await usingStore(folder, (store) => letIn(store, shop, url));
      const prepared = await timed(() => (isPrepared ? catalogsBuilt(url, 1) : Promise.resolve()));
      const opening = await timed(async () => (await enterShop(url, shop.siteKey)).leave());
      return { prepared, opening };
    });
  const atOnce: number[] = [];
  const prepared: number[] = [];
  const later: number[] = [];
  for (let run = 0; run <= FIRST_TURNS; run++) {
    const hasty = await firstTurn(false);
    const patient = await firstTurn(true);
    // The first run brings files into the system's cache.
    if (run === 0) continue;
    atOnce.push(hasty.opening);
    prepared.push(patient.prepared);
    later.push(patient.opening);
  }
  const row = (name: string, times: number[]) => [
    name,
    String(times.length),
    ...[percentile(times, 0.5), Math.min(...times), Math.max(...times)].map(milliseconds),
  ];
  return {
    title: "The first turn after a start",
    about:
      "`overture serve` with the demo's catalog in a data folder that was used before, each in a new process.",
    columns: ["", "runs", "median (ms)", "fastest (ms)", "slowest (ms)"],
    rows: [
      row("from listening until the site's thread is ready", prepared),
      row("connecting and hearing the opening out, as soon as it listens", atOnce),
      row("connecting and hearing the opening out, when the thread is ready", later),
    ],
  };
}

async function measureMemory(workplace: Workplace, folder: string, store: Store): Promise<Section> {
  const server = startOvertureProcess(workplace, "serve", folder, SETTINGS);
  const [, url = ""] = await server.printed(/^listening on (\S+)$/m);
  const rows: string[][] = [];
  const note = (moment: string) => {
    const memory = memoryOf([server.pid]);
    if (memory) rows.push([moment, memory.residentMebibytes.toFixed(1)]);
  };
  for (let count = 1; count <= SITES; count++) {
    const shop = await openShop(store, `Shop ${count}`, DEMO_CATALOG);
    await letIn(store, shop, url);
    if (count === 1) note("no site is talked on");
    await talk(url, shop.siteKey);
    note(
      `${count} ${count === 1 ? "site" : "sites"}, a conversation of ${OUTDOOR_SCRIPT.length} messages on each`,
    );
  }
  return {
    title: "Memory",
    about: "`overture serve`, and sites with the demo's catalog that are talked on one after the other.",
    columns: ["the server's process", "resident (MiB)"],
    rows,
  };
}

/** The first product is called something else, which its thread cannot take up itself. */
async function touchCatalog(store: Store, shop: SiteKeys, file: string, edition: number): Promise<void> {
  const [line = ""] = readFileSync(file, "utf8").split("\n", 1);
  const product = JSON.parse(line);
  const changed = JSON.stringify({ ...product, title: `${product.title}, edition ${edition}` });
  await importFile(
    store,
    shop,
    (async function* () {
      yield new TextEncoder().encode(`${changed}\n`);
    })(),
  );
}

async function talkFor(
  url: string,
  { siteKey }: SiteKeys,
  isOn: (conversations: number) => boolean,
): Promise<AnswerTimes[]> {
  const shoppers = Array.from({ length: SHOPPERS }, async () => {
    const answers: AnswerTimes[] = [];
    for (let conversations = 0; isOn(conversations); conversations++)
      answers.push(...(await talk(url, siteKey)));
    return answers;
  });
  return (await Promise.all(shoppers)).flat();
}

async function talk(url: string, siteKey: string): Promise<AnswerTimes[]> {
  const shopper = await enterShop(url, siteKey);
  const answers: AnswerTimes[] = [];
  for (const text of OUTDOOR_SCRIPT) answers.push(await shopper.say(text));
  shopper.leave();
  return answers;
}
