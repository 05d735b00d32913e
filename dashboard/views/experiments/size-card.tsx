/** How many visitors and days a plan takes, worked out anew while one writes. */
import { useEffect, useState } from "preact/hooks";
import { type PlanInput, type SizeReport, sizeOfPlan } from "../../api/experiments.ts";
import { tellCount, tellMoney, tellShare } from "../../parts/format.ts";
import { METRIC_NAMES, UNITS } from "./metric-names.ts";

const SETTLE_MS = 250;

export function SizeCard({ plan, currency }: { plan: PlanInput; currency: string }) {
  const [sized, setSized] = useState<{ size: SizeReport; remarks: string[] } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const question = JSON.stringify({ ...plan, hypothesis: "" });
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(() => {
      sizeOfPlan(JSON.parse(question) as PlanInput, asking.signal).then(
        (answer) => {
          setSized(answer);
          setError(null);
        },
        (failure: Error) => {
          if (!asking.signal.aborted) setError(failure.message);
        },
      );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [question]);
  return (
    <section class="card" aria-labelledby="sized" aria-live="polite">
      <div class="card-head">
        <h2 id="sized">What it takes</h2>
      </div>
      <div class="card-body">
        {error !== null ? (
          <p class="notice notice-warn">{error}</p>
        ) : (
          sized && <Sized {...sized} currency={currency} />
        )}
      </div>
    </section>
  );
}

function Sized({ size, remarks, currency }: { size: SizeReport; remarks: string[]; currency: string }) {
  const need = size.needs.sequential;
  const unit = UNITS[size.metric];
  const tell = (value: number) =>
    unit === "share"
      ? `${tellShare(value, 2)}`
      : unit === "money"
        ? tellMoney(value, currency)
        : value.toFixed(2);
  return (
    <div class="form sized">
      <p>
        <strong>{need ? tellCount(need.visitors) : "–"}</strong> <span class="soft">visitors</span>
        <br />
        <span class="soft">
          {need?.wholeWeeks
            ? `about ${tellCount(need.wholeWeeks / 7)} ${need.wholeWeeks === 7 ? "week" : "weeks"} at ${tellCount(size.visitorsPerDay)} visitors a day`
            : "Nobody has come lately, so there is no telling how long."}
        </span>
      </p>
      <p class="small soft">
        {size.baseline
          ? `${METRIC_NAMES[size.metric]} was ${tell(size.baseline.mean)} in the last ${size.historyDays} days.`
          : "Too little is known of the metric; the worst case is assumed."}{" "}
        You may look at any time, and a difference that is there is found in {tellShare(size.power, 0)} of
        cases.
      </p>
      <table class="table small">
        <thead>
          <tr>
            <th scope="col">After</th>
            <th scope="col" class="number">
              Visitors
            </th>
            <th scope="col" class="number">
              Finds from
            </th>
          </tr>
        </thead>
        <tbody>
          {size.finds.map(({ days, visitors, sequential }) => (
            <tr key={days}>
              <td>{days / 7 === 1 ? "1 week" : `${days / 7} weeks`}</td>
              <td class="number">{tellCount(visitors)}</td>
              <td class="number">{sequential === null ? "–" : tell(sequential)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {remarks.map((remark) => (
        <p key={remark} class="notice small">
          {remark}
        </p>
      ))}
    </div>
  );
}
