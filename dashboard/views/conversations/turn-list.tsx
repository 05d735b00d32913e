/** What was said, with who came and went between; while it goes on, the newest stays in view for who is at the end. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ConversationRecord, ShopperTurn } from "../../api/conversations.ts";
import { AgentTurnView } from "./agent-turn.tsx";
import { PersonChangeLine } from "./person-change.tsx";
import { PersonTurnView } from "./person-turn.tsx";
import { ShopperTurnView } from "./shopper-turn.tsx";
import type { TitleOf } from "./titles.ts";
import type { Standing } from "./use-live.ts";

type Entry =
  | ConversationRecord["turns"][number]
  | ({ speaker: "change" } & ConversationRecord["personChanges"][number]);

export function TurnList({
  record,
  standing,
  titleOf,
  allOpen,
  named,
}: {
  record: ConversationRecord;
  standing: Standing | null;
  titleOf: TitleOf;
  allOpen: boolean;
  /** The seq of the turn that the address names. */
  named: number | null;
}) {
  const entries = entriesOf(record);
  const last = entries.at(-1)?.seq ?? 0;
  const goesOn = standing !== null && (standing.isLive || standing.isWaiting || standing.person !== null);
  const end = useFollowing(last, {
    beginsAtEnd: goesOn && named === null,
    isMine: standing?.person?.isYou ?? false,
  });
  return (
    <>
      <ol class="turns">
        {entries.map((entry) => (
          <li
            key={entry.seq}
            id={`turn-${entry.seq}`}
            class={named === entry.seq ? "turn turn-named" : "turn"}
          >
            {entry.speaker === "agent" ? (
              <AgentTurnView
                turn={entry}
                record={record}
                titleOf={titleOf}
                isOpen={allOpen || named === entry.seq}
              />
            ) : entry.speaker === "shopper" ? (
              <ShopperTurnView
                turn={entry}
                titleOf={titleOf}
                answeredBy={answeredBy(entry, record, standing)}
              />
            ) : entry.speaker === "person" ? (
              <PersonTurnView turn={entry} />
            ) : (
              <PersonChangeLine change={entry} />
            )}
          </li>
        ))}
        {standing?.isSpeaking && (
          <li class="turn">
            <p class="turn-coming small">
              The agent is writing <i />
              <i />
              <i />
            </p>
          </li>
        )}
      </ol>
      <div ref={end} class="turns-end" />
      <Newest entries={entries} />
    </>
  );
}

function entriesOf({ turns, personChanges }: ConversationRecord): Entry[] {
  const changes = personChanges.map((change) => ({ speaker: "change" as const, ...change }));
  return [...turns, ...changes].sort((a, b) => a.seq - b.seq);
}

function answeredBy(
  { seq }: ShopperTurn,
  { turns }: ConversationRecord,
  standing: Standing | null,
): string | null {
  const next = turns.find((turn) => turn.seq > seq && turn.speaker !== "shopper");
  if (next) return next.speaker === "person" ? next.name : null;
  return standing?.person?.name ?? null;
}

/** Says what is new to who does not see it; nothing of what was there when the page was opened. */
function Newest({ entries }: { entries: readonly Entry[] }) {
  const newest = entries.at(-1);
  const [first] = useState(newest?.seq ?? 0);
  const told = newest && newest.seq > first && newest.speaker !== "change" ? newest : null;
  return (
    <p class="visually-hidden" aria-live="polite">
      {told && `${told.speaker === "person" ? told.name : told.speaker}: ${told.text}`}
    </p>
  );
}

const NEAR_END_PX = 80;

/**
 * The page follows the talk for as long as its end is in view, and leaves alone who reads further up. What goes on is shown from its
 * end, and so it is to who begins to answer.
 */
function useFollowing(last: number, { beginsAtEnd, isMine }: { beginsAtEnd: boolean; isMine: boolean }) {
  const end = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(beginsAtEnd);
  const seen = useRef(last);
  const toEnd = () => end.current?.scrollIntoView({ block: "end" });
  useEffect(() => {
    const look = () => {
      const top = end.current?.getBoundingClientRect().top ?? 0;
      isAtEnd.current = top < innerHeight + NEAR_END_PX;
    };
    if (beginsAtEnd) toEnd();
    look();
    addEventListener("scroll", look, { passive: true });
    return () => removeEventListener("scroll", look);
  }, []);
  useEffect(() => {
    if (isMine) toEnd();
  }, [isMine]);
  useLayoutEffect(() => {
    if (last > seen.current && isAtEnd.current) toEnd();
    seen.current = last;
  }, [last]);
  return end;
}
