import type { Strategy } from "../dialogue/strategies.ts";
import type { Content, TurnPlan } from "./turn-plan.ts";

/** What one strategy could say now. A strategy without a prospect is masked: no act is ever ungrounded [STR-2]. */
export interface Prospect {
  contents: Content[];
  /** The attribute asked about, when it asks. */
  asks?: string;
  replies?: string[];
  stance?: TurnPlan["stance"];
}

/** What the situation obliges the turn to do: one of these strategies has to be part of it. */
export interface Duty {
  oneOf: Strategy[];
  because: string;
}
