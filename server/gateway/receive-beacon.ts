/** `POST /api/events`: the signals of a page that goes away, as `navigator.sendBeacon` sends them. */
import type { Context } from "hono";
import { type Beacon, beaconSchema } from "../../shared/beacon.ts";
import type { ErrorCode } from "../../shared/errors.ts";
import { wireError } from "./http-error.ts";
import { leftOutReason } from "./left-out.ts";
import type { ConversationDesk, OutcomeRefusals, SiteDirectory, VisitorDirectory } from "./ports.ts";
import { pageAllowed } from "./preview-ticket.ts";
import { countRefusedPayload, refuseInvalid, storable } from "./refusal.ts";
import { readVisitorToken } from "./visitor-token.ts";

/** `sendBeacon` posts text as `text/plain`, so the body is read as JSON whatever it is called. */
export async function receiveBeacon(
  context: Context,
  services: {
    sites: SiteDirectory;
    visitors: VisitorDirectory;
    conversations: ConversationDesk;
    refusals: OutcomeRefusals;
    secret: string;
  },
  address: string | null,
): Promise<Response> {
  const payload = parseJson(await context.req.text());
  const parsed = beaconSchema.safeParse(payload);
  if (!parsed.success) {
    await countRefusedPayload(payload, services);
    return context.json({ error: refuseInvalid(parsed.error).error }, 400);
  }
  const beacon = storable(parsed.data);

  const site = await services.sites.byKey(beacon.siteKey);
  if (!site) return wireError(context, "site/unknown");
  const refuse = (code: ErrorCode) => {
    services.refusals.count(site.id, code);
    return wireError(context, code);
  };
  const origin = context.req.header("origin");
  const pageUrl = context.req.header("referer");
  if (!pageAllowed(site, { origin, pageUrl }, services)) return refuse("site/origin-refused");
  const visitorId = readVisitorToken(services.secret, site.id, beacon.visitorToken);
  if (visitorId === null || !(await services.visitors.exists(site.id, visitorId))) {
    return refuse("visitor/token-invalid");
  }
  const { conversations } = services;
  const { conversationId } = beacon;
  const isOwn =
    conversationId === undefined || (await conversations.read(conversationId, visitorId, 0)) !== null;
  if (origin !== undefined) allowPage(context, origin);
  if (!isOwn) return refuse("conversation/unknown");
  const visit = {
    userAgent: context.req.header("user-agent") ?? null,
    pageUrl: pageUrl ?? null,
    userId: null,
    address,
  };
  const leftOut = leftOutReason(visit, site.staff);
  if (leftOut !== null) await services.visitors.leaveOut(site.id, visitorId, leftOut);
  return storeSignals(context, beacon, site.id, visitorId, conversations);
}

async function storeSignals(
  context: Context,
  { conversationId, signals }: Beacon,
  siteId: string,
  visitorId: string,
  conversations: ConversationDesk,
): Promise<Response> {
  let duplicates = 0;
  for (const signal of signals) {
    // A conversation that was closed meanwhile still lets the visitor's outcome count.
    const stored =
      conversationId === undefined ? null : await conversations.storeSignal(conversationId, signal);
    const { duplicate } = stored?.ok ? stored : await conversations.storeOutcome(siteId, visitorId, signal);
    if (duplicate) duplicates += 1;
  }
  return context.json({ ok: true, stored: signals.length - duplicates, duplicates });
}

function allowPage(context: Context, origin: string): void {
  context.header("access-control-allow-origin", origin);
  context.header("access-control-allow-credentials", "true");
  context.header("vary", "origin");
}

/** Undefined, which no schema accepts, for text that is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
