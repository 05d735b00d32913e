/** How a content gap reads in a list: what was asked or wished for, and of what. */
import { asWritten } from "../dialogue/units.ts";
import type { CountedGap } from "./ports.ts";

const STANDING: Record<CountedGap["type"], string> = {
  unanswerable: "not answered",
  "dead-end": "nothing found",
  misunderstood: "not understood",
};

export function describeGap({ type, topic, value, kind }: CountedGap): string {
  // Kept before numbers were written as people do.
  const said = value.replace(/\d+\.\d{3,}/g, (number) => String(asWritten(Number(number))));
  const isFreeText = topic === "other" || topic === "feature" || type === "misunderstood";
  const what = isFreeText && said !== "" ? said : [topic, said].filter(Boolean).join(": ");
  return [STANDING[type], what, kind ?? ""].filter(Boolean).join(" · ");
}
