import type { ConversationRecord } from "../../api/conversations.ts";

export type TitleOf = (sku: string) => string;

/** What the conversation's cards call an item; one that was on none is called by its sku. */
export function titlesIn({ turns }: ConversationRecord): TitleOf {
  const titles = new Map<string, string>();
  for (const turn of turns)
    if (turn.speaker === "agent") for (const { sku, title } of turn.cards) titles.set(sku, title);
  return (sku) => titles.get(sku) ?? sku;
}
