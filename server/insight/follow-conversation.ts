/** A conversation as it goes on [TRN-5]: what is asked for is answered as soon as it is otherwise than the asker knows. */
import type { ConversationNews } from "../gateway/conversation-news.ts";
import { type ConversationRecord, conversationRecord } from "./conversation-record.ts";
import type { ConversationArchive, LiveLedger, LiveStanding } from "./ports.ts";

export interface FollowRooms {
  ledger: Pick<LiveLedger, "standing">;
  archive: ConversationArchive;
  news: Pick<ConversationNews, "next" | "speaking">;
}

/** What the asker has seen. */
export interface Seen {
  /** Of the last event; 0 for nothing. */
  position: number;
  isSpeaking: boolean;
}

export interface Followed extends LiveStanding {
  /** The agent is speaking a turn. */
  isSpeaking: boolean;
  /** Null where nothing has been added since. */
  record: ConversationRecord | null;
}

/** What other nodes have stored is looked for this often, where the broker has not told of it. */
const LOOK_MS = 500;

/**
 * The conversation as it is now, or within `waitMs` as soon as it is otherwise than what was seen. Null when the site has no such
 * conversation, and when `signal` says that nobody waits any more.
 */
export async function followConversation(
  { ledger, archive, news }: FollowRooms,
  siteId: string,
  conversationId: string,
  { seen, waitMs, signal }: { seen: Seen; waitMs: number; signal: AbortSignal },
): Promise<Followed | null> {
  const until = performance.now() + waitMs;
  // Who no longer waits is not looked up for.
  while (!signal.aborted) {
    const standing = await ledger.standing(siteId, conversationId);
    if (standing === null) return null;
    const isSpeaking = news.speaking(conversationId) !== null;
    const hasMore = standing.position > seen.position;
    const leftMs = until - performance.now();
    if (!hasMore && isSpeaking === seen.isSpeaking && leftMs > 0) {
      await news.next(conversationId, Math.min(LOOK_MS, leftMs), signal);
      continue;
    }
    const log = hasMore ? await archive.read(siteId, conversationId) : null;
    // The log may have grown since the standing was read: what is told is what is in the record.
    const position = log?.events.at(-1)?.position ?? standing.position;
    return { ...standing, position, isSpeaking, record: log && conversationRecord(conversationId, log) };
  }
  return null;
}
