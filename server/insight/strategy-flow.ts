/** How strategies follow one another: within a turn, and from the last one of a turn to the first of the next. */
import { STRATEGIES, type Strategy } from "../dialogue/strategies.ts";
import type { TurnPair } from "./ports.ts";

export interface Step {
  /** Null for where a turn begins. */
  from: Strategy | null;
  /** Null for where a turn or the conversation ends. */
  to: Strategy | null;
  times: number;
}

export interface StrategyFlow {
  turns: number;
  /** Every turn is one way from its beginning to its end. */
  within: Step[];
  /** From turn to turn; the shopper has spoken, or was silent, in between. The first turn of a conversation comes from nowhere. */
  across: Step[];
}

/** Only what came about, in the order of the strategies. */
export function strategyFlow(pairs: readonly TurnPair[]): StrategyFlow {
  const within = new Map<string, Step>();
  const across = new Map<string, Step>();
  let turns = 0;
  for (const { strategies, next, isFirst, times } of pairs) {
    turns += times;
    const acts = actsOf(strategies);
    for (let place = 0; place <= acts.length; place++)
      add(within, acts[place - 1] ?? null, acts[place] ?? null, times);
    const last = acts.at(-1) ?? null;
    if (isFirst && acts[0] !== undefined) add(across, null, acts[0], times);
    if (last !== null) add(across, last, next === null ? null : (actsOf(next)[0] ?? null), times);
  }
  return { turns, within: inOrder(within), across: inOrder(across) };
}

function actsOf(strategies: readonly Strategy[]): Strategy[] {
  return strategies.filter((strategy) => strategy !== "yield");
}

function add(steps: Map<string, Step>, from: Strategy | null, to: Strategy | null, times: number): void {
  const key = `${from} ${to}`;
  const step = steps.get(key);
  if (step) step.times += times;
  else steps.set(key, { from, to, times });
}

function inOrder(steps: Map<string, Step>): Step[] {
  const place = (strategy: Strategy | null) => (strategy === null ? -1 : STRATEGIES.indexOf(strategy));
  return [...steps.values()].sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to));
}
