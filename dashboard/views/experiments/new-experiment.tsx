/** A plan, with what it takes beside it: how many visitors and days, worked out anew while one writes. */

import { useEffect, useMemo, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { MetricKey } from "../../../server/experiment/metrics.ts";
import { createExperiment, type PlanInput, type SizeReport, sizeOfPlan } from "../../api/experiments.ts";
import { useSession } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { Field, Select } from "../../parts/field.tsx";
import { tellCount, tellMoney, tellShare } from "../../parts/format.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { toastError } from "../../parts/toast.tsx";
import { GOALS, GUARDRAILS, METRIC_NAMES, UNITS } from "./metric-names.ts";

const ARMS = [
  { value: "as-is", name: "As the site is now" },
  { value: "sociable", name: "Sociable: talks like a person" },
  { value: "informational", name: "Informational: keeps to facts" },
  { value: "quiet", name: "Quiet: speaks only when spoken to" },
  { value: "bandit", name: "Bandit: goes on learning" },
  { value: "holdout", name: "Holdout: no assistant at all" },
] as const;

const SETTLE_MS = 250;

export default function NewExperiment() {
  const { site, member } = useSession();
  const { route } = useLocation();
  const [name, setName] = useState("");
  const [hypothesis, setHypothesis] = useState("");
  const [control, setControl] = useState<string>("informational");
  const [treatment, setTreatment] = useState<string>("sociable");
  const [metric, setMetric] = useState<(typeof GOALS)[number]>("conversion");
  const [effect, setEffect] = useState("2");
  const [guardrails, setGuardrails] = useState<MetricKey[]>(["dismissal", "human-asked", "complaint"]);
  const minorPerUnit = useMemo(
    () =>
      10 **
      (new Intl.NumberFormat("en", { style: "currency", currency: site.currency }).resolvedOptions()
        .maximumFractionDigits ?? 2),
    [site.currency],
  );
  const unit = UNITS[metric];
  const factor = unit === "share" ? 0.01 : unit === "money" ? minorPerUnit : 1;
  const plan: PlanInput = {
    hypothesis,
    arms: [control, treatment],
    metrics: [metric],
    guardrails,
    ...(Number(effect) > 0 && { minimumEffect: Number(effect) * factor }),
  };
  const submit = (event: Event) => {
    event.preventDefault();
    createExperiment({ name: name.trim(), plan, by: member.email }).then(
      ({ key }) => route(`/dashboard/experiments/${key}`),
      toastError,
    );
  };
  return (
    <>
      <p class="crumb small">
        <a href="/dashboard/experiments">Experiments</a>
      </p>
      <PageHead
        title="New experiment"
        about="It stays a draft until you start it; then the plan is frozen."
      />
      <form class="form-page" onSubmit={submit}>
        <div class="form">
          <Field label="Name" required value={name} onValue={setName} placeholder="Talk or facts" />
          <Field
            label="What do you believe, and why?"
            value={hypothesis}
            onValue={setHypothesis}
            placeholder="Shoppers who are talked with buy more often."
          />
          <Select label="The control" value={control} options={ARMS} onValue={setControl} />
          <Select label="Against" value={treatment} options={ARMS} onValue={setTreatment} />
          <Select
            label="What decides"
            value={metric}
            options={GOALS.map((value) => ({ value, name: METRIC_NAMES[value] }))}
            onValue={setMetric}
          />
          <Field
            label={`The least difference worth having, in ${unit === "share" ? "percentage points" : unit === "money" ? site.currency : "points"}`}
            type="number"
            step="any"
            min={0}
            value={effect}
            onValue={setEffect}
            help="A smaller one takes many more visitors: half of it takes four times as many."
          />
          <fieldset class="checks">
            <legend>What must not get worse</legend>
            {GUARDRAILS.map((guardrail) => (
              <label key={guardrail}>
                <input
                  type="checkbox"
                  checked={guardrails.includes(guardrail)}
                  onChange={(event) =>
                    setGuardrails(
                      event.currentTarget.checked
                        ? [...guardrails, guardrail]
                        : guardrails.filter((one) => one !== guardrail),
                    )
                  }
                />
                {METRIC_NAMES[guardrail]}
              </label>
            ))}
          </fieldset>
          <div>
            <Button kind="primary" type="submit">
              Keep as a draft
            </Button>
          </div>
        </div>
        <SizeCard plan={plan} currency={site.currency} />
      </form>
    </>
  );
}

function SizeCard({ plan, currency }: { plan: PlanInput; currency: string }) {
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
