/** How fast a visitor or an address may go. Counted in memory, or in Redis when several nodes serve the same shoppers. */
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { SignInLimits } from "../admin/access/ports.ts";
import type { RedisConnection } from "./redis-connection.ts";

export interface RateLimitSettings {
  /** New connections of one address within a minute. */
  connectionsPerMinute: number;
  /** Messages of one visitor within ten seconds. */
  messagesPerTenSeconds: number;
  /** All other events of one visitor within ten seconds. */
  eventsPerTenSeconds: number;
  /** HTTP requests that store something, of one address within a minute. */
  requestsPerMinute: number;
}

export type Limited = "connection" | "message" | "event" | "request";

export interface RateLimits {
  /** True when the key may go on; counts this time. */
  allows(what: Limited, key: string): Promise<boolean>;
}

/** Far above what people do, and enough for a page full of eager tabs. */
export const DEFAULT_RATE_LIMITS: RateLimitSettings = {
  connectionsPerMinute: 600,
  messagesPerTenSeconds: 20,
  eventsPerTenSeconds: 200,
  requestsPerMinute: 1_200,
};

export function createRateLimits(settings: RateLimitSettings, redis: RedisConnection | null): RateLimits {
  const limiter = limiterOn(redis);
  const limiters = {
    connection: limiter("connection", settings.connectionsPerMinute, 60),
    message: limiter("message", settings.messagesPerTenSeconds, 10),
    event: limiter("event", settings.eventsPerTenSeconds, 10),
    request: limiter("request", settings.requestsPerMinute, 60),
  } satisfies Record<Limited, Limiter>;

  return { allows: (what, key) => consumes(limiters[what], key) };
}

/** Tries to sign in within a quarter of an hour: of one address, where an office may sit behind it, and for one e-mail address. */
const SIGN_INS = { address: 60, email: 10, seconds: 900 };

/** E-mail addresses are counted whether anybody has them or not, so that the counting tells nothing. */
export function createSignInLimits(redis: RedisConnection | null, tries = SIGN_INS): SignInLimits {
  const limiter = limiterOn(redis);
  const limiters = {
    address: limiter("sign-in-address", tries.address, tries.seconds),
    email: limiter("sign-in-email", tries.email, tries.seconds),
  };
  return {
    allows: (what, key) => consumes(limiters[what], key),
    async forgive(what, key) {
      await limiters[what].delete(key);
    },
  };
}

type Limiter = RateLimiterMemory | RateLimiterRedis;

function limiterOn(redis: RedisConnection | null) {
  return (keyPrefix: string, points: number, duration: number): Limiter => {
    const options = { keyPrefix: `overture:${keyPrefix}`, points, duration };
    const inMemory = new RateLimiterMemory(options);
    // A broker that goes away must not silence the shop: each node then counts for itself.
    return redis
      ? new RateLimiterRedis({
          ...options,
          storeClient: redis.client,
          useRedisPackage: true,
          insuranceLimiter: inMemory,
        })
      : inMemory;
  };
}

async function consumes(limiter: Limiter, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}
