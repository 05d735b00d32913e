/**
 * What can be measured of a visitor [EXP-4]. Each metric is one value per visitor, or one value over another where the
 * question is "of how many". `store/experiment-values.ts` says how each is read from what was stored.
 */

export const METRIC_KEYS = [
  "conversion",
  "revenue",
  "order-value",
  "cart-add",
  "card-click",
  "engaged",
  "satisfaction",
  "dismissal",
  "quick-close",
  "human-asked",
  "complaint",
  "page-delay",
] as const;
export type MetricKey = (typeof METRIC_KEYS)[number];

/**
 * A `proportion` is 0 or 1 per visitor; a `mean` any number per visitor, 0 for who did nothing; a `ratio` is one sum over another.
 */
export type MetricKind = "proportion" | "mean" | "ratio";

export interface Metric {
  key: MetricKey;
  /** As a merchant reads it. */
  name: string;
  /** What it counts, in a sentence. */
  says: string;
  kind: MetricKind;
  /** Which way is good. */
  better: "higher" | "lower";
  unit: "share" | "money" | "points" | "milliseconds";
  /** Guards against harm rather than promises gain. */
  isGuardrail: boolean;
  /** The share of the non-zero values that is left as it is; the rest is cut to the value there. Null cuts nothing. */
  winsoriseAt: number | null;
}

const METRICS: Record<MetricKey, Omit<Metric, "key">> = {
  conversion: {
    name: "Conversion",
    says: "Visitors who bought something and did not cancel all of it.",
    kind: "proportion",
    better: "higher",
    unit: "share",
    isGuardrail: false,
    winsoriseAt: null,
  },
  revenue: {
    name: "Revenue per visitor",
    says: "What a visitor bought, less what was refunded or cancelled.",
    kind: "mean",
    better: "higher",
    unit: "money",
    isGuardrail: false,
    winsoriseAt: 0.999,
  },
  "order-value": {
    name: "Order value",
    says: "Revenue over orders.",
    kind: "ratio",
    better: "higher",
    unit: "money",
    isGuardrail: false,
    winsoriseAt: null,
  },
  "cart-add": {
    name: "Added to cart",
    says: "Visitors who put something in the cart.",
    kind: "proportion",
    better: "higher",
    unit: "share",
    isGuardrail: false,
    winsoriseAt: null,
  },
  "card-click": {
    name: "Clicks on cards",
    says: "Products opened from the conversation, over those shown in it.",
    kind: "ratio",
    better: "higher",
    unit: "share",
    isGuardrail: false,
    winsoriseAt: null,
  },
  engaged: {
    name: "Engaged conversations",
    says: "Visitors who wrote at least two messages in a conversation.",
    kind: "proportion",
    better: "higher",
    unit: "share",
    isGuardrail: false,
    winsoriseAt: null,
  },
  satisfaction: {
    name: "Satisfaction",
    says: "The mean of the ratings given, from 1 to 5.",
    kind: "ratio",
    better: "higher",
    unit: "points",
    isGuardrail: false,
    winsoriseAt: null,
  },
  dismissal: {
    name: "Dismissals",
    says: "Visitors who waved the agent off when it spoke first.",
    kind: "proportion",
    better: "lower",
    unit: "share",
    isGuardrail: true,
    winsoriseAt: null,
  },
  "quick-close": {
    name: "Closed at once",
    says: "Visitors who closed the panel within five seconds of its opening.",
    kind: "proportion",
    better: "lower",
    unit: "share",
    isGuardrail: true,
    winsoriseAt: null,
  },
  "human-asked": {
    name: "Asked for a person",
    says: "Visitors who asked to talk with a person.",
    kind: "proportion",
    better: "lower",
    unit: "share",
    isGuardrail: true,
    winsoriseAt: null,
  },
  complaint: {
    name: "Complaints",
    says: "Visitors who gave an answer a thumbs down, or the conversation one or two points of five.",
    kind: "proportion",
    better: "lower",
    unit: "share",
    isGuardrail: true,
    winsoriseAt: null,
  },
  "page-delay": {
    name: "Page delay",
    says: "Milliseconds for which the page could not respond while it loaded, over the page views measured.",
    kind: "ratio",
    better: "lower",
    unit: "milliseconds",
    isGuardrail: true,
    winsoriseAt: null,
  },
};

export function metricOf(key: MetricKey): Metric {
  return { key, ...METRICS[key] };
}

export function isMetricKey(text: string): text is MetricKey {
  return METRIC_KEYS.some((key) => key === text);
}
