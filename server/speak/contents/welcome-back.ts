/** What is said to a shopper who comes back: where things were left, what changed since, and whether to go on from there. */
import type { Frames, Slots } from "../frames.ts";
import { retellQuestion } from "../meaning/retell-question.ts";
import type { ContentOf, Phrasers, Scene } from "../scene.ts";
import { inlineText } from "../words/finish-sentence.ts";
import { calmTitle } from "../words/letter-case.ts";
import { inviting } from "./inviting.ts";

/** `{target}` is what was looked for; one of the items' slots is filled, by how the shopper had taken it. */
const LEFT_AT: Frames = {
  warm: [
    "Last time we were looking for {target}, and you were leaning towards {liked}.",
    "When you were last here you were after {target}, and {liked} had caught your eye.",
    "Last time we were looking for {target}, and you had settled on {chosen}.",
    "Last time we were looking for {target}, and I'd pointed you to {suggested}.",
    "When you were last here we were looking for {target}, and you had asked about {asked}.",
    "Last time we were looking for {target}.",
    "When you were last here, you were after {target}.",
    "Last time you were leaning towards {liked}.",
    "Last time you had settled on {chosen}.",
    "Last time I'd pointed you to {suggested}.",
    "Last time you had asked about {asked}.",
  ],
  brisk: [
    "Last time: {target}, leaning towards {liked}.",
    "Last time: {target}, and {chosen} was your pick.",
    "Last time: {target}, and I'd suggested {suggested}.",
    "Last time: {target}, and you'd asked about {asked}.",
    "Last time: {target}.",
    "Last time you were leaning towards {liked}.",
    "Last time your pick was {chosen}.",
    "Last time I'd suggested {suggested}.",
    "Last time you'd asked about {asked}.",
  ],
  playful: [
    "Previously on our search: {target}, with {liked} in the lead.",
    "Previously on our search: {target}, and {chosen} had won.",
    "Where were we: {target}, and my vote went to {suggested}.",
    "Where were we: {target}, and you'd been quizzing me on {asked}.",
    "Where were we: {target}, I believe.",
    "Previously on our search: {liked} was in the lead.",
    "Previously on our search: {chosen} had won you over.",
    "Where were we: my vote went to {suggested}.",
    "Where were we: you'd been quizzing me on {asked}.",
  ],
  all: [
    "The last thing we talked about was {target}, with {liked} as your favourite so far.",
    "We left off at {target}, and your choice was {chosen}.",
    "We left off at {target}, with {suggested} as my suggestion.",
    "We left off at {target}, with a question of yours about {asked}.",
    "We left off at {target}.",
  ],
};
const ITEM_SLOTS = ["liked", "chosen", "suggested", "asked"] as const;

const PRICE_FELL: Frames = {
  warm: [
    "Good news: {it} cost {former} then, and now {it's} {now}.",
    "Since then {it} went from {former} to {now}.",
  ],
  brisk: ["{it} cost {former} then; now {it's} {now}.", "Since then {it} went from {former} to {now}."],
  playful: ["And look: {it} cost {former} then, and now {it's} {now}."],
  all: ["Back then {it} cost {former}; today {it's} {now}."],
};
const PRICE_ROSE: Frames = {
  warm: [
    "I should say that {it} cost {former} then, and now {it's} {now}.",
    "Since then {it} went from {former} to {now}.",
  ],
  brisk: ["{it} cost {former} then; now {it's} {now}.", "Since then {it} went from {former} to {now}."],
  playful: ["Less happily, {it} cost {former} then, and now {it's} {now}."],
  all: ["Back then {it} cost {former}; today {it's} {now}."],
};
const SOLD_OUT: Frames = {
  warm: ["I'm sorry to say that {fact}.", "Unfortunately {fact}."],
  brisk: ["Note: {fact}."],
  playful: ["Alas, {fact}."],
  all: ["Since then things have changed: {fact}."],
};
const GONE: Frames = {
  warm: [
    "I'm sorry, I can't find {gone} in the shop any more.",
    "Unfortunately {gone} has left the shop since then.",
  ],
  brisk: ["I can't find {gone} in the shop any more."],
  playful: ["Alas, {gone} has left the shop since then."],
};
const STILL_OPEN: Frames = {
  warm: ["I haven't forgotten that {raised}, either.", "One more thing was left open: {raised}."],
  brisk: ["Still open: {raised}."],
  playful: ["There's a loose end, too: {raised}."],
  all: ["One point was left open: {raised}."],
};
const GO_ON: { ask: Frames; tell: Frames } = {
  ask: {
    warm: ["Shall we go on from there?", "Would you like to go on from there?"],
    brisk: ["Go on from there?", "Shall we continue?"],
    playful: ["Shall we pick up the trail?", "Shall we go on with the adventure?"],
    all: ["Shall we pick up where we left off?"],
  },
  tell: {
    warm: [
      "We can go on from there, or look for something new.",
      "I'm happy to go on from there, or to start anew.",
    ],
    brisk: ["We can go on from there, or start anew."],
    playful: ["We can pick up the trail, or start a new one."],
  },
};
const ANEW: Frames = {
  warm: [
    "Of course, something new then.",
    "No problem, let's start fresh.",
    "Gladly, we'll leave last time behind us.",
  ],
  brisk: ["Okay, something new.", "Fine, a fresh start."],
  playful: ["A fresh start, I like it.", "New day, new search."],
  all: ["Sure, let's look for something new."],
};

export const welcomeBack: Phrasers<
  "recall-visit" | "note-change" | "note-gone" | "recall-question" | "ask-go-on" | "start-anew"
> = {
  "recall-visit": (content, scene) => [sayWhereLeft(content, scene)],

  "note-change": ({ sku, claim }, scene) => {
    const statement = scene.statements([claim])[0]?.statement;
    const slots: Slots = scene.slotsOf(sku);
    scene.stayWith(sku);
    if (statement?.type !== "price-change") {
      const fact = scene.clauses(sku, [claim], { byPronoun: slots.it === "it" || slots.it === "they" });
      return [scene.say(SOLD_OUT, { ...slots, fact })];
    }
    const { price, before } = statement;
    return [
      scene.say(price.minor < before.minor ? PRICE_FELL : PRICE_ROSE, {
        ...slots,
        // Its name stands at the head of the sentence.
        "it's": scene.refer(sku).plural ? "they're" : "it's",
        former: { text: scene.money(before), claims: [claim] },
        now: { text: scene.money(price), claims: [claim] },
      }),
    ];
  },

  "note-gone": ({ title }, scene) => [scene.say(GONE, { gone: nameOfGone(title) })],

  "recall-question": ({ question }, scene) => {
    const raised = retellQuestion(question);
    return raised === null ? [] : [scene.say(STILL_OPEN, { raised })];
  },

  "ask-go-on": (_content, scene) => [inviting(scene, GO_ON)],

  "start-anew": (_content, scene) => [scene.say(ANEW)],
};

/** The fullest sentence that can be said: with the wishes and the item, else with one of them. */
function sayWhereLeft({ preferences, item }: ContentOf<"recall-visit">, scene: Scene) {
  const target = preferences.length > 0 ? scene.target(preferences) : null;
  scene.firstMention(preferences);
  const name = item === null ? null : item.sku === null ? nameOfGone(item.title) : scene.refer(item.sku).name;
  const slots: Slots = { target, ...(item ? { [item.standing]: name } : {}) };
  if (item?.sku) scene.stayWith(item.sku);
  const uses = (frame: string, slot: string) => frame.includes(`{${slot}}`);
  const isFullest = (frame: string) =>
    uses(frame, "target") === (target !== null) &&
    ITEM_SLOTS.every((slot) => uses(frame, slot) === (item?.standing === slot));
  const fullest = Object.fromEntries(
    Object.entries(LEFT_AT).map(([tone, frames]) => [tone, frames.filter(isFullest)]),
  );
  return scene.say(fullest, slots);
}

/** A product that the catalog no longer has is named as it was when it was shown. */
function nameOfGone(title: string): string {
  return `the ${calmTitle(inlineText(title))}`;
}
