/** Conversations as a merchant looks at them afterwards. */
import type { ConversationArchive } from "../insight/ports.ts";
import { type LoggedRow, loggedEvent } from "./append-events.ts";
import { persevere, type Sql } from "./database.ts";
import { outcomesAndArms } from "./describe-listed.ts";
import { isUuid } from "./visitor-repository.ts";

export function conversationArchive(sql: Sql): ConversationArchive {
  return {
    async read(siteId, conversationId) {
      if (!isUuid(conversationId)) return null;
      return await persevere(async () => {
        const rows = await sql<(LoggedRow & { visitor_id: string })[]>`
          select conversations.visitor_id, events.position, events.seq, events.at, events.body
          from conversations join events on events.conversation_id = conversations.id
          where conversations.id = ${conversationId} and conversations.site_id = ${siteId} order by events.position`;
        const [first] = rows;
        if (first === undefined) return null;
        const came = await outcomesAndArms(sql, conversationId);
        return { visitorId: first.visitor_id, events: rows.map(loggedEvent), ...came };
      });
    },
  };
}
