/** What INSPIRED's authors counted for human recommenders, for this shop: which strategies lead to an accepted item. */

import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { readStrategies, readSuccess, type StrategyShares } from "../../api/insight.ts";
import { Button } from "../../parts/button.tsx";
import { downloadCsv } from "../../parts/download.ts";
import { Select } from "../../parts/field.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { capitalised } from "../../parts/words.ts";
import { conclude } from "./conclude.ts";
import { csvRows } from "./csv-rows.ts";
import { NoTurns } from "./no-turns.tsx";
import { PHASE_NAMES } from "./phase-names.ts";
import { ShareBars } from "./share-bars.tsx";
import { ShareTable } from "./share-table.tsx";
import { ORDERS, type Order, sorted } from "./sorted.ts";

export function Shares({ days }: { days: number | null }) {
  const { query } = useLocation();
  const phase = query.phase ?? null;
  const kind = query.kind ?? null;
  const shares = useResource(`${days} ${phase} ${kind}`, (signal) =>
    readStrategies({ days, phase, kind }, signal),
  );
  return (
    <>
      <Filters days={days} phase={phase} kind={kind} isShown={shares.data !== null} />
      <Loaded resource={shares} skeleton={<Skeleton lines={12} />}>
        {(data) => (data.turns === 0 ? <NoTurns /> : <ShareCards shares={data} />)}
      </Loaded>
    </>
  );
}

const ANY = "";

/** Which turns are counted; both stand in the address. What there is to choose from is asked for once the shares are there. */
function Filters({
  days,
  phase,
  kind,
  isShown,
}: {
  days: number | null;
  phase: string | null;
  kind: string | null;
  isShown: boolean;
}) {
  const { query, path, route } = useLocation();
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (isShown) setAsked(true);
  }, [isShown]);
  const success = useResource(`success ${days} ${isAsked}`, async (signal) =>
    isAsked ? readSuccess(days, signal) : null,
  );
  const kinds = success.data?.kinds.map((each) => each.kind) ?? [];
  const known = kind === null || kinds.includes(kind) ? kinds : [kind, ...kinds];
  const set = (name: "phase" | "kind", value: string) => {
    const { [name]: _, ...others } = query;
    route(`${path}?${new URLSearchParams(value === ANY ? others : { ...others, [name]: value })}`, true);
  };
  return (
    <div class="strategy-filters">
      <Select
        label="Phase of the talk"
        value={phase ?? ANY}
        options={[
          { value: ANY, name: "All phases" },
          ...Object.entries(PHASE_NAMES).map(([value, { name }]) => ({ value, name })),
        ]}
        onValue={(value) => set("phase", value)}
      />
      <Select
        label="Looked for"
        value={kind ?? ANY}
        options={[
          { value: ANY, name: "All categories" },
          ...known.map((value) => ({ value, name: capitalised(value) })),
        ]}
        onValue={(value) => set("kind", value)}
      />
    </div>
  );
}

function ShareCards({ shares }: { shares: StrategyShares }) {
  const [order, setOrder] = useState<Order>("accepted");
  const rows = sorted(shares.strategies, order);
  return (
    <>
      <section class="card" aria-labelledby="conclusions">
        <div class="card-head">
          <h2 id="conclusions">What this says</h2>
        </div>
        <div class="card-body conclusions">
          {conclude(shares).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </section>
      <section class="card" aria-labelledby="shares">
        <div class="card-head share-head">
          <h2 id="shares">Shares with 95 % intervals</h2>
          <div class="share-tools">
            <Select label="Order" isLabelHidden value={order} options={ORDERS} onValue={setOrder} />
            <Button onClick={() => downloadCsv("strategies", ...csvRows(rows))}>CSV</Button>
          </div>
        </div>
        <div class="card-body">
          <ShareBars rows={rows} />
          <details class="behind">
            <summary class="small">The figures as a table</summary>
            <ShareTable rows={rows} />
          </details>
        </div>
      </section>
    </>
  );
}
