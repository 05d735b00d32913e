import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ShopperEvent } from "../../shared/shopper-socket.ts";
import { reduceView, spokenSentences } from "../../widget/session/reduce-view.ts";
import { EMPTY_VIEW, type View, type ViewEvent } from "../../widget/session/view.ts";

const at = "2026-01-01T00:00:00.000Z";
const agent = { name: "Juniper", isAi: true, disclosure: "An AI assistant." } as const;
type Stored<Type> = Extract<ShopperEvent, { type: Type }>;
const message = (seq: number, id = `m${seq}`): Stored<"message-stored"> => ({
  type: "message-stored",
  id,
  seq,
  text: `text ${id}`,
  at,
});
const turn = (seq: number, turnId = `t${seq}`): Stored<"turn-end"> => ({
  type: "turn-end",
  turnId,
  seq,
  respondsTo: { type: "opening" },
  text: `turn ${turnId}`,
  cards: [],
  replies: [],
  invitation: null,
  sources: [],
  at,
});
const opened = (events: ShopperEvent[], seq: number, conversationId = "c1"): ViewEvent => ({
  type: "conversation-opened",
  conversationId,
  agent,
  events,
  seq,
});
const fold = (events: readonly ViewEvent[], view: View = EMPTY_VIEW) => events.reduce(reduceView, view);
const said = (view: View) =>
  view.lines.map((line) =>
    line.type === "agent" ? line.turnId : line.type === "shopper" ? line.id : line.notice,
  );

describe("a message of one's own", () => {
  test("is shown at once as pending and keeps its place when it is acknowledged", () => {
    const written = fold([opened([turn(1)], 1), { type: "message-written", id: "a", text: "hello", at }]);
    expect(written.lines.at(-1)).toMatchObject({ id: "a", status: "pending" });
    const sent = reduceView(written, { type: "message-acknowledged", id: "a", seq: 2 });
    expect(sent.lines.at(-1)).toMatchObject({ id: "a", status: "sent", seq: 2 });
    expect(sent.seq).toBe(2);
  });

  test("[WIRE-2] is one line, however often it comes back", () => {
    const view = fold([
      opened([], 0),
      { type: "message-written", id: "a", text: "text a", at },
      message(1, "a"),
      { type: "message-acknowledged", id: "a", seq: 1 },
      message(1, "a"),
    ]);
    expect(said(view)).toEqual(["a"]);
    expect(view.lines[0]).toMatchObject({ status: "sent", seq: 1 });
  });

  test("that was refused says so, and is pending again when it is retried", () => {
    const refused = fold([
      { type: "message-written", id: "a", text: "x", at },
      { type: "message-refused", id: "a" },
    ]);
    expect(refused.lines[0]).toMatchObject({ status: "failed" });
    expect(reduceView(refused, { type: "message-retried", id: "a" }).lines[0]).toMatchObject({
      status: "pending",
    });
  });

  test("that isn't stored stays below what is", () => {
    const view = fold([
      opened([], 0),
      { type: "message-written", id: "late", text: "x", at },
      message(1),
      turn(2),
    ]);
    expect(said(view)).toEqual(["m1", "t2", "late"]);
  });
});

describe("a turn", () => {
  const speaking = fold([
    opened([], 0),
    { type: "turn-start", turnId: "t", respondsTo: { type: "opening" } },
    { type: "turn-text", turnId: "t", index: 0, text: "One. " },
  ]);

  test("is shown sentence by sentence, and never past a gap", () => {
    const gap = reduceView(speaking, { type: "turn-text", turnId: "t", index: 2, text: "Three." });
    expect(spokenSentences(gap.speaking?.sentences ?? {})).toEqual(["One. "]);
    const filled = reduceView(gap, { type: "turn-text", turnId: "t", index: 1, text: "Two. " });
    expect(spokenSentences(filled.speaking?.sentences ?? {})).toEqual(["One. ", "Two. ", "Three."]);
  });

  test("that is aborted disappears, and another one follows", () => {
    const aborted = reduceView(speaking, { type: "turn-abort", turnId: "t", code: "guard/unsupported" });
    expect(aborted.speaking).toBeNull();
    expect(aborted.lines).toEqual([]);
    const next = reduceView(aborted, { type: "turn-start", turnId: "u", respondsTo: { type: "opening" } });
    expect(next.speaking?.turnId).toBe("u");
  });

  test("becomes a line when it ends, once", () => {
    const ended = fold([turn(1, "t"), turn(1, "t")], speaking);
    expect(ended.speaking).toBeNull();
    expect(said(ended)).toEqual(["t"]);
  });

  test("[WIRE-5] that the connection cut off is dropped, because it is spoken again", () => {
    expect(reduceView(speaking, { type: "connection-changed", connection: "offline" }).speaking).toBeNull();
  });

  test("whose sentences belong to no turn that is being spoken is not shown", () => {
    expect(reduceView(EMPTY_VIEW, { type: "turn-text", turnId: "x", index: 0, text: "?" })).toEqual(
      EMPTY_VIEW,
    );
  });
});

describe("a conversation", () => {
  test("another one replaces what was stored, and unsent messages move along", () => {
    const before = fold([
      opened([message(1), turn(2)], 2),
      { type: "message-written", id: "mine", text: "x", at },
    ]);
    const after = reduceView(before, opened([turn(1, "new")], 1, "c2"));
    expect(said(after)).toEqual(["new", "mine"]);
    expect(after.seq).toBe(1);
  });

  test("a person who joins takes the agent's place until they leave", () => {
    const joined = fold([opened([], 0), { type: "agent-joined", seq: 1, name: "Robin", at }]);
    expect(joined.person).toBe("Robin");
    expect(reduceView(joined, { type: "agent-left", seq: 2, name: "Robin", at }).person).toBeNull();
  });

  test("[TRN-6] what a person says bears their name, and after a reload they are still there", () => {
    const events: ViewEvent[] = [
      opened([], 0),
      { type: "agent-joined", seq: 1, name: "Robin", at },
      { ...turn(2), person: { name: "Robin" } },
    ];
    const talk = fold(events);
    expect(talk.lines.at(-1)).toMatchObject({ type: "agent", text: "turn t2", person: "Robin" });
    // A tab that was reloaded asks for what came after the last it saw, and is told who is there now.
    const reloaded = { ...talk, person: null };
    const again = { ...opened([], 2), person: { name: "Robin" } } as ViewEvent;
    expect(reduceView(reloaded, again).person).toBe("Robin");
    expect(reduceView(talk, opened([], 2)).person).toBeNull();
  });

  test("that was closed says so", () => {
    const view = fold([opened([turn(1)], 1), { type: "conversation-closed", seq: 2, reason: "idle", at }]);
    expect(view.closed).toBe(true);
    expect(said(view)).toEqual(["t1", "conversation-closed"]);
  });

  test("[WIRE-1] shows each event once and in order, whatever comes twice, late, or again after a resume", () => {
    const log: ShopperEvent[] = Array.from({ length: 12 }, (_, at) =>
      at % 2 ? turn(at + 1) : message(at + 1),
    );
    const inOrder = said(fold(log));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(log, { minLength: log.length }),
        fc.array(fc.nat({ max: log.length - 1 }), { maxLength: 20 }),
        fc.nat({ max: log.length }),
        (shuffled, repeats, afterSeq) => {
          const resumed = opened(
            log.filter(({ seq }) => seq > afterSeq),
            log.length,
          );
          const repeated = repeats.flatMap((index) => log[index] ?? []);
          const view = fold([...shuffled, ...repeated, resumed], {
            ...EMPTY_VIEW,
            conversationId: "c1",
          });
          expect(said(view)).toEqual(inOrder);
          expect(view.seq).toBe(log.length);
        },
      ),
    );
  });
});
