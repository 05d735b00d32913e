/** A conversation from its beginning to its end; each of the agent's turns unfolds into the decision behind it. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { type ConversationRecord, readConversation } from "../../api/conversations.ts";
import { useSessionState } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { downloadJson } from "../../parts/download.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { fullTime, nameOf } from "../../parts/words.ts";
import { AgentTurnView } from "./agent-turn.tsx";
import "./conversations.css";
import { EraseDialog } from "./erase-dialog.tsx";
import { Ledger } from "./ledger.tsx";
import { Outcomes } from "./outcomes.tsx";
import { PersonTurnView } from "./person-turn.tsx";
import { ShopperTurnView } from "./shopper-turn.tsx";
import { Sidelights } from "./sidelights.tsx";
import { titlesIn } from "./titles.ts";

export function Transcript({ id }: { id: string }) {
  const record = useResource(id, (signal) => readConversation(id, signal));
  return (
    <>
      <p class="talk-back small">
        <a href="/dashboard/conversations">All conversations</a>
      </p>
      <Loaded resource={record}>{(data) => <Talk record={data} />}</Loaded>
    </>
  );
}

function Talk({ record }: { record: ConversationRecord }) {
  const { turns, outcomes, mode, locale, openedAt, closed, arms } = record;
  const titleOf = useMemo(() => titlesIn(record), [record]);
  const named = useNamedTurn();
  const [allOpen, setAllOpen] = useState(false);
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
      <div class="transcript">
        <section aria-labelledby="said">
          <h2 id="said" class="visually-hidden">
            What was said
          </h2>
          <div class="transcript-tools">
            <Button kind="quiet" aria-pressed={allOpen} onClick={() => setAllOpen(!allOpen)}>
              {allOpen ? "Fold all decisions" : "Unfold all decisions"}
            </Button>
          </div>
          <ol class="turns">
            {turns.map((turn) => (
              <li
                key={turn.seq}
                id={`turn-${turn.seq}`}
                class={named === turn.seq ? "turn turn-named" : "turn"}
              >
                {turn.speaker === "agent" ? (
                  <AgentTurnView
                    turn={turn}
                    record={record}
                    titleOf={titleOf}
                    isOpen={allOpen || named === turn.seq}
                  />
                ) : turn.speaker === "person" ? (
                  <PersonTurnView turn={turn} />
                ) : (
                  <ShopperTurnView turn={turn} titleOf={titleOf} />
                )}
              </li>
            ))}
          </ol>
        </section>
        <aside class="transcript-aside" aria-label="About this conversation">
          <Ledger record={record} titleOf={titleOf} />
          <Sidelights record={record} titleOf={titleOf} />
        </aside>
      </div>
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
  const { state } = useSessionState();
  const mayErase = state.is === "signed-in" && state.session.member.role !== "viewer";
  const [isErasing, setErasing] = useState(false);
  return (
    <>
      <Button onClick={() => downloadJson(`conversation-${record.id}`, record)}>Export</Button>
      {mayErase && (
        <Button kind="danger" onClick={() => setErasing(true)}>
          Erase…
        </Button>
      )}
      {isErasing && <EraseDialog visitorId={record.visitorId} onClose={() => setErasing(false)} />}
    </>
  );
}
