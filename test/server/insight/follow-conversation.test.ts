/** [TRN-5] Following a conversation: who asks is answered when there is something new, and not before. */
import { describe, expect, test } from "vitest";
import type { LoggedEvent } from "../../../server/dialogue/events.ts";
import { createConversationNews } from "../../../server/gateway/conversation-news.ts";
import { followConversation, type Seen } from "../../../server/insight/follow-conversation.ts";
import { logged, turn } from "../../support/conversation-events.ts";

const opened: LoggedEvent["event"] = {
  type: "conversation-opened",
  mode: "sociable",
  locale: "en",
  page: { url: "/", title: null, sku: null },
  visit: 1,
};

function scene() {
  let events = logged([opened]);
  let looks = 0;
  let nowMs = 0;
  const news = createConversationNews(() => nowMs);
  const rooms = {
    ledger: {
      standing: async (siteId: string) => {
        looks += 1;
        const standing = {
          position: events.length,
          isLive: true,
          isWaiting: false,
          person: null,
          newer: null,
        };
        return siteId === "site" ? standing : null;
      },
    },
    archive: { read: async () => ({ visitorId: "v", events, arms: [], outcomes: [] }) },
    news,
  };
  return {
    news,
    get looks() {
      return looks;
    },
    pass: (milliseconds: number) => {
      nowMs += milliseconds;
    },
    add(id: string) {
      events = logged([...events.map(({ event }) => event), turn(id)]);
    },
    follow: (seen: Seen, { waitMs = 20_000, siteId = "site", signal = new AbortController().signal } = {}) =>
      followConversation(rooms, siteId, "c1", { seen, waitMs, signal }),
  };
}
const SEEN = { position: 1, isSpeaking: false };

describe("[TRN-5] following a conversation", () => {
  test("tells all of it to who has seen nothing, and how it stands to who has seen it all", async () => {
    const { follow } = scene();
    expect(await follow({ position: 0, isSpeaking: false })).toMatchObject({
      position: 1,
      record: { id: "c1" },
    });
    expect(await follow(SEEN, { waitMs: 0 })).toMatchObject({ position: 1, record: null });
    expect(await follow(SEEN, { siteId: "another" })).toBeNull();
  });

  test("answers at the news that something was added, and by itself when no news came", async () => {
    const live = scene();
    const told = live.follow(SEEN);
    live.add("t1");
    live.news.tell({ conversationId: "another" });
    live.news.tell({ conversationId: "c1" });
    expect((await told)?.record?.turns).toHaveLength(1);
    const untold = live.follow({ position: 2, isSpeaking: false });
    live.add("t2");
    expect((await untold)?.position).toBe(3);
  });

  test("says that the agent speaks, and when it has ended; a turn that never ends is forgotten", async () => {
    const live = scene();
    const speaking = live.follow(SEEN);
    live.news.tell({ conversationId: "c1", speaking: "t1" });
    expect(await speaking).toMatchObject({ isSpeaking: true, record: null });
    // A message in the middle of it changes nothing about that.
    live.news.tell({ conversationId: "c1" });
    expect((await live.follow(SEEN, { waitMs: 0 }))?.isSpeaking).toBe(true);
    const silent = live.follow({ position: 1, isSpeaking: true });
    live.news.tell({ conversationId: "c1", speaking: null });
    expect((await silent)?.isSpeaking).toBe(false);
    live.news.tell({ conversationId: "c1", speaking: "t2" });
    live.pass(120_000);
    expect((await live.follow(SEEN, { waitMs: 0 }))?.isSpeaking).toBe(false);
  });

  test("looks no more for who has gone", async () => {
    const live = scene();
    const leaving = new AbortController();
    const followed = live.follow(SEEN, { signal: leaving.signal });
    leaving.abort();
    expect(await followed).toBeNull();
    expect(live.looks).toBeLessThanOrEqual(1);
  });
});
