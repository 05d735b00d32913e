/**
 * The dialogue state after a talk of which only the words are known, as `overture understand` is given it: the shopper's
 * are understood one after the other, the agent's are searched for products named and for what was asked.
 */
import type { Catalog } from "../catalog/catalog.ts";
import { foldText } from "../catalog/fold-text.ts";
import type { CatalogVocabulary } from "../catalog/vocabulary-types.ts";
import type { SpokenTurn } from "../dialogue/events.ts";
import { initialState, reduce } from "../dialogue/reduce.ts";
import type { DialogueState } from "../dialogue/state.ts";
import type { Understand } from "../turn/ports.ts";

export interface SpokenLine {
  speaker: "shopper" | "agent";
  text: string;
}

export interface Listener {
  catalog: Catalog;
  understand: Understand;
}

export function stateBefore(lines: readonly SpokenLine[], listener: Listener): DialogueState {
  let state = initialState();
  lines.forEach(({ speaker, text }, index) => {
    const id = `line-${index + 1}`;
    state =
      speaker === "shopper"
        ? hear(state, id, text, listener.understand)
        : reduce(state, { type: "turn-spoken", turn: turnOf(state, id, text, listener) }, state.position + 1);
  });
  return state;
}

function hear(state: DialogueState, id: string, text: string, understand: Understand): DialogueState {
  const stored = reduce(state, { type: "message-stored", id, text }, state.position + 1);
  const messages = [{ id, understanding: understand(text, stored) }];
  return reduce(stored, { type: "messages-understood", messages }, stored.position + 1);
}

function turnOf(state: DialogueState, turnId: string, text: string, { catalog }: Listener): SpokenTurn {
  const isQuestion = text.includes("?");
  return {
    turnId,
    respondsTo: { type: "messages", ids: state.unanswered.map(({ id }) => id) },
    text,
    cards: [],
    replies: [],
    invitation: isQuestion ? { kind: "question" } : null,
    sources: [],
    strategies: [],
    decision: { policy: "none", policyVersion: "0", steps: [], reasons: [] },
    claims: [],
    stance: null,
    anticipates: null,
    asks: isQuestion ? attributeAsked(text, catalog.vocabulary) : null,
    settled: [],
    items: itemsNamed(text, catalog),
    stopped: [],
    voice: "none",
    farewell: false,
  };
}

/** In the order they are named; a title within a longer title that is named too does not count. */
function itemsNamed(text: string, catalog: Catalog): SpokenTurn["items"] {
  const folded = foldText(text);
  const named = [...catalog.products]
    .map((product) => ({ product, title: foldText(product.title) }))
    .map(({ product, title }) => ({
      product,
      from: title === "" ? -1 : folded.indexOf(title),
      length: title.length,
    }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from || b.length - a.length);
  const outer = named.filter(
    (one) =>
      !named.some(
        (other) =>
          other.length > one.length &&
          other.from <= one.from &&
          one.from + one.length <= other.from + other.length,
      ),
  );
  return outer.map(({ product: { sku, title, brand, categories, price, attributes } }) => {
    return {
      sku,
      title,
      brand,
      category: categories.at(-1) ?? null,
      price,
      attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    };
  });
}

const BUDGET_QUESTION = /\b(budget|spend|price|cost)\b/;
const CATEGORY_QUESTION = /\b(looking for|kind of|what sort|shopping for)\b/;

/** What the last question of a text asks for; null when it can't be told. */
function attributeAsked(text: string, { attributes }: CatalogVocabulary): string | null {
  const question = foldText(text.split(/(?<=[.!?])\s+/).findLast((sentence) => sentence.includes("?")) ?? "");
  const attribute = attributes.find(({ forms }) =>
    forms.some((form) => ` ${question} `.includes(` ${form} `)),
  );
  if (attribute) return attribute.name;
  if (BUDGET_QUESTION.test(question)) return "price";
  if (/\bbrands?\b/.test(question)) return "brand";
  return CATEGORY_QUESTION.test(question) ? "category" : null;
}
