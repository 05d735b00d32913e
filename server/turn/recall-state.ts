import { fold, initialState } from "../dialogue/reduce.ts";
import type { DialogueState } from "../dialogue/state.ts";
import type { ConversationLog } from "./ports.ts";

export type RecallState = (conversationId: string) => Promise<DialogueState>;

/**
 * The state of a conversation, folded from its log. What was folded before is kept, so that a long conversation costs
 * no more per turn than a short one; the cache is only a shortcut, since every event after it is read each time.
 */
export function createStateRecall(log: ConversationLog, conversationsMax = 5_000): RecallState {
  const cache = new Map<string, DialogueState>();
  return async (conversationId) => {
    const known = cache.get(conversationId) ?? initialState();
    const state = fold(await log.read(conversationId, known.position), known);
    // Re-inserting keeps the map in order of use; the first key is the one used longest ago.
    cache.delete(conversationId);
    cache.set(conversationId, state);
    const oldest = cache.keys().next().value;
    if (cache.size > conversationsMax && oldest !== undefined) cache.delete(oldest);
    return state;
  };
}
