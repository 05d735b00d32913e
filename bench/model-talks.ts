/** Conversations in process whose turns a scripted model phrases over HTTP, and what that model said for each of them. */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Behaviour } from "../demo/scripted-model/behaviour.ts";
import { type Plan, readPlan } from "../demo/scripted-model/read-plan.ts";
import { type ScriptedModel, startScriptedModel } from "../demo/scripted-model/scripted-model.ts";
import type { CatalogRooms } from "../server/catalog-rooms.ts";
import type { LoggedEvent, SpokenTurn } from "../server/dialogue/events.ts";
import type { TimeBounds } from "../server/model/chat-model.ts";
import { openChatModel } from "../server/model/open-chat-model.ts";
import { roomsOfFile, startTalk } from "../test/support/talk.ts";
import { sharedCatalogFiles } from "./generate-catalog-seeds.ts";
import { voiceShopper } from "./voice-shopper.ts";

const DEMO_CATALOG = fileURLToPath(new URL("../demo/catalog/catalog.json", import.meta.url));
/** Files of fewer products in stock are samples of a format, and hold no conversation. */
const PRODUCTS_MIN = 20;
/** The agent's opening and nine answers. */
const TURNS_EACH = 10;

export interface ModelShop {
  name: string;
  rooms: CatalogRooms;
}

/** One turn as the shopper heard it, beside what the model was asked and said. */
export interface HeardTurn {
  shop: string;
  /** Null for the opening. */
  message: string | null;
  turn: SpokenTurn;
  milliseconds: number;
  /** Null where the model was not asked. */
  plan: Plan | null;
  truths: string[];
  falsehoods: string[];
  obeyed: string[];
}

export interface HeldTalk {
  turns: HeardTurn[];
  log: LoggedEvent[];
}

/** The demo's catalog, and the real ones that lie beside the checkout. */
export async function modelShops({ onlyDemo = false } = {}): Promise<ModelShop[]> {
  const real = onlyDemo ? [] : sharedCatalogFiles().filter((file) => /[\\/]catalogs[\\/]/.test(file));
  const shops: ModelShop[] = [];
  for (const file of [DEMO_CATALOG, ...real].filter((candidate) => existsSync(candidate))) {
    const rooms = await roomsOfFile(file);
    if ([...rooms.catalog.products].filter(({ inStock }) => inStock).length >= PRODUCTS_MIN)
      shops.push({ name: basename(file), rooms });
  }
  return shops;
}

export function chatWith({ url }: Pick<ScriptedModel, "url">) {
  return openChatModel({
    baseUrl: url,
    apiKey: "none",
    model: "scripted",
    embeddingModel: null,
    embeddingMs: 0,
    bounds: { firstToken: 0, gap: 0, total: 0 },
    refineMs: 0,
    tokensPerDay: null,
  });
}

export interface TalkSettings {
  bounds: TimeBounds;
  seed: string;
  turns?: number;
}

/** One conversation after the other on this server, so that what the model said belongs to the turn. */
export async function holdTalk(
  server: ScriptedModel,
  { name, rooms }: ModelShop,
  { bounds, seed, turns = TURNS_EACH }: TalkSettings,
): Promise<HeldTalk> {
  const talk = startTalk({
    rooms,
    mode: seed.length % 2 === 0 ? "sociable" : "informational",
    seed,
    model: { chat: chatWith(server), bounds, refineMs: 0 },
  });
  const shopper = voiceShopper(rooms, seed);
  const heard: HeardTurn[] = [];
  const hear = async (message: string | null, take: () => Promise<SpokenTurn>) => {
    const before = [server.truths.length, server.falsehoods.length, server.obeyed.length, server.count];
    const startedAt = performance.now();
    const turn = await take();
    const request = server.count > (before[3] ?? 0) ? server.requests.at(-1) : undefined;
    heard.push({
      shop: name,
      message,
      turn,
      milliseconds: performance.now() - startedAt,
      plan: request ? readPlan(request) : null,
      truths: server.truths.slice(before[0]),
      falsehoods: server.falsehoods.slice(before[1]),
      obeyed: server.obeyed.slice(before[2]),
    });
    return turn;
  };
  let turn = await hear(null, () => talk.open(shopper.page ?? {}));
  for (let left = turns - 1; left > 0; left--) {
    const message = shopper.next(turn, left);
    turn = await hear(message, () => talk.say(message));
  }
  return { turns: heard, log: await talk.log() };
}

/** So many turns over the shops in turn, several conversations at a time, each with a server of its own. */
export async function holdTalks(
  shops: readonly ModelShop[],
  options: {
    turns: number;
    atATime: number;
    bounds: TimeBounds;
    seed: string;
    behaviour: (talk: number) => Behaviour;
  },
): Promise<HeldTalk[]> {
  const { turns, atATime, bounds, seed, behaviour } = options;
  const talks = Math.ceil(turns / TURNS_EACH);
  const held: HeldTalk[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      for (let talk = next++; talk < talks; talk = next++) {
        const shop = shops[talk % shops.length];
        if (!shop) return;
        const server = await startScriptedModel({ behaviour: behaviour(talk), seed: talk + 1 });
        try {
          held.push(await holdTalk(server, shop, { bounds, seed: `${seed}-${talk}` }));
        } finally {
          await server.close();
        }
      }
    }),
  );
  return held;
}
