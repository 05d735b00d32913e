/** Taking up what the shopper said: wishes, changes of mind, feelings. */
import type { Preference } from "../../dialogue/state.ts";
import type { Frames, Words } from "../frames.ts";
import { comparativeOf, topicOfWish } from "../meaning/phrase-wish.ts";
import type { Phrasers, Scene } from "../scene.ts";
import { joinWithAnd } from "../words/join-phrases.ts";

const ACKNOWLEDGED: Frames = {
  warm: [
    "Lovely, {wanted} it is.",
    "That helps, thank you: {wishes}.",
    "Of course, {wishes}.",
    "Good to know: {wishes}.",
    "Thanks, I'll keep to {wanted}.",
  ],
  brisk: [
    "Noted: {wishes}.",
    "{wishes}, noted.",
    "Right, {wishes}.",
    "Understood: {wishes}.",
    "Check: {wishes}.",
    "Fine, {wishes}.",
  ],
  playful: [
    "Ooh, {wishes}, I can work with that.",
    "Aha, {wishes}.",
    "On the list it goes: {wishes}.",
    "Say no more: {wishes}.",
    "Roger that, {wishes}.",
    "Challenge accepted: {wishes}.",
  ],
  all: [
    "Got it: {wishes}.",
    "Okay, {wishes}.",
    "Sure, {wishes}.",
    "So {target}, that's clear.",
    "I'll look for {target}.",
    "Alright, {target}.",
    "Makes sense: {wishes}.",
    "I'll bear that in mind: {wishes}.",
    "That narrows it down: {wishes}.",
    "I'll go by that: {wishes}.",
  ],
};

const WITHDRAWN: Frames = {
  warm: [
    "No problem, I'll leave {topics} out of it.",
    "Of course, let's forget {topics}.",
    "That's fine, we don't need {topics}.",
  ],
  brisk: ["Okay, {topics} dropped.", "Fine, ignoring {topics}."],
  playful: ["Poof, there goes {topics}.", "Consider {topics} forgotten."],
  all: [
    "Sure, I'll set {topics} aside.",
    "Alright, we'll drop {topics}.",
    "I've taken {topics} off the list.",
  ],
};

/** The same attribute has a new value: no word on the old one is needed. */
const REPLACED: Frames = {
  warm: ["Of course, {wishes} then.", "No problem: {wishes} instead."],
  brisk: ["Changed: {wishes}.", "Okay, {wishes} instead."],
  playful: ["Plot twist: {wanted} it is.", "New plan: {wishes}."],
  all: ["Sure, {wishes} instead.", "Alright, I've changed that: {wishes}."],
};
const TAKEN_AND_DROPPED: Frames = {
  warm: [
    "Of course: {wishes}, and I'll leave {topics} out of it.",
    "No problem, {wanted} it is, and we'll forget {topics}.",
  ],
  brisk: ["Okay: {wishes}, {topics} dropped."],
  playful: ["New plan: {wishes}, and we forget {topics}."],
  all: ["Sure, {wishes}, and I'll set {topics} aside."],
};

const PLAIN: Frames = {
  warm: ["Thanks for telling me.", "Of course.", "That's helpful, thank you."],
  brisk: ["Okay.", "Noted.", "Understood."],
  playful: ["Gotcha.", "Loud and clear.", "Fair enough."],
  all: ["Alright.", "I see.", "Got it."],
};

const RESTATED: Frames = {
  warm: [
    "So we're looking for {target}.",
    "As I understand it, you'd like {target}.",
    "Let me sum up: you'd like {target}.",
  ],
  brisk: ["So far: {wishes}.", "To recap: {wishes}.", "In short, {target}."],
  playful: [
    "Our mission so far: {target}.",
    "The wish list reads: {wishes}.",
    "Previously on your wish list: {target}.",
  ],
  all: [
    "To sum up, you're after {target}.",
    "What I have so far is {wishes}.",
    "You're looking for {target}, then.",
  ],
};

const POSITIVE: Frames = {
  warm: ["I'm glad to hear that.", "That's lovely to hear.", "Wonderful, I'm glad."],
  brisk: ["Good.", "Good to hear.", "Glad that works."],
  playful: ["Music to my circuits.", "Now we're talking.", "That's what I like to hear."],
  all: ["Glad you like it.", "That's good to hear."],
};
const NEGATIVE: Frames = {
  warm: [
    "I'm sorry, that sounds frustrating.",
    "I understand, this is taking more effort than it should.",
    "Fair enough, and I'm sorry this isn't there yet.",
    "I hear you, let's sort this out.",
  ],
  brisk: ["Understood, let's fix that.", "Fair point.", "Sorry about that, let's try again."],
  playful: [
    "Ouch, fair enough.",
    "Okay, that one didn't land, let's try again.",
    "Fair, back to the shelves.",
  ],
  all: ["That's fair.", "I get that."],
};

/** Quiet, in every tone: nobody in grief wants to be cheered up by a shop. */
const GRAVE: Record<"loss" | "trouble", Frames> = {
  loss: {
    all: [
      "I'm very sorry for your loss.",
      "I'm so sorry, please accept my condolences.",
      "I'm sorry for your loss, and I'll keep this simple.",
    ],
  },
  trouble: {
    all: [
      "I'm sorry to hear that.",
      "I'm sorry, that must be hard.",
      "I'm sorry you're going through that, and I'll keep this simple.",
    ],
  },
};

/** What a wish says about the person: no facts in it, so nothing to prove. */
const EMPATHY = new Map(
  Object.entries<Frames>({
    price: {
      warm: [
        "That makes sense, nobody likes to overspend.",
        "I understand, money should go where it counts.",
      ],
      brisk: ["Fair enough, a budget is a budget.", "Makes sense to set a limit."],
      playful: ["Quite right, your wallet gets a say in this.", "A budget is a budget, I respect that."],
    },
    weight: {
      warm: [
        "Makes sense, nobody enjoys carrying more than they need to.",
        "I understand, weight is something you notice every day.",
      ],
      brisk: ["Makes sense, weight matters.", "Fair, nobody likes hauling."],
      playful: [
        "Your back will be grateful you asked.",
        "Fair, nobody wants a workout they didn't sign up for.",
      ],
    },
    size: {
      warm: [
        "The right size saves a lot of bother, I agree.",
        "I understand, nothing works if the size is off.",
      ],
      brisk: ["Makes sense, size comes first."],
      playful: ["Fair, nobody wants to play Tetris with it later."],
    },
    usage: {
      warm: [
        "That's useful, what it's for should decide this.",
        "It makes sense to start from how you'll use it.",
      ],
      brisk: ["Makes sense, the use decides."],
      playful: ["A mission, I like that."],
    },
    recipient: {
      warm: [
        "How nice that you're choosing for somebody else.",
        "It's kind of you to take the time for that.",
      ],
      brisk: ["Good, that helps."],
      playful: ["Somebody's in luck."],
    },
    brand: {
      warm: ["I understand, it's good to stay with a name you trust."],
      brisk: ["Fair, trust counts."],
      playful: ["Loyalty, I respect that."],
    },
  }),
);
const COLOUR_EMPATHY: Frames = {
  warm: [
    "I understand, you're the one who'll be looking at it.",
    "That makes sense, it should please your eye too.",
  ],
  brisk: ["Fair, looks count."],
  playful: ["Quite right, life's too short for the wrong colour."],
};
const ANY_EMPATHY: Frames = {
  warm: [
    "I can see why that matters to you.",
    "That makes sense.",
    "Good that you mention it.",
    "That's worth looking out for.",
  ],
  brisk: ["Makes sense.", "Fair enough.", "Good to know."],
  playful: ["Sensible, I like it.", "Now we're getting somewhere.", "Good one, that narrows it down."],
  all: ["I'll look out for that."],
};

export const uptake: Phrasers<
  "acknowledge-preferences" | "restate-preferences" | "acknowledge-feeling" | "empathise"
> = {
  "acknowledge-preferences": ({ preferences, withdrawn }, scene) => {
    const wished = scene.wishes(preferences);
    const wishes = /^for\b/.test(wished) ? scene.target(preferences) : wished;
    scene.firstMention(preferences);
    const topics = joinWithAnd([...new Set(withdrawn.map(topicOfWish))], scene.locale);
    // "I'll keep to under $50" is no English: only what can be an object of its own is put so.
    const isThing =
      /^something\b/.test(wishes) || preferences.some(({ attribute }) => attribute === "category");
    const isPlain = !/\b(?:not|no|without|ideally|weighing|holding|running|rated)\b/.test(wishes);
    const slots = {
      wishes,
      wanted: isPlain && isThing ? wishes : null,
      target: scene.target(preferences),
      topics,
    };
    if (wishes === "") return [scene.say(topics === "" ? PLAIN : WITHDRAWN, slots)];
    // A critique moves a limit; that the former one goes is understood.
    if (topics === "" || preferences.every((wish) => comparativeOf(wish) !== null))
      return [scene.say(ACKNOWLEDGED, slots)];
    const changed = new Set(preferences.map((preference) => preference.attribute));
    const isReplacement = withdrawn.every((preference) => changed.has(preference.attribute));
    return [scene.say(isReplacement ? REPLACED : TAKEN_AND_DROPPED, slots)];
  },

  "restate-preferences": ({ preferences }, scene) => {
    const wishes = scene.wishes(preferences);
    if (wishes === "" || !scene.firstMention(preferences)) return [];
    return [scene.say(RESTATED, { wishes, target: scene.target(preferences) })];
  },

  "acknowledge-feeling": ({ feeling }, scene) => [
    scene.say(
      feeling === "loss" || feeling === "trouble"
        ? GRAVE[feeling]
        : feeling === "positive"
          ? POSITIVE
          : NEGATIVE,
    ),
  ],

  empathise: ({ preference }, scene) => [sayEmpathy(preference, scene)],
};

function sayEmpathy(preference: Preference, scene: Scene): Words | null {
  const colour = /colou?r|style|finish|design/.test(preference.attribute);
  return scene.say(colour ? COLOUR_EMPATHY : (EMPATHY.get(preference.attribute) ?? ANY_EMPATHY));
}
