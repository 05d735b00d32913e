/**
 * `POST /api/orders`: a shop's server reports a purchase, a refund or a cancellation. `Overture-Timestamp` is the time of sending
 * in whole seconds since 1970, `Overture-Signature` is HMAC-SHA256(secretKey, `<timestamp>.<body>`) in hex. Whatever is told counts
 * once, whoever sends it however often, so a replay changes nothing even within the time that a timestamp is accepted.
 */
import { createHmac } from "node:crypto";
import type { Context } from "hono";
import { type Order, orderSchema } from "../../shared/order.ts";
import { httpError, wireError } from "./http-error.ts";
import type { OrderDesk, OrderEvent, OutcomeRefusals, SiteDirectory, VisitorDirectory } from "./ports.ts";
import { parseJson } from "./receive-beacon.ts";
import { countRefusedPayload, refuseInvalid, storable } from "./refusal.ts";
import { readVisitorToken, sameBytes } from "./visitor-token.ts";

const TIMESTAMP_TOLERANCE_SECONDS = 300;

interface OrderServices {
  sites: SiteDirectory;
  visitors: VisitorDirectory;
  orders: OrderDesk;
  refusals: OutcomeRefusals;
  secret: string;
  now: () => Date;
}

export async function receiveOrder(context: Context, services: OrderServices): Promise<Response> {
  const body = await context.req.text();
  const payload = parseJson(body);
  const parsed = orderSchema.safeParse(payload);
  if (!parsed.success) {
    await countRefusedPayload(payload, services);
    return context.json({ error: refuseInvalid(parsed.error).error }, 400);
  }
  const order = storable(parsed.data);
  const site = await services.sites.byKey(order.siteKey);
  if (!site) return wireError(context, "site/unknown");

  const signature = judgeSignature({
    secretKey: await services.sites.secretOf(site.id),
    timestamp: context.req.header("overture-timestamp") ?? "",
    signature: context.req.header("overture-signature") ?? "",
    body,
    now: services.now(),
  });
  if (signature !== "holds") {
    services.refusals.count(site.id, signature);
    // One code for both: whoever does not hold the key learns nothing of which it was.
    const message =
      "The signature or its timestamp does not hold: Overture-Timestamp is now, in whole seconds since 1970, and Overture-Signature the hexadecimal HMAC-SHA256 of timestamp, a dot and the body as it is sent, under the site's secret key.";
    return httpError(context, 401, "order/signature-invalid", message);
  }

  const event = await orderEvent(site.id, order, services);
  // A shop's own people may have bought without ever having talked.
  if (event?.type === "purchase" && "userId" in order && site.staff.staffUserIds.includes(order.userId ?? ""))
    await services.visitors.leaveOut(site.id, event.visitorId, "staff");
  const standing = event && (await services.orders.tell(site.id, event));
  if (standing === null) {
    services.refusals.count(site.id, "visitor/token-invalid");
    return wireError(context, "visitor/token-invalid");
  }
  return context.json({
    ok: true,
    ...(standing !== "changed" && { duplicate: true }),
    ...(standing === "conflict" && { conflict: true }),
  });
}

/** Null when nobody knows who bought. */
async function orderEvent(
  siteId: string,
  order: Order,
  { visitors, secret }: Pick<OrderServices, "visitors" | "secret">,
): Promise<OrderEvent | null> {
  const { orderId } = order;
  if (order.type === "cancellation") return { type: order.type, orderId };
  const { value, currency } = order;
  if (order.type === "refund")
    return { type: order.type, orderId, refundId: order.refundId, value, currency };
  const visitorId =
    order.userId !== undefined
      ? await visitors.byUser(siteId, order.userId)
      : readVisitorToken(secret, siteId, order.visitorToken ?? "");
  return visitorId === null
    ? null
    : { type: "purchase", orderId, visitorId, value, currency, items: order.items ?? [], signed: true };
}

/** A signature that holds under a timestamp of another time may be a replay of what was sent then. */
export function judgeSignature(request: {
  secretKey: string;
  timestamp: string;
  signature: string;
  body: string;
  now: Date;
}): "holds" | "order/signature-invalid" | "order/timestamp-stale" {
  const { secretKey, timestamp, signature, body, now } = request;
  if (!/^\d{1,12}$/.test(timestamp)) return "order/signature-invalid";
  const expected = createHmac("sha256", secretKey).update(`${timestamp}.${body}`).digest();
  if (!sameBytes(Buffer.from(signature, "hex"), expected)) return "order/signature-invalid";
  const ageSeconds = Math.abs(now.getTime() / 1_000 - Number(timestamp));
  return ageSeconds > TIMESTAMP_TOLERANCE_SECONDS ? "order/timestamp-stale" : "holds";
}
