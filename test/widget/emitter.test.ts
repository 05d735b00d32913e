import { Emitter as LibraryEmitter } from "@socket.io/component-emitter";
import { describe, expect, test } from "vitest";
import { Emitter } from "../../widget/slim-client/emitter.ts";

/** Both are driven by the same script; what is heard must be the same. */
function heardBy(emitter: Emitter | LibraryEmitter<object, object>): unknown[] {
  const heard: unknown[] = [];
  const any = emitter as Emitter;
  const listener = (...args: unknown[]) => heard.push(["on", ...args]);
  const once = (...args: unknown[]) => heard.push(["once", ...args]);
  any.on("a", listener).once("a", once).on("b", listener);
  any.emit("a", 1).emit("a", 2).emitReserved("b", 3);
  heard.push(any.hasListeners("a"), any.listeners("a").length, any.hasListeners("c"));
  any.once("c", once).off("c", once).emit("c");
  any.off("a", listener).emit("a", 4);
  any.off("b").emit("b", 5);
  any.on("d", () => any.off("d", listener)).on("d", listener);
  any.emit("d", 6).emit("d", 7);
  any.off().emit("d", 8);
  return heard;
}

describe("the emitter", () => {
  test("is heard as the library's own", () => {
    expect(heardBy(new Emitter())).toEqual(heardBy(new LibraryEmitter()));
  });
});
