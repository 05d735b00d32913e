/** One node HTTP server for everything: Socket.IO on `/socket.io`, hono on the rest. */
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Server } from "socket.io";
import { NAMESPACE } from "../../shared/shopper-socket.ts";
import { createHttp, type HttpServices } from "./http.ts";
import type { RedisConnection } from "./redis-connection.ts";
import { attachShopperSocket, type ShopperSocketServices } from "./shopper-socket.ts";
import type { ShopperServer } from "./turn-relay.ts";

export interface Gateway {
  /** The port that is listened on; the given one, unless that was 0. */
  port: number;
  /** Lets turns end at their next sentence, then closes every connection. Resolves within about `drainMs`. */
  close(drainMs: number): Promise<void>;
}

/** Holds 2,000 characters in any encoding many times over; a page that sends more is cut off by the transport. */
const MAX_EVENT_BYTES = 256 * 1_024;

/** Rejects with the system's error when the port can't be had. */
export async function startGateway(
  services: ShopperSocketServices & HttpServices,
  { port, host, redis }: { port: number; host: string; redis: RedisConnection | null },
): Promise<Gateway> {
  const http = createServer(getRequestListener(createHttp(services).fetch));
  const io: ShopperServer = new Server(http, {
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MAX_EVENT_BYTES,
    connectTimeout: 10_000,
    // The namespace judges the origin, because only the handshake names the site.
    cors: { origin: true },
    ...(redis && { adapter: redis.adapter }),
  });
  const shoppers = attachShopperSocket(io, services, { hasBroker: redis !== null });

  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, host, () => {
      http.off("error", reject);
      resolve();
    });
  });
  const address = http.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    async close(drainMs) {
      await shoppers.drain(drainMs);
      await closeConnections(io);
      const closed = io.close();
      http.closeAllConnections();
      await closed;
    },
  };
}

/** Time that the last words have to reach the shoppers. */
const FLUSH_MS = 500;

/**
 * Closes transports once what was sent has left: `io.close()` alone throws buffered events away. Shoppers see a lost
 * transport, not a goodbye of the server's, so that their clients connect again.
 */
async function closeConnections(io: ShopperServer): Promise<void> {
  const connections = [...io.of(NAMESPACE).sockets.values()].map(({ conn }) => conn);
  const closing = connections.map(
    (connection) =>
      new Promise<void>((resolve) => {
        connection.once("close", () => resolve());
        connection.close();
      }),
  );
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, FLUSH_MS);
  });
  await Promise.race([Promise.all(closing), patience]);
  clearTimeout(timer);
}
