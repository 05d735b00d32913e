import { describe, expect, test } from "vitest";
import { NO_STALL, REDIRECTIONS, type Redirection, type StallSigns } from "../../../server/dialogue/stall.ts";
import type { DialogueState } from "../../../server/dialogue/state.ts";
import { nextRedirection } from "../../../server/initiative/redirect.ts";
import { stateAfter } from "../../support/conversation-events.ts";

const ALL = new Set(REDIRECTIONS);
const stalled = (signs: Partial<StallSigns>, redirections: Redirection[] = []): DialogueState => ({
  ...stateAfter(),
  stall: 3,
  stallSigns: { ...NO_STALL, ...signs },
  redirections,
});

describe("[INI-3] a stalled talk is redirected", () => {
  const ways: { after: string; signs: Partial<StallSigns>; way: Redirection }[] = [
    { after: "turns without news", signs: { withoutNews: 3 }, way: "another-attribute" },
    { after: "repeated rejection", signs: { rejections: 3 }, way: "relaxed-wish" },
    { after: "shorter and shorter replies", signs: { withoutNews: 2, shorter: 3 }, way: "contrast-pair" },
    { after: "frustration", signs: { frustration: 2 }, way: "person" },
  ];
  test.each(ways)("after $after: $way", ({ signs, way }) => {
    expect(nextRedirection(stalled(signs), ALL)).toBe(way);
  });

  test("each way once before any comes twice, the end not first", () => {
    const taken: Redirection[] = [];
    for (let turn = 0; turn < 2 * REDIRECTIONS.length; turn++) {
      const way = nextRedirection(stalled({ withoutNews: 3 + turn }, taken), ALL);
      if (way) taken.push(way);
    }
    expect(new Set(taken.slice(0, REDIRECTIONS.length))).toEqual(ALL);
    expect(new Set(taken.slice(REDIRECTIONS.length))).toEqual(ALL);
    expect(taken.indexOf("graceful-end")).toBe(REDIRECTIONS.length - 1);
  });

  test("where hardly anything is possible, the end comes when that was tried", () => {
    const possible = new Set<Redirection>(["summary", "graceful-end"]);
    expect(nextRedirection(stalled({ withoutNews: 2 }), possible)).toBe("summary");
    expect(nextRedirection(stalled({ withoutNews: 3 }, ["summary"]), possible)).toBe("graceful-end");
    expect(nextRedirection(stalled({ withoutNews: 4 }, ["summary", "graceful-end"]), possible)).toBe(
      "summary",
    );
  });

  const others: { when: string; state: DialogueState }[] = [
    { when: "the talk moves", state: { ...stalled({}), stall: 1 } },
    { when: "the shopper asked for time", state: { ...stalled({}), wantsTime: true } },
    { when: "a choice is made", state: { ...stalled({}), chosen: "tern" } },
  ];
  test.each(others)("not when $when", ({ state }) => {
    expect(nextRedirection(state, ALL)).toBeNull();
  });
});
