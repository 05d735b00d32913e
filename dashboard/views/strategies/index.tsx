/** What INSPIRED's authors counted for human recommenders, for this shop: which strategies lead to an accepted item. */
import { useState } from "preact/hooks";
import { readStrategies, type StrategyShares } from "../../api/insight.ts";
import { Button } from "../../parts/button.tsx";
import { useDays } from "../../parts/days.tsx";
import { downloadCsv } from "../../parts/download.ts";
import { Select } from "../../parts/field.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { conclude } from "./conclude.ts";
import { csvRows } from "./csv-rows.ts";
import { ShareBars } from "./share-bars.tsx";
import { ShareTable } from "./share-table.tsx";
import { ORDERS, type Order, sorted } from "./sorted.ts";
import "./strategies.css";

export default function Strategies() {
  const { days, select } = useDays();
  const shares = useResource(String(days), (signal) => readStrategies(days, signal));
  return (
    <>
      <PageHead
        title="Strategies"
        about="How often the agent used each, and how often in the turn after which a shopper accepted an item."
        actions={select()}
      />
      <Loaded resource={shares} skeleton={<Skeleton lines={12} />}>
        {(data) => (data.turns === 0 ? <Nothing /> : <Shares shares={data} />)}
      </Loaded>
    </>
  );
}

function Shares({ shares }: { shares: StrategyShares }) {
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

function Nothing() {
  return (
    <EmptyState title="No turns in these days">
      <p>
        Every turn of the agent uses one to three strategies. As soon as shoppers talk with it, each
        strategy's share stands here, beside its share in the turns that led to an accepted item. Longer ago,
        there may be some: choose other days.
      </p>
    </EmptyState>
  );
}
