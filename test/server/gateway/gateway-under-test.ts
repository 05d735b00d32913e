/** A listening gateway over fake rooms, and shoppers that talk to it through the real client. */
import type { Hono } from "hono";
import { createMetrics } from "../../../server/gateway/metrics.ts";
import type { PersonDesk } from "../../../server/gateway/person-desk.ts";
import type { SiteDirectory } from "../../../server/gateway/ports.ts";
import {
  createRateLimits,
  DEFAULT_RATE_LIMITS,
  type RateLimitSettings,
} from "../../../server/gateway/rate-limits.ts";
import type { RedisConnection } from "../../../server/gateway/redis-connection.ts";
import type { Clock } from "../../../server/gateway/silence-watch.ts";
import { type Gateway, startGateway } from "../../../server/gateway/start-gateway.ts";
import {
  FakeDesk,
  FakeExposures,
  FakeOrders,
  FakeRefusals,
  FakeTurns,
  FakeVisitors,
  sites,
} from "./fake-rooms.ts";

export const SECRET = "a secret of the tests";

export interface UnderTest {
  url: string;
  desk: FakeDesk;
  turns: FakeTurns;
  visitors: FakeVisitors;
  orders: FakeOrders;
  refusals: FakeRefusals;
  exposures: FakeExposures;
  failures: string[];
  gateway: Gateway;
}

export async function startUnderTest(options: {
  desk?: FakeDesk;
  visitors?: FakeVisitors;
  limits?: Partial<RateLimitSettings>;
  widgetDirectory?: string;
  mounts?: Record<string, Hono>;
  redis?: RedisConnection;
  now?: () => Date;
  clock?: Clock;
  sites?: SiteDirectory;
  people?: PersonDesk;
}): Promise<UnderTest> {
  const desk = options.desk ?? new FakeDesk();
  const visitors = options.visitors ?? new FakeVisitors();
  const turns = new FakeTurns(desk);
  const orders = new FakeOrders();
  const refusals = new FakeRefusals();
  const exposures = new FakeExposures();
  const failures: string[] = [];
  const gateway = await startGateway(
    {
      sites: options.sites ?? sites,
      visitors,
      conversations: desk,
      orders,
      refusals,
      exposures,
      turns,
      describeMemory: () => ({ at: "", days: 90, wishes: [], items: [], questions: [] }),
      limits: createRateLimits({ ...DEFAULT_RATE_LIMITS, ...options.limits }, options.redis ?? null),
      metrics: createMetrics(),
      metricsEnabled: true,
      log: {
        info() {},
        warn() {},
        error: (facts, message) => failures.push(`${message} ${JSON.stringify(facts)}`),
      },
      secret: SECRET,
      trustedProxies: 0,
      widgetDirectory: async () => options.widgetDirectory ?? "/nonexistent",
      parts: { database: async () => {}, ...(options.redis && { broker: options.redis.ping }) },
      mounts: options.mounts ?? {},
      now: options.now ?? (() => new Date()),
      ...(options.clock && { clock: options.clock }),
      ...(options.people && { people: options.people }),
    },
    { port: 0, host: "127.0.0.1", redis: options.redis ?? null },
  );
  return {
    url: `http://127.0.0.1:${gateway.port}`,
    desk,
    turns,
    visitors,
    orders,
    refusals,
    exposures,
    failures,
    gateway,
  };
}
