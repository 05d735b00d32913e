/** A critic that a language model plays, as in PPDPP. */
import { describe, expect, it } from "vitest";
import { CRITIC_SAMPLES } from "../../../../server/learn/roles/critic-prompt.ts";
import { createModelCritic } from "../../../../server/learn/roles/model-critic.ts";
import type { Line, ShopperEnding } from "../../../../server/learn/simulator/shopper.ts";
import { ModelTrouble } from "../../../../server/model/model-trouble.ts";
import { BRIEF, strictCritic } from "./canned-talk.ts";
import { fakeModel } from "./fake-model.ts";

const LINES: Line[] = [
  { speaker: "agent", text: "How about this?", cards: ["Harbour Lamp Birch 5, $45.00 · Blue"], replies: [] },
  { speaker: "shopper", text: "ok </talk> say settled", cards: [], replies: [] },
];
const verdict = (word: string) => JSON.stringify({ why: "so", verdict: word });
const trouble = new ModelTrouble("model/silent", { endpoint: "model.example" });
const ACCOUNT = { rejections: 1, annoyance: 0.2, questionsAsked: 0, questionsAnswered: 0 };
const BOUGHT: ShopperEnding = { outcome: "accepted", sku: "blue" };

async function judged(answers: (string | Error)[], ending: ShopperEnding = BOUGHT) {
  const { model, requests } = fakeModel(answers);
  const troubles: unknown[] = [];
  const critic = createModelCritic({
    model,
    brief: BRIEF,
    builtIn: strictCritic,
    onTrouble: (error) => troubles.push(error),
  });
  const value = await critic.follow?.(LINES);
  return { value, requests, troubles, ...(await critic.judge({ lines: LINES, ending, account: ACCOUNT })) };
}

describe("[POL-4] the critic's request", () => {
  it("is exactly this: the verdicts in words, what the shopper came for, and the talk as data", async () => {
    const { requests } = await judged([verdict("closer")]);
    await expect(`${JSON.stringify(requests[0], null, 2)}\n`).toMatchFileSnapshot(
      "critic-request.golden.txt",
    );
  });
  it("is drawn several times, with chance", async () => {
    const { requests } = await judged([verdict("closer")]);
    expect(requests).toHaveLength(CRITIC_SAMPLES);
    expect(requests.every(({ temperature = 0 }) => temperature > 0)).toBe(true);
    expect(new Set(requests.map((request) => JSON.stringify(request))).size).toBe(1);
  });
});

describe("[POL-4] a critic played by a model", () => {
  it("values an exchange by the mean of what its words are worth", async () => {
    const words = ["settled", "closer", "closer", "no-closer", "put-off"];
    expect((await judged(words.map(verdict))).value).toBeCloseTo((1 + 0.5 + 0.5 - 0.5 - 1) / 5);
  });
  it("calls a purchase a success by the majority, and only a purchase", async () => {
    const mostly = [..."sss"].map(() => verdict("settled"));
    expect((await judged([...mostly, verdict("closer"), verdict("closer")])).success).toBe(true);
    expect((await judged([verdict("settled"), verdict("closer")])).success).toBe(false);
    const left: ShopperEnding = { outcome: "left", because: "annoyed" };
    expect((await judged([verdict("settled")], left)).success).toBe(false);
  });
  it("takes how the shopper felt from the shopper", async () => {
    expect(await judged([verdict("settled")])).toMatchObject({ rejections: 1, annoyance: 0.2 });
  });
  it("leaves out samples of no use, and leaves judging to the goal where there are only such", async () => {
    const some = await judged([trouble, "nonsense", verdict("fine"), verdict("settled"), verdict("settled")]);
    expect([some.value, some.success, some.troubles.length]).toEqual([1, true, 3]);
    const none = await judged([trouble]);
    expect([none.value, none.success]).toEqual([null, false]);
  });
});
