/** Visitors that turn out to be one person, on the embedded PostgreSQL and on a server of the oldest version supported. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../../server/store/open-store.ts";
import { servers, storeOn } from "./store-on-servers.ts";

describe.each(servers)("persons on $name", (server) => {
  const scene = storeOn(server);
  const { beside, say, open } = scene;
  let store: Store;
  let siteId: string;
  /** Not signed in. */
  let visitorId: string;
  beforeEach(() => {
    ({ store, siteId, visitorId } = scene);
  });
  const identify = (userId: string, from: string | null) => store.visitors.identify(siteId, userId, from);
  const aliasOf = (id: string) =>
    beside(
      async (sql) =>
        (await sql<{ alias_of: string | null }[]>`select alias_of from visitors where id = ${id}`)[0]
          ?.alias_of,
    );
  const measured = () =>
    beside(
      (sql) => sql`
        insert into experiments (id, site_id, key, name, state, plan, seed, coverage)
        values (${randomUUID()}, ${siteId}, 'x', 'X', 'running', '{}', 's', 1)`,
    );
  const unsettled = () =>
    beside(async (sql) => {
      const rows = await sql<{ visitor_id: string }[]>`
        select distinct visitor_id from unsettled_visitors where site_id = ${siteId}`;
      return rows.map((row) => row.visitor_id).sort();
    });

  it("[OUT-4] whoever signs in first is that user from then on", async () => {
    expect(await identify("u1", visitorId)).toBe(visitorId);
    expect(await identify("u1", visitorId)).toBe(visitorId);
    expect(await identify("u1", null)).toBe(visitorId);
    expect(await store.visitors.byUser(siteId, "u1")).toBe(visitorId);
  });

  it("[OUT-4] on a second device, the visitor becomes an alias of who is known", async () => {
    await measured();
    const known = await identify("u1", null);
    expect(await identify("u1", visitorId)).toBe(known);
    expect(await aliasOf(visitorId)).toBe(known);
    expect(await unsettled()).toEqual([known, visitorId].sort());
  });

  it("[OUT-4] on a shared device, the second user is somebody else", async () => {
    await identify("u1", visitorId);
    const second = await identify("u2", visitorId);
    expect(second).not.toBe(visitorId);
    const third = await store.visitors.create(siteId);
    await identify("u1", third);
    expect(await identify("u2", third)).toBe(second);
    expect(await aliasOf(third)).toBe(visitorId);
    expect(await aliasOf(visitorId)).toBeNull();
  });

  it("[OUT-4] devices that sign in at the same time are one person", async () => {
    const devices = await Promise.all([1, 2, 3, 4].map(() => store.visitors.create(siteId)));
    const ids = await Promise.all([...devices, ...devices].map((device) => identify("u1", device)));
    const [person = ""] = ids;
    expect(new Set(ids).size).toBe(1);
    const roots = await Promise.all(devices.map(aliasOf));
    expect(roots).toEqual(devices.map((device) => (device === person ? null : person)));
  });

  it("[OUT-4] a visitor of another site, or one who was erased, is nobody's alias", async () => {
    const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
    const stranger = await store.visitors.create(other.siteId);
    expect(await identify("u1", stranger)).not.toBe(stranger);
    expect(await identify("u1", randomUUID())).toBe(await identify("u1", null));
    expect(await aliasOf(stranger)).toBeNull();
  });

  it("[OUT-4] a person is exported and erased whole, asked for by any of their visitors", async () => {
    await measured();
    const known = await identify("u1", null);
    const { conversationId } = await open();
    await say(conversationId, "hello");
    await store.orders.tell(siteId, {
      ...{ type: "purchase", orderId: "1001", visitorId: known, value: 500, currency: "EUR" },
      ...{ items: [{ sku: "mug", quantity: 1 }], signed: true },
    });
    await store.orders.tell(siteId, {
      type: "refund",
      orderId: "1001",
      refundId: "r",
      value: 5,
      currency: "EUR",
    });
    await identify("u1", visitorId);

    for (const asked of [known, visitorId]) {
      const held = await store.visitors.export(siteId, asked);
      expect(held).toMatchObject({
        visitorId: asked,
        userId: "u1",
        conversations: [{ id: conversationId }],
        orders: [{ orderId: "1001", value: 500, refunded: 5, items: [{ sku: "mug", quantity: 1 }] }],
      });
      expect(held?.visitors.map(({ id }) => id).sort()).toEqual([known, visitorId].sort());
    }
    await beside((sql) => sql`delete from unsettled_visitors where site_id = ${siteId}`);
    expect(await store.visitors.erase(siteId, visitorId)).toBe(true);
    expect(await unsettled()).toEqual([known, visitorId].sort());
    const left = await beside(
      (sql) => sql`
        select (select count(*) from visitors where site_id = ${siteId})
          + (select count(*) from conversations where site_id = ${siteId})
          + (select count(*) from outcomes where site_id = ${siteId})
          + (select count(*) from orders where site_id = ${siteId})
          + (select count(*) from order_refunds where site_id = ${siteId}) as rows`,
    );
    expect(Number(left[0]?.rows)).toBe(0);
  });

  it("[OUT-4] whoever erases their conversations erases those of their other devices, and what pages said they bought", async () => {
    const known = await identify("u1", null);
    const first = await open();
    const signal = {
      id: randomUUID(),
      type: "purchase" as const,
      orderId: "1001",
      value: 500,
      currency: "EUR",
    };
    await store.desk.storeSignal(first.conversationId, signal);
    await store.orders.tell(siteId, {
      ...{ type: "purchase", orderId: "1002", visitorId: known, value: 700, currency: "EUR" },
      ...{ items: [], signed: true },
    });
    await identify("u1", visitorId);
    const second = await store.desk.open({
      ...{ siteId, visitorId: known, fresh: false, mode: "sociable", locale: "en", page: { url: "/" } },
    });
    const erased = await store.desk.erase(second.conversationId);
    expect(erased.map(({ conversationId }) => conversationId).sort()).toEqual(
      [first.conversationId, second.conversationId].sort(),
    );
    const orders = await beside((sql) => sql`select order_id from orders where site_id = ${siteId}`);
    expect([...orders]).toEqual([{ order_id: "1002" }]);
  });

  it("[OUT-5] why a visitor was left out first, stays; leaving out is noted once", async () => {
    await measured();
    await store.visitors.leaveOut(siteId, visitorId, "preview");
    await store.visitors.leaveOut(siteId, visitorId, "bot");
    expect(await store.visitors.export(siteId, visitorId)).toMatchObject({
      visitors: [{ leftOut: "preview" }],
    });
    expect(await unsettled()).toEqual([visitorId]);
  });
});
