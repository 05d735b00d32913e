/** The learning curve of a run as an SVG: success, turns, and how varied the acts are. */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { CurvePoint } from "./train-planner.ts";

const WIDTH = 720;
const HEIGHT = 200;
/** Batches that a point of the line is the mean of. */
const SMOOTHING = 7;

/** Needs at least one point. */
export function learningCurve(curve: readonly CurvePoint[], title: string): string {
  const panels = [
    panel(curve, "success (share of talks)", ({ success }) => success, [0, 1]),
    panel(curve, "turns", ({ turns }) => turns),
    panel(curve, "entropy of acts (nats)", ({ actEntropy }) => actEntropy),
  ];
  const drawn = panels.map((svg, index) => `<g transform="translate(0 ${30 + index * HEIGHT})">${svg}</g>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${30 + panels.length * HEIGHT}" font-family="system-ui, sans-serif" role="img" aria-label="${escaped(title)}">`,
    `<rect width="100%" height="100%" fill="white"/>`,
    `<text x="12" y="20" font-size="14" font-weight="600">${escaped(title)}</text>`,
    ...drawn,
    "</svg>\n",
  ].join("\n");
}

function panel(
  curve: readonly CurvePoint[],
  label: string,
  y: (point: CurvePoint) => number,
  domain?: [number, number],
): string {
  const { document } = parseHTML("<html><body></body></html>");
  const points = [...curve];
  const figure = Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 48,
    marginRight: 28,
    x: { label: "episodes", grid: false },
    y: { label, grid: true, ...(domain ? { domain } : {}) },
    marks: [
      Plot.dot(points, { x: "episodes", y, r: 1.5, fill: "#9aa5a0" }),
      Plot.lineY(
        points,
        Plot.windowY(
          { k: Math.min(SMOOTHING, points.length), anchor: "middle" },
          { x: "episodes", y, stroke: "#2f5d50", strokeWidth: 2 },
        ),
      ),
    ],
  });
  return figure.outerHTML;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
