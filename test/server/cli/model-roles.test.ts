/** Self-play with a language model in some of the roles, from the command line; the endpoint is a scripted one. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ScriptedModel, startScriptedModel } from "../../../demo/scripted-model/scripted-model.ts";
import { runOverture } from "./run-overture.ts";

const CATALOG = fileURLToPath(new URL("../../../demo/catalog/catalog.json", import.meta.url));
let folder: string;
let endpoint: ScriptedModel;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "overture-model-roles-"));
  endpoint = await startScriptedModel();
});
afterAll(async () => {
  await endpoint.close();
  await rm(folder, { recursive: true });
});

const overture = (words: string[], hasModel: boolean) =>
  runOverture(words, {
    OVERTURE_DATA_DIR: join(folder, "data"),
    ...(hasModel && { OPENAI_BASE_URL: endpoint.url, OVERTURE_MODEL: "scripted" }),
  });
const simulate = (words: string[], hasModel = true) =>
  overture(
    ["simulate", "--catalog", CATALOG, "--episodes", "2", "--policy", "rules", "random", ...words],
    hasModel,
  );
const train = (words: string[], hasModel = true) =>
  overture(
    [
      "train",
      "planner",
      "--catalog",
      CATALOG,
      "--episodes",
      "4",
      "--batch",
      "2",
      "--policy-version",
      "v",
    ].concat(["--at", "2026-01-01T00:00:00Z", ...words]),
    hasModel,
  );

describe("[POL-4] overture simulate --with-model", () => {
  test("tells what the model took, and is the same from its record without a model", async () => {
    const file = join(folder, "simulate.jsonl");
    const first = await simulate(["--with-model", "critic,shopper,assistant", "--record", file, "--json"]);
    expect([first.code, first.stderr]).toEqual([0, ""]);
    const { model, policies } = JSON.parse(first.stdout);
    expect(policies.map(({ episodes }: { episodes: number }) => episodes)).toEqual([2, 2]);
    expect(model).toMatchObject({
      model: "scripted",
      roles: ["shopper", "critic", "assistant"],
      troubles: {},
    });
    expect(model.tokens).toBeGreaterThan(1_000);
    expect((await simulate(["--replay", file, "--json"], false)).stdout).toBe(first.stdout);
    const lines = (await simulate(["--replay", file], false)).stdout;
    expect(lines).toMatch(/shopper\/1, critic\/1, voice\/\d+ played by scripted: [\d,]+ tokens/);
  }, 120_000);

  test("compares the talks that every policy could end where the tokens don't suffice, and says so", async () => {
    const words = ["--with-model", "shopper", "--concurrency", "1", "--tokens-max", "16000"];
    const { code, stdout } = await simulate([...words, "--episodes", "8"]);
    expect(code).toBe(0);
    const [, held] = /the tokens were spent: (\d) of 8 talks were held with each policy/.exec(stdout) ?? [];
    expect(Number(held)).toBeGreaterThan(0);
  }, 60_000);

  test.each<[string[], boolean, RegExp]>([
    [["--with-model", "cook"], true, /takes shopper, critic, assistant, with commas between, not cook/],
    [["--with-model", "shopper"], false, /no model is configured: set OPENAI_API_KEY/],
    [["--record", "x.jsonl"], true, /need roles that are played --with-model/],
    [["--with-model", "shopper", "--threads", "2"], true, /leave out --threads/],
    [["--with-model", "shopper", "--tokens-max", "few"], true, /--tokens-max must be a whole number/],
    [["--with-model", "shopper", "--tokens-max", "9"], true, /spent before the first talk/],
    [["--replay", "nowhere.jsonl"], false, /nowhere\.jsonl cannot be read/],
  ])(
    "refuses %j with one clear line",
    async (words, hasModel, line) => {
      const { code, stderr } = await simulate(words, hasModel);
      expect(code).toBe(1);
      expect(stderr).toMatch(line);
      expect(stderr.trim().split("\n")).toHaveLength(1);
    },
    60_000,
  );
});

describe("[POL-4] overture train planner --with-model", () => {
  test("writes the same policy again from its record, and who played in it", async () => {
    const [record = "", out = "", again = ""] = ["t.jsonl", "p.json", "again.json"].map((name) =>
      join(folder, name),
    );
    const first = await train(["--with-model", "shopper,critic", "--record", record, "--out", out]);
    expect([first.code, first.stderr]).toEqual([0, ""]);
    expect(first.stdout).toMatch(/critic [\d,]+ in [\d,]+ requests/);
    const { training } = JSON.parse(await readFile(out, "utf8"));
    expect(training.data).toContain("shopper/1, critic/1 played by scripted");
    expect((await train(["--replay", record, "--out", again], false)).code).toBe(0);
    expect(await readFile(again, "utf8")).toBe(await readFile(out, "utf8"));
  }, 120_000);

  test("stops after the last whole batch where the tokens don't suffice", async () => {
    const out = join(folder, "cut.json");
    const words = ["--with-model", "shopper", "--tokens-max", "22000", "--out", out, "--episodes", "40"];
    const { code, stdout } = await train(words);
    expect(code).toBe(0);
    expect(stdout).toMatch(/the tokens were spent after \d+ of 40 talks/);
    const { training } = JSON.parse(await readFile(out, "utf8"));
    expect(training.settings.episodes % 2).toBe(0);
    expect(training.effects).toBeUndefined();
  }, 120_000);
});
