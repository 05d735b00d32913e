/** A conversation as text that anybody can read: who said what when, with the products that were shown. Times are UTC. */
import type { ConversationRecord } from "../../api/conversations.ts";
import { nameOf } from "../../parts/words.ts";
import { OUTCOME_NAMES } from "./outcome-names.ts";
import { wordsOf } from "./person-change.tsx";

export function writeTranscript(record: ConversationRecord): string {
  const { id, visitorId, openedAt, mode, locale, outcomes, closed } = record;
  const head = [
    `Conversation ${id}`,
    `Visitor ${visitorId}`,
    `Opened ${timeOf(openedAt)}, ${nameOf(mode)}, ${locale}`,
    ...(outcomes.length > 0 ? [`Came to: ${outcomes.map((one) => OUTCOME_NAMES[one]).join(", ")}`] : []),
  ];
  const said = record.turns.map((turn) => ({ seq: turn.seq, lines: linesOf(turn) }));
  const changes = record.personChanges.map((change) => ({
    seq: change.seq,
    lines: [`${timeOf(change.at)} — ${wordsOf(change)}`],
  }));
  const talk = [...said, ...changes].sort((a, b) => a.seq - b.seq).map(({ lines }) => lines.join("\n"));
  const end = closed ? [`${timeOf(closed.at)} — Closed (${closed.reason}).`] : [];
  return `${[head.join("\n"), ...talk, ...end].join("\n\n")}\n`;
}

function linesOf(turn: ConversationRecord["turns"][number]): string[] {
  const at = timeOf(turn.at);
  if (turn.speaker === "shopper") return [`${at} Shopper: ${turn.text}`];
  if (turn.speaker === "person") return [`${at} ${turn.name} (a person): ${turn.text}`];
  const cards = turn.cards.map(({ title, price, url }) => `    - ${title}, ${price.text}, ${url}`);
  return [`${at} Agent (AI): ${turn.text}`, ...cards];
}

/** "2026-03-01 12:00:05". */
function timeOf(iso: string): string {
  return iso.slice(0, 19).replace("T", " ");
}
