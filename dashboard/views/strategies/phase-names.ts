import type { SuccessReport } from "../../api/insight.ts";

type Phase = SuccessReport["phases"][number]["phase"];

/** How far a talk has come when a turn is decided, as a merchant reads it. */
export const PHASE_NAMES: Readonly<Record<Phase, { name: string; says: string }>> = {
  opening: { name: "Opening", says: "the shopper has said nothing yet" },
  eliciting: { name: "Finding out", says: "nothing is known of what is wanted" },
  narrowing: { name: "Narrowing", says: "wishes are known, nothing was shown" },
  recommending: { name: "Recommending", says: "items were shown" },
  closing: { name: "Closing", says: "an item is settled on, or goodbyes were said" },
};
