import { describe, expect, test, vi } from "vitest";
import type { Call } from "../../widget/embed-types.ts";
import { createPageEvents } from "../../widget/page/page-events.ts";
import { type Commands, runCommand } from "../../widget/page/run-command.ts";

function run(...calls: Call[]) {
  const done: unknown[][] = [];
  const record =
    (name: string) =>
    (...args: unknown[]) =>
      void done.push([name, ...args]);
  const names = [
    "open",
    "close",
    "toggle",
    "show",
    "hide",
    "send",
    "page",
    "trackCart",
    "trackSignal",
    "identify",
    "locale",
    "theme",
    "destroy",
  ];
  const commands = Object.fromEntries(names.map((name) => [name, record(name)])) as Record<
    string,
    unknown
  > as never as Commands;
  for (const call of calls) runCommand(call, commands, createPageEvents());
  return done;
}

describe("window.overture", () => {
  test.each<[Call, unknown[][]]>([
    [["open"], [["open"]]],
    [["send", "  Hello "], [["send", "Hello"]]],
    [["send", "  "], []],
    [["send", { text: "no" }], []],
    [["page", { sku: "a1", title: 7 }], [["page", { sku: "a1" }]]],
    [["identify", { userId: "u", hash: "h" }], [["identify", "u", "h"]]],
    [["identify", { userId: "u" }], []],
    [["track", "cart", { items: 2 }], [["trackCart", 2]]],
    [["track", "cart-add", { sku: "a1" }], [["trackSignal", { type: "cart-add", sku: "a1" }]]],
    [
      ["track", "purchase", { orderId: "o1", value: 12900, currency: "USD", card: "4111" }],
      [["trackSignal", { type: "purchase", orderId: "o1", value: 12900, currency: "USD" }]],
    ],
    [["track", "panel-open"], []],
    [["nonsense", 1], []],
    [[], []],
  ])("%j", (call, expected) => {
    expect(run(call)).toEqual(expected);
  });
});

describe("events for the page", () => {
  test("reach a handler until it is taken off", () => {
    const events = createPageEvents();
    const handler = vi.fn();
    events.on("open", handler);
    events.emit("open", { a: 1 });
    events.off("open", handler);
    events.emit("open");
    expect(handler).toHaveBeenCalledTimes(1);
    expect(handler.mock.calls[0]?.[0]).toMatchObject({ type: "open", detail: { a: 1 } });
  });

  test("can be cancelled", () => {
    const events = createPageEvents();
    events.on("cart-add", (event: { preventDefault(): void }) => event.preventDefault());
    expect(events.emit("cart-add")).toBe(false);
    expect(events.emit("card-click")).toBe(true);
  });

  test("[WGT-2] a handler that throws stops neither the widget nor the next handler", () => {
    const events = createPageEvents();
    const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const next = vi.fn();
    events.on("turn", () => {
      throw new Error("the page's bug");
    });
    events.on("turn", next);
    expect(events.emit("turn")).toBe(true);
    expect(next).toHaveBeenCalledOnce();
    expect(complaint).toHaveBeenCalledOnce();
    complaint.mockRestore();
  });
});
