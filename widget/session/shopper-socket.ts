import { io, type Socket } from "socket.io-client";
import type { Handshake, ServerToShopper, ShopperToServer } from "../../shared/shopper-socket.ts";

export type ShopperSocket = Socket<ServerToShopper, ShopperToServer>;

/** A socket of its own, not shared with another embed's, with the handshake asked anew at every attempt. */
export function connectShopperSocket(server: string, handshake: () => Handshake): ShopperSocket {
  const { origin, pathname } = new URL(server);
  return io(`${origin}/shopper`, {
    path: `${pathname.replace(/\/$/, "")}/socket.io`,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 8_000,
    auth: (send) => send(handshake()),
  });
}
