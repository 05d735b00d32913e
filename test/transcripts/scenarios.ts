/** Conversations worth keeping, over the demo shop's own catalog. Read the golden files aloud when they change. */
import type { Mode } from "../../server/dialogue/strategies.ts";

export interface Scenario {
  name: string;
  mode: Mode;
  /** The product page the shopper is on. */
  sku?: string;
  says: string[];
}

const COMMUTER = [
  "I'm looking for a backpack for commuting, under $150",
  "not black please",
  "does it fit a 16 inch laptop?",
  "something cheaper",
  "what do buyers say about the first one?",
  "great, I'll take the first one",
  "thanks, bye",
];

export const SCENARIOS: Scenario[] = [
  { name: "commuter-sociable", mode: "sociable", says: COMMUTER },
  { name: "commuter-informational", mode: "informational", says: COMMUTER },
  {
    name: "rain-jacket-from-its-page",
    mode: "sociable",
    sku: "SAL-PETRICHOR",
    says: [
      "is it really waterproof, and how much does it weigh?",
      "anything lighter?",
      "not too expensive though",
      "which is better, the first or the second?",
      "ok, the second one please",
    ],
  },
  {
    name: "revision-and-dead-end",
    mode: "sociable",
    says: [
      "a tent for two people under $300",
      "it should weigh less than 1 kg",
      "forget the weight",
      "actually, show me sleeping bags instead",
      "are you a robot?",
    ],
  },
  {
    name: "not-in-the-catalog",
    mode: "informational",
    says: [
      "I need a sofa",
      "do you ship to Norway?",
      "fair enough, what bikes do you have?",
      "none of these",
      "bye",
    ],
  },
];
