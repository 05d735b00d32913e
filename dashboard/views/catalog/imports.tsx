/** What was imported, by hand and from the feed; imports that wait stand first. */
import { useState } from "preact/hooks";
import { confirmImport, discardImport, type ImportRecord } from "../../api/catalog.ts";
import { useMay } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { downloadCsv } from "../../parts/download.ts";
import { tellCount, tellMinute } from "../../parts/format.ts";
import { EmptyState } from "../../parts/states.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { toast, toastError } from "../../parts/toast.tsx";
import { Loaded, type Resource } from "../../parts/use-resource.tsx";
import { tellLeaving } from "./import-counts.tsx";

const STATES: Record<ImportRecord["state"], { name: string; kind: string }> = {
  applied: { name: "Imported", kind: "badge badge-good" },
  held: { name: "Waits for you", kind: "badge badge-warn" },
  failed: { name: "Failed", kind: "badge badge-bad" },
  rejected: { name: "Discarded", kind: "badge" },
};

export function Imports({ imports }: { imports: Resource<ImportRecord[]> }) {
  return (
    <Loaded resource={imports}>
      {(all) =>
        all.length === 0 ? (
          <EmptyState title="Nothing was imported yet">
            <p>Every file and every copy of the feed is listed here, with what it changed.</p>
          </EmptyState>
        ) : (
          <section class="card" aria-labelledby="imports">
            <div class="card-head">
              <h2 id="imports">Imports</h2>
              <Button kind="quiet" onClick={() => download(all)}>
                CSV
              </Button>
            </div>
            <TableScroll label="Imports">
              <table class="table">
                <thead>
                  <tr>
                    <th>When</th>
                    <th>From</th>
                    <th>State</th>
                    <th class="number">New</th>
                    <th class="number">Changed</th>
                    <th class="number">Hidden</th>
                    <th class="number">Rejected</th>
                  </tr>
                </thead>
                <tbody>
                  {all.map(({ id, finishedAt, source, state, counts, rejected, message }) => (
                    <tr key={id}>
                      <td class="nowrap">{tellMinute(finishedAt)}</td>
                      <td>
                        {source}
                        {message && <p class="small soft import-message">{message}</p>}
                      </td>
                      <td>
                        <span class={STATES[state].kind}>{STATES[state].name}</span>
                      </td>
                      <td class="number">{tell(counts?.added)}</td>
                      <td class="number">{tell(counts?.updated)}</td>
                      <td class="number">{tell(counts && (counts.removed ?? 0) + counts.hidden)}</td>
                      <td class="number">{tell(state === "applied" ? (rejected ?? 0) : rejected)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          </section>
        )
      }
    </Loaded>
  );
}

/** An import that would take much away waits for somebody to say that this is meant. */
export function HeldImports({ imports, onDecided }: { imports: ImportRecord[]; onDecided: () => void }) {
  const mayDecide = useMay("editor");
  const [asked, setAsked] = useState<ImportRecord | null>(null);
  const decide = (work: Promise<unknown>, done: string) => {
    setAsked(null);
    work.then(() => {
      toast(done);
      onDecided();
    }, toastError);
  };
  return (
    <>
      {imports
        .filter(({ state }) => state === "held")
        .map((held) => (
          <section key={held.id} class="notice notice-warn held-import" aria-label="An import waits">
            <p>
              <strong>{held.source} waits for you.</strong>{" "}
              {held.counts?.held ? tellLeaving(held.counts.held) : held.message}
            </p>
            {mayDecide && (
              <div class="page-actions">
                <Button onClick={() => setAsked(held)}>Apply it all the same…</Button>
                <Button onClick={() => decide(discardImport(held.id), "Discarded. Nothing was changed.")}>
                  Discard it
                </Button>
              </div>
            )}
          </section>
        ))}
      {asked && (
        <Dialog title="Apply this import?" onClose={() => setAsked(null)}>
          <p class="soft">
            {tellCount(asked.counts?.held?.leaving ?? 0)} of {tellCount(asked.counts?.held?.visible ?? 0)}{" "}
            products would no longer be shown to shoppers. Another import brings them back.
          </p>
          <div class="dialog-actions">
            <Button onClick={() => setAsked(null)}>Not now</Button>
            <Button kind="danger" onClick={() => decide(confirmImport(asked.id), "Applied.")}>
              Apply it
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function tell(count: number | null | undefined): string {
  return count === null || count === undefined ? "–" : tellCount(count);
}

function download(imports: ImportRecord[]): void {
  downloadCsv(
    "imports",
    [
      "finished",
      "source",
      "state",
      "added",
      "updated",
      "unchanged",
      "hidden",
      "removed",
      "rejected",
      "message",
    ],
    imports.map(({ finishedAt, source, state, counts, rejected, message }) => [
      ...[
        finishedAt,
        source,
        state,
        counts?.added ?? null,
        counts?.updated ?? null,
        counts?.unchanged ?? null,
      ],
      ...[counts?.hidden ?? null, counts?.removed ?? null, rejected, message],
    ]),
  );
}
