/** Relevance judgements, and what a ranking is worth by them. */
import { readFileSync } from "node:fs";

export interface JudgedQuery {
  query: string;
  /** By product id: 0 for what does not answer, up to 3. */
  grades: ReadonlyMap<string, number>;
}

const DEPTH = 10;

/** Reads lines of query, product id and grade with tabs between; queries to which nothing is an answer are left out. */
export function readJudgements(file: string): JudgedQuery[] {
  const byQuery = new Map<string, Map<string, number>>();
  for (const line of readFileSync(file, "utf8").split(/\r?\n/)) {
    const [query, id, grade] = line.split("\t");
    if (!query || !id || grade === undefined || !Number.isFinite(Number(grade))) continue;
    const grades = byQuery.get(query) ?? new Map<string, number>();
    byQuery.set(query, grades.set(id, Number(grade)));
  }
  return [...byQuery]
    .map(([query, grades]) => ({ query, grades }))
    .filter(({ grades }) => [...grades.values()].some((grade) => grade > 0));
}

/** nDCG@10 (Järvelin & Kekäläinen, TOIS 2002) with a gain of 2^grade - 1; what nobody judged gains nothing. */
export function gainOf(ranking: readonly string[], { grades }: JudgedQuery): number {
  const ideal = [...grades.values()].sort((one, other) => other - one);
  const reached = ranking.map((id) => grades.get(id) ?? 0);
  return discounted(reached) / discounted(ideal);
}

function discounted(grades: readonly number[]): number {
  return grades
    .slice(0, DEPTH)
    .reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

/** The share of the first ten that somebody judged: the rest may be better or worse than it counts. */
export function judgedShare(ranking: readonly string[], { grades }: JudgedQuery): number {
  return ranking.slice(0, DEPTH).filter((id) => grades.has(id)).length / DEPTH;
}

/** The ranking without what nobody judged (Sakai, SIGIR 2007): what is new to the judges is not held against it. */
export function condensed(ranking: readonly string[], { grades }: JudgedQuery): string[] {
  return ranking.filter((id) => grades.has(id));
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** The 95 % interval of the mean difference of pairs, by drawing the queries anew (paired bootstrap, percentile). */
export function differenceInterval(one: readonly number[], other: readonly number[]): [number, number] {
  const differences = one.map((value, place) => value - (other[place] ?? 0));
  const draw = drawing(SEED);
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(differences.map(() => differences[Math.floor(draw() * differences.length)] ?? 0)),
  ).sort((a, b) => a - b);
  const at = (share: number) => means[Math.round(share * (means.length - 1))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

const RESAMPLES = 10_000;
/** The same interval each time for the same figures. */
const SEED = 1;

/** Mulberry32: numbers from 0 up to 1. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
