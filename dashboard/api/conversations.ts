import type { ConversationRecord } from "../../server/insight/conversation-record.ts";
import type { ListedConversation, TalkOutcome } from "../../server/insight/ports.ts";
import { get, queryOf, request } from "./client.ts";

export type {
  AgentTurn,
  ConversationRecord,
  PersonChange,
  PersonTurn,
  ShopperTurn,
} from "../../server/insight/conversation-record.ts";
export type { ListedConversation, TalkOutcome };

/** What the list is narrowed to, as it stands in an address; empty where it is not. */
export interface ListFilter {
  /** "live" or "waiting". */
  state: string;
  query: string;
  strategy: string;
  outcome: string;
  mode: string;
  gap: string;
  from: string;
  before: string;
}

export interface ConversationPage {
  conversations: ListedConversation[];
  next: string | null;
}

export function listConversations(
  filter: Partial<ListFilter>,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<ConversationPage> {
  return get(`/admin/conversations${queryOf({ ...filter, cursor })}`, signal);
}

export function readConversation(id: string, signal?: AbortSignal): Promise<ConversationRecord> {
  return get(`/admin/conversations/${encodeURIComponent(id)}`, signal);
}

/** The person, with all their conversations and orders; it can't be undone. */
export async function eraseVisitor(visitorId: string): Promise<void> {
  await request("DELETE", `/admin/visitors/${encodeURIComponent(visitorId)}`);
}
