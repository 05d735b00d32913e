/**
 * The scheduler: mask, policy and chance choose one to three strategies, then `yield` [STR-1]. Pure: the same state,
 * outlook and chance give the same decision.
 */
import type { DecisionRecord, DecisionStep } from "../dialogue/events.ts";
import { planTalk } from "../dialogue/follow-talk.ts";
import { categorySought } from "../dialogue/sought.ts";
import type { DialogueState } from "../dialogue/state.ts";
import { STRATEGIES, type Strategy } from "../dialogue/strategies.ts";
import type { Talk } from "../dialogue/talk.ts";
import { distribute, offered } from "./distribute.ts";
import { type Features, type Outlook, stepFeatures, tellingFeatures, turnFeatures } from "./features.ts";
import { foresee } from "./foresee.ts";
import { isForbidden, type Masked, NOT_INFORMATIONAL, SWITCHED_OFF } from "./mask.ts";
import type { Policy } from "./policy.ts";
import { STAGES, stageOf } from "./stages.ts";

/** What the situation leaves no choice about: a question has to be answered, cards have to be introduced. */
export interface Obligation {
  /** Any one of these meets it. */
  oneOf: Strategy[];
  because: string;
}

export interface ScheduleRequest extends Omit<Choice, "features" | "talk"> {
  state: DialogueState;
  outlook: Outlook;
  /** By the merchant, for good; left out where nothing is. */
  forbidden?: readonly string[];
}

/** What strategies are chosen from: a situation, and who chooses. */
export interface Choice {
  /** Before the turn holds anything. */
  features: Features;
  /** What was said before the turn. */
  talk: Talk;
  policy: Policy;
  masked: Masked;
  obligations: Obligation[];
  /** The merchant's weights; 1 where absent [STR-4]. */
  weights: Readonly<Record<string, number>>;
  /** Uniform on [0, 1); drawn once per step. */
  chance: () => number;
}

const STRATEGIES_MAX = 3;

export interface Decision {
  /** In the order they are spoken, without the closing `yield`. */
  strategies: Strategy[];
  record: DecisionRecord;
}

export function schedule(request: ScheduleRequest): Decision {
  const { state, policy, masked, obligations, forbidden = [] } = request;
  const features = turnFeatures(state, request.outlook);
  const choice: Choice = { ...request, features, talk: state.talk };
  const steps = chooseStrategies(choice);
  const chosen = steps.map(({ strategy }) => strategy).filter((strategy) => strategy !== "yield");
  const mayUse = (strategy: Strategy) => !isRuledOut(masked[strategy]) && !isForbidden(strategy, forbidden);
  const expectedSuccess = policy.expectedSuccess?.(stepFeatures(features, chosen));
  return {
    strategies: chosen,
    record: {
      policy: policy.name,
      policyVersion: policy.version,
      steps,
      reasons: chosen.map((strategy, place) => reasonFor(choice, chosen.slice(0, place), strategy)),
      expects: foresee(policy, features, chosen, mayUse),
      ...(expectedSuccess === undefined ? {} : { expectedSuccess }),
      obligations,
      phase: state.phase,
      sought: categorySought(state),
    },
  };
}

/** One strategy after the other, until `yield`. The same choice and chance give the same steps. */
export function chooseStrategies(choice: Choice): DecisionStep[] {
  const chosen: Strategy[] = [];
  const steps: DecisionStep[] = [];
  for (;;) {
    const features = stepFeatures(choice.features, chosen);
    const masked = maskStep(choice, chosen);
    const talk = planTalk(choice.talk, chosen);
    const distribution = distribute(choice.policy, features, offered(masked), choice.weights, talk);
    const strategy = draw(distribution, choice.chance());
    const propensity = distribution[strategy] ?? 0;
    steps.push({ strategy, propensity, distribution, masked, features: tellingFeatures(features) });
    if (strategy === "yield") return steps;
    chosen.push(strategy);
  }
}

/** Ruled out for good: what merely has nothing to say now may have something next time. */
function isRuledOut(why: string | undefined): boolean {
  return why === NOT_INFORMATIONAL || why === SWITCHED_OFF;
}

/** The mask of the turn, narrowed to what may come at this point of it. */
function maskStep(request: Pick<Choice, "masked" | "obligations">, chosen: readonly Strategy[]): Masked {
  const masked: Masked = { ...request.masked };
  const pending = pendingObligations(request, chosen);
  const slots = STRATEGIES_MAX - chosen.length;
  const reached = chosen.reduce((stage, strategy) => Math.max(stage, stageIndex(strategy)), -1);
  const next = pending[0];

  for (const strategy of STRATEGIES) {
    if (masked[strategy] !== undefined) continue;
    if (strategy === "yield") {
      if (next) masked.yield = next.because;
      else if (chosen.length === 0) masked.yield = "a turn says something";
    } else if (slots === 0) masked[strategy] = "the turn is full";
    else if (chosen.includes(strategy)) masked[strategy] = "already part of this turn";
    else if (next?.oneOf.includes(strategy)) continue;
    else if (next && (slots <= pending.length || stageIndex(strategy) >= earliest(next.oneOf)))
      masked[strategy] = next.because;
    else if (stageIndex(strategy) <= reached) masked[strategy] = "its place in the turn has passed";
  }
  return masked;
}

/** The weightiest that still fit, in the order of the turn. An obligation none of whose strategies is on offer cannot bind. */
function pendingObligations(
  request: Pick<Choice, "masked" | "obligations">,
  chosen: readonly Strategy[],
): Obligation[] {
  return request.obligations
    .filter((duty) => !duty.oneOf.some((strategy) => chosen.includes(strategy)))
    .map((duty) => ({
      ...duty,
      oneOf: duty.oneOf.filter((strategy) => request.masked[strategy] === undefined),
    }))
    .filter((duty) => duty.oneOf.length > 0)
    .slice(0, STRATEGIES_MAX - chosen.length)
    .sort((a, b) => earliest(a.oneOf) - earliest(b.oneOf));
}

function draw(distribution: Partial<Record<Strategy, number>>, chance: number): Strategy {
  let left = chance;
  let last: Strategy = "yield";
  for (const strategy of STRATEGIES) {
    const probability = distribution[strategy];
    if (probability === undefined || probability === 0) continue;
    last = strategy;
    left -= probability;
    if (left < 0) return strategy;
  }
  // Rounding can leave a crumb of chance; it belongs to the last strategy on offer.
  return last;
}

function reasonFor(choice: Choice, chosen: readonly Strategy[], strategy: Strategy): string {
  const duty = pendingObligations(choice, chosen).find((candidate) => candidate.oneOf.includes(strategy));
  const { policy } = choice;
  const why =
    duty?.because ??
    policy.explain(stepFeatures(choice.features, chosen), strategy, planTalk(choice.talk, chosen))[0] ??
    "a fair draw among what was possible";
  return `${strategy}: ${why}`;
}

const stageIndex = (strategy: Strategy): number => STAGES.indexOf(stageOf(strategy));
const earliest = (strategies: readonly Strategy[]): number => Math.min(...strategies.map(stageIndex));
