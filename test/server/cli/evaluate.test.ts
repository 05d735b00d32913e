/** `overture train inspired` and `overture evaluate`, through the launcher. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { madeUpDialogues, tableOf } from "../../support/recorded-dialogues.ts";
import { runOverture } from "./run-overture.ts";

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "overture-evaluate-"));
  file = join(folder, "dialogues.tsv");
  writeFileSync(file, tableOf(madeUpDialogues(12)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("[POL-3] evaluate scores every policy that ships on any file of the format", async () => {
  const { code, stdout } = await runOverture(["evaluate", "--dialogues", file, "--json"]);
  expect(code).toBe(0);
  const { policies, remarks } = JSON.parse(stdout);
  expect(policies.map(({ name }: { name: string }) => name)).toEqual([
    "rules",
    "inspired",
    "planner",
    "random",
  ]);
  for (const scores of policies) {
    expect(scores.n).toBeGreaterThan(50);
    for (const figure of ["top1", "top3", "macroF1", "weightedF1", "nll", "entropy"]) {
      expect(scores[figure]).toBeGreaterThan(0);
      expect(scores[`${figure}Low`]).toBeLessThanOrEqual(scores[`${figure}High`]);
    }
    expect(scores.how).toContain("new to it");
  }
  expect(remarks).toEqual([]);
});

test("[POL-3] train writes the same policy file for the same dialogues, seed and time, which the registry reads", async () => {
  const train = async (name: string) => {
    const out = join(folder, name);
    const args = [
      "train",
      "inspired",
      "--dialogues",
      file,
      "--out",
      out,
      "--folds",
      "2",
      "--at",
      "2026-01-01",
    ];
    expect((await runOverture(args)).code).toBe(0);
    return readFileSync(out, "utf8");
  };
  const written = await train("a.json");
  expect(await train("b.json")).toBe(written);
  expect(JSON.parse(written)).toMatchObject({ format: "overture-policy/1", name: "inspired" });
});

test.each([
  ["a file that is not there", ["--dialogues", "nowhere.tsv"], /nowhere\.tsv cannot be read/],
  ["a policy nobody knows", ["--policy", "oracle"], /no policy is called oracle/],
  ["a fold count that is none", ["--folds", "one"], /--folds takes a whole number/],
])("[POL-3] evaluate refuses %s in one line", async (_, args, message) => {
  const { code, stderr } = await runOverture(["evaluate", "--dialogues", file, ...args]);
  expect(code).toBe(1);
  expect(stderr.trim()).toMatch(message);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("[POL-3] evaluate says which column a file lacks", async () => {
  const lacking = join(folder, "lacking.tsv");
  writeFileSync(lacking, "dialog_id\ttext\nd\thello\n");
  const { code, stderr } = await runOverture(["evaluate", "--dialogues", lacking]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/lacks the columns speaker, expert_label/);
});
