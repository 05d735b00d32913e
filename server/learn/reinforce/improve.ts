/**
 * One improvement of the planner from a batch of talks: an actor-critic step (REINFORCE with a learned baseline: Williams, 1992;
 * advantages as in Schulman et al., 2016) on a linear change of the prior's logits, with a bonus for entropy and a leash to
 * the prior, without which planners collapse to a few acts [POL-4].
 */
import { STRATEGIES } from "../../dialogue/strategies.ts";
import { type Choice, type Experience, WIDTH } from "./experience.ts";
import { correct, type LinearValue, predicted } from "./linear-value.ts";

/** Weights of the change, strategy by strategy, with a bias at the end of each row; and what Adam remembers of them. */
export interface Change {
  weights: Float64Array;
  momentum: Float64Array;
  squares: Float64Array;
  steps: number;
}

export const ROW = WIDTH + 1;

export function newChange(): Change {
  const size = STRATEGIES.length * ROW;
  return {
    weights: new Float64Array(size),
    momentum: new Float64Array(size),
    squares: new Float64Array(size),
    steps: 0,
  };
}

export interface ImproveSettings {
  /** Of Adam (Kingma & Ba, 2015). */
  rate: number;
  /** What a nat of entropy is worth, in standard deviations of the advantage: of each choice, and of all acts of the batch. */
  entropy: number;
  spread: number;
  /** What a nat of divergence from the prior costs, on the same scale. */
  leash: number;
  /** Weight of what comes later in an advantage, from 0 (the baseline is trusted) to 1 (only the outcome counts). */
  lambda: number;
}

export interface ImproveReport {
  choices: number;
  /** Nats, means over choices. */
  entropy: number;
  divergence: number;
  /** Of the acts of the batch, `yield` left out, in nats. */
  actEntropy: number;
}

/** Changes `change` and `baseline` in place; the same batch in the same order changes them alike. */
export function improve(
  change: Change,
  baseline: LinearValue,
  batch: readonly Experience[],
  settings: ImproveSettings,
): ImproveReport {
  const advantages = batch.map((experience) => advantagesOf(experience, baseline, settings.lambda));
  const scale = spreadOf(advantages.flatMap((each) => [...each]));
  const shares = sharesOf(batch);
  const gradient = new Float64Array(change.weights.length);
  const sums = { choices: 0, entropy: 0, divergence: 0 };

  batch.forEach(({ turns }, e) => {
    turns.forEach(({ choices }, t) => {
      for (const choice of choices)
        addGradient(gradient, change, choice, (advantages[e]?.[t] ?? 0) / scale, settings, shares, sums);
    });
  });
  for (let place = 0; place < gradient.length; place++)
    gradient[place] = (gradient[place] ?? 0) / Math.max(1, sums.choices);
  climb(change, gradient, settings.rate);
  for (const experience of batch) learnReturns(experience, baseline);

  const count = Math.max(1, sums.choices);
  return {
    choices: sums.choices,
    entropy: sums.entropy / count,
    divergence: sums.divergence / count,
    actEntropy: entropyOf(shares),
  };
}

/** How much better each turn went than its situation promised. */
function advantagesOf({ turns, rewards }: Experience, baseline: LinearValue, lambda: number): Float64Array {
  const advantages = new Float64Array(turns.length);
  let later = 0;
  for (let t = turns.length - 1; t >= 0; t--) {
    const turn = turns[t];
    const next = turns[t + 1];
    if (!turn) continue;
    const promised = predicted(baseline, turn.situation);
    const followed = next ? predicted(baseline, next.situation) : 0;
    later = (rewards[t] ?? 0) + followed - promised + lambda * later;
    advantages[t] = later;
  }
  return advantages;
}

function learnReturns({ turns, rewards }: Experience, baseline: LinearValue): void {
  let toCome = 0;
  for (let t = turns.length - 1; t >= 0; t--) {
    toCome += rewards[t] ?? 0;
    const situation = turns[t]?.situation;
    if (situation) correct(baseline, situation, toCome - predicted(baseline, situation));
  }
}

/**
 * The slope of what is wanted by each logit on offer. With probabilities p and prior q, both over what is on offer:
 * of the chosen act's log-probability (1 - p), of the entropy -p(log p + H), of the divergence p(log p/q - D); and of
 * the entropy of all acts of the batch, whose shares are m, -p(log m - E[log m]).
 */
function addGradient(
  gradient: Float64Array,
  change: Change,
  choice: Choice,
  advantage: number,
  { entropy, spread, leash }: ImproveSettings,
  shares: Float64Array,
  sums: { choices: number; entropy: number; divergence: number },
): void {
  const { offered, probabilities, chosen } = choice;
  const prior = priorOf(change, choice);
  let surprise = 0;
  let divergence = 0;
  let rarity = 0;
  for (let k = 0; k < offered.length; k++) {
    const p = probabilities[k] ?? 0;
    surprise -= p * Math.log(p);
    divergence += p * Math.log(p / (prior[k] ?? 1));
    rarity -= p * logShare(shares, offered[k] ?? 0);
  }
  sums.choices += 1;
  sums.entropy += surprise;
  sums.divergence += divergence;
  for (let k = 0; k < offered.length; k++) {
    const p = probabilities[k] ?? 0;
    const strategy = offered[k] ?? 0;
    const slope =
      advantage * ((k === chosen ? 1 : 0) - p) -
      entropy * p * (Math.log(p) + surprise) -
      leash * p * (Math.log(p / (prior[k] ?? 1)) - divergence) -
      spread * p * (logShare(shares, strategy) + rarity);
    addRow(gradient, strategy, choice, slope);
  }
}

/** The prior's probabilities over what is on offer: the planner's, with the change taken back. */
function priorOf({ weights }: Change, { places, values, offered, probabilities }: Choice): Float64Array {
  const prior = new Float64Array(offered.length);
  let sum = 0;
  for (let k = 0; k < offered.length; k++) {
    const row = (offered[k] ?? 0) * ROW;
    let shift = weights[row + WIDTH] ?? 0;
    for (let f = 0; f < places.length; f++)
      shift += (weights[row + (places[f] ?? 0)] ?? 0) * (values[f] ?? 0);
    prior[k] = (probabilities[k] ?? 0) * Math.exp(-shift);
    sum += prior[k] ?? 0;
  }
  for (let k = 0; k < prior.length; k++) prior[k] = Math.max((prior[k] ?? 0) / sum, 1e-9);
  return prior;
}

function addRow(gradient: Float64Array, strategy: number, { places, values }: Choice, slope: number): void {
  const row = strategy * ROW;
  gradient[row + WIDTH] = (gradient[row + WIDTH] ?? 0) + slope;
  for (let f = 0; f < places.length; f++) {
    const place = row + (places[f] ?? 0);
    gradient[place] = (gradient[place] ?? 0) + slope * (values[f] ?? 0);
  }
}

const FORGET = { momentum: 0.9, squares: 0.999 };

function climb(change: Change, gradient: Float64Array, rate: number): void {
  const { weights, momentum, squares } = change;
  change.steps += 1;
  const warmth = 1 - FORGET.momentum ** change.steps;
  const size = 1 - FORGET.squares ** change.steps;
  for (let place = 0; place < weights.length; place++) {
    const slope = gradient[place] ?? 0;
    const m = FORGET.momentum * (momentum[place] ?? 0) + (1 - FORGET.momentum) * slope;
    const s = FORGET.squares * (squares[place] ?? 0) + (1 - FORGET.squares) * slope * slope;
    momentum[place] = m;
    squares[place] = s;
    weights[place] = (weights[place] ?? 0) + (rate * (m / warmth)) / (Math.sqrt(s / size) + 1e-8);
  }
}

/** Of each strategy among the acts of the batch; `yield` is no act. */
function sharesOf(batch: readonly Experience[]): Float64Array {
  const shares = new Float64Array(STRATEGIES.length);
  let sum = 0;
  for (const { turns } of batch)
    for (const { acts } of turns)
      for (const strategy of acts) {
        shares[strategy] = (shares[strategy] ?? 0) + 1;
        sum += 1;
      }
  for (let place = 0; place < shares.length; place++) shares[place] = (shares[place] ?? 0) / Math.max(1, sum);
  return shares;
}

/** An act that was not seen counts as one that was seen once in a thousand; ending a turn is neither rare nor frequent. */
function logShare(shares: Float64Array, strategy: number): number {
  return STRATEGIES[strategy] === "yield" ? EVEN : Math.log(Math.max(shares[strategy] ?? 0, 1e-3));
}
const EVEN = Math.log(1 / (STRATEGIES.length - 1));

export function entropyOf(shares: Iterable<number>): number {
  let entropy = 0;
  for (const share of shares) if (share > 0) entropy -= share * Math.log(share);
  return entropy;
}

/** The standard deviation, never so small that noise is blown up. */
function spreadOf(numbers: readonly number[]): number {
  const mean = numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
  const square = numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, numbers.length);
  return Math.max(Math.sqrt(square), 0.05);
}
