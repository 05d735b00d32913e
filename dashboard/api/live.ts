import { get, post, queryOf, request } from "./client.ts";
import type { ConversationRecord } from "./conversations.ts";

/** How a conversation stands, and all of it where something was added since it was last asked for. */
export interface Followed {
  position: number;
  isSpeaking: boolean;
  isLive: boolean;
  isWaiting: boolean;
  /** Who has the agent's place. */
  person: { name: string; since: string; isYou: boolean } | null;
  /** The shopper's latest conversation, where it is another. */
  newer: string | null;
  record: ConversationRecord | null;
}

export interface LiveCounts {
  live: number;
  waiting: number;
}

export function countLive(signal?: AbortSignal): Promise<LiveCounts> {
  return get("/admin/live", signal);
}

/** Answers as soon as it is otherwise than what was seen, or after `wait` seconds. */
export function followConversation(
  id: string,
  { after, isSpeaking, wait }: { after: number; isSpeaking: boolean; wait: number },
  signal: AbortSignal,
): Promise<Followed> {
  const query = queryOf({ after, speaking: isSpeaking ? 1 : 0, wait });
  return get(`${pathOf(id)}/live${query}`, signal);
}

export function takeOver(id: string, name: string): Promise<unknown> {
  return post(`${pathOf(id)}/person`, { name });
}

/** Once per message id, so that it can be sent again when no answer came. */
export function sayAsPerson(id: string, message: { id: string; text: string }): Promise<unknown> {
  return post(`${pathOf(id)}/messages`, message);
}

export function handBack(id: string): Promise<unknown> {
  return request("DELETE", `${pathOf(id)}/person`);
}

/** A sign of life; without one the conversation goes back to the agent. */
export function stayThere(id: string): Promise<unknown> {
  return request("PUT", `${pathOf(id)}/person`);
}

function pathOf(id: string): string {
  return `/admin/conversations/${encodeURIComponent(id)}`;
}
