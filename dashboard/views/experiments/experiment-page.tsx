/** One experiment: what is known, in words first; then everything it rests on, and what can be done. */
import { useLocation, useRoute } from "preact-iso/router";
import { type Report, readChanges, readLooks, readReport, reportCsvOf } from "../../api/experiments.ts";
import { useMay } from "../../frame/session-state.tsx";
import { tellDay, tellMinute, tellShare } from "../../parts/format.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { lazyView } from "../lazy-view.tsx";
import { Actions } from "./actions.tsx";
import { Guardrails } from "./guardrails.tsx";
import { METHOD_SAYS, METHODS } from "./methods.ts";
import { MetricsTable } from "./metrics-table.tsx";
import { StateBadge } from "./state-badge.tsx";
import { TrafficCard } from "./traffic-card.tsx";
import "./experiments.css";

const Course = lazyView(() => import("../../plots/course.tsx"));

export default function ExperimentPage() {
  const { key = "" } = useRoute().params;
  const report = useResource(`report ${key}`, (signal) => readReport(key, signal), { refreshMs: 60_000 });
  return (
    <>
      <p class="crumb small">
        <a href="/dashboard/experiments">Experiments</a>
      </p>
      <Loaded resource={report}>{(data) => <Shown report={data} reload={report.reload} />}</Loaded>
    </>
  );
}

function Shown({ report, reload }: { report: Report; reload: () => void }) {
  const { experiment, metrics, currency } = report;
  const { key, name, state, plan, coverage, startedAt } = experiment;
  const mayChange = useMay("editor");
  const looks = useResource(`looks ${key}`, (signal) => readLooks(key, signal));
  return (
    <>
      <PageHead
        title={name}
        about={
          <>
            <StateBadge state={state} />{" "}
            {startedAt === null
              ? "not started"
              : `since ${tellDay(startedAt)}, with ${tellShare(coverage, 0)} of the visitors`}
          </>
        }
        actions={mayChange && <Actions report={report} onDone={reload} />}
      />
      {plan.hypothesis !== "" && <p class="hypothesis">{plan.hypothesis}</p>}
      {state === "draft" ? (
        <p class="notice">
          It is a draft: nobody is in it. Start it, and the plan is frozen, so that its result can be trusted.
        </p>
      ) : (
        <>
          <VerdictCard report={report} />
          <TrafficCard report={report} />
          <MetricsCard report={report} />
          {looks.data && looks.data.length > 1 && metrics[0] && (
            <Course looks={looks.data} metric={metrics[0].metric} arms={plan.arms} currency={currency} />
          )}
          <Guardrails guardrails={report.guardrails} arms={plan.arms} currency={currency} />
          <Notes notes={report.notes} />
        </>
      )}
      <Changes experimentKey={key} state={state} />
    </>
  );
}

/** The same figures by one of three methods, which the address says. */
function MetricsCard({ report: { experiment, metrics, currency } }: { report: Report }) {
  const { path, query, route } = useLocation();
  const method = METHODS.find(({ value }) => value === query.method)?.value ?? "any-time";
  return (
    <section class="card" aria-labelledby="metrics">
      <div class="card-head">
        <h2 id="metrics">Metrics</h2>
        <div class="method-head">
          <Segments
            label="How they are judged"
            value={method}
            options={METHODS}
            onValue={(chosen) => route(chosen === "any-time" ? path : `${path}?method=${chosen}`, true)}
          />
          <a class="small" href={reportCsvOf(experiment.key)} download>
            CSV
          </a>
        </div>
      </div>
      <p class="method-says small soft">{METHOD_SAYS[method]}</p>
      <MetricsTable {...{ method, metrics, currency }} arms={experiment.plan.arms} />
    </section>
  );
}

const TONES: Partial<Record<Report["verdict"]["code"], string>> = {
  winner: "good",
  "control-wins": "bad",
  harm: "bad",
  mismatch: "bad",
  crossed: "warn",
};

function VerdictCard({ report: { verdict, at, isCurrent } }: { report: Report }) {
  return (
    <section class={`card verdict verdict-${TONES[verdict.code] ?? "open"}`} aria-label="Verdict">
      <p class="verdict-says">{verdict.says}</p>
      <p class="soft">{verdict.next}</p>
      <p class="small faint">
        As of {tellMinute(at)}
        {!isCurrent && "; the latest events are still being counted"}
      </p>
    </section>
  );
}

function Notes({ notes }: { notes: string[] }) {
  return (
    <section class="card" aria-labelledby="notes">
      <div class="card-head">
        <h2 id="notes">How to read this</h2>
      </div>
      <ul class="card-body bullets notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ experimentKey, state }: { experimentKey: string; state: string }) {
  const changes = useResource(`changes ${experimentKey} ${state}`, (signal) =>
    readChanges(experimentKey, signal),
  );
  return (
    <section class="card" aria-labelledby="changes">
      <div class="card-head">
        <h2 id="changes">What was done</h2>
      </div>
      <div class="card-body">
        <Loaded resource={changes}>
          {(all) => (
            <ol class="rows">
              {all.toReversed().map(({ at, by, action, detail }) => (
                <li key={`${at} ${action}`}>
                  <span>
                    {action}
                    {typeof detail.coverage === "number" && ` at ${tellShare(detail.coverage, 0)}`}{" "}
                    <span class="soft">by {by}</span>
                  </span>
                  <time class="small soft nowrap" dateTime={at}>
                    {tellMinute(at)}
                  </time>
                </li>
              ))}
            </ol>
          )}
        </Loaded>
      </div>
    </section>
  );
}
