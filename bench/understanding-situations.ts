/** The states of talk in which labelled messages are read, with products of the demo's catalog on the cards. */
import type { Product } from "../server/catalog/product.ts";
import { initialState } from "../server/dialogue/reduce.ts";
import type { DialogueState, OpenQuestion, ShownItem } from "../server/dialogue/state.ts";
import type { SituationName } from "./understanding-messages/labelled-message.ts";

const CARDS: Partial<Record<SituationName, string[]>> = {
  "backpacks shown": ["OXB-TIDEWATER-22", "RYE-SPRINT-12", "PIN-HEATH-20"],
  "bikes shown": ["RYE-DROVER-12", "RYE-LAMPLIGHTER-8", "RYE-POCKET-16"],
  "shoes shown": ["TUS-PAVEMENT", "TUS-CLERK", "TUS-FERRYMAN"],
};
const ASKED: Partial<Record<SituationName, string>> = {
  "budget asked": "price",
  "colour asked": "colour",
  "size asked": "size",
  "use asked": "usage",
};

export interface Situation {
  state: DialogueState;
  /** The products on the cards, in their order. */
  cards: string[];
}

export function situationOf(name: SituationName, products: readonly Product[]): Situation {
  const cards = CARDS[name] ?? [];
  const about = ASKED[name];
  const shown = cards.map((sku, index) => cardOf(products, sku, index + 1));
  const talked: DialogueState = {
    ...initialState(),
    shown,
    focus: cards,
    lastInvitation: shown.length > 0 ? "choice" : null,
  };
  return { cards, state: about === undefined ? talked : { ...talked, ...asking(about) } };
}

function cardOf(products: readonly Product[], sku: string, place: number): ShownItem {
  const product = products.find((candidate) => candidate.sku === sku);
  if (!product) throw new Error(`the labelled messages show ${sku}, which the catalog does not have`);
  return {
    sku,
    title: product.title,
    brand: product.brand,
    category: product.categories.at(-1) ?? null,
    price: product.price,
    attributes: Object.fromEntries(product.attributes.map(({ name, value }) => [name, value])),
    turnId: "t1",
    place,
    reaction: "none",
  };
}

function asking(about: string): Pick<DialogueState, "asked" | "openQuestions" | "lastInvitation"> {
  const question: OpenQuestion = {
    id: "q1",
    raisedBy: "agent",
    raisedIn: "t1",
    kind: "asked",
    about,
    text: "?",
    skus: [],
    status: "open",
  };
  return { asked: [about], openQuestions: [question], lastInvitation: "question" };
}
