/** How fast a visitor or an address may go. Counted in memory, or in Redis when several nodes serve the same shoppers. */
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
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
  const limiter = (keyPrefix: string, points: number, duration: number) => {
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
  const limiters = {
    connection: limiter("connection", settings.connectionsPerMinute, 60),
    message: limiter("message", settings.messagesPerTenSeconds, 10),
    event: limiter("event", settings.eventsPerTenSeconds, 10),
    request: limiter("request", settings.requestsPerMinute, 60),
  } satisfies Record<Limited, RateLimiterMemory | RateLimiterRedis>;

  return {
    async allows(what, key) {
      try {
        await limiters[what].consume(key);
        return true;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return false;
        throw refusal;
      }
    },
  };
}
