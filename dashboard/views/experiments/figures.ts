/** The figures of a report in words; the same as the report itself tells them in. */
import type { Metric } from "../../../server/experiment/metrics.ts";
import { signOf, tellMoney } from "../../parts/format.ts";

type Unit = Pick<Metric, "unit">;

export function tellValue({ unit }: Unit, value: number, currency: string): string {
  if (unit === "share") return `${decimals(value * 100)} %`;
  if (unit === "money") return tellMoney(value, currency);
  return unit === "points" ? decimals(value) : `${decimals(value)} ms`;
}

export function tellDifference(metric: Unit, value: number, currency: string): string {
  if (metric.unit === "share") return `${signOf(value)}${decimals(Math.abs(value) * 100)} pp`;
  return `${signOf(value)}${tellValue(metric, Math.abs(value), currency)}`;
}

export function tellLiftInterval({ low, high }: { low: number | null; high: number | null }): string {
  const tell = (end: number) => `${signOf(end)}${decimals(Math.abs(end) * 100)}`;
  if (low === null) return high === null ? "open" : `at most ${tell(high)} %`;
  return high === null ? `at least ${tell(low)} %` : `${tell(low)} … ${tell(high)} %`;
}

/** Three digits that matter. */
export function decimals(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}

export function tellP(p: number): string {
  return p < 0.001 ? "< .001" : p.toFixed(3).replace(/^0/, "");
}
