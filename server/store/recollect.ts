/** Memory is drawn from the log each time, and kept nowhere else. */
import type postgres from "postgres";
import type { LoggedEvent } from "../dialogue/events.ts";
import type { Remembered } from "../dialogue/memory.ts";
import { rememberConversation, whatHasNotFaded } from "../dialogue/remember.ts";
import { type LoggedRow, loggedEvent } from "./append-events.ts";

/** What is remembered of a visitor whose last conversation this was, and has not faded after `days`; 0 remembers nothing. */
export async function recollect(
  sql: postgres.ISql,
  conversationId: string,
  days: number,
): Promise<Remembered | null> {
  if (days === 0) return null;
  return whatHasNotFaded(rememberConversation(await readForMemory(sql, conversationId)), days, new Date());
}

/** The whole log but for the reasons of each turn, which are the bulk of it and leave nothing to remember. */
async function readForMemory(sql: postgres.ISql, conversationId: string): Promise<LoggedEvent[]> {
  const rows = await sql<LoggedRow[]>`
    select position, seq, at, body #- '{turn,decision}' as body from events
    where conversation_id = ${conversationId} order by position`;
  return rows.map(loggedEvent);
}
