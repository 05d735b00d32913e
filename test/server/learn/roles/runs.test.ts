/** Runs of self-play with a model's endpoint: limited, written down, and had again without it. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Behaviour } from "../../../../demo/scripted-model/behaviour.ts";
import { type ScriptedModel, startScriptedModel } from "../../../../demo/scripted-model/scripted-model.ts";
import { type PreparedRooms, prepareRooms } from "../../../../server/catalog-rooms.ts";
import { openLiveRun } from "../../../../server/learn/roles/live-run.ts";
import { openRolePool } from "../../../../server/learn/roles/open-role-pool.ts";
import { openReplayRun } from "../../../../server/learn/roles/replay-run.ts";
import type { RoleRun } from "../../../../server/learn/roles/role-run.ts";
import { ROLES, type Role } from "../../../../server/learn/roles/roles.ts";
import { TokensSpent } from "../../../../server/learn/roles/tokens-spent.ts";
import type { HeldEpisode } from "../../../../server/learn/simulator/hold-episodes.ts";
import { openChatModel } from "../../../../server/model/open-chat-model.ts";
import { lamps } from "../simulator/catalogs.ts";
import { holdCannedTalk } from "./canned-talk.ts";
import { settingsOf } from "./scripted-settings.ts";

const RECORDED = fileURLToPath(new URL("recorded-run.jsonl", import.meta.url));
const SEEDS = ["a", "b", "c", "d"];

let folder: string;
let prepared: PreparedRooms;
let endpoint: ScriptedModel;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "overture-roles-"));
  prepared = prepareRooms({ version: 1, products: lamps(), reviews: [] }, "USD");
  endpoint = await startScriptedModel({ seed: 1 });
});
afterEach(() => endpoint.behave({}));
afterAll(async () => {
  await endpoint.close();
  await rm(folder, { recursive: true });
});

interface Live {
  roles?: readonly Role[];
  atOnce?: number;
  tokensMax?: number;
  record?: string;
  model?: string;
}
function live({ roles = ROLES, atOnce = 3, tokensMax, record, model }: Live): RoleRun {
  return openLiveRun({
    roles,
    atOnce,
    model: openChatModel(settingsOf(endpoint.url, model)),
    tokensMax: tokensMax ?? null,
    ...(record !== undefined && { record: join(folder, record) }),
  });
}

async function hold(run: RoleRun, policy = "rules") {
  const request = {
    policy,
    mode: "sociable",
    population: "training",
    keep: { lines: true, decisions: true },
  } as const;
  let held: HeldEpisode[];
  let isSpent = false;
  try {
    held = await openRolePool(prepared, run).hold(request, SEEDS);
  } catch (error) {
    if (!(error instanceof TokensSpent)) throw error;
    ({ held } = error);
    isSpent = true;
  } finally {
    run.close();
  }
  return { held, isSpent, figures: run.figures() };
}
async function replay(record: string, atOnce = 1, policy = "rules") {
  return hold(await openReplayRun(join(folder, record), atOnce), policy);
}

describe("[POL-4] a run with a model", () => {
  it("is the same again from its record, without an endpoint and however many talks are held at once", async () => {
    const first = await hold(live({ record: "whole.jsonl" }));
    const asked = endpoint.count;
    const again = await replay("whole.jsonl", 1);
    expect(again).toEqual(first);
    expect(await replay("whole.jsonl", 4)).toEqual(first);
    expect(endpoint.count).toBe(asked);
    expect(Object.keys(first.figures.byRole).sort()).toEqual(["assistant", "critic", "shopper"]);
    expect(first.held.map(({ seed }) => seed)).toEqual(SEEDS);
    for (const { progress = [] } of first.held) expect(progress.length).toBeGreaterThan(0);
  });

  it("plays the roles that were asked for, and no other", async () => {
    const { figures, held } = await hold(live({ roles: ["shopper"] }));
    expect(Object.keys(figures.byRole)).toEqual(["shopper"]);
    expect(held.every(({ progress }) => progress === undefined)).toBe(true);
  });

  it("takes no more tokens than it may, and counts no talk that was not held to its end", async () => {
    const all = await hold(live({ roles: ["shopper"] }));
    const tokensMax = Math.round(all.figures.tokens * 0.6);
    const cut = await hold(live({ roles: ["shopper"], tokensMax, record: "cut.jsonl", atOnce: 1 }));
    expect(cut.isSpent).toBe(true);
    expect(cut.figures.tokens).toBeLessThanOrEqual(tokensMax);
    expect(cut.held.length).toBeGreaterThan(0);
    expect(cut.held.length).toBeLessThan(SEEDS.length);
    for (const episode of cut.held)
      expect(episode.ending).toEqual(all.held.find(({ seed }) => seed === episode.seed)?.ending);
    expect(await replay("cut.jsonl", 2)).toEqual(cut);
  });

  it.each<[string, Behaviour, string]>([
    ["an empty answer", { failure: "empty" }, "model/empty"],
    ["an error of the endpoint", { failure: "http-500" }, "model/server-error"],
    ["an answer out of form", { text: "Whatever you say." }, "roles/unusable-answer"],
  ])(
    "has its talks held to the end by what is built in after %s, and says so",
    async (_, behaviour, code) => {
      endpoint.behave(behaviour);
      const record = `${code.replace("/", "-")}.jsonl`;
      const { held, figures } = await hold(live({ roles: ["shopper"], record }));
      expect(held).toHaveLength(SEEDS.length);
      expect(figures.troubles[`shopper: ${code}`]).toBeGreaterThan(0);
      expect(await replay(record)).toEqual({ held, figures, isSpent: false });
    },
  );

  it("ends at once where the endpoint will never answer", async () => {
    await expect(hold(live({ roles: ["critic"], model: "unknown" }))).rejects.toMatchObject({
      code: "roles/model-fails",
      message: expect.stringContaining("OVERTURE_MODEL"),
    });
  });

  it("ends where request after request fails, rather than be made of what is built in", async () => {
    endpoint.behave({ failure: "refusal" });
    await expect(hold(live({ roles: ["critic"], atOnce: 1 }))).rejects.toMatchObject({
      code: "roles/model-fails",
    });
  });
});

describe("[POL-4] a record of a run", () => {
  it("holds each request with its answer and what it took, and never a key", async () => {
    const { figures } = await hold(live({ roles: ["shopper", "critic"], record: "lines.jsonl" }));
    const text = await readFile(join(folder, "lines.jsonl"), "utf8");
    const [header, ...lines] = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(header).toMatchObject({
      format: "overture-roles/1",
      model: "scripted",
      roles: ["shopper", "critic"],
    });
    const { shopper, critic } = figures.byRole;
    expect(lines).toHaveLength((shopper?.requests ?? 0) + (critic?.requests ?? 0));
    for (const { request, answer, usage } of lines) {
      expect(request.messages.length).toBeGreaterThan(1);
      expect(answer).not.toBe("");
      expect(usage.promptTokens).toBeGreaterThan(0);
    }
    expect(text).not.toContain("apiKey");
  });

  it("is not written over", async () => {
    await writeFile(join(folder, "there.jsonl"), "paid for");
    expect(() => live({ record: "there.jsonl" })).toThrow(/there already/);
    expect(await readFile(join(folder, "there.jsonl"), "utf8")).toBe("paid for");
  });

  it("is refused by a run with other requests, though what is built in could go on", async () => {
    await hold(live({ roles: ["assistant"], record: "other.jsonl" }));
    await expect(replay("other.jsonl", 1, "random")).rejects.toMatchObject({ code: "roles/other-run" });
  });

  it("is refused where a prompt has changed since, or a line cannot be read", async () => {
    const [header = "", ...lines] = (await readFile(RECORDED, "utf8")).split("\n");
    const file = join(folder, "edited.jsonl");
    await writeFile(file, [header.replace("critic/1", "critic/0"), ...lines].join("\n"));
    await expect(openReplayRun(file, 1)).rejects.toThrow(/prompt critic\/0 of the critic/);
    await writeFile(file, [header, "{}", ...lines].join("\n"));
    await expect(openReplayRun(file, 1)).rejects.toThrow(/line 2 of /);
  });

  it("serves as far as it goes where its last line was cut off", async () => {
    const whole = await readFile(RECORDED, "utf8");
    const file = join(folder, "cut-off.jsonl");
    await writeFile(file, whole.slice(0, -20));
    await expect(holdCannedTalk(await openReplayRun(file, 1))).rejects.toMatchObject({
      code: "roles/other-run",
    });
  });

  it("of a shopper and a critic makes the talk again that it was made of", async () => {
    const { moves, progress, judgement, figures } = await holdCannedTalk(await openReplayRun(RECORDED, 1));
    expect(moves).toEqual([
      { type: "message", text: "Hi, I'm looking for lamp, colour blue." },
      { type: "message", text: "It should have costs $40.00 at most." },
      { type: "message", text: "I'll take the Harbour Lamp Birch 5." },
      { type: "end", ending: { outcome: "accepted", sku: "blue" } },
    ]);
    expect(progress).toHaveLength(3);
    expect(progress.at(-1)).toBeGreaterThan(progress[0] ?? 1);
    expect(judgement).toMatchObject({ success: true, rejections: 1 });
    expect(figures.byRole.critic?.requests).toBe(15);
  });
});
