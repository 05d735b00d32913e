/** What a shopper can mean to say, before it has words. */
import type { Sku } from "../../catalog/product.ts";
import type { Need } from "./needs.ts";
import type { ReasonToLeave } from "./shopper.ts";

/** An item as it can be pointed at from where the shopper sits. */
export interface ItemInView {
  sku: Sku;
  title: string;
  brand: string | null;
  /** Its place among the cards of the last turn that had any, from 0; null when it is no longer among them. */
  place: number | null;
  /** It is the only one there. */
  alone: boolean;
  /** What of its title no other item that was seen has; empty when there is no such part. */
  called: string;
}

/** What an answer is waited for. */
export type Question =
  | { type: "ask"; attribute: string; item: ItemInView }
  | { type: "is-it"; need: Need; item: ItemInView }
  | { type: "ask-off-catalog"; question: string }
  | { type: "doubt"; about: string; item: ItemInView }
  | { type: "compare"; item: ItemInView; other: ItemInView }
  | { type: "ask-opinion" };

export type Intent =
  | Question
  | { type: "open"; needs: Need[] }
  | { type: "wish"; need: Need }
  | { type: "say-kind" }
  | { type: "tap"; reply: string }
  | { type: "indifferent" | "agree" | "first-time" | "had-before" | "for-whom" }
  | { type: "learnt"; need: Need }
  | { type: "lacks"; need: Need; item: ItemInView }
  | { type: "ask-again"; of: Question }
  | { type: "more" | "none-of-these" | "hold-firm" }
  | { type: "tell-more"; item: ItemInView }
  | { type: "like"; item: ItemInView }
  | { type: "revise"; need: Need }
  | { type: "stretch"; need: Need }
  | { type: "give-way"; need: Need }
  | { type: "accept"; item: ItemInView }
  | { type: "leave"; because: ReasonToLeave };
