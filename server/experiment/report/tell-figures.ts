/** Figures in words: as a merchant would say them. */
import type { Metric } from "../metrics.ts";
import type { Interval, Reason } from "../statistics/result.ts";

/** "12.3 %", "$4.20", "4.3 points", "120 ms". @param value money in minor units. */
export function tellValue({ unit }: Metric, value: number, currency: string): string {
  switch (unit) {
    case "share":
      return `${decimals(value * 100)} %`;
    case "money":
      return tellMoney(value, currency);
    case "points":
      return `${decimals(value)} points`;
    case "milliseconds":
      return `${decimals(value)} ms`;
  }
}

/** With its sign; a difference of two shares is told in percentage points. */
export function tellDifference(metric: Metric, value: number, currency: string): string {
  const sign = value < 0 ? "−" : "+";
  if (metric.unit === "share") return `${sign}${decimals(Math.abs(value) * 100)} percentage points`;
  return `${sign}${tellValue(metric, Math.abs(value), currency)}`;
}

/** "between −0.4 and +3.1 percentage points". */
export function tellInterval(metric: Metric, { low, high }: Interval, currency: string): string {
  const tell = (value: number) =>
    metric.unit === "share"
      ? `${value < 0 ? "−" : "+"}${decimals(Math.abs(value) * 100)}`
      : tellDifference(metric, value, currency);
  const unit = metric.unit === "share" ? " percentage points" : "";
  if (low === null) return `at most ${tell(high ?? 0)}${unit}`;
  if (high === null) return `at least ${tell(low)}${unit}`;
  return `between ${tell(low)} and ${tell(high)}${unit}`;
}

/** "+8 %". */
export function tellLift(lift: number): string {
  return `${lift < 0 ? "−" : "+"}${decimals(Math.abs(lift) * 100)} %`;
}

/** Why there is nothing to compare. */
export function tellReason(reason: Reason): string {
  return REASONS[reason];
}

const REASONS: Record<Reason, string> = {
  "too-few-units": "too few visitors",
  "no-variance": "all visitors of an arm are alike",
  "zero-control": "the control has none",
  "not-finite": "the figures are too large",
  "bad-setting": "the plan allows no test",
};

export function tellCount(count: number): string {
  return Math.round(count).toLocaleString("en");
}

function tellMoney(minor: number, currency: string): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

/** Three digits that matter, and no more than two behind the point. */
function decimals(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}
