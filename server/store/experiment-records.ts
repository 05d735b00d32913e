/** What the experiments' tables keep as JSON, and the few words that their columns take. */
import type { Treatment } from "../experiment/plan.ts";

export interface OrderItem {
  sku: string;
  quantity: number;
}

export interface ExperimentDecision {
  /** The arm that was chosen; null when none was. */
  arm: string | null;
  /** The verdict's code at that time. */
  verdict: string;
  /** Why, in the words of whoever decided. */
  note: string;
  by: string;
  /** What the site's settings were before the arm became its default; null while it is not [undo]. */
  shipped: { at: string; before: Treatment } | null;
}
