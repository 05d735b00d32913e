import { Manager, type Socket } from "socket.io-client";
import type { Handshake, ServerToShopper, ShopperToServer } from "../../shared/shopper-socket.ts";

export type ShopperSocket = Socket<ServerToShopper, ShopperToServer>;

/** A connection of its own, not shared with another embed's. The handshake is asked anew at every attempt. */
export function connectShopperSocket(server: string, handshake: () => Promise<Handshake>): ShopperSocket {
  const { protocol, hostname, port, pathname } = new URL(server);
  const manager = new Manager<ServerToShopper, ShopperToServer>({
    secure: protocol === "https:",
    // An IPv6 address without its brackets, which the client puts back.
    hostname: hostname.replace(/[[\]]/g, ""),
    port,
    path: `${pathname.replace(/\/$/, "")}/socket.io`,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    upgrade: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: 8_000,
  });
  return manager.socket("/shopper", {
    auth: async (send) => send(await handshake()),
  });
}
