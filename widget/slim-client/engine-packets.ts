/** In the place of `engine.io-parser`: Engine.IO's packets (protocol 4) as text, without base64 and array buffers. */
interface Packet {
  type: string;
  data?: string;
}

export const protocol = 4;
const TYPES = ["open", "close", "ping", "pong", "message", "upgrade", "noop"];
const SEPARATOR = "\x1e";

const textOf = ({ type, data = "" }: Packet) => `${TYPES.indexOf(type)}${data}`;

export function encodePacket(packet: Packet, _supportsBinary: boolean, done: (text: string) => void): void {
  done(textOf(packet));
}

export function decodePacket(text: string): Packet {
  const type = TYPES[Number(text[0])];
  if (!type) return { type: "error", data: "parser error" };
  return text.length > 1 ? { type, data: text.slice(1) } : { type };
}

export function encodePayload(packets: readonly Packet[], done: (text: string) => void): void {
  done(packets.map(textOf).join(SEPARATOR));
}

export function decodePayload(text: string): Packet[] {
  return text.split(SEPARATOR).map(decodePacket);
}
