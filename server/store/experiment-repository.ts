/**
 * Experiments and what was done with them. Each action checks, changes and is written down in one transaction that holds the
 * site's row, so that of two actions at once the second one sees what the first has made.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import {
  armsLeft,
  mayArchive,
  mayChange,
  mayDelete,
  mayPause,
  mayRamp,
  mayResume,
  mayShip,
  mayStart,
  mayStop,
  mayUnship,
} from "../experiment/life-cycle.ts";
import type { Experiment, ExperimentBook } from "../experiment/ports.ts";
import { type Outcome, refused } from "../experiment/refusal.ts";
import { changedSince, describeSettings, replacementBy } from "../experiment/site-defaults.ts";
import { frozenArms, quarrelOf, shareVisitors } from "../experiment/treatments.ts";
import {
  carryOut,
  type Deed,
  holdFigures,
  isUnderWay,
  lock,
  storable,
  underWay,
  withExperiment,
  write,
} from "./change-experiment.ts";
import type { Database } from "./database.ts";
import { experimentReader } from "./experiment-reader.ts";
import { defaultsOf, experimentOf, trafficOf } from "./experiment-rows.ts";
import { experiments } from "./schema.ts";
import { putDefaults, storedDefaults } from "./ship-arm.ts";
import { storableText } from "./storable-json.ts";

export function experimentRepository(database: Database): ExperimentBook {
  const { query } = database;
  return {
    ...experimentReader(database),
    create: (siteId, { key, name, plan }, by) =>
      query.transaction(async (transaction) => {
        const [row] = await transaction
          .insert(experiments)
          .values({
            id: randomUUID(),
            siteId,
            key,
            name: storableText(name),
            plan: storable(plan),
            seed: newSeed(),
            state: "draft",
            coverage: 0,
          })
          .onConflictDoNothing()
          .returning();
        if (!row)
          return refused(
            "experiment/key-taken",
            `The site has an experiment “${key}” already; give this one another key.`,
          );
        await write(transaction, row.id, by, "created", { name, plan });
        return { ok: true, experiment: experimentOf(row) };
      }),
    change: (siteId, key, { name, plan }, by) =>
      act(siteId, key, by, (experiment) => {
        const permission = mayChange(experiment);
        if (!permission.ok) return permission;
        const set = {
          ...(name !== undefined && { name: storableText(name) }),
          ...(plan && { plan: storable(plan) }),
        };
        return { ok: true, deed: { action: "changed", set, detail: set } };
      }),
    remove: (siteId, key) =>
      withExperiment<{ experiment: Experiment }>(query, siteId, key, async (transaction, row) => {
        const experiment = experimentOf(row);
        const permission = mayDelete(experiment);
        if (!permission.ok) return permission;
        await transaction.delete(experiments).where(eq(experiments.id, row.id));
        return { ok: true, experiment };
      }),
    start: (siteId, key, coverage, by) =>
      withExperiment<{ experiment: Experiment; interacting: string[] }>(
        query,
        siteId,
        key,
        async (transaction, row, site) => {
          const permission = mayStart(experimentOf(row), coverage);
          if (!permission.ok) return permission;
          const plan = { ...row.plan, arms: frozenArms(row.plan.arms, defaultsOf(site)) };
          const others = await underWay(transaction, siteId);
          const traffic = { key, ...plan };
          for (const other of others) {
            const quarrel = quarrelOf(traffic, trafficOf(other));
            if (quarrel.length > 0) return overlapRefusal(other.key, quarrel);
          }
          const interacting = others
            .filter((other) => shareVisitors(traffic, trafficOf(other)))
            .map((other) => other.key);
          const deed: Deed = {
            action: "started",
            set: { state: "running", plan, coverage, startedAt: new Date() },
            detail: { coverage, plan, interacting },
          };
          return { ok: true, experiment: await carryOut(transaction, row.id, by, deed), interacting };
        },
      ),
    ramp: (siteId, key, coverage, by) =>
      act(siteId, key, by, (experiment) => {
        const permission = mayRamp(experiment, coverage);
        if (!permission.ok) return permission;
        return {
          ok: true,
          deed: { action: "ramped", set: { coverage }, detail: { from: experiment.coverage, to: coverage } },
        };
      }),
    pause: (siteId, key, by, note) =>
      act(siteId, key, by, (experiment) => {
        const permission = mayPause(experiment);
        return permission.ok
          ? { ok: true, deed: { action: "paused", set: { state: "paused" }, detail: note ? { note } : {} } }
          : permission;
      }),
    resume: (siteId, key, by) =>
      act(siteId, key, by, (experiment) => {
        const permission = mayResume(experiment);
        return permission.ok
          ? { ok: true, deed: { action: "resumed", set: { state: "running" } } }
          : permission;
      }),
    stop: (siteId, key, { arm, verdict, note, by }) =>
      withExperiment<{ experiment: Experiment }>(query, siteId, key, async (transaction, row) => {
        const permission = mayStop(experimentOf(row), arm);
        if (!permission.ok) return permission;
        const decision = storable({ arm, verdict, note, by, shipped: null });
        const deed: Deed = {
          action: "stopped",
          set: { state: "stopped", stoppedAt: await holdFigures(transaction, siteId), decision },
          detail: { arm, verdict, note },
        };
        return { ok: true, experiment: await carryOut(transaction, row.id, by, deed) };
      }),
    archive: (siteId, key, by) =>
      act(siteId, key, by, (experiment) => {
        const permission = mayArchive(experiment);
        return permission.ok
          ? { ok: true, deed: { action: "archived", set: { state: "archived" } } }
          : permission;
      }),
    halt: (experimentId, halt) =>
      query.transaction(async (transaction) => {
        const [found] = await transaction.select().from(experiments).where(eq(experiments.id, experimentId));
        if (!found) return null;
        const locked = await lock(transaction, found.siteId, found.key);
        if (!locked || !isUnderWay(locked.row)) return null;
        const { row } = locked;
        if (row.halts.some(({ arm }) => arm === halt.arm)) return experimentOf(row);
        const halts = [...row.halts, halt];
        const by = "guardrail";
        const halted = await carryOut(transaction, row.id, by, {
          action: "halted",
          set: { halts },
          detail: { ...halt },
        });
        if (row.state !== "running" || armsLeft(halted).length >= 2) return halted;
        const note = "Fewer than two arms are left to compare.";
        return carryOut(transaction, row.id, by, {
          action: "paused",
          set: { state: "paused" },
          detail: { note },
        });
      }),
    ship: (siteId, key, { arm, by, isForced }) =>
      withExperiment<{ experiment: Experiment }>(query, siteId, key, async (transaction, row, site) => {
        const permission = mayShip(experimentOf(row), arm, isForced);
        if (!permission.ok) return permission;
        const { decision, plan } = row;
        const chosen = plan.arms.find((one) => one.key === (arm ?? decision?.arm));
        if (!decision || !chosen) throw new Error("an arm that may be shipped is there");
        const stored = storedDefaults(site);
        const replacement = replacementBy(chosen.treatment, stored, defaultsOf(site).initiative);
        const why = `shipped by the experiment ${key}`;
        await putDefaults(transaction, site, replacement.after, { why, by });
        const shipped = { arm: chosen.key, at: new Date().toISOString(), by, ...replacement };
        const deed: Deed = {
          action: "shipped",
          set: { decision: { ...decision, arm: chosen.key, shipped } },
          detail: { ...shipped, isForced },
        };
        return { ok: true, experiment: await carryOut(transaction, row.id, by, deed) };
      }),
    unship: (siteId, key, { by, isForced }) =>
      withExperiment<{ experiment: Experiment }>(query, siteId, key, async (transaction, row, site) => {
        const permission = mayUnship(experimentOf(row));
        if (!permission.ok) return permission;
        const { decision } = row;
        if (!decision?.shipped) throw new Error("what may be undone was shipped");
        const { shipped } = decision;
        const changed = changedSince(shipped, storedDefaults(site));
        if (changed.length > 0 && !isForced)
          return refused(
            "ship/settings-changed",
            `The settings were changed since “${shipped.arm}” was shipped: they were made ${describeSettings(shipped.after)}, and are ${describeSettings(pick(storedDefaults(site), changed))} now. Undoing puts back ${describeSettings(shipped.before)}; force it if that is what you want.`,
          );
        await putDefaults(transaction, site, shipped.before, { why: `undone: the experiment ${key}`, by });
        const deed: Deed = {
          action: "unshipped",
          set: { decision: { ...decision, shipped: null } },
          detail: { arm: shipped.arm, restored: shipped.before, isForced },
        };
        return { ok: true, experiment: await carryOut(transaction, row.id, by, deed) };
      }),
  };

  /** For what changes the experiment alone. */
  function act(
    siteId: string,
    key: string,
    by: string,
    decide: (experiment: Experiment) => Outcome<{ deed: Deed }>,
  ): Promise<Outcome<{ experiment: Experiment }>> {
    return withExperiment<{ experiment: Experiment }>(query, siteId, key, async (transaction, row) => {
      const decided = decide(experimentOf(row));
      if (!decided.ok) return decided;
      return { ok: true, experiment: await carryOut(transaction, row.id, by, decided.deed) };
    });
  }
}

function overlapRefusal(other: string, quarrel: readonly string[]) {
  return refused(
    "experiment/overlaps",
    `“${other}” is under way and decides the same for the same visitors (${quarrel.join(", ")}), so neither result could be trusted. Stop it first, or give both plans one namespace with ranges that don't overlap, such as 0 to 0.5 and 0.5 to 1, before they start.`,
  );
}

function newSeed(): string {
  return randomBytes(12).toString("base64url");
}

function pick<Shape extends object>(shape: Shape, keys: readonly (keyof Shape)[]): Partial<Shape> {
  return Object.fromEntries(keys.map((key) => [key, shape[key]])) as Partial<Shape>;
}
