/** The HTTP side of the gateway: the widget's files, public configuration, beacons, orders, health. */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { etag } from "hono/etag";
import { requestAddress } from "./client-address.ts";
import { httpError, wireError } from "./http-error.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import type {
  ConversationDesk,
  ExposureDesk,
  OrderDesk,
  OutcomeRefusals,
  SiteDirectory,
  VisitorDirectory,
} from "./ports.ts";
import type { RateLimits } from "./rate-limits.ts";
import { receiveBeacon } from "./receive-beacon.ts";
import { receiveOrder } from "./receive-order.ts";
import { receiveVisit } from "./receive-visit.ts";
import { serveSiteConfig, visitorTokenOf } from "./serve-site-config.ts";
import { createWidgetFiles } from "./serve-widget.ts";
import type { SightingDesk } from "./sight-script.ts";

export interface HttpServices {
  sites: SiteDirectory;
  visitors: VisitorDirectory;
  conversations: ConversationDesk;
  orders: OrderDesk;
  refusals: OutcomeRefusals;
  exposures: ExposureDesk;
  /** Left out, nobody waits to see the script on the shop's pages. */
  sightings?: SightingDesk;
  limits: RateLimits;
  log: Log;
  metrics: Metrics;
  /** `/metrics` is there only when asked for: it tells strangers about the shop's business. */
  metricsEnabled: boolean;
  secret: string;
  trustedProxies: number;
  /** Where the widget is, once it is built. */
  widgetDirectory: () => Promise<string>;
  /** Each part that must work for shoppers to be served: its name, and a check that rejects when it does not. */
  parts: Record<string, () => Promise<void>>;
  /** Other rooms' routes by path: the merchant API, the demo's storefront. */
  mounts: Record<string, Hono>;
  now: () => Date;
}

const BODY_MAX_BYTES = 64 * 1_024;

export function createHttp(services: HttpServices): Hono {
  const { metrics } = services;
  const app = new Hono();

  app.use(async (context, next) => {
    await next();
    context.header("x-content-type-options", "nosniff");
    context.header("referrer-policy", "strict-origin-when-cross-origin");
  });
  app.onError((error, context) => {
    services.log.error({ error, path: context.req.path }, "a request failed");
    return httpError(context, 500, "request/failed", "The server failed to answer this request.");
  });
  app.notFound((context) =>
    httpError(context, 404, "request/not-found", "There is nothing at this address."),
  );

  app.get("/healthz", (context) => context.json({ ok: true }));
  app.get("/readyz", async (context) => {
    const parts = await checkParts(services.parts);
    return context.json(parts, parts.ok ? 200 : 503);
  });
  if (services.metricsEnabled) {
    app.get("/metrics", (context) =>
      context.body(metrics.render(), 200, { "content-type": "text/plain; version=0.0.4" }),
    );
  }

  const modest = bodyLimit({
    maxSize: BODY_MAX_BYTES,
    onError: (context) => wireError(context, "payload/invalid", "(too large)"),
  });
  const addressOf = (context: Context) => requestAddress(context, services.trustedProxies);
  const limited = async (context: Context, next: () => Promise<void>) => {
    const address = addressOf(context);
    if (address !== null && !(await services.limits.allows("request", address)))
      return wireError(context, "rate/too-fast");
    await next();
  };
  app.use("/api/sites/:siteKey/config", cors());
  app.get(
    "/api/sites/:siteKey/config",
    etag(),
    // What is the same for everybody is answered from memory, and to any number.
    (context, next) => (visitorTokenOf(context) === null ? next() : limited(context, next)),
    (context) => serveSiteConfig(context, services),
  );
  app.use("/api/visits", cors());
  // Counted as a connection, which it stands for.
  app.post("/api/visits", modest, (context) => receiveVisit(context, services, addressOf(context)));
  // Which site it is stands in the body, so a preflight is let through and the request itself is judged.
  app.options("/api/events", cors({ origin: (origin) => origin, credentials: true, allowMethods: ["POST"] }));
  app.post("/api/events", limited, modest, (context) => receiveBeacon(context, services, addressOf(context)));
  app.post("/api/orders", limited, modest, (context) => receiveOrder(context, services));

  for (const [path, routes] of Object.entries(services.mounts)) app.route(path, routes);
  app.route("/", createWidgetFiles(services.widgetDirectory));
  return app;
}

async function checkParts(
  parts: HttpServices["parts"],
): Promise<{ ok: boolean; parts: Record<string, boolean> }> {
  const checked = await Promise.all(
    Object.entries(parts).map(async ([name, check]): Promise<[string, boolean]> => {
      const works = await check().then(
        () => true,
        () => false,
      );
      return [name, works];
    }),
  );
  return { ok: checked.every(([, works]) => works), parts: Object.fromEntries(checked) };
}
