import type { ReplayedTurn } from "../../server/turn/replay-turns.ts";
import { request } from "./client.ts";

export type { ReplayedTurn };

export interface Replay {
  policy: string;
  version: string;
  turns: ReplayedTurn[];
}

/** A conversation's turns as another policy would have taken them; nothing is stored. */
export const replayConversation = (id: string, policy: string, signal?: AbortSignal): Promise<Replay> =>
  request("POST", `/admin/conversations/${encodeURIComponent(id)}/replay`, {
    body: { policy },
    ...(signal && { signal }),
  });
