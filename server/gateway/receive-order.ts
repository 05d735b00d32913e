/**
 * `POST /api/orders`: a shop's server reports a purchase. `Overture-Timestamp` is the time of sending in whole seconds since
 * 1970, `Overture-Signature` is HMAC-SHA256(secretKey, `<timestamp>.<body>`) in hex. An order id counts once, whoever sends
 * it however often, so a replay changes nothing even within the time that a timestamp is accepted.
 */
import { createHash, createHmac } from "node:crypto";
import type { Context } from "hono";
import { orderSchema } from "../../shared/order.ts";
import { httpError, wireError } from "./http-error.ts";
import type { ConversationDesk, SiteDirectory, VisitorDirectory } from "./ports.ts";
import { parseJson } from "./receive-beacon.ts";
import { refuseInvalid, storable } from "./refusal.ts";
import { readVisitorToken, sameBytes } from "./visitor-token.ts";

const TIMESTAMP_TOLERANCE_SECONDS = 300;

export async function receiveOrder(
  context: Context,
  services: {
    sites: SiteDirectory;
    visitors: VisitorDirectory;
    conversations: ConversationDesk;
    secret: string;
    now: () => Date;
  },
): Promise<Response> {
  const body = await context.req.text();
  const parsed = orderSchema.safeParse(parseJson(body));
  if (!parsed.success) return context.json({ error: refuseInvalid(parsed.error).error }, 400);
  const order = storable(parsed.data);
  const site = await services.sites.byKey(order.siteKey);
  if (!site) return wireError(context, "site/unknown");

  const signed = orderSignatureHolds({
    secretKey: await services.sites.secretOf(site.id),
    timestamp: context.req.header("overture-timestamp") ?? "",
    signature: context.req.header("overture-signature") ?? "",
    body,
    now: services.now(),
  });
  if (!signed)
    return httpError(
      context,
      401,
      "order/signature-invalid",
      "The signature or its timestamp does not hold.",
    );

  const visitorId =
    order.userId !== undefined
      ? await services.visitors.byUser(site.id, order.userId)
      : readVisitorToken(services.secret, site.id, order.visitorToken ?? "");
  if (visitorId === null) return wireError(context, "visitor/token-invalid");
  const { duplicate } = await services.conversations.storeOutcome(site.id, visitorId, {
    id: idOfOrder(site.id, order.orderId),
    type: "purchase",
    value: order.value,
    currency: order.currency,
    orderId: order.orderId,
  });
  return context.json({ ok: true, ...(duplicate && { duplicate: true }) });
}

export function orderSignatureHolds(request: {
  secretKey: string;
  timestamp: string;
  signature: string;
  body: string;
  now: Date;
}): boolean {
  const { secretKey, timestamp, signature, body, now } = request;
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  const ageSeconds = Math.abs(now.getTime() / 1_000 - Number(timestamp));
  if (ageSeconds > TIMESTAMP_TOLERANCE_SECONDS) return false;
  const expected = createHmac("sha256", secretKey).update(`${timestamp}.${body}`).digest();
  return sameBytes(Buffer.from(signature, "hex"), expected);
}

/** Outcomes are stored once per id, so the order's own id is made into a UUID (version 8, RFC 9562). */
function idOfOrder(siteId: string, orderId: string): string {
  const hex = createHash("sha256")
    .update(JSON.stringify(["overture order", siteId, orderId]))
    .digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
