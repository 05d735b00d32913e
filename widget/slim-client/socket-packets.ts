/**
 * In the place of `socket.io-parser`: Socket.IO's packets (protocol 5) without binary attachments, which our wire does
 * not know. The text on the wire is the same.
 */
import { Emitter } from "@socket.io/component-emitter";

export const protocol = 5;
export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4 } as const;

interface Packet {
  type: number;
  nsp: string;
  data?: unknown;
  id?: number;
}

const PACKET = /^([0-4])(?:(\/[^,]*),?)?(\d+)?(.*)$/s;

export class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    const namespace = nsp === "/" ? "" : `${nsp},`;
    return [`${type}${namespace}${id ?? ""}${data === undefined ? "" : JSON.stringify(data)}`];
  }
}

export class Decoder extends Emitter<object, object, { decoded: (packet: Packet) => void }> {
  /** Throws on anything that isn't a packet, as the client library expects; it then closes the connection. */
  add(text: string): void {
    const [, type, nsp = "/", id, json] = PACKET.exec(text) ?? [];
    const packet: Packet = {
      type: Number(type),
      nsp,
      ...(id && { id: Number(id) }),
      ...(json && { data: JSON.parse(json) }),
    };
    if (!isPacketValid(packet)) throw new Error("invalid packet");
    this.emitReserved("decoded", packet);
  }
  destroy(): void {}
}

export function isPacketValid({ type, data }: Packet): boolean {
  if (type === PacketType.EVENT) return Array.isArray(data) && typeof data[0] === "string";
  if (type === PacketType.ACK) return Array.isArray(data);
  return type === PacketType.CONNECT_ERROR || (type <= 1 && typeof data !== "string");
}
