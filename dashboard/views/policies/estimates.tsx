import type { WhatIf } from "../../api/policies.ts";
import { Button } from "../../parts/button.tsx";
import { downloadCsv } from "../../parts/download.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { percent } from "../../parts/words.ts";

type Evaluation = Extract<NonNullable<WhatIf["result"]>["evaluation"], { ok: true }>;
type Estimate = Evaluation["doublyRobust"];

/** Three ways to estimate the same, beside what was logged; and what they rest on. */
export function Estimates({ policy, evaluation }: { policy: string; evaluation: Evaluation }) {
  const { logged, ips, snips, doublyRobust, visitors, effectiveVisitors, meanWeight, clipped } = evaluation;
  const rows: [name: string, about: string, estimate: Estimate][] = [
    ...(logged ? [["As they were led", "Counted", logged] satisfies [string, string, Estimate]] : []),
    [`Led by ${policy}`, "Doubly robust: the one to go by", doublyRobust],
    ["", "Self-normalised weights (SNIPS)", snips],
    ["", "Plain weights (IPS)", ips],
  ];
  const top = scaleTop(rows.map(([, , { high }]) => high));
  const download = () =>
    downloadCsv(
      "what-if",
      ["estimate", "value", "low", "high"],
      rows.map(([name, about, { value, low, high }]) => [
        [name, about].filter(Boolean).join(": "),
        value,
        low,
        high,
      ]),
    );
  return (
    <section class="card" aria-labelledby="estimates">
      <div class="card-head">
        <h2 id="estimates">Conversations that come to an accepted item</h2>
        <Button kind="quiet" onClick={download}>
          CSV
        </Button>
      </div>
      <TableScroll label="Estimates">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Estimate</th>
              <th scope="col" class="number">
                Share
              </th>
              <th scope="col">95 % interval, 0 to {percent(top, 0)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, about, estimate]) => (
              <tr key={about}>
                <th scope="row">
                  {name && <div class="estimate-name">{name}</div>}
                  <div class="small soft">{about}</div>
                </th>
                <td class="number">{percent(estimate.value)}</td>
                <td class="interval-cell">
                  <Range estimate={estimate} top={top} isMain={about === "Counted" || name !== ""} />
                  <span class="small faint">
                    {percent(Math.max(0, estimate.low))} to {percent(Math.min(1, estimate.high))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <dl class="card-body policy-numbers">
        <div>
          <dt class="small soft">Tells as much as</dt>
          <dd>
            {Math.round(effectiveVisitors).toLocaleString("en")} of {visitors.toLocaleString("en")} visitors
          </dd>
        </div>
        <div>
          <dt class="small soft">Mean weight (1 is right)</dt>
          <dd>{meanWeight.toFixed(2)}</dd>
        </div>
        <div>
          <dt class="small soft">Conversations whose weight was cut</dt>
          <dd>{percent(clipped)}</dd>
        </div>
      </dl>
    </section>
  );
}

function Range({
  estimate: { value, low, high },
  top,
  isMain,
}: {
  estimate: Estimate;
  top: number;
  isMain: boolean;
}) {
  const at = (share: number) => `${(100 * Math.min(Math.max(0, share), top)) / top}%`;
  const from = Math.max(0, low);
  return (
    <span class={isMain ? "share-range share-range-main" : "share-range"} aria-hidden="true">
      <span class="share-range-span" style={{ left: at(from), width: at(Math.min(high, top) - from) }} />
      <span class="share-range-value" style={{ left: at(value) }} />
    </span>
  );
}

/** The next tenth above all that is drawn. */
function scaleTop(highs: readonly number[]): number {
  return Math.min(1, Math.max(0.1, Math.ceil(Math.max(...highs) * 10) / 10));
}
