/**
 * What the agent says of its own accord: into a silence [INI-2], never whether somebody is still there; and
 * when the talk has stalled [INI-3].
 */
import type { Frames, Words } from "../frames.ts";
import { kindInPlural } from "../meaning/phrase-wish.ts";
import type { Phrasers, Scene } from "../scene.ts";
import { inlineText } from "../words/finish-sentence.ts";
import { joinWithAnd } from "../words/join-phrases.ts";
import { countOf } from "../words/nouns.ts";
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

/** Two sentences, one for each side: in one breath nobody would know which is compared with which. */
const ONE_SIDE: Frames = {
  warm: ["It may come down to this: {first}.", "Here's one way to look at it: {first}."],
  brisk: ["Put simply, {first}.", "Two ways to go: {first}."],
  playful: ["A little duel, then: {first}.", "In this corner, {first}."],
  all: ["On the one side, {first}."],
};
const OTHER_SIDE: { ask: Frames; tell: Frames } = {
  ask: {
    warm: [
      "On the other hand, {second}: which way would you lean?",
      "{second}, though: which of the two matters more to you?",
    ],
    brisk: ["{second}: which way?", "Then again, {second}: which counts more?"],
    playful: ["In the other corner, {second}: who takes it?", "But {second}: whose side are you on?"],
    all: ["Then again, {second}: which would you rather have?"],
  },
  tell: {
    warm: ["On the other hand, {second}: tell me which way you'd lean."],
    brisk: ["{second}: tell me which counts more."],
    playful: ["In the other corner, {second}: pick a side."],
    all: ["Then again, {second}: tell me which you'd rather have."],
  },
};

const SUMMED_UP: { ask: Frames; tell: Frames } = {
  ask: {
    warm: [
      "Let me take stock: {wishes}, which leaves {count}. Is there something you'd change about that?",
      "So far: {wishes}, and that leaves {count}. Which of that could give way?",
    ],
    brisk: [
      "So far: {wishes}. That leaves {count}. What should change?",
      "Taking stock: {wishes}, {count} to choose from. Anything to drop?",
    ],
    playful: [
      "Map check: {wishes}, with {count} in sight. Which way do we turn?",
      "Pit stop: {wishes}, and {count} still in the race. What do we tweak?",
    ],
    all: ["Where we stand: {wishes}, and {count} to choose from. What would you change?"],
  },
  tell: {
    all: [
      "Where we stand: {wishes}, and {count} to choose from; tell me what you'd change.",
      "So far: {wishes}, which leaves {count}; tell me which of that could give way.",
    ],
  },
};

const RELAXING: { ask: Frames; tell: Frames } = {
  ask: {
    all: [
      "From {from} {there are count}: would you go that far?",
      "A little above the budget {there are count}, from {from}: worth a look?",
    ],
  },
  tell: {
    warm: [
      "If the budget can give a little: from {from} {there are count}.",
      "A little above your budget, from {from}, {there are count}; tell me if that's worth a look.",
    ],
    brisk: [
      "From {from} {there are count}, if the budget can stretch.",
      "Just above the budget {there are count}, from {from}: say so if I should show you.",
    ],
    playful: [
      "If the wallet can stretch a little: from {from} {there are count}.",
      "Next shelf up, from {from}, {there are count}; no pressure.",
    ],
    all: ["Only a little over the limit, from {from}, {there are count}, if you'd like to see."],
  },
};

const GRACEFUL_END: { ask: Frames; tell: Frames } = {
  ask: { all: ["Shall we leave it here for now?"] },
  tell: {
    warm: [
      "Nothing has to be decided today: leave it here if you like, and pick it up whenever it suits you.",
      "Take all the time you like, and write to me when something comes to mind.",
    ],
    brisk: [
      "This can wait; write when you want to go on.",
      "We can leave it here; I'm around when you need me.",
    ],
    playful: [
      "We can call it a day here: I don't sleep, so come back any time.",
      "Sleep on it if you like; I don't, so I'll be here.",
    ],
    all: ["We can leave it at that for now, and you carry on whenever you like."],
  },
};

const WEIGHING: Frames = {
  warm: [
    "I see you're going back and forth between {one} and {other}.",
    "It looks like it's between {one} and {other}.",
  ],
  brisk: ["You're weighing {one} against {other}.", "{one} or {other}, I see."],
  playful: ["Back and forth you go: {one} or {other}.", "I spy a duel: {one} against {other}."],
};
const SIDE_BY_SIDE: { ask: Frames; tell: Frames } = {
  ask: { all: ["Shall I set the two side by side?"] },
  tell: {
    warm: ["I can set the two side by side for you.", "I'm happy to walk you through how they differ."],
    brisk: ["I can compare the two.", "Say the word and I'll set them side by side."],
    playful: ["I can put the two head to head.", "Say the word and I'll referee."],
  },
};
const CART_OFFER: { ask: Frames; tell: Frames } = {
  ask: { all: ["Is there anything you'd like to check before you go on?"] },
  tell: {
    warm: [
      "If there's anything you'd like to check first, just ask me.",
      "If a question is in the way, I may have the answer.",
    ],
    brisk: ["Ask me if anything is unclear.", "If something's in the way, ask."],
    playful: ["If a last question is nagging, hand it over.", "Any last doubts, throw them at me."],
  },
};
const CART: Frames = {
  warm: [
    "I see there's something in your cart, and no rush at all.",
    "There's something in your cart already, and it can stay there as long as you like.",
  ],
  brisk: ["There's something in your cart.", "Your cart isn't empty yet, I see."],
  playful: ["Your cart has been waiting ever so patiently.", "I see your cart has company in it."],
};
const NO_RESULTS: Frames = {
  warm: [
    "I see the search for {query} came up empty.",
    "The search didn't find anything for {query}, I'm sorry.",
  ],
  brisk: ["No hits for {query}.", "The search found nothing for {query}."],
  playful: ["The search box shrugged at {query}.", "Nothing under the name of {query}, says the search box."],
};
const NO_RESULTS_NAMELESS: Frames = {
  warm: ["I see the search came up empty."],
  brisk: ["The search found nothing, I see."],
  playful: ["The search box shrugged, I see."],
};

export const initiative: Phrasers<
  | "notice-weighing"
  | "notice-cart"
  | "notice-no-results"
  | "add-fact"
  | "ease-question"
  | "name-departments"
  | "contrast-pair"
  | "sum-up"
  | "offer-relaxing"
  | "graceful-end"
> = {
  "notice-weighing": ({ skus, claims }, scene) => {
    const [one = "", other = ""] = skus;
    const seen = scene.say(WEIGHING, { one: scene.refer(one).name, other: scene.refer(other).name });
    const found = scene.statements(claims)[0]?.statement;
    const better =
      found?.type === "comparison" ? scene.clauses(found.sku, claims, { against: found.over }) : null;
    scene.stayWith(null);
    return [seen, better && scene.say({ all: ["{better}."] }, { better }), inviting(scene, SIDE_BY_SIDE)];
  },

  "notice-cart": (_content, scene) => [scene.say(CART), inviting(scene, CART_OFFER)],

  "notice-no-results": ({ query }, scene) => {
    const asked = inlineText(query ?? "").slice(0, 60);
    return [asked === "" ? scene.say(NO_RESULTS_NAMELESS) : scene.say(NO_RESULTS, { query: `“${asked}”` })];
  },

  "add-fact": ({ sku, claims }, scene) => tellFacts(sku, claims, scene, FURTHER_FACTS),

  "ease-question": ({ attribute }, scene) => [inviting(scene, EASED, { topic: topicOf(attribute) })],

  "name-departments": ({ values }, scene) => {
    const names = [...new Set(values.map((value) => kindInPlural(value, scene.names)))];
    return [
      inviting(scene, DEPARTMENTS, { departments: joinWithAnd(names, scene.locale), one: names[0] ?? null }),
    ];
  },

  "contrast-pair": ({ skus, claims }, scene) => {
    const [one = "", other = ""] = skus;
    scene.stayWith(null);
    const first = scene.clauses(one, claims.slice(0, 1));
    const second = scene.clauses(other, claims.slice(1));
    return [scene.say(ONE_SIDE, { first }), inviting(scene, OTHER_SIDE, { second })];
  },

  "sum-up": ({ preferences, claims }, scene) => {
    scene.firstMention(preferences);
    return [inviting(scene, SUMMED_UP, { wishes: scene.wishes(preferences), count: countIn(claims, scene) })];
  },

  "offer-relaxing": ({ claims, from }, scene) => {
    const count = countIn(claims, scene);
    const isOne = scene
      .statements(claims)
      .some(({ statement }) => statement.type === "count" && statement.count === 1);
    const there = count && { ...count, text: `${isOne ? "there's" : "there are"} ${count.text}` };
    return [inviting(scene, RELAXING, { from: scene.money(from), "there are count": there })];
  },

  "graceful-end": (_content, scene) => [inviting(scene, GRACEFUL_END)],
};

function countIn(claims: readonly string[], scene: Scene): Words | null {
  for (const { id, statement } of scene.statements(claims)) {
    if (statement.type !== "count") continue;
    const of = kindInPlural(statement.of, scene.names);
    return { text: countOf(statement.count, of, scene.locale), claims: [id] };
  }
  return null;
}

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
