/** The overview's figures, each held against what can be worked out from the event log and the orders alone. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createOverviewApi } from "../../../server/admin/overview-api.ts";
import { type Overview, type OverviewFigures, overviewOf } from "../../../server/insight/overview.ts";
import type { Store } from "../../../server/store/open-store.ts";
import type { CatalogSite } from "../../../server/sync/run-import.ts";
import { turn } from "../../support/conversation-events.ts";
import { page, servers, storeOn } from "./store-on-servers.ts";

const DAY_MS = 86_400_000;
const NOW = new Date("2026-03-20T12:00:00Z");

interface Visit {
  /** Days before now at which it began. */
  ago: number;
  messages: number;
  chosen?: boolean;
  cartAdd?: boolean;
  order?: { ago: number; value: number; refunded?: number; cancelled?: boolean };
  leftOut?: "bot" | "staff";
  silent?: boolean;
  erased?: boolean;
}

const VISITS: Visit[] = [
  { ago: 0.5, messages: 3, chosen: true, order: { ago: 0.2, value: 900, refunded: 150 } },
  { ago: 1, messages: 2, cartAdd: true },
  { ago: 1.5, messages: 1 },
  { ago: 2, messages: 0, order: { ago: 1.9, value: 4_000, cancelled: true } },
  { ago: 3, messages: 4, leftOut: "bot", cartAdd: true, order: { ago: 2, value: 70_000 } },
  { ago: 3, messages: 2, erased: true },
  { ago: 4, messages: 0, silent: true },
  // Its order is of this period, and the conversation of the one before.
  { ago: 8, messages: 2, order: { ago: 5, value: 300 } },
  { ago: 9, messages: 5, chosen: true, cartAdd: true },
  { ago: 12.9, messages: 2, order: { ago: 12.5, value: 1_000 } },
  // Too long ago to be owed, and out of both periods.
  { ago: 16, messages: 3, order: { ago: 1, value: 5_000 } },
];

describe.each(servers)("the overview on $name", (server) => {
  const scene = storeOn(server);
  const { beside } = scene;
  let store: Store;
  let siteId: string;
  beforeEach(() => {
    ({ store, siteId } = scene);
  });

  async function stage(visits: readonly Visit[]): Promise<void> {
    for (const visit of visits) await stageOne(visit);
  }

  async function stageOne(visit: Visit): Promise<void> {
    const visitorId = await store.visitors.create(siteId);
    const { conversationId } = await store.desk.open({
      ...{ siteId, visitorId, fresh: true, mode: "sociable", locale: "en", page },
    });
    if (!visit.silent) {
      await store.log.appendTurn(conversationId, 0, [turn(randomUUID(), { strategies: ["offer-help"] })]);
      for (let nth = 0; nth < visit.messages; nth++)
        await store.desk.storeMessage(conversationId, randomUUID(), `${nth}`);
      const steps = visit.chosen
        ? [
            {
              strategy: "yield" as const,
              propensity: 1,
              distribution: {},
              masked: {},
              features: { chosen: 1 },
            },
          ]
        : [];
      const decision = { policy: "rules", policyVersion: "1", steps, reasons: [] };
      await store.log.appendTurn(conversationId, 1, [turn(randomUUID(), { decision })]);
    }
    if (visit.cartAdd)
      await store.desk.storeSignal(conversationId, { id: randomUUID(), type: "cart-add", sku: "mug" });
    const orderId = randomUUID();
    if (visit.order) {
      const { value, refunded, cancelled } = visit.order;
      const of = { orderId, visitorId, currency: "EUR", signed: true };
      await store.orders.tell(siteId, { ...of, type: "purchase", value, items: [] });
      if (refunded)
        await store.orders.tell(siteId, { ...of, type: "refund", refundId: randomUUID(), value: refunded });
      if (cancelled) await store.orders.tell(siteId, { ...of, type: "cancellation" });
    }
    const at = new Date(NOW.getTime() - visit.ago * DAY_MS);
    await beside(async (sql) => {
      await sql`update conversations set opened_at = ${at}, last_event_at = ${at} where id = ${conversationId}`;
      await sql.begin(async (transaction) => {
        // The log is never rewritten but here, where it has to be of another day.
        await transaction`set local session_replication_role = replica`;
        await transaction`update events set at = ${at} where conversation_id = ${conversationId}`;
      });
      await sql`update decisions set at = ${at} where conversation_id = ${conversationId}`;
      await sql`update outcomes set at = ${at} where conversation_id = ${conversationId}`;
      if (visit.leftOut) await sql`update visitors set left_out = ${visit.leftOut} where id = ${visitorId}`;
      if (visit.order)
        await sql`
          update orders set placed_at = ${new Date(NOW.getTime() - visit.order.ago * DAY_MS)}
          where order_id = ${orderId}`;
    });
    if (visit.erased) await store.visitors.erase(siteId, visitorId);
  }

  /** The same by hand: every row is read and looked at, one by one. */
  async function byHand(from: Date, until: Date): Promise<OverviewFigures> {
    return beside(async (sql) => {
      const events = await sql<
        { id: string; visitor: string; type: string; at: Date; body: Record<string, unknown> }[]
      >`
        select conversation_id as id, events.visitor_id as visitor, type, events.at, body from events
        join visitors on visitors.id = events.visitor_id
        where visitors.site_id = ${siteId} and left_out is null order by conversation_id, position`;
      const orders = await sql<
        { visitor: string; at: Date; value: string; refunded: string; cancelled: Date | null }[]
      >`
        select visitor_id as visitor, placed_at as at, value, refunded, cancelled_at as cancelled from orders
        join visitors on visitors.id = visitor_id where orders.site_id = ${siteId} and left_out is null`;
      const figures = { conversations: 0, engaged: 0, accepted: 0, orders: 0, revenue: 0 };
      const ids = [...new Set(events.map(({ id }) => id))];
      const within = (at: Date | undefined) => at !== undefined && at >= from && at < until;
      for (const id of ids) {
        const log = events.filter((event) => event.id === id);
        const isSpoken = log.some(({ type }) => type === "turn-spoken" || type === "message-stored");
        if (!isSpoken || !within(log.find(({ type }) => type === "conversation-opened")?.at)) continue;
        figures.conversations += 1;
        if (log.filter(({ type }) => type === "message-stored").length >= 2) figures.engaged += 1;
        // Orders of the shop's server tell of no conversation; what was put in the cart, or settled on, does.
        const hasAccepted = log.some(({ type, body }) => {
          const text = JSON.stringify(body);
          return (
            (type === "turn-spoken" && text.includes('"chosen":1')) ||
            (type === "signal-received" && /"(cart-add|purchase)"/.test(text))
          );
        });
        if (hasAccepted) figures.accepted += 1;
      }
      for (const { visitor, at, value, refunded, cancelled } of orders) {
        const isOwed = events.some(
          (event) =>
            event.visitor === visitor &&
            event.type === "turn-spoken" &&
            event.at <= at &&
            at.getTime() - event.at.getTime() < 7 * DAY_MS,
        );
        if (!within(at) || cancelled || !isOwed) continue;
        figures.orders += 1;
        figures.revenue += Number(value) - Number(refunded);
      }
      return figures;
    });
  }

  const overview = (days: number) => overviewOf(store.overview, siteId, { days, now: NOW });
  const agoDays = (days: number) => new Date(NOW.getTime() - days * DAY_MS);

  it("has the figures that the event log has, of the period and of the one before", async () => {
    await stage(VISITS);
    const found = await overview(7);
    expect(found.current).toEqual(await byHand(agoDays(7), NOW));
    expect(found.previous).toEqual(await byHand(agoDays(14), agoDays(7)));
    // So that the two cannot agree on nothing.
    expect(found.current).toEqual({ conversations: 4, engaged: 2, accepted: 2, orders: 2, revenue: 1_050 });
    expect(found.previous).toEqual({ conversations: 3, engaged: 3, accepted: 1, orders: 1, revenue: 1_000 });
    expect(found.currency).toBe("EUR");
  });

  it("has every span of 24 hours, and together they are the period", async () => {
    await stage(VISITS);
    const { daily, current } = await overview(7);
    expect(daily).toHaveLength(7);
    for (const [span, figures] of daily.entries())
      expect(figures, `span ${span}`).toEqual(await byHand(agoDays(7 - span), agoDays(6 - span)));
    expect(daily.reduce((sum, { conversations }) => sum + conversations, 0)).toBe(current.conversations);
  });

  it("knows which conversations go on now", async () => {
    await stage([
      { ago: 1 / 1_440, messages: 2 },
      { ago: 4 / 1_440, messages: 0 },
      { ago: 16 / 1_440, messages: 1 },
      { ago: 1 / 1_440, messages: 3, leftOut: "staff" },
      { ago: 1 / 1_440, messages: 0, silent: true },
    ]);
    const { live } = await overview(7);
    expect(live.conversations).toBe(2);
    expect(live.latest.map(({ messages }) => messages)).toEqual([2, 0]);
    expect(live.latest[0]?.openedAt).toBe(new Date(NOW.getTime() - 60_000).toISOString());
  });

  it("is nothing but zeros in a shop where nobody has come, and another shop's are its own", async () => {
    await stage(VISITS);
    const other = await store.sites.create({ name: "Lux", origins: [], currency: "USD" });
    const nothing = { conversations: 0, engaged: 0, accepted: 0, orders: 0, revenue: 0 };
    expect(await overviewOf(store.overview, other.siteId, { days: 7, now: NOW })).toMatchObject({
      ...{ currency: "USD", current: nothing, previous: nothing },
      live: { conversations: 0, latest: [] },
    });
  });

  it("is asked for over so many days", async () => {
    await stage(VISITS);
    const api = createOverviewApi({ ...store, holdout: async () => null }, () => NOW);
    const site = (await store.sites.byId(siteId)) as unknown as CatalogSite;
    const { Hono } = await import("hono");
    const app = new Hono<{ Variables: { site: CatalogSite } }>()
      .use(async (context, next) => {
        context.set("site", site);
        await next();
      })
      .route("/", api);
    const answer = (await (await app.request("/overview?days=7")).json()) as Overview;
    expect(answer).toMatchObject({ days: 7, until: NOW.toISOString(), current: { conversations: 4 } });
    expect(((await (await app.request("/overview")).json()) as Overview).days).toBe(28);
    expect((await app.request("/overview?days=0")).status).toBe(400);
  });
});
