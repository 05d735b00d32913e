import { describe, expect, test } from "vitest";
import type { LoggedEvent } from "../../../server/dialogue/events.ts";
import { createSilenceListener } from "../../../server/gateway/listen-to-silence.ts";
import { createManualClock } from "../../support/manual-clock.ts";
import { site, spokenTurn } from "./fake-rooms.ts";

const FIRST_MS = site.silence.firstMs;
const SECOND_MS = site.silence.secondMs;

function listen() {
  const clock = createManualClock(1_000_000);
  const silences: string[] = [];
  const listener = createSilenceListener({
    clock,
    onSilence: (_site, conversationId, turnId) => silences.push(`${conversationId} ${turnId}`),
  });
  return { clock, listener, silences };
}

function spoken(turnId: string, atMs: number, respondsTo: "opening" | "silence" = "opening"): LoggedEvent {
  const turn = spokenTurn({ turnId, respondsTo: { type: respondsTo }, text: "Hello." });
  return { position: 1, seq: 1, at: new Date(atMs).toISOString(), event: { type: "turn-spoken", turn } };
}

describe("[INI-2] a silence", () => {
  test("falls due after the agent's turn, later after a follow-up", () => {
    const { clock, listener, silences } = listen();
    listener.join("tab", "c", site, "open", null);
    listener.speak("c", spoken("t1", clock.nowMs()));
    clock.pass(FIRST_MS - 1_000);
    expect(silences).toEqual([]);
    clock.pass(1_250);
    expect(silences).toEqual(["c t1"]);
    listener.speak("c", spoken("t2", clock.nowMs(), "silence"));
    clock.pass(SECOND_MS - 1_000);
    expect(silences).toHaveLength(1);
    clock.pass(1_250);
    expect(silences).toEqual(["c t1", "c t2"]);
  });

  const ends: { what: string; end: (listener: ReturnType<typeof listen>["listener"]) => void }[] = [
    { what: "a message", end: (listener) => listener.hear("c") },
    { what: "typing", end: (listener) => listener.attend("tab", "c", { typing: true }) },
    { what: "a closed panel", end: (listener) => listener.attend("tab", "c", { panel: "closed" }) },
    { what: "a hidden panel", end: (listener) => listener.attend("tab", "c", { panel: "hidden" }) },
    { what: "leaving", end: (listener) => listener.leave("tab", "c") },
    { what: "the server's end", end: (listener) => listener.stop() },
  ];
  test.each(ends)("ends with $what", ({ end }) => {
    const { clock, listener, silences } = listen();
    listener.join("tab", "c", site, "open", null);
    listener.speak("c", spoken("t1", clock.nowMs()));
    end(listener);
    expect(listener.waiting).toBe(0);
    clock.pass(10 * SECOND_MS);
    expect(silences).toEqual([]);
  });

  test("begins anew when the shopper comes back to the panel, and stays one while another tab shows it", () => {
    const { clock, listener, silences } = listen();
    listener.join("one", "c", site, "open", null);
    listener.join("two", "c", site, "closed", null);
    listener.speak("c", spoken("t1", clock.nowMs()));
    clock.pass(FIRST_MS - 1_000);
    listener.attend("one", "c", { panel: "closed" });
    listener.attend("two", "c", { panel: "open" });
    clock.pass(FIRST_MS - 1_000);
    expect(silences).toEqual([]);
    clock.pass(1_250);
    expect(silences).toEqual(["c t1"]);
  });

  test("that the server slept through is left alone; one that still lasts falls due at its own time", () => {
    const { clock, listener, silences } = listen();
    listener.join("tab", "old", site, "open", spoken("t1", clock.nowMs() - FIRST_MS));
    listener.join("tab", "young", site, "open", spoken("t2", clock.nowMs() - FIRST_MS + 5_000));
    clock.pass(4_000);
    expect(silences).toEqual([]);
    clock.pass(1_250);
    expect(silences).toEqual(["young t2"]);
    clock.pass(10 * SECOND_MS);
    expect(silences).toEqual(["young t2"]);
  });

  test("costs one alarm however many conversations are open, and no wake-up before one is due", () => {
    const { clock, listener, silences } = listen();
    const conversations = Array.from({ length: 10_000 }, (_, index) => `c${index}`);
    for (const id of conversations) {
      listener.join("tab", id, site, "open", null);
      listener.speak(id, spoken("t", clock.nowMs()));
      clock.pass(1);
    }
    expect(listener.waiting).toBe(10_000);
    expect(clock.alarms).toBe(1);
    expect(clock.woken).toBe(0);
    // All but one answer: that one is all that wakes anybody, but for the alarm that was set for the first.
    for (const id of conversations.slice(1)) listener.hear(id);
    clock.pass(2 * FIRST_MS);
    expect(silences).toEqual(["c0 t"]);
    expect(clock.woken).toBeLessThanOrEqual(2);
  });

  test("of ten thousand conversations that spoke within ten seconds, wakes the thread a few times a second", () => {
    const { clock, listener, silences } = listen();
    for (let index = 0; index < 10_000; index++) {
      listener.join("tab", `c${index}`, site, "open", null);
      listener.speak(`c${index}`, spoken("t", clock.nowMs()));
      clock.pass(1);
    }
    clock.pass(2 * FIRST_MS);
    expect(silences).toHaveLength(10_000);
    expect(clock.woken).toBeLessThanOrEqual(4 * 10 + 2);
  });
});
