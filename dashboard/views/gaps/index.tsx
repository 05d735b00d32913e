/** What shoppers asked that the catalog cannot answer, and wished for in vain; each leads to where it was said. */

import { type CountedGap, readGaps } from "../../api/insight.ts";
import { Button } from "../../parts/button.tsx";
import { useDays } from "../../parts/days.tsx";
import { downloadCsv } from "../../parts/download.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { counted, fullTime, nameOf, shortTime } from "../../parts/words.ts";
import "./gaps.css";

export default function Gaps() {
  const { days, select } = useDays();
  const gaps = useResource(String(days), (signal) => readGaps(days, signal));
  const { data } = gaps;
  return (
    <>
      <PageHead
        title="Content gaps"
        about="Questions your catalog has no answer to, and wishes nothing in it meets. Those of most conversations first."
        actions={
          <>
            {select()}
            <Button disabled={!data || data.length === 0} onClick={() => data && saveCsv(data)}>
              CSV
            </Button>
          </>
        }
      />
      <Loaded resource={gaps}>
        {(found) => (found.length === 0 ? <Nothing /> : <GapTable gaps={found} />)}
      </Loaded>
    </>
  );
}

function GapTable({ gaps }: { gaps: readonly CountedGap[] }) {
  return (
    <div class="card">
      <TableScroll label="Content gaps">
        <table class="table gaps">
          <thead>
            <tr>
              <th scope="col">Asked or wished for</th>
              <th scope="col">In the shopper's words, the latest</th>
              <th scope="col" class="number">
                Conversations
              </th>
              <th scope="col">Last</th>
            </tr>
          </thead>
          <tbody>
            {gaps.map((gap) => (
              <tr key={gap.id}>
                <th scope="row">
                  <span class="gap-name">{titleOf(gap)}</span>
                  <span class="gap-facts small faint">
                    <span class={gap.type === "dead-end" ? "badge badge-warn" : "badge"}>
                      {gap.type === "dead-end" ? "Nothing found" : "Not answered"}
                    </span>
                    {gap.kind && <span>{gap.kind}</span>}
                    {gap.products.length > 0 && <span>{productsOf(gap)}</span>}
                  </span>
                </th>
                <td class="gap-example">“{gap.example}”</td>
                <td class="number">
                  <a href={`/dashboard/conversations?gap=${gap.id}`}>
                    {counted(gap.conversations, "conversation")}
                  </a>
                  {gap.times > gap.conversations && (
                    <span class="gap-times small faint">{counted(gap.times, "time")}</span>
                  )}
                </td>
                <td class="gap-last">
                  <time dateTime={gap.lastAt} title={fullTime(gap.lastAt)}>
                    {shortTime(gap.lastAt)}
                  </time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}

/** What was asked for in free words stands for itself; else its topic goes before it. */
function titleOf({ topic, value }: CountedGap): string {
  const said = value.replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toPrecision(4))));
  if ((topic === "other" || topic === "feature") && said !== "") return nameOf(said);
  return nameOf([topic, said].filter(Boolean).join(": "));
}

const NAMED_PRODUCTS = 3;

function productsOf({ products }: CountedGap): string {
  const named = products.slice(0, NAMED_PRODUCTS).map(({ sku }) => sku);
  const more = products.length - named.length;
  return `of ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function saveCsv(gaps: readonly CountedGap[]): void {
  downloadCsv(
    "content-gaps",
    ["type", "topic", "value", "kind", "conversations", "times", "last_at", "example", "products"],
    gaps.map(({ type, topic, value, kind, conversations, times, lastAt, example, products }) => [
      ...[type, topic, value, kind, conversations, times, lastAt, example],
      products.map(({ sku }) => sku).join(" "),
    ]),
  );
}

function Nothing() {
  return (
    <EmptyState title="Nothing was asked in vain in these days">
      <p>
        When a shopper asks what your listings do not say, or wishes for what none of your products has, the
        agent says so, and it stands here: what to add to your listings, or to your range.
      </p>
    </EmptyState>
  );
}
