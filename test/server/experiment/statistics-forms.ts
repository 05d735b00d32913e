/** From a vector's form to our functions and back. Fields a vector leaves out have the defaults of the source it comes from. */
import {
  bestArmChances,
  bestShareChances,
  posteriorOf,
  weightsOverContexts,
  withFloor,
} from "../../../server/experiment/statistics/bandit.ts";
import { bayesianResult, riskOf } from "../../../server/experiment/statistics/bayesian.ts";
import { sequenceRho, sequenceTest } from "../../../server/experiment/statistics/confidence-sequence.ts";
import { pooledTheta } from "../../../server/experiment/statistics/cuped.ts";
import type { Scale } from "../../../server/experiment/statistics/difference.ts";
import {
  betaCdf,
  betaQuantile,
  chiSquareUpper,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
} from "../../../server/experiment/statistics/distributions.ts";
import { exposureHealth } from "../../../server/experiment/statistics/exposures.ts";
import type { MeanSums, MetricSums, RatioSums } from "../../../server/experiment/statistics/moments.ts";
import { emptyMeanSums, withUnit } from "../../../server/experiment/statistics/moments.ts";
import { mixtureTest } from "../../../server/experiment/statistics/msprt.ts";
import {
  adjustedInterval,
  benjaminiHochberg,
  holm,
} from "../../../server/experiment/statistics/multiplicity.ts";
import { estimateOffPolicy } from "../../../server/experiment/statistics/off-policy.ts";
import {
  detectableLift,
  powerOf,
  proportionMoments,
  unitsPerArm,
} from "../../../server/experiment/statistics/power.ts";
import { bayesianPower } from "../../../server/experiment/statistics/power-bayesian.ts";
import { remainingUnits } from "../../../server/experiment/statistics/remaining-units.ts";
import type { Interval, Reason, Tail } from "../../../server/experiment/statistics/result.ts";
import { checkRatio, watchRatio } from "../../../server/experiment/statistics/srm.ts";
import { statsigInterval } from "../../../server/experiment/statistics/statsig.ts";
import { welchTest } from "../../../server/experiment/statistics/welch.ts";
import { capOf, capped } from "../../../server/experiment/statistics/winsorise.ts";
import type { Form } from "./vector-forms.ts";

// biome-ignore lint/suspicious/noExplicitAny: what a file of vectors holds is checked by comparing what comes of it.
type Loose = any;

export const STATISTICS_FORMS: Record<string, Form> = {
  ttest_two_sided: { rules: "EXP-5", run: welch },
  ttest_one_sided: { rules: "EXP-8", run: welch },
  degenerate: { rules: "EXP-10", run: welch },
  sequential_ci: { rules: "EXP-6", run: sequence },
  sequential_one_sided: { rules: "EXP-6, EXP-8", run: sequence },
  sequential_rho: {
    rules: "EXP-6",
    run: ({ alpha, tuning_parameter, two_sided = true }) => ({
      rho: sequenceRho({ alpha, plannedUnits: tuning_parameter, tail: two_sided ? "two-sided" : "greater" }),
    }),
  },
  msprt: {
    rules: "EXP-6",
    run: ({ estimate, variance_of_estimate, tau, alpha }) => {
      const test = mixtureTest(estimate, { variance: variance_of_estimate, tau, alpha });
      return {
        likelihood_ratio: test.likelihoodRatio,
        p: test.p,
        halfwidth: test.halfWidth,
        ci: ends(test.interval),
      };
    },
  },
  sequential_statsig: {
    rules: "EXP-6",
    run: ({ estimate, var_c, n_c, var_t, n_t, alpha }) => {
      const control = { units: n_c, variance: var_c };
      const treatment = { units: n_t, variance: var_t };
      const { critical, tau, interval } = statsigInterval(estimate, control, treatment, alpha);
      return { z_star: critical, tau, ci: ends(interval) };
    },
  },
  bayesian: { rules: "EXP-6", run: bayesian },
  risk: {
    rules: "EXP-6",
    run: ({ mu, sigma }) => {
      const { control, treatment } = riskOf(mu, sigma);
      return { risk_control: control, risk_treatment: treatment };
    },
  },
  srm: {
    rules: "EXP-7",
    run: ({ observed, weights }) => {
      const { chiSquare, degreesOfFreedom, p } = checkRatio(observed, weights);
      return { chi2: chiSquare, df: degreesOfFreedom, p };
    },
  },
  srm_sequential: {
    rules: "EXP-7",
    run: ({ batches, null_probabilities, dirichlet_concentration, dirichlet_alpha }) => {
      const watches = watchRatio(batches, {
        weights: null_probabilities,
        ...(dirichlet_concentration && { concentration: dirichlet_concentration }),
        ...(dirichlet_alpha && { alternative: dirichlet_alpha }),
      });
      return {
        log_bayes_factor: watches.map(({ logBayesFactor }) => logBayesFactor),
        p: watches.map(({ p }) => p),
      };
    },
  },
  multiple_exposures: {
    rules: "EXP-2",
    run: ({ multi, total, min_total, min_share }) => ({
      status: exposureHealth(multi, total, { unitsLeast: min_total, shareMost: min_share }),
    }),
  },
  cuped: { rules: "EXP-8", run: cuped },
  cuped_ratio: { rules: "EXP-8", run: cuped },
  cuped_theta: {
    rules: "EXP-8",
    run: ({ post, pre, pooled_twice }) => {
      const arm = (post as number[]).reduce(
        (sums, value, unit) => withUnit(sums, value, pre[unit]),
        emptyMeanSums("mean", true),
      );
      return { theta: pooledTheta(arm, pooled_twice === false ? emptyMeanSums("mean", true) : arm) };
    },
  },
  delta_variance: { rules: "EXP-5", run: deltaVariance },
  power: {
    rules: "EXP-9",
    run: (input) => ({
      power: powerOf(input.effect, input.n_total, {
        ...powerSettings(input),
        oneSided: input.two_sided === false,
      }),
    }),
  },
  mde: {
    rules: "EXP-9",
    run: (input) => ({ mde: detectableLift(input.power, input.n_total, powerSettings(input)) }),
  },
  power_bayesian: {
    rules: "EXP-9",
    run: ({ effect, mean, variance, n_per_variation, alpha, prior, relative = true }) => ({
      power: bayesianPower(effect, {
        mean,
        variance,
        unitsPerArm: n_per_variation,
        alpha,
        prior: priorOf(prior),
        scale: scaleOf(relative),
      }),
    }),
  },
  sample_size: {
    rules: "EXP-9",
    run: ({ baseline, relative_mde, power, alpha, arms = 2 }) => {
      const settings = { ...proportionMoments(baseline), alpha, arms, plannedUnits: null };
      return { n_per_arm: unitsPerArm(relative_mde, power, settings) };
    },
  },
  mid_experiment_power: { rules: "EXP-9", run: midExperimentPower },
  p_adjust: {
    rules: "EXP-8",
    run: ({ p, method }) => ({
      adjusted: /^(bh|benjamini|fdr)/.test(method) ? benjaminiHochberg(p) : holm(p),
    }),
  },
  adjusted_ci: {
    rules: "EXP-8",
    run: ({ lift, adjusted_p, alpha }) => {
      const interval = adjustedInterval(lift, adjusted_p, alpha);
      return { ci: interval && ends(interval) };
    },
  },
  bandit_floor: {
    rules: "EXP-3",
    run: ({ weights, min_weight }) => ({ weights: withFloor(weights, min_weight) }),
  },
  bandit_thompson: { rules: "EXP-3", run: thompson },
  bandit_beta: {
    rules: "EXP-3",
    run: ({ arms, prior }) => {
      const counted = arms.map(({ success, failure }: Loose) => ({ successes: success, failures: failure }));
      const { chances, means } = bestShareChances(counted, prior ?? undefined);
      return { best_arm_probability: chances, posterior_mean: means };
    },
  },
  contextual_weights: {
    rules: "EXP-3",
    run: ({ contexts }) => ({
      weights: weightsOverContexts(contexts.map(({ n, weights }: Loose) => ({ units: n ?? [], weights }))),
    }),
  },
  ope: { rules: "EXP-11", run: offPolicy },
  winsorize: {
    rules: "EXP-4",
    run: ({ values, percentile, ignore_zeros = false, absolute_cap }) => {
      const cap = absolute_cap ?? capOf(values, { percentile, ignoresZeros: ignore_zeros });
      const under = (values as number[]).map((value) => capped(value, cap));
      return { cap, capped: under, sum: under.reduce((sum, value) => sum + value, 0) };
    },
  },
  dist: { rules: "EXP-10", run: distribution },
};

function welch(input: Loose) {
  const test = welchTest(sumsOf(input.control), sumsOf(input.treatment), {
    scale: input.difference ?? "relative",
    alpha: input.alpha ?? 0.05,
    tail: tailOf(input.tail),
  });
  return {
    estimate: test.estimate,
    se: test.standardError,
    df: test.degreesOfFreedom,
    t: test.t,
    p: test.p,
    ci: ends(test.interval),
    error: errorOf(test.reason),
  };
}

function sequence(input: Loose) {
  const test = sequenceTest(sumsOf(input.control), sumsOf(input.treatment), {
    scale: input.difference ?? "relative",
    alpha: input.alpha ?? 0.05,
    tail: tailOf(input.tail),
    plannedUnits: input.tuning_parameter ?? input.sequential_tuning_parameter ?? 5000,
  });
  return {
    estimate: test.estimate,
    se: test.standardError,
    rho: test.rho,
    halfwidth: test.halfWidth,
    ci: ends(test.interval),
    p: test.p,
    error: errorOf(test.reason),
  };
}

function bayesian(input: Loose) {
  const result = bayesianResult(sumsOf(input.control), sumsOf(input.treatment), {
    scale: input.difference ?? "relative",
    alpha: input.alpha ?? 0.05,
    prior: priorOf(input.prior),
    lessIsBetter: input.inverse ?? false,
  });
  return {
    mean: result.mean,
    stddev: result.standardDeviation,
    chance_to_win: result.chanceToWin,
    ci: ends(result.interval),
    risk_control: result.risk.control,
    risk_treatment: result.risk.treatment,
    error: errorOf(result.reason),
  };
}

function cuped(input: Loose) {
  const [control, treatment] = [sumsOf(input.control), sumsOf(input.treatment)];
  const options = {
    scale: (input.difference ?? "relative") as Scale,
    alpha: input.alpha ?? 0.05,
    tail: tailOf(input.tail),
    ...(typeof input.theta === "number" && { theta: input.theta }),
  };
  const plannedUnits = input.sequential_tuning_parameter ?? input.tuning_parameter ?? null;
  const test = welchTest(control, treatment, options);
  const { difference } = test;
  const decided =
    plannedUnits === null ? test : sequenceTest(control, treatment, { ...options, plannedUnits });
  return {
    estimate: decided.estimate,
    se: decided.standardError,
    df: test.degreesOfFreedom,
    t: test.t,
    ...("rho" in decided && { rho: decided.rho, halfwidth: decided.halfWidth }),
    p: decided.p,
    ci: ends(decided.interval),
    theta: difference.theta,
    adjusted_mean_control: difference.adjustedControlMean,
    adjusted_mean_treatment: difference.adjustedTreatmentMean,
    adjusted_var_control: difference.adjustedControlVariance,
    adjusted_var_treatment: difference.adjustedTreatmentVariance,
    unadjusted_mean_control: difference.controlMean,
    unadjusted_mean_treatment: difference.treatmentMean,
    error: errorOf(test.reason),
  };
}

/** The vector gives means and variances per unit; sums with just these are made of them. */
function deltaVariance({ mean_a, var_a, n_a, mean_b, var_b, n_b, relative }: Loose) {
  const sums = (units: number, mean: number, variance: number): MeanSums => ({
    kind: "mean",
    units,
    sum: units * mean,
    sumSquares: (units - 1) * variance + units * mean ** 2,
  });
  const { standardError } = welchTest(sums(n_a, mean_a, var_a), sums(n_b, mean_b, var_b), {
    scale: scaleOf(relative),
    alpha: 0.05,
    tail: "two-sided",
  });
  return { variance: standardError ** 2 };
}

function powerSettings({ mean, variance, alpha, n_variations, sequential_tuning_parameter }: Loose) {
  return { mean, variance, alpha, arms: n_variations, plannedUnits: sequential_tuning_parameter ?? null };
}

function midExperimentPower(input: Loose) {
  const planned = input.sequential_tuning_parameter ?? null;
  const prior = priorOf(input.prior);
  const remaining = remainingUnits({
    variance: input.se2_now,
    units: input.n_now,
    effect: input.target_mde,
    power: input.power,
    alpha: input.alpha,
    tests: (input.num_goal_metrics ?? 1) * ((input.num_variations ?? 2) - 1),
    metrics: input.num_goal_metrics ?? 1,
    decidedBy: prior
      ? { test: "posterior", prior }
      : planned === null
        ? { test: "fixed" }
        : { test: "sequence", plannedUnits: planned },
  });
  return { scaling_factor: remaining.factor, additional_users: remaining.units };
}

function thompson({ arms, prior, inverse = false }: Loose) {
  const posteriors = arms.map((arm: Loose) =>
    posteriorOf(sumsOf(arm), prior?.proper ? priorOf(prior) : null),
  );
  return {
    posterior_mean: posteriors.map((posterior: Loose) => posterior?.mean),
    posterior_variance: posteriors.map((posterior: Loose) => posterior?.variance),
    best_arm_probability: bestArmChances(posteriors, { lessIsBetter: inverse }),
  };
}

function offPolicy({ log, clip, switch_tau }: Loose) {
  const estimate = estimateOffPolicy(
    log.map(({ action, reward, p_log, pi_e, q }: Loose) => ({
      action,
      reward,
      propensity: p_log,
      target: pi_e,
      ...(q && { expected: q }),
    })),
    {
      ...(typeof clip === "number" && { clip }),
      ...(typeof switch_tau === "number" && { switchAt: switch_tau }),
    },
  );
  const { modelled } = estimate;
  return {
    weights: estimate.weights,
    ips: estimate.ips.value,
    ips_se: estimate.ips.standardError,
    snips: estimate.snips.value,
    snips_se: estimate.snips.standardError,
    ess: estimate.effectiveSize,
    max_weight: estimate.maxWeight,
    mean_weight: estimate.meanWeight,
    dm: modelled?.direct,
    dr: modelled?.doublyRobust.value,
    dr_se: modelled?.doublyRobust.standardError,
    sndr: modelled?.selfNormalised,
    switch_dr: modelled?.switched,
  };
}

function distribution({ fn, x, p, df, a, b }: Loose) {
  const functions: Record<string, () => number> = {
    normal_cdf: () => normalCdf(x),
    normal_quantile: () => normalQuantile(p),
    t_cdf: () => studentCdf(x, df),
    t_quantile: () => studentQuantile(p, df),
    chi2_sf: () => chiSquareUpper(x, df),
    beta_cdf: () => betaCdf(x, a, b),
    beta_quantile: () => betaQuantile(p, a, b),
  };
  return { value: functions[fn]?.() };
}

function sumsOf(arm: Loose): MetricSums {
  if (arm.m_post) return cupedRatioSums(arm);
  if (arm.post) return cupedSums(arm);
  if (arm.type === "ratio")
    return {
      kind: "ratio",
      units: arm.n,
      numerator: { sum: arm.num_sum, sumSquares: arm.num_sum_squares },
      denominator: { sum: arm.den_sum, sumSquares: arm.den_sum_squares },
      products: arm.num_den_sum_products,
    };
  return { kind: arm.type, units: arm.n, sum: arm.sum, sumSquares: arm.sum_squares ?? arm.sum };
}

function cupedSums({ type = "mean", n, post, pre, cross }: Loose): MeanSums {
  return {
    kind: type,
    units: n,
    sum: post.sum,
    sumSquares: post.sum_squares ?? post.sum,
    before: { sum: pre.sum, sumSquares: pre.sum_squares ?? pre.sum, products: cross },
  };
}

function cupedRatioSums({ n, m_post, d_post, m_pre, d_pre, cross }: Loose): RatioSums {
  const part = ({ sum, sum_squares }: Loose) => ({ sum, sumSquares: sum_squares ?? sum });
  return {
    kind: "ratio",
    units: n,
    numerator: part(m_post),
    denominator: part(d_post),
    products: cross["m_post*d_post"],
    before: {
      numerator: part(m_pre),
      denominator: part(d_pre),
      products: cross["m_pre*d_pre"],
      crossed: {
        numerators: cross["m_post*m_pre"],
        denominators: cross["d_post*d_pre"],
        numeratorNow: cross["m_post*d_pre"],
        denominatorNow: cross["m_pre*d_post"],
      },
    },
  };
}

function priorOf(prior: Loose) {
  if (!prior || prior.proper === false) return null;
  return { mean: prior.mean ?? 0, variance: prior.variance ?? prior.stddev ** 2 };
}

function scaleOf(relative: boolean): Scale {
  return relative ? "relative" : "absolute";
}

function tailOf(tail: string | undefined): Tail {
  if (tail === "greater") return "greater";
  return tail?.startsWith("less") ? "less" : "two-sided";
}

function ends({ low, high }: Interval): (number | null)[] {
  return [low, high];
}

/** In the words of the vectors' source, which counts an arm of one unit among those without variance. */
function errorOf(reason: Reason | null): string | undefined {
  if (!reason) return undefined;
  return reason === "zero-control" ? "BASELINE_VARIATION_ZERO" : "ZERO_NEGATIVE_VARIANCE";
}
