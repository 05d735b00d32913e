/**
 * `GET /api/sites/:siteKey/config`: what a page may know of a site, the same for everybody and cacheable. A visitor who asks with their
 * token is also told the arms they were exposed to, for the page's own analytics; that answer is nobody else's.
 */
import type { Context } from "hono";
import type { SiteConfig } from "../../shared/site-config.ts";
import { wireError } from "./http-error.ts";
import type { ExposureDesk, SiteDirectory } from "./ports.ts";
import { type SightingDesk, sightScript } from "./sight-script.ts";
import { readVisitorToken } from "./visitor-token.ts";

export async function serveSiteConfig(
  context: Context,
  {
    sites,
    exposures,
    secret,
    sightings,
  }: { sites: SiteDirectory; exposures: ExposureDesk; secret: string; sightings?: SightingDesk },
): Promise<Response> {
  const site = await sites.byKey(context.req.param("siteKey") ?? "");
  if (!site) return wireError(context, "site/unknown");
  sightScript(sightings, site, {
    origin: context.req.header("origin"),
    page: context.req.header("referer"),
  });
  const token = visitorTokenOf(context);
  context.header("vary", "authorization", { append: true });
  if (token === null) {
    context.header("cache-control", "public, max-age=60");
    return context.json(site.config);
  }
  context.header("cache-control", "no-store");
  const visitorId = readVisitorToken(secret, site.id, token);
  if (visitorId === null) return wireError(context, "visitor/token-invalid");
  const experiments = await exposures.armsOf(site.id, visitorId);
  return context.json({ ...site.config, experiments } satisfies SiteConfig);
}

/** In a header rather than the address where the client can: addresses are written to logs. */
export function visitorTokenOf(context: Context): string | null {
  const { authorization = "" } = context.req.header();
  const [, token] = /^Overture-Visitor (\S{1,1000})$/.exec(authorization) ?? [];
  return token ?? context.req.query("visitor") ?? null;
}
