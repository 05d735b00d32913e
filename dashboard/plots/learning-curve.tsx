/** How training went: the share of talks that succeeded, batch by batch; with every figure in a table behind it. */
import * as Plot from "@observablehq/plot";
import { useEffect, useRef } from "preact/hooks";
import type { TrainingRecord } from "../api/policies.ts";
import { TableScroll } from "../parts/table-scroll.tsx";
import { percent } from "../parts/words.ts";
import { csvUrl } from "./csv-url.ts";
import { useWidth } from "./use-width.ts";

type Curve = NonNullable<TrainingRecord["curve"]>;

export default function LearningCurve({ curve }: { curve: Curve }) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  useEffect(() => {
    if (width === 0) return;
    const plot = Plot.plot({
      className: "plot",
      width,
      height: 220,
      marginLeft: 44,
      x: { label: "talks held", ticks: Math.max(2, Math.round(width / 120)) },
      y: { label: "% that succeed", grid: true, nice: true, transform: (share: number) => share * 100 },
      marks: [Plot.lineY(curve, { x: "episodes", y: "success", stroke: "var(--accent)", strokeWidth: 1.75 })],
    });
    plot.setAttribute("aria-hidden", "true");
    place.current?.replaceChildren(plot);
  }, [width, curve]);
  const csv = [
    ["talks", "success", "turns", "act entropy"],
    ...curve.map(({ episodes, success, turns, actEntropy }) => [episodes, success, turns, actEntropy]),
  ];
  return (
    <section class="card" aria-labelledby="learning">
      <div class="card-head">
        <h2 id="learning">How it learned</h2>
        <a class="small" href={csvUrl(csv)} download="learning-curve.csv">
          CSV
        </a>
      </div>
      <div class="card-body">
        <div ref={place} class="plot-place" />
        <details class="small">
          <summary>The figures as a table</summary>
          <TableScroll label="Learning curve">
            <table class="table">
              <thead>
                <tr>
                  <th scope="col" class="number">
                    Talks held
                  </th>
                  <th scope="col" class="number">
                    Succeed
                  </th>
                  <th scope="col" class="number">
                    Turns
                  </th>
                  <th scope="col" class="number">
                    Variety of acts (nats)
                  </th>
                </tr>
              </thead>
              <tbody>
                {curve.map(({ episodes, success, turns, actEntropy }) => (
                  <tr key={episodes}>
                    <td class="number">{episodes.toLocaleString("en")}</td>
                    <td class="number">{percent(success)}</td>
                    <td class="number">{turns.toFixed(2)}</td>
                    <td class="number">{actEntropy.toFixed(2)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </details>
      </div>
    </section>
  );
}
