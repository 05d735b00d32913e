/** How the interval of the metric that decides has narrowed, look by look; with every figure in a table behind it. */
import * as Plot from "@observablehq/plot";
import { useEffect, useRef } from "preact/hooks";
import type { Look, Report } from "../api/experiments.ts";
import { tellMinute } from "../parts/format.ts";
import { TableScroll } from "../parts/table-scroll.tsx";
import { tellDifference } from "../views/experiments/figures.ts";
import { csvUrl } from "./csv-url.ts";
import { useWidth } from "./use-width.ts";

/** A colour and a dash each, so that lines can be told apart without colours, too. */
const SERIES = [
  { colour: "var(--accent)", dashes: "none" },
  { colour: "var(--series-2)", dashes: "6 3" },
  { colour: "var(--series-3)", dashes: "2 3" },
  { colour: "var(--series-4)", dashes: "8 3 2 3" },
  { colour: "var(--series-5)", dashes: "3 5" },
] as const;
const LABEL_WIDTH = 104;

type Arms = Report["experiment"]["plan"]["arms"];

export default function Course({
  looks,
  metric,
  arms,
  currency,
}: {
  looks: Look[];
  metric: Report["metrics"][number]["metric"];
  arms: Arms;
  currency: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const nameOf = (key: string) => arms.find((arm) => arm.key === key)?.name ?? key;
  const rows = looks.flatMap(({ at, metrics }) =>
    metrics
      .filter((one) => one.metric === metric.key)
      .map(({ arm, difference, low, high }) => ({
        at: new Date(at),
        arm: nameOf(arm),
        difference,
        low,
        high,
      })),
  );
  const scale = metric.unit === "share" ? 100 : 1;
  useEffect(() => {
    if (width === 0) return;
    const points = rows.map((row) => {
      const { difference, low, high } = row;
      return {
        ...row,
        difference: difference * scale,
        low: (low ?? difference) * scale,
        high: (high ?? difference) * scale,
      };
    });
    const treatments = arms.slice(1).flatMap(({ name }, index) => {
      const own = points.filter(({ arm }) => arm === name);
      return own.length === 0 ? [] : [{ name, own, look: SERIES[index % SERIES.length] ?? SERIES[0] }];
    });
    // The first looks know next to nothing; what they reach for would flatten all that follows.
    const most = Math.max(
      ...points.slice(Math.floor(points.length / 8)).flatMap(({ low, high }) => [-low, high]),
      0,
    );
    const plot = Plot.plot({
      className: "plot",
      width,
      height: 240,
      marginLeft: 48,
      marginRight: treatments.length > 1 ? LABEL_WIDTH : 12,
      x: { type: "utc", label: null, ticks: Math.max(2, Math.round(width / 120)) },
      y: {
        domain: [-most, most],
        grid: true,
        label: metric.unit === "share" ? "percentage points" : "difference",
        clamp: true,
      },
      marks: [
        ...treatments.map(({ own, look }) =>
          Plot.areaY(own, {
            ...{ x: "at", y1: "low", y2: "high", fill: look.colour },
            fillOpacity: treatments.length > 1 ? 0.08 : 0.14,
            clip: true,
          }),
        ),
        ...treatments.map(({ own, look }) =>
          Plot.lineY(own, {
            ...{ x: "at", y: "difference", stroke: look.colour, strokeWidth: 1.75 },
            strokeDasharray: look.dashes,
          }),
        ),
        Plot.ruleY([0], { stroke: "var(--ink-soft)", strokeWidth: 1 }),
        ...treatments.map(({ own, look }) =>
          Plot.dot(own.slice(-1), { x: "at", y: "difference", fill: look.colour, r: 3 }),
        ),
        // One arm needs no name beside its line.
        ...(treatments.length > 1 ? treatments : []).map(({ own, look, name }) =>
          Plot.text(own.slice(-1), {
            ...{ x: "at", y: "difference", fill: look.colour, dx: 8, textAnchor: "start" as const },
            ...{ text: () => name, lineWidth: 10, textOverflow: "ellipsis" as const, fontWeight: 500 },
          }),
        ),
      ],
    });
    plot.setAttribute("aria-hidden", "true");
    place.current?.replaceChildren(plot);
  }, [width, looks]);
  const csv = [
    ["at", "arm", "difference", "low", "high"],
    ...rows.map(({ at, arm, difference, low, high }) => [
      at.toISOString(),
      arm,
      difference,
      low ?? "",
      high ?? "",
    ]),
  ];
  return (
    <section class="card" aria-labelledby="course">
      <div class="card-head">
        <h2 id="course">{metric.name} over time</h2>
        <a class="small" href={csvUrl(csv)} download="looks.csv">
          CSV
        </a>
      </div>
      <div class="card-body">
        <p class="small soft">
          The difference from the control, and the range it is in however often one looks. Once the range
          leaves the line at 0, the experiment has decided.
        </p>
        <div ref={place} class="plot-place" />
        <details class="small">
          <summary>The figures as a table</summary>
          <TableScroll label="Looks">
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">Look</th>
                  <th scope="col">Arm</th>
                  <th scope="col" class="number">
                    Difference
                  </th>
                  <th scope="col" class="number">
                    From
                  </th>
                  <th scope="col" class="number">
                    To
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.toReversed().map(({ at, arm, difference, low, high }) => (
                  <tr key={`${at.toISOString()} ${arm}`}>
                    <td class="nowrap">{tellMinute(at.toISOString())}</td>
                    <td>{arm}</td>
                    <td class="number">{tellDifference(metric, difference, currency)}</td>
                    <td class="number">{low === null ? "open" : tellDifference(metric, low, currency)}</td>
                    <td class="number">{high === null ? "open" : tellDifference(metric, high, currency)}</td>
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
