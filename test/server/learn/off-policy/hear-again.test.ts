/** [POL-7] What a decision recorded is what was drawn with: the chances come out the same when they are worked out again. */
import { describe, expect, test } from "vitest";
import type { LoggedEvent } from "../../../../server/dialogue/events.ts";
import { startEvaluation } from "../../../../server/learn/off-policy/evaluate-policy.ts";
import { hearAgain } from "../../../../server/learn/off-policy/hear-again.ts";
import type { LoggedTalk } from "../../../../server/learn/off-policy/logged-talk.ts";
import { initialBandit } from "../../../../server/strategy/policies/bandit.ts";
import { findPolicy } from "../../../../server/strategy/policies/find-policy.ts";
import { learnedPolicy } from "../../../../server/strategy/policies/learned.ts";
import type { Policy } from "../../../../server/strategy/policy.ts";
import { chanceFrom } from "../../../../server/turn/chance.ts";
import { startTalk } from "../../../support/talk.ts";
import { lamps, roomsOf } from "../simulator/catalogs.ts";

const rooms = roomsOf(lamps());

async function logOf(policy: Policy, seed: string): Promise<LoggedEvent[]> {
  const talk = startTalk({ rooms, mode: "sociable", policy, seed });
  await talk.open();
  for (const text of ["I want a lamp for reading", "blue, please", "is it dimmable?", "I'll take it"])
    await talk.say(text);
  return await talk.log();
}
const talkOf = (log: LoggedEvent[], conversationId: string): LoggedTalk => ({
  conversationId,
  visitorId: conversationId,
  accepted: true,
  turns: log.flatMap(({ event }) => (event.type === "turn-spoken" ? [event.turn.decision.steps] : [])),
});
function weightOf(policy: Policy, talk: LoggedTalk): number {
  const evaluation = startEvaluation(policy, { weights: {}, clip: 1e9 });
  evaluation.add(talk);
  return evaluation.result().meanWeight;
}

describe("[POL-7] recorded chances", () => {
  test("are those of the policy that led, for one that listens to the talk as well", async () => {
    const inspired = findPolicy("inspired") as Policy;
    const log = await logOf(inspired, "c1");
    const talk = talkOf(log, "c1");
    expect(weightOf(inspired, hearAgain(talk, log))).toBeCloseTo(1, 9);
    // Without the talk it would not have done the same.
    expect(weightOf(inspired, talk)).not.toBeCloseTo(1, 2);
  });

  test("are those of the bandit's draw for that conversation, with the floor for every act on offer", async () => {
    const bandit = learnedPolicy(initialBandit("rules"), findPolicy) as Policy;
    const log = await logOf(bandit, "c2");
    const talk = hearAgain(talkOf(log, "c2"), log);
    const drawn = bandit.draw?.(chanceFrom("c2")) as Policy;
    const another = bandit.draw?.(chanceFrom("c3")) as Policy;
    expect(weightOf(drawn, talk)).toBeCloseTo(1, 9);
    expect(weightOf(another, talk)).not.toBeCloseTo(1, 2);
    for (const { distribution } of talk.turns.flat()) {
      const offered = Object.values(distribution);
      expect(Math.min(...offered)).toBeGreaterThanOrEqual(Math.min(0.02, 1 / offered.length) - 1e-12);
    }
  });
});
