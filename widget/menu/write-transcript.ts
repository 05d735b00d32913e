import { notices } from "../panel/words.ts";
import type { Line } from "../session/view.ts";
import * as words from "./menu-words.ts";

/** The conversation as plain text, products with their addresses. */
export function writeTranscript(lines: readonly Line[], agentName: string): string {
  return lines
    .map((line) => {
      if (line.type === "notice") return `— ${line.name ?? ""} ${notices[line.notice]}`;
      if (line.type === "shopper") return `${words.youSaid} ${line.text}`;
      const cards = line.cards.map((card) => `  ${card.title}, ${card.price.text}\n  ${card.url}`);
      const who = line.person ?? `${agentName} (${words.assistant})`;
      return [`${who}: ${line.text}`, ...cards].join("\n");
    })
    .join("\n\n");
}

export function downloadText(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
