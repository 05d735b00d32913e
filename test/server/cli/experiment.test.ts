/** Experiments from the command line, as a merchant runs them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { type Environment, runOverture } from "./run-overture.ts";

let database: TestDatabase;
let environment: Environment;
let folder: string;
let siteKey: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "overture-experiment-"));
  environment = { DATABASE_URL: database.databaseUrl, OVERTURE_DATA_DIR: join(folder, "data") };
  const site = [
    "site",
    "create",
    "--name",
    "Lux",
    "--origin",
    "https://lux.example",
    "--currency",
    "EUR",
    "--json",
  ];
  ({ siteKey } = JSON.parse((await runOverture(site, environment)).stdout));
}, 60_000);
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const experiment = (...args: string[]) =>
  runOverture(["experiment", ...args, "--site", siteKey], environment);
async function json(...args: string[]) {
  const { stdout, stderr, code } = await experiment(...args, "--json");
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe("overture experiment", () => {
  it("[EXP-11] leads from options to a shipped winner and back", async () => {
    const created = await experiment(
      ...["create", "--arms", "sociable,policy:rules", "--metric", "conversion"],
      ...["--minimum-effect", "3%", "--key", "talk", "--name", "Talk or rules"],
    );
    expect(created.stderr).toBe("");
    expect(created.stdout).toContain("To find 3 points:");
    expect(created.stdout).toContain(`overture experiment start talk --site ${siteKey}`);
    const draft = await json("show", "talk");
    expect(draft.experiment).toMatchObject({
      state: "draft",
      plan: { minimumEffect: 0.03, arms: [{ key: "sociable" }, { treatment: { policy: "rules" } }] },
    });
    const resized = await json("change", "talk", "--minimum-effect", "0.05");
    expect(resized.experiment.plan.plannedVisitors).toBeLessThan(draft.experiment.plan.plannedVisitors);
    expect(await json("start", "talk", "--coverage", "10%")).toMatchObject({
      experiment: { state: "running", coverage: 0.1 },
      interacting: [],
    });
    // The site's own policy is now everybody else's.
    const used = await runOverture(["policy", "use", "rules", "--site", siteKey], environment);
    expect(used.stdout).toMatch(
      /visitors of the experiment talk keep the policy of their arm \(.*rules: rules\)/,
    );
    const listed = await runOverture(["policy", "list", "--site", siteKey], environment);
    expect(listed.stdout).toMatch(/\* rules .*arm rules of the experiment talk/);

    const shrunk = await experiment("ramp", "talk", "--coverage", "0.05");
    expect(shrunk).toMatchObject({ code: 1, stdout: "" });
    expect(shrunk.stderr).toMatch(/only grows.*pause it.*\(experiment\/coverage-shrinks\)/);
    const stopped = await experiment(
      "stop",
      "talk",
      "--arm",
      "rules",
      "--ship",
      "--note",
      "faster",
      "--by",
      "mara",
    );
    expect(stopped.stdout).toContain(`overture experiment unship talk --site ${siteKey}`);
    expect(await json("unship", "talk")).toMatchObject({
      experiment: { decision: { arm: "rules", shipped: null } },
    });
    const changes = await experiment("changes", "talk");
    expect(changes.stdout).toMatch(/stopped by mara {2}arm rules, note faster/);
    expect((await json("list", "--state", "stopped")).map(({ key }: { key: string }) => key)).toEqual([
      "talk",
    ]);
  }, 90_000);

  it("[EXP-11] takes a plan from a file, with options in place of its parts", async () => {
    const file = join(folder, "plan.json");
    const plan = {
      arms: ["as-is", "quiet"],
      metrics: ["revenue"],
      minimumEffect: 150,
      plannedVisitors: 20_000,
    };
    writeFileSync(file, JSON.stringify(plan));
    const { experiment: kept } = await json(
      "create",
      "--file",
      file,
      "--minimum-effect",
      "2.50",
      "--visitors",
      "9000",
    );
    // Money is in minor units in plans, and as people write it in options.
    expect(kept).toMatchObject({
      key: "as-is-or-quiet",
      plan: { minimumEffect: 250, plannedVisitors: 9_000 },
    });
    expect((await json("size", "--file", file)).needs).toEqual({ sequential: null, fixed: null });
    writeFileSync(file, "{");
    expect((await experiment("create", "--file", file)).stderr).toContain("no plan");
  }, 60_000);

  it("[EXP-11] says in a line all that is wrong, and the way out", async () => {
    const refused = await experiment("create", "--arms", "sociable,chatty", "--metric", "conversion");
    expect(refused.code).toBe(1);
    expect(refused.stderr.trim().split("\n")).toHaveLength(1);
    expect(refused.stderr).toMatch(/“chatty”.*quiet.*\(plan\/preset-unknown\)/);
    for (const wrong of [
      ["create", "--arms", "sociable,quiet", "--metric", "luck", "--visitors", "10"],
      ["create", "--arms", "sociable,quiet", "--metric", "conversion", "--minimum-effect", "a lot"],
      ["create", "--arms", "sociable,quiet", "--metric", "conversion"],
      ["start", "none"],
      ["list", "--state", "asleep"],
    ])
      expect(await experiment(...wrong)).toMatchObject({
        code: 1,
        stdout: "",
        stderr: expect.stringMatching(/^overture: .{20,}\n$/),
      });
  }, 60_000);
});
