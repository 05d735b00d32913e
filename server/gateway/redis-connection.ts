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

/** Rejects when the broker can't be reached at start; later losses are reported and mended by reconnecting. */
export async function connectRedis(url: string, onError: (error: unknown) => void): Promise<RedisConnection> {
  const client = createClient({ url, disableOfflineQueue: true });
  const subscriber = client.duplicate({ disableOfflineQueue: false });
  client.on("error", onError);
  subscriber.on("error", onError);
  await Promise.all([client.connect(), subscriber.connect()]);
  return {
    client,
    adapter: createAdapter(client, subscriber),
    async ping() {
      await client.ping();
    },
    async close() {
      client.destroy();
      subscriber.destroy();
    },
  };
}
