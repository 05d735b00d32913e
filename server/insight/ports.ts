/** What the read side needs of the store; `main.ts` fills it in. */
import type { LoggedEvent } from "../dialogue/events.ts";

export interface ConversationArchive {
  /** The whole log of one of the site's conversations, oldest first; null when the site has no such conversation. */
  read(siteId: string, conversationId: string): Promise<{ visitorId: string; events: LoggedEvent[] } | null>;
}
