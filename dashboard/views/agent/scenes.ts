/** The moments at which the agent speaks unasked, as a merchant would tell of them. */
import type { AgentSettings, OpeningReason, PreviewScene } from "../../api/settings.ts";
import { HOURS, inUnit, MINUTES, SECONDS, type Unit } from "./inputs.tsx";

const TIMES: Unit = { size: 1, one: "time" };

interface Reason {
  reason: OpeningReason;
  /** The setting that says when. */
  rule: "productDwellMs" | "compareVisits" | "cartIdleMs" | "noResultsMs" | "returnAfterMs";
  unit: Unit;
  /** What the shopper does. */
  title: string;
  label: string;
}

/** All that the agent may speak first for. */
export const REASONS: readonly Reason[] = [
  {
    ...{ reason: "product-dwell", rule: "productDwellMs", unit: SECONDS },
    ...{ title: "Looks at a product for a while", label: "Time on the page" },
  },
  {
    ...{ reason: "product-compare", rule: "compareVisits", unit: TIMES },
    ...{ title: "Goes back and forth between two products", label: "Back and forth" },
  },
  {
    ...{ reason: "cart-idle", rule: "cartIdleMs", unit: SECONDS },
    ...{ title: "Leaves a filled cart standing", label: "Time without a move" },
  },
  {
    ...{ reason: "no-results", rule: "noResultsMs", unit: SECONDS },
    ...{ title: "Finds nothing in your shop's search", label: "Time after the search" },
  },
  {
    ...{ reason: "return-visit", rule: "returnAfterMs", unit: HOURS },
    ...{ title: "Comes back after a talk", label: "Time away" },
  },
];

export interface SceneWords {
  title: string;
  /** When it comes to that; null where the shopper asked for it. */
  when: string | null;
  /** By the settings it never comes to that. */
  isOff: boolean;
}

export function wordsOfScene(scene: PreviewScene, { opening, silence }: AgentSettings): SceneWords {
  switch (scene) {
    case "panel-open":
      return { title: "A new shopper opens the chat", when: null, isOff: false };
    case "silence-first":
      return {
        title: "No answer to that",
        when: `after ${inUnit(silence.firstMs, SECONDS)}`,
        isOff: !silence.enabled,
      };
    case "silence-second":
      return {
        title: "Still no answer",
        when: `after ${inUnit(silence.secondMs, MINUTES)} more; then it waits`,
        isOff: !silence.enabled,
      };
    default: {
      const found = REASONS.find(({ reason }) => reason === scene);
      if (!found) return { title: scene, when: null, isOff: false };
      const { title, rule, unit } = found;
      return {
        title: `A shopper ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
        when: `after ${inUnit(opening[rule], unit)}`,
        isOff: !opening.enabled || opening.withheld.includes(scene),
      };
    }
  }
}
