import { describe, expect, test } from "vitest";
import { mayOpen, type OpeningHistory, takesUpNotice } from "../../../server/initiative/openings.ts";
import { says, stateAfter, turn } from "../../support/conversation-events.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const rules = {
  enabled: true,
  productDwellMs: 20_000,
  cartIdleMs: 45_000,
  compareVisits: 2,
  noResultsMs: 3_000,
  returnAfterMs: 12 * 60 * MINUTE,
  pauseMs: 30 * MINUTE,
  quietMs: 7 * DAY,
};
const now = 1_800_000_000_000;

describe("[INI-2] openings and dismissals count over tabs and pages", () => {
  const histories: { what: string; history: Partial<OpeningHistory>; may: boolean }[] = [
    { what: "nothing yet", history: {}, may: true },
    { what: "an opening just now", history: { openings: [now - MINUTE] }, may: false },
    { what: "an opening half an hour ago", history: { openings: [now - 31 * MINUTE] }, may: true },
    { what: "a dismissal just now", history: { dismissals: [now - MINUTE] }, may: false },
    { what: "a dismissal on the last visit", history: { dismissals: [now - DAY] }, may: true },
    { what: "two dismissals", history: { dismissals: [now - 3 * DAY, now - DAY] }, may: false },
    {
      what: "two dismissals, a week ago",
      history: { dismissals: [now - 9 * DAY, now - 8 * DAY] },
      may: true,
    },
    {
      what: "a third one after a week of quiet counts as a first",
      history: { dismissals: [now - 20 * DAY, now - 19 * DAY, now - DAY] },
      may: true,
    },
  ];
  test.each(histories)("$what: $may", ({ history, may }) => {
    expect(mayOpen("cart-idle", { openings: [], dismissals: [], ...history }, rules, now)).toBe(may);
  });

  test("the merchant sets how long, and whether at all", () => {
    const history = { openings: [], dismissals: [now - 2 * DAY, now - DAY] };
    expect(mayOpen("cart-idle", history, { ...rules, quietMs: DAY / 2 }, now)).toBe(true);
    expect(mayOpen("cart-idle", { openings: [], dismissals: [] }, { ...rules, enabled: false }, now)).toBe(
      false,
    );
  });
});

describe("[INI-1] what the page showed is taken up", () => {
  const notice = { reason: "cart-idle" as const, other: null, query: null };
  const noticed = { type: "attention-noticed" as const, notice };
  test("until the agent or the shopper has spoken", () => {
    expect(takesUpNotice(stateAfter(turn("t1")))).toBe(false);
    expect(takesUpNotice(stateAfter(turn("t1"), noticed))).toBe(true);
    expect(takesUpNotice(stateAfter(turn("t1"), noticed, turn("t2")))).toBe(false);
    expect(takesUpNotice(stateAfter(turn("t1"), noticed, says("m1", "hello")))).toBe(false);
  });
  test("not where a person has taken over", () => {
    expect(takesUpNotice(stateAfter(turn("t1"), { type: "agent-joined", name: "Sam" }, noticed))).toBe(false);
  });
});
