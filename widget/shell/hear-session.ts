import * as words from "../panel/words.ts";
import type { AgentLine, View, ViewEvent } from "../session/view.ts";
import type { Shell } from "./shell.ts";

/** What an event of the session means for everything around the conversation. */
export function hearSession(shell: Shell, view: View, event: ViewEvent): void {
  const { tab, events } = shell;
  switch (event.type) {
    case "conversation-opened":
      // What was said before this tab came to the talk isn't news.
      if (tab.read().seenSeq === undefined) tab.write({ seenSeq: event.seq });
      break;
    case "turn-end":
      events.emit("turn", { turnId: event.turnId, text: event.text, cards: event.cards });
      hearTurn(shell, view, event.turnId);
      break;
    case "message-acknowledged":
      events.emit("message", { id: event.id });
      break;
    case "notice":
      shell.announcement = words.notices[event.notice];
      break;
  }
}

function hearTurn(shell: Shell, view: View, turnId: string): void {
  const isTurn = (line: View["lines"][number]): line is AgentLine =>
    line.type === "agent" && line.turnId === turnId;
  const turn = view.lines.find(isTurn);
  if (!turn || !(shell.open || shell.awaitsOpening)) return;
  shell.announcement = [turn.text, ...turn.cards.map(({ title, price }) => `${title}, ${price.text}`)].join(
    " ",
  );
  if (shell.open) shell.tab.write({ seenSeq: turn.seq });
  else shell.teaser = turn;
  shell.awaitsOpening = false;
}
