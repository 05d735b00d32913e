/** What happened beside the words: the pages that were open, and what was done on them. */
import type { ConversationRecord } from "../../api/conversations.ts";
import { fullTime, nameOf, shortTime } from "../../parts/words.ts";
import type { TitleOf } from "./titles.ts";

export function Sidelights({ record, titleOf }: { record: ConversationRecord; titleOf: TitleOf }) {
  const happenings = [
    ...record.pages.map(({ at, url, title }) => ({ at, what: `Page: ${title || pathOf(url)}` })),
    ...record.signals.map(({ at, type, sku }) => ({
      at,
      what: `${nameOf(type)}${sku ? `: ${titleOf(sku)}` : ""}`,
    })),
    ...record.personAsked.map((at) => ({ at, what: "Asked for a person" })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <section class="card">
      <div class="card-head">
        <h2>On the page</h2>
      </div>
      <div class="card-body">
        <ol class="happenings small">
          {happenings.map(({ at, what }, index) => (
            <li key={index} class="happening">
              <time class="faint" dateTime={at} title={fullTime(at)}>
                {shortTime(at)}
              </time>
              <span>{what}</span>
            </li>
          ))}
        </ol>
        <p class="small faint visitor-id">
          Visitor <code>{record.visitorId}</code>
        </p>
      </div>
    </section>
  );
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, "");
}
