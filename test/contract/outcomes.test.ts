/** Outcomes over real HTTP and sockets on a real database: what is told counts once, and what changes nothing is counted. */
import { createHmac, randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signVisitorToken } from "../../server/gateway/visitor-token.ts";
import type { SiteKeys } from "../../server/store/site-repository.ts";
import {
  type GatewayOnStore,
  SECRET,
  SHOP_ORIGIN,
  sendBeacon,
  startGatewayOnStore,
  tellOrder,
} from "../support/gateway-on-store.ts";
import { connectTab } from "./wire-client.ts";

let server: GatewayOnStore;
let keys: SiteKeys;
beforeAll(async () => {
  server = await startGatewayOnStore({ trustedProxies: 1 });
});
afterAll(() => server.close());
beforeEach(async () => {
  keys = await server.newSite();
});

async function newVisitor() {
  const visitorId = await server.store.visitors.create(keys.siteId);
  return { visitorId, visitorToken: signVisitorToken(SECRET, keys.siteId, visitorId) };
}
const tell = (facts: object, change?: Parameters<typeof tellOrder>[3]) =>
  tellOrder(server.url, keys, facts, change);
const answer = async (response: Promise<Response>) => (await response).json();

describe("orders", () => {
  test("[OUT-1] a purchase, its refunds and its cancellation make one order", async () => {
    const { visitorId, visitorToken } = await newVisitor();
    const purchase = {
      ...{ orderId: "1001", visitorToken, value: 4_999, currency: "EUR" },
      items: [{ sku: "mug", quantity: 2 }],
    };
    expect(await answer(tell(purchase))).toEqual({ ok: true });
    const refund = { type: "refund", orderId: "1001", refundId: "r1", value: 1_999, currency: "EUR" };
    expect(await answer(tell(refund))).toEqual({ ok: true });
    expect(await answer(tell({ ...refund, refundId: "r2", value: 1_000 }))).toEqual({ ok: true });
    expect(await answer(tell({ type: "cancellation", orderId: "1001" }))).toEqual({ ok: true });
    const { orders, outcomes } = await server.outcomeRows(keys.siteId);
    expect(orders).toEqual([
      {
        ...{ order_id: "1001", visitor_id: visitorId, value: 4_999, currency: "EUR", signed: true },
        ...{ items: [{ sku: "mug", quantity: 2 }], refunded: 2_999, cancelled: true },
      },
    ]);
    expect(outcomes).toMatchObject([
      { visitor_id: visitorId, type: "purchase", value: 4_999, order_id: "1001" },
    ]);
  });

  test("[OUT-2] an amount or a currency that is none is refused, with what belongs there", async () => {
    const { visitorToken } = await newVisitor();
    const purchase = { orderId: "1001", visitorToken, value: 4_999, currency: "EUR" };
    const refusals = [
      [{ value: 49.99 }, "(value: whole minor units"],
      [{ value: -1 }, "(value: 0 or more"],
      [{ value: Number.MAX_SAFE_INTEGER }, "(value: 1000000000000 minor units at most"],
      [{ value: "4999" }, "(value: "],
      [{ currency: "€€€" }, "(currency: three letters"],
      [{ currency: "EURO" }, "(currency: three letters"],
    ] as const;
    for (const [wrong, words] of refusals) {
      const { error } = await answer(tell({ ...purchase, ...wrong }));
      expect(error.code).toBe("payload/invalid");
      expect(error.message).toContain(words);
    }
    const id = randomUUID();
    const signals = [{ id, type: "purchase", orderId: "1002", value: Number.MAX_SAFE_INTEGER }];
    expect((await sendBeacon(server.url, { siteKey: keys.siteKey, visitorToken, signals })).status).toBe(400);
    expect((await server.outcomeRows(keys.siteId)).orders).toEqual([]);
    expect(await server.refused(keys.siteId)).toEqual({ "payload/invalid": refusals.length + 1 });
  });

  test("[OUT-3] a signature that does not hold is refused with how to sign", async () => {
    const { visitorToken } = await newVisitor();
    const purchase = { orderId: "1001", visitorToken, value: 4_999, currency: "EUR" };
    // Milliseconds, as many languages tell the time.
    const { error } = await answer(tell(purchase, { secondsAgo: -999 * Math.floor(Date.now() / 1_000) }));
    expect(error.code).toBe("order/signature-invalid");
    expect(error.message).toMatch(/whole seconds.*HMAC-SHA256.*secret key/);
  });

  test("[OUT-1] told in any order, twice and at the same time, everything ends in the same rows", async () => {
    const { visitorToken, visitorId } = await newVisitor();
    const signal = { id: randomUUID(), type: "purchase", orderId: "1001", value: 9_900, currency: "EUR" };
    const other = { id: randomUUID(), type: "purchase", orderId: "1002", value: 700, currency: "EUR" };
    const beacon = (one: object) => async (siteKeys: SiteKeys) => {
      const token = signVisitorToken(SECRET, siteKeys.siteId, visitorId);
      return sendBeacon(server.url, { siteKey: siteKeys.siteKey, visitorToken: token, signals: [one] });
    };
    const signed = (facts: object) => (siteKeys: SiteKeys) => tellOrder(server.url, siteKeys, facts);
    const told = [
      beacon(signal),
      beacon(other),
      signed({ orderId: "1001", visitorToken, value: 5_000, currency: "EUR" }),
      signed({ type: "refund", orderId: "1001", refundId: "r1", value: 3_000, currency: "EUR" }),
      signed({ type: "refund", orderId: "1001", refundId: "r2", value: 4_000, currency: "EUR" }),
      signed({ type: "refund", orderId: "1002", refundId: "r1", value: 100, currency: "USD" }),
      signed({ type: "cancellation", orderId: "1002" }),
    ];
    // Each run is the same story at the same site, from nothing.
    const live = async (story: typeof told, atOnce: boolean) => {
      await server.sql`delete from orders where site_id = ${keys.siteId}`;
      await server.sql`delete from order_refunds where site_id = ${keys.siteId}`;
      await server.sql`delete from outcomes where site_id = ${keys.siteId}`;
      if (atOnce) await Promise.all(story.map((send) => send(keys)));
      else for (const send of story) await send(keys);
      return server.outcomeRows(keys.siteId);
    };
    const expected = await live(told, false);
    expect(expected.orders).toMatchObject([
      { order_id: "1001", value: 5_000, signed: true, refunded: 5_000, cancelled: false },
      { order_id: "1002", value: 700, signed: false, refunded: 0, cancelled: true },
    ]);
    const stories = fc
      .array(fc.constantFrom(...told), { maxLength: 4 })
      .chain((again) => fc.shuffledSubarray([...told, ...again], { minLength: told.length + again.length }));
    await fc.assert(
      fc.asyncProperty(stories, fc.boolean(), async (story, atOnce) => {
        expect(await live(story, atOnce)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
    expect(server.failures).toEqual([]);
  });

  test("[OUT-2] amounts are whole minor units; in another currency than the site's they are kept apart", async () => {
    const { visitorToken } = await newVisitor();
    const purchase = { orderId: "1001", visitorToken, value: 100, currency: "EUR" };
    for (const value of [49.99, -1, Number.MAX_SAFE_INTEGER + 1])
      expect((await tell({ ...purchase, value })).status).toBe(400);
    const signal = { id: randomUUID(), type: "purchase", value: 49.99 };
    const beacon = await sendBeacon(server.url, { siteKey: keys.siteKey, visitorToken, signals: [signal] });
    expect(beacon.status).toBe(400);
    expect(await answer(tell({ ...purchase, currency: "usd" }))).toEqual({ ok: true });
    expect((await server.outcomeRows(keys.siteId)).orders).toMatchObject([{ value: 100, currency: "USD" }]);
    expect(await server.refused(keys.siteId)).toEqual({ "currency/foreign": 1, "payload/invalid": 4 });
  });
});

describe("[OUT-3] what changes nothing is counted with its reason", () => {
  test("replayed, forged and contradicting orders", async () => {
    const { visitorToken } = await newVisitor();
    const purchase = { orderId: "1001", visitorToken, value: 4_999, currency: "EUR" };
    await tell(purchase);
    const refund = { type: "refund", orderId: "1001", refundId: "r1", value: 10, currency: "EUR" };
    await tell(refund);
    const before = await server.outcomeRows(keys.siteId);

    const rows: [Promise<Response>, number, object][] = [
      [tell(purchase), 200, { ok: true, duplicate: true }],
      [tell(purchase, { secondsAgo: 200 }), 200, { ok: true, duplicate: true }],
      [tell(refund), 200, { ok: true, duplicate: true }],
      [tell({ ...purchase, value: 1 }), 200, { ok: true, duplicate: true, conflict: true }],
      [tell({ ...refund, value: 4_999 }), 200, { ok: true, duplicate: true, conflict: true }],
      [tell(purchase, { secondsAgo: 301 }), 401, { error: { code: "order/signature-invalid" } }],
      [tell(purchase, { secretKey: "sk_guess" }), 401, { error: { code: "order/signature-invalid" } }],
      [
        tell({ ...purchase, orderId: "1002" }, { body: (text) => text.replace("4999", "1") }),
        401,
        { error: { code: "order/signature-invalid" } },
      ],
      [
        tell({ ...purchase, orderId: "1003", visitorToken: "v1.x.y" }),
        401,
        { error: { code: "visitor/token-invalid" } },
      ],
      [
        tell({
          ...purchase,
          orderId: "1004",
          visitorToken: signVisitorToken(SECRET, keys.siteId, randomUUID()),
        }),
        401,
        { error: { code: "visitor/token-invalid" } },
      ],
      [tell({ ...purchase, orderId: "" }), 400, { error: { code: "payload/invalid" } }],
      [tell({ ...purchase, type: "gift" }), 400, { error: { code: "payload/invalid" } }],
    ];
    for (const [response, status, body] of rows)
      expect([(await response).status, await (await response).json()]).toMatchObject([status, body]);

    expect(await server.outcomeRows(keys.siteId)).toEqual(before);
    expect(await server.refused(keys.siteId)).toEqual({
      duplicate: 3,
      "order/conflict": 2,
      "order/signature-invalid": 2,
      "order/timestamp-stale": 1,
      "payload/invalid": 2,
      "visitor/token-invalid": 2,
    });
    expect(server.failures).toEqual([]);
  });

  test("replayed and forged signals, of sockets and beacons", async () => {
    const tab = await connectTab(server.url, { siteKey: keys.siteKey, origin: "https://shop.example" });
    const { visitorToken, conversationId } = await tab.open();
    const signal = { id: randomUUID(), type: "purchase", orderId: "1001", value: 500, currency: "EUR" };
    expect(await tab.ask("signal", signal)).toEqual({ ok: true });
    const siteKey = keys.siteKey;
    const { visitorToken: strangersToken, visitorId: stranger } = await newVisitor();
    const before = await server.outcomeRows(keys.siteId);

    expect(await tab.ask("signal", signal)).toEqual({ ok: true, duplicate: true });
    expect(await answer(sendBeacon(server.url, { siteKey, visitorToken, signals: [signal] }))).toEqual({
      ok: true,
      stored: 0,
      duplicates: 1,
    });
    expect(await tab.ask("signal", { ...signal, id: randomUUID(), type: "robbery" })).toMatchObject({
      ok: false,
    });
    const refused: [object, Record<string, string>, number][] = [
      [{ siteKey, visitorToken: "v1.x.y", signals: [signal] }, {}, 401],
      [{ siteKey, visitorToken, signals: [signal] }, { origin: "https://evil.example" }, 403],
      [
        { siteKey, visitorToken: strangersToken, conversationId, signals: [{ ...signal, id: randomUUID() }] },
        {},
        404,
      ],
      [{ siteKey, visitorToken, signals: [] }, {}, 400],
    ];
    for (const [body, headers, status] of refused)
      expect((await sendBeacon(server.url, body, headers)).status).toBe(status);
    expect(await server.outcomeRows(keys.siteId)).toEqual(before);

    // Another visitor claims the order, and more money: what is known of it stands.
    const claim = { ...signal, id: randomUUID(), value: 999_999 };
    await sendBeacon(server.url, { siteKey, visitorToken: strangersToken, signals: [claim] });
    const after = await server.outcomeRows(keys.siteId);
    expect(after.orders).toEqual(before.orders);
    expect(after.orders[0]?.visitor_id).not.toBe(stranger);
    expect(await server.refused(keys.siteId)).toEqual({
      "conversation/unknown": 1,
      duplicate: 2,
      "order/conflict": 1,
      "payload/invalid": 2,
      "site/origin-refused": 1,
      "visitor/token-invalid": 1,
    });
    tab.close();
  });

  test("a purchase that a page reported is overruled by the shop's word, never the other way round", async () => {
    const { visitorToken } = await newVisitor();
    const report = (value: number) =>
      sendBeacon(server.url, {
        siteKey: keys.siteKey,
        visitorToken,
        signals: [{ id: randomUUID(), type: "purchase", orderId: "1001", value, currency: "EUR" }],
      });
    await report(1);
    await tell({ orderId: "1001", userId: "u1", value: 4_999, currency: "EUR" });
    await report(999_999);
    expect((await server.outcomeRows(keys.siteId)).orders).toMatchObject([{ value: 4_999, signed: true }]);
    expect(await server.refused(keys.siteId)).toEqual({ "order/conflict": 1 });
  });

  test("counts that were still in memory are stored when the store closes", async () => {
    const other = await startGatewayOnStore();
    const site = await other.newSite();
    await tellOrder(
      other.url,
      site,
      { orderId: "1", userId: "u", value: 1, currency: "EUR" },
      { secretKey: "sk_no" },
    );
    await other.store.refusals.close();
    expect([...(await other.sql`select reason, count::integer from outcome_refusals`)]).toEqual([
      { reason: "order/signature-invalid", count: 1 },
    ]);
    await other.close();
  });
});

const connect = (options: Partial<Parameters<typeof connectTab>[1]> = {}) =>
  connectTab(server.url, { siteKey: keys.siteKey, origin: SHOP_ORIGIN, ...options });
const identityOf = (userId: string) => ({
  userId,
  hash: createHmac("sha256", keys.secretKey).update(userId).digest("hex"),
});

describe("[OUT-4] who signs in", () => {
  test("goes on with the conversation they had before", async () => {
    const before = await connect();
    const { conversationId, visitorToken } = await before.open();
    before.close();
    const after = await connect({ visitorToken, identity: identityOf("u1") });
    expect(await after.open()).toMatchObject({ conversationId, visitorToken });
    after.close();
    const elsewhere = await connect({ identity: identityOf("u1") });
    expect(await elsewhere.open()).toMatchObject({ conversationId, visitorToken });
    elsewhere.close();
  });

  test("is the same person as on the other device, whose token opens no more than before", async () => {
    const known = await connect({ identity: identityOf("u1") });
    const first = await known.open();
    const device = await connect();
    const anonymous = await device.open();
    const signedIn = await connect({ visitorToken: anonymous.visitorToken, identity: identityOf("u1") });
    expect(await signedIn.open()).toMatchObject({ visitorToken: first.visitorToken });
    const [{ persons } = { persons: 0 }] = await server.sql<{ persons: number }[]>`
      select count(distinct coalesce(alias_of, id))::integer as persons from visitors where site_id = ${keys.siteId}`;
    expect(persons).toBe(1);
    const signedOut = await connect({ visitorToken: anonymous.visitorToken });
    expect(await signedOut.open()).toMatchObject({ conversationId: anonymous.conversationId });
    for (const tab of [known, device, signedIn, signedOut]) tab.close();
  });
});

describe("[OUT-5] bots, previews and staff", () => {
  const GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
  const visits: [string, Partial<Parameters<typeof connectTab>[1]>][] = [
    ["bot", { headers: { "user-agent": GOOGLEBOT } }],
    ["preview", { pageUrl: "https://shop.example/?overture-preview=1" }],
    ["staff", { headers: { "x-forwarded-for": "203.0.113.9" } }],
  ];
  test.each(visits)(
    "a %s talks like others, and what it does is kept and counted apart",
    async (reason, visit) => {
      await server.store.sites.update(keys.siteKey, { outcomes: { staffAddresses: ["203.0.113.0/24"] } });
      const tab = await connect(visit);
      const { visitorToken } = await tab.open();
      const signals = ["cart-add", "purchase"].map((type) => ({ id: randomUUID(), type }));
      for (const signal of signals) expect(await tab.ask("signal", signal)).toEqual({ ok: true });
      await tell({ orderId: "1001", visitorToken, value: 500, currency: "EUR" });
      expect((await server.outcomeRows(keys.siteId)).orders).toHaveLength(2);
      expect(await server.refused(keys.siteId)).toEqual({ [reason]: 3 });
      tab.close();
    },
  );

  test("a beacon or an order may show it first; a shopper beside them counts", async () => {
    await server.store.sites.update(keys.siteKey, { outcomes: { staffUserIds: ["ann"] } });
    const crawler = await newVisitor();
    const shopper = await newVisitor();
    const send = (visitorToken: string, userAgent: string) =>
      sendBeacon(
        server.url,
        { siteKey: keys.siteKey, visitorToken, signals: [{ id: randomUUID(), type: "card-click" }] },
        { "user-agent": userAgent },
      );
    await send(crawler.visitorToken, GOOGLEBOT);
    await send(
      shopper.visitorToken,
      "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
    );
    await tell({ orderId: "1", userId: "ann", value: 1, currency: "EUR" });
    await tell({ orderId: "2", userId: "bob", value: 1, currency: "EUR" });
    expect(await server.refused(keys.siteId)).toEqual({ bot: 1, staff: 1 });
    const left = await server.sql`
      select user_id, left_out from visitors where site_id = ${keys.siteId} and left_out is not null order by left_out`;
    expect([...left]).toEqual([
      { user_id: null, left_out: "bot" },
      { user_id: "ann", left_out: "staff" },
    ]);
  });

  test("what is no address is refused as a setting", async () => {
    for (const address of ["shop.example", "203.0.113.0/33", "::1/129", "1.2.3.4/", "1.2.3.4/8/8"])
      await expect(
        server.store.sites.update(keys.siteKey, { outcomes: { staffAddresses: [address] } }),
      ).rejects.toThrow("must be an address");
  });
});
