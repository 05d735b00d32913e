/** How long a decision takes, and whether it leaves anything behind [POL-8]. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { heldPreferences } from "../server/dialogue/preferences.ts";
import type { DialogueState } from "../server/dialogue/state.ts";
import { STRATEGIES, type Strategy } from "../server/dialogue/strategies.ts";
import { maskStrategies } from "../server/strategy/mask.ts";
import { findPolicy, POLICY_NAMES } from "../server/strategy/policies/find-policy.ts";
import type { Policy } from "../server/strategy/policy.ts";
import { type ScheduleRequest, schedule } from "../server/strategy/schedule.ts";
import { chanceFrom } from "../server/turn/chance.ts";
import { startTalk } from "../test/support/talk.ts";
import { demoRooms } from "./ledger-scores.ts";
import { spreadOf } from "./measure.ts";
import type { Report } from "./report.ts";

const TIMED = 40_000;
const WARM_UP = 10_000;
const MANY = 1_000_000;

export async function measureDecisions(): Promise<Report> {
  const situations = await recordedSituations();
  const policies = POLICY_NAMES.flatMap((name) => findPolicy(name) ?? []);
  return {
    name: "decisions",
    title: "Decisions",
    sections: [
      {
        title: "Time",
        about:
          `From state to decision record, ${TIMED.toLocaleString("en-US")} each, in ${situations.length} situations of conversations on the demo's catalog: ` +
          "features, mask of each step, up to four draws, reasons, and the steps foreseen. Goal: p99 at most 200 µs.",
        columns: ["policy", "p50 (µs)", "p99 (µs)"],
        rows: policies.map((policy) => {
          const { p50, p99 } = spreadOf(timesOf(policy, situations));
          return [`${policy.name} ${policy.version}`, (p50 * 1_000).toFixed(0), (p99 * 1_000).toFixed(0)];
        }),
      },
      {
        title: "Memory",
        about: `What the heap holds after garbage collection, over ${MANY.toLocaleString("en-US")} decisions of one policy.`,
        columns: ["policy", "before (MB)", "after a tenth (MB)", "after all (MB)"],
        rows: policies.slice(0, 2).map((policy) => memoryRow(policy, situations)),
      },
    ],
  };
}

type Situation = Omit<ScheduleRequest, "policy" | "chance">;

const SAYS = [
  "hi, I'm looking for a tent for two",
  "under $400, and light please",
  "which one would you take?",
  "isn't it too small for tall people?",
  "what do customers say about the first one?",
  "show me something else",
  "not that one",
  "hmm",
  "ok, I'll take the second one",
];

async function recordedSituations(): Promise<Situation[]> {
  const rooms = await demoRooms();
  const situations: Situation[] = [];
  for (const mode of ["sociable", "informational"] as const) {
    const talk = startTalk({ rooms, mode, seed: `decisions-${mode}` });
    await talk.open();
    for (const text of SAYS) {
      await talk.say(text);
      situations.push(...situationsIn(await talk.state(), mode));
    }
  }
  return situations;
}

/** With more and with less to say, as the plan may find. */
function situationsIn(state: DialogueState, mode: "sociable" | "informational"): Situation[] {
  const all = new Set<Strategy>(STRATEGIES);
  const few = new Set<Strategy>(["acknowledgment", "credibility", "opinion-inquiry", "offer-help"]);
  const outlook = { total: 40, bestGain: 1.4, deadEnd: false, silence: false, redirection: null };
  return [all, few].map((plannable) => ({
    state,
    outlook: { ...outlook, cards: Math.min(3, heldPreferences(state.preferences).length) },
    masked: maskStrategies(mode, state, plannable, []),
    obligations: [],
    weights: {},
  }));
}

function timesOf(policy: Policy, situations: readonly Situation[]): number[] {
  const chance = chanceFrom(policy.name);
  const times: number[] = [];
  for (let index = 0; index < WARM_UP + TIMED; index++) {
    const situation = situations[index % situations.length];
    if (!situation) break;
    const startedAt = performance.now();
    schedule({ ...situation, policy, chance });
    if (index >= WARM_UP) times.push(performance.now() - startedAt);
  }
  return times;
}

function memoryRow(policy: Policy, situations: readonly Situation[]): string[] {
  const chance = chanceFrom(policy.name);
  const decide = (count: number) => {
    for (let index = 0; index < count; index++) {
      const situation = situations[index % situations.length];
      if (situation) schedule({ ...situation, policy, chance });
    }
    return heapMegabytes();
  };
  return [policy.name, decide(1_000), decide(MANY / 10), decide((MANY * 9) / 10)].map((cell) =>
    typeof cell === "number" ? cell.toFixed(2) : cell,
  );
}

function heapMegabytes(): number {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}
