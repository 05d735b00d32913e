/**
 * The known answer [EXP-6]: simulated visitors come to a running server as browsers do, over sockets, beacons and signed orders, and buy
 * the more often the arm they are in says. The report has to find the lift that was put in, and count nothing that should not count.
 */
import { createHmac, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { openStore } from "../server/store/open-store.ts";
import { chanceFrom } from "../server/turn/chance.ts";
import { connectTab } from "../test/contract/wire-client.ts";
import type { Report } from "./report.ts";
import { startOvertureProcess } from "./running-process.ts";
import { catalogsBuilt, letIn, openShop } from "./shop.ts";
import { inWorkplace } from "./workplace.ts";

const DEMO_CATALOG = fileURLToPath(new URL("../demo/catalog/catalog.json", import.meta.url));

export interface KnownAnswerOptions {
  visitors: number;
  /** The share of buyers without the effect, and the points that it adds. */
  rate: number;
  lift: number;
  atATime: number;
}

export const KNOWN_ANSWER_DEFAULTS: KnownAnswerOptions = {
  visitors: 20_000,
  rate: 0.1,
  lift: 0.03,
  atATime: 6,
};

/** Shares of all visitors. */
const BOTS = 0.02;
const PREVIEWS = 0.01;
const FORGED = 0.05;
const SENT_TWICE = 0.2;
const REFUNDED = 0.1;
const CART_ADDS = 0.25;

const SETTINGS = {
  OVERTURE_MESSAGES_PER_10S: "1000000",
  OVERTURE_EVENTS_PER_10S: "1000000",
  OVERTURE_CONNECTIONS_PER_MINUTE: "1000000",
  OVERTURE_METRICS: "1",
  // Each visitor comes from an address of their own.
  TRUST_PROXY: "1",
};

/** What was put in, by arm. */
interface Truth {
  visitors: number;
  buyers: number;
  revenue: number;
  cartAdds: number;
}

interface Shop {
  url: string;
  siteKey: string;
  secretKey: string;
}

export async function measureKnownAnswer(
  options: KnownAnswerOptions = KNOWN_ANSWER_DEFAULTS,
): Promise<Report> {
  return inWorkplace(async (workplace) => {
    const dataDir = workplace.folder();
    const store = await openStore({ dataDir });
    const keys = await openShop(store, "Known answer", DEMO_CATALOG);
    const server = startOvertureProcess(workplace, "serve", dataDir, SETTINGS);
    const [, url = ""] = await server.printed(/^listening on (\S+)$/m);
    await letIn(store, keys, url);
    await store.close();
    await catalogsBuilt(url, 1);
    const shop = { url, siteKey: keys.siteKey, secretKey: keys.secretKey };
    const started = await startExperiment(shop, options);
    const startedAt = performance.now();
    const { truth, leftOut } = await sendVisitors(shop, options);
    const seconds = (performance.now() - startedAt) / 1_000;
    const askedAt = performance.now();
    const report = await ask(shop, "GET", `/experiments/${started}/report`);
    const reportMs = performance.now() - askedAt;
    const outcomes = await ask(shop, "GET", "/outcomes?days=2");
    return pageOf(options, { truth, leftOut, report, outcomes, seconds, reportMs });
  });
}

async function startExperiment(shop: Shop, { visitors }: KnownAnswerOptions): Promise<string> {
  const key = "known-answer";
  const plan = {
    hypothesis: "Sociable talk sells to three more of a hundred.",
    arms: ["informational", "sociable"],
    metrics: ["conversion", "revenue", "cart-add"],
    minimumEffect: 0.03,
    plannedVisitors: visitors,
    purchases: "signed",
  };
  await ask(shop, "POST", "/experiments", { key, name: "Known answer", plan, by: "bench" });
  await ask(shop, "POST", `/experiments/${key}/start`, { by: "bench" });
  return key;
}

// biome-ignore lint/suspicious/noExplicitAny: what an outside client has of the API is JSON.
type Json = any;

async function ask({ url, secretKey }: Shop, method: string, path: string, body?: object): Promise<Json> {
  const answer = await fetch(`${url}/api/admin${path}`, {
    method,
    headers: { authorization: `Bearer ${secretKey}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(json)}`);
  return json;
}

async function sendVisitors(shop: Shop, { visitors, rate, lift, atATime }: KnownAnswerOptions) {
  const truth: Record<string, Truth> = {};
  const leftOut = { bot: 0, preview: 0 };
  let next = 0;
  const worker = async () => {
    while (next < visitors) {
      const number = next++;
      const seen = await visit(shop, number, (arm) => rate + (arm === "sociable" ? lift : 0));
      if (seen.leftOut) leftOut[seen.leftOut] += 1;
      else {
        const own = truth[seen.arm] ?? { visitors: 0, buyers: 0, revenue: 0, cartAdds: 0 };
        truth[seen.arm] = own;
        own.visitors += 1;
        own.buyers += seen.revenue === null ? 0 : 1;
        own.revenue += seen.revenue ?? 0;
        own.cartAdds += seen.addsToCart ? 1 : 0;
      }
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return { truth, leftOut };
}

interface Seen {
  arm: string;
  leftOut: "bot" | "preview" | null;
  /** What the visitor bought less what was paid back, in minor units; null who bought nothing. */
  revenue: number | null;
  addsToCart: boolean;
}

async function visit(shop: Shop, number: number, rateOf: (arm: string) => number): Promise<Seen> {
  const chance = chanceFrom(`visitor ${number}`);
  const kind = chance();
  const leftOut = kind < BOTS ? "bot" : kind < BOTS + PREVIEWS ? "preview" : null;
  const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  const headers = {
    "x-forwarded-for": address,
    ...(leftOut === "bot" && { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)" }),
  };
  const tab = await connectTab(shop.url, {
    siteKey: shop.siteKey,
    origin: shop.url,
    headers,
    ...(leftOut === "preview" && { pageUrl: `${shop.url}/?overture-preview=1` }),
  });
  const { visitorToken, conversationId } = await tab.open();
  await tab.answerTo("opening");
  tab.close();
  const { experiments } = await fetch(
    `${shop.url}/api/sites/${shop.siteKey}/config?visitor=${visitorToken}`,
    {
      headers: { ...headers, origin: shop.url },
    },
  ).then((answer): Promise<Json> => answer.json());
  const arm: string = experiments[0]?.arm;
  if (arm === undefined) throw new Error("a visitor who was spoken to is in no arm");
  const addsToCart = chance() < CART_ADDS;
  if (addsToCart) await beacon(shop, headers, { visitorToken, conversationId }, chance() < SENT_TWICE);
  const buys = chance() < rateOf(arm);
  const value = Math.round(4_000 * Math.exp(2 * chance() - 1));
  const order = { siteKey: shop.siteKey, orderId: `order-${number}`, visitorToken, value, currency: "USD" };
  // Who forges an order has no key to sign it with.
  if (chance() < FORGED) await send(shop, headers, { ...order, orderId: `forged-${number}` }, "no such key");
  if (!buys) return { arm, leftOut, revenue: null, addsToCart };
  const isRefunded = chance() < REFUNDED;
  const refund = { ...{ siteKey: shop.siteKey, type: "refund", currency: "USD" }, orderId: order.orderId };
  const back = { ...refund, refundId: `refund-${number}`, value: Math.floor(value / 2) };
  // Sometimes the refund overtakes the order.
  const isEarly = chance() < 0.5;
  if (isRefunded && isEarly) await send(shop, headers, back);
  await send(shop, headers, order);
  if (chance() < SENT_TWICE) await send(shop, headers, order);
  if (isRefunded && !isEarly) await send(shop, headers, back);
  return { arm, leftOut, revenue: value - (isRefunded ? back.value : 0), addsToCart };
}

async function beacon(
  shop: Shop,
  headers: Record<string, string>,
  who: { visitorToken: string; conversationId: string },
  isTwice: boolean,
): Promise<void> {
  const signals = [{ id: randomUUID(), type: "cart-add", sku: "any" }];
  for (let time = 0; time < (isTwice ? 2 : 1); time++) {
    const answer = await fetch(`${shop.url}/api/events`, {
      method: "POST",
      headers: { ...headers, origin: shop.url, "content-type": "text/plain" },
      body: JSON.stringify({ siteKey: shop.siteKey, ...who, signals }),
    });
    if (!answer.ok) throw new Error(`a beacon was refused: ${await answer.text()}`);
  }
}

async function send(
  shop: Shop,
  headers: Record<string, string>,
  order: object,
  key = shop.secretKey,
): Promise<void> {
  const body = JSON.stringify(order);
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac("sha256", key).update(`${timestamp}.${body}`).digest("hex");
  const answer = await fetch(`${shop.url}/api/orders`, {
    method: "POST",
    headers: {
      ...headers,
      "content-type": "application/json",
      "overture-timestamp": timestamp,
      "overture-signature": signature,
    },
    body,
  });
  if (answer.ok !== (key === shop.secretKey)) throw new Error(`an order: ${await answer.text()}`);
}

function pageOf(
  { visitors, rate, lift }: KnownAnswerOptions,
  found: {
    truth: Record<string, Truth>;
    leftOut: { bot: number; preview: number };
    report: Json;
    outcomes: Json;
    seconds: number;
    reportMs: number;
  },
): Report {
  const { truth, leftOut, report, outcomes } = found;
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
  const values = (metric: number, arm: string): Json =>
    report.metrics[metric].values.find((value: Json) => value.arm === arm);
  const rows = Object.entries(truth)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([arm, own]) => [
      [`${arm}: visitors`, String(own.visitors), String(values(0, arm).units)],
      [`${arm}: bought`, percent(own.buyers / own.visitors), percent(values(0, arm).mean)],
      [
        `${arm}: revenue per visitor, cents`,
        (own.revenue / own.visitors).toFixed(2),
        values(1, arm).mean.toFixed(2),
      ],
      [`${arm}: added to cart`, percent(own.cartAdds / own.visitors), percent(values(2, arm).mean)],
    ]);
  const [{ difference, adjustedP }] = report.metrics[0].comparisons;
  const points = (share: number) => `${(share * 100).toFixed(2)} points`;
  return {
    name: "experiments-known-answer",
    title: "An experiment whose answer is known",
    sections: [
      {
        title: "What was put in, and what the report says",
        about: `${visitors.toLocaleString("en")} visitors over sockets, beacons and signed orders, ${percent(rate)} of whom buy, and ${points(lift)} more in the arm "sociable"; of the outcomes every fifth is sent twice, every twentieth visitor forges an order, every tenth order is half refunded, half of the refunds before the order. ${found.seconds.toFixed(0)} s.`,
        columns: ["", "put in", "in the report"],
        rows: [
          ...rows,
          ["bots left out", String(leftOut.bot), String(report.traffic.leftOut.bot)],
          ["previews left out", String(leftOut.preview), String(report.traffic.leftOut.preview)],
        ],
      },
      {
        title: "The verdict",
        about: `${report.verdict.code}: ${report.verdict.says}`,
        columns: ["", ""],
        rows: [
          ["true lift", points(lift)],
          ["as found", points(difference.value)],
          [
            "its always-valid interval",
            `${points(difference.interval.low)} to ${points(difference.interval.high)}`,
          ],
          ["p, always valid, after Holm", adjustedP.toExponential(1)],
          ["sample ratio mismatch, p", report.traffic.mismatch.p.toFixed(2)],
          ["seen in two arms", String(report.traffic.crossed.units)],
          ["the report took", `${found.reportMs.toFixed(0)} ms`],
          ["outcomes refused, by reason", JSON.stringify(outcomes.refused ?? outcomes)],
        ],
      },
    ],
  };
}
