import type { Share } from "../../api/insight.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { nameOf, percent } from "../../parts/words.ts";
import type { StrategyRow } from "./sorted.ts";

export function ShareTable({ rows }: { rows: readonly StrategyRow[] }) {
  return (
    <TableScroll label="Strategies' shares">
      <table class="table small">
        <thead>
          <tr>
            <th scope="col">Strategy</th>
            <th scope="col" class="number">
              Acts
            </th>
            <th scope="col" class="number">
              Of all acts
            </th>
            <th scope="col" class="number">
              Before acceptance
            </th>
            <th scope="col" class="number">
              Of those acts
            </th>
            <th scope="col" class="number">
              Difference in points
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ strategy, acts, share, acceptedActs, acceptedShare, difference }) => (
            <tr key={strategy}>
              <th scope="row">{nameOf(strategy)}</th>
              <td class="number">{acts.toLocaleString()}</td>
              <td class="number">{inPercent(share)}</td>
              <td class="number">{acceptedActs.toLocaleString()}</td>
              <td class="number">{inPercent(acceptedShare)}</td>
              <td class="number">{inPoints(difference)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function inPercent(share: Share | null): string {
  return share ? `${percent(share.value)} (${percent(share.low)} to ${percent(share.high)})` : "–";
}

function inPoints(share: Share | null): string {
  if (!share) return "–";
  const points = (value: number) => `${value > 0 ? "+" : ""}${(value * 100).toFixed(1)}`;
  return `${points(share.value)} (${points(share.low)} to ${points(share.high)})`;
}
