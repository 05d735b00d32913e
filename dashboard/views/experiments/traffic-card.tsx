/** Who was exposed: how far the plan has come, and whether the arms are of the sizes that chance allows. */
import type { Report } from "../../api/experiments.ts";
import { tellCount, tellShare } from "../../parts/format.ts";
import { tellP } from "./figures.ts";

export function TrafficCard({ report: { traffic, experiment } }: { report: Report }) {
  const { units, planned, daysLeft, arms, mismatch, crossed } = traffic;
  const nameOf = (key: string) => experiment.plan.arms.find((arm) => arm.key === key)?.name ?? key;
  const leftOut = Object.values(traffic.leftOut).reduce((sum, count) => sum + (count ?? 0), 0);
  return (
    <section class="card" aria-labelledby="traffic">
      <div class="card-head">
        <h2 id="traffic">Visitors</h2>
        <span class="small soft">
          {tellCount(units)} of {tellCount(planned)} planned
          {daysLeft !== null && daysLeft > 0 && `, about ${tellCount(daysLeft)} days to go`}
        </span>
      </div>
      <div class="card-body traffic">
        <progress max={planned} value={Math.min(units, planned)} aria-label="Of the planned visitors" />
        <ul class="rows">
          {arms.map((arm) => (
            <li key={arm.arm}>
              <span>
                {nameOf(arm.arm)} {arm.isHalted && <span class="badge badge-bad">halted</span>}
              </span>
              <span class="nowrap">
                {tellCount(arm.units)}{" "}
                <span class="soft">
                  {tellShare(arm.share)}
                  {!arm.isHalted && `, ${tellShare(arm.expected, 0)} expected`}
                </span>
              </span>
            </li>
          ))}
        </ul>
        <p class="small">
          {mismatch.isBlocking ? (
            <span class="badge badge-bad">Arms out of proportion</span>
          ) : (
            <span class="badge badge-good">Arms in proportion</span>
          )}{" "}
          <span class="soft">
            p {tellP(mismatch.p)}
            {crossed.units > 0 && ` · ${tellCount(crossed.units)} seen in two arms, left out`}
            {leftOut > 0 && ` · ${tellCount(leftOut)} bots, previews and staff left out`}
          </span>
        </p>
      </div>
    </section>
  );
}
