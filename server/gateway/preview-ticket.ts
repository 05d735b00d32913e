/**
 * A preview's ticket [ADM-12]: lets the widget talk for a site on a page that is none of the shop's, such as the dashboard's page for
 * trying. It stands in the page's address as the value of the parameter that makes it a preview, is good for one site,
 * one origin and a few hours, and nothing is stored to check it.
 */
import { createHmac } from "node:crypto";
import { PREVIEW_PARAMETER } from "./left-out.ts";
import { originAllowed } from "./origin-allowed.ts";
import type { Site } from "./ports.ts";
import { sameBytes } from "./visitor-token.ts";

const HOURS = 4;

/** @param origin of the pages that may use it. */
export function signPreview(
  secret: string,
  siteId: string,
  origin: string,
  now: Date,
): { ticket: string; expiresAt: string } {
  const expiresAt = new Date(now.getTime() + HOURS * 3_600_000);
  const until = String(Math.floor(expiresAt.getTime() / 1_000));
  const signature = sign(secret, siteId, origin, until).toString("base64url");
  return { ticket: `${until}.${signature}`, expiresAt: expiresAt.toISOString() };
}

/** Whether a page may talk for a site: it is on one of the shop's origins, or is a preview with a ticket that holds. */
export function pageAllowed(
  site: Pick<Site, "id" | "origins">,
  { origin, pageUrl }: { origin: string | undefined; pageUrl: string | undefined },
  { secret, now = () => new Date() }: { secret: string; now?: () => Date },
): boolean {
  if (originAllowed(origin, site.origins)) return true;
  if (origin === undefined || pageUrl === undefined || !URL.canParse(pageUrl)) return false;
  const [until = "", signature = ""] = (ticketIn(pageUrl) ?? "").split(".");
  if (!/^\d{10}$/.test(until) || Number(until) * 1_000 < now().getTime()) return false;
  return sameBytes(Buffer.from(signature, "base64url"), sign(secret, site.id, origin, until));
}

/** The address as it may be kept and shown: still a preview's, but nobody else can use it. */
export function withoutTicket(pageUrl: string): string {
  if (ticketIn(pageUrl) === null) return pageUrl;
  const url = new URL(pageUrl);
  url.searchParams.set(PREVIEW_PARAMETER, "1");
  return url.href;
}

function ticketIn(pageUrl: string): string | null {
  return URL.canParse(pageUrl) ? new URL(pageUrl).searchParams.get(PREVIEW_PARAMETER) : null;
}

function sign(secret: string, siteId: string, origin: string, until: string): Buffer {
  return createHmac("sha256", secret)
    .update(JSON.stringify(["overture preview", siteId, origin, until]))
    .digest();
}
