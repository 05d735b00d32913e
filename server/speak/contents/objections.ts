/** Honest negatives, rejections, dead ends [INI-4] and apologies. */
import type { Preference } from "../../dialogue/state.ts";
import type { Frames, Slots, Words } from "../frames.ts";
import { comparativeOf, kindInPlural, topicOfWish } from "../meaning/phrase-wish.ts";
import type { ContentOf, Phrasers, Scene } from "../scene.ts";
import { inlineText } from "../words/finish-sentence.ts";
import { joinWithAnd } from "../words/join-phrases.ts";
import { countOf } from "../words/nouns.ts";
import { phraseValue } from "../words/phrase-value.ts";
import { quotesIn } from "./phrase-review.ts";

const MISS: Frames = {
  warm: [
    "One thing you should know first: {fact}.",
    "To be honest with you, {fact}.",
    "Before you decide, {fact}.",
  ],
  brisk: ["One catch: {fact}.", "Note that {fact}."],
  playful: ["Full disclosure: {fact}.", "The small print, said out loud: {fact}."],
  all: ["One honest point: {fact}.", "There's one catch: {fact}.", "In fairness, {fact}."],
};

/** What the evidence bears out. */
const CONCEDED: Frames = {
  warm: ["That's a fair point: {facts}.", "You're right to say so: {facts}."],
  brisk: ["Fair point: {facts}.", "True enough: {facts}."],
  playful: ["Touché: {facts}.", "Point taken: {facts}."],
  all: ["I'll grant you that: {facts}.", "Fair enough: {facts}."],
};
const CONCEDED_WITHOUT: Frames = {
  warm: [
    "That's a fair point, and I have nothing to set against it.",
    "I can't rule that out, to be honest.",
  ],
  brisk: ["Fair point, I have nothing against it.", "I can't rule that out."],
  playful: ["Touché, I have no comeback to that."],
  all: ["I can't dispel that from what the listing says."],
};
/** What the evidence speaks against. */
const COUNTERED: Frames = {
  warm: ["I see what you mean, though {facts}.", "I understand the worry; still, {facts}."],
  brisk: ["Against that: {facts}.", "Then again, {facts}."],
  playful: ["On the bright side, {facts}.", "A word in its favour: {facts}."],
  all: ["What speaks for it: {facts}.", "To weigh against that: {facts}."],
};

const REJECTED: Frames = {
  warm: [
    "That's fine, I'll leave {them} out.",
    "No problem, {item} won't come up again.",
    "Thanks for being frank, let's move on from {item}.",
  ],
  brisk: ["Okay, {item} {is} out.", "Dropped: {item}.", "Understood, not {item}."],
  playful: ["Poof, {item} {is} gone.", "Back on the shelf with {item}.", "Ouch, but fair: no {item}."],
  all: ["Sure, we'll cross off {item}.", "Alright, I'll set {item} aside."],
};
const REJECTED_MANY: Frames = {
  warm: [
    "That's fine, I'll leave those out.",
    "No problem, let's move on from those.",
    "Thanks for being frank, those are off the list.",
  ],
  brisk: ["Okay, those are out.", "Understood, not those.", "Right, next."],
  playful: [
    "Tough crowd, I like it: those are off the list.",
    "Poof, those are gone.",
    "Back on the shelf they go.",
  ],
  all: ["Sure, we'll cross those off.", "Alright, none of those."],
};

const NOTHING_LEFT: Frames = {
  warm: [
    "I'm afraid there's nothing {wish}, but from {from} {there are count}.",
    "I couldn't find anything {wish}, though {there are count} if we leave {topic} open.",
    "I looked and found nothing {wish}, but there's {instead}.",
    "I'm sorry, {topic} {rules} everything out; without that {there are count}.",
  ],
  brisk: [
    "Nothing {wish}; from {from} {there are count}.",
    "Nothing {wish}, but there's {instead}.",
    "Everything is ruled out by {topic}; without that {there are count}.",
  ],
  playful: [
    "No luck {wish}, but from {from} {there are count}.",
    "No luck finding anything {wish}, although there's {instead}.",
    "What's in the way is {topic}: leave that open and {there are count}.",
    "My shelves come up short on {topic}; without that {there are count}.",
  ],
  all: [
    "There's nothing {wish}; from {from} up, {there are count}.",
    "I don't have anything {wish}, but without that {there are count}.",
    "If we leave {topic} open, {there are count}.",
    "I have nothing {wish}, but I do have {instead}.",
    "It's {topic} that {stands} in the way here.",
  ],
};
/** A critique that went as far as the shop goes: nothing is "cheaper" than what was shown. */
const NOTHING_BEYOND: Frames = {
  warm: [
    "I don't have anything {beyond} that fits the rest.",
    "I looked for something {beyond}, but nothing fits the rest of what you asked for.",
    "I'm afraid nothing {beyond} fits the rest of what you asked for.",
  ],
  brisk: [
    "Nothing {beyond} fits the rest.",
    "Nothing {beyond} that matches everything else.",
    "I have nothing {beyond} that fits the rest.",
  ],
  playful: [
    "I turned every shelf over: nothing {beyond} fits the rest.",
    "I checked behind the counter: nothing {beyond} fits the rest.",
    "No luck: nothing {beyond} ticks the other boxes.",
  ],
  all: [
    "There's nothing {beyond} that fits the rest of your wishes.",
    "Nothing {beyond} is left that fits the rest.",
    "I've looked, and nothing {beyond} fits the rest.",
  ],
};
const SOLD_OUT: Frames = {
  warm: ["{item} would suit, but {fact}.", "I'd have shown you {item}, but {fact}."],
  brisk: ["{item} fits, but {fact}."],
  playful: ["{item} would be the one, alas {fact}."],
  all: ["{item} fits what you asked for, only {fact}."],
};
const SHOWN_NEAREST: Frames = {
  warm: ["Here's what comes closest.", "These might still suit you.", "Perhaps one of these would do."],
  brisk: ["Here's the nearest.", "These come close.", "Closest: these."],
  playful: ["Here's what lands nearest.", "These aren't far off.", "The runners-up deserve a look, though."],
  all: ["This is what comes nearest.", "Here's what I'd look at instead.", "The nearest I have are these."],
};
const SHOWN_NEAREST_ONE: Frames = {
  warm: ["Here's what comes closest.", "This one might still suit you.", "Perhaps this one would do."],
  brisk: ["Here's the nearest.", "This one comes close.", "Closest: this one."],
  playful: [
    "Here's what lands nearest.",
    "This one isn't far off.",
    "The runner-up deserves a look, though.",
  ],
  all: ["This is what comes nearest.", "Here's what I'd look at instead.", "The nearest I have is this one."],
};
const SHOW_RELAXED: { ask: Frames; tell: Frames } = {
  ask: {
    all: ["Shall I show you what there is?", "Would that be worth a look?", "Could you live with that?"],
  },
  tell: {
    all: [
      "Say the word and I'll show you.",
      "I can show you what there is, if that's all right.",
      "Tell me if that would work for you.",
    ],
  },
};

const APOLOGIES: Frames = {
  warm: ["I'm sorry about that.", "I'm sorry, that wasn't helpful of me.", "My apologies, let me do better."],
  brisk: ["Sorry about that.", "My mistake."],
  playful: ["Sorry, that one's on me.", "Sorry, I should do better than that."],
  all: ["I apologise for that.", "Sorry for the trouble."],
};

const TIME: Frames = {
  warm: ["Of course, take your time.", "No rush at all."],
  brisk: ["Sure, take your time.", "Fine, think it over."],
  playful: ["Take all the time you like, the shelves stay put."],
  all: ["By all means, think it over.", "Sleep on it if you like."],
};

export const objections: Phrasers<
  | "give-time"
  | "answer-objection"
  | "admit-miss"
  | "acknowledge-rejection"
  | "relax"
  | "sold-out"
  | "show-nearest"
  | "apologise"
> = {
  "show-nearest": (_content, scene) => [sayNearest(scene)],

  "admit-miss": ({ sku, claim }, scene) => {
    const fact = scene.clauses(sku, [claim]);
    const missed = scene.statements([claim])[0]?.statement;
    const isPlain =
      missed?.type === "misses" &&
      missed.value !== null &&
      !["price", "availability", "rating"].includes(missed.attribute);
    const told = fact && isPlain ? { ...fact, text: `${fact.text}, which isn't what you asked for` } : fact;
    const admission = scene.say(MISS, { fact: told });
    scene.stayWith(sku);
    return [admission];
  },

  "answer-objection": ({ sku, claims, concedes }, scene) => {
    const facts = scene.clauses(sku, claims);
    const frames = concedes ? (facts === null ? CONCEDED_WITHOUT : CONCEDED) : COUNTERED;
    const answer = scene.say(frames, { facts });
    scene.stayWith(sku);
    return [answer, ...quotesIn(sku, claims, scene)];
  },

  "acknowledge-rejection": ({ skus }, scene) => {
    const only = skus.length === 1 ? skus[0] : undefined;
    const rejection =
      only === undefined ? scene.say(REJECTED_MANY) : scene.say(REJECTED, scene.slotsOf(only));
    scene.stayWith(null);
    return [rejection];
  },

  relax: (content, scene) => sayRelaxation(content, scene),

  "sold-out": ({ sku, claim }, scene) => {
    const slots = scene.slotsOf(sku);
    const fact = claim === null ? null : scene.clauses(sku, [claim], { byPronoun: true });
    scene.stayWith(null);
    return [fact && scene.say(SOLD_OUT, { ...slots, fact }), sayNearest(scene)];
  },

  "give-time": (_content, scene) => [scene.say(TIME)],

  apologise: (_content, scene) => [scene.say(APOLOGIES)],
};

function sayRelaxation(
  { preference, also = [], claims, nearest }: ContentOf<"relax">,
  scene: Scene,
): (Words | null)[] {
  const found = scene.statements(claims).find(({ statement }) => statement.type === "count");
  const counted = found?.statement.type === "count" && found.statement.count > 0 ? found.statement : null;
  const isWordable = preference.polarity === "positive" && preference.attribute !== "category";
  const slots: Slots = {
    wish: isWordable
      ? scene
          .wishes([preference, ...also].map((wish) => ({ ...wish, firmness: "must" })))
          // "Anything something warm" is "anything warm".
          .replace(/^something /, "")
      : null,
    topic: joinWithAnd([preference, ...also].map(constraintOf), scene.locale),
    rules: also.length > 0 ? "rule" : "rules",
    stands: also.length > 0 ? "stand" : "stands",
    "there are count":
      counted && found
        ? {
            text: `${counted.count === 1 ? "there's" : "there are"} ${countedWords(counted, scene)}`,
            claims: [found.id],
          }
        : null,
    from:
      nearest !== null && typeof nearest !== "string" && isCeiling(preference) && also.length === 0
        ? scene.money(nearest)
        : null,
    instead: also.length === 0 ? insteadOf(preference, nearest, scene) : null,
  };
  const beyond = also.length === 0 ? comparativeOf(preference) : null;
  const dead = beyond === null ? scene.say(NOTHING_LEFT, slots) : scene.say(NOTHING_BEYOND, { beyond });
  if (scene.cardCount > 0) return [dead, sayNearest(scene)];
  return [
    dead,
    scene.ending === "plain"
      ? null
      : scene.say(scene.ending === "question" ? SHOW_RELAXED.ask : SHOW_RELAXED.tell),
  ];
}

/** What stands in the way is named: the colour blue, “carry-on”. */
function constraintOf(wish: Preference): string {
  const { attribute, operator, value, polarity } = wish;
  const isNamed = operator === "is" && polarity === "positive" && typeof value === "string";
  if (!isNamed || OF_ITS_OWN.has(attribute)) return topicOfWish(wish);
  const said = inlineText(value);
  return NAMED_WITH.has(attribute) ? `${topicOfWish(wish)} ${said}` : `“${said}”`;
}
const OF_ITS_OWN = new Set(["price", "category", "recipient", "rating"]);
const NAMED_WITH = new Set(["colour", "size", "brand", "material"]);

function sayNearest(scene: Scene): Words | null {
  return scene.say(scene.cardCount === 1 ? SHOWN_NEAREST_ONE : SHOWN_NEAREST);
}

function countedWords({ count, of }: { count: number; of: string }, scene: Scene): string {
  return countOf(count, kindInPlural(of, scene.names), scene.locale);
}

/** "From $320" makes sense above a ceiling only. */
function isCeiling(preference: Preference): boolean {
  return preference.attribute === "price" && preference.operator !== "at-least";
}

function insteadOf(
  preference: Preference,
  nearest: ContentOf<"relax">["nearest"],
  scene: Scene,
): string | null {
  if (nearest === null || nearest === "") return null;
  if (typeof nearest !== "string")
    return isCeiling(preference) ? null : `something at ${scene.money(nearest)}`;
  const value = phraseValue(nearest, scene.names);
  return (
    scene
      .wish({ ...preference, operator: "is", value: nearest, firmness: "must" })
      .replace(/^(?=\S)/, "something ") || value
  );
}
