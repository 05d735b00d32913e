/** Each goal in each arm, with its lift drawn to one scale: a bar that crosses the line in the middle has not decided anything. */
import type { Report } from "../../api/experiments.ts";
import { IntervalBar } from "../../parts/interval-bar.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { decimals, tellDifference, tellValue } from "./figures.ts";
import { LAST_COLUMN, type Method, type Seen, seenBy } from "./methods.ts";

type Metrics = Report["metrics"];
type Comparison = Metrics[number]["comparisons"][number];

const CONCLUSIONS: Record<Comparison["conclusion"], { name: string; tone: "good" | "bad" | "open" }> = {
  better: { name: "Better", tone: "good" },
  worse: { name: "Worse", tone: "bad" },
  open: { name: "Open", tone: "open" },
};

export function MetricsTable({
  method,
  metrics,
  arms,
  currency,
}: {
  method: Method;
  metrics: Metrics;
  arms: Report["experiment"]["plan"]["arms"];
  currency: string;
}) {
  const rows = metrics.flatMap(({ metric, values, comparisons, windowDays }, place) => {
    const mean = (key: string | undefined) => values.find((value) => value.arm === key)?.mean ?? 0;
    const controlMean = mean(arms[0]?.key);
    return comparisons.map((comparison) => ({
      ...{ metric, windowDays, comparison, controlMean, decides: place === 0, mean: mean(comparison.arm) },
      seen: seenBy(method, comparison, metric, controlMean, currency),
    }));
  });
  const reach = reachOf(rows.map(({ seen }) => seen));
  const nameOf = (key: string) => arms.find((arm) => arm.key === key)?.name ?? key;
  return (
    <TableScroll label="Metrics">
      <table class="table metrics-table">
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <th scope="col" class="number">
              {arms[0]?.name}
            </th>
            <th scope="col">Arm</th>
            <th scope="col" class="number">
              Value
            </th>
            <th scope="col" class="number">
              Lift
            </th>
            <th scope="col" class="interval-head">
              <span class="interval-end interval-end-low">−{decimals(reach * 100)} %</span>
              <span class="interval-end">0</span>
              <span class="interval-end interval-end-high">+{decimals(reach * 100)} %</span>
            </th>
            <th scope="col" class="number">
              {LAST_COLUMN[method]}
            </th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ metric, windowDays, comparison, controlMean, decides, mean, seen }) => {
            const { arm, difference, conclusion } = comparison;
            const { name, tone } = CONCLUSIONS[conclusion];
            return (
              <tr key={`${metric.key} ${arm}`}>
                <th scope="row">
                  <span class="metric-name" title={metric.says}>
                    {metric.name}
                  </span>
                  <div class="small faint nowrap">
                    {decides ? "decides · " : ""}
                    {windowDays} {windowDays === 1 ? "day" : "days"}
                  </div>
                </th>
                <td class="number">{tellValue(metric, controlMean, currency)}</td>
                <td>{nameOf(arm)}</td>
                <td class="number">{tellValue(metric, mean, currency)}</td>
                <td class="number">
                  {seen.value}
                  <div class="small faint nowrap">{tellDifference(metric, difference.value, currency)}</div>
                </td>
                <td class="interval-cell">
                  {seen.lift ? (
                    <>
                      <IntervalBar
                        {...{ ...seen.lift, reach, tone: method === "any-time" ? tone : "open" }}
                        label={`Lift ${seen.value}, ${seen.range}`}
                      />
                      <div class="small faint interval-words">{seen.range}</div>
                    </>
                  ) : (
                    <div class="small faint interval-words">no range yet</div>
                  )}
                </td>
                <td class="number nowrap">
                  {seen.last}
                  {seen.remark && <div class="small faint">{seen.remark}</div>}
                </td>
                <td>
                  <span class={tone === "open" ? "badge" : `badge badge-${tone}`}>{name}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** The farthest that most intervals reach, and no farther: one that is not known at all would leave the others a dot. */
function reachOf(seen: Seen[]): number {
  const ends = seen
    .flatMap(({ lift }) => [lift?.low, lift?.high, lift?.value])
    .flatMap((end) => (typeof end === "number" && Number.isFinite(end) ? [Math.abs(end)] : []));
  return Math.min(2, Math.max(0.1, Math.ceil(Math.max(0, ...ends) * 10) / 10));
}
