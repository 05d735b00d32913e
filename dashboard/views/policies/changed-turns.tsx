import { useState } from "preact/hooks";
import type { WeightsPreview } from "../../api/policies.ts";
import { Button } from "../../parts/button.tsx";
import { downloadCsv } from "../../parts/download.ts";
import { counted, nameOf, shortTime } from "../../parts/words.ts";

const SHOWN_FIRST = 8;

/** The turns that would have begun with another strategy; each leads to its place in its conversation. */
export function ChangedTurns({ preview }: { preview: WeightsPreview }) {
  const { examples, begunOtherwise, turns } = preview;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? examples : examples.slice(0, SHOWN_FIRST);
  const download = () =>
    downloadCsv(
      "turns-otherwise",
      ["conversation", "turn", "at", "now", "then", "said"],
      examples.map(({ conversationId, seq, at, now, tried, text }) => [
        conversationId,
        seq,
        at,
        now.join(" "),
        tried.join(" "),
        text,
      ]),
    );
  return (
    <section class="card" aria-labelledby="otherwise">
      <div class="card-head">
        <h2 id="otherwise">Turns that would have begun otherwise</h2>
        {examples.length > 0 && (
          <Button kind="quiet" onClick={download}>
            CSV
          </Button>
        )}
      </div>
      <div class="card-body">
        <p class="small soft">
          {begunOtherwise === 0
            ? `None of ${counted(turns, "turn")}.`
            : `${counted(begunOtherwise, "turn")} of ${turns.toLocaleString("en")}${
                examples.length < begunOtherwise ? `; the latest ${examples.length}` : ""
              }:`}
        </p>
        <ul class="rows changed-turns">
          {shown.map(({ conversationId, seq, at, text, now, tried }) => (
            <li key={`${conversationId} ${seq}`}>
              <a class="changed-said" href={`/dashboard/conversations/${conversationId}#turn-${seq}`}>
                {text}
              </a>
              <span class="small">
                <span class="soft">{actsIn(now)}</span> → {actsIn(tried)}
              </span>
              <time class="small faint nowrap" dateTime={at}>
                {shortTime(at)}
              </time>
            </li>
          ))}
        </ul>
        {shown.length < examples.length && (
          <Button kind="quiet" onClick={() => setWhole(true)}>
            Show {examples.length - shown.length} more
          </Button>
        )}
      </div>
    </section>
  );
}

function actsIn(strategies: readonly string[]): string {
  return strategies.map(nameOf).join(", ") || "Nothing";
}
