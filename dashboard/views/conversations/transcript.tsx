/** A conversation from its beginning to its end, also while it goes on; each of the agent's turns unfolds into the decision behind it. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { ConversationRecord } from "../../api/conversations.ts";
import { useMay } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { ErrorState } from "../../parts/states.tsx";
import { fullTime, nameOf } from "../../parts/words.ts";
import { AnswerDock } from "./answer-dock.tsx";
import "./conversations.css";
import { EraseDialog } from "./erase-dialog.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { Ledger } from "./ledger.tsx";
import { Outcomes } from "./outcomes.tsx";
import { otherPolicy, ReplayView, useReplay } from "./replay.tsx";
import { Sidelights } from "./sidelights.tsx";
import { titlesIn } from "./titles.ts";
import { TurnList } from "./turn-list.tsx";
import { type Live, useLive } from "./use-live.ts";

export function Transcript({ id }: { id: string }) {
  const live = useLive(id);
  return (
    <>
      <p class="talk-back small">
        <a href="/dashboard/conversations">All conversations</a>
      </p>
      {live.error ? (
        <ErrorState error={live.error} onRetry={live.refresh} />
      ) : live.record ? (
        <Talk record={live.record} live={live} />
      ) : (
        <Skeleton lines={5} />
      )}
    </>
  );
}

function Talk({ record, live }: { record: ConversationRecord; live: Live }) {
  const { outcomes, mode, locale, openedAt, closed, arms } = record;
  const titleOf = useMemo(() => titlesIn(record), [record]);
  const named = useNamedTurn();
  const [allOpen, setAllOpen] = useState(false);
  const { standing } = live;
  const replay = useReplay();
  return (
    <>
      <PageHead
        title={`Conversation of ${fullTime(openedAt)}`}
        about={
          <span class="talk-facts">
            <Outcomes outcomes={outcomes} />
            <span>{nameOf(mode)}</span>
            <span>{locale}</span>
            {arms.map(({ experiment, arm }) => (
              <a key={experiment} href={`/dashboard/experiments/${encodeURIComponent(experiment)}`}>
                {experiment}: {arm}
              </a>
            ))}
            {closed && <span>Closed ({closed.reason})</span>}
          </span>
        }
        actions={<Actions record={record} />}
      />
      {replay.policy !== null ? (
        <ReplayView record={record} policy={replay.policy} onShow={replay.show} />
      ) : (
        <div class="transcript">
          <section aria-labelledby="said">
            <h2 id="said" class="visually-hidden">
              What was said
            </h2>
            <div class="transcript-tools">
              <Button kind="quiet" onClick={() => replay.show(otherPolicy(record))}>
                Replay under another policy
              </Button>
              <Button kind="quiet" aria-pressed={allOpen} onClick={() => setAllOpen(!allOpen)}>
                {allOpen ? "Fold all decisions" : "Unfold all decisions"}
              </Button>
            </div>
            <TurnList record={record} standing={standing} titleOf={titleOf} allOpen={allOpen} named={named} />
            {standing && !closed && <AnswerDock id={record.id} standing={standing} live={live} />}
          </section>
          <aside class="transcript-aside" aria-label="About this conversation">
            <Ledger record={record} titleOf={titleOf} />
            <Sidelights record={record} titleOf={titleOf} />
          </aside>
        </div>
      )}
    </>
  );
}

/** The turn that the address names (`#turn-12`), brought into view once it is there. */
function useNamedTurn(): number | null {
  const read = () => {
    const [, seq] = /^#turn-(\d+)$/.exec(location.hash) ?? [];
    return seq === undefined ? null : Number(seq);
  };
  const [named, setNamed] = useState(read);
  useEffect(() => {
    const follow = () => setNamed(read());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  useEffect(() => {
    if (named !== null) document.getElementById(`turn-${named}`)?.scrollIntoView({ block: "start" });
  }, [named]);
  return named;
}

function Actions({ record }: { record: ConversationRecord }) {
  const mayErase = useMay("editor");
  const [asks, setAsks] = useState<"export" | "erase" | null>(null);
  const close = () => setAsks(null);
  return (
    <>
      <Button onClick={() => setAsks("export")}>Export…</Button>
      {mayErase && (
        <Button kind="danger" onClick={() => setAsks("erase")}>
          Erase…
        </Button>
      )}
      {asks === "export" && <ExportDialog record={record} onClose={close} />}
      {asks === "erase" && <EraseDialog visitorId={record.visitorId} onClose={close} />}
    </>
  );
}
