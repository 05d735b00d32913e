/**
 * What turns came to, by how far the talk had come and what was looked for: the share of turns after which the shopper accepted an
 * item, for each strategy in each phase, and the share of conversations that came to it, for each category. Turns after an
 * acceptance are not counted: there was nothing left to win.
 */
import { PHASES, type Phase } from "../dialogue/state.ts";
import { STRATEGIES, type Strategy } from "../dialogue/strategies.ts";
import { ratio, type Share } from "./clustered-ratio.ts";
import type { SituationCounts, TurnSums } from "./ports.ts";

export interface Success {
  turns: number;
  conversations: number;
  /** Null where there is too little to tell [ADM-13]. */
  success: Share | null;
}

export interface StrategySuccess extends Success {
  strategy: Strategy;
  /** The interval lies wholly on one side of the phase's own share. */
  standsOut: "above" | "below" | null;
}

export interface SuccessReport {
  /** Those that came about, in the order of a talk. */
  phases: (Success & { phase: Phase; strategies: StrategySuccess[] })[];
  /** Turns of which no phase was recorded. */
  unrecorded: number;
  /** The most frequent first. */
  kinds: { kind: string; conversations: number; accepted: number; success: Share | null }[];
}

/** Fewer tell nothing that one would act on. */
const TURNS_NEEDED = 30;
const CONVERSATIONS_NEEDED = 20;

export function strategySuccess({ phases, kinds }: SituationCounts): SuccessReport {
  const sumsOf = (phase: Phase | null, strategy: Strategy | null) =>
    phases.find((sums) => sums.phase === phase && sums.strategy === strategy);
  return {
    phases: PHASES.flatMap((phase) => {
      const all = sumsOf(phase, null);
      if (!all) return [];
      const whole = successOf(all);
      const strategies = STRATEGIES.flatMap((strategy) => {
        const sums = sumsOf(phase, strategy);
        if (!sums) return [];
        const own = successOf(sums);
        return [{ strategy, ...own, standsOut: standsOut(own.success, whole.success) }];
      });
      return [{ phase, ...whole, strategies }];
    }),
    unrecorded: sumsOf(null, null)?.n ?? 0,
    kinds: kinds
      .map((each) => ({ ...each, success: successOfTalks(each) }))
      .sort((a, b) => b.conversations - a.conversations || a.kind.localeCompare(b.kind)),
  };
}

function successOf({ n, m, nn, nm, conversations }: TurnSums): Success {
  const sums = { part: m, partSquared: m, cross: nm, whole: n, wholeSquared: nn };
  const isEnough = n >= TURNS_NEEDED && conversations >= CONVERSATIONS_NEEDED;
  return { turns: n, conversations, success: isEnough ? ratio(sums, conversations) : null };
}

/** Each conversation is its own cluster. */
function successOfTalks({ conversations, accepted }: SituationCounts["kinds"][number]): Share | null {
  if (conversations < CONVERSATIONS_NEEDED) return null;
  const sums = { part: accepted, partSquared: accepted, cross: accepted };
  return ratio({ ...sums, whole: conversations, wholeSquared: conversations }, conversations);
}

function standsOut(own: Share | null, whole: Share | null): "above" | "below" | null {
  if (!own || !whole) return null;
  return own.low > whole.value ? "above" : own.high < whole.value ? "below" : null;
}
