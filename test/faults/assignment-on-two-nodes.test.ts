/** The bench of the same name with fewer visitors: two processes on one database, one of them killed in the middle. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { assignVisitors } from "../../bench/experiments-assignment.ts";
import { untilStopped } from "../support/embedded-server.ts";

const VISITORS = 2_000;

it("[EXP-1] [EXP-2] gives every visitor one arm and one exposure, through a kill, a second node and a ramp", async () => {
  const folder = mkdtempSync(join(tmpdir(), "overture-assignment-"));
  // Started by root, the database runs under an account that must be able to enter.
  chmodSync(folder, 0o755);
  try {
    const { experiments, inBothExclusive } = await assignVisitors(VISITORS, folder);
    expect(inBothExclusive).toBe(0);
    expect(experiments[0]?.exposed).toBe(VISITORS);
    expect((experiments[1]?.exposed ?? 0) + (experiments[2]?.exposed ?? 0)).toBe(VISITORS);
    for (const { key, arms, p, inTwoArms, repeated, missed } of experiments) {
      expect({ key, inTwoArms, repeated, missed }).toEqual({ key, inTwoArms: 0, repeated: 0, missed: 0 });
      expect(p).toBeGreaterThan(0.01);
      for (const { weight, exposed } of arms) expect(exposed > 0).toBe(weight > 0);
    }
  } finally {
    await untilStopped(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
