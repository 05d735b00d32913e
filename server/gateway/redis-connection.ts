/** The broker that several nodes share: Socket.IO's broadcasts and the rate limits. */
import { createAdapter } from "@socket.io/redis-adapter";
import { createClient } from "redis";

export interface RedisConnection {
  /** For the rate limits. */
  client: unknown;
  adapter: ReturnType<typeof createAdapter>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

const LONGEST_PAUSE_MS = 2_000;

/**
 * Rejects at once when the broker can't be reached at the start: a node that nobody else hears would look healthy. Later
 * losses are reported and mended by connecting again; until then each node serves its own shoppers and counts for itself.
 */
export async function connectRedis(url: string, onError: (error: unknown) => void): Promise<RedisConnection> {
  let isStarted = false;
  const reconnectStrategy = (retries: number) =>
    isStarted
      ? Math.min(50 * 2 ** retries, LONGEST_PAUSE_MS)
      : new Error("REDIS_URL: the broker cannot be reached");
  const client = createClient({ url, disableOfflineQueue: true, socket: { reconnectStrategy } });
  const subscriber = createClient({ url, socket: { reconnectStrategy } });
  for (const each of [client, subscriber]) {
    each.on("error", (error) => {
      if (isStarted) onError(error);
    });
  }
  await Promise.all([client.connect(), subscriber.connect()]);
  isStarted = true;

  return {
    client,
    adapter: createAdapter(unattended(client, onError), unattended(subscriber, onError)),
    async ping() {
      await client.ping();
    },
    async close() {
      await Promise.all([client, subscriber].map((each) => (each.isReady ? each.close() : each.destroy())));
    },
  };
}

/**
 * The client as the adapter may have it. The adapter drops the promises of what it publishes and subscribes; a broker that
 * is lost meanwhile would end the process with an unhandled rejection.
 */
function unattended<Client extends object>(client: Client, onError: (error: unknown) => void): Client {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...values: unknown[]) => {
        const result: unknown = value.apply(target, values);
        if (result instanceof Promise) result.catch(onError);
        return result;
      };
    },
  });
}
