/** Training by self-play [POL-4], on toy talks whose best policy is known. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCheckpoint, writeCheckpoint } from "../../../../server/learn/reinforce/checkpoint.ts";
import type { LivedTalk } from "../../../../server/learn/reinforce/experience.ts";
import { learningCurve } from "../../../../server/learn/reinforce/learning-curve.ts";
import {
  beginTraining,
  type Progress,
  TRAIN_DEFAULTS,
  type TrainPorts,
  type TrainSettings,
  trainPlanner,
  withEffects,
} from "../../../../server/learn/reinforce/train-planner.ts";
import { readPolicyFile } from "../../../../server/strategy/policy-file.ts";
import { schedule } from "../../../../server/strategy/schedule.ts";
import { chanceFrom } from "../../../../server/turn/chance.ts";
import { openPolicyFile } from "../../../../server/turn/policy-shelf.ts";
import { says, stateAfter, turn, wish } from "../../../support/conversation-events.ts";

const plain = stateAfter(turn("t0", { respondsTo: { type: "opening" } }), says("m1", "hello"));
const wishing = stateAfter(
  turn("t0", { respondsTo: { type: "opening" } }),
  says("m1", "a red tent", { preferences: [wish("category", "Tents"), wish("colour", "red")] }),
);
const outlook = { total: 20, cards: 3, bestGain: 1.2, deadEnd: false, silence: false, redirection: null };

/** Succeeds mostly where a wish is met with a customer's words, and a shopper without a wish is asked for one. */
async function toyTalks(
  policyFile: Parameters<TrainPorts["play"]>[0],
  seeds: readonly string[],
): Promise<LivedTalk[]> {
  const opening = openPolicyFile(policyFile);
  if (!opening.ok) throw new Error(opening.why);
  return seeds.map((seed) => {
    const chance = chanceFrom(seed);
    const turns = [0, 1].map(() => {
      const state = chance() < 0.5 ? plain : wishing;
      const request = { outlook, masked: {}, obligations: [], weights: {} };
      const { record, strategies } = schedule({ ...request, state, policy: opening.policy, chance });
      return {
        record,
        isGood: strategies.includes(state === plain ? "opinion-inquiry" : "personal-experience"),
      };
    });
    const good = turns.filter(({ isGood }) => isGood).length;
    const success = chance() < 0.1 + 0.4 * good;
    return {
      decisions: turns.map(({ record }) => record),
      success,
      turnCost: -0.02,
      total: (success ? 1 : 0) - 0.04,
    };
  });
}

const settings = (part: Partial<TrainSettings> = {}): TrainSettings => ({
  ...TRAIN_DEFAULTS,
  rate: 0.08,
  episodes: 4_000,
  batch: 200,
  seed: "toy",
  of: "random",
  name: "planner",
  version: "toy",
  ...part,
});
const ports: TrainPorts = {
  play: toyTalks,
  onProgress: () => {},
  at: "2026-01-01T00:00:00.000Z",
  data: "toy talks",
};
const success = (talks: LivedTalk[]) => talks.filter((talk) => talk.success).length / talks.length;
const fresh = Array.from({ length: 1_500 }, (_, index) => `unseen/${index}`);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "overture-train-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("[POL-4] self-play", () => {
  it("finds what works, on talks it was not trained with, and stays varied", async () => {
    const progress = beginTraining(settings());
    const trained = await trainPlanner(progress, ports);
    const before = await toyTalks({ ...trained, model: withoutChange(trained.model) }, fresh);
    const after = await toyTalks(trained, fresh);
    expect(success(after)).toBeGreaterThan(success(before) + 0.15);
    expect(progress.curve.at(-1)?.actEntropy).toBeGreaterThan(1.5);
    expect(readPolicyFile(JSON.parse(JSON.stringify(trained)))).toMatchObject({ ok: true });
  }, 60_000);

  it("says what an act was worth, with an interval: what works is above zero, what is idle is not", async () => {
    const progress = beginTraining(settings({ episodes: 400 }));
    const trained = await trainPlanner(progress, ports);
    const { training } = withEffects(trained, progress, await toyTalks(trained, fresh));
    const effects = training.effects?.strategies ?? {};
    expect(effects["personal-experience"]?.low).toBeGreaterThan(0);
    const idle = effects.similarity;
    expect(idle && idle.low < 3 && idle.high > -3).toBe(true);
  }, 60_000);

  it("is the same for the same seed, and another for another", async () => {
    const short = { episodes: 400 };
    const once = await trainPlanner(beginTraining(settings(short)), ports);
    expect(await trainPlanner(beginTraining(settings(short)), ports)).toEqual(once);
    const other = await trainPlanner(beginTraining(settings({ ...short, seed: "other" })), ports);
    expect(other.model).not.toEqual(once.model);
  });

  it("a run that was cut off goes on from its checkpoint as if nothing had been", async () => {
    const whole = await trainPlanner(beginTraining(settings({ episodes: 600 })), ports);
    const path = join(folder, "cut.json");
    const cut = new Error("the machine went down");
    await expect(
      trainPlanner(beginTraining(settings({ episodes: 600 })), {
        ...ports,
        async onProgress(progress) {
          await writeCheckpoint(path, progress);
          if (progress.done >= 400) throw cut;
        },
      }),
    ).rejects.toBe(cut);
    const reading = await readCheckpoint(path, settings({ episodes: 600 }));
    if (!reading.ok) throw new Error(reading.why);
    expect(reading.progress.done).toBe(400);
    expect(await trainPlanner(reading.progress, ports)).toEqual(whole);
  });

  it("a checkpoint that is damaged, absent or of another run is refused with a reason", async () => {
    const path = join(folder, "other.json");
    await writeCheckpoint(path, beginTraining(settings()) satisfies Progress);
    expect(await readCheckpoint(path, settings({ seed: "other" }))).toMatchObject({
      ok: false,
      code: "checkpoint/other-run",
      why: expect.stringContaining("seed"),
    });
    expect(await readCheckpoint(path, settings({ episodes: 9_000 }))).toMatchObject({ ok: true });
    await writeFile(path, (await readFile(path, "utf8")).slice(0, 100));
    expect(await readCheckpoint(path, settings())).toMatchObject({ ok: false, code: "checkpoint/damaged" });
    expect(await readCheckpoint(`${path}.absent`, settings())).toMatchObject({
      ok: false,
      code: "checkpoint/none",
    });
  });

  it("draws its learning curve", async () => {
    const progress = beginTraining(settings({ episodes: 600 }));
    await trainPlanner(progress, ports);
    const svg = learningCurve(progress.curve, "planner <toy>");
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain("planner &lt;toy&gt;");
    expect(svg).toMatch(/success/);
    expect(svg.match(/<circle /g)?.length).toBe(3 * progress.curve.length);
  });
});

function withoutChange(model: Awaited<ReturnType<typeof trainPlanner>>["model"]): typeof model {
  if (model.type !== "change") throw new Error("a planner is a change of another policy");
  const { change } = model;
  return {
    ...model,
    change: {
      ...change,
      bias: change.bias.map(() => 0),
      weights: change.weights.map((row) => row.map(() => 0)),
    },
  };
}
