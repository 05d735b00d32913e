/** Each goal in each arm, with its lift drawn to one scale: a bar that crosses the line in the middle has not decided anything. */
import type { Report } from "../../api/experiments.ts";
import { tellLift } from "../../parts/format.ts";
import { IntervalBar } from "../../parts/interval-bar.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { decimals, tellDifference, tellLiftInterval, tellP, tellValue } from "./figures.ts";

type Metrics = Report["metrics"];
type Comparison = Metrics[number]["comparisons"][number];

const CONCLUSIONS: Record<Comparison["conclusion"], { name: string; tone: "good" | "bad" | "open" }> = {
  better: { name: "Better", tone: "good" },
  worse: { name: "Worse", tone: "bad" },
  open: { name: "Open", tone: "open" },
};

export function MetricsTable({
  metrics,
  arms,
  currency,
}: {
  metrics: Metrics;
  arms: Report["experiment"]["plan"]["arms"];
  currency: string;
}) {
  const reach = reachOf(metrics);
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
              p
            </th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {metrics.flatMap(({ metric, values, comparisons, windowDays }, place) =>
            comparisons.map((comparison) => {
              const { arm, lift, difference, adjustedP, conclusion, reason } = comparison;
              const mean = (key: string | undefined) => values.find((value) => value.arm === key)?.mean ?? 0;
              const { name, tone } = CONCLUSIONS[conclusion];
              const interval = lift?.interval ?? null;
              return (
                <tr key={`${metric.key} ${arm}`}>
                  <th scope="row">
                    <span class="metric-name" title={metric.says}>
                      {metric.name}
                    </span>
                    <div class="small faint nowrap">
                      {place === 0 ? "decides · " : ""}
                      {windowDays} days
                    </div>
                  </th>
                  <td class="number">{tellValue(metric, mean(arms[0]?.key), currency)}</td>
                  <td>{nameOf(arm)}</td>
                  <td class="number">{tellValue(metric, mean(arm), currency)}</td>
                  <td class="number">
                    {lift ? tellLift(lift.value) : "–"}
                    <div class="small faint">{tellDifference(metric, difference.value, currency)}</div>
                  </td>
                  <td class="interval-cell">
                    {interval && lift && (
                      <>
                        <IntervalBar
                          {...{ value: lift.value, low: interval.low, high: interval.high, reach, tone }}
                          label={`Lift ${tellLift(lift.value)}, ${tellLiftInterval(interval)}`}
                        />
                        <div class="small faint interval-words">{tellLiftInterval(interval)}</div>
                      </>
                    )}
                  </td>
                  <td class="number">{reason ? "–" : tellP(adjustedP)}</td>
                  <td>
                    <span class={tone === "open" ? "badge" : `badge badge-${tone}`}>{name}</span>
                  </td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** The farthest that most intervals reach, and no farther: one that is not known at all would leave the others a dot. */
function reachOf(metrics: Metrics): number {
  const ends = metrics
    .flatMap(({ comparisons }) => comparisons)
    .flatMap(({ lift }) => [lift?.interval?.low, lift?.interval?.high, lift?.value])
    .flatMap((end) => (typeof end === "number" ? [Math.abs(end)] : []));
  return Math.min(2, Math.max(0.1, Math.ceil(Math.max(0, ...ends) * 10) / 10));
}
