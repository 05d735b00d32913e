/** What judging and learning need of the store; `main.ts` and the commands fill it in. */
import type { LoggedEvent } from "../dialogue/events.ts";
import type { PolicyFile } from "../strategy/policy-file.ts";
import type { LoggedTalk } from "./off-policy/logged-talk.ts";

export interface TalkArchive {
  /** A site's conversations that were over by then, oldest first, a few at a time. */
  finished(siteId: string, range: TalkRange): AsyncIterable<LoggedTalk[]>;
  /** How many these are, and a text that changes when they do. */
  extent(siteId: string, range: TalkRange): Promise<{ conversations: number; stamp: string }>;
  /** The whole logs of these conversations, by their ids; what was erased is left out. */
  events(conversationIds: readonly string[]): Promise<Map<string, LoggedEvent[]>>;
}

export interface TalkRange {
  /** Null means of all time. */
  since: Date | null;
  by: Date;
  /** Of more than that, the latest. */
  most?: number;
}

/** How far a site's bandit is behind its conversations. */
export interface LearningBacklog {
  /** Conversations that were learned from. */
  learned: number;
  /** Conversations that are over and wait; of very many, a part is counted. */
  waiting: number;
  /** When the one that has waited longest began; null when none does. */
  waitingSince: Date | null;
}

export interface LearningDesk {
  /** The sites whose turns are taken by the newest bandit. */
  sites(): Promise<string[]>;
  backlog(siteId: string, now: Date): Promise<LearningBacklog>;
  /**
   * Folds conversations that wait, at most `limit`, into a new version and marks them, both or neither: each counts exactly
   * once, whatever is stopped in between. Null when another node is about it, or nothing waits.
   * @param begin given the newest version as it was stored; null when there is none.
   */
  learn(
    siteId: string,
    request: { now: Date; limit: number },
    begin: (newest: unknown) => TalkLearner,
  ): Promise<{ version: string; learned: number } | null>;
}

export interface TalkLearner {
  /** @param earlier how many of the visitor's conversations were learned from before. */
  add(talk: LoggedTalk, earlier: number): void;
  readonly added: number;
  file(at: Date): PolicyFile;
}
