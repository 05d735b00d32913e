/**
 * Holds the labelled talks and compares the ledger that came of them with the labels. An entry counts when its kind, its
 * topic and its status are as labelled, letter by letter; topics that mean the same are for a label to name. One rule is
 * looser: "it's lighter" opens by how much and, by the project's own choice, at what price. Rows whose author knew nothing
 * of the second label no comparison of prices at all; there, that entry is neither right nor wrong.
 */
import { fileURLToPath } from "node:url";
import type { Claim } from "../server/dialogue/claims.ts";
import type { SpokenTurn } from "../server/dialogue/events.ts";
import type { OpenQuestion } from "../server/dialogue/state.ts";
import { roomsOfFile, startTalk } from "../test/support/talk.ts";
import type { AgentStep, LedgerRow } from "./ledger-turns.ts";

type Rooms = Awaited<ReturnType<typeof roomsOfFile>>;

export const demoRooms = (): Promise<Rooms> =>
  roomsOfFile(fileURLToPath(new URL("../demo/catalog/catalog.json", import.meta.url)));

const opened = new Map<string, Promise<Rooms>>();

/** The demo's shop, or one of the small ones in `ledger-shops/` by its file's name. */
export function shopRooms(shop: string): Promise<Rooms> {
  const path = fileURLToPath(new URL(`ledger-shops/${shop}.json`, import.meta.url));
  const rooms = opened.get(shop) ?? (shop === "demo" ? demoRooms() : roomsOfFile(path));
  opened.set(shop, rooms);
  return rooms;
}

export interface RowResult {
  row: LedgerRow;
  /** Labels that no entry answers to. */
  missed: string[];
  /** Entries that no label answers to. */
  extra: string[];
  matched: number;
}

export async function holdRow(row: LedgerRow, rooms: Rooms): Promise<RowResult> {
  const talk = startTalk({ rooms, mode: "sociable", seed: row.message });
  await talk.open(row.sku === undefined ? {} : { sku: row.sku });
  const scripted = new Set<string>();
  for (const [index, step] of row.before.entries()) {
    if (typeof step === "string") {
      await talk.say(step);
      continue;
    }
    const turn = scriptedTurn(step, `script-${index}`, rooms);
    scripted.add(turn.turnId);
    talk.append({ type: "turn-spoken", turn });
  }
  await talk.say(row.message);
  const { openQuestions } = await talk.state();
  const entries = openQuestions.filter(
    (entry) => entry.raisedBy === "shopper" || scripted.has(entry.raisedIn),
  );
  return compare(row, entries);
}

function compare(row: LedgerRow, entries: OpenQuestion[]): RowResult {
  const left = [...entries];
  const missed: string[] = [];
  for (const label of row.expected) {
    const place = left.findIndex((entry) => answersTo(entry, label));
    if (place === -1) missed.push(label);
    else left.splice(place, 1);
  }
  const extra = left.filter((entry) => !isOtherHalf(entry, row)).map(describe);
  return { row, missed, extra, matched: row.expected.length - missed.length };
}

/** The price beside a claim on something else, in a row that leaves prices out. */
function isOtherHalf({ kind, about, text }: OpenQuestion, { expected }: LedgerRow): boolean {
  const leavesOut = !expected.some((label) => /^comparison (?:\S+\|)*price\b/.test(label));
  return kind === "comparison" && about === "price" && text !== "price" && leavesOut;
}

/** A label is "kind about status", each with its alternatives between bars; an `about` may hold spaces. */
function answersTo(entry: OpenQuestion, label: string): boolean {
  const words = label.split(" ");
  const kinds = (words[0] ?? "").split("|");
  const statuses = (words.at(-1) ?? "").split("|");
  const abouts = words.slice(1, -1).join(" ").split("|");
  return kinds.includes(entry.kind) && abouts.includes(entry.about) && statuses.includes(entry.status);
}

const describe = ({ kind, about, status }: OpenQuestion): string => `${kind} ${about} ${status}`;

/** A turn of the agent's as the log would hold it, with as much in it as the ledger reads. */
function scriptedTurn(step: AgentStep, turnId: string, rooms: Rooms): SpokenTurn {
  const items = (step.shows ?? []).flatMap((sku) => {
    const product = rooms.catalog.product(sku);
    if (!product) throw new Error(`the demo's catalog has no ${sku}`);
    return [
      {
        sku,
        title: product.title,
        brand: product.brand,
        category: product.categories.at(-1) ?? null,
        price: product.price,
        attributes: Object.fromEntries(product.attributes.map(({ name, value }) => [name, value])),
      },
    ];
  });
  const claims: Claim[] = step.compares
    ? [
        {
          id: "c1",
          statement: { type: "comparison", ...step.compares, value: "", overValue: "" },
          evidence: [],
        },
      ]
    : [];
  return {
    turnId,
    respondsTo: { type: "silence" },
    text: step.asks ? "A question?" : "Here they are.",
    cards: [],
    replies: [],
    invitation: step.asks ? { kind: "question", text: "A question?" } : { kind: "choice" },
    sources: [],
    strategies: [],
    decision: { policy: "script", policyVersion: "1", steps: [], reasons: [] },
    claims,
    stance: null,
    anticipates: null,
    asks: step.asks ?? null,
    settled: [],
    items,
    stopped: [],
    voice: "script",
    farewell: false,
  };
}

export interface Score {
  precision: number;
  recall: number;
  matched: number;
  heard: number;
  labelled: number;
}

export function scoreOf(results: readonly RowResult[]): Score {
  const matched = results.reduce((sum, result) => sum + result.matched, 0);
  const labelled = results.reduce((sum, { row }) => sum + row.expected.length, 0);
  const heard = results.reduce((sum, result) => sum + result.matched + result.extra.length, 0);
  return {
    precision: heard === 0 ? 1 : matched / heard,
    recall: labelled === 0 ? 1 : matched / labelled,
    matched,
    heard,
    labelled,
  };
}
