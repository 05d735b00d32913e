/** What judging a policy from logged conversations, and learning from them, needs to know of one. */
import type { DecisionStep } from "../../dialogue/events.ts";
import type { Talk } from "../../dialogue/talk.ts";

/** Of a decision's step, what was possible, with which chances, and what was done. */
export type LoggedStep = Pick<DecisionStep, "strategy" | "propensity" | "distribution" | "features"> & {
  /** What had been said by then; see `hear-again.ts`. */
  talk?: Talk;
};

/** A conversation that is over. */
export interface LoggedTalk {
  conversationId: string;
  /** Conversations of one visitor are alike: they count as one cluster. */
  visitorId: string;
  /** The steps of each turn, oldest first; of an accepted conversation, up to the turn that led to acceptance. */
  turns: LoggedStep[][];
  /** An item was accepted, put in the cart or bought. */
  accepted: boolean;
}
