/**
 * The built-in shopper: agenda-based (Schatzmann et al., NAACL 2007), with a hidden goal. Each turn is read, felt, and
 * answered from a stack of things to say: what the turn brought up lies on top of what was still to be said.
 */

import { answer, tellNext } from "./answer.ts";
import type { Draws } from "./draws.ts";
import { feel } from "./feel.ts";
import type { Goal } from "./goal.ts";
import type { Intent, ItemInView, Question } from "./intents.ts";
import { createMind, favourite, isConvinced, type Mind, tell, viewOf } from "./mind.ts";
import { moveOn } from "./move-on.ts";
import type { Need } from "./needs.ts";
import type { Persona } from "./personas.ts";
import { reactToCards, secondThought } from "./react-to-cards.ts";
import { readQuestion, sameWords } from "./read-question.ts";
import { readTurn, type TurnReading } from "./read-turn.ts";
import type { ResponseModel } from "./response-model.ts";
import type { Observation, ReasonToLeave, Shopper, ShopperEnding, ShopperMove } from "./shopper.ts";
import type { WordingSet } from "./wording/wording-set.ts";
import { createWriter } from "./wording/write-message.ts";

export interface ShopperParts {
  goal: Goal;
  persona: Persona;
  responses: ResponseModel;
  wording: WordingSet;
  /** ISO 4217, of the catalog's prices. */
  currency: string;
  draws: Draws;
}

export function createSimulatedShopper(parts: ShopperParts): Shopper {
  const { goal, persona, responses, wording, draws } = parts;
  const mind = createMind(goal, persona, responses, draws);
  const writer = createWriter(parts);
  let ending: ShopperEnding | null = null;
  const say = (intents: readonly Intent[]): ShopperMove => {
    const text = writer.write(intents);
    mind.reader.lastMessage = text;
    mind.reader.ownWords += ` ${text}`;
    takeNote(mind, intents);
    return { type: "message", text };
  };
  return {
    arrivesOn: goal.arrivesOn,
    account: () => ({ ...mind.account }),
    next(observation) {
      if (ending) return { type: "end", ending };
      if (observation.turn.respondsTo.type === "messages") mind.turns += 1;
      const reading = readTurn(observation.turn, mind.reader);
      feel(mind, reading, observation);

      const leaves = reasonToLeave(mind);
      const chosen = leaves === null ? readyToBuy(mind) : null;
      if (chosen !== null) {
        ending = { outcome: "accepted", sku: chosen.sku };
        return say([{ type: "accept", item: chosen }]);
      }
      if (leaves !== null) {
        ending = { outcome: "left", because: leaves };
        return draws.happens("shopper/says-goodbye", SAYS_GOODBYE)
          ? say([{ type: "leave", because: leaves }])
          : { type: "end", ending };
      }
      return say(nextIntents(mind, reading, observation, wording));
    },
  };
}

const SAYS_GOODBYE = 0.6;
/** So many turns in a row without anything of use, with nothing left to tell. */
const FRUITLESS_MAX = 4;
const STUCK_MAX = 4;

function reasonToLeave(mind: Mind): ReasonToLeave | null {
  if (mind.account.annoyance >= mind.persona.tolerance) return "annoyed";
  if (mind.fruitless >= FRUITLESS_MAX || mind.stuck >= STUCK_MAX) return "gave-up";
  // Who is about to buy does so with the last of their patience.
  if (mind.turns >= mind.patience && readyToBuy(mind) === null) return "out-of-patience";
  return null;
}

/** Convinced, nothing open, and on a closer look it has everything: only then is something bought. */
function readyToBuy(mind: Mind): ItemInView | null {
  const item = favourite(mind);
  if (item === null || mind.pending !== null || mind.turns === 0) return null;
  return isConvinced(mind, item.sku) && mind.goal.acceptable.has(item.sku) ? item : null;
}

/** Whether a message can hold another thing: brief people say one, others two. */
const LOADS = { brief: 1, plain: 2, chatty: 3 } as const;

function nextIntents(
  mind: Mind,
  reading: TurnReading,
  observation: Observation,
  wording: WordingSet,
): Intent[] {
  if (mind.turns === 0 && mind.told.size === 0 && mind.reader.ownWords === "") return [openTalk(mind)];
  const again = putAgain(mind);
  const onTop = [
    ...again,
    ...reactToCards(mind, observation),
    ...answerQuestion(mind, reading, observation),
  ].filter(
    // One thing is asked at a time.
    (intent) => again.length === 0 || !isQuestion(intent),
  );
  const agenda = onTop.length > 0 ? onTop : [...secondThought(mind), ...moveOn(mind, wording)];
  const tap = agenda.find((intent) => intent.type === "tap");
  // A tap sends at once: nothing goes with it.
  if (agenda[0] === tap && tap) return [tap];
  return withoutRepeats(withoutTaps(agenda)).slice(0, LOADS[mind.persona.wordiness]);
}

function openTalk(mind: Mind): Intent {
  const [low, high] = mind.persona.volunteers;
  const needs = tellNext(mind, mind.draws.between("shopper/volunteers", low, high)).flatMap((intent) =>
    intent.type === "wish" ? [intent.need] : [],
  );
  return { type: "open", needs };
}

function putAgain(mind: Mind): Intent[] {
  const { pending } = mind;
  if (pending === null) return [];
  mind.pending = { ...pending, repeated: true };
  return [{ type: "ask-again", of: asSeenNow(mind, pending.intent) }];
}

/** Other cards may be in view by now: "the first one" is another one then. */
function asSeenNow(mind: Mind, question: Question): Question {
  const now = (item: ItemInView) => {
    const page = mind.pages.get(item.sku);
    return page ? viewOf(mind, page) : item;
  };
  if (question.type === "compare")
    return { ...question, item: now(question.item), other: now(question.other) };
  return "item" in question ? { ...question, item: now(question.item) } : question;
}

function answerQuestion(mind: Mind, reading: TurnReading, { turn }: Observation): Intent[] {
  if (reading.question === null) return [];
  const { needs, kind, paths } = mind.goal;
  const context = { needs, kind, paths, replies: turn.replies };
  return answer(mind, readQuestion(reading.question, context), reading.question, turn.replies);
}

/** What has been said is told; what was asked is waited for. */
function takeNote(mind: Mind, intents: readonly Intent[]): void {
  for (const intent of intents) {
    if (intent.type === "open") for (const need of intent.needs) tell(mind, need);
    if ("need" in intent) tell(mind, intent.need);
    // A tapped reply tells the wish that it was offered for.
    if (intent.type === "tap")
      for (const need of mind.aware) if (sameWords(need.value, intent.reply)) tell(mind, need);
    if (!isQuestion(intent)) continue;
    if (intent.type !== "doubt") mind.account.questionsAsked += 1;
    mind.pending = { intent, repeated: false };
  }
}

function isQuestion(intent: Intent): intent is Question {
  return QUESTIONS.has(intent.type);
}
const QUESTIONS: ReadonlySet<Intent["type"]> = new Set([
  "ask",
  "ask-off-catalog",
  "is-it",
  "doubt",
  "ask-opinion",
  "compare",
]);

function withoutTaps(intents: readonly Intent[]): Intent[] {
  const said = intents.filter(({ type }) => type !== "tap");
  return said.length > 0 ? said : [{ type: "more" }];
}

/** One need is spoken of once in a message. */
function withoutRepeats(intents: readonly Intent[]): Intent[] {
  const needs = new Set<Need>();
  return intents.filter((intent) => {
    if (!("need" in intent)) return true;
    const isNew = !needs.has(intent.need);
    needs.add(intent.need);
    return isNew;
  });
}
