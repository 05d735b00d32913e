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
import { type Masked, NOT_INFORMATIONAL, SWITCHED_OFF } from "./mask.ts";
import type { Policy } from "./policy.ts";
import { STAGES, stageOf } from "./stages.ts";

/** What the situation leaves no choice about: a question has to be answered, cards have to be introduced. */
export interface Obligation {
  /** Any one of these meets it. */
  oneOf: Strategy[];
  because: string;
}

export interface ScheduleRequest {
  state: DialogueState;
  outlook: Outlook;
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
  const chosen: Strategy[] = [];
  const steps: DecisionStep[] = [];
  const reasons: string[] = [];
  const atStart = turnFeatures(request.state, request.outlook);

  for (;;) {
    const features = stepFeatures(atStart, chosen);
    const talk = planTalk(request.state.talk, chosen);
    const masked = maskStep(request, chosen);
    const distribution = distribute(request.policy, features, offered(masked), request.weights, talk);
    const strategy = draw(distribution, request.chance());
    const propensity = distribution[strategy] ?? 0;
    steps.push({ strategy, propensity, distribution, masked, features: tellingFeatures(features) });
    if (strategy === "yield") break;
    reasons.push(reasonFor(request, chosen, strategy, features, talk));
    chosen.push(strategy);
  }
  const { name, version } = request.policy;
  const expects = foresee(
    request.policy,
    atStart,
    chosen,
    (strategy) => !isRuledOut(request.masked[strategy]),
  );
  const expectedSuccess = request.policy.expectedSuccess?.(stepFeatures(atStart, chosen));
  return {
    strategies: chosen,
    record: {
      policy: name,
      policyVersion: version,
      steps,
      reasons,
      expects,
      ...(expectedSuccess === undefined ? {} : { expectedSuccess }),
      phase: request.state.phase,
      sought: categorySought(request.state),
    },
  };
}

/** Ruled out for good: what merely has nothing to say now may have something next time. */
function isRuledOut(why: string | undefined): boolean {
  return why === NOT_INFORMATIONAL || why === SWITCHED_OFF;
}

/** The mask of the turn, narrowed to what may come at this point of it. */
function maskStep(request: ScheduleRequest, chosen: readonly Strategy[]): Masked {
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
function pendingObligations(request: ScheduleRequest, chosen: readonly Strategy[]): Obligation[] {
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

function reasonFor(
  request: ScheduleRequest,
  chosen: readonly Strategy[],
  strategy: Strategy,
  features: Features,
  talk: Talk,
): string {
  const duty = pendingObligations(request, chosen).find((candidate) => candidate.oneOf.includes(strategy));
  const why =
    duty?.because ??
    request.policy.explain(features, strategy, talk)[0] ??
    "a fair draw among what was possible";
  return `${strategy}: ${why}`;
}

const stageIndex = (strategy: Strategy): number => STAGES.indexOf(stageOf(strategy));
const earliest = (strategies: readonly Strategy[]): number => Math.min(...strategies.map(stageIndex));
