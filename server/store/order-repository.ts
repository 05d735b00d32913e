/** Orders [OUT-1]: whatever is told of one is merged into what is known of it, under a lock on its row. */
import { createHash } from "node:crypto";
import type { LeftOut } from "../experiment/plan.ts";
import type { OrderDesk, OrderEvent, OrderStanding } from "../gateway/ports.ts";
import { persevere, type Queries, type Sql } from "./database.ts";
import type { OrderItem } from "./experiment-records.ts";
import { type KnownOrder, mergeOrder, refundedOf } from "./merge-order.ts";
import { leftOutOf } from "./persons.ts";
import type { OutcomeRefusalCounter } from "./refusal-counter.ts";
import { storableJson, storableText } from "./storable-json.ts";
import { markUnsettled } from "./unsettled.ts";

export function orderDesk(sql: Sql, refusals: OutcomeRefusalCounter): OrderDesk {
  return {
    async tell(siteId, event) {
      const told = await persevere(async (attempt) => {
        const result = await sql.begin(async (transaction) => {
          const applied = await tellOrder(transaction, siteId, event);
          if (event.type === "purchase" && applied?.standing === "changed")
            await keepSignedPurchase(transaction, siteId, event);
          return applied;
        });
        // After a lost connection, what is known already is what the attempt before this one told.
        return attempt > 1 && result?.standing === "duplicate"
          ? { ...result, standing: "changed" as const }
          : result;
      });
      if (told === null) return null;
      countTold(refusals, siteId, told);
      return told.standing;
    },
  };
}

export interface ToldOrder {
  standing: OrderStanding;
  /** Why the buyer counts nowhere; null where they do, or where nobody knows who bought. */
  leftOut: LeftOut | null;
  /** It is about an amount in another currency than the site's or, of a refund, than the order's. */
  isForeign: boolean;
}

/** Counts what made no difference to any figure. */
export function countTold(refusals: OutcomeRefusalCounter, siteId: string, told: ToldOrder): void {
  if (told.standing === "duplicate") refusals.count(siteId, "duplicate");
  else if (told.standing === "conflict") refusals.count(siteId, "order/conflict");
  else if (told.leftOut !== null) refusals.count(siteId, told.leftOut);
  else if (told.isForeign) refusals.count(siteId, "currency/foreign");
}

/** Within a transaction. Null when the buyer is a visitor who is not there. */
export async function tellOrder(
  transaction: Queries,
  siteId: string,
  told: OrderEvent,
): Promise<ToldOrder | null> {
  const [site] = await transaction<{ currency: string }[]>`select currency from sites where id = ${siteId}`;
  if (site === undefined) return null;
  const event = storable(told, site.currency);
  const { orderId } = event;
  if (event.type === "purchase") {
    // Whoever erases the visitor goes first or waits.
    const [buyer] = await transaction`
      select from visitors where id = ${event.visitorId} and site_id = ${siteId} for key share`;
    if (buyer === undefined) return null;
  }
  await transaction`insert into orders (site_id, order_id) values (${siteId}, ${orderId}) on conflict do nothing`;
  const { known, now } = await readLocked(transaction, siteId, orderId);
  const { order, standing } = mergeOrder(known, event, now);
  if (standing === "changed") {
    if (event.type === "refund") {
      await transaction`
        insert into order_refunds (site_id, order_id, refund_id, value, currency)
        values (${siteId}, ${orderId}, ${event.refundId}, ${event.value}, ${event.currency})`;
    }
    await writeOrder(transaction, siteId, orderId, order);
    const buyers = [known.purchase?.visitorId, order.purchase?.visitorId].filter((id) => id !== undefined);
    await markUnsettled(transaction, siteId, [...new Set(buyers)]);
  }
  const visitorId = order.purchase?.visitorId;
  const ownCurrency = (event.type === "refund" ? order.purchase?.currency : null) ?? site.currency;
  return {
    standing,
    leftOut: visitorId === undefined ? null : await readLeftOut(transaction, visitorId),
    isForeign: event.type !== "cancellation" && event.currency !== null && event.currency !== ownCurrency,
  };
}

interface OrderRow {
  visitor_id: string | null;
  placed_at: string | null;
  value: string | null;
  currency: string | null;
  signed: boolean;
  items: OrderItem[];
  cancelled_at: string | null;
  now: string;
}

async function readLocked(transaction: Queries, siteId: string, orderId: string) {
  const [row] = await transaction<OrderRow[]>`
    select visitor_id, placed_at::text, value, currency, signed, items, cancelled_at::text, clock_timestamp()::text as now
    from orders where site_id = ${siteId} and order_id = ${orderId} for update`;
  if (row === undefined) throw new Error("an order was removed while it was told of");
  // A statement of its own: the one above saw the refunds as they were before it waited for the lock.
  const refunds = await transaction<{ refund_id: string; value: string; currency: string }[]>`
    select refund_id, value, currency from order_refunds where site_id = ${siteId} and order_id = ${orderId}`;
  const { visitor_id: visitorId, placed_at: at, currency, signed, items } = row;
  const value = row.value === null ? null : Number(row.value);
  const known: KnownOrder = {
    purchase: visitorId === null || at === null ? null : { visitorId, value, currency, items, signed, at },
    refunds: new Map(
      refunds.map((refund) => [refund.refund_id, { value: Number(refund.value), currency: refund.currency }]),
    ),
    cancelledAt: row.cancelled_at,
  };
  return { known, now: row.now };
}

async function writeOrder(
  transaction: Queries,
  siteId: string,
  orderId: string,
  order: KnownOrder,
): Promise<void> {
  const { purchase, cancelledAt } = order;
  await transaction`
    update orders set visitor_id = ${purchase?.visitorId ?? null}, placed_at = ${purchase?.at ?? null}::text::timestamptz,
      value = ${purchase?.value ?? null}, currency = ${purchase?.currency ?? null}, signed = ${purchase?.signed ?? false},
      items = ${storableJson(purchase?.items ?? [])}::text::jsonb, refunded = ${refundedOf(order)},
      cancelled_at = ${cancelledAt}::text::timestamptz
    where site_id = ${siteId} and order_id = ${orderId}`;
}

async function readLeftOut(transaction: Queries, visitorId: string): Promise<LeftOut | null> {
  const [row] = await transaction<{ left_out: LeftOut | null }[]>`
    select ${leftOutOf(transaction, transaction`${visitorId}::uuid`)} as left_out`;
  return row?.left_out ?? null;
}

/** Insight and learning read purchases among the outcomes; there, too, an order counts once. */
async function keepSignedPurchase(
  transaction: Queries,
  siteId: string,
  { orderId, visitorId, value, currency }: Extract<OrderEvent, { type: "purchase" }>,
): Promise<void> {
  await transaction`
    insert into outcomes (site_id, visitor_id, signal_id, type, value, currency, order_id)
    values (${siteId}, ${visitorId}, ${idOfOrder(siteId, orderId)}, 'purchase', ${value}, ${currency}, ${storableText(orderId)})
    on conflict do nothing`;
}

/** Outcomes are stored once per id, so the order's own id is made into a UUID (version 8, RFC 9562). */
function idOfOrder(siteId: string, orderId: string): string {
  const hex = createHash("sha256")
    .update(JSON.stringify(["overture order", siteId, orderId]))
    .digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Currencies are written in capitals, and texts as the database can hold them. An amount without a currency is in the site's.
 */
function storable(event: OrderEvent, siteCurrency: string): OrderEvent {
  const orderId = storableText(event.orderId);
  switch (event.type) {
    case "purchase": {
      const currency = event.value === null ? null : storableCurrency(event.currency ?? siteCurrency);
      const items = event.items.map(({ sku, quantity }) => ({ sku: storableText(sku), quantity }));
      return { ...event, orderId, currency, items };
    }
    case "refund":
      return {
        ...event,
        orderId,
        refundId: storableText(event.refundId),
        currency: storableCurrency(event.currency),
      };
    case "cancellation":
      return { ...event, orderId };
  }
}

function storableCurrency(currency: string): string {
  return storableText(currency).toUpperCase();
}
