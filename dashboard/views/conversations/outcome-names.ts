import type { TalkOutcome } from "../../api/conversations.ts";

export const OUTCOME_NAMES: Record<TalkOutcome, string> = {
  accepted: "Accepted an item",
  bought: "Bought",
  "person-asked": "Asked for a person",
  abandoned: "Abandoned",
};
