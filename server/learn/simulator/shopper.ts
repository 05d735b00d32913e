/**
 * What a shopper is to an episode: somebody who sees what a widget shows and writes the next message. The built-in shopper
 * (`simulated-shopper.ts`) answers at once; one that a language model plays may take its time, and so may its critic.
 */
import type { TurnEnd } from "../../../shared/shopper-socket.ts";
import type { Product, Sku } from "../../catalog/product.ts";

/** A shop's own product page, as anybody can open it from a card. */
export type ProductPage = Pick<
  Product,
  | "sku"
  | "title"
  | "description"
  | "brand"
  | "categories"
  | "tags"
  | "price"
  | "was"
  | "inStock"
  | "attributes"
  | "variants"
  | "rating"
>;

/** All that a shopper ever learns of the agent: the turn as the wire carries it, and the pages behind its cards. */
export interface Observation {
  turn: TurnEnd;
  /** Of the turn's cards, in their order. */
  pages: ProductPage[];
}

/** Why a shopper left without a product. */
export const REASONS_TO_LEAVE = ["annoyed", "out-of-patience", "gave-up"] as const;
export type ReasonToLeave = (typeof REASONS_TO_LEAVE)[number];

export type ShopperMove =
  | { type: "message"; text: string }
  /** The talk is over; nothing is written any more. */
  | { type: "end"; ending: ShopperEnding };

export type ShopperEnding = { outcome: "accepted"; sku: Sku } | { outcome: "left"; because: ReasonToLeave };

/** What the shopper made of the talk so far, for the critic. */
export interface ShopperAccount {
  /** Items, or sets of them, that were turned down. */
  rejections: number;
  /** From 0; 1 is as much as most people bear. */
  annoyance: number;
  questionsAsked: number;
  /** As the shopper sees it; an honest "the listing doesn't say" is an answer. */
  questionsAnswered: number;
}

export interface Shopper {
  /** The product page the talk begins on; null for the shop's front page. */
  readonly arrivesOn: Sku | null;
  /** Asked after each turn of the agent, the opening included, until it ends. */
  next(observation: Observation): ShopperMove | Promise<ShopperMove>;
  account(): ShopperAccount;
}

/** What a talk comes to: by the shopper's goal, or as a language model reads the transcript. */
export interface Judgement {
  /** What the shopper came for, or an equal, was accepted. */
  success: boolean;
  rejections: number;
  annoyance: number;
}

export interface Line {
  speaker: "agent" | "shopper";
  text: string;
  /** Titles and prices of the cards, for people who read along. */
  cards: string[];
  replies: string[];
}

/** The third role of self-play, beside agent and shopper. */
export interface Critic {
  /**
   * Of a critic that reads along: asked after each message of the shopper, how the talk stands by now, from -1 to 1. Null
   * where it cannot tell.
   */
  follow?(lines: readonly Line[]): number | null | Promise<number | null>;
  judge(talk: {
    lines: Line[];
    ending: ShopperEnding;
    account: ShopperAccount;
  }): Judgement | Promise<Judgement>;
}
