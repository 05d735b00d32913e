import type { TimeBounds } from "../../model/chat-model.ts";

/** Nobody waits in self-play: an answer that comes late is worth more than none. */
export const ROLE_BOUNDS: TimeBounds = { firstToken: 60_000, gap: 30_000, total: 180_000 };
