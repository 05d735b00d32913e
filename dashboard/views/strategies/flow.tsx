/** Which strategy followed which, as a table whose cells are shaded by their share of the row. */
import { useLocation } from "preact-iso/router";
import { readFlow, type StrategyFlow } from "../../api/insight.ts";
import { Button } from "../../parts/button.tsx";
import { downloadCsv } from "../../parts/download.ts";
import { Segments } from "../../parts/segments.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { nameOf, percent } from "../../parts/words.ts";
import { NoTurns } from "./no-turns.tsx";

type Step = StrategyFlow["within"][number];
type Way = "within" | "across";

const WAYS = [
  { value: "within", name: "Within a turn" },
  { value: "across", name: "From turn to turn" },
] as const;

const WORDS = {
  within: {
    begins: "The turn begins",
    ends: "The turn ends",
    says: "Read a row from left to right: after the strategy at its head, how often each other one came next in the same turn.",
  },
  across: {
    begins: "The talk begins",
    ends: "The talk ends",
    says: "Read a row from left to right: after a turn that ended with the strategy at its head, and what the shopper made of it, how often the agent's next turn began with each other one.",
  },
} as const satisfies Record<Way, object>;

export function Flow({ days }: { days: number | null }) {
  const flow = useResource(`flow ${days}`, (signal) => readFlow(days, signal));
  return (
    <Loaded resource={flow} skeleton={<Skeleton lines={12} />}>
      {(data) => (data.turns === 0 ? <NoTurns /> : <FlowCard flow={data} />)}
    </Loaded>
  );
}

function FlowCard({ flow }: { flow: StrategyFlow }) {
  const { query, path, route } = useLocation();
  const way: Way = query.way === "across" ? "across" : "within";
  const steps = flow[way];
  const words = WORDS[way];
  return (
    <section class="card" aria-labelledby="flow">
      <div class="card-head share-head">
        <h2 id="flow">What follows what</h2>
        <div class="share-tools">
          <Segments
            label="Steps"
            value={way}
            options={WAYS}
            onValue={(next) => route(`${path}?${new URLSearchParams({ ...query, way: next })}`, true)}
          />
          <Button onClick={() => downloadCsv(`strategy-flow-${way}`, ...csvRows(steps))}>CSV</Button>
        </div>
      </div>
      <div class="card-body">
        <p class="small soft phase-says">
          {words.says} Shares are of the row; {flow.turns.toLocaleString()} turns in all.
        </p>
        <FlowTable steps={steps} begins={words.begins} ends={words.ends} />
      </div>
    </section>
  );
}

function FlowTable({ steps, begins, ends }: { steps: readonly Step[]; begins: string; ends: string }) {
  const rows = headsOf(steps, "from");
  const columns = headsOf(steps, "to");
  const timesOf = (from: Step["from"], to: Step["to"]) =>
    steps.find((step) => step.from === from && step.to === to)?.times ?? 0;
  return (
    <TableScroll label="Flow from strategy to strategy">
      <table class="table flow-table">
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">From</span>
            </th>
            {columns.map((to) => (
              <th key={String(to)} scope="col">
                <span class="flow-head">{to === null ? ends : nameOf(to)}</span>
              </th>
            ))}
            <th scope="col" class="number">
              Times
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((from) => {
            const whole = columns.reduce((sum, to) => sum + timesOf(from, to), 0);
            return (
              <tr key={String(from)}>
                <th scope="row">{from === null ? begins : nameOf(from)}</th>
                {columns.map((to) => (
                  <FlowCell key={String(to)} times={timesOf(from, to)} whole={whole} />
                ))}
                <td class="number">{whole.toLocaleString()}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

function FlowCell({ times, whole }: { times: number; whole: number }) {
  if (times === 0) return <td class="flow-cell flow-none" aria-label="never" />;
  const share = times / whole;
  return (
    <td class="flow-cell" style={{ "--share": share }} title={`${times.toLocaleString()} times`}>
      {share < 0.005 ? "<1" : percent(share, 0).replace(" %", "")}
      <span class="visually-hidden"> %</span>
    </td>
  );
}

/** Beginnings and ends last among columns, first among rows; the most frequent first. */
function headsOf(steps: readonly Step[], side: "from" | "to"): Step["from"][] {
  const times = new Map<Step["from"], number>();
  for (const step of steps) times.set(step[side], (times.get(step[side]) ?? 0) + step.times);
  const named = [...times.keys()].filter((head) => head !== null);
  named.sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0));
  const edge = times.has(null) ? [null] : [];
  return side === "from" ? [...edge, ...named] : [...named, ...edge];
}

function csvRows(steps: readonly Step[]): [string[], (string | number | null)[][]] {
  return [
    ["from", "to", "times"],
    steps.map(({ from, to, times }) => [from ?? "(begins)", to ?? "(ends)", times]),
  ];
}
