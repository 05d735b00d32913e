/** All experiments of the shop, the newest first. */
import { useLocation } from "preact-iso/router";
import { type Experiment, listExperiments } from "../../api/experiments.ts";
import { useMay } from "../../frame/session-state.tsx";
import { ButtonLink } from "../../parts/button.tsx";
import { tellDay, tellShare } from "../../parts/format.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { METRIC_NAMES } from "./metric-names.ts";
import { StateBadge } from "./state-badge.tsx";

export default function Experiments() {
  const experiments = useResource("experiments", listExperiments);
  const mayChange = useMay("editor");
  return (
    <>
      <PageHead
        title="Experiments"
        about="Two ways to do it, shown to different visitors, and what came of each."
        actions={
          mayChange && (
            <ButtonLink kind="primary" href="/dashboard/experiments/new">
              New experiment
            </ButtonLink>
          )
        }
      />
      <Loaded resource={experiments}>{(all) => (all.length === 0 ? <Nothing /> : <List all={all} />)}</Loaded>
    </>
  );
}

function List({ all }: { all: Experiment[] }) {
  const { route } = useLocation();
  return (
    <div class="card">
      <TableScroll label="Experiments">
        <table class="table table-rows-open">
          <thead>
            <tr>
              <th scope="col">Experiment</th>
              <th scope="col">State</th>
              <th scope="col">Arms</th>
              <th scope="col">Decides</th>
              <th scope="col" class="number">
                Traffic
              </th>
              <th scope="col">Ran</th>
            </tr>
          </thead>
          <tbody>
            {all.map((experiment) => (
              // The link in it does the same for who has no mouse.
              <tr key={experiment.key} onClick={() => route(`/dashboard/experiments/${experiment.key}`)}>
                <th scope="row">
                  <a class="row-link" href={`/dashboard/experiments/${experiment.key}`}>
                    {experiment.name}
                  </a>
                  <div class="small soft clip">{experiment.plan.hypothesis}</div>
                </th>
                <td>
                  <StateBadge state={experiment.state} />
                </td>
                <td>{experiment.plan.arms.map(({ key }) => key).join(", ")}</td>
                <td>{experiment.plan.metrics[0] && METRIC_NAMES[experiment.plan.metrics[0].metric]}</td>
                <td class="number">
                  {experiment.state === "draft" ? "–" : tellShare(experiment.coverage, 0)}
                </td>
                <td class="nowrap soft">{tellRan(experiment)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}

function tellRan({ startedAt, stoppedAt }: Experiment): string {
  if (startedAt === null) return "not started";
  return stoppedAt === null ? `since ${tellDay(startedAt)}` : `${tellDay(startedAt)} – ${tellDay(stoppedAt)}`;
}

function Nothing() {
  return (
    <EmptyState title="Find out what the assistant is worth">
      <p>
        An experiment gives one part of your visitors one thing and another part another, and says which does
        better and how sure that is. Good ones to begin with:
      </p>
      <ul class="bullets">
        <li>
          <strong>Holdout</strong>: a few visitors see no assistant. The difference is what it brings.
        </li>
        <li>
          <strong>Sociable or informational</strong>: does it sell more when it talks like a person, or when
          it keeps to facts?
        </li>
        <li>
          <strong>Quiet</strong>: does speaking first pay, or only annoy?
        </li>
      </ul>
      <ButtonLink kind="primary" href="/dashboard/experiments/new">
        New experiment
      </ButtonLink>
    </EmptyState>
  );
}
