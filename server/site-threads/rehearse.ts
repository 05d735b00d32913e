import type { CatalogRooms } from "../catalog-rooms.ts";
import { createRulesPolicy } from "../strategy/policies/rules.ts";
import { createMemoryLog } from "../turn/memory-log.ts";
import type { SiteSettings } from "../turn/ports.ts";
import { createStateRecall } from "../turn/recall-state.ts";
import { takeTurn } from "../turn/take-turn.ts";
import { turnDependencies } from "../turn-rooms.ts";

/** What a shopper might say of a department; the answers differ enough to go through most of the code. */
const MESSAGES = [
  (department: string) => `hi, I'm looking for ${department}`,
  () => "something cheaper, under 100",
  (department: string) => `which of the ${department} is the best rated, and what is it made of?`,
  () => "the second one looks nice, but isn't it too heavy?",
  () => "not that one, show me something else",
  () => "what do customers say about the first one?",
];

/**
 * Conversations that nobody hears. Code runs many times slower before the engine has compiled it, so a thread that is to
 * take over from another one talks to itself first, while the other still serves. `isOver` is asked after each step of a turn.
 */
export async function rehearse(rooms: CatalogRooms, currency: string, isOver: () => boolean): Promise<void> {
  const { departments } = rooms.catalog;
  const settings: SiteSettings = {
    persona: { name: "Overture", shop: "the shop", tone: "warm", emoji: false },
    forbidden: [],
    weights: {},
    policy: "rules",
    currency,
    humanAvailable: false,
  };
  for (let round = 0; !isOver(); round++) {
    const department = departments[round % Math.max(1, departments.length)] ?? "gifts";
    await converse(rooms, settings, { round, department, isOver });
  }
}

async function converse(
  rooms: CatalogRooms,
  settings: SiteSettings,
  { round, department, isOver }: { round: number; department: string; isOver: () => boolean },
): Promise<void> {
  const conversationId = "rehearsal";
  const log = createMemoryLog();
  const memory = { log, recall: createStateRecall(log) };
  const dependencies = turnDependencies({ settings }, rooms, createRulesPolicy(), memory);
  const mode = round % 2 === 0 ? "sociable" : "informational";
  const page = { url: "/", title: null, sku: null };
  log.append(conversationId, { type: "conversation-opened", mode, locale: "en-US", page, visit: 1 });
  for (const message of [null, ...MESSAGES]) {
    if (message !== null) {
      const text = message(department);
      log.append(conversationId, { type: "message-stored", id: `${conversationId}-${text}`, text });
    }
    for await (const _ of takeTurn(dependencies, { conversationId, shouldStop: () => false })) {
      if (isOver()) return;
    }
  }
}
