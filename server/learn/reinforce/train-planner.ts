/**
 * Trains the planner by self-play [POL-4]: talks are held in batches, each with the planner as it then is, and each improves
 * it a little. Everything follows from the seed and the settings, so a run can be had again, and one that was cut off goes on
 * from its last checkpoint as if nothing had been.
 */
import { STRATEGIES } from "../../dialogue/strategies.ts";
import { FEATURE_NAMES } from "../../strategy/features.ts";
import { POLICY_FORMAT, type PolicyFile } from "../../strategy/policy-file.ts";
import { effectsOf } from "./effects.ts";
import { type Experience, experienceOf, type LivedTalk } from "./experience.ts";
import { type Change, type ImproveSettings, improve, newChange, ROW } from "./improve.ts";
import { correct, type LinearValue, logistic, newValue, predicted } from "./linear-value.ts";

export interface TrainSettings extends ImproveSettings {
  episodes: number;
  batch: number;
  seed: string;
  /** The shipped policy that is improved, and what the result is called. */
  of: string;
  name: string;
  version: string;
  /** Who was played by which model, in words; left out where nobody was. */
  playedBy?: string;
}

export const TRAIN_DEFAULTS = {
  batch: 100,
  rate: 0.03,
  entropy: 0.1,
  spread: 0.3,
  leash: 0.05,
  lambda: 0.9,
} as const;

export interface CurvePoint {
  episodes: number;
  /** Of the batch. */
  success: number;
  reward: number;
  turns: number;
  actEntropy: number;
  divergence: number;
}

/** Everything a run has come to; plain data. */
export interface Progress {
  settings: TrainSettings;
  done: number;
  change: Change;
  baseline: LinearValue;
  /** Expects success on the scale of logits: of a situation with what was chosen, and before. */
  success: LinearValue;
  prospects: LinearValue;
  curve: CurvePoint[];
}

export interface TrainPorts {
  /** Holds these talks with the policy, in the order of the seeds. */
  play(policy: PolicyFile, seeds: readonly string[]): Promise<LivedTalk[]>;
  /** After each batch. */
  onProgress(progress: Progress): Promise<void> | void;
  /** ISO 8601; of the training record. */
  at: string;
  /** What it is trained with, in words. */
  data: string;
}

export function beginTraining(settings: TrainSettings): Progress {
  return {
    settings,
    done: 0,
    change: newChange(),
    baseline: newValue(),
    success: newValue(),
    prospects: newValue(),
    curve: [],
  };
}

/** Goes on from where `progress` is, changes it in place, and gives the trained policy. */
export async function trainPlanner(progress: Progress, ports: TrainPorts): Promise<PolicyFile> {
  const { settings } = progress;
  while (progress.done < settings.episodes) {
    const size = Math.min(settings.batch, settings.episodes - progress.done);
    const seeds = Array.from({ length: size }, (_, index) => `${settings.seed}/${progress.done + index}`);
    const talks = await ports.play(plannerFile(progress, ports), seeds);
    const batch = talks.map(experienceOf);
    const { actEntropy, divergence } = improve(progress.change, progress.baseline, batch, settings);
    for (const experience of batch) learnSuccess(experience, progress);
    progress.done += size;
    progress.curve.push({ episodes: progress.done, ...outcomesOf(talks), actEntropy, divergence });
    await ports.onProgress(progress);
  }
  return plannerFile(progress, ports);
}

/**
 * What each act is worth, judged on talks of their own: `talks` are held with the finished planner on seeds it was not
 * trained with.
 */
export function withEffects(
  file: PolicyFile,
  { prospects }: Progress,
  talks: readonly LivedTalk[],
): PolicyFile {
  const strategies = effectsOf(talks.map(experienceOf), prospects);
  return { ...file, training: { ...file.training, effects: { of: "simulated", strategies } } };
}

function learnSuccess({ turns, success }: Experience, progress: Progress): void {
  for (const { situation, decided } of turns) {
    const target = success ? 1 : 0;
    correct(progress.success, decided, target - logistic(predicted(progress.success, decided)));
    correct(progress.prospects, situation, target - logistic(predicted(progress.prospects, situation)));
  }
}

function outcomesOf(talks: readonly LivedTalk[]): Pick<CurvePoint, "success" | "reward" | "turns"> {
  const mean = (of: (talk: LivedTalk) => number) =>
    talks.reduce((sum, talk) => sum + of(talk), 0) / Math.max(1, talks.length);
  return {
    success: mean(({ success }) => (success ? 1 : 0)),
    reward: mean(({ total }) => total),
    turns: mean(({ decisions }) => decisions.length),
  };
}

/** The planner as it now is. Weights are rounded, so that a file reads the same on every machine. */
export function plannerFile(
  { settings, done, change, success, curve }: Progress,
  { at, data }: Pick<TrainPorts, "at" | "data">,
): PolicyFile {
  const { name, version, seed, of, batch, rate, entropy, spread, leash, lambda } = settings;
  const last = curve.slice(-5);
  const late = (of: (point: CurvePoint) => number) =>
    last.length === 0 ? null : rounded(last.reduce((sum, point) => sum + of(point), 0) / last.length);
  return {
    format: POLICY_FORMAT,
    name,
    version,
    model: {
      type: "change",
      of,
      change: {
        strategies: [...STRATEGIES],
        features: [...FEATURE_NAMES],
        bias: STRATEGIES.map((_, s) => rounded(change.weights[s * ROW + ROW - 1] ?? 0)),
        weights: STRATEGIES.map((_, s) =>
          Array.from(change.weights.subarray(s * ROW, s * ROW + ROW - 1), rounded),
        ),
      },
      value: {
        features: [...FEATURE_NAMES],
        bias: rounded(success.weights.at(-1) ?? 0),
        weights: Array.from(success.weights.subarray(0, -1), rounded),
      },
    },
    training: {
      by: "self-play",
      at,
      seed,
      data,
      settings: { episodes: done, batch, rate, entropy, spread, leash, lambda },
      figures: {
        success: late((point) => point.success),
        turns: late((point) => point.turns),
        actEntropy: late((point) => point.actEntropy),
        divergence: late((point) => point.divergence),
      },
      ...(curve.length > 1 && { curve: thinned(curve) }),
    },
  };
}

const CURVE_POINTS = 60;

/** Neighbouring batches are told by their mean, so that a long run's record stays small. */
function thinned(curve: readonly CurvePoint[]): NonNullable<PolicyFile["training"]["curve"]> {
  const size = Math.ceil(curve.length / CURVE_POINTS);
  return Array.from({ length: Math.ceil(curve.length / size) }, (_, place) => {
    const points = curve.slice(place * size, (place + 1) * size);
    const mean = (of: (point: CurvePoint) => number) =>
      rounded(points.reduce((sum, point) => sum + of(point), 0) / points.length);
    return {
      episodes: points.at(-1)?.episodes ?? 0,
      success: mean(({ success }) => success),
      turns: mean(({ turns }) => turns),
      actEntropy: mean(({ actEntropy }) => actEntropy),
    };
  });
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
