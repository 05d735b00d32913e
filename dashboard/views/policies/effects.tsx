import type { TrainingRecord } from "../../api/policies.ts";
import { Button } from "../../parts/button.tsx";
import { downloadCsv } from "../../parts/download.ts";
import { IntervalBar } from "../../parts/interval-bar.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { nameOf } from "../../parts/words.ts";

type Effects = NonNullable<TrainingRecord["effects"]>;

/** By how many points each act changed how often a talk succeeded, as far as its training can tell. */
export function Effects({ effects: { of, strategies } }: { effects: Effects }) {
  const rows = Object.entries(strategies)
    .map(([strategy, effect]) => ({ strategy, ...effect }))
    .sort((a, b) => b.points - a.points);
  const reach = Math.max(...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]), 1);
  const download = () =>
    downloadCsv(
      "effects",
      ["strategy", "points", "low", "high"],
      rows.map(({ strategy, points, low, high }) => [strategy, points, low, high]),
    );
  return (
    <section class="card" aria-labelledby="effects">
      <div class="card-head">
        <h2 id="effects">What each act is worth</h2>
        <Button kind="quiet" onClick={download}>
          CSV
        </Button>
      </div>
      <p class="card-body small soft policy-note">
        Percentage points by which an act changed how often {of === "simulated" ? "simulated" : "this shop's"}{" "}
        shoppers ended with an item they wanted, against not doing it at that point. A range that crosses the
        line in the middle can be chance.
      </p>
      <TableScroll label="Effects">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Act</th>
              <th scope="col" class="number">
                Points
              </th>
              <th scope="col" class="interval-head">
                95 % interval
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ strategy, points, low, high }) => (
              <tr key={strategy}>
                <th scope="row">{nameOf(strategy)}</th>
                <td class="number">{signed(points)}</td>
                <td class="interval-cell">
                  <IntervalBar
                    value={points}
                    low={low}
                    high={high}
                    reach={reach}
                    tone={low > 0 ? "good" : high < 0 ? "bad" : "open"}
                    label={`${signed(low)} to ${signed(high)} points`}
                  />
                  <div class="small faint interval-words">
                    {signed(low)} to {signed(high)}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function signed(points: number): string {
  return `${points < 0 ? "−" : "+"}${Math.abs(points).toFixed(1)}`;
}
