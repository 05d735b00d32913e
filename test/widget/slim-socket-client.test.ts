import { describe, expect, test } from "vitest";
import { leaveOut } from "../../widget/build/slim-socket-client.ts";

const POLLING = "engine.io-client/build/esm/transports/polling.js";
const polling = (methods: string) => `export class Polling extends Transport { ${methods} }`;

describe("what is left out of the socket client", () => {
  test("is a method named so, and nothing beside it", () => {
    const code = polling("doOpen() { this.paused = 1; } pause(onPause) { onPause(); } unpause() {}");
    expect(leaveOut(POLLING, code)).toBe(polling("doOpen() { this.paused = 1; }  unpause() {}"));
  });

  test("is missed when the library no longer has it", () => {
    expect(() => leaveOut(POLLING, polling("hold(onPause) { onPause(); }"))).toThrow("no pause");
  });

  test("are doubts about what a browser is, and all ways with binary data", () => {
    const asked = (test: string) =>
      leaveOut("socket.io-client/build/esm/url.js", `export const is = ${test};`);
    expect(asked('typeof location !== "undefined"')).toContain('"object" !== "undefined"');
    expect(asked('typeof ArrayBuffer === "function"')).toContain('"undefined" === "function"');
    expect(asked('typeof this.auth == "function"')).toContain("typeof this.auth");
  });
});
