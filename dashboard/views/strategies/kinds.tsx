/** What talks came to, by the category that was looked for. */
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { readSuccess, type SuccessReport } from "../../api/insight.ts";
import { Button } from "../../parts/button.tsx";
import { downloadCsv } from "../../parts/download.ts";
import { Skeleton } from "../../parts/skeleton.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { capitalised } from "../../parts/words.ts";
import { SuccessBar } from "./success-bar.tsx";

/** More are shown when they are asked for. */
const SHOWN = 25;

export function Kinds({ days }: { days: number | null }) {
  const success = useResource(`success ${days}`, (signal) => readSuccess(days, signal));
  return (
    <Loaded resource={success} skeleton={<Skeleton lines={12} />}>
      {({ kinds }) => (kinds.length === 0 ? <NoKinds /> : <KindTable kinds={kinds} />)}
    </Loaded>
  );
}

function KindTable({ kinds }: { kinds: SuccessReport["kinds"] }) {
  const { query } = useLocation();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? kinds : kinds.slice(0, SHOWN);
  const days = query.days === undefined ? {} : { days: query.days };
  return (
    <section class="card" aria-labelledby="kinds">
      <div class="card-head share-head">
        <h2 id="kinds">Came to an accepted item, with 95 % intervals</h2>
        <Button onClick={() => downloadCsv("strategies-by-category", ...csvRows(kinds))}>CSV</Button>
      </div>
      <div class="card-body">
        <p class="small soft phase-says">
          Of the conversations in which the shopper looked for something of a category, those in which an item
          was accepted while it was looked for. A conversation counts for each category it went through. The
          link leads to the strategies used then.
        </p>
        <TableScroll label="Success by category">
          <table class="table kind-table">
            <thead>
              <tr>
                <th scope="col">Looked for</th>
                <th scope="col">Share</th>
                <th scope="col" class="number">
                  Conversations
                </th>
                <th scope="col" class="number">
                  Accepted
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ kind, conversations, accepted, success }) => (
                <tr key={kind}>
                  <th scope="row">
                    <a
                      href={`/dashboard/strategies?${new URLSearchParams({ ...days, view: "shares", kind })}`}
                    >
                      {capitalised(kind)}
                    </a>
                  </th>
                  <td>
                    {success ? (
                      <SuccessBar success={success} top={1} />
                    ) : (
                      <span class="small faint">too few to tell</span>
                    )}
                  </td>
                  <td class="number">{conversations.toLocaleString()}</td>
                  <td class="number">{accepted.toLocaleString()}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
        {!isWhole && kinds.length > SHOWN && (
          <p class="kinds-more">
            <Button onClick={() => setWhole(true)}>Show all {kinds.length}</Button>
          </p>
        )}
      </div>
    </section>
  );
}

function NoKinds() {
  return (
    <EmptyState title="Nothing was looked for in these days">
      <p>
        As soon as shoppers say what they look for, each category of your catalog stands here with how often
        they found it. Longer ago, there may be some: choose other days.
      </p>
    </EmptyState>
  );
}

function csvRows(kinds: SuccessReport["kinds"]): [string[], (string | number | null)[][]] {
  return [
    ["looked_for", "conversations", "accepted", "share", "low", "high"],
    kinds.map(({ kind, conversations, accepted, success }) => [
      ...[kind, conversations, accepted],
      ...[success?.value ?? null, success?.low ?? null, success?.high ?? null],
    ]),
  ];
}
