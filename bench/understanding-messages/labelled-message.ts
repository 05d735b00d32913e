/**
 * How messages are labelled for measuring. The shop is the demo's, so names and values are those of its catalog.
 *
 * - `acts`: all of them, in any order, apart by spaces; one with a "?" may be heard or not.
 * - `wishes`: "[not ]attribute operator value[ unit]", apart by "; ". Other readings of the same wish follow after "|".
 *   What stands in parentheses may be heard or not. "property" is any attribute, tag or word of the catalog with that value.
 * - `refs`: what each reference resolves to first: 1 to 3 for the cards shown, else a SKU, apart by spaces; parentheses as
 *   above.
 * - `critiques`: "attribute direction", apart by "; ", with "|" and parentheses as above.
 *
 * What a row leaves out is labelled as absent; the language is English unless it says otherwise.
 */
export type SituationName =
  | "fresh"
  | "backpacks shown"
  | "bikes shown"
  | "shoes shown"
  | "budget asked"
  | "colour asked"
  | "size asked"
  | "use asked";

export interface LabelledMessage {
  text: string;
  acts: string;
  wishes: string;
  refs: string;
  critiques: string;
  language: string;
}

export interface MessageGroup {
  name: string;
  situation: SituationName;
  rows: LabelledMessage[];
}

type MoreLabels = Partial<Pick<LabelledMessage, "refs" | "critiques" | "language">>;

export function row(text: string, acts: string, wishes = "", more: MoreLabels = {}): LabelledMessage {
  return { text, acts, wishes, refs: "", critiques: "", language: "en", ...more };
}
