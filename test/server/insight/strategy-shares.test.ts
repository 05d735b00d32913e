/** The intervals of strategies' shares, against a bootstrap that draws whole conversations. */
import { describe, expect, test } from "vitest";
import type { Strategy } from "../../../server/dialogue/strategies.ts";
import type { StrategyCounts } from "../../../server/insight/ports.ts";
import { strategyShares } from "../../../server/insight/strategy-shares.ts";
import { chanceFrom } from "../../../server/turn/chance.ts";

/** The acts of one conversation, and which of them came right before its acceptance. */
interface Talk {
  acts: Strategy[];
  accepting: Strategy[];
}

function countsOf(talks: Talk[]): StrategyCounts {
  const sum = (of: (talk: Talk) => number) => talks.reduce((total, talk) => total + of(talk), 0);
  const n = (talk: Talk, strategy?: Strategy) =>
    talk.acts.filter((act) => strategy === undefined || act === strategy).length;
  const m = (talk: Talk, strategy?: Strategy) =>
    talk.accepting.filter((act) => strategy === undefined || act === strategy).length;
  const sumsOf = (strategy: Strategy) => ({
    strategy,
    n: sum((talk) => n(talk, strategy)),
    m: sum((talk) => m(talk, strategy)),
    nn: sum((talk) => n(talk, strategy) ** 2),
    mm: sum((talk) => m(talk, strategy) ** 2),
    nm: sum((talk) => n(talk, strategy) * m(talk, strategy)),
    nAll: sum((talk) => n(talk, strategy) * n(talk)),
    mAllM: sum((talk) => m(talk, strategy) * m(talk)),
    nAllM: sum((talk) => n(talk, strategy) * m(talk)),
    mAll: sum((talk) => m(talk, strategy) * n(talk)),
  });
  return {
    conversations: talks.length,
    accepted: talks.filter((talk) => talk.accepting.length > 0).length,
    turns: talks.length,
    all: {
      n: sum((talk) => n(talk)),
      m: sum((talk) => m(talk)),
      nn: sum((talk) => n(talk) ** 2),
      mm: sum((talk) => m(talk) ** 2),
      nm: sum((talk) => n(talk) * m(talk)),
    },
    strategies: (["credibility", "experience-inquiry"] as const).map(sumsOf),
  };
}

/** Conversations differ in how they are led, so that their acts are alike. */
function drawTalks(count: number, chance: () => number): Talk[] {
  return Array.from({ length: count }, () => {
    const leaning = chance();
    const draw = (): Strategy => (chance() < leaning ? "credibility" : "experience-inquiry");
    const acts = Array.from({ length: 2 + Math.floor(chance() * 8) }, draw);
    return { acts, accepting: chance() < 0.5 ? acts.slice(-2) : [] };
  });
}

const shareOf = (talks: Talk[]) => {
  const found = strategyShares(countsOf(talks)).strategies.find(({ strategy }) => strategy === "credibility");
  if (!found?.share || !found.acceptedShare || !found.difference) throw new Error("nothing was counted");
  return { share: found.share, acceptedShare: found.acceptedShare, difference: found.difference };
};

describe("intervals of strategies' shares", () => {
  test.each(["share", "acceptedShare", "difference"] as const)(
    "of %s are as wide as a bootstrap over conversations makes them",
    (which) => {
      const chance = chanceFrom("shares");
      const talks = drawTalks(150, chance);
      const drawn = Array.from({ length: 600 }, () => {
        const again = talks.map(() => talks[Math.floor(chance() * talks.length)] as Talk);
        return shareOf(again)[which].value;
      }).sort((a, b) => a - b);
      const bootstrapped = (drawn[584] ?? 0) - (drawn[14] ?? 0);
      const { low, high } = shareOf(talks)[which];
      expect((high - low) / bootstrapped).toBeGreaterThan(0.85);
      expect((high - low) / bootstrapped).toBeLessThan(1.15);
    },
  );

  test("leave room where a strategy was never or always used", () => {
    const { strategies } = strategyShares(
      countsOf(Array.from({ length: 20 }, () => ({ acts: ["credibility", "credibility"], accepting: [] }))),
    );
    const of = (name: Strategy) => strategies.find(({ strategy }) => strategy === name)?.share;
    expect(of("credibility")).toMatchObject({ value: 1, high: 1 });
    expect(of("credibility")?.low).toBeLessThan(0.9);
    expect(of("opinion-inquiry")).toMatchObject({ value: 0, low: 0 });
    expect(of("opinion-inquiry")?.high).toBeGreaterThan(0.1);
  });
});
