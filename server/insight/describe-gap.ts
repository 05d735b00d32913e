/** How a content gap reads in a list: what was asked or wished for, and of what. */
import type { CountedGap } from "./ports.ts";

export function describeGap({ type, topic, value, kind }: CountedGap): string {
  const isFreeText = topic === "other" || topic === "feature";
  const what = isFreeText && value !== "" ? value : [topic, value].filter(Boolean).join(": ");
  return [type === "dead-end" ? "nothing found" : "not answered", what, kind ?? ""]
    .filter(Boolean)
    .join(" · ");
}
