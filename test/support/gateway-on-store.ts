/** A listening gateway over the real store, without an agent: what shoppers and shops tell it is kept as in the field. */
import { createHmac } from "node:crypto";
import { createMetrics } from "../../server/gateway/metrics.ts";
import { createRateLimits, DEFAULT_RATE_LIMITS } from "../../server/gateway/rate-limits.ts";
import { startGateway } from "../../server/gateway/start-gateway.ts";
import { connectionOfUrl, openDatabase } from "../../server/store/database.ts";
import { openStore } from "../../server/store/open-store.ts";
import { createTestDatabase } from "./database.ts";

export const SECRET = "a secret of the tests";
export const SHOP_ORIGIN = "https://shop.example";
type RunningGateway = Awaited<ReturnType<typeof startGatewayOnStore>>;

export async function startGatewayOnStore(options: { trustedProxies?: number; now?: () => Date } = {}) {
  const database = await createTestDatabase();
  const store = await openStore(database);
  const { sql, close } = openDatabase({ ...connectionOfUrl(database.databaseUrl), max: 2 });
  const failures: string[] = [];
  const gateway = await startGateway(
    {
      sites: store.sites,
      visitors: store.visitors,
      conversations: store.desk,
      orders: store.orders,
      exposures: store.exposures,
      sightings: store.sightings,
      refusals: store.refusals,
      turns: { async *takeTurn() {} },
      describeMemory: () => ({ at: "", days: 90, wishes: [], items: [], questions: [] }),
      limits: createRateLimits(DEFAULT_RATE_LIMITS, null),
      metrics: createMetrics(),
      metricsEnabled: false,
      log: {
        info() {},
        warn() {},
        error: (facts, message) => failures.push(`${message} ${JSON.stringify(facts)}`),
      },
      secret: SECRET,
      trustedProxies: options.trustedProxies ?? 0,
      widgetDirectory: async () => "/nonexistent",
      parts: {},
      mounts: {},
      now: options.now ?? (() => new Date()),
    },
    { port: 0, host: "127.0.0.1", redis: null },
  );
  const url = `http://127.0.0.1:${gateway.port}`;
  return {
    url,
    store,
    /** Beside the store. */
    sql,
    failures,
    /** A site with nothing told of it. */
    newSite: () => store.sites.create({ name: "Velo", origins: [SHOP_ORIGIN], currency: "EUR" }),
    /** How often each reason was counted, as a restarted server would find it. */
    async refused(siteId: string): Promise<Record<string, number>> {
      await store.refusals.flush();
      const rows = await sql<{ reason: string; count: string }[]>`
        select reason, sum(count) as count from outcome_refusals where site_id = ${siteId} group by reason order by reason`;
      return Object.fromEntries(rows.map(({ reason, count }) => [reason, Number(count)]));
    },
    /** Every row that outcome events can make, apart from times. */
    async outcomeRows(siteId: string) {
      const orders = await sql`
        select order_id, visitor_id, value::float8, currency, signed, items, refunded::float8, cancelled_at is not null as cancelled
        from orders where site_id = ${siteId} order by order_id`;
      const refunds = await sql`
        select order_id, refund_id, value::float8, currency from order_refunds where site_id = ${siteId}
        order by order_id, refund_id`;
      const outcomes = await sql`
        select visitor_id, signal_id, type, value, order_id from outcomes where site_id = ${siteId} order by signal_id`;
      return { orders: [...orders], refunds: [...refunds], outcomes: [...outcomes] };
    },
    async close() {
      await gateway.close(100);
      await store.close();
      await close();
      await database.drop();
    },
  };
}
export type GatewayOnStore = RunningGateway;

/** Signs as a shop's server does, unless told otherwise. */
export function tellOrder(
  url: string,
  keys: { siteKey: string; secretKey: string },
  facts: object,
  change: { secondsAgo?: number; secretKey?: string; body?: (text: string) => string } = {},
): Promise<Response> {
  const body = JSON.stringify({ siteKey: keys.siteKey, ...facts });
  const timestamp = Math.floor(Date.now() / 1_000) - (change.secondsAgo ?? 0);
  const signature = createHmac("sha256", change.secretKey ?? keys.secretKey)
    .update(`${timestamp}.${body}`)
    .digest("hex");
  return fetch(`${url}/api/orders`, {
    method: "POST",
    body: change.body ? change.body(body) : body,
    headers: { "overture-timestamp": String(timestamp), "overture-signature": signature },
  });
}

export function sendBeacon(
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${url}/api/events`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { origin: SHOP_ORIGIN, ...headers },
  });
}
