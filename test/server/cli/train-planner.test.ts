/** `overture train planner` on a catalog file, and what it refuses. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPolicyFile } from "../../../server/turn/policy-shelf.ts";
import { runOverture } from "./run-overture.ts";

const CATALOG = fileURLToPath(new URL("../../../demo/catalog/catalog.json", import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "overture-train-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const train = (...words: string[]) =>
  runOverture(["train", "planner", "--threads", "0", "--at", "2026-01-01T00:00:00Z", ...words], {
    OVERTURE_DATA_DIR: join(folder, "data"),
  });

describe("[POL-4] overture train planner", () => {
  test("writes a policy that can be used, draws its curve, and is the same when it goes on from a checkpoint", async () => {
    const [whole, parts, checkpoint, curve] = ["whole.json", "parts.json", "c.json", "curve.svg"].map(
      (name) => join(folder, name),
    );
    const common = ["--catalog", CATALOG, "--batch", "6", "--seed", "s", "--policy-version", "v1"];
    const { code, stdout, stderr } = await train(
      ...common,
      "--episodes",
      "12",
      "--out",
      whole ?? "",
      "--curve",
      curve ?? "",
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/planner@v1, trained with simulated shoppers \(training\) on catalog\.json/);
    const file: unknown = JSON.parse(await readFile(whole ?? "", "utf8"));
    expect(openPolicyFile(file)).toMatchObject({ ok: true, policy: { name: "planner", version: "v1" } });
    expect(await readFile(curve ?? "", "utf8")).toMatch(/^<svg /);

    const resumed = ["--checkpoint", checkpoint ?? "", "--out", parts ?? ""];
    await train(...common, "--episodes", "6", ...resumed);
    await train(...common, "--episodes", "12", ...resumed);
    expect(await readFile(parts ?? "", "utf8")).toBe(await readFile(whole ?? "", "utf8"));
    const other = await train(...common, "--episodes", "12", ...resumed, "--rate", "0.5");
    expect(other.code).toBe(1);
    expect(other.stderr).toMatch(/checkpoint\/other-run/);
  }, 120_000);

  test.each<[string[], RegExp]>([
    [[], /either --site KEY or --catalog FILE/],
    [["--catalog", "nowhere.json"], /nowhere\.json/],
    [["--catalog", CATALOG, "--episodes", "none"], /--episodes must be a whole number/],
    [["--catalog", CATALOG, "--of", "guess"], /no shipped policy is called guess/],
    [["--catalog", CATALOG, "--leash", "-1"], /--leash must be a number from 0/],
  ])("refuses %j with one clear line", async (words, line) => {
    const { code, stderr } = await train(...words);
    expect(code).toBe(1);
    expect(stderr).toMatch(line);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
