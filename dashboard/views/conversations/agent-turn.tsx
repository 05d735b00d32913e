import { useEffect, useState } from "preact/hooks";
import type { AgentTurn, ConversationRecord } from "../../api/conversations.ts";
import { counted, fullTime, nameOf } from "../../parts/words.ts";
import { Decision } from "./decision.tsx";
import type { TitleOf } from "./titles.ts";
import { TurnHead } from "./turn-head.tsx";

/** What the agent said and showed. @param isOpen unfolds the decision from outside; by hand it goes both ways. */
export function AgentTurnView({
  turn,
  record,
  titleOf,
  isOpen,
}: {
  turn: AgentTurn;
  record: ConversationRecord;
  titleOf: TitleOf;
  isOpen: boolean;
}) {
  const [open, setOpen] = useState(isOpen);
  useEffect(() => setOpen(isOpen), [isOpen]);
  const strategies = turn.decision.strategies.filter((strategy) => strategy !== "yield");
  return (
    <article class="bubble bubble-agent" aria-label={`The agent, ${fullTime(turn.at)}`}>
      <TurnHead who="Agent" at={turn.at} seq={turn.seq} />
      <p class="bubble-text">{turn.text}</p>
      {turn.cards.length > 0 && (
        <ul class="turn-cards small">
          {turn.cards.map(({ sku, title, url, why }) => (
            <li key={sku}>
              <a href={url} target="_blank" rel="noreferrer">
                {title}
              </a>{" "}
              <span class="faint">{why}</span>
            </li>
          ))}
        </ul>
      )}
      {turn.replies.length > 0 && (
        <p class="turn-replies small faint">Offered replies: {turn.replies.join(" · ")}</p>
      )}
      <details class="decision" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span>Why: {strategies.map(nameOf).join(", ") || "handing over"}</span>
          {turn.guard.length > 0 && (
            <span class="badge badge-warn">{counted(turn.guard.length, "sentence")} stopped</span>
          )}
        </summary>
        {open && <Decision turn={turn} record={record} titleOf={titleOf} />}
      </details>
    </article>
  );
}
