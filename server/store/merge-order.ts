/**
 * What is known of an order once one more thing was told of it [OUT-1]. Which way round things are told, and how often, makes no
 * difference to what is known in the end; where two reports of the same weight contradict each other, the first stands.
 */
import type { OrderEvent, OrderStanding } from "../gateway/ports.ts";
import type { OrderItem } from "./experiment-records.ts";

export interface Purchase {
  visitorId: string;
  /** In minor units; null with the currency where a page did not tell. */
  value: number | null;
  currency: string | null;
  items: readonly OrderItem[];
  /** The shop's server has vouched for it. */
  signed: boolean;
  /** When it was first told of. An instant in any text. */
  at: string;
}

export interface KnownOrder {
  /** Null while only a refund or the cancellation is known. */
  purchase: Purchase | null;
  /** By the shop's id of the refund, in minor units. */
  refunds: ReadonlyMap<string, { value: number; currency: string }>;
  cancelledAt: string | null;
}

/** @param at when the event came. */
export function mergeOrder(
  order: KnownOrder,
  event: OrderEvent,
  at: string,
): { order: KnownOrder; standing: OrderStanding } {
  switch (event.type) {
    case "purchase": {
      const { visitorId, value, currency, signed } = event;
      const items = [...event.items].sort((a, b) => compare(a.sku, b.sku) || a.quantity - b.quantity);
      const told = { visitorId, value, currency, items, signed };
      const known = order.purchase;
      if (known !== null && (known.signed || !signed))
        return { order, standing: standingBeside(known, told) };
      // The page may have told of it before the shop did.
      return { order: { ...order, purchase: { ...told, at: known?.at ?? at } }, standing: "changed" };
    }
    case "refund": {
      const { refundId, value, currency } = event;
      const known = order.refunds.get(refundId);
      if (known !== undefined) {
        const isSame = known.value === value && known.currency === currency;
        return { order, standing: isSame ? "duplicate" : "conflict" };
      }
      const refunds = new Map(order.refunds).set(refundId, { value, currency });
      return { order: { ...order, refunds }, standing: "changed" };
    }
    case "cancellation":
      return order.cancelledAt !== null
        ? { order, standing: "duplicate" }
        : { order: { ...order, cancelledAt: at }, standing: "changed" };
  }
}

/** In minor units: at most the order's value. Refunds in another currency than the order's take nothing off it. */
export function refundedOf({ purchase, refunds }: KnownOrder): number {
  const currency = purchase?.currency ?? null;
  let sum = 0;
  for (const refund of refunds.values())
    if (currency === null || refund.currency === currency) sum += refund.value;
  return Math.min(sum, purchase?.value ?? Number.MAX_SAFE_INTEGER);
}

/** Of what changes nothing: whether it says what was known. What a page leaves out contradicts nothing. */
function standingBeside(known: Purchase, told: Omit<Purchase, "at">): OrderStanding {
  const agrees =
    known.visitorId === told.visitorId &&
    (told.value === null || (told.value === known.value && told.currency === known.currency)) &&
    (!told.signed || JSON.stringify(told.items) === JSON.stringify(known.items));
  return agrees ? "duplicate" : "conflict";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
