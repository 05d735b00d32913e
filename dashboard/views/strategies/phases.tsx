/** How often an item was accepted right after a turn with each strategy, phase by phase: a table whose cells are intervals. */
import { readSuccess, type SuccessReport } from "../../api/insight.ts";
import { Button } from "../../parts/button.tsx";
import { downloadCsv } from "../../parts/download.ts";
import { Skeleton } from "../../parts/skeleton.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { counted, nameOf } from "../../parts/words.ts";
import { NoTurns } from "./no-turns.tsx";
import { PHASE_NAMES } from "./phase-names.ts";
import { SuccessBar } from "./success-bar.tsx";

type Phase = SuccessReport["phases"][number];
type Cell = Phase["strategies"][number];

export function Phases({ days }: { days: number | null }) {
  const success = useResource(`success ${days}`, (signal) => readSuccess(days, signal));
  return (
    <Loaded resource={success} skeleton={<Skeleton lines={12} />}>
      {(data) => (data.phases.length + data.unrecorded === 0 ? <NoTurns /> : <PhaseTable report={data} />)}
    </Loaded>
  );
}

function PhaseTable({ report: { phases, unrecorded } }: { report: SuccessReport }) {
  const strategies = strategiesOf(phases);
  const top = Math.max(
    0.1,
    ...phases.flatMap((phase) => [phase, ...phase.strategies].map(({ success }) => success?.high ?? 0)),
  );
  return (
    <section class="card" aria-labelledby="phases">
      <div class="card-head share-head">
        <h2 id="phases">Accepted right after it, with 95 % intervals</h2>
        <Button onClick={() => downloadCsv("strategies-by-phase", ...csvRows(phases))}>CSV</Button>
      </div>
      <div class="card-body">
        <p class="small soft phase-says">
          Of the turns with a strategy, the share after which the shopper settled on an item, put it in the
          cart or bought. Turns after that are not counted. ▲ and ▼ mark intervals that lie wholly above or
          below all turns of that phase: they say what goes together, not what causes it. Of this many
          intervals, about one in twenty misses by chance.
        </p>
        <TableScroll label="Success by phase">
          <table class="table phase-table">
            <thead>
              <tr>
                <th scope="col">Strategy</th>
                {phases.map(({ phase }) => (
                  <th key={phase} scope="col">
                    {PHASE_NAMES[phase].name}
                    <span class="phase-about">{PHASE_NAMES[phase].says}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr class="phase-all">
                <th scope="row">All turns</th>
                {phases.map((phase) => (
                  <PhaseCell key={phase.phase} cell={{ ...phase, standsOut: null }} top={top} />
                ))}
              </tr>
              {strategies.map((strategy) => (
                <tr key={strategy}>
                  <th scope="row">{nameOf(strategy)}</th>
                  {phases.map((phase) => (
                    <PhaseCell
                      key={phase.phase}
                      cell={phase.strategies.find((each) => each.strategy === strategy) ?? null}
                      top={top}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
        {unrecorded > 0 && (
          <p class="small soft phase-says">
            {counted(unrecorded, "turn")} of an earlier version say nothing of their phase and are left out.
          </p>
        )}
      </div>
    </section>
  );
}

const MARKS = {
  above: { sign: "▲", says: "above the phase's own share" },
  below: { sign: "▼", says: "below the phase's own share" },
} as const;

function PhaseCell({
  cell,
  top,
}: {
  cell: Pick<Cell, "turns" | "success" | "standsOut"> | null;
  top: number;
}) {
  if (cell === null) return <td class="faint">–</td>;
  const mark = cell.standsOut && MARKS[cell.standsOut];
  return (
    <td>
      <SuccessBar success={cell.success} top={top} />
      <span class="phase-turns">
        {mark && (
          <>
            <span aria-hidden="true">{mark.sign}</span>
            <span class="visually-hidden">{mark.says}, </span>{" "}
          </>
        )}
        {cell.success === null && "too few: "}
        {counted(cell.turns, "turn")}
      </span>
    </td>
  );
}

/** Those most used first. */
function strategiesOf(phases: readonly Phase[]): Cell["strategy"][] {
  const turns = new Map<Cell["strategy"], number>();
  for (const { strategies } of phases)
    for (const cell of strategies) turns.set(cell.strategy, (turns.get(cell.strategy) ?? 0) + cell.turns);
  return [...turns].sort((a, b) => b[1] - a[1]).map(([strategy]) => strategy);
}

function csvRows(phases: readonly Phase[]): [string[], (string | number | null)[][]] {
  const header = ["phase", "strategy", "turns", "conversations", "accepted_after", "low", "high"];
  const row = (
    phase: string,
    strategy: string,
    { turns, conversations, success }: Omit<Cell, "strategy" | "standsOut">,
  ) => [
    ...[phase, strategy, turns, conversations],
    ...[success?.value ?? null, success?.low ?? null, success?.high ?? null],
  ];
  return [
    header,
    phases.flatMap((phase) => [
      row(phase.phase, "all", phase),
      ...phase.strategies.map((cell) => row(phase.phase, cell.strategy, cell)),
    ]),
  ];
}
