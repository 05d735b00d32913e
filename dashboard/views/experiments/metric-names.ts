/** The metrics as a form offers them; reports bring their names along. */
import type { Metric, MetricKey } from "../../../server/experiment/metrics.ts";

export const METRIC_NAMES: Record<MetricKey, string> = {
  conversion: "Conversion",
  revenue: "Revenue per visitor",
  "order-value": "Order value",
  "cart-add": "Added to cart",
  "card-click": "Clicks on cards",
  engaged: "Engaged conversations",
  satisfaction: "Satisfaction",
  dismissal: "Dismissals",
  "quick-close": "Closed at once",
  "human-asked": "Asked for a person",
  complaint: "Complaints",
  "page-delay": "Page delay",
};

export const GOALS = [
  "conversion",
  "revenue",
  "cart-add",
  "order-value",
  "engaged",
  "card-click",
  "satisfaction",
] as const satisfies MetricKey[];

export const GUARDRAILS = [
  "dismissal",
  "quick-close",
  "human-asked",
  "complaint",
  "page-delay",
] as const satisfies MetricKey[];

/** In which unit a merchant writes the least effect, and how much of it is one of the metric's own. */
export const UNITS: Record<MetricKey, Metric["unit"]> = {
  conversion: "share",
  revenue: "money",
  "order-value": "money",
  "cart-add": "share",
  "card-click": "share",
  engaged: "share",
  satisfaction: "points",
  dismissal: "share",
  "quick-close": "share",
  "human-asked": "share",
  complaint: "share",
  "page-delay": "milliseconds",
};
