/** The questions of a turn. Where the plan's invitation is not this question, the same wish is put as a statement. */
import type { Sku } from "../../catalog/product.ts";
import type { Frames, Words } from "../frames.ts";
import { isRelation } from "../meaning/phrase-attribute.ts";
import { kindInPlural } from "../meaning/phrase-wish.ts";
import type { Phrasers, Scene } from "../scene.ts";
import { withArticle } from "../words/articles.ts";
import { inlineText } from "../words/finish-sentence.ts";
import { joinWithOr } from "../words/join-phrases.ts";
import { restoreAcronyms } from "../words/letter-case.ts";
import { isPluralNoun, singularOf } from "../words/nouns.ts";
import { phraseValue } from "../words/phrase-value.ts";
import { inviting } from "./inviting.ts";

interface QuestionFrames {
  ask: Frames;
  tell: Frames;
}

const ATTRIBUTE: QuestionFrames = {
  ask: {
    warm: [
      "What {attribute} are you hoping for?",
      "Is there a particular {singular} you'd like, say {options}?",
      "And the {attribute}: what would suit you?",
      "Which {singular} sounds right to you: {options}?",
    ],
    brisk: [
      "Which {attribute}: {options}?",
      "What {attribute} do you need?",
      "Any preference on {attribute}: {options}?",
    ],
    playful: [
      "If you could pick the {singular}, what would it be?",
      "Quick one: which {attribute} do you fancy, {options}?",
      "Pick your {singular}: {options}?",
    ],
    all: [
      "Any particular {attribute} in mind?",
      "Which way do you lean on {attribute}: {options}?",
      "When it comes to {attribute}, what would you like?",
      "For the {attribute}, would you go for {options}?",
      "How about the {attribute}: {options}?",
      "What should I look for in {attribute}?",
    ],
  },
  tell: {
    warm: [
      "If you tell me which {attribute} you'd like, I can narrow it down.",
      "Let me know what {attribute} you're hoping for, maybe {options}.",
    ],
    brisk: ["Tell me the {attribute} you need.", "Give me {an attribute} and I'll filter: {options}."],
    playful: [
      "Name your {attribute} and I'll do the digging.",
      "Give me {an attribute} and I'll go looking.",
    ],
    all: [
      "Tell me which {attribute} you'd like: {options}.",
      "The {singular} would help me most: tell me which one you'd like.",
    ],
  },
};

/** For parts that are counted: "usb ports" with "2" and "3". */
/** Asked before and passed over: worded otherwise, with a way out [LED-4]. */
const AGAIN: QuestionFrames = {
  ask: {
    warm: [
      "Would it help if I narrowed things down by {attribute}, say to {options}?",
      "Does the {attribute} matter to you at all, or shall I leave it open?",
    ],
    brisk: ["Does {attribute} matter: {options}?", "{options}, or is the {attribute} all the same to you?"],
    playful: ["One more try on {attribute}: {options}, or couldn't you care less?"],
    all: [
      "To come back to the {attribute}: would {options} be better?",
      "Shall I take the {attribute} into account, or is it not that important?",
    ],
  },
  tell: {
    all: ["If the {attribute} matters after all, tell me which, and I'll narrow it down."],
  },
};

const HOW_MANY: QuestionFrames = {
  ask: {
    warm: ["How many {attribute} would you like: {options}?"],
    brisk: ["How many {attribute}: {options}?"],
    playful: ["How many {attribute} shall it be, {options}?"],
    all: ["How many {attribute} do you need?"],
  },
  tell: {
    all: ["Tell me how many {attribute} you need.", "It'd help to know how many {attribute} you need."],
  },
};

const COLOUR: QuestionFrames = {
  ask: {
    warm: ["What {attribute} do you have in mind?", "Is there {an attribute} you'd love, say {options}?"],
    brisk: ["Which {attribute}: {options}?", "What {attribute}?"],
    playful: ["What {attribute} are we going for, {options}?", "What's your {attribute}: {options}?"],
    all: ["Which {attribute} do you see yourself with?", "Any {attribute} you'd prefer: {options}?"],
  },
  tell: {
    all: [
      "Tell me your {attribute} and I'll look for it.",
      "Name {an attribute} and I'll see what there is.",
    ],
  },
};

const SIZE: QuestionFrames = {
  ask: {
    warm: ["What {attribute} do you usually need?", "Which {attribute} would fit you, {options}?"],
    brisk: ["What {attribute}: {options}?", "Which {attribute} do you need?"],
    playful: ["What {attribute} are we looking for, {options}?"],
    all: ["What {attribute} should I look for?", "Do you know your {attribute} already, maybe {options}?"],
  },
  tell: {
    all: [
      "Tell me your {attribute} and I'll check what's there.",
      "Your {attribute} would help me narrow this down.",
    ],
  },
};

const BRAND: QuestionFrames = {
  ask: {
    warm: [
      "Is there a brand you like to stay with, say {options}?",
      "Do you have a brand in mind, or are you open to any?",
    ],
    brisk: ["Any brand preference: {options}?", "Which brand, if any?"],
    playful: [
      "Are you loyal to a brand, or open to a new one?",
      "Any brand close to your heart, say {options}?",
    ],
    all: ["Does the brand matter to you: {options}?", "Any brand you'd rather have?"],
  },
  tell: {
    all: [
      "If a brand matters to you, name it and I'll look there first.",
      "Tell me if you have a brand in mind, say {options}.",
    ],
  },
};

const RECIPIENT: QuestionFrames = {
  ask: {
    warm: ["Who will be using it: you, or is it a gift?", "Is this for you or for someone else?"],
    brisk: ["Who is it for?", "For you, or a gift?"],
    playful: ["Who's the lucky one: you or somebody else?", "Treating yourself, or somebody else?"],
    all: ["Who are you shopping for?"],
  },
  tell: { all: ["Tell me who it's for and I'll take that into account.", "It'd help to know who it's for."] },
};

const CATEGORY: QuestionFrames = {
  ask: {
    warm: [
      "What shall we look at: {options}?",
      "What are you looking for, maybe {options}?",
      "What can I help you find?",
    ],
    brisk: ["What are you after: {options}?", "What do you need?"],
    playful: ["What are we hunting for: {options}?", "So, what's on the wish list: {options}?"],
    all: [
      "What do you have in mind?",
      "What kind of thing are you looking for: {options}?",
      "Which shelf shall we start at: {options}?",
    ],
  },
  tell: {
    warm: [
      "Tell me what you're looking for, and I'll find it with you.",
      "Let me know what you have in mind, say {options}.",
    ],
    brisk: ["Tell me what you're after: {options}."],
    playful: ["Name it and I'll go hunting: {options}.", "Tell me what's on the wish list."],
    all: ["Tell me what kind of thing you're looking for."],
  },
};

const BUDGET: QuestionFrames = {
  ask: {
    warm: [
      "{of} here run from {low} to {high}: where would you feel comfortable?",
      "Roughly what would you like to spend?",
      "What budget do you have in mind?",
    ],
    brisk: ["What's your budget?", "{of} here run from {low} to {high}: what's your limit?"],
    playful: ["How much are we allowed to spend?", "{of} go from {low} to {high} here: where do we stop?"],
    all: [
      "Where would you like to stay on price?",
      "Prices run from {low} to {high}: what would you like to spend?",
      "Is there a price you'd rather not go over?",
    ],
  },
  tell: {
    warm: [
      "If you tell me roughly what you'd like to spend, I'll stay within it.",
      "A rough budget would help: {of} here run from {low} to {high}.",
    ],
    brisk: ["Give me a budget: prices run from {low} to {high}.", "Tell me your budget and I'll filter."],
    playful: ["Name your limit and I'll behave.", "Give me a number to stay under, and I'll behave."],
    all: ["Tell me what you'd like to spend and I'll stick to it."],
  },
};

const USAGE: QuestionFrames = {
  ask: {
    warm: [
      "What will you mostly use it for, {options}?",
      "What do you have planned for it?",
      "Tell me, what will it be for: {options}?",
    ],
    brisk: ["What's it for: {options}?", "What will you use it for?"],
    playful: [
      "What's the mission: {options}?",
      "What will it be getting up to?",
      "What's it in for: {options}?",
    ],
    all: [
      "What will it mainly be used for?",
      "How do you plan to use it: {options}?",
      "Where will it see most of its use: {options}?",
    ],
  },
  tell: {
    warm: ["If you tell me what it's for, I can choose with that in mind."],
    brisk: ["Tell me what it's for: {options}."],
    playful: ["Tell me the mission and I'll pick for it."],
    all: ["Tell me how you plan to use it, say for {options}.", "It'd help to know what you'll use it for."],
  },
};

const EXPERIENCE: QuestionFrames = {
  ask: {
    warm: [
      "Have you had {one} before, or would this be your first?",
      "Would this be your first time with {of}, or have you had some before?",
    ],
    brisk: ["Is this your first time buying {of}?", "Have you had {one} before?"],
    playful: ["Old hand with {of}, or is this a first?", "Is this your first rodeo with {of}?"],
    all: ["Have you bought {of} before, or is this new to you?", "How familiar are you with {of}?"],
  },
  tell: {
    all: [
      "Tell me whether you've had {of} before, and I'll explain as much as you need.",
      "It'd help to know if you're new to {of}.",
    ],
  },
};

const CHOICE: QuestionFrames = {
  ask: {
    warm: [
      "Which one speaks to you, {items}?",
      "Which of them feels right to you?",
      "Is there one you're leaning towards?",
    ],
    brisk: ["Which one: {items}?", "Which one is it?"],
    playful: ["So, who's winning: {items}?", "Which one gets your vote?"],
    all: ["Which one would you like to look at more closely?", "Are you leaning towards one of them?"],
  },
  tell: {
    warm: [
      "Tell me which one speaks to you and I'll tell you more.",
      "Let me know which one appeals to you, or what's missing.",
      "If one of them stands out to you, I'd be glad to hear it.",
    ],
    brisk: [
      "Tap one for the details, or tell me what's off.",
      "Pick one, or tell me what to change.",
      "The choice is yours; tap one for more.",
      "Name one and I'll go deeper.",
    ],
    playful: [
      "Point at the one you like and I'll tell you more.",
      "Tell me which one gets your vote.",
      "Tell me which of them made you look twice.",
      "Pick one you like, or send them all back.",
      "Thumbs up for one of them, or thumbs down for all.",
    ],
    all: [
      "Tell me which one you'd like to know more about.",
      "Have a look, and tell me what you'd change.",
      "Take your time, and tell me which one you'd keep.",
      "If one of them is close, tell me what would make it right.",
    ],
  },
};

export const WHAT_ELSE: QuestionFrames = {
  ask: {
    warm: [
      "Is there anything else that matters to you?",
      "What else should I know to choose well?",
      "What else is important to you?",
    ],
    brisk: ["Anything else?", "What else matters?"],
    playful: ["What else is on the wish list?", "Anything else I should know before I go digging?"],
    all: [
      "Anything else I should keep in mind?",
      "What would you like to look at next?",
      "Is there something I haven't asked about yet?",
    ],
  },
  tell: {
    warm: [
      "If anything else matters to you, just tell me.",
      "Let me know what else you'd like, and I'll keep looking.",
      "I'm here if there's anything else I can find for you.",
      "Just say what you'd like to see next.",
    ],
    brisk: [
      "Tell me what else matters.",
      "Tell me what you need next.",
      "Anything else, just ask.",
      "Your move.",
    ],
    playful: [
      "Keep the wishes coming.",
      "If there's more on the wish list, I'm all ears.",
      "Name the next thing and I'll go rummaging.",
      "I'm ready when you are.",
      "Over to you.",
    ],
    all: [
      "Tell me what you'd like to look at next.",
      "If there's more you need, I'm here.",
      "Ask me for anything else you'd like to see.",
    ],
  },
};

const CONFIRMATION: QuestionFrames = {
  ask: {
    warm: [
      "So you're looking for {target}, did I get that right?",
      "Let me make sure I have this right: {wishes}, yes?",
      "So you'd like {target}, is that right?",
    ],
    brisk: ["So {target}, right?", "To check: {wishes}, correct?"],
    playful: ["Let me read that back: {wishes}, yes?", "So the mission is {target}, right?"],
    all: [
      "If I've understood you, it's {target}, right?",
      "Just to be sure: {wishes}, right?",
      "So we're after {target}, is that it?",
    ],
  },
  tell: {
    warm: [
      "So I'm looking for {target}; tell me if I got that wrong.",
      "As I understand it, you'd like {target}; do correct me.",
    ],
    brisk: ["I have you down for {target}; correct me if not.", "My notes say {wishes}; correct me if not."],
    playful: ["My notes say {wishes}; shout if that's off."],
    all: ["I've noted {wishes}; tell me if something's off."],
  },
};

/** For names that are no nouns: "compatible with". */
const RELATION: QuestionFrames = {
  ask: {
    warm: ["What should it be {attribute}: {options}?"],
    brisk: ["What must it be {attribute}: {options}?"],
    playful: ["Quick one: what should it be {attribute}, {options}?"],
    all: ["What does it need to be {attribute}?"],
  },
  tell: {
    all: ["Tell me what it should be {attribute}.", "It'd help to know what it should be {attribute}."],
  },
};

const BY_ATTRIBUTE = new Map(
  Object.entries<QuestionFrames>({
    color: COLOUR,
    colour: COLOUR,
    size: SIZE,
    brand: BRAND,
    recipient: RECIPIENT,
    category: CATEGORY,
    price: BUDGET,
    usage: USAGE,
    use: USAGE,
    "best for": USAGE,
    "intended use": USAGE,
    "suitable for": USAGE,
    activity: USAGE,
  }),
);

export const questions: Phrasers<
  | "ask-attribute"
  | "ask-category"
  | "ask-budget"
  | "ask-usage"
  | "ask-experience"
  | "ask-choice"
  | "ask-what-else"
  | "confirm-preferences"
> = {
  "ask-attribute": ({ attribute, values, of, again }, scene) => {
    const isCounted = isPluralNoun(attribute) && values.every((value) => /^\d+$/.test(value));
    const general = isRelation(attribute) ? RELATION : isCounted ? HOW_MANY : ATTRIBUTE;
    const once = again !== undefined && !isRelation(attribute) ? AGAIN : general;
    const frames = once === AGAIN ? AGAIN : (BY_ATTRIBUTE.get(attribute) ?? general);
    const keepsCase = attribute === "brand" || attribute === "size" || isRelation(attribute);
    const options = optionsOf(
      keepsCase ? values.map(inlineText) : values.map((value) => phraseValue(value, scene.names)),
      scene,
    );
    const name = restoreAcronyms(inlineText(attribute));
    const isPlural = isPluralNoun(name);
    return [
      inviting(scene, frames, {
        attribute: name,
        "an attribute": isPlural ? name : withArticle(name),
        singular: isPlural ? null : name,
        options,
        of: kindOf(of, scene),
      }),
    ];
  },

  "ask-category": ({ values }, scene) => [
    inviting(scene, CATEGORY, {
      options: optionsOf(
        values.map((value) => kindOf(value, scene)),
        scene,
      ),
    }),
  ],

  "ask-budget": ({ claims, of }, scene) => {
    const found = scene.statements(claims).find(({ statement }) => statement.type === "price-range");
    const range =
      found?.statement.type === "price-range" && found.statement.low.minor < found.statement.high.minor
        ? found.statement
        : null;
    const rest = found ? [found.id] : [];
    return [
      inviting(scene, BUDGET, {
        of: kindOf(of, scene),
        low: range && { text: scene.money(range.low), claims: rest },
        high: range && { text: scene.money(range.high), claims: rest },
      }),
    ];
  },

  "ask-usage": ({ values, of }, scene) => {
    const options = optionsOf(
      values.map((value) => phraseValue(value, scene.names)),
      scene,
    );
    return [inviting(scene, USAGE, { options, of: kindOf(of, scene) })];
  },

  "ask-experience": ({ of }, scene) => {
    const kind = kindOf(of, scene);
    const singular = singularOf(kind);
    const one = singular === kind ? null : withArticle(singular);
    return [inviting(scene, EXPERIENCE, { of: kind, one })];
  },

  "ask-choice": ({ skus }, scene) => {
    const items =
      skus.length === 2
        ? joinWithOr(
            skus.map((sku) => scene.refer(sku).name),
            scene.locale,
          )
        : null;
    scene.stayWith(null);
    return [inviting(scene, CHOICE, { items })];
  },

  // Before anything was said there is no "else" to ask about.
  "ask-what-else": (_content, scene) => [inviting(scene, scene.isFirstTurn ? CATEGORY : WHAT_ELSE)],

  "confirm-preferences": ({ preferences }, scene) => {
    const wishes = scene.wishes(preferences);
    scene.firstMention(preferences);
    if (wishes === "") return [inviting(scene, WHAT_ELSE)];
    return [inviting(scene, CONFIRMATION, { wishes, target: scene.target(preferences) })];
  },
};

/** After several cards: hands the floor over in words that leave the question mark out. */
export function inviteChoice(scene: Scene): Words | null {
  scene.stayWith(null);
  return scene.say(CHOICE.tell);
}

const REACTION: Frames = {
  warm: [
    "Let me know how {this} strikes you.",
    "Tell me what you think of {them}, or what you'd like to know.",
    "If something about {them} isn't right, just tell me.",
  ],
  brisk: [
    "Tell me what you think.",
    "Tell me if that works, or what to change.",
    "Ask away, or tell me what's off.",
  ],
  playful: [
    "Thumbs up or thumbs down, I can take it.",
    "Be honest with me about {them}.",
    "Go on, tell me what you make of {them}.",
  ],
  all: [
    "Tell me what you'd like to know about {them}.",
    "I'm curious what you make of {them}.",
    "Tell me what you'd change about {them}.",
  ],
};

/** After one item: asks for a reaction without asking. */
export function inviteReaction(sku: Sku, scene: Scene): Words | null {
  return scene.say(REACTION, scene.slotsOf(sku));
}

/** Two or three values to choose from, and room for others; the quick replies show the rest. */
function optionsOf(values: readonly string[], scene: Scene): string | null {
  const distinct = [...new Set(values.filter(Boolean))];
  if (distinct.length < 2) return null;
  return joinWithOr(
    distinct.length > 3 ? [...distinct.slice(0, 2), "something else"] : distinct,
    scene.locale,
  );
}

function kindOf(of: string, scene: Scene): string {
  return kindInPlural(of, scene.names);
}
