/** Holds a conversation with the real rooms over a catalog in memory: what a shopper's socket does, without the socket. */
import { randomUUID } from "node:crypto";
import type { CatalogRecord } from "../../server/catalog/import/catalog-sink.ts";
import { importCatalog } from "../../server/catalog/import/import-catalog.ts";
import type { Product } from "../../server/catalog/product.ts";
import { buildCatalogRooms, type CatalogRooms } from "../../server/catalog-rooms.ts";
import type { ConversationEvent, LoggedEvent, SpokenTurn } from "../../server/dialogue/events.ts";
import type { Remembered } from "../../server/dialogue/memory.ts";
import type { MerchantAnswer } from "../../server/dialogue/merchant-answer.ts";
import type { DialogueState, Notice } from "../../server/dialogue/state.ts";
import type { Mode } from "../../server/dialogue/strategies.ts";
import type { Site } from "../../server/gateway/ports.ts";
import type { Persona } from "../../server/plan/turn-plan.ts";
import { findPolicy } from "../../server/strategy/policies/find-policy.ts";
import type { Policy } from "../../server/strategy/policy.ts";
import { createMemoryLog } from "../../server/turn/memory-log.ts";
import type { Meaning, SiteSettings, Voice } from "../../server/turn/ports.ts";
import { createStateRecall } from "../../server/turn/recall-state.ts";
import { takeTurn } from "../../server/turn/take-turn.ts";
import { type TurnModel, turnDependencies } from "../../server/turn-rooms.ts";

export interface Talk {
  /** The agent's opening; to a shopper of whom something is remembered, when that is given. */
  open(page?: { sku?: string; notice?: Notice }, remembered?: Remembered | null): Promise<SpokenTurn>;
  /** A message, and the turn that answers it. */
  say(text: string): Promise<SpokenTurn>;
  /** The turn that breaks the shopper's silence [INI-2]; null when the agent leaves it alone. */
  stayQuiet(): Promise<SpokenTurn | null>;
  /** Puts into the log what did not come about in this talk, such as a turn of the agent's own writing. */
  append(event: ConversationEvent): void;
  state(): Promise<DialogueState>;
  log(): Promise<LoggedEvent[]>;
}

export interface TalkOptions {
  rooms: CatalogRooms;
  mode: Mode;
  currency?: string;
  /** A shipped one's name, or any. */
  policy?: string | Policy;
  /** Two talks with the same seed make the same choices. */
  seed: string;
  /** In place of the demo shop's own. */
  persona?: Partial<Persona>;
  /** In place of the built-in voice. */
  voice?: Voice;
  /** Phrases the turns in place of the built-in voice. */
  model?: TurnModel;
  /** Whether people take over; nobody ever does when left out. */
  people?: Pick<SiteSettings, "humanAvailable" | "away">;
  /** What the merchant has answered. */
  answers?: readonly MerchantAnswer[];
  /** As of an embedding model, by which the catalog was given the meanings of its products. */
  meaning?: Meaning;
}

export function startTalk({
  rooms,
  mode,
  currency = "USD",
  policy = "rules",
  seed,
  persona = {},
  voice,
  model,
  meaning,
  answers = [],
  people = { humanAvailable: false },
}: TalkOptions): Talk {
  const conversationId = seed;
  const log = createMemoryLog(() => new Date(0));
  const memory = { log, recall: createStateRecall(log), answers, ...(meaning ? { meaning } : {}) };
  let turns = 0;
  const room = {
    ...turnDependencies(siteOf(mode, currency, persona, people), rooms, policyOf(policy), memory, model),
    ...(voice ? { voice } : {}),
    newId: () => `${seed}-${++turns}`,
  };
  const take = async (silentSince?: string): Promise<SpokenTurn | null> => {
    for await (const signal of takeTurn(room, { conversationId, silentSince, shouldStop: () => false })) {
      if (signal.type === "end" && signal.logged.event.type === "turn-spoken")
        return signal.logged.event.turn;
    }
    return null;
  };
  const next = async (): Promise<SpokenTurn> => {
    const turn = await take();
    if (!turn) throw new Error("no turn was due");
    return turn;
  };
  return {
    open(page = {}, remembered = null) {
      const sku = page.sku ?? null;
      log.append(conversationId, {
        type: "conversation-opened",
        mode,
        locale: "en-US",
        page: { url: sku ? `/products/${sku}` : "/", title: null, sku },
        visit: remembered ? 2 : 1,
        remembered,
      });
      if (page.notice) log.append(conversationId, { type: "attention-noticed", notice: page.notice });
      return next();
    },
    say(text) {
      log.append(conversationId, { type: "message-stored", id: randomUUID(), text });
      return next();
    },
    stayQuiet: async () => take((await memory.recall(conversationId)).lastTurnId ?? undefined),
    append: (event) => void log.append(conversationId, event),
    state: () => memory.recall(conversationId),
    log: () => log.read(conversationId, 0),
  };
}

function policyOf(policy: string | Policy): Policy {
  const found = typeof policy === "string" ? findPolicy(policy) : policy;
  if (!found) throw new Error(`no policy is called ${policy}`);
  return found;
}

function siteOf(
  mode: Mode,
  currency: string,
  persona: Partial<Persona>,
  people: NonNullable<TalkOptions["people"]>,
): Site {
  const disclosure = "An AI assistant.";
  return {
    id: "site",
    siteKey: "pk_test",
    name: "Tarn & Tram",
    origins: [],
    currency,
    locale: "en-US",
    mode,
    settings: {
      persona: { name: "Wren", shop: "Tarn & Tram", tone: "warm", emoji: false, ...persona },
      forbidden: [],
      weights: {},
      policy: "rules",
      currency,
      ...people,
    },
    silence: { enabled: true, firstMs: 45_000, secondMs: 180_000 },
    staff: { staffUserIds: [], staffAddresses: [] },
    memory: { days: 90, pauseHours: 12 },
    model: { enabled: true, tokensPerDay: null, refine: true },
    experiments: [],
    config: {
      agent: { name: "Wren", disclosure },
      theme: { accent: "#2f5645", scheme: "light", position: "right" },
      locale: "en-US",
      opening: {
        enabled: true,
        productDwellMs: 6_000,
        cartIdleMs: 20_000,
        compareVisits: 2,
        noResultsMs: 1_000,
        returnAfterMs: 12 * 3_600_000,
        pauseMs: 30 * 60_000,
        quietMs: 7 * 24 * 3_600_000,
      },
    },
  };
}

/** The rooms of a catalog file, imported as the command imports it. */
export async function roomsOfFile(path: string, currency = "USD"): Promise<CatalogRooms> {
  const records: CatalogRecord[] = [];
  const result = await importCatalog({
    source: path,
    format: "auto",
    currency,
    sink: {
      put: async (batch) => void records.push(...batch),
      commit: async () => ({ added: records.length, updated: 0, unchanged: 0, hidden: 0 }),
      abort: async () => {},
    },
  });
  if (!result.ok) throw new Error(result.error.message);
  const products = records.flatMap(({ price, hidden, reviews: _, ...record }): Product[] =>
    price === null || hidden !== null ? [] : [{ ...record, price, version: 1 }],
  );
  const reviews = records.flatMap((record) => record.reviews);
  return buildCatalogRooms({ version: 1, products, reviews }, currency);
}
