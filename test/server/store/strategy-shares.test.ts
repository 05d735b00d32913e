/** Each strategy's share, counted from stored conversations: what INSPIRED's authors counted for human recommenders. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAdminApi } from "../../../server/admin/admin-api.ts";
import type { Phase } from "../../../server/dialogue/state.ts";
import type { Strategy } from "../../../server/dialogue/strategies.ts";
import { strategyFlow } from "../../../server/insight/strategy-flow.ts";
import { strategyShares } from "../../../server/insight/strategy-shares.ts";
import { strategySuccess } from "../../../server/insight/strategy-success.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { turn } from "../../support/conversation-events.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { noModelReport } from "../../support/no-model.ts";

let database: TestDatabase;
let store: Store;
let siteId: string;
let secretKey: string;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  ({ siteId, secretKey } = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" }));
});

interface Told {
  strategies: Strategy[];
  phase?: Phase;
  sought?: string;
  /** The shopper had settled on an item before this turn. */
  chosen?: boolean;
}

async function talk(turns: Told[], visitor?: string) {
  const visitorId = visitor ?? (await store.visitors.create(siteId));
  const { conversationId } = await store.desk.open({
    ...{ siteId, visitorId, fresh: true, mode: "sociable" as const, locale: "en" },
    page: { url: "https://velo.example/" },
  });
  for (const [index, { strategies, chosen, phase, sought }] of turns.entries()) {
    const features: Record<string, number> = chosen ? { chosen: 1 } : {};
    const steps = strategies.map((strategy) => ({
      strategy,
      propensity: 1,
      distribution: { [strategy]: 1 },
      masked: {},
      features,
    }));
    const decision = {
      ...{ policy: "rules", policyVersion: "2", steps, reasons: [] },
      ...(phase && { phase }),
      ...(sought && { sought }),
    };
    await store.log.appendTurn(conversationId, index, [turn(randomUUID(), { strategies, decision })]);
  }
  return { conversationId, visitorId };
}
const shares = async (since: Date | null = null) =>
  strategyShares(await store.strategies.count(siteId, { since }));
const of = (all: Awaited<ReturnType<typeof shares>>, strategy: Strategy) => {
  const found = all.strategies.find((each) => each.strategy === strategy);
  if (!found) throw new Error(`no ${strategy}`);
  return found;
};

const ask: Told = { strategies: ["acknowledgment", "experience-inquiry"] };
const tell: Told = { strategies: ["credibility"] };
const close: Told = { strategies: ["encouragement"], chosen: true };

describe("strategies' shares", () => {
  it("are of all acts, and of the acts in the turn that the shopper accepted after", async () => {
    await talk([tell, ask, close]);
    await talk([tell, tell]);
    const found = await shares();
    expect(found).toMatchObject({ conversations: 2, accepted: 1, turns: 5 });
    expect(of(found, "credibility")).toMatchObject({ acts: 3, acceptedActs: 0 });
    expect(of(found, "credibility").share?.value).toBeCloseTo(3 / 6);
    expect(of(found, "experience-inquiry").acceptedShare?.value).toBeCloseTo(1 / 2);
    expect(of(found, "experience-inquiry").difference?.value).toBeCloseTo(1 / 2 - 1 / 6);
    // The turn after the acceptance did not lead to it.
    expect(of(found, "encouragement")).toMatchObject({ acts: 1, acceptedActs: 0 });
  });

  it("count something put in the cart, and an order that names no conversation", async () => {
    const carted = await talk([tell]);
    const signal = (type: "cart-add" | "card-view") => ({ id: randomUUID(), type });
    await store.desk.storeSignal(carted.conversationId, signal("cart-add"));
    const ordered = await talk([ask]);
    await store.desk.storeOutcome(siteId, ordered.visitorId, { id: randomUUID(), type: "purchase" });
    const looked = await talk([ask]);
    await store.desk.storeSignal(looked.conversationId, signal("card-view"));
    const found = await shares();
    expect(found.accepted).toBe(2);
    expect(of(found, "credibility").acceptedActs).toBe(1);
    expect(of(found, "experience-inquiry").acceptedActs).toBe(1);
  });

  it("[TRN-8] credit no act of the agent's with what came after a person had joined", async () => {
    const byPerson = async (after: (conversationId: string, visitorId: string) => Promise<unknown>) => {
      const { conversationId, visitorId } = await talk([tell]);
      await store.persons.join(siteId, conversationId, { id: "member:1", name: "Anna" });
      await after(conversationId, visitorId);
      await store.persons.leave(siteId, conversationId, "member:1");
      return conversationId;
    };
    const cartAdd = () => ({ id: randomUUID(), type: "cart-add" as const });
    await byPerson((id) => store.desk.storeSignal(id, cartAdd()));
    await byPerson((_, visitorId) =>
      store.desk.storeOutcome(siteId, visitorId, { id: randomUUID(), type: "purchase" }),
    );
    expect(await shares()).toMatchObject({ conversations: 2, accepted: 0, turns: 2 });
    // What the shopper accepts of the agent's, before a person comes or after they have gone, is its own.
    const before = await talk([tell]);
    await store.desk.storeSignal(before.conversationId, cartAdd());
    await store.persons.join(siteId, before.conversationId, { id: "member:1", name: "Anna" });
    const afterwards = await byPerson(async () => {});
    await store.log.appendTurn(afterwards, 1, [turn(randomUUID(), { strategies: ["transparency"] })]);
    await store.desk.storeSignal(afterwards, cartAdd());
    const found = await shares();
    expect(found.accepted).toBe(2);
    expect(of(found, "credibility").acceptedActs).toBe(1);
    expect(of(found, "transparency").acceptedActs).toBe(1);
    // The overview and the list tell what came of conversations, whoever held them.
    const range = { from: new Date(Date.now() - 3_600_000), until: new Date(Date.now() + 3_600_000) };
    const { spans } = await store.overview.count(siteId, range);
    expect(spans.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(4);
  });

  it("count the first acceptance of a conversation, and what is in the range", async () => {
    const { conversationId } = await talk([ask, close, { ...tell, chosen: true }]);
    await store.desk.storeSignal(conversationId, { id: randomUUID(), type: "cart-add" });
    const found = await shares(new Date(Date.now() - 60_000));
    expect(found.accepted).toBe(1);
    expect(of(found, "acknowledgment").acceptedActs).toBe(1);
    expect(of(found, "credibility").acceptedActs).toBe(0);
    const later = await shares(new Date(Date.now() + 60_000));
    expect(later).toMatchObject({ conversations: 0, accepted: 0, turns: 0 });
    expect(of(later, "credibility").share).toBeNull();
  });

  it("[ADM-13] are told of a phase, and of what was looked for, however it is written", async () => {
    const [early, late] = [{ phase: "narrowing" }, { phase: "recommending" }] as const;
    await talk([
      { ...ask, ...early, sought: "Tents" },
      { ...tell, ...late, sought: "tent" },
      { ...close, ...late },
    ]);
    await talk([{ ...tell, ...early }]);
    const of = (range: { phase?: Phase; kind?: string }) =>
      store.strategies.count(siteId, { since: null, ...range }).then(strategyShares);
    expect(await of({ phase: "narrowing" })).toMatchObject({ turns: 2, conversations: 2, accepted: 0 });
    expect(await of({ phase: "recommending" })).toMatchObject({ turns: 2, conversations: 1, accepted: 1 });
    expect(await of({ kind: "tents" })).toMatchObject({ turns: 2, conversations: 1, accepted: 1 });
    expect(await of({ kind: "boots" })).toMatchObject({ turns: 0, conversations: 0, accepted: 0 });
  });

  it("[ADM-13] success counts turns up to the acceptance, by phase and strategy, and talks by what was looked for", async () => {
    for (let times = 0; times < 20; times++) {
      await talk([
        { ...tell, phase: "narrowing", sought: "Tents" },
        { ...ask, phase: "recommending", sought: "tents" },
        { ...close, phase: "closing", sought: "Tents" },
      ]);
      await talk([
        { ...tell, phase: "narrowing", sought: "Boots" },
        { ...tell, phase: "recommending", sought: "Tents" },
      ]);
    }
    await talk([{ ...tell, sought: "Lamps" }]);
    const report = strategySuccess(await store.strategies.situations(siteId, { since: null }));
    // What came after the acceptance is no phase of its own.
    expect(report.phases.map(({ phase, turns }) => [phase, turns])).toEqual([
      ["narrowing", 40],
      ["recommending", 40],
    ]);
    const late = report.phases[1];
    expect(late?.success?.value).toBeCloseTo(1 / 2);
    const asked = late?.strategies.find(({ strategy }) => strategy === "experience-inquiry");
    expect(asked).toMatchObject({ turns: 20, conversations: 20, success: null });
    expect(report.unrecorded).toBe(1);
    expect(report.kinds).toMatchObject([
      { kind: "Tents", conversations: 40, accepted: 20, success: { value: 0.5 } },
      { kind: "Boots", conversations: 20, accepted: 0, success: { value: 0, low: 0 } },
      { kind: "Lamps", conversations: 1, accepted: 0, success: null },
    ]);
    expect(report.kinds[0]?.success?.low).toBeGreaterThan(0.3);
  });

  it("[ADM-13] every act has come from somewhere and leads somewhere, within a turn and from turn to turn", async () => {
    await talk([tell, ask, close]);
    await talk([tell, { strategies: ["credibility", "offer-help"] }]);
    const { turns, within, across } = strategyFlow(await store.strategies.pairs(siteId, { since: null }));
    expect(turns).toBe(5);
    expect(within).toEqual([
      { from: null, to: "encouragement", times: 1 },
      { from: null, to: "credibility", times: 3 },
      { from: null, to: "acknowledgment", times: 1 },
      { from: "experience-inquiry", to: null, times: 1 },
      { from: "encouragement", to: null, times: 1 },
      { from: "credibility", to: null, times: 2 },
      { from: "credibility", to: "offer-help", times: 1 },
      { from: "offer-help", to: null, times: 1 },
      { from: "acknowledgment", to: "experience-inquiry", times: 1 },
    ]);
    expect(across).toEqual([
      { from: null, to: "credibility", times: 2 },
      { from: "experience-inquiry", to: "encouragement", times: 1 },
      { from: "encouragement", to: null, times: 1 },
      { from: "credibility", to: "credibility", times: 1 },
      { from: "credibility", to: "acknowledgment", times: 1 },
      { from: "offer-help", to: null, times: 1 },
    ]);
  });

  it("are read by the merchant over HTTP, with the site's own key", async () => {
    await talk([ask, close]);
    const access = { siteOfSecret: (key: string) => store.sites.bySecret(key) };
    const api = createAdminApi(
      access,
      store.archive,
      store,
      async () => {
        throw new Error("no catalog is asked for");
      },
      noModelReport(store.modelUsage),
    );
    const get = (path: string, key = secretKey) =>
      api.request(path, { headers: { authorization: `Bearer ${key}` } });
    const answer = await get("/insight/strategies?days=30");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ conversations: 1, accepted: 1, turns: 2 });
    expect((await get("/insight/strategies?days=soon")).status).toBe(400);
    expect((await get("/insight/strategies?phase=haggling")).status).toBe(400);
    expect((await (await get("/insight/strategies/flow?days=30")).json()).turns).toBe(2);
    expect((await (await get("/insight/strategies/success?days=30")).json()).unrecorded).toBe(1);
    for (const part of ["flow", "success"]) {
      expect((await get(`/insight/strategies/${part}?days=soon`)).status).toBe(400);
      expect((await get(`/insight/strategies/${part}`, "sk_other")).status).toBe(401);
    }
    const outcomes = await get("/outcomes?days=30");
    expect(await outcomes.json()).toEqual(await store.outcomes.summary(siteId, { since: null }));
    expect((await get("/outcomes?days=0")).status).toBe(400);
    expect((await get("/outcomes", "sk_other")).status).toBe(401);
    expect((await get("/insight/strategies", "sk_other")).status).toBe(401);
  });
});
