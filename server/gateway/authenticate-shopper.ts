/** Who is connecting: the handshake of the `/shopper` namespace, checked before anything else is heard. */
import type { ErrorCode } from "../../shared/errors.ts";
import { handshakeSchema, type Page } from "../../shared/shopper-socket.ts";
import type { LeftOut } from "../experiment/plan.ts";
import { leftOutReason } from "./left-out.ts";
import type { Site, SiteDirectory, VisitorDirectory } from "./ports.ts";
import { pageAllowed, withoutTicket } from "./preview-ticket.ts";
import type { RateLimits } from "./rate-limits.ts";
import { storable } from "./refusal.ts";
import { type SightingDesk, sightScript } from "./sight-script.ts";
import { identityHolds, readVisitorToken } from "./visitor-token.ts";

/** A checked handshake. The visitor is made when the first conversation opens: looking at a page leaves no trace. */
export interface Credentials {
  site: Site;
  locale: string;
  page: Page;
  visitor:
    | { type: "new" }
    | { type: "known"; visitorId: string }
    /** `visitorId`: whom the browser was until now. */
    | { type: "signed-in"; userId: string; visitorId: string | null };
  /** Why the visitor is to count in no figures [OUT-5]. */
  leftOut: LeftOut | null;
}

export type Authentication = { ok: true; credentials: Credentials } | { ok: false; code: ErrorCode };

/** Bounds what may be named before any limit can be counted per visitor. */
export interface HandshakeRequest {
  auth: unknown;
  origin: string | undefined;
  address: string | null;
  userAgent: string | undefined;
}

export async function authenticateShopper(
  { auth, origin, address, userAgent }: HandshakeRequest,
  {
    sites,
    limits,
    secret,
    sightings,
  }: { sites: SiteDirectory; limits: RateLimits; secret: string; sightings?: SightingDesk },
): Promise<Authentication> {
  if (address !== null && !(await limits.allows("connection", address)))
    return { ok: false, code: "rate/too-fast" };
  const parsed = handshakeSchema.safeParse(withoutNulls(auth));
  if (!parsed.success) return { ok: false, code: "payload/invalid" };
  const { siteKey, visitorToken, identity, locale, page: given } = storable(parsed.data);

  const site = await sites.byKey(siteKey);
  if (!site) return { ok: false, code: "site/unknown" };
  if (!pageAllowed(site, { origin, pageUrl: given.url }, { secret }))
    return { ok: false, code: "site/origin-refused" };
  sightScript(sightings, site, { origin, page: given.url });
  const page = { ...given, url: withoutTicket(given.url) };

  const visitorId = visitorToken === undefined ? null : readVisitorToken(secret, site.id, visitorToken);
  const badToken = visitorToken !== undefined && visitorId === null;
  const badIdentity = identity !== undefined && !identityHolds(await sites.secretOf(site.id), identity);
  if (badToken || badIdentity) return { ok: false, code: "visitor/token-invalid" };

  const visitor: Credentials["visitor"] = identity
    ? { type: "signed-in", userId: identity.userId, visitorId }
    : visitorId !== null
      ? { type: "known", visitorId }
      : { type: "new" };
  const visit = {
    userAgent: userAgent ?? null,
    pageUrl: page.url,
    userId: identity?.userId ?? null,
    address,
  };
  return {
    ok: true,
    credentials: {
      ...{ site, page, visitor },
      locale: withLatinDigits(knownLocale(locale) ?? site.locale),
      leftOut: leftOutReason(visit, site.staff),
    },
  };
}

/**
 * The visitor's id; made now when this is the first visit, or when what was known of the visitor has been erased.
 * `before` is what the same tab was answered earlier.
 */
export async function resolveVisitor(
  { site, visitor, leftOut }: Pick<Credentials, "site" | "visitor" | "leftOut">,
  before: string | null,
  visitors: VisitorDirectory,
): Promise<string> {
  const known = before ?? (visitor.type === "new" ? null : visitor.visitorId);
  const visitorId =
    visitor.type === "signed-in"
      ? await visitors.identify(site.id, visitor.userId, known)
      : known !== null && (await visitors.exists(site.id, known))
        ? known
        : await visitors.create(site.id);
  if (leftOut !== null) await visitors.leaveOut(site.id, visitorId, leftOut);
  return visitorId;
}

/** Null and absent mean the same: a page that reads its token from an empty storage is answered null. */
function withoutNulls(auth: unknown): unknown {
  if (typeof auth !== "object" || auth === null) return auth;
  return Object.fromEntries(Object.entries(auth).filter(([, value]) => value !== null));
}

/** A locale that nobody can format prices in is no reason to refuse a shopper. */
function knownLocale(locale: string | undefined): string | null {
  try {
    return locale === undefined ? null : (Intl.getCanonicalLocales(locale)[0] ?? null);
  } catch {
    return null;
  }
}

/** The agent speaks English, so its prices are written with the digits that its readers, and its guard, know. */
function withLatinDigits(locale: string): string {
  const { numberingSystem } = new Intl.NumberFormat(locale).resolvedOptions();
  return numberingSystem === "latn"
    ? locale
    : new Intl.Locale(locale, { numberingSystem: "latn" }).toString();
}
