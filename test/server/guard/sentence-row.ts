/** A sentence over the fixture catalog, as the tables hold them. */
import type { Product } from "../../../server/catalog/product.ts";
import type { Verdict } from "../../../server/guard/verdict.ts";

export interface SentenceRow {
  kind: string;
  items: Product[];
  sentence: string;
  /** What the shopper wrote before, where the sentence takes it up. */
  heard?: string[];
  counts?: number[];
}

export interface FalseRow extends SentenceRow {
  type: Exclude<Verdict["type"], "pass">;
}

export const group = (
  kind: string,
  items: Product[],
  sentences: string[],
  more: Pick<SentenceRow, "heard" | "counts"> = {},
): SentenceRow[] => sentences.map((sentence) => ({ kind, items, sentence, ...more }));

export const lies = (
  kind: string,
  type: FalseRow["type"],
  items: Product[],
  sentences: string[],
  heard: string[] = [],
): FalseRow[] => sentences.map((sentence) => ({ kind, type, items, sentence, heard }));
