/** What a shopper answers to a question of the agent's. */

import { annoy } from "./feel.ts";
import type { Intent } from "./intents.ts";
import { asThoughtOf, type Mind, untold } from "./mind.ts";
import type { Need } from "./needs.ts";
import { type Asked, sameWords } from "./read-question.ts";

/** Empty where there is nothing to say to it. What comes to mind by this is known from here on, and told when it is said. */
export function answer(mind: Mind, asked: Asked, question: string, replies: readonly string[]): Intent[] {
  switch (asked.about) {
    case "wish":
      return asked.need === null ? indifferent(mind, replies) : answerWish(mind, asked.need, replies);
    case "experience":
      return answerExperience(mind, question, replies);
    case "recipient":
      return [{ type: "for-whom" }, ...comeToMind(mind, 1)];
    case "kind":
      return answerKind(mind, replies);
    case "confirmation":
      return confirm(mind, replies);
    case "giving-way":
      return giveWay(mind, replies);
    case "more-wishes": {
      const more = tellNext(mind, 1);
      return more.length > 0 ? more : [...comeToMind(mind, 1)];
    }
    default:
      return [];
  }
}

function answerWish(mind: Mind, need: Need, replies: readonly string[]): Intent[] {
  mind.aware.add(need);
  const wanted = asThoughtOf(mind, need).value;
  const reply = need.kind === "price" ? undefined : replies.find((each) => sameWords(each, wanted));
  return [tapsOr(mind, reply, { type: "wish", need })];
}

function indifferent(mind: Mind, replies: readonly string[]): Intent[] {
  const reply = replies.find((each) =>
    /\b(no preference|any(thing)?|either|doesn'?t matter|don'?t mind|open)\b/i.test(each),
  );
  return [tapsOr(mind, reply, { type: "indifferent" })];
}

function answerKind(mind: Mind, replies: readonly string[]): Intent[] {
  const { kind, paths } = mind.goal;
  const reply =
    replies.find((each) => sameWords(each, kind)) ??
    replies.find((each) => paths.some((path) => sameWords(each, path)));
  const said = tapsOr(mind, reply, { type: "say-kind" });
  return said.type === "tap" ? [said] : [said, ...tellNext(mind, 1)];
}

/** Talking about use brings up what nobody would have named as an attribute. */
function answerExperience(mind: Mind, question: string, replies: readonly string[]): Intent[] {
  const { responses, draws } = mind;
  annoy(mind, responses.annoyance.experienceQuestion);
  const needs = comeToMind(mind, responses.elicitation.experienceNeeds);
  if (!/\b(before|first|owned|own one|had|tried|used)\b/i.test(question)) {
    const more = needs.length > 0 ? needs : tellNext(mind, 1);
    return more.length > 0 ? more : [{ type: "indifferent" }];
  }
  const isFirst = draws.happens("answer/first-time", FIRST_TIME);
  const reply = replies.find((each) => (isFirst ? /first|new|never/i : /before|had|yes/i).test(each));
  if (needs.length === 0) return [tapsOr(mind, reply, { type: isFirst ? "first-time" : "had-before" })];
  return isFirst
    ? [{ type: "first-time" }, ...needs]
    : needs.map((intent, place) =>
        place === 0 && intent.type === "wish" && intent.need.kind !== "price"
          ? { type: "learnt", need: intent.need }
          : intent,
      );
}
const FIRST_TIME = 0.45;

/** Latent needs, those of use first; each is told or forgotten again for now. */
function comeToMind(mind: Mind, most: number): Intent[] {
  const latent = mind.goal.needs
    .filter((need) => !mind.told.has(need) && !(mind.aware.has(need) && need.knowledge === "volunteered"))
    .sort((a, b) => Number(b.knowledge === "lived") - Number(a.knowledge === "lived"))
    .slice(0, most)
    .filter(() => mind.draws.happens("answer/told", mind.responses.elicitation.told));
  return latent.map((need) => {
    mind.aware.add(need);
    return { type: "wish", need };
  });
}

function confirm(mind: Mind, replies: readonly string[]): Intent[] {
  const more = tellNext(mind, 1);
  if (more.length > 0) return [{ type: "agree" }, ...more];
  return [
    tapsOr(
      mind,
      replies.find((each) => /^(yes|right|correct|that'?s)/i.test(each)),
      { type: "agree" },
    ),
  ];
}

/** Mere preferences may go; a budget that was understated may grow; the rest stays. */
function giveWay(mind: Mind, replies: readonly string[]): Intent[] {
  const loose = [...mind.told].find((need) => need.firmness === "prefer");
  if (loose) {
    const reply = replies.find((each) => each.toLowerCase().includes(loose.value.toLowerCase()));
    return [tapsOr(mind, reply, { type: "give-way", need: loose })];
  }
  const budget = [...mind.told].find(
    ({ kind, number = 0, stated = number }) => kind === "price" && number > stated,
  );
  if (budget) return [{ type: "stretch", need: budget }];
  return [
    tapsOr(
      mind,
      replies.find((each) => /\b(keep|all of)\b/i.test(each)),
      { type: "hold-firm" },
    ),
  ];
}

/** The next known wishes that were not told yet. */
export function tellNext(mind: Mind, most: number): Intent[] {
  return untold(mind)
    .slice(0, most)
    .map((need) => ({ type: "wish", need }));
}

function tapsOr(mind: Mind, reply: string | undefined, intent: Intent): Intent {
  return reply !== undefined && mind.draws.happens("answer/taps", mind.persona.taps)
    ? { type: "tap", reply }
    : intent;
}
