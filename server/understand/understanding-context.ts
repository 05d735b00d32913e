/** What every finder sees of one message: its words, the catalog's names in it, amounts, negations and the talk so far. */
import type { CatalogVocabulary } from "../catalog/vocabulary-types.ts";
import type { DialogueState } from "../dialogue/state.ts";
import type { CatalogLexicon, Mention } from "./catalog-lexicon.ts";
import type { Clause } from "./clauses.ts";
import type { Quantity } from "./quantities.ts";
import type { TitleIndex } from "./title-index.ts";
import type { Message, Span } from "./tokens.ts";

export interface Context {
  message: Message;
  /** BCP 47 primary tag, "und" when it can't be told. */
  language: string;
  clauses: Clause[];
  mentions: Mention[];
  quantities: Quantity[];
  negated: Span[];
  state: DialogueState;
  vocabulary: CatalogVocabulary;
  lexicon: CatalogLexicon;
  titles: TitleIndex;
}

/** Whether something is being discussed that "it" and "cheaper" can refer to. */
export function hasItemInView(state: DialogueState): boolean {
  return state.shown.length > 0 || state.focus.length > 0 || (state.page?.sku ?? null) !== null;
}
