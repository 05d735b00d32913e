/**
 * How much later than a bare client a shopper hears a model's first sentence, over a bare socket and in the panel of a
 * page: a message, and the very same request by the `openai` package, in turn, to the same scripted endpoint.
 */

import { connectTab } from "../test/contract/wire-client.ts";
import { hasChromium, launchChromium } from "../test/support/browser.ts";
import { buildWidget } from "../test/support/built-widget.ts";
import { type DemoShop, openDemoShop } from "./demo-shop.ts";
import {
  type Heard,
  PACE,
  SENTENCE,
  startTimedEndpoint,
  type TimedEndpoint,
} from "./first-sentence-endpoint.ts";
import { openShopperPage } from "./first-sentence-in-browser.ts";
import { percentile } from "./measure.ts";
import { milliseconds, type Report, type Table } from "./report.ts";
import { inWorkplace, type Workplace } from "./workplace.ts";

const ROUNDS = 60;
const WARM_UP = 5;
const MESSAGES = [
  "I'm looking for a backpack",
  "something under $150",
  "how heavy is the first one?",
  "what do buyers say about it?",
  "anything lighter?",
  "what's the difference between the first two?",
];

/** Somebody who talks to the shop. */
interface Shopper {
  /** Null where the turn did not begin with the model's words. */
  ask(message: string): Promise<Heard | null>;
  close(): unknown;
}

/** The same requests, heard by a shopper and by a bare client. */
interface Rounds {
  name: string;
  shopper: Heard[];
  bare: Heard[];
}

export async function measureFirstSentence(): Promise<Report> {
  const rounds = await inWorkplace(measure);
  return {
    name: "voice-model-first-sentence",
    title: "A language model's first sentence",
    sections: [waitsTable(rounds), delaysTable(rounds)],
  };
}

async function measure(workplace: Workplace): Promise<Rounds[]> {
  await buildWidget();
  const endpoint = await startTimedEndpoint(workplace);
  const shop = await openDemoShop(workplace, {
    OPENAI_BASE_URL: endpoint.url,
    OVERTURE_MODEL: "scripted",
    OVERTURE_MESSAGES_PER_10S: "1000000",
    OVERTURE_EVENTS_PER_10S: "1000000",
  });
  const rounds = [await hold("a bare socket", endpoint, () => openTab(shop, endpoint))];
  if (hasChromium) {
    const browser = await launchChromium();
    workplace.atEnd(() => browser.close());
    rounds.push(
      await hold("the panel in Chromium", endpoint, () => openShopperPage(browser, shop.pageUrl, endpoint)),
    );
  }
  return rounds;
}

/** Each conversation has every message once, so that none gets so long that its turns differ. */
async function hold(name: string, endpoint: TimedEndpoint, enter: () => Promise<Shopper>): Promise<Rounds> {
  const rounds: Rounds = { name, shopper: [], bare: [] };
  let shopper: Shopper | null = null;
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    if (shopper === null || round % MESSAGES.length === 0) {
      await shopper?.close();
      shopper = await enter();
    }
    const heard = await shopper.ask(MESSAGES[round % MESSAGES.length] ?? "");
    if (heard === null) continue;
    const bare = await endpoint.askBare();
    if (round < WARM_UP) continue;
    rounds.shopper.push(heard);
    rounds.bare.push(bare);
  }
  await shopper?.close();
  return rounds;
}

async function openTab(shop: DemoShop, endpoint: TimedEndpoint): Promise<Shopper> {
  const tab = await connectTab(shop.url, { siteKey: shop.siteKey, origin: shop.url });
  await tab.open();
  await tab.answerTo("opening");
  return {
    async ask(message) {
      const before = tab.heard.filter(({ event }) => event === "turn-text").length;
      let ended = 0;
      const onText = () => {
        ended ||= performance.now();
      };
      tab.socket.on("turn-text", onText);
      const asked = performance.now();
      const id = crypto.randomUUID();
      await tab.say(message, id);
      await tab.answerTo(id);
      tab.socket.off("turn-text", onText);
      const first = tab.heard.filter(({ event }) => event === "turn-text")[before];
      const isModels = first?.event === "turn-text" && JSON.stringify(first.payload).includes(SENTENCE);
      return isModels ? { asked, ended, ...endpoint.times() } : null;
    },
    close: () => tab.close(),
  };
}

function waitsTable(all: readonly Rounds[]): Table {
  const row = (name: string, { shopper, bare }: Rounds, wait: (heard: Heard) => number) => {
    const cells = [0.5, 0.95].flatMap((share) => {
      const [mine, theirs] = [percentile(shopper.map(wait), share), percentile(bare.map(wait), share)];
      const later = mine - theirs;
      return [milliseconds(theirs), milliseconds(mine), later.toFixed(1), percent(later / theirs)];
    });
    return [name, String(shopper.length), ...cells];
  };
  return {
    title: "Until the first sentence's end",
    about:
      "A shopper of `overture demo` in a process of its own, and a bare `openai` client with the same request, in turn, to the same scripted endpoint: " +
      `${PACE.firstTokenMs} ms to the first token, ${PACE.tokenMs} ms for each. From the request's arrival is what lies behind the model, until the first ` +
      "sentence is checked and delivered: heard on a socket, or standing in the DOM of the widget's panel, by a MutationObserver in the page. From what was asked begins with the " +
      "shopper's message (the key press), and with the client's request: it holds storing, understanding, searching and deciding, too. In milliseconds.",
    columns: [
      "",
      "rounds",
      "client p50",
      "shopper p50",
      "later",
      "share",
      "client p95",
      "shopper p95",
      "later",
      "share",
    ],
    rows: all.flatMap((rounds) => [
      row(`${rounds.name}, from the request's arrival`, rounds, ({ ended, arrived }) => ended - arrived),
      row(`${rounds.name}, from what was asked`, rounds, ({ ended, asked }) => ended - asked),
    ]),
  };
}

function delaysTable(all: readonly Rounds[]): Table {
  const row = (name: string, heard: readonly Heard[]) => {
    const delays = heard.map(({ ended, written }) => ended - written);
    const shares = heard.map(({ ended, written, arrived }) => (ended - written) / (written - arrived));
    return [
      name,
      String(heard.length),
      ...[0.5, 0.95, 1].flatMap((share) => [
        percentile(delays, share).toFixed(1),
        percent(percentile(shares, share)),
      ]),
    ];
  };
  return {
    title: "After the sentence's last token was written",
    about:
      "From the moment at which the endpoint had written the token that ends the first sentence, turn by turn, in milliseconds and as a share of the time that the model itself took for it. " +
      "The page's clock and this process's are laid together by the ticks of the machine's wall clock.",
    columns: ["", "rounds", "p50", "share", "p95", "share", "longest", "share"],
    rows: all.flatMap(({ name, shopper, bare }) => [
      row(name, shopper),
      row(`${name}: the client beside it`, bare),
    ]),
  };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
