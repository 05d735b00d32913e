/** What a simulated shopper has in mind: what was told, what was seen, what is leaned to, what is still to be said. */
import type { Sku } from "../../catalog/product.ts";
import type { Draws } from "./draws.ts";
import type { Goal } from "./goal.ts";
import type { ItemInView, Question } from "./intents.ts";
import { judgeNeed, type Need } from "./needs.ts";
import type { Persona } from "./personas.ts";
import { contentWords, type ReaderMemory } from "./read-turn.ts";
import type { ResponseModel } from "./response-model.ts";
import type { ProductPage, ShopperAccount } from "./shopper.ts";
import { callByTitle } from "./wording/short-title.ts";

/** A question or a doubt of the shopper's that the next turn should deal with. */
export interface Pending {
  /** As it was meant, so that it can be put again. */
  intent: Question;
  repeated: boolean;
}

export interface Mind {
  goal: Goal;
  persona: Persona;
  responses: ResponseModel;
  draws: Draws;
  /** Answers of the agent that will be waited for. */
  patience: number;
  turns: number;
  account: ShopperAccount;
  /** Needs the shopper is aware of, and those that were told. */
  aware: Set<Need>;
  told: Set<Need>;
  /** Needs whose second thought has been told. */
  revised: Set<Need>;
  pages: Map<Sku, ProductPage>;
  /** The cards of the last turn that had any. */
  inView: ItemInView[];
  /** Pages that were opened and read; of other cards only the face is known. */
  examined: Set<Sku>;
  rejected: Set<Sku>;
  conviction: Map<Sku, number>;
  /** How often a kind of support was felt for an item: it wears off. */
  felt: Map<string, number>;
  /** Needs that were asked about already: once a listing has no word on them, asking of the next is no use. */
  askedWhether: Set<Need>;
  likes: Sku | null;
  pending: Pending | null;
  doubtsLeft: number;
  /** What was doubted of which item: nobody says the same doubt twice. */
  doubted: Set<string>;
  questionsLeft: number;
  askedOpinion: boolean;
  compared: boolean;
  /** How often there was nothing left to say, and still not enough to buy. */
  stuck: number;
  questionsInRow: number;
  /** Turns in a row that showed nothing of use. */
  fruitless: number;
  reader: ReaderMemory & { wishWords: Set<string> };
}

export function createMind(goal: Goal, persona: Persona, responses: ResponseModel, draws: Draws): Mind {
  return {
    goal,
    persona,
    responses,
    draws,
    patience: draws.between("mind/patience", ...persona.patience),
    turns: 0,
    account: { rejections: 0, annoyance: 0, questionsAsked: 0, questionsAnswered: 0 },
    aware: new Set(
      goal.needs.filter(({ knowledge, kind }) => knowledge === "volunteered" || kind === "price"),
    ),
    told: new Set(),
    revised: new Set(),
    pages: new Map(),
    inView: [],
    examined: new Set(),
    rejected: new Set(),
    conviction: new Map(),
    felt: new Map(),
    askedWhether: new Set(),
    likes: null,
    pending: null,
    doubted: new Set(),
    doubtsLeft: draws.between("mind/doubts", ...persona.doubts),
    questionsLeft: draws.between("mind/questions", ...persona.questions),
    askedOpinion: !draws.happens("mind/opinion", persona.asksOpinion),
    compared: !draws.happens("mind/compare", persona.comparesItems),
    stuck: 0,
    questionsInRow: 0,
    fruitless: 0,
    reader: {
      heard: new Set(),
      lastMessage: "",
      ownWords: "",
      wishWords: new Set(),
      budgetTold: false,
      inView: [],
    },
  };
}

/** What the shopper holds a page against right now: what it is aware of, in its first thought where there is a second. */
export function lacking(mind: Mind, page: ProductPage): Need | null {
  const musts = [...mind.aware].filter(({ firmness }) => firmness === "must");
  return musts.find((need) => judgeNeed(page, asThoughtOf(mind, need)) !== "meets") ?? null;
}

/** A need that the page lacks and that has not come to mind so far. */
export function overlooked(mind: Mind, page: ProductPage): Need | null {
  return (
    mind.goal.needs.find(
      (need) => need.firmness === "must" && !mind.aware.has(need) && judgeNeed(page, need) !== "meets",
    ) ?? null
  );
}

export function asThoughtOf(mind: Mind, need: Need): Need {
  return need.atFirst === undefined || mind.revised.has(need) ? need : { ...need, value: need.atFirst };
}

/** Known and not told yet, wishes before the budget. */
export function untold(mind: Mind): Need[] {
  return [...mind.aware].filter(
    (need) => !mind.told.has(need) && (need.knowledge === "volunteered" || need.kind !== "price"),
  );
}

export function tell(mind: Mind, need: Need): void {
  mind.aware.add(need);
  mind.told.add(need);
  if (need.kind === "price") mind.reader.budgetTold = true;
  for (const word of contentWords(
    `${asThoughtOf(mind, need).value} ${need.kind === "feature" ? "" : need.attribute}`,
  ))
    mind.reader.wishWords.add(word);
}

/**
 * The item that is leaned to most: among those whose pages were read only what fits, among the others whatever the face
 * of the card does not speak against. Null where there is none.
 */
export function favourite(mind: Mind): ItemInView | null {
  let best: { page: ProductPage; conviction: number } | null = null;
  for (const page of mind.pages.values()) {
    if (!isConceivable(mind, page)) continue;
    const conviction = mind.conviction.get(page.sku) ?? 0;
    if (best === null || conviction > best.conviction) best = { page, conviction };
  }
  return best && viewOf(mind, best.page);
}

export function isConceivable(mind: Mind, page: ProductPage): boolean {
  if (mind.rejected.has(page.sku) || !page.inStock || !mind.goal.ofKind.has(page.sku)) return false;
  const missed = lacking(mind, page);
  if (mind.examined.has(page.sku)) return missed === null;
  // Of what was not looked into, what is out of sight is out of mind; and the price stands on the card.
  return missed?.kind !== "price" && mind.inView.some(({ sku }) => sku === page.sku);
}

/** Other items in view that may do as well. */
export function rivalsOf(mind: Mind, item: ItemInView): ItemInView[] {
  return mind.inView.filter(({ sku }) => {
    const page = mind.pages.get(sku);
    return sku !== item.sku && page !== undefined && isConceivable(mind, page);
  });
}

export function viewOf(mind: Mind, page: ProductPage): ItemInView {
  const inView = mind.inView.find(({ sku }) => sku === page.sku);
  return inView ?? itemOf(mind, page, null, false);
}

export function itemOf(mind: Mind, page: ProductPage, place: number | null, alone: boolean): ItemInView {
  const { sku, title, brand } = page;
  const others = [...mind.pages.values()].filter((other) => other.sku !== sku).map((other) => other.title);
  return { sku, title, brand, place, alone, called: callByTitle(title, brand, others) };
}

export function reject(mind: Mind, sku: Sku): void {
  if (mind.likes === sku) mind.likes = null;
  mind.rejected.add(sku);
}

/** Enough to buy; who has searched for long settles for less. */
export function isConvinced(mind: Mind, sku: Sku): boolean {
  const settled = mind.responses.settling * Math.min(1, mind.turns / mind.patience);
  return mind.examined.has(sku) && (mind.conviction.get(sku) ?? 0) >= mind.persona.threshold * (1 - settled);
}
