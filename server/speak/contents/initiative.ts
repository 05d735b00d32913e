/** What the agent says unasked: into a silence [INI-2], never whether somebody is still there. */
import type { Frames } from "../frames.ts";
import { kindInPlural } from "../meaning/phrase-wish.ts";
import type { Phrasers } from "../scene.ts";
import { inlineText } from "../words/finish-sentence.ts";
import { joinWithAnd } from "../words/join-phrases.ts";
import { inviting } from "./inviting.ts";
import { tellFacts } from "./tell-facts.ts";

const FURTHER_FACTS: Frames = {
  warm: [
    "While you're having a look: {facts}.",
    "One more thing that may help: {facts}.",
    "In case it helps you decide, {facts}.",
  ],
  brisk: ["One thing to add: {facts}.", "Also worth knowing: {facts}."],
  playful: ["Something to ponder meanwhile: {facts}.", "While you ponder: {facts}."],
  all: ["Something I haven't mentioned yet: {facts}.", "By the way, {facts}."],
};

const EASED: { ask: Frames; tell: Frames } = {
  ask: { all: ["Shall I leave {topic} open for now and show you a spread?"] },
  tell: {
    warm: [
      "There's no need to have {topic} settled: I can leave it open and show you a spread.",
      "If you'd rather not decide on {topic} yet, tell me what matters most and I'll start from there.",
    ],
    brisk: [
      "If {topic} can wait, say so and I'll show you a spread.",
      "No need to settle {topic} yet: tell me what matters most instead.",
    ],
    playful: [
      "If {topic} is a mystery to you too, say so and I'll show you a bit of everything.",
      "No exam here: we can leave {topic} open and see what catches your eye.",
    ],
    all: ["We can leave {topic} open for now, and you tell me what catches your eye."],
  },
};

const DEPARTMENTS: { ask: Frames; tell: Frames } = {
  ask: { all: ["Shall we start with {one}?"] },
  tell: {
    warm: [
      "If you don't know where to begin: there's {departments}, and I'm happy to start with any of them.",
      "You'll find {departments} here: pick one and I'll take it from there.",
    ],
    brisk: ["There's {departments}: name one and I'll start.", "Pick one: {departments}."],
    playful: ["On the menu: {departments}. Point at one and off we go.", "Take your pick: {departments}."],
    all: ["To give you an idea, there's {departments}: tell me which one to open."],
  },
};

export const initiative: Phrasers<"add-fact" | "ease-question" | "name-departments"> = {
  "name-departments": ({ values }, scene) => {
    const names = [...new Set(values.map((value) => kindInPlural(value, scene.names)))];
    return [
      inviting(scene, DEPARTMENTS, { departments: joinWithAnd(names, scene.locale), one: names[0] ?? null }),
    ];
  },

  "add-fact": ({ sku, claims }, scene) => tellFacts(sku, claims, scene, FURTHER_FACTS),

  "ease-question": ({ attribute }, scene) => [inviting(scene, EASED, { topic: topicOf(attribute) })],
};

function topicOf(attribute: string): string {
  switch (attribute) {
    case "category":
      return "the kind";
    case "price":
      return "the budget";
    case "usage":
      return "what it's for";
    default:
      return `the ${inlineText(attribute)}`;
  }
}
