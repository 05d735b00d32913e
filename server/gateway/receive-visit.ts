/**
 * `POST /api/visits`: whether a page draws the widget for this visitor [EXP-3]. Pages ask that carry `data-holdout`; the visitor is made
 * known then, and exposed, because a launcher that is there or not is what can be noticed first [EXP-2].
 */
import type { Context } from "hono";
import type { VisitAnswer } from "../../shared/visit.ts";
import { varies } from "../experiment/place-visitor.ts";
import { authenticateShopper, resolveVisitor } from "./authenticate-shopper.ts";
import { wireError } from "./http-error.ts";
import type { ExposureDesk, SiteDirectory, VisitorDirectory } from "./ports.ts";
import type { RateLimits } from "./rate-limits.ts";
import { parseJson } from "./receive-beacon.ts";
import { signVisitorToken } from "./visitor-token.ts";

export async function receiveVisit(
  context: Context,
  services: {
    sites: SiteDirectory;
    visitors: VisitorDirectory;
    exposures: ExposureDesk;
    limits: RateLimits;
    secret: string;
  },
  address: string | null,
): Promise<Response> {
  context.header("cache-control", "no-store");
  const { visitors, exposures, secret } = services;
  // Text as well as JSON: a page that sends text needs no leave of the browser's before.
  const auth = parseJson(await context.req.text());
  const authentication = await authenticateShopper(
    { auth, origin: context.req.header("origin"), userAgent: context.req.header("user-agent"), address },
    services,
  );
  if (!authentication.ok) return wireError(context, authentication.code);
  const { credentials } = authentication;
  const { id: siteId, experiments } = credentials.site;
  if (!experiments.some((experiment) => varies(experiment, "widget")))
    return context.json({ ok: true, widget: true } satisfies VisitAnswer);
  const visitorId = await resolveVisitor(credentials, null, visitors);
  const { widget } = await exposures.visit(visitorId, experiments);
  const visitorToken = signVisitorToken(secret, siteId, visitorId);
  return context.json({ ok: true, visitorToken, widget } satisfies VisitAnswer);
}
