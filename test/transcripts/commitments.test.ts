/** What was recommended is not quietly unsaid, whatever shoppers say in whatever order [MOV-3]. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { CatalogRooms } from "../../server/catalog-rooms.ts";
import { fold } from "../../server/dialogue/reduce.ts";
import type { TurnPlan } from "../../server/plan/turn-plan.ts";
import { findPolicy } from "../../server/strategy/policies/find-policy.ts";
import type { Policy } from "../../server/strategy/policy.ts";
import { createMemoryLog } from "../../server/turn/memory-log.ts";
import { createStateRecall } from "../../server/turn/recall-state.ts";
import { takeTurn } from "../../server/turn/take-turn.ts";
import { turnDependencies } from "../../server/turn-rooms.ts";
import { roomsOfFile } from "../support/talk.ts";

let rooms: CatalogRooms;
beforeAll(async () => {
  rooms = await roomsOfFile("demo/catalog/catalog.json");
});

const SAID = [
  "I'm looking for a tent for two people",
  "a backpack for commuting",
  "show me rain jackets",
  "something for hiking",
  "under $150",
  "under $400",
  "about 30 litres",
  "it should weigh less than 2 kg",
  "lighter please",
  "too expensive",
  "not black",
  "in green",
  "forget the budget",
  "the weight doesn't matter",
  "which one would you pick?",
  "which one?",
  "what would you take?",
  "compare the first and the second",
  "show me more",
  "what do buyers say about the first one?",
  "how much does it weigh?",
  "none of these",
  "I don't like the first one",
  "I read bad reviews about that one",
  "hmm",
];

const settings = {
  persona: { name: "Wren", shop: "Tarn & Tram", tone: "warm" as const, emoji: false },
  forbidden: [],
  weights: {},
  policy: "rules",
  currency: "USD",
  humanAvailable: false,
};

function policyNamed(name: string): Policy {
  const policy = findPolicy(name);
  if (!policy) throw new Error(`no policy is called ${name}`);
  return policy;
}

/** Every turn with its plan and the state it was decided in: the messages heard, nothing answered yet. */
async function hold(seed: string, says: readonly string[], policy: string) {
  const log = createMemoryLog(() => new Date(0));
  const memory = { log, recall: createStateRecall(log) };
  const plans: TurnPlan[] = [];
  const dependencies = turnDependencies({ settings }, rooms, policyNamed(policy), memory);
  let turns = 0;
  const voice: typeof dependencies.voice = {
    name: "listening",
    speak: (plan, context) => {
      plans.push(plan);
      return dependencies.voice.speak(plan, context);
    },
  };
  const page = { url: "/", title: null, sku: null };
  log.append("c", { type: "conversation-opened", mode: "sociable", locale: "en-US", page, visit: 1 });
  for (const text of [null, ...says]) {
    if (text !== null) log.append("c", { type: "message-stored", id: `m${turns}`, text });
    const room = { ...dependencies, voice, newId: () => `${seed}-${turns++}` };
    for await (const _ of takeTurn(room, { conversationId: "c", shouldStop: () => false }));
  }
  const events = await log.read("c", 0);
  const spoken = events.flatMap(({ event }, at) => (event.type === "turn-spoken" ? at : []));
  return spoken.map((at, index) => ({ plan: plans[index], state: fold(events.slice(0, at)) }));
}

describe("[MOV-3] a stance is never changed silently", () => {
  it.each(["rules", "random"])("in any conversation, under the policy %s", async (policy) => {
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...SAID), { minLength: 3, maxLength: 9 }),
        fc.integer({ min: 0, max: 1_000 }),
        async (says, seed) => {
          for (const { plan, state } of await hold(String(seed), says, policy)) {
            const standing = state.commitments.findLast(({ held }) => held);
            if (!plan?.stance || !standing || plan.stance.sku === standing.sku) continue;
            const stance = plan.moves
              .flatMap((move) => move.contents)
              .find((content) => content.type === "take-stance");
            expect(stance, `${says.join(" / ")}: from ${standing.sku} to ${plan.stance.sku}`).toMatchObject({
              sku: plan.stance.sku,
              changed: true,
              news: { type: expect.any(String) },
            });
            expect(plan.stance.insteadOf).toBe(standing.sku);
            changes += 1;
          }
        },
      ),
      { numRuns: 30, seed: 20_261_123 },
    );
    expect(changes, "the conversations do change the agent's mind").toBeGreaterThan(0);
  });
});
