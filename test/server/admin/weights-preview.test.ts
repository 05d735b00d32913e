/** Trying weights and bans on conversations that were held, turn by turn, through the real rooms. */
import { beforeAll, describe, expect, test } from "vitest";
import { createWeightsPreviewer } from "../../../server/admin/policies/weights-preview.ts";
import type { LoggedEvent } from "../../../server/dialogue/events.ts";
import { recordedTurns } from "../../../server/learn/off-policy/recorded-turns.ts";
import { BANDIT, initialBandit } from "../../../server/strategy/policies/bandit.ts";
import { findPolicy } from "../../../server/strategy/policies/find-policy.ts";
import { redecide } from "../../../server/strategy/redecide.ts";
import { chanceFrom } from "../../../server/turn/chance.ts";
import { openPolicyFile, openVersion } from "../../../server/turn/policy-shelf.ts";
import { roomsOfFile, startTalk } from "../../support/talk.ts";

const AS_IS = { weights: {}, forbidden: [] };
const talks = new Map<string, LoggedEvent[]>();
let reads = 0;

beforeAll(async () => {
  const rooms = await roomsOfFile("demo/catalog/catalog.json");
  const bandit = openPolicyFile(initialBandit("planner"));
  if (!bandit.ok) throw new Error(bandit.why);
  const policies = ["planner", "rules", "inspired", "random", bandit.policy];
  for (const [place, policy] of policies.entries())
    for (const mode of ["sociable", "informational"] as const) {
      const seed = `${mode} ${place}`;
      const talk = startTalk({ rooms, mode, policy, seed });
      await talk.open();
      for (const text of [
        "I'm looking for a warm jacket under $200",
        "is the first one waterproof?",
        "too expensive. anything cheaper?",
        "which would you take?",
        "thanks, I'll take it. bye!",
      ])
        await talk.say(text);
      talks.set(seed, await talk.log());
    }
}, 60_000);

function previewer() {
  return createWeightsPreviewer({
    latest: async () => [...talks].map(([id, events]) => ({ id, lastEventAt: String(events.length) })),
    async read(ids) {
      reads += 1;
      return new Map(ids.map((id) => [id, talks.get(id) ?? []]));
    },
    policy: (siteId, name, version) => openVersion({ read: async () => null }, siteId, name, version),
    now: () => performance.now(),
  });
}

describe("[POL-10] weights and bans tried on what was held", () => {
  test("a turn decided anew under the settings it had is the turn that was taken, whatever the policy", async () => {
    let turns = 0;
    for (const [id, events] of talks)
      for (const { turnId, strategies, situation, decidedBy } of recordedTurns(events)) {
        const { policy: name, policyVersion } = decidedBy;
        const policy = await openVersion({ read: async () => null }, "site", name, policyVersion);
        if (!policy || !situation) throw new Error("the record does not hold the situation");
        const own = policy.draw?.(chanceFrom(id)) ?? policy;
        expect(redecide(situation, { policy: own, chance: chanceFrom(turnId) }, AS_IS)).toEqual(strategies);
        turns += 1;
      }
    expect(turns).toBeGreaterThan(50);
  });

  test("nothing would have been otherwise under the settings in force", async () => {
    const preview = await previewer().preview("site", AS_IS, { weights: { similarity: 1 }, forbidden: [] });
    expect(preview).toMatchObject({
      ...{ conversations: 10, leftOut: 0, otherwise: 0, begunOtherwise: 0, examples: [] },
    });
    for (const { now, tried } of preview.strategies) expect(tried).toBe(now);
  });

  test("what is forbidden is in no turn, and the turns that began with it are told", async () => {
    const { strategies, begunOtherwise, examples } = await previewer().preview("site", AS_IS, {
      ...{ weights: {}, forbidden: ["personal-opinion", "similarity", "rephrase-preference"] },
    });
    const of = (name: string) => strategies.find(({ strategy }) => strategy === name);
    expect(of("personal-opinion")).toMatchObject({ now: expect.toSatisfy((n: number) => n > 0), tried: 0 });
    expect(begunOtherwise).toBe(examples.length);
    expect(begunOtherwise).toBeGreaterThan(0);
    for (const { conversationId, seq, now, tried } of examples) {
      expect(now[0]).not.toBe(tried[0]);
      const said = talks.get(conversationId)?.find((event) => event.seq === seq);
      expect(said?.event).toMatchObject({ type: "turn-spoken", turn: { strategies: now } });
    }
  });

  test("a weight makes a strategy more or less frequent", async () => {
    const acts = async (weight: number) => {
      const { strategies } = await previewer().preview("site", AS_IS, {
        ...{ weights: { encouragement: weight, similarity: weight }, forbidden: [] },
      });
      return strategies
        .filter(({ strategy }) => strategy === "encouragement" || strategy === "similarity")
        .reduce((sum, { now, tried }) => ({ now: sum.now + now, tried: sum.tried + tried }), {
          now: 0,
          tried: 0,
        });
    };
    const [less, more] = [await acts(0.1), await acts(10)];
    expect(less.tried).toBeLessThan(less.now);
    expect(more.tried).toBeGreaterThan(more.now);
  });

  test("what can't be forbidden is said where it is owed, ban or not", async () => {
    const forbidden = ["transparency", "credibility", "housekeeping", "acknowledgment", "yield"];
    const { otherwise } = await previewer().preview("site", AS_IS, { weights: {}, forbidden });
    expect(otherwise).toBe(0);
  });

  test("reads a conversation again only when something was added to it", async () => {
    const tried = previewer();
    await tried.preview("site", AS_IS, AS_IS);
    reads = 0;
    await tried.preview("site", AS_IS, { weights: { credibility: 3 }, forbidden: [] });
    expect(reads).toBe(0);
  });

  test("turns of a policy that is gone, and of records that don't hold enough, are left out and counted", async () => {
    const [[id, events] = ["", []]] = talks;
    const older = events.map((logged) =>
      logged.event.type === "turn-spoken"
        ? {
            ...logged,
            event: {
              ...logged.event,
              turn: {
                ...logged.event.turn,
                decision: { ...logged.event.turn.decision, obligations: undefined },
              },
            },
          }
        : logged,
    ) as LoggedEvent[];
    const preview = (read: LoggedEvent[], policy: Parameters<typeof createWeightsPreviewer>[0]["policy"]) =>
      createWeightsPreviewer({
        latest: async () => [{ id, lastEventAt: "" }],
        ...{ read: async () => new Map([[id, read]]), policy, now: () => performance.now() },
      }).preview("site", AS_IS, AS_IS);
    expect(await preview(older, async () => findPolicy("rules") ?? null)).toMatchObject({
      turns: 0,
      leftOut: 6,
    });
    expect(await preview(events, async () => null)).toMatchObject({ turns: 0, leftOut: 6 });
    expect(await openVersion({ read: async () => null }, "site", BANDIT, "7")).toBeNull();
  });
});
