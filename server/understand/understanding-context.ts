/** What every finder sees of one message: its words, the catalog's names in it, amounts, negations and the talk so far. */
import type { CatalogVocabulary } from "../catalog/vocabulary-types.ts";
import type { DialogueState, ShownItem } from "../dialogue/state.ts";
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

interface InView {
  items: readonly ShownItem[];
  attributes: ReadonlySet<string> | null;
}
const seen = new WeakMap<DialogueState, InView>();

function inViewOf(state: DialogueState): InView {
  const known = seen.get(state);
  if (known !== undefined) return known;
  const lastTurn = state.shown.at(-1)?.turnId;
  const items = state.shown.filter(({ sku, turnId }) => turnId === lastTurn || state.focus.includes(sku));
  const names =
    items.length === 0 ? null : new Set(items.flatMap(({ attributes }) => Object.keys(attributes)));
  const inView = { items, attributes: names };
  seen.set(state, inView);
  return inView;
}

/** The items under discussion: those shown last and those that were turned to. */
export function itemsInView(state: DialogueState): readonly ShownItem[] {
  return inViewOf(state).items;
}

/** The attributes that the items under discussion have, by any of their names; null when nothing is in view. */
export function attributesInView(state: DialogueState): ReadonlySet<string> | null {
  return inViewOf(state).attributes;
}

/** Whether something is being discussed that "it" and "cheaper" can refer to. */
export function hasItemInView(state: DialogueState): boolean {
  return state.shown.length > 0 || state.focus.length > 0 || (state.page?.sku ?? null) !== null;
}
