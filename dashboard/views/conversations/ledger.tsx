/** The questions of both sides, who raised them where, and what became of each. */
import type { ConversationRecord } from "../../api/conversations.ts";
import { nameOf } from "../../parts/words.ts";
import type { TitleOf } from "./titles.ts";

type Entry = ConversationRecord["ledger"][number];

const STATUS_KINDS: Record<Entry["status"], string> = {
  open: "badge-accent",
  answered: "badge-good",
  unanswerable: "badge-bad",
  declined: "",
  "moved-on": "",
};

export function Ledger({ record, titleOf }: { record: ConversationRecord; titleOf: TitleOf }) {
  const { ledger, turns } = record;
  const seqOf = ({ raisedIn }: Entry) =>
    turns.find((turn) => (turn.speaker === "agent" ? turn.turnId : turn.messageId) === raisedIn)?.seq;
  return (
    <section class="card">
      <div class="card-head">
        <h2>Questions</h2>
      </div>
      <div class="card-body">
        {ledger.length === 0 ? (
          <p class="small faint">Neither side asked anything.</p>
        ) : (
          <ul class="ledger small">
            {ledger.map((entry) => {
              const seq = seqOf(entry);
              return (
                <li key={entry.id} class="ledger-entry">
                  <span class="ledger-head">
                    <span class={`badge ${STATUS_KINDS[entry.status]}`}>{nameOf(entry.status)}</span>
                    <span class="faint">
                      {entry.raisedBy === "agent" ? "Agent" : "Shopper"}, on {entry.about}
                    </span>
                    {seq !== undefined && (
                      <a href={`#turn-${seq}`} aria-label={`Raised in turn ${seq}`}>
                        #{seq}
                      </a>
                    )}
                  </span>
                  <span>{wordsOf(entry, titleOf)}</span>
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </section>
  );
}

function wordsOf({ kind, text, skus, returns = 0 }: Entry, titleOf: TitleOf): string {
  const words =
    kind === "comparison" ? `Opened by comparing ${skus.map(titleOf).join(" and ")} on ${text}` : `“${text}”`;
  return returns > 0 ? `${words} (came back to it)` : words;
}
