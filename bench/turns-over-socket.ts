/** Turns as a shopper's page has them: the demo's server with its database, and a bare client in another process. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { io } from "socket.io-client";
import { openStore, type Store } from "../server/store/open-store.ts";
import { openDemoShop } from "./demo-shop.ts";
import { writeGeneratedCatalog } from "./generate-catalog.ts";
import { percentile, spreadOf, timedRepeatedly } from "./measure.ts";
import { milliseconds, type Section, SPREAD_COLUMNS, spreadCells } from "./report.ts";
import { startEchoProcess, startOvertureProcess } from "./running-process.ts";
import { catalogsBuilt, letIn, openShop } from "./shop.ts";
import { type AnswerTimes, enterShop } from "./shopper.ts";
import { inWorkplace, type Workplace } from "./workplace.ts";

const WARM_UP_CONVERSATIONS = 5;
const CONVERSATIONS = 40;
const LONG_CONVERSATIONS = 4;
const LONG_ROUNDS = 25;
const ROUND_TRIPS = { warmUp: 200, count: 1_000 };

/** A bench talks faster than any shopper. */
const NO_LIMITS = { OVERTURE_MESSAGES_PER_10S: "1000000", OVERTURE_EVENTS_PER_10S: "1000000" };

/** A running server and one site on it. */
interface OpenShop {
  url: string;
  siteKey: string;
  dataDir: string;
}

/** The demo as a merchant tries it, beside a bare echo, and what a durable message costs. */
export function measureDemoOverSocket(script: string[]): Promise<Section[]> {
  return inWorkplace(async (workplace) => {
    const shop = await openDemoShop(workplace, NO_LIMITS);
    const sections = await measureShop(workplace, "demo catalog", shop, script);
    const store = await openStore({ dataDir: shop.dataDir });
    workplace.atEnd(() => store.close());
    const appends = await timedRepeatedly(ROUND_TRIPS, await messageStoring(store, shop.siteKey));
    const pings = await timedRepeatedly(ROUND_TRIPS, () => store.ping());
    return [...sections, durableAppend(appends, pings)];
  });
}

/** A shop of many products, generated from the files, on the embedded PostgreSQL. */
export function measureLargeShopOverSocket(
  products: number,
  files: string[],
  script: string[],
): Promise<Section[]> {
  return inWorkplace(async (workplace) => {
    const dataDir = workplace.folder();
    const out = join(dataDir, "generated.jsonl.gz");
    await writeGeneratedCatalog({ products, seed: 1, from: files, out });
    const store = await openStore({ dataDir });
    // Before the server starts, so that the first catalog it makes ready is the whole one.
    const shop = await openShop(store, "Large shop", out);
    const server = startOvertureProcess(workplace, "serve", dataDir, { ...NO_LIMITS, OVERTURE_METRICS: "1" });
    const [, url = ""] = await server.printed(/^listening on (\S+)$/m);
    await letIn(store, shop, url);
    await store.close();
    await catalogsBuilt(url, 1);
    const name = `${products.toLocaleString("en")} products`;
    return measureShop(workplace, name, { url, siteKey: shop.siteKey, dataDir }, script);
  });
}

async function measureShop(
  workplace: Workplace,
  name: string,
  { url, siteKey }: OpenShop,
  script: string[],
): Promise<Section[]> {
  const echo = await connectEcho(workplace, script[0] ?? "");
  const talk = (messages: string[]) => talkThrough(url, siteKey, messages);
  await inTurn(WARM_UP_CONVERSATIONS, () => talk(script));
  const short = (await inTurn(CONVERSATIONS, () => talk(script))).flat();
  const echoes = await timedRepeatedly(ROUND_TRIPS, echo);
  const long = await inTurn(LONG_CONVERSATIONS, () => talk(Array(LONG_ROUNDS).fill(script).flat()));
  return [overSocket(name, short, echoes, script.length), longOverSocket(name, long, script.length)];
}

/** A round trip of a message like a shopper's. */
async function connectEcho(workplace: Workplace, text: string): Promise<() => Promise<unknown>> {
  const [, url = ""] = await startEchoProcess(workplace).printed(/^listening on (\S+)$/m);
  const client = io(url, { transports: ["websocket"], forceNew: true });
  workplace.atEnd(() => client.close());
  return () => client.emitWithAck("echo", { id: randomUUID(), text });
}

async function talkThrough(url: string, siteKey: string, messages: string[]): Promise<AnswerTimes[]> {
  const shopper = await enterShop(url, siteKey);
  const answers: AnswerTimes[] = [];
  for (const text of messages) answers.push(await shopper.say(text));
  shopper.leave();
  return answers;
}

async function inTurn<Result>(count: number, work: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let run = 0; run < count; run++) results.push(await work());
  return results;
}

/** Stores one message after the other in a conversation of its own, where no turn is taken. */
async function messageStoring(store: Store, siteKey: string): Promise<() => Promise<unknown>> {
  const site = await store.sites.byKey(siteKey);
  if (!site) throw new Error("the shop is gone");
  const { conversationId } = await store.desk.open({
    siteId: site.id,
    visitorId: await store.visitors.create(site.id),
    fresh: true,
    mode: "sociable",
    locale: "en-US",
    page: { url: "https://shop.example/" },
  });
  return () => store.desk.storeMessage(conversationId, randomUUID(), "a waterproof jacket in green, please");
}

function overSocket(name: string, answers: AnswerTimes[], echoes: number[], messages: number): Section {
  const echo = spreadOf(echoes);
  const row = (name: string, samples: number[]) => {
    const spread = spreadOf(samples);
    return [name, ...spreadCells(spread), ratio(spread.p50, echo.p50), ratio(spread.p99, echo.p99)];
  };
  return {
    title: `Over the socket, ${name}`,
    about:
      "The server on the embedded PostgreSQL (durable commits), and a bare socket.io-client by websocket in another " +
      `process, one message at a time: ${CONVERSATIONS} conversations of ${messages} messages, after ` +
      `${WARM_UP_CONVERSATIONS} to warm up. Beside it the round trip to a bare Socket.IO server with the same options, also ` +
      "in another process, which acknowledges a message and does nothing else.",
    columns: ["from message-send to", ...SPREAD_COLUMNS, "× echo p50", "× echo p99"],
    rows: [
      row("the echo's acknowledgement", echoes),
      row(
        "acknowledgement (stored durably)",
        answers.map(({ acknowledged }) => acknowledged),
      ),
      row(
        "first turn-text",
        answers.map(({ firstText }) => firstText),
      ),
      row(
        "turn-end (turn stored durably)",
        answers.map(({ ended }) => ended),
      ),
    ],
  };
}

function longOverSocket(name: string, conversations: AnswerTimes[][], messages: number): Section {
  const rows = [1, 2, LONG_ROUNDS - 1, LONG_ROUNDS].map((round) => {
    const [from, to] = [(round - 1) * messages, round * messages];
    const answers = conversations.flatMap((conversation) => conversation.slice(from, to));
    return [
      `turns ${from + 1} to ${to}`,
      ...spreadCells(spreadOf(answers.map(({ ended }) => ended))),
      milliseconds(
        percentile(
          answers.map(({ acknowledged }) => acknowledged),
          0.5,
        ),
      ),
    ];
  });
  return {
    title: `Long conversations over the socket, ${name}`,
    about: `From message-send to turn-end in ${LONG_CONVERSATIONS} conversations that go through the same ${messages} messages ${LONG_ROUNDS} times.`,
    columns: ["turn", ...SPREAD_COLUMNS, "acknowledged p50 (ms)"],
    rows,
  };
}

function durableAppend(appends: number[], pings: number[]): Section {
  return {
    title: "Durable append",
    about:
      "`storeMessage` on the store's desk, one after the other into one conversation, resolved after the commit; beside it a " +
      "round trip to the same database that stores nothing (`select 1`).",
    columns: ["call", ...SPREAD_COLUMNS],
    rows: [
      ["storeMessage", ...spreadCells(spreadOf(appends))],
      ["select 1", ...spreadCells(spreadOf(pings))],
    ],
  };
}

function ratio(value: number, reference: number): string {
  return (value / reference).toFixed(1);
}
