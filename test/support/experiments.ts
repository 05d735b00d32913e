/** Experiments for tests and benches, as turns and pages meet them and as the store keeps them. */
import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { Arm, ExperimentPlan, RunningExperiment, Treatment } from "../../server/experiment/plan.ts";

export function arm(key: string, treatment: Treatment = {}, weight = 0.5): Arm {
  return { key, name: key, treatment, weight };
}

export function experiment(part: Partial<RunningExperiment> = {}): RunningExperiment {
  const id = part.id ?? randomUUID();
  return {
    id,
    key: `experiment-${id.slice(0, 8)}`,
    seed: id,
    state: "running",
    coverage: 1,
    arms: [arm("control"), arm("brisk", { mode: "informational" })],
    namespace: null,
    halted: [],
    ...part,
  };
}

/** Puts it into a site as if it had been started there. */
export async function startExperiment(
  sql: postgres.Sql,
  siteId: string,
  part: Partial<RunningExperiment> = {},
): Promise<RunningExperiment> {
  const started = experiment(part);
  const { id, key, seed, state, coverage, arms, namespace, halted } = started;
  const plan: ExperimentPlan = {
    hypothesis: "It makes a difference.",
    arms,
    metrics: [{ metric: "conversion", windowDays: 7 }],
    guardrails: [],
    namespace,
    alpha: 0.05,
    minimumEffect: 0.01,
    power: 0.8,
    plannedVisitors: 10_000,
    purchases: "reported",
    lookbackDays: 0,
  };
  const halts = halted.map((each) => ({ arm: each, metric: "complaint", at: new Date(0), why: "harm" }));
  await sql`
    insert into experiments (id, site_id, key, name, state, plan, seed, coverage, halts, started_at)
    values (${id}, ${siteId}, ${key}, ${key}, ${state}, ${JSON.stringify(plan)}::text::jsonb, ${seed}, ${coverage},
      ${JSON.stringify(halts)}::text::jsonb, now())`;
  return started;
}
