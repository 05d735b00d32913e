/** What is known of a site before an experiment starts. */
import type { MetricKey } from "./metrics.ts";

/** Fewer visitors make no baseline. */
export const BASELINE_VISITORS_LEAST = 100;

/** What the site's visitors did of late. */
export interface SiteHistory {
  /** Days that were looked at. */
  days: number;
  /** Persons who talked with the agent in them and count. */
  visitors: number;
  visitorsPerDay: number;
  /** Some of the orders were signed by the shop's server. */
  hasSignedOrders: boolean;
  /** Of the metric that decides; null where nothing tells of it. */
  baseline: Baseline | null;
}

export interface Baseline {
  metric: MetricKey;
  /** Persons with a value: all of them, or of a ratio those it is over anything of. */
  visitors: number;
  mean: number;
  /** Per visitor; of a ratio by the delta method. */
  variance: number;
}
