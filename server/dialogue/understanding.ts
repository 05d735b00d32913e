/** What a shopper did with a message. `understand/` writes it, the event log keeps it, `reduce` folds it. */
import type { Sku } from "../catalog/product.ts";

export const DIALOGUE_ACTS = [
  "inform",
  "ask-fact",
  "ask-recommendation",
  "compare",
  "accept",
  "reject",
  "critique",
  "doubt",
  "greet",
  "thank",
  "bye",
  "smalltalk",
  "complain",
  "ask-human",
  "out-of-scope",
] as const;
export type DialogueAct = (typeof DIALOGUE_ACTS)[number];

/**
 * `any` withdraws what was said about the attribute before ("forget the budget"). `about` is a soft "around".
 * `is` takes a text, the numeric operators a number, `between` a pair. `least` and `most` are superlatives: they order by
 * the attribute and exclude nothing.
 */
export const PREFERENCE_OPERATORS = [
  "is",
  "at-most",
  "at-least",
  "about",
  "between",
  "least",
  "most",
  "any",
] as const;
export type PreferenceOperator = (typeof PREFERENCE_OPERATORS)[number];

/** A wish as heard in one message, before the dialogue state gives it an identity. */
export interface HeardPreference {
  /**
   * "category", "brand", "price", "rating", "usage" (what it is for), "recipient", "feature" (words that fit no
   * attribute: searched in text), or an attribute name of the catalog.
   */
  attribute: string;
  /** Of a superlative, further attributes that the word may mean; the catalog has the one that is meant. */
  alternatives?: string[];
  operator: PreferenceOperator;
  /** Prices are in major units (dollars, not cents), as the shopper said them. Null for `any` and superlatives. */
  value: string | number | [number, number] | null;
  /** ISO 4217 code for prices, a canonical unit for measures. */
  unit?: string;
  polarity: "positive" | "negative";
  firmness: "must" | "prefer";
  /** It holds for whatever is looked for: an allergy. */
  lasting?: true;
  /** Of a bound: its very number was said, and more only does as well. "A two-person tent" sleeps two. */
  exact?: true;
  /** It is wished for as a part: of a bag "with a laptop sleeve", which no laptop sleeve is. */
  isPart?: true;
  /** The words it was heard in. */
  said: string;
}

export interface Critique {
  /** "price", an attribute of the catalog, or "style" for what no attribute carries ("something less flashy"). */
  attribute: string;
  /** `less` and `more` move a number; `other` wants another value; `same` keeps the value of the item. */
  direction: "less" | "more" | "other" | "same";
  /** Set where the item's own number is still right: "lighter but not more expensive". */
  orEqual?: true;
  /** For a value named outright: "the same in black". */
  value?: string;
  /** The item that is criticised; null means what is being discussed. */
  sku: Sku | null;
  said: string;
}

/** Something held against an item. It is answered with evidence, or conceded [MOV-4]. */
export interface HeardObjection {
  /** "price", "reviews", "rating", "quality", "brand", or an attribute of the catalog ("weight": too heavy). */
  about: string;
  /** The item it is held against; null means what is being discussed. */
  sku: Sku | null;
  said: string;
}

export interface Reference {
  text: string;
  kind: "ordinal" | "deictic" | "title" | "brand";
  /** What it resolves to, best first; empty when it resolves to nothing. */
  skus: Sku[];
}

export const QUESTION_KINDS = ["asked", "doubt", "condition", "assumption", "conflict"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface HeardQuestion {
  text: string;
  kind: QuestionKind;
  /**
   * An attribute of the catalog, "price", "brand", "rating", "reviews", "availability", "variants", or a topic no
   * catalog row answers: "shipping", "returns", "warranty", "discount", "payment", "identity" (is this a robot?), "other".
   */
  about: string;
  /** The items it is about; empty means what is being discussed, or no item at all. */
  skus: Sku[];
  /** For yes/no questions on a value ("does it come in black?") or on a "feature": what was asked for. */
  value?: string;
}

/** What a model made of a message that was not, or not wholly, understood: the message itself in plain English. */
export interface Restatement {
  /** BCP 47 primary tag of the message as it was written. */
  language: string;
  english: string;
  model: string;
  ms: number;
}

export interface Understanding {
  /** In the order they occur; at least one. */
  acts: DialogueAct[];
  preferences: HeardPreference[];
  critiques: Critique[];
  references: Reference[];
  questions: HeardQuestion[];
  /** Absent in logs of before. */
  objections?: HeardObjection[];
  sentiment: "positive" | "neutral" | "negative";
  /** BCP 47 primary tag, "und" when it can't be told. */
  language: string;
  /** The agent's open question is turned down, or can't be answered: "I'd rather not say". */
  declines?: true;
  /** The choice is left to the agent: "you choose", "no idea, something useful". */
  delegates?: true;
  /** Parts that carried meaning but were not understood [NLU-2]. */
  unclear: string[];
  /** Set where a model was asked [NLU-3]: what of this understanding came from its words, and where the two disagree. */
  restated?: Restatement & { added: string[]; disagreements: string[] };
}
