/** What the experiments' tables keep as JSON, and the few words that their columns take. */
import type { Decision } from "../experiment/ports.ts";

export interface OrderItem {
  sku: string;
  quantity: number;
}

/** What was decided when an experiment was stopped, and whether its winner is the site's default. */
export type ExperimentDecision = Decision;
