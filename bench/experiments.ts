/**
 * Whether verdicts can be trusted [EXP-6]: experiments simulated by the thousand, each looked at once, 20 or 100 times, and judged by the
 * very report that a merchant reads. Without any effect, a verdict is a false alarm; with one, silence is a miss.
 */
import type { MetricKey } from "../server/experiment/metrics.ts";
import { metricOf } from "../server/experiment/metrics.ts";
import type { ExperimentPlan } from "../server/experiment/plan.ts";
import { largestNeeded } from "../server/experiment/report/arm-sums.ts";
import type { ExperimentFigures, LargeValue, StoredSums } from "../server/experiment/report/figures.ts";
import { NO_SUMS } from "../server/experiment/report/figures.ts";
import { clearestLooks } from "../server/experiment/report/look.ts";
import { type ExperimentReport, reportOn } from "../server/experiment/report/report.ts";
import { detectableLift, proportionMoments } from "../server/experiment/statistics/power.ts";
import { chanceFrom } from "../server/turn/chance.ts";
import type { Report, Table } from "./report.ts";

export interface ExperimentsOptions {
  /** Experiments of each kind. Of 5,000, a rate of 5 % is known to .31 points (one standard error). */
  experiments: number;
  looks: number[];
  /** Visitors per arm at the last look. */
  perArm: number;
}

export const EXPERIMENTS_DEFAULTS: ExperimentsOptions = {
  experiments: 5_000,
  looks: [1, 20, 100],
  perArm: 5_000,
};

/** What one visitor does. Money in minor units. */
interface Deed {
  value: number;
  over: number;
  before: number;
}
type Visitor = (chance: () => number, isTreated: boolean) => Deed;

interface Kind {
  name: string;
  metrics: MetricKey[];
  visitor: Visitor;
  arms: number;
  guardrails?: MetricKey[];
}

const NOTHING: Deed = { value: 0, over: 0, before: 0 };
/** The share of visitors who buy without any effect. */
const CONVERSION = 0.05;

const KINDS: Kind[] = [
  { name: "conversion, 5 %", metrics: ["conversion"], visitor: converting(CONVERSION), arms: 2 },
  {
    name: "skewed revenue per visitor, winsorised",
    metrics: ["revenue"],
    visitor: buying(CONVERSION, 0),
    arms: 2,
  },
  {
    name: "skewed revenue, adjusted by what was bought before",
    metrics: ["revenue"],
    visitor: buying(CONVERSION, 0.7),
    arms: 2,
  },
  { name: "clicks per card shown (a ratio)", metrics: ["card-click"], visitor: clicking(0.1), arms: 2 },
  {
    name: "three metrics and three arms, together",
    metrics: ["conversion", "cart-add", "engaged"],
    visitor: converting(CONVERSION),
    arms: 3,
  },
];

export async function measureExperiments(
  options: ExperimentsOptions = EXPERIMENTS_DEFAULTS,
): Promise<Report> {
  return {
    name: "experiments",
    title: "Verdicts of simulated experiments",
    sections: [falseAlarms(options), guardrailAlarms(options), power(options), mismatches(options)],
  };
}

function falseAlarms({ experiments, looks, perArm }: ExperimentsOptions): Table {
  const rows = KINDS.flatMap((kind) =>
    looks.map((count) => {
      const times = timesOf(count, experiments);
      const seen = repeat(times, (number) =>
        runExperiment(kind, { perArm, looks: count, seed: `${kind.name} ${count} ${number}`, effect: false }),
      );
      const rate = (of: (course: Course) => boolean) => tellRate(seen.filter(of).length, times);
      return [
        `${kind.name}: ${count === 1 ? "one look" : `${count} looks`}`,
        rate(({ decided }) => decided),
        rate(({ fixed }) => fixed),
        rate(({ bayesian }) => bayesian),
      ];
    }),
  );
  return {
    title: "False alarms: both arms are the same",
    about: `${experiments.toLocaleString("en")} experiments of one look each, ${timesOf(2, experiments).toLocaleString("en")} of more, ${perArm.toLocaleString("en")} visitors per arm. How many said at any look that an arm was better or worse: by the report's verdict (goal: 5 % at most), and, for comparison, by the fixed test's p-value under .05 and by a "95 % chance to win", which were made for one look.`,
    columns: ["", "the verdict", "fixed test", "chance to win"],
    rows,
  };
}

function guardrailAlarms({ experiments, looks, perArm }: ExperimentsOptions): Table {
  const kinds: Kind[] = [0.01, 0.05].map((rate) => ({
    name: `complaints, ${rate * 100} %`,
    metrics: ["conversion"],
    guardrails: ["complaint"],
    visitor: converting(rate),
    arms: 2,
  }));
  const rows = kinds.flatMap((kind) =>
    looks.map((count) => {
      const run = (effect: boolean) =>
        repeat(timesOf(count, experiments), (number) =>
          runExperiment(kind, {
            perArm,
            looks: count,
            seed: `${kind.name} ${count} ${effect} ${number}`,
            effect,
          }),
        ).filter(({ harmed }) => harmed).length;
      return [
        `${kind.name}: ${count === 1 ? "one look" : `${count} looks`}`,
        tellRate(run(false), timesOf(count, experiments)),
        tellRate(run(true), timesOf(count, experiments)),
      ];
    }),
  );
  return {
    title: "Guardrails: arms that are halted",
    about:
      "Without any harm a halt is a false alarm (goal: 5 % at most); with harm, half as many complaints more, it is what the guardrail is for.",
    columns: ["", "halted without harm", "halted with 50 % more"],
    rows,
  };
}

function power({ experiments, perArm }: ExperimentsOptions): Table {
  const some = Math.ceil(experiments / 5);
  const { mean, variance } = proportionMoments(CONVERSION);
  const settings = { mean, variance, alpha: 0.05, arms: 2, plannedUnits: 2 * perArm };
  const detectable = detectableLift(0.8, 2 * perArm, settings) ?? 0;
  const rows = [0.25, 0.5, 0.75, 1, 1.25, 1.5].map((part) => {
    const lift = detectable * part;
    const kind: Kind = {
      name: "power",
      metrics: ["conversion"],
      visitor: converting(CONVERSION, lift),
      arms: 2,
    };
    const seen = repeat(some, (number) =>
      runExperiment(kind, { perArm, looks: 20, seed: `power ${part} ${number}`, effect: true }),
    );
    const stops = seen.flatMap(({ decidedAt }) => (decidedAt === null ? [] : [decidedAt]));
    const wrong = seen.filter(({ isWrong }) => isWrong).length;
    return [
      `${(lift * 100).toFixed(1)} % (${(CONVERSION * lift * 100).toFixed(2)} points)`,
      tellRate(stops.length, some),
      tellRate(seen.filter(({ fixedAtEnd }) => fixedAtEnd).length, some),
      stops.length === 0 ? "—" : `${Math.round((100 * sum(stops)) / stops.length)} %`,
      tellRate(wrong, some),
    ];
  });
  return {
    title: "Power: the treatment is better",
    about: `Conversion of 5 % in the control, ${perArm.toLocaleString("en")} visitors per arm, 20 looks, ${some.toLocaleString("en")} experiments each. The plan's own calculator says that a lift of ${(detectable * 100).toFixed(1)} % is found with 80 %.`,
    columns: [
      "true lift",
      "found by the verdict",
      "by a fixed test at the end",
      "visitors when found, of the planned",
      "the wrong arm said to be better",
    ],
    rows,
  };
}

function mismatches({ experiments, perArm }: ExperimentsOptions): Table {
  const some = Math.ceil(experiments / 5);
  // What is lost shows in large experiments only.
  const many = 10 * perArm;
  const rows = [0, 0.01, 0.02, 0.04].map((lost) => {
    const kind: Kind = {
      name: "mismatch",
      metrics: ["conversion"],
      visitor: () => NOTHING,
      arms: 2,
    };
    const seen = repeat(some, (number) =>
      runExperiment(kind, { perArm: many, looks: 20, seed: `lost ${lost} ${number}`, effect: false, lost }),
    );
    return [
      lost === 0 ? "none" : `${lost * 100} % of one arm`,
      tellRate(seen.filter(({ mismatchAtEnd }) => mismatchAtEnd).length, some),
      tellRate(seen.filter(({ mismatchAlert }) => mismatchAlert).length, some),
    ];
  });
  return {
    title: "Sample ratio mismatch: visitors of one arm are lost",
    about: `${many.toLocaleString("en")} visitors per arm. Blocked by the chi-square test at the end (p < .001), and told by the sequential one at any of 20 looks (p < .001).`,
    columns: ["lost", "verdict blocked at the end", "alert at any look"],
    rows,
  };
}

/** What a fixed test errs by at one look is to be known more closely than that the others stay under their bound. */
function timesOf(looks: number, experiments: number): number {
  return looks === 1 ? experiments : Math.ceil(experiments / 2.5);
}

interface Course {
  /** The verdict said at some look that an arm is better or worse. */
  decided: boolean;
  /** The share of the planned visitors by then. */
  decidedAt: number | null;
  /** It said so of the control, where the treatment is better. */
  isWrong: boolean;
  fixed: boolean;
  fixedAtEnd: boolean;
  bayesian: boolean;
  harmed: boolean;
  mismatchAtEnd: boolean;
  mismatchAlert: boolean;
}

interface Run {
  perArm: number;
  looks: number;
  seed: string;
  effect: boolean;
  /** The share of the last arm's visitors who are never counted. */
  lost?: number;
}

function runExperiment(kind: Kind, { perArm, looks, seed, effect, lost = 0 }: Run): Course {
  const chance = chanceFrom(seed);
  const arms = Array.from({ length: kind.arms }, (_, place) => `arm-${place}`);
  const plan = planOf(kind, arms, perArm);
  const keys = [...kind.metrics, ...(kind.guardrails ?? [])];
  const sums = arms.map(() => new Map<MetricKey, StoredSums>(keys.map((key) => [key, { ...NO_SUMS }])));
  const counts = arms.map(() => 0);
  const largest = new Map<MetricKey, LargeValue[]>();
  let figures = figuresOf(arms, counts, sums, largest);
  const course: Course = {
    decided: false,
    decidedAt: null,
    isWrong: false,
    fixed: false,
    fixedAtEnd: false,
    bayesian: false,
    harmed: false,
    mismatchAtEnd: false,
    mismatchAlert: false,
  };
  for (let look = 1; look <= looks; look++) {
    const upTo = Math.round((perArm * look) / looks);
    const from = Math.round((perArm * (look - 1)) / looks);
    arms.forEach((arm, place) => {
      for (let visitor = from; visitor < upTo; visitor++) {
        if (place === arms.length - 1 && lost > 0 && chance() < lost) continue;
        counts[place] = (counts[place] ?? 0) + 1;
        for (const key of keys) {
          const isTreated = effect && place > 0;
          addDeed(sums[place]?.get(key), kind.visitor(chance, isTreated), (value, before) =>
            keepLarge(largest, key, { arm, value, before }),
          );
        }
      }
    });
    const before = figures;
    figures = figuresOf(arms, counts, sums, largest);
    const report = reportOn(plan, { ...figures, clearest: before.clearest, mismatchP: before.mismatchP });
    figures.clearest = [...clearestLooks([report.look, ...asLooks(before)])];
    figures.mismatchP = report.look.mismatchP;
    take(report, course, look === looks, upTo / perArm);
  }
  return course;
}

/** Each metric of a kind has chances of its own: as unlike as they can be, which is hardest on the family's error. */
function addDeed(
  sums: StoredSums | undefined,
  { value, over, before }: Deed,
  keep: (value: number, before: number) => void,
): void {
  if (!sums || (value === 0 && over === 0 && before === 0)) return;
  if (value !== 0) {
    sums.nonZero += 1;
    keep(value, before);
  }
  sums.sum += value;
  sums.sumSquares += value ** 2;
  sums.overSum += over;
  sums.overSquares += over ** 2;
  sums.overCross += value * over;
  sums.beforeSum += before;
  sums.beforeSquares += before ** 2;
  sums.beforeCross += value * before;
}

/** More than are ever asked for. */
const LARGE_KEPT = 12;

function keepLarge(largest: Map<MetricKey, LargeValue[]>, key: MetricKey, value: LargeValue): void {
  if (metricOf(key).winsoriseAt === null) return;
  const kept = largest.get(key) ?? [];
  largest.set(key, kept);
  if (kept.length === LARGE_KEPT && (kept.at(-1)?.value ?? 0) >= value.value) return;
  const place = kept.findIndex((other) => other.value < value.value);
  kept.splice(place === -1 ? kept.length : place, 0, value);
  kept.length = Math.min(kept.length, LARGE_KEPT);
}

function figuresOf(
  arms: string[],
  counts: readonly number[],
  sums: readonly Map<MetricKey, StoredSums>[],
  largest: ReadonlyMap<MetricKey, LargeValue[]>,
): ExperimentFigures {
  const read = [...largest].map(([key, values]): [MetricKey, LargeValue[]] => {
    const nonZero = sum(sums.map((own) => own.get(key)?.nonZero ?? 0));
    return [key, values.slice(0, largestNeeded(nonZero, metricOf(key).winsoriseAt ?? 1))];
  });
  return {
    state: "running",
    at: "2026-01-15T00:00:00.000Z",
    startedAt: "2026-01-01T00:00:00.000Z",
    stoppedAt: null,
    coverage: 1,
    currency: "USD",
    halts: [],
    arms: arms.map((arm, place) => ({
      arm,
      units: { counted: counts[place] ?? 0 },
      sums: Object.fromEntries(sums[place] ?? []),
    })),
    largest: Object.fromEntries(read),
    clearest: [],
    mismatchP: 1,
    interactsWith: [],
  };
}

function asLooks({ clearest }: ExperimentFigures) {
  return [
    {
      metrics: clearest.map(({ metric, arm, p, side }) => {
        return { metric, arm, p, difference: side === "below" ? -1 : 1, low: null, high: null };
      }),
    },
  ];
}

function take(report: ExperimentReport, course: Course, isLast: boolean, share: number): void {
  const { verdict, metrics, guardrails, traffic } = report;
  const comparisons = metrics.flatMap((metric) => metric.comparisons);
  const hasVerdict = !["too-early", "no-visitors", "mismatch"].includes(verdict.code);
  const isDecided = hasVerdict && comparisons.some(({ conclusion }) => conclusion !== "open");
  if (isDecided && !course.decided) course.decidedAt = share;
  course.decided ||= isDecided;
  course.isWrong ||= comparisons.some(({ conclusion }) => conclusion === "worse");
  const isFixed = comparisons.some(({ fixed }) => fixed.p < 0.05);
  course.fixed ||= isFixed;
  if (isLast) course.fixedAtEnd = isFixed;
  course.bayesian ||= comparisons.some(({ bayesian: { chanceToWin } }) => Math.abs(chanceToWin - 0.5) > 0.45);
  course.harmed ||= guardrails.some(({ results }) => results.some(({ isCrossed }) => isCrossed));
  if (isLast) course.mismatchAtEnd = traffic.mismatch.isBlocking;
  course.mismatchAlert ||= traffic.mismatch.sequentialP < 0.001;
}

function planOf({ metrics, guardrails = [] }: Kind, arms: string[], perArm: number): ExperimentPlan {
  return {
    hypothesis: "none",
    arms: arms.map((key) => ({ key, name: key, treatment: {}, weight: 1 / arms.length })),
    metrics: metrics.map((metric) => ({ metric, windowDays: 7 })),
    guardrails: guardrails.map((metric) => ({ metric, windowDays: 7, margin: 0 })),
    namespace: null,
    alpha: 0.05,
    minimumEffect: 0.01,
    power: 0.8,
    plannedVisitors: perArm * arms.length,
    purchases: "signed",
    lookbackDays: 30,
  };
}

/** 1 with this chance; `lift` more where there is an effect. */
function converting(rate: number, lift = 0.5): Visitor {
  return (chance, isTreated) => {
    return chance() < rate * (isTreated ? 1 + lift : 1) ? { ...NOTHING, value: 1 } : NOTHING;
  };
}

/** Log-normal orders (a median of $40, one in a hundred above $400); who bought before buys more often, where that is so. */
function buying(rate: number, loyalty: number): Visitor {
  const amount = (chance: () => number) => Math.round(4_000 * Math.exp(normal(chance)));
  return (chance) => {
    const before = loyalty > 0 && chance() < rate ? amount(chance) : 0;
    const buys = chance() < rate * (1 - loyalty) || (before > 0 && chance() < loyalty);
    return { value: buys ? amount(chance) : 0, over: 0, before };
  };
}

/** Two to nine cards are shown; people differ in how much they click. */
function clicking(rate: number): Visitor {
  return (chance) => {
    const over = 2 + Math.floor(chance() * 8);
    const own = Math.min(1, rate * 2 * chance());
    let value = 0;
    for (let card = 0; card < over; card++) if (chance() < own) value += 1;
    return { value, over, before: 0 };
  };
}

function normal(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

function repeat<T>(times: number, work: (number: number) => T): T[] {
  return Array.from({ length: times }, (_, number) => work(number));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** "4.2 % ± 0.3": with one standard error. */
function tellRate(count: number, of: number): string {
  const rate = count / of;
  return `${(rate * 100).toFixed(1)} % ± ${(100 * Math.sqrt((rate * (1 - rate)) / of)).toFixed(1)}`;
}
