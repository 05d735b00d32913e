/** The policy that a file describes: the logits of its models, added up, and their weightiest parts as reasons. */
import { STRATEGIES, type Strategy } from "../../dialogue/strategies.ts";
import type { Talk } from "../../dialogue/talk.ts";
import { effectInWords, reasonsInWords, whatIsMissing } from "../feature-words.ts";
import { encodeFeature, type FeatureName, type Features } from "../features.ts";
import type { Policy, Scores } from "../policy.ts";
import type { PolicyFile, TrainingRecord } from "../policy-file.ts";
import { priorPolicy } from "./inspired.ts";
import { type LinearModel, type LinearWeights, linearModel, softmax } from "./linear-model.ts";
import { drawFrom, meanWeights } from "./posterior.ts";

type ValueWeights = NonNullable<Exclude<PolicyFile["model"], { type: "prior" }>["value"]>;

/** Null when it builds on a policy that is not there. */
export function learnedPolicy(
  file: PolicyFile,
  findBase: (name: string) => Policy | undefined,
): Policy | null {
  const { name, version, model, training } = file;
  if (model.type === "prior") return priorPolicy(name, version, model, training.settings);
  const made = { ...file, value: model.value };
  if (model.type === "linear") return policyWith(made, null, model.linear);
  const base = findBase(model.of);
  if (base === undefined) return null;
  if (model.type === "change") return policyWith(made, base, model.change);
  const draw = drawFrom(model.posterior);
  // A policy file with such a precision was refused.
  if (draw === null) return null;
  return {
    ...policyWith(made, base, meanWeights(model.posterior)),
    draw: (chance) => policyWith(made, base, draw(chance)),
  };
}

function policyWith(
  { name, version, exploration, training, value }: Made,
  base: Policy | null,
  weights: LinearWeights,
): Policy {
  const linear = linearModel(weights);
  return {
    name,
    version,
    // What a base was fitted on is no news to what builds on it.
    training: { ...settings(base), ...training.settings },
    ...(exploration ? { exploration } : {}),
    score: (features, talk) => scoresOf(base, linear, features, talk),
    explain: (features, strategy, talk) => reasons(base, linear, training, features, strategy, talk),
    ...expecting(value, base),
  };
}

/** What builds on a policy and has learned no values of its own expects what that one does. */
function expecting(value: ValueWeights | undefined, base: Policy | null): Pick<Policy, "expectedSuccess"> {
  if (value) return { expectedSuccess: (features) => expectedSuccess(value, features) };
  const inherited = base?.expectedSuccess;
  return inherited ? { expectedSuccess: (features) => inherited(features) } : {};
}

type Made = Pick<PolicyFile, "name" | "version" | "exploration" | "training"> & {
  value: ValueWeights | undefined;
};

function settings(base: Policy | null): NonNullable<Policy["training"]> {
  const dialogues = base?.training?.dialogues;
  return dialogues === undefined ? {} : { dialogues };
}

function scoresOf(
  base: Policy | null,
  linear: LinearModel,
  features: Features,
  talk: Talk | undefined,
): Scores {
  const logits = new Float64Array(STRATEGIES.length);
  if (base) addLogitsOf(base.score(features, talk), logits);
  linear.addLogits(features, logits);
  return softmax(logits);
}

/** What a base policy scores 0 stays possible, barely. */
const LEAST_SCORE = 1e-4;

function addLogitsOf(scores: Scores, logits: Float64Array): void {
  STRATEGIES.forEach((strategy, place) => {
    logits[place] = Math.log(Math.max(scores[strategy] ?? 0, LEAST_SCORE));
  });
}

function expectedSuccess({ features: names, bias, weights }: ValueWeights, features: Features): number {
  let sum = bias;
  for (let f = 0; f < names.length; f++) {
    const name = names[f] as FeatureName;
    const value = features[name];
    if (value !== 0) sum += encodeFeature(name, value) * (weights[f] ?? 0);
  }
  return 1 / (1 + Math.exp(-sum));
}

const REASONS_MAX = 2;

/** One line: what the situation is, and what is known of the act's effect. */
function reasons(
  base: Policy | null,
  linear: LinearModel,
  training: TrainingRecord,
  features: Features,
  strategy: Strategy,
  talk: Talk | undefined,
): string[] {
  const missing = whatIsMissing(features, strategy);
  const spoke = reasonsInWords(linear.contributions(features, strategy)).slice(0, REASONS_MAX);
  const situation = missing === null ? spoke : [missing];
  const effect = training.effects?.strategies[strategy];
  const said = situation.length > 0 ? situation.join(", and ") : base?.explain(features, strategy, talk)[0];
  // What may be chance is not told as knowledge.
  const known =
    effect && training.effects && (effect.low > 0 || effect.high < 0)
      ? effectInWords(strategy, { points: effect.points, of: training.effects.of })
      : null;
  const line = [said, known].filter((part) => part != null).join("; ");
  return line === "" ? [] : [line];
}
