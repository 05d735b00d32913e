/** What questions are about, in a merchant's words. */
import type { AnsweredGap } from "../../api/insight.ts";
import { nameOf } from "../../parts/words.ts";

/** Terms of the shop's, which hold for whatever is bought. */
export const SHOP_TOPICS = [
  { value: "shipping", name: "Delivery" },
  { value: "returns", name: "Returns" },
  { value: "warranty", name: "Warranty" },
  { value: "payment", name: "Payment" },
  { value: "discount", name: "Discounts" },
] as const;

/** These say nothing by themselves: an answer to them is called for by words. */
export const BY_WORDS: ReadonlySet<string> = new Set(["other", "feature", "variants"]);

export function nameOfTopic(topic: string): string {
  const shop: { value: string; name: string } | undefined = SHOP_TOPICS.find(({ value }) => value === topic);
  return shop?.name ?? nameOf(topic);
}

/** What was asked for in free words stands for itself; else its topic goes before it. */
export function titleOfGap({ type, topic, value }: Pick<AnsweredGap, "type" | "topic" | "value">): string {
  const said = value
    .replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toPrecision(4))))
    // Contractions are kept in their parts.
    .replace(/(?<=[a-z]) (t|s|re|ve|ll|d|m)\b/g, "'$1");
  if (said === "") return BY_WORDS.has(topic) ? "A question" : nameOfTopic(topic);
  return BY_WORDS.has(topic) || type === "misunderstood" ? nameOf(said) : `${nameOfTopic(topic)}: ${said}`;
}
