/** What another policy would have achieved, worked out while others wait: held against a log in memory. */
import { describe, expect, test } from "vitest";
import { createWhatIfDesk, type WhatIfDesk } from "../../../server/admin/policies/what-if.ts";
import type { LoggedTalk } from "../../../server/learn/off-policy/logged-talk.ts";
import type { Policy } from "../../../server/strategy/policy.ts";

const asks: Policy = {
  ...{ name: "asks", version: "1", explain: () => [] },
  score: () => ({ "opinion-inquiry": 3, credibility: 1 }),
};
const even: Policy = { ...asks, name: "even", score: () => ({ "opinion-inquiry": 1, credibility: 1 }) };
/** Never what was done in these talks. */
const tells: Policy = { ...asks, name: "tells", score: () => ({ "offer-help": 1 }) };
const POLICIES = [asks, even, tells];

/** Led by an even policy; who was asked accepted in four talks of five, who was told in one of five. */
function talksOf(visitors: number): LoggedTalk[] {
  const distribution = { "opinion-inquiry": 0.495, credibility: 0.495, "offer-help": 0.01 };
  return Array.from({ length: visitors }, (_, place) => {
    const strategy = place % 4 < 2 ? ("opinion-inquiry" as const) : ("credibility" as const);
    const isFifth = Math.floor(place / 4) % 5 === 0;
    return {
      ...{ conversationId: `c${place}`, visitorId: `v${place}` },
      turns: [[{ strategy, propensity: 0.495, distribution, features: {} }]],
      accepted: strategy === "opinion-inquiry" ? !isFifth : isFifth,
    };
  });
}

function deskOver(talks: LoggedTalk[]) {
  const log = { talks, stamp: "1", reads: 0, weighting: { weights: {}, forbidden: [] as string[] }, now: 0 };
  const gate = { opened: Promise.resolve() };
  const desk = createWhatIfDesk({
    talks: {
      async *finished() {
        log.reads += 1;
        await gate.opened;
        yield log.talks;
      },
      extent: async () => ({ conversations: log.talks.length, stamp: log.stamp }),
      events: async () => new Map(),
    },
    async open(_, reference) {
      const policy = POLICIES.find(({ name }) => name === reference);
      return policy ? { ok: true, policy } : { ok: false, why: `no policy is called ${reference}` };
    },
    settings: async () => log.weighting,
    now: () => log.now,
    clock: () => new Date(0),
  });
  return { desk, log, gate };
}
async function ask(desk: WhatIfDesk, policy: string) {
  const outcome = await desk.ask("site", { policy, days: 28 });
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.whatIf;
}

describe("[POL-11] a what-if", () => {
  test("says in words what the policy would have come to, and by how much that can be wrong", async () => {
    const { desk } = deskOver(talksOf(400));
    const { result, of, isCut } = await ask(desk, "asks");
    expect({ of, isCut }).toEqual({ of: 400, isCut: false });
    // Asked three times of four: 0.75 × 0.8 + 0.25 × 0.2.
    if (!result?.evaluation.ok) throw new Error("no estimate");
    expect(result.evaluation.doublyRobust.value).toBeCloseTo(0.65, 1);
    expect(result.told.verdict).toBe("better");
    expect(result.told.says).toMatch(
      /^Had asks led them, about 6\d\.\d % .* against 50\.0 % as they were led\. That is \+1\d\.\d points/,
    );
    expect((await ask(desk, "even")).result?.told).toMatchObject({
      ...{ verdict: "open", says: expect.stringContaining("it can be chance") },
    });
  });

  test.each([
    ["nothing is over yet", 0, "asks", "nothing-logged", /nothing to judge by/],
    ["too few visitors talked", 20, "asks", "too-few-visitors", /Only 20 visitors/],
    ["it does something else", 400, "tells", "too-different", /400 visitors tell no more of it than/],
  ])("where %s there is no figure but the reason, and a way out", async (_, visitors, policy, code, says) => {
    const { result } = await ask(deskOver(talksOf(visitors)).desk, policy);
    expect(result?.evaluation).toMatchObject({ ok: false, refusal: code });
    expect(result?.told).toMatchObject({ verdict: "refused", says: expect.stringMatching(says) });
    expect(result?.told.next).toMatch(/\.$/);
  });

  test("is worked out once, and again when there is news a while later, or other weights", async () => {
    const { desk, log } = deskOver(talksOf(100));
    await Promise.all([ask(desk, "asks"), ask(desk, "asks")]);
    expect(log.reads).toBe(1);
    log.stamp = "2";
    await ask(desk, "asks");
    expect(log.reads).toBe(1);
    log.now += 6 * 60_000;
    await ask(desk, "asks");
    expect(log.reads).toBe(2);
    log.weighting = { weights: { credibility: 9 }, forbidden: [] };
    await ask(desk, "asks");
    expect(log.reads).toBe(3);
  });

  test("that waited behind another is not even begun when nobody asks after it any more", async () => {
    const { desk, log, gate } = deskOver(talksOf(100));
    let open = () => {};
    gate.opened = new Promise((resolve) => {
      open = resolve;
    });
    const [first, second] = await Promise.all([ask(desk, "asks"), ask(desk, "even")]);
    expect([first.result, second.result]).toEqual([null, null]);
    log.now += 60_000;
    const asked = ask(desk, "asks");
    open();
    expect((await asked).result).not.toBeNull();
    expect(log.reads).toBe(1);
    expect((await ask(desk, "even")).result).not.toBeNull();
    expect(log.reads).toBe(2);
  });

  test("what is forbidden now is judged as forbidden", async () => {
    const { desk, log } = deskOver(talksOf(400));
    log.weighting = { weights: {}, forbidden: ["credibility"] };
    const { result } = await ask(desk, "even");
    if (!result?.evaluation.ok) throw new Error("no estimate");
    expect(result.evaluation.doublyRobust.value).toBeCloseTo(0.8, 1);
  });

  test("a policy there is not is refused with the reason", async () => {
    expect(await deskOver([]).desk.ask("site", { policy: "guess", days: null })).toEqual({
      ...{ ok: false, why: "no policy is called guess" },
    });
  });

  test("what fails is told to whoever asks, and tried anew", async () => {
    const { desk, log } = deskOver(talksOf(100));
    const { talks } = log;
    log.talks = Object.assign([...talks], {
      slice: () => {
        throw new Error("the database is away");
      },
    });
    await expect(ask(desk, "asks")).rejects.toThrow("away");
    log.talks = talks;
    expect((await ask(desk, "asks")).result).not.toBeNull();
  });
});
