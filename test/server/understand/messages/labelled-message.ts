/**
 * Labelled messages, written for these tests in shoppers' own manner. Labels are terse:
 * a wish is "[not ]attribute operator value[ unit][?]" where "?" marks one that is merely preferred; a question is
 * "kind about[=value][ @sku …]"; a critique is "attribute direction[=value][ @sku]"; a reference is "kind @sku …".
 * What a row does not mention is not asserted, except acts, which are always complete and in order.
 */
export type Situation = "fresh" | "shown" | "budget asked" | "colour asked" | "usage asked" | "size asked";

export interface LabelledMessage {
  text: string;
  acts: string;
  wishes?: string[];
  questions?: string[];
  critiques?: string[];
  references?: string[];
  sentiment?: "positive" | "neutral" | "negative";
  language?: string;
  unclear?: string[];
}

type Labels = Omit<LabelledMessage, "text" | "acts">;

export function row(text: string, acts: string, labels: Labels = {}): LabelledMessage {
  return { text, acts, ...labels };
}

/** Wishes only: most rows of the tables say one thing. */
export function wish(text: string, ...wishes: string[]): LabelledMessage {
  return { text, acts: "inform", wishes };
}

/** Tables by what they try, with the situation that their rows are said in. */
export type MessageTables = Record<string, { situation: Situation; rows: LabelledMessage[] }>;
