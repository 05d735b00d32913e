/** What it costs to understand a message, by the size of the catalog and by the kind of message. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildCatalog } from "../server/catalog/catalog.ts";
import type { Product } from "../server/catalog/product.ts";
import { initialState } from "../server/dialogue/reduce.ts";
import type { DialogueState } from "../server/dialogue/state.ts";
import type { Understand } from "../server/turn/ports.ts";
import { createUnderstanding } from "../server/understand/understand.ts";
import { percentile, spreadOf } from "./measure.ts";
import { readProducts } from "./read-products.ts";
import { milliseconds, type Section, SPREAD_COLUMNS, spreadCells } from "./report.ts";
import { ICECAT } from "./retrieval.ts";
import { LABELLED_MESSAGES } from "./understanding-messages/messages.ts";

const ROUNDS = 15;
const WARM_UP = 3;
const LONGEST = 2_000;
/** Of the catalog's products, every n-th. */
const EVERY = [1, 4];

export async function measureUnderstandingTimes(): Promise<Section[]> {
  const file = join(ICECAT, "products.jsonl.gz");
  if (!existsSync(file)) {
    console.error(`understanding: there is no catalog in ${ICECAT}, so no times are measured`);
    return [];
  }
  const products = await readProducts(file, "USD");
  const rows = EVERY.flatMap((every) => timesOn(products.filter((_, index) => index % every === 0)));
  return [
    {
      title: "Time per message",
      about:
        `On products of a public catalog, all and every ${EVERY.at(-1)}th, with three of them on cards. The labelled messages as they are ` +
        "and with two neighbouring letters swapped in each of their long words; questions about one of the catalog's own titles, " +
        `spelt right and not; and texts of ${LONGEST} characters. Of each, the median of ${ROUNDS} times after ${WARM_UP} more to warm up.`,
      columns: ["products, messages", ...SPREAD_COLUMNS, "slowest (ms)"],
      rows,
    },
  ];
}

function timesOn(products: readonly Product[]): string[][] {
  const { vocabulary } = buildCatalog({ version: 1, products, reviews: [], currency: "USD" });
  const understand = createUnderstanding(vocabulary, products);
  const state = showing(products.slice(0, 3));
  const texts = LABELLED_MESSAGES.map(({ text }) => text);
  const titles = products
    .filter((_, index) => index % Math.floor(products.length / 100) === 0)
    .map(({ title }) => `is the ${title} any good?`);
  const kinds: [string, string[]][] = [
    ["labelled", texts],
    ["labelled, misspelt", texts.map(misspelt)],
    ["titles", titles],
    ["titles, misspelt", titles.map(misspelt)],
    ["long prose", [texts.join(". "), texts.toReversed().join(" "), titles.join(" ")].map(cut)],
    ["long digits and marks", ["0123456789.,-$%/()+*#'\"", "1 . ", '15" ', "$5", "5-", "8gb "].map(repeated)],
  ];
  return kinds.map(([kind, messages]) => {
    const times = timesOf(understand, messages, state);
    return [`${products.length}, ${kind}`, ...spreadCells(spreadOf(times)), milliseconds(Math.max(...times))];
  });
}

/** Of each message the middle one of its times, so that what else the machine does counts for little. */
function timesOf(understand: Understand, messages: readonly string[], state: DialogueState): number[] {
  const times = messages.map((): number[] => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const [place, message] of messages.entries()) {
      const startedAt = performance.now();
      understand(message, state);
      if (round >= WARM_UP) times[place]?.push(performance.now() - startedAt);
    }
  }
  return times.map((samples) => percentile(samples, 0.5));
}

function showing(products: readonly Product[]): DialogueState {
  const shown = products.map(({ sku, title, brand, price }, index) => ({
    sku,
    title,
    brand,
    category: null,
    price,
    attributes: {},
    turnId: "t1",
    place: index + 1,
    reaction: "none" as const,
  }));
  return { ...initialState(), shown, focus: shown.map(({ sku }) => sku), lastInvitation: "choice" };
}

/** Two letters in the middle of each long word change places. */
function misspelt(text: string): string {
  return text.replace(/\p{L}{5,}/gu, (word) => {
    const at = Math.floor(word.length / 2);
    return `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
  });
}

function cut(text: string): string {
  return text.slice(0, LONGEST);
}

/** The letters in an order that is the same at each run, where there are many of them. */
function repeated(letters: string): string {
  if (letters.length < 10) return cut(letters.repeat(LONGEST));
  let seed = 7;
  return Array.from({ length: LONGEST }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return letters.charAt((seed >>> 8) % letters.length);
  }).join("");
}
