import * as engine from "engine.io-parser";
import * as library from "socket.io-parser";
import { describe, expect, test } from "vitest";
import * as slimEngine from "../../widget/slim-client/engine-packets.ts";
import { parse } from "../../widget/slim-client/parse-address.ts";
import * as slim from "../../widget/slim-client/socket-packets.ts";

const PACKETS = [
  { type: 0, nsp: "/shopper", data: { siteKey: "pk_1" } },
  { type: 1, nsp: "/shopper" },
  { type: 2, nsp: "/shopper", data: ["page-view", { url: "https://shop.example/a,b" }] },
  { type: 2, nsp: "/shopper", id: 12, data: ["message-send", { id: "1", text: "7[zwölf]\n—" }] },
  { type: 2, nsp: "/", id: 0, data: ["signal", {}] },
  { type: 3, nsp: "/shopper", id: 3, data: [{ ok: true }] },
  { type: 4, nsp: "/shopper", data: { message: "refused", data: { code: "site/unknown" } } },
];

describe("packets are the library's own", () => {
  test.each(PACKETS)("written: %j", (packet) => {
    expect(new slim.Encoder().encode(packet)).toEqual(new library.Encoder().encode(packet));
  });

  test.each(PACKETS)("read: %j", (packet) => {
    const read = (decoder: slim.Decoder | library.Decoder) => {
      let found: unknown;
      decoder.on("decoded", (decoded: unknown) => {
        found = decoded;
      });
      for (const text of new library.Encoder().encode(packet)) decoder.add(text);
      return found;
    };
    expect(read(new slim.Decoder())).toEqual(read(new library.Decoder()));
  });

  test.each(["", "9", '2{"no":"list"}', "2[", '3{"no":1}', '0/shopper,"text"'])("refused: %j", (text) => {
    expect(() => new slim.Decoder().add(text)).toThrow();
  });

  test("in Engine.IO's frames and payloads", () => {
    const frames = [{ type: "ping" }, { type: "message", data: "2[]" }] as const;
    let payload = "";
    slimEngine.encodePayload(frames, (text) => {
      payload = text;
    });
    engine.encodePayload([...frames], (text) => expect(payload).toBe(text));
    expect(slimEngine.decodePayload(payload)).toEqual(engine.decodePayload(payload));
    expect(slimEngine.decodePacket("x")).toEqual(engine.decodePacket("x"));
  });
});

test.each([
  ["https://overture.example", { protocol: "https", host: "overture.example", port: "" }],
  ["http://127.0.0.1:4000/?a=1", { protocol: "http", host: "127.0.0.1", port: "4000", query: "a=1" }],
  ["http://[::1]:4000", { host: "::1", port: "4000" }],
])("reads the address %s", (address, parts) => {
  expect(parse(address)).toMatchObject(parts);
});
