/** `POST /api/events`: the signals of a page that goes away, as `navigator.sendBeacon` sends them. */
import type { Context } from "hono";
import { type Beacon, beaconSchema } from "../../shared/beacon.ts";
import { wireError } from "./http-error.ts";
import { originAllowed } from "./origin-allowed.ts";
import type { ConversationDesk, SiteDirectory, VisitorDirectory } from "./ports.ts";
import { refuseInvalid, storable } from "./refusal.ts";
import { readVisitorToken } from "./visitor-token.ts";

/** `sendBeacon` posts text as `text/plain`, so the body is read as JSON whatever it is called. */
export async function receiveBeacon(
  context: Context,
  services: {
    sites: SiteDirectory;
    visitors: VisitorDirectory;
    conversations: ConversationDesk;
    secret: string;
  },
): Promise<Response> {
  const parsed = beaconSchema.safeParse(parseJson(await context.req.text()));
  if (!parsed.success) return context.json({ error: refuseInvalid(parsed.error).error }, 400);
  const beacon = storable(parsed.data);

  const site = await services.sites.byKey(beacon.siteKey);
  if (!site) return wireError(context, "site/unknown");
  const origin = context.req.header("origin");
  if (!originAllowed(origin, site.origins)) return wireError(context, "site/origin-refused");
  const visitorId = readVisitorToken(services.secret, site.id, beacon.visitorToken);
  if (visitorId === null || !(await services.visitors.exists(site.id, visitorId))) {
    return wireError(context, "visitor/token-invalid");
  }
  if (origin !== undefined) allowPage(context, origin);
  return storeSignals(context, beacon, site.id, visitorId, services.conversations);
}

async function storeSignals(
  context: Context,
  { conversationId, signals }: Beacon,
  siteId: string,
  visitorId: string,
  conversations: ConversationDesk,
): Promise<Response> {
  const isOwn =
    conversationId !== undefined && (await conversations.read(conversationId, visitorId, 0)) !== null;
  if (conversationId !== undefined && !isOwn) return wireError(context, "conversation/unknown");
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
