import { describe, expect, it } from "vitest";
import type { SpokenTurn } from "../../../server/dialogue/events.ts";
import { fold } from "../../../server/dialogue/reduce.ts";
import { findPolicy } from "../../../server/strategy/policies/find-policy.ts";
import type { Policy } from "../../../server/strategy/policy.ts";
import { createMemoryLog, type MemoryLog } from "../../../server/turn/memory-log.ts";
import type { Voice } from "../../../server/turn/ports.ts";
import { createStateRecall } from "../../../server/turn/recall-state.ts";
import { type TurnDependencies, type TurnRequest, takeTurn } from "../../../server/turn/take-turn.ts";
import type { TurnSignal } from "../../../server/turn/turn-signal.ts";
import { understanding, wish } from "../../support/conversation-events.ts";
import { bySku, candidate, found, QUOTES, REVIEWS, SHOP } from "../../support/fixture-shop.ts";

const CONVERSATION = "c1";
/** Says one sentence per move, named after its strategy. */
const plainVoice: Voice = {
  name: "plain",
  async *speak(plan) {
    for (const [move, { strategy, contents }] of plan.moves.entries()) {
      const claims = contents.flatMap((content) => ("claims" in content ? content.claims : []));
      yield { text: `${strategy}.`, move, claims };
    }
  },
};

function dependencies(log: MemoryLog, part: Partial<TurnDependencies> = {}): TurnDependencies {
  let turns = 0;
  return {
    log,
    recall: createStateRecall(log),
    catalog: {
      version: 1,
      size: SHOP.length,
      departments: ["Tents", "Stoves"],
      product: (sku) => SHOP.find((product) => product.sku === sku),
      reviews: (sku) => REVIEWS.filter((review) => review.sku === sku),
      quotes: (sku, search) => QUOTES.quotable(sku, search),
      find: ({ preferences }) => {
        const meets = preferences.map((preference) => preference.id);
        return preferences.length === 0
          ? found([])
          : found([candidate("tern", { meets }), candidate("moth", { meets })], { total: 9 });
      },
    },
    understand: () =>
      understanding({
        preferences: [wish("category", "Tents"), wish("price", 300, { operator: "at-most" })],
      }),
    check: () => ({ type: "pass" }),
    voice: plainVoice,
    standIn: plainVoice,
    policy: shippedPolicy("rules"),
    settings: {
      persona: { name: "Ada", shop: "Shop", tone: "warm", emoji: false },
      forbidden: [],
      weights: {},
      policy: "rules",
      currency: "USD",
      humanAvailable: false,
    },
    cardOf: (product, why) => ({
      sku: product.sku,
      title: product.title,
      url: product.url,
      price: { ...product.price, text: `$${product.price.minor / 100}` },
      inStock: product.inStock,
      why,
    }),
    formatMoney: ({ minor }) => `$${minor / 100}`,
    newId: () => `turn-${++turns}`,
    ...part,
  };
}

function shippedPolicy(name: string): Policy {
  const policy = findPolicy(name);
  if (!policy) throw new Error(`no policy ${name}`);
  return policy;
}

function opened(): MemoryLog {
  const log = createMemoryLog();
  log.append(CONVERSATION, {
    type: "conversation-opened",
    mode: "sociable",
    locale: "en",
    page: { url: "/", title: null, sku: null },
    visit: 1,
  });
  return log;
}

async function take(room: TurnDependencies, part: Partial<TurnRequest> = {}): Promise<TurnSignal[]> {
  const signals: TurnSignal[] = [];
  const request = { conversationId: CONVERSATION, shouldStop: () => false, ...part };
  for await (const signal of takeTurn(room, request)) signals.push(signal);
  return signals;
}

function spokenTurn(signals: TurnSignal[]): SpokenTurn {
  const end = signals.find((signal) => signal.type === "end");
  if (end?.type !== "end" || end.logged.event.type !== "turn-spoken") throw new Error("no turn was stored");
  return end.logged.event.turn;
}

describe("when a turn is due", () => {
  it("[WIRE-7] opens a conversation, and then waits for the shopper", async () => {
    const room = dependencies(opened());
    const signals = await take(room);
    expect(signals[0]).toMatchObject({ type: "start", respondsTo: { type: "opening" } });
    expect(await take(room)).toEqual([]);
  });
  it("[WIRE-3] answers all waiting messages in one turn, in order", async () => {
    const log = opened();
    const room = dependencies(log);
    await take(room);
    for (const id of ["m1", "m2"]) log.append(CONVERSATION, { type: "message-stored", id, text: "a tent" });
    expect(spokenTurn(await take(room)).respondsTo).toEqual({ type: "messages", ids: ["m1", "m2"] });
  });
  it("takes none in a closed or unknown conversation", async () => {
    const log = opened();
    log.append(CONVERSATION, { type: "conversation-closed", reason: "erased" });
    expect(await take(dependencies(log))).toEqual([]);
    expect(await take(dependencies(createMemoryLog()))).toEqual([]);
  });
});

describe("speaking", () => {
  it("[GRD-2] says nothing the guard stops, and records what was stopped", async () => {
    const room = dependencies(opened(), {
      check: (sentence) =>
        sentence.startsWith("housekeeping")
          ? { type: "unsupported", span: [0, 4], why: "made up" }
          : { type: "pass" },
    });
    const turn = spokenTurn(await take(room));
    expect(turn.text).not.toContain("housekeeping");
    expect(turn.stopped).toEqual([{ text: "housekeeping.", verdict: "unsupported", why: "made up" }]);
  });
  it("the sentences, concatenated, are the turn's text", async () => {
    const signals = await take(dependencies(opened()));
    const sentences = signals.flatMap((signal) => (signal.type === "sentence" ? [signal.text] : []));
    expect(sentences.join("")).toBe(spokenTurn(signals).text);
    expect(sentences.length).toBeGreaterThan(1);
  });
  it("[WIRE-3] is cut short at a sentence end when a newer message waits, and still invites", async () => {
    const turn = spokenTurn(await take(dependencies(opened()), { shouldStop: () => true }));
    expect(turn.text).toBe("housekeeping.");
    expect(turn.invitation).not.toBeNull();
  });
  it("[GRD-1] keeps the claims its sentences rest on, and gives their sources", async () => {
    const log = opened();
    const room = dependencies(log);
    await take(room);
    log.append(CONVERSATION, { type: "message-stored", id: "m1", text: "a tent under 300" });
    const turn = spokenTurn(await take(room));
    expect(turn.cards.map((card) => card.sku)).toEqual(["tern", "moth"]);
    expect(turn.items[0]).toMatchObject({
      sku: "tern",
      price: bySku("tern").price,
      attributes: { weight: "2.1 kg" },
    });
    for (const claim of turn.claims) expect(claim.evidence).not.toEqual([]);
  });
});

describe("storing", () => {
  it("decides anew when another turn came first, and tells the shopper to discard", async () => {
    const log = opened();
    let interfered = false;
    const racing: MemoryLog = {
      ...log,
      appendTurn: async (...request) => {
        if (interfered) return log.appendTurn(...request);
        interfered = true;
        log.append(CONVERSATION, { type: "message-stored", id: "m1", text: "hi" });
        await take(dependencies(log));
        log.append(CONVERSATION, { type: "message-stored", id: "m2", text: "a tent" });
        return log.appendTurn(...request);
      },
    };
    const signals = await take(dependencies(racing));
    expect(signals.filter((signal) => signal.type === "abort")).toMatchObject([{ code: "turn/stale" }]);
    expect(spokenTurn(signals).respondsTo).toEqual({ type: "messages", ids: ["m2"] });
  });
  it("[POL-1] a log replays to the same decision", async () => {
    const runs = await Promise.all(
      [1, 2].map(async () => {
        const log = opened();
        const room = dependencies(log);
        await take(room);
        log.append(CONVERSATION, { type: "message-stored", id: "m1", text: "a tent" });
        return spokenTurn(await take(room)).decision;
      }),
    );
    expect(runs[0]).toEqual(runs[1]);
    expect(runs[0]?.steps.length).toBeGreaterThan(1);
  });
  it("the cached state is the folded state", async () => {
    const log = opened();
    const room = dependencies(log);
    for (const id of ["m1", "m2", "m3"]) {
      await take(room);
      log.append(CONVERSATION, { type: "message-stored", id, text: "a tent" });
    }
    expect(await room.recall(CONVERSATION)).toEqual(fold(await log.read(CONVERSATION, 0)));
  });
});

it.each(["rules", "inspired", "planner", "random"])("[POL-2] the policy %s can hold a turn", async (name) => {
  const turn = spokenTurn(await take(dependencies(opened(), { policy: shippedPolicy(name) })));
  expect(turn.decision.policy).toBe(name);
});

describe("[INI-2] following up on silence", () => {
  const lastTurnOf = async (room: TurnDependencies) => {
    const { lastTurnId } = await room.recall(CONVERSATION);
    return lastTurnId ?? undefined;
  };

  it("says something that was not said yet, twice at the most", async () => {
    const log = opened();
    const room = dependencies(log);
    await take(room);
    log.append(CONVERSATION, { type: "message-stored", id: "m1", text: "a tent under 300" });
    const answer = spokenTurn(await take(room));
    const told = new Set(answer.claims.map(({ statement }) => JSON.stringify(statement)));
    for (let followUp = 1; followUp <= 2; followUp++) {
      const turn = spokenTurn(await take(room, { silentSince: await lastTurnOf(room) }));
      expect(turn.respondsTo).toEqual({ type: "silence" });
      for (const { statement } of turn.claims) expect(told).not.toContain(JSON.stringify(statement));
      for (const { statement } of turn.claims) told.add(JSON.stringify(statement));
    }
    expect(await take(room, { silentSince: await lastTurnOf(room) })).toEqual([]);
  });

  it("leaves a silence alone that another turn has ended, and shows nothing of it", async () => {
    const log = opened();
    const room = dependencies(log);
    await take(room);
    const silentSince = await lastTurnOf(room);
    log.append(CONVERSATION, { type: "message-stored", id: "m1", text: "a tent" });
    await take(room);
    expect(await take(room, { silentSince })).toEqual([]);
  });

  it("of two nodes that break the same silence one is stored, and the other gives way", async () => {
    const log = opened();
    const room = dependencies(log);
    await take(room);
    log.append(CONVERSATION, { type: "message-stored", id: "m1", text: "a tent under 300" });
    await take(room);
    const silentSince = await lastTurnOf(room);
    let interfered = false;
    const racing: MemoryLog = {
      ...log,
      appendTurn: async (...request) => {
        if (!interfered) {
          interfered = true;
          await take(dependencies(log), { silentSince });
        }
        return log.appendTurn(...request);
      },
    };
    const signals = await take(dependencies(racing), { silentSince });
    expect(signals.at(-1)).toMatchObject({ type: "abort", code: "turn/stale" });
    const events = (await log.read(CONVERSATION, 0)).map(({ event }) => event);
    const kinds = events.flatMap((event) =>
      event.type === "turn-spoken" ? [event.turn.respondsTo.type] : [],
    );
    expect(kinds).toEqual(["opening", "messages", "silence"]);
  });

  it("says nothing at all rather than ask whether somebody is there", async () => {
    const log = opened();
    const room = dependencies(log);
    const silent = { ...room, catalog: { ...room.catalog, departments: [] } };
    await take(silent);
    expect(await take(silent, { silentSince: await lastTurnOf(silent) })).toEqual([]);
  });
});
