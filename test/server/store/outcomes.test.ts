/** What came of conversations: whom orders and cart additions are owed to, and what is counted. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Strategy } from "../../../server/dialogue/strategies.ts";
import { describeOutcomes } from "../../../server/insight/describe-outcomes.ts";
import type { Store } from "../../../server/store/open-store.ts";
import { turn } from "../../support/conversation-events.ts";
import { page, servers, storeOn } from "./store-on-servers.ts";

describe.each(servers)("outcomes on $name", (server) => {
  const scene = storeOn(server);
  const { beside } = scene;
  let store: Store;
  let siteId: string;
  let visitorId: string;
  beforeEach(() => {
    ({ store, siteId, visitorId } = scene);
  });

  const card = (sku: string) => ({
    ...{ sku, title: sku, url: "/", why: "it fits", inStock: true },
    price: { minor: 100, currency: "EUR", text: "€1" },
  });
  /** A new conversation with a turn for each list of strategies and skus of its cards. */
  async function talk(turns: [Strategy[], string[]][], who = visitorId): Promise<string> {
    const { conversationId } = await store.desk.open({
      ...{ siteId, visitorId: who, fresh: true, mode: "sociable", locale: "en", page },
    });
    for (const [index, [strategies, skus]] of turns.entries()) {
      const spoken = turn(randomUUID(), { strategies: [...strategies, "yield"], cards: skus.map(card) });
      await store.log.appendTurn(conversationId, index, [spoken]);
    }
    return conversationId;
  }
  const buy = (orderId: string, value: number, skus: string[], part: object = {}) =>
    store.orders.tell(siteId, {
      ...{ type: "purchase", orderId, visitorId, value, currency: "EUR", signed: true },
      ...{ items: skus.map((sku) => ({ sku, quantity: 1 })), ...part },
    });
  const summary = (since: Date | null = null) => store.outcomes.summary(siteId, { since });
  const nothing = { orders: 0, net: 0, cartAdds: 0 };

  it("[OUT-6] an order is owed to the last turn that showed one of its items", async () => {
    await talk([
      [["credibility"], ["mug", "cup"]],
      [["similarity", "opinion-inquiry"], ["mug"]],
      [["offer-help"], ["pot"]],
    ]);
    await buy("1001", 500, ["spoon", "mug"]);
    expect(await summary()).toMatchObject({
      orders: { placed: 1, signed: 1 },
      attributed: { direct: { orders: 1, net: 500, cartAdds: 0 }, assisted: nothing },
      strategies: [
        { strategy: "opinion-inquiry", orders: 1, direct: 1, net: 500 },
        { strategy: "similarity", orders: 1, direct: 1, net: 500 },
      ],
    });
  });

  it("[OUT-6] where no turn showed an item, it is owed to the last turn, which assisted", async () => {
    await talk([
      [["credibility"], ["mug"]],
      [["offer-help"], []],
    ]);
    await buy("1001", 500, ["spoon"]);
    await buy("1002", 70, []);
    expect(await summary()).toMatchObject({
      attributed: { direct: nothing, assisted: { orders: 2, net: 570 } },
      strategies: [{ strategy: "offer-help", orders: 2, direct: 0, net: 570 }],
    });
  });

  it("[OUT-6] a variant bought is the product that was shown", async () => {
    await beside(async (sql) => {
      await sql`
        insert into products (site_id, sku, title, description, categories, tags, url, in_stock, attributes, content_hash)
        values (${siteId}, 'mug', 'Mug', '', '[]', '[]', '/', true, '[]', 'x')`;
      await sql`
        insert into variants (site_id, product_sku, place, sku, options, price_minor, currency, in_stock)
        values (${siteId}, 'mug', 1, 'mug-blue', '{}', 100, 'EUR', true)`;
    });
    await talk([
      [["credibility"], ["mug"]],
      [["offer-help"], []],
    ]);
    await buy("1001", 500, ["mug-blue"]);
    expect((await summary()).strategies).toMatchObject([{ strategy: "credibility", direct: 1 }]);
  });

  it("[OUT-6] it is the person's last conversation, on whichever device, and none after a week", async () => {
    const laptop = await store.visitors.identify(siteId, "u1", null);
    await talk([[["credibility"], ["mug"]]], laptop);
    await talk([[["offer-help"], []]], visitorId);
    await store.visitors.identify(siteId, "u1", visitorId);
    await buy("1001", 500, ["mug"], { visitorId: laptop });
    expect((await summary()).strategies).toMatchObject([{ strategy: "offer-help", direct: 0, orders: 1 }]);
    await beside(
      (sql) => sql`update orders set placed_at = placed_at + interval '8 days' where site_id = ${siteId}`,
    );
    expect(await summary()).toMatchObject({
      orders: { placed: 1 },
      attributed: { direct: nothing, assisted: nothing },
      strategies: [],
    });
  });

  it("[OUT-6] cart additions are owed in the same way, those in a conversation to it", async () => {
    const first = await talk([[["credibility"], ["mug"]]]);
    await talk([[["offer-help"], []]]);
    const add = (sku?: string) => ({ id: randomUUID(), type: "cart-add" as const, ...(sku && { sku }) });
    await store.desk.storeSignal(first, add("mug"));
    await store.desk.storeOutcome(siteId, visitorId, add());
    expect(await summary()).toMatchObject({
      cartAdds: 2,
      attributed: { direct: { orders: 0, cartAdds: 1 }, assisted: { orders: 0, cartAdds: 1 } },
      strategies: [
        { strategy: "credibility", cartAdds: 1 },
        { strategy: "offer-help", cartAdds: 1 },
      ],
    });
  });

  it("[OUT-6] through its conversation, an order is owed to the arms that it was in", async () => {
    const conversationId = await talk([[["credibility"], ["mug"]]]);
    const experimentId = randomUUID();
    await beside(async (sql) => {
      await sql`
        insert into experiments (id, site_id, key, name, state, plan, seed, coverage)
        values (${experimentId}, ${siteId}, 'manners', 'Manners', 'running', '{}', 's', 1)`;
      const placements = JSON.stringify([{ experimentId, arm: "sociable" }]);
      await sql`update conversations set placements = ${placements}::text::jsonb where id = ${conversationId}`;
    });
    await buy("1001", 500, ["mug"]);
    expect((await summary()).arms).toEqual([
      { experiment: "manners", arm: "sociable", orders: 1, net: 500, cartAdds: 0 },
    ]);
  });

  it("[OUT-2] revenue is less refunds and cancellations, in the site's currency", async () => {
    await talk([[["credibility"], ["mug"]]]);
    await buy("1001", 5_000, ["mug"]);
    await buy("1002", 700, ["mug"]);
    await buy("1003", 900, ["mug"], { currency: "USD" });
    const refund = { type: "refund" as const, refundId: "r1", value: 1_500, currency: "EUR" };
    await store.orders.tell(siteId, { ...refund, orderId: "1001" });
    await store.orders.tell(siteId, { ...refund, orderId: "not yet known" });
    await store.orders.tell(siteId, { type: "cancellation", orderId: "1002" });
    await store.desk.storeOutcome(siteId, visitorId, { id: randomUUID(), type: "purchase" });
    expect(await summary()).toMatchObject({
      currency: "EUR",
      orders: { placed: 4, signed: 3, cancelled: 1, foreign: 1 },
      revenue: { net: 3_500, gross: 5_700, refunded: 1_500, cancelled: 700 },
      attributed: { direct: { orders: 2, net: 3_500 }, assisted: { orders: 1, net: 0 } },
      refused: { "currency/foreign": 1 },
    });
  });

  it("[OUT-5] who is left out counts in nothing but the number of those", async () => {
    const device = await store.visitors.create(siteId);
    await store.visitors.identify(siteId, "u1", visitorId);
    await store.visitors.identify(siteId, "u1", device);
    await store.visitors.leaveOut(siteId, device, "staff");
    const conversationId = await talk([[["credibility"], ["mug"]]]);
    await buy("1001", 500, ["mug"]);
    await store.desk.storeSignal(conversationId, { id: randomUUID(), type: "cart-add", sku: "mug" });
    expect(await summary()).toMatchObject({
      orders: { placed: 0 },
      revenue: { net: 0 },
      cartAdds: 0,
      attributed: { direct: nothing, assisted: nothing },
      strategies: [],
      refused: {},
      leftOut: { bot: { visitors: 0, outcomes: 0 }, staff: { visitors: 1, outcomes: 2 } },
    });
  });

  it("notes whose figures an outcome changes, where something is measured, and only then", async () => {
    const unsettled = () =>
      beside(async (sql) => {
        const rows = await sql<{ visitor_id: string }[]>`
          delete from unsettled_visitors where site_id = ${siteId} returning visitor_id`;
        return [...new Set(rows.map((row) => row.visitor_id))].sort();
      });
    const purchase = {
      id: randomUUID(),
      type: "purchase" as const,
      orderId: "1001",
      value: 5,
      currency: "EUR",
    };
    const conversationId = await talk([]);
    await store.desk.storeSignal(conversationId, { id: randomUUID(), type: "cart-add" });
    expect(await unsettled()).toEqual([]);
    await beside(
      (sql) => sql`
        insert into experiments (id, site_id, key, name, state, plan, seed, coverage)
        values (${randomUUID()}, ${siteId}, 'x', 'X', 'running', '{}', 's', 1)`,
    );
    const other = await store.visitors.create(siteId);
    await store.desk.storeSignal(conversationId, purchase);
    expect(await unsettled()).toEqual([visitorId]);
    await store.desk.storeSignal(conversationId, purchase);
    expect(await unsettled()).toEqual([]);
    await store.desk.storeOutcome(siteId, other, { id: randomUUID(), type: "card-view" });
    expect(await unsettled()).toEqual([other]);
    // Who was thought to have bought it and who has.
    await buy("1001", 500, [], { visitorId: other });
    expect(await unsettled()).toEqual([visitorId, other].sort());
    await buy("1001", 500, [], { visitorId: other });
    await buy("1001", 501, [], { visitorId: other });
    expect(await unsettled()).toEqual([]);
    await store.orders.tell(siteId, { type: "cancellation", orderId: "1001" });
    expect(await unsettled()).toEqual([other]);
    await store.orders.tell(siteId, { type: "cancellation", orderId: "of nobody known" });
    expect(await unsettled()).toEqual([]);
    await store.desk.erase(conversationId);
    expect(await unsettled()).toEqual([visitorId]);
  });

  it("tells of the last days only, when asked to", async () => {
    await buy("1001", 500, []);
    await buy("1001", 500, []);
    const tomorrow = new Date(Date.now() + 24 * 3_600_000);
    expect(await summary(tomorrow)).toMatchObject({ orders: { placed: 0 }, refused: {} });
    const today = new Date(Date.now() - 3_600_000);
    expect(await summary(today)).toMatchObject({ orders: { placed: 1 }, refused: { duplicate: 1 } });
  });

  it("reads as text", async () => {
    await talk([[["credibility"], ["mug"]]]);
    await buy("1001", 5_050, ["mug"]);
    await buy("1001", 5_050, ["mug"]);
    expect(describeOutcomes(await summary(), "en")).toEqual([
      "1 order (1 signed, 0 cancelled) and 0 cart additions.",
      "Revenue €50.50: €50.50, less €0 refunded and €0 cancelled.",
      "Owed to conversations directly (an item was shown): 1 order (€50.50), 0 cart additions.",
      "Assisted by them: 0 orders (€0), 0 cart additions.",
      "Strategies of the turns it is owed to:",
      "  credibility: 1 order (€50.50), 0 cart additions",
      "Changed nothing:",
      "  duplicate: 1",
    ]);
  });
});
