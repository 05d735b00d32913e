import { useState } from "preact/hooks";
import type { PolicyChange } from "../../api/policies.ts";
import { Button } from "../../parts/button.tsx";
import { downloadCsv } from "../../parts/download.ts";
import { tellMinute } from "../../parts/format.ts";

const SHOWN_FIRST = 8;

/** Who put which policy in place of which, when, and why. */
export function ChangeList({ changes, title = "Changes" }: { changes: PolicyChange[]; title?: string }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, SHOWN_FIRST);
  const download = () =>
    downloadCsv(
      "policy-changes",
      ["at", "from", "to", "why", "by"],
      changes.map(({ at, from, to, why, by }) => [at, from, to, why, by]),
    );
  return (
    <section class="card" aria-labelledby="changes">
      <div class="card-head">
        <h2 id="changes">{title}</h2>
        {changes.length > 0 && (
          <Button kind="quiet" onClick={download}>
            CSV
          </Button>
        )}
      </div>
      <div class="card-body">
        {changes.length === 0 ? (
          <p class="soft">
            Nothing was changed yet. Whoever puts another policy in use stands here, with the reason given,
            and the way back.
          </p>
        ) : (
          <ol class="rows">
            {shown.map(({ at, from, to, why, by }) => (
              <li key={`${at} ${to}`}>
                <span>
                  {from} → <strong>{to}</strong>
                  {why && <span class="soft">: {why}</span>}
                  {by && <span class="small faint"> by {by}</span>}
                </span>
                <time class="small soft nowrap" dateTime={at}>
                  {tellMinute(at)}
                </time>
              </li>
            ))}
          </ol>
        )}
        {shown.length < changes.length && (
          <Button kind="quiet" onClick={() => setWhole(true)}>
            Show all {changes.length}
          </Button>
        )}
      </div>
    </section>
  );
}
