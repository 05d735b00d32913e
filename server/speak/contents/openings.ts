/** Greetings, the disclosure that the agent is an AI [GRD-5], what it sees of the page, and what it offers to do. */
import type { Frames, Words } from "../frames.ts";
import { kindInPlural } from "../meaning/phrase-wish.ts";
import type { Phrasers, Scene } from "../scene.ts";
import { joinWithAnd } from "../words/join-phrases.ts";
import { countOf } from "../words/nouns.ts";
import { inviting } from "./inviting.ts";
import { tellFacts } from "./tell-facts.ts";

const INTRODUCTIONS: Frames = {
  warm: [
    "Hi, I'm {agent}, {shop's} AI assistant.",
    "Hello and welcome, I'm {agent}, {shop's} AI assistant.",
    "Hi there, {agent} here, {shop's} AI assistant.",
  ],
  brisk: ["Hi, {agent} here, {shop's} AI assistant.", "Hello, I'm {agent}, {shop's} AI assistant."],
  playful: [
    "Hey, I'm {agent}: shop assistant at {shop}, and all AI.",
    "Hey there, {agent} here, the AI assistant behind {shop's} counter.",
    "Hi, I'm {agent}, {shop's} AI assistant, open around the clock.",
  ],
};
const RETURNING_INTRODUCTIONS: Frames = {
  warm: [
    "Welcome back, it's {agent}, {shop's} AI assistant.",
    "Nice to have you back, I'm {agent}, {shop's} AI assistant.",
  ],
  brisk: ["Welcome back, {agent} here, {shop's} AI assistant."],
  playful: [
    "Look who's back: hello again from {agent}, {shop's} AI assistant.",
    "Welcome back, {agent} here, still {shop's} AI assistant.",
  ],
};
const NAMELESS_INTRODUCTIONS: Frames = {
  all: ["Hello, I'm {shop's} AI assistant.", "Hi, I'm the AI assistant at {shop}."],
};

const GREETINGS: Frames = {
  warm: ["Hello and welcome.", "Hi there, nice to have you here.", "Hello, and welcome to {shop}."],
  brisk: ["Hello.", "Hi, welcome to {shop}."],
  playful: ["Hey there!", "Well hello!", "Hi, come on in."],
};
const RETURNING_GREETINGS: Frames = {
  warm: ["Welcome back.", "Hello again, nice to have you back."],
  brisk: ["Welcome back.", "Hello again."],
  playful: ["Look who's back!", "Hello again, you."],
};
const DISCLOSURES: Frames = {
  warm: ["I'm {agent}, {shop's} AI assistant.", "I'm {agent}, an AI assistant, here to help you choose."],
  brisk: ["I'm {agent}, {shop's} AI assistant."],
  playful: ["I'm {agent}, {shop's} AI assistant: all software, all ears."],
  all: ["You're talking with {agent}, {shop's} AI assistant."],
};

const NOTICES: Frames = {
  warm: [
    "I see you're having a look at {item}.",
    "I noticed you're looking at {item}.",
    "It looks like {item} caught your eye.",
  ],
  brisk: ["You're looking at {item}.", "I see you have {item} open."],
  playful: ["Ah, I see {item} made you stop.", "I spy you looking at {item}.", "So {item} caught your eye."],
};

const NARROWING: { ask: Frames; tell: Frames } = {
  ask: {
    warm: [
      "Shall I narrow {count} down to a few with {questions}?",
      "May I ask {questions}, to get from {count} to a few?",
    ],
    brisk: ["Shall we get from {count} to a few in {questions}?"],
    playful: ["{count}, {questions}, a short list: shall we?"],
    all: [
      "Shall I put together a short list with {questions}?",
      "Would {questions} be all right, so I can make you a short list?",
    ],
  },
  tell: {
    warm: [
      "I can narrow {count} down to a few in {questions}.",
      "There are {count} to look through, and I can bring that down to a few with {questions}.",
    ],
    brisk: [
      "I can get you from {count} to a few in {questions}.",
      "{questions} and I'll cut {count} down to a few.",
    ],
    playful: [
      "Give me {questions} and I'll turn {count} into a short list.",
      "That's {count} to scroll through; with {questions} we'd have a short list.",
    ],
    all: [
      "With {questions} I can make you a short list.",
      "Answer me {questions} and I'll come back with a short list.",
    ],
  },
};

const DETAILS: { ask: Frames; tell: Frames } = {
  ask: {
    warm: ["Would you like to know more about {them}?", "Shall I tell you more about {them}?"],
    brisk: ["Want the details on {them}?"],
    playful: ["Shall I spill the details on {them}?"],
    all: ["Is there anything you'd like to know about {them}?"],
  },
  tell: {
    warm: [
      "If you have a question about {them}, just ask.",
      "I'm happy to tell you more about {them}.",
      "Ask me anything you'd like to know about {them}.",
    ],
    brisk: ["Ask me anything about {them}.", "Say the word for the details on {them}."],
    playful: [
      "Quiz me on {them} if you like.",
      "Say the word and I'll dig into {them}.",
      "I've read every line on {them}, so ask away.",
    ],
    all: [
      "I can go into the details of {them} whenever you like.",
      "There's more I can tell you about {them}.",
      "If you'd like to know more about {them}, I'm listening.",
    ],
  },
};

const ALTERNATIVES: { ask: Frames; tell: Frames } = {
  ask: {
    warm: ["Shall I look for something along different lines?", "Would you like to see a few others?"],
    brisk: ["Want to see others?"],
    playful: ["Shall I rummage for something else?"],
    all: ["Should I show you some alternatives?"],
  },
  tell: {
    warm: [
      "I'm happy to look for something along different lines.",
      "If you'd like to see a few others, just tell me.",
    ],
    brisk: ["I can show you others.", "Say so if you'd like to see others."],
    playful: ["Say the word and I'll rummage for something else.", "I can pull a few others off the shelf."],
    all: ["I can show you some alternatives, too."],
  },
};

const COMPARISONS: { ask: Frames; tell: Frames } = {
  ask: {
    warm: [
      "Would it help if I set {items} side by side?",
      "Shall I walk you through the differences between {items}?",
    ],
    brisk: ["Shall I compare {items}?"],
    playful: ["Shall we put {items} head to head?"],
    all: ["Should I set {items} side by side for you?"],
  },
  tell: {
    warm: [
      "I can set {items} side by side for you.",
      "If you're torn, I can walk you through the differences between {items}.",
    ],
    brisk: ["I can compare {items}.", "Say the word and I'll compare {items}."],
    playful: ["I can put {items} head to head, if you like.", "Say the word and {items} go head to head."],
    all: [
      "I'm happy to show you how {items} differ.",
      "I can tell you where {items} differ.",
      "If it helps, I'll put {items} next to each other.",
    ],
  },
};

export const openings: Phrasers<
  | "greet"
  | "disclose-ai"
  | "notice-page"
  | "offer-narrowing"
  | "offer-details"
  | "offer-alternatives"
  | "offer-comparison"
> = {
  greet: ({ returning }, scene) => [scene.say(returning ? RETURNING_GREETINGS : GREETINGS)],

  "disclose-ai": (_content, scene) => [scene.say(DISCLOSURES) ?? scene.say(NAMELESS_INTRODUCTIONS)],

  "notice-page": ({ sku, claims }, scene) => {
    const notice = scene.say(NOTICES, scene.slotsOf(sku));
    scene.stayWith(sku);
    return [notice, ...tellFacts(sku, claims, scene)];
  },

  "offer-narrowing": ({ claims, questions }, scene) => {
    const counted = scene.statements(claims).find(({ statement }) => statement.type === "count");
    const count =
      counted?.statement.type === "count" && counted.statement.count > 3
        ? {
            text: countOf(
              counted.statement.count,
              kindInPlural(counted.statement.of, scene.names),
              scene.locale,
            ),
            claims: [counted.id],
          }
        : null;
    return [inviting(scene, NARROWING, { count, questions: countOf(questions, "questions", scene.locale) })];
  },

  "offer-details": ({ sku }, scene) => {
    const offer = inviting(scene, DETAILS, scene.slotsOf(sku));
    scene.stayWith(sku);
    return [offer];
  },

  "offer-alternatives": (_content, scene) => [inviting(scene, ALTERNATIVES)],

  "offer-comparison": ({ skus }, scene) => {
    // With these two on the screen, naming both once more would be reading out labels.
    const isInFront = skus.length === 2 && skus.every((sku, place) => scene.cards[place] === sku);
    const items = isInFront
      ? scene.cardCount === 2
        ? "the two"
        : "the first two"
      : joinWithAnd(
          skus.slice(0, 3).map((sku) => scene.refer(sku).name),
          scene.locale,
        );
    scene.stayWith(null);
    return [inviting(scene, COMPARISONS, { items })];
  },
};

/** Greeting and disclosure in one breath: the first line of a conversation. */
export function introduce(returning: boolean, scene: Scene): Words | null {
  return (
    scene.say(
      returning ? RETURNING_INTRODUCTIONS : INTRODUCTIONS,
      scene.agent === "" ? { agent: null } : {},
    ) ?? scene.say(NAMELESS_INTRODUCTIONS)
  );
}
