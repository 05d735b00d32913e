/** How a turn moves the shopper: conviction about items, annoyance with the talk. All amounts are the response model's. */
import type { Sku } from "../../catalog/product.ts";
import { favourite, isConceivable, itemOf, lacking, type Mind, rivalsOf } from "./mind.ts";
import { judgeNeed, type Need, valuesOf } from "./needs.ts";
import { contentWords, type TurnReading, wordsOf } from "./read-turn.ts";
import type { ResponseModel } from "./response-model.ts";
import type { Observation, ProductPage } from "./shopper.ts";

export function feel(mind: Mind, reading: TurnReading, observation: Observation): void {
  const { annoyance, conviction } = mind.responses;
  const { persona } = mind;
  meetCards(mind, observation);
  dealWithPending(mind, reading);

  for (const sku of new Set(reading.reasonsFor)) support(mind, sku, "reason");
  if (reading.stanceOn !== null) support(mind, reading.stanceOn, stanceOf(reading));
  if (reading.quoteOn !== null) support(mind, reading.quoteOn, "quote", persona.evidence);
  for (const { sku } of reading.facts.slice(0, FACTS_TAKEN_IN)) support(mind, sku, "fact", persona.evidence);
  const leaning = favourite(mind);
  if (reading.compares && leaning && rivalsOf(mind, leaning).length > 0)
    support(mind, leaning.sku, "comparison", persona.evidence);

  if (reading.encourages) {
    if (mind.likes === null) annoy(mind, annoyance.urging);
    else support(mind, mind.likes, "encouragement", persona.warmth);
  }
  if (observation.turn.cards.length > OPTIONS_EASY && leaning)
    add(mind, leaning.sku, conviction.manyOptions * (observation.turn.cards.length - OPTIONS_EASY));

  if (reading.presses) annoy(mind, annoyance.pressure);
  annoy(mind, annoyance.repeatedSentence * Math.min(reading.repeated, REPETITIONS_COUNTED));
  if (reading.words > annoyance.longWords) annoy(mind, annoyance.long * persona.interrogation);
  if (mind.turns > 0) {
    const bringsSomething =
      reading.takesUp ||
      reading.facts.length > 0 ||
      reading.quoteOn !== null ||
      observation.turn.cards.length > 0;
    if (!bringsSomething) annoy(mind, annoyance.ignored);
    if (reading.takesUp) annoy(mind, annoyance.uptake * persona.warmth);
    if (reading.empathises) annoy(mind, wornOff(mind, "empathy") * annoyance.empathy * persona.warmth);
  }
  countQuestions(mind, reading, observation);
}

function stanceOf({ stanceOn, stanceExplained, reasonsFor }: TurnReading): Support {
  if (stanceOn !== null && reasonsFor.includes(stanceOn)) return "reasonedStance";
  return stanceExplained ? "explainedStance" : "bareStance";
}

const FACTS_TAKEN_IN = 2;
const REPETITIONS_COUNTED = 2;
const OPTIONS_EASY = 3;

function meetCards(mind: Mind, { turn, pages }: Observation): void {
  const { annoyance, conviction } = mind.responses;
  if (turn.cards.length === 0) return;
  if (pages.some(({ sku }) => mind.rejected.has(sku))) annoy(mind, annoyance.rejectedAgain);
  for (const [place, page] of pages.entries()) {
    const isNew = !mind.pages.has(page.sku);
    mind.pages.set(page.sku, page);
    const face = `${page.title} ${turn.cards[place]?.why ?? ""}`;
    if (isNew) add(mind, page.sku, conviction.face * wishesOn(mind, face) - place * PLACE_MATTERS);
  }
  mind.inView = pages.map((page, place) => itemOf(mind, page, place, pages.length === 1));
  mind.reader.inView = mind.inView;
  const isOfUse = pages.some((page) => isConceivable(mind, page));
  mind.fruitless = isOfUse ? 0 : mind.fruitless + 1;
  if (!isOfUse && mind.told.size > 0) annoy(mind, annoyance.uselessCards);
}
/** Of equals the first is looked at first. */
const PLACE_MATTERS = 0.01;

/** How many words of the wishes stand on the face of a card. */
function wishesOn(mind: Mind, face: string): number {
  const words = contentWords(face);
  return [...mind.reader.wishWords].filter((word) => words.has(word)).length;
}

/**
 * Opens the page of the item that is leaned to, and of a second one where the first disappoints and the shopper looks
 * closely. Returns the page that disappointed, with what it lacks.
 */
export function examine(mind: Mind): { page: ProductPage; lacks: Need } | null {
  const { conviction } = mind.responses;
  const looks = mind.draws.happens("feel/looks-twice", mind.persona.attention) ? 2 : 1;
  let disappointed: { page: ProductPage; lacks: Need } | null = null;
  for (let look = 0; look < looks; look++) {
    const item = favourite(mind);
    const page = item && mind.pages.get(item.sku);
    if (!page || mind.examined.has(page.sku)) break;
    mind.examined.add(page.sku);
    const lacks = lacking(mind, page);
    if (lacks) {
      disappointed ??= { page, lacks };
      continue;
    }
    const preferences = mind.goal.needs.filter(
      (need) => need.firmness === "prefer" && judgeNeed(page, need) === "meets",
    );
    add(mind, page.sku, conviction.fits + conviction.preference * preferences.length);
    // One that fits makes up for one that didn't.
    return null;
  }
  return disappointed;
}

/** Whether the turn deals with what the shopper asked, doubted or wanted advice on. */
function dealWithPending(mind: Mind, reading: TurnReading): void {
  const { pending, persona, account } = mind;
  if (pending === null) return;
  const { annoyance, conviction } = mind.responses;
  const { intent } = pending;
  const sku = "item" in intent ? intent.item.sku : null;
  const settled = settles(mind, reading);
  if (settled) {
    mind.pending = null;
    if (intent.type !== "doubt") account.questionsAnswered += 1;
    if (sku === null) return;
    if (settled === "gap") support(mind, sku, "admittedGap");
    else {
      support(mind, sku, "answer", persona.evidence);
      if (reading.quoteOn === sku) support(mind, sku, "quoteOnDoubt", persona.evidence);
    }
    return;
  }
  annoy(mind, intent.type === "doubt" ? annoyance.unanswered / 2 : annoyance.unanswered);
  if (intent.type === "doubt" && sku !== null) add(mind, sku, conviction.doubt);
  // It is put once more, or let go.
  if (pending.repeated || intent.type === "doubt" || intent.type === "ask-opinion") mind.pending = null;
}

function settles(mind: Mind, reading: TurnReading): "answer" | "gap" | null {
  const { pending } = mind;
  if (pending === null) return null;
  const { intent } = pending;
  const statements = reading.sentences.filter((sentence) => !sentence.endsWith("?"));
  const said = new Set(statements.flatMap((sentence) => [...contentWords(sentence)]));
  const names = (text: string) => {
    const words = [...contentWords(text)];
    return words.length > 0 && words.some((word) => said.has(word));
  };
  const gap = reading.admitsGap ? ("gap" as const) : null;
  switch (intent.type) {
    case "ask":
      return tellsValue(mind.pages.get(intent.item.sku), intent.attribute, statements) ||
        names(intent.attribute)
        ? (gap ?? "answer")
        : gap;
    case "is-it": {
      const { need } = intent;
      return names(`${need.value} ${need.kind === "feature" ? "" : need.attribute}`)
        ? (gap ?? "answer")
        : gap;
    }
    case "ask-off-catalog":
      return names(intent.question) ? (gap ?? "answer") : gap;
    case "doubt":
      return intent.about === "quality"
        ? reading.quoteOn !== null ||
          /\b(rated|rating|reviews?|stars?|buyers?|customers?)\b/i.test(statements.join(" "))
          ? "answer"
          : gap
        : names(intent.about) ||
            (intent.about === "price" && /[$€£¥]\s?\d|\bbudget\b/i.test(statements.join(" ")))
          ? "answer"
          : gap;
    case "ask-opinion":
      return reading.stanceOn === null ? null : "answer";
    case "compare":
      return reading.compares ||
        /\b(than|whereas|while|both|difference|lighter|cheaper|more|less)\b/i.test(statements.join(" "))
        ? "answer"
        : gap;
  }
}

/** A statement has all words of a value that the page gives. */
function tellsValue(
  page: ProductPage | undefined,
  attribute: string,
  statements: readonly string[],
): boolean {
  const said = statements.map((sentence) => new Set(wordsOf(sentence)));
  return (page === undefined ? [] : valuesOf(page, attribute)).some((value) => {
    const words = wordsOf(value);
    return words.length > 0 && said.some((has) => words.every((word) => has.has(word)));
  });
}

function countQuestions(mind: Mind, { question }: TurnReading, { turn }: Observation): void {
  if (turn.cards.length > 0) mind.questionsInRow = 0;
  if (question === null) return;
  mind.questionsInRow += 1;
  if (mind.questionsInRow > 1)
    annoy(mind, mind.responses.annoyance.questionInRow * mind.persona.interrogation);
}

type Support = Exclude<
  keyof ResponseModel["conviction"],
  "doubt" | "manyOptions" | "preference" | "fits" | "face"
>;

function support(mind: Mind, sku: Sku, kind: Support, weight = 1): void {
  add(mind, sku, mind.responses.conviction[kind] * weight * wornOff(mind, `${kind} ${sku}`));
}

/** 1 the first time, then a half, then a quarter. */
function wornOff(mind: Mind, what: string): number {
  const times = mind.felt.get(what) ?? 0;
  mind.felt.set(what, times + 1);
  return 0.5 ** times;
}

function add(mind: Mind, sku: Sku, amount: number): void {
  if (mind.pages.has(sku)) mind.conviction.set(sku, (mind.conviction.get(sku) ?? 0) + amount);
}

export function annoy(mind: Mind, amount: number): void {
  mind.account.annoyance = Math.max(0, mind.account.annoyance + amount);
}
