/** Coming back to what was left open [LED-4]: the lead-in before an answer, and what was said in passing. */
import type { OpenQuestion } from "../../dialogue/state.ts";
import type { Frames } from "../frames.ts";
import { topicOf } from "../meaning/phrase-wish.ts";
import { retellQuestion, toSecondPerson } from "../meaning/retell-question.ts";
import type { Phrasers } from "../scene.ts";
import { inlineText } from "../words/finish-sentence.ts";
import { joinWithOr } from "../words/join-phrases.ts";
import { possessiveOf } from "../words/nouns.ts";
import { inviting } from "./inviting.ts";

const CLOSING: Frames = {
  warm: [
    "Before you go: {raised}.",
    "Before you leave, I haven't forgotten that {raised}.",
    "One more thing before you go, since {raised}.",
  ],
  brisk: ["Before you go: {raised}.", "One thing is left: {raised}."],
  playful: ["Hold the door a second: {raised}.", "Before you vanish: {raised}."],
  all: ["I still owe you an answer, as {raised}.", "One last thing: {raised}."],
};
const EARLIER: Frames = {
  warm: ["I haven't forgotten that {raised}.", "Earlier, {raised}.", "To come back to it, {raised}."],
  brisk: ["Earlier, {raised}.", "One thing is still open: {raised}."],
  playful: ["I kept a note that {raised}.", "I made a note of it earlier: {raised}."],
  all: ["There was one open point: {raised}.", "As for what was left open, {raised}."],
};

/** What the agent's own claim opened. */
const CLAIMED: Frames = {
  warm: ["I told you about {claimed}, so here is {about} as well.", "There's {about} to mention as well."],
  brisk: ["That leaves {about}.", "Now {about}."],
  playful: ["You've heard about {claimed}; now for {about}."],
  all: ["I mentioned {claimed}, and {about} is the other half of it."],
};

const AGE: { ask: Frames; tell: Frames } = {
  ask: {
    warm: ["May I ask how old {who} is?", "How old is {who}, if I may ask?"],
    brisk: ["How old is {who}?"],
    playful: ["And how old is {who}, if that's no secret?"],
    all: ["Could you tell me how old {who} is?"],
  },
  tell: { all: ["If you tell me how old {who} is, I can check that it suits."] },
};
const ASSUMED: { ask: Frames; tell: Frames } = {
  ask: {
    warm: [
      "Do you know which {attribute} {who} needs: {options}?",
      "Which {attribute} would {who} need, {options}?",
    ],
    brisk: ["Which {attribute} does {who} need: {options}?"],
    playful: ["Quick check so it fits: which {attribute} is right for {who}, {options}?"],
    all: ["Which {attribute} is right for {who}: {options}?", "Do you know {who's} {attribute}?"],
  },
  tell: { all: ["If you tell me which {attribute} {who} needs, I can check that it's there."] },
};

export const returning: Phrasers<"return-to" | "ask-assumed"> = {
  "return-to": ({ question, closing }, scene) => {
    if (question.kind === "comparison")
      return [scene.say(CLAIMED, { claimed: topicAsked(question.text), about: topicAsked(question.about) })];
    const raised = retellQuestion(question);
    return raised === null ? [] : [scene.say(closing ? CLOSING : EARLIER, { raised })];
  },

  "ask-assumed": ({ question, values }, scene) => [
    inviting(scene, question.about === "age" ? AGE : ASSUMED, {
      who: whoseItIs(question),
      // "The person it's for's size" is nobody's English.
      "who's": personOf(question) === null ? null : possessiveOf(whoseItIs(question)),
      attribute: inlineText(question.about),
      options:
        values.length > 1 && values.length <= NAMED_MAX
          ? joinWithOr(values.map(inlineText), scene.locale)
          : null,
    }),
  ],
};

/** More choices than these are left to the quick replies. */
const NAMED_MAX = 4;

const topicAsked = (about: string): string => (about === "price" ? "the price" : topicOf(about));

/** "For my daughter" is "your daughter" to the agent. */
function whoseItIs(question: OpenQuestion): string {
  const person = personOf(question);
  return person ? toSecondPerson(person) : "the person it's for";
}

function personOf({ text }: OpenQuestion): string | null {
  return (
    /\b((?:my|our) (?:[a-z]+ ){0,1}?[a-z]+)(?= (?:is|who|needs?|wants?|has|loves?|likes?|would|will)\b|$)/i.exec(
      inlineText(text),
    )?.[1] ?? null
  );
}
