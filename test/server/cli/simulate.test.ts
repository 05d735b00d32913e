/** `overture simulate` through the launcher: it stores nothing, so it needs no database. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runOverture } from "./run-overture.ts";

const folder = mkdtempSync(join(tmpdir(), "overture-simulate-"));
const catalog = join(folder, "lamps.csv");
const rows = ["a", "b", "c", "d", "e", "f"].map(
  (sku, at) => `${sku},Harbour Lamp ${sku},${20 + at},Lamps,${at % 2 ? "red" : "blue"}`,
);
writeFileSync(catalog, ["sku,title,price,category,colour", ...rows].join("\n"));
afterAll(() => rmSync(folder, { recursive: true }));

const simulate = (...args: string[]) =>
  runOverture(["simulate", "--catalog", catalog, "--threads", "1", ...args], { OVERTURE_DATA_DIR: folder });

test("[POL-6] prints each policy and each pair, the same for the same seed", {
  timeout: 120_000,
}, async () => {
  const args = ["--policy", "rules", "informational", "random", "--episodes", "6", "--seed", "3", "--json"];
  const { code, stdout } = await simulate(...args);
  expect(code).toBe(0);
  const { policies, pairs } = JSON.parse(stdout);
  expect(policies.map(({ name }: { name: string }) => name)).toEqual(["rules", "informational", "random"]);
  for (const figures of policies) {
    expect(figures).toMatchObject({ episodes: 6 });
    expect(figures.successLow).toBeLessThanOrEqual(figures.success);
    expect(figures.successHigh).toBeGreaterThanOrEqual(figures.success);
    expect(figures.turns).toBeGreaterThan(1);
    expect(figures.entropy).toBeGreaterThan(0);
  }
  expect(pairs.map(({ a, b }: { a: string; b: string }) => `${a} ${b}`)).toEqual([
    "rules informational",
    "rules random",
    "informational random",
  ]);
  for (const { difference, low, high } of pairs)
    expect([low <= difference, difference <= high]).toEqual([true, true]);
  expect((await simulate(...args)).stdout).toBe(stdout);
});

test("prints talks to read, and tables", { timeout: 60_000 }, async () => {
  const { stdout } = await simulate("--policy", "rules", "random", "--episodes", "2", "--transcripts", "1");
  expect(stdout).toContain("shopper: ");
  expect(stdout).toContain("paired by conversation");
  expect(stdout).toContain("rules less random");
});

test("refuses in one line what it cannot use", { timeout: 60_000 }, async () => {
  const unknown = await simulate("--policy", "nobody");
  expect([unknown.code, unknown.stderr]).toEqual([
    1,
    expect.stringContaining("there is no policy nobody; shipped are rules"),
  ]);
  expect((await simulate("--policy", "rules", "--episodes", "none")).stderr).toContain(
    "--episodes must be a whole number from 1",
  );
  const both = await runOverture(["simulate", "--policy", "rules"], { OVERTURE_DATA_DIR: folder });
  expect(both.stderr).toContain("give either --site KEY or --catalog FILE");
});
