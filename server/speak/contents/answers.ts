/** Answers: facts, honest gaps, what was not understood, and what lies outside the shop. */
import type { Sku } from "../../catalog/product.ts";
import type { Statement } from "../../dialogue/claims.ts";
import type { OpenQuestion } from "../../dialogue/state.ts";
import type { Frames, Slots, Words } from "../frames.ts";
import { isAdjective } from "../meaning/phrase-attribute.ts";
import { kindInPlural, topicOf } from "../meaning/phrase-wish.ts";
import type { ContentOf, Phrasers, Scene } from "../scene.ts";
import { inlineText } from "../words/finish-sentence.ts";
import { joinWithAnd } from "../words/join-phrases.ts";
import { lowerOrdinaryWords, restoreAcronyms } from "../words/letter-case.ts";
import { countOf } from "../words/nouns.ts";
import { inviting } from "./inviting.ts";
import { quotesIn } from "./phrase-review.ts";
import { tellFacts } from "./tell-facts.ts";

const YES: Frames = {
  warm: [
    "Yes, {facts}.",
    "Yes, happily: {facts}.",
    "It does look that way: {facts}.",
    "I'm glad to say yes: {facts}.",
  ],
  brisk: ["Yes, {facts}.", "Yes: {facts}."],
  playful: ["Yep, {facts}.", "You're in luck: {facts}."],
  all: ["Yes, going by the listing, {facts}.", "That's a yes: {facts}."],
};
const NO: Frames = {
  warm: ["I'm afraid not, {facts}.", "Unfortunately not: {facts}.", "No, I'm sorry, {facts}."],
  brisk: ["No, {facts}.", "No: {facts}."],
  playful: ["Alas, no: {facts}.", "Nope, {facts}."],
  all: ["No, going by the listing, {facts}.", "That's a no: {facts}."],
};
const OPEN: Frames = {
  warm: [
    "Good question: {facts}.",
    "Let me see: {facts}.",
    "I looked that up: {facts}.",
    "I can tell you that: {facts}.",
  ],
  brisk: ["{facts}.", "Per the listing, {facts}.", "The listing says {facts}."],
  playful: [
    "Aha, that one I know: {facts}.",
    "Let me check my notes: {facts}.",
    "Easy one: {facts}.",
    "Glad you asked: {facts}.",
  ],
  all: ["{facts}.", "According to the listing, {facts}.", "As listed, {facts}."],
};

/** About the range as a whole, which no single listing tells. */
const RANGE: Frames = {
  warm: ["Let me count: {facts}.", "Good question: {facts}."],
  brisk: ["{facts}.", "In the catalog, {facts}."],
  playful: ["I've done the counting: {facts}.", "Let me count the shelves: {facts}."],
  all: ["At {shop}, {facts}.", "Looking through the catalog, {facts}."],
};

/** A yes/no question on something the listing is silent about: named, since "that feature" leaves the shopper guessing. */
const SILENT_ON: Frames = {
  warm: [
    "I don't see {value} mentioned in the listing for {item}, and I'd rather not guess.",
    "The listing for {item} doesn't mention {value}, so I can't promise it.",
    "Whether {item} {is} {quality}, the listing doesn't say, and I'd rather not guess.",
    "I can't promise that {item} {is} {quality}, since the listing doesn't say.",
  ],
  brisk: [
    "The listing for {item} doesn't mention {value}.",
    "No word on {value} in the listing for {item}.",
    "The listing doesn't say whether {item} {is} {quality}.",
  ],
  playful: [
    "I read the listing for {item} twice, and it doesn't mention {value}.",
    "If {item} {is} {quality}, the listing keeps it to itself.",
  ],
  all: [
    "The listing for {item} says nothing about {value}, I'm afraid.",
    "I can't tell you about {value}: the listing for {item} doesn't say.",
    "I can't tell whether {item} {is} {quality}: the listing doesn't say.",
  ],
};
const OTHER_CURRENCY: Frames = {
  warm: [
    "Prices here are in {currency} and I don't convert them, so I haven't counted that amount; an amount in {currency} would help.",
    "One thing: the prices here are in {currency} and I don't convert, so I haven't counted that amount yet.",
  ],
  brisk: ["Prices here are in {currency}; I don't convert, so I haven't counted that amount."],
  playful: ["I only count in {currency} and never convert, so I left that amount out of it."],
  all: ["The prices here are in {currency}, and I don't convert, so I left that amount out of it."],
};
/** "US dollars". */
function currencyName(currency: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "name",
  }).formatToParts(2);
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}
/** What must not be in it, and the listing is silent: silence is no promise. */
const UNMET: { one: Frames; several: Frames } = {
  one: {
    warm: ["I should say that {item} {is}n't listed {listed}."],
    brisk: ["Note that {item} {is}n't listed {listed}."],
    all: ["To be fair, {item} {is}n't listed {listed}."],
  },
  several: {
    warm: [
      "I should say that none of these is listed {listed}.",
      "To be open with you, none of these is listed {listed}.",
    ],
    brisk: ["Note that none of these is listed {listed}."],
    all: ["To be fair, none of these is listed {listed}."],
  },
};

const NO_PROMISE: { one: Frames; several: Frames } = {
  one: {
    warm: [
      "I can't promise that {item} {is} free of {value}, since the listing doesn't say.",
      "Whether {item} {is} free of {value}, the listing doesn't say, so please check before you buy.",
    ],
    brisk: ["The listing doesn't say whether {item} {is} free of {value}: check before you buy."],
    all: ["I can't tell whether {item} {is} free of {value}: the listing doesn't say."],
  },
  several: {
    warm: [
      "I can't promise that these are free of {value}, since the listings don't say.",
      "Whether these are free of {value}, the listings don't say, so please check before you buy.",
    ],
    brisk: ["The listings don't say whether these are free of {value}: check before you buy."],
    all: ["I can't tell whether these are free of {value}: the listings don't say."],
  },
};
const NO_SUCH_KIND: Frames = {
  warm: [
    "I'm afraid I don't see any {kind} in this shop; what we do have is {instead}.",
    "I couldn't find any {kind} here, I'm sorry.",
  ],
  brisk: ["No {kind} here; there's {instead}, though.", "I don't see any {kind} here."],
  playful: [
    "I looked behind every shelf: no {kind}, but plenty of {instead}.",
    "No {kind} in sight, I'm afraid.",
  ],
  all: [
    "I can't find any {kind} in the catalog, but there's {instead}.",
    "The catalog has no {kind}, as far as I can see.",
  ],
};
const BRAND_ELSEWHERE: Frames = {
  warm: [
    "{brand} is only here with other things: {count}, among them {kinds}.",
    "What I do have from {brand} is something else: {count}, among them {kinds}.",
  ],
  brisk: ["From {brand} there's only this: {count}, among them {kinds}."],
  all: ["From {brand} I have other things: {count}, among them {kinds}."],
};
const NOTHING_OF_BRAND: Frames = {
  warm: ["There's nothing from {brand} in this shop at all, I'm sorry."],
  all: ["This shop has nothing from {brand} at all."],
};
const OTHER_BRANDS: Frames = {
  warm: ["If another brand would do, I'll gladly look through those."],
  brisk: ["Say “any brand” and I'll look at the others."],
  all: ["If it can be another brand, just tell me."],
};
const NOTHING_MORE: Frames = {
  warm: [
    "You've now seen everything I have along those lines.",
    "That's all I have along those lines, I'm afraid.",
  ],
  brisk: ["That's all there is along those lines.", "You've seen all of them."],
  playful: ["That's the whole shelf, I'm afraid.", "You've reached the end of that shelf."],
  all: ["There's nothing more along those lines.", "I've shown you all there is along those lines."],
};
const UNKNOWN_OF_ITEM: Frames = {
  warm: [
    "I can't find anything about {topic} in the listing for {item}, and I'd rather not guess.",
    "I'm sorry, the listing for {item} doesn't mention {topic}.",
    "About {topic} I can't be sure, since the listing for {item} doesn't say.",
  ],
  brisk: [
    "The listing for {item} doesn't say anything about {topic}.",
    "No word on {topic} in the listing for {item}.",
    "I don't know: the listing for {item} leaves out {topic}.",
  ],
  playful: [
    "The listing for {item} keeps quiet about {topic}, and I won't make things up.",
    "You've found a gap: the listing for {item} skips {topic}.",
  ],
  all: ["I don't know about {topic}, because the listing for {item} doesn't say."],
};
const UNKNOWN: Frames = {
  warm: [
    "I'm sorry, I don't have anything on {topic} here, and I'd rather not guess.",
    "About {topic} I don't know enough to give you an honest answer.",
  ],
  brisk: [
    "I don't have information on {topic}.",
    "I can't tell you about {topic}: that isn't in the catalog.",
  ],
  playful: [
    "You've found my blind spot: {topic}.",
    "My notes are blank on {topic}, and I won't make things up.",
  ],
  all: [
    "I have no details on {topic}, so I won't guess.",
    "The catalog doesn't tell me anything about {topic}.",
  ],
};

const UNKNOWN_AT_ALL: Frames = {
  warm: [
    "I'm sorry, I don't have an answer to that, and I'd rather not guess.",
    "That's something the catalog can't tell me, I'm afraid.",
  ],
  brisk: ["I don't have an answer to that.", "That isn't in the catalog, so I can't say."],
  playful: [
    "You've found my blind spot there.",
    "My notes are blank on that one, and I won't make things up.",
    "That one's beyond me, and I won't bluff.",
  ],
  all: ["I can't tell you that from the catalog.", "The listings don't answer that, I'm afraid."],
};

/** Topics that no catalog row answers. */
const TOPICS = new Map(
  Object.entries<string>({
    shipping: "shipping",
    returns: "returns",
    warranty: "the warranty",
    discount: "discounts",
    payment: "payment",
    reviews: "reviews",
    availability: "availability",
    variants: "other versions",
    price: "the price",
  }),
);

const IDENTITY: Frames = {
  warm: [
    "Yes, I'm an AI: {agent}, {shop's} assistant, not a person.",
    "I'm an AI assistant, not a person, and I answer from {shop's} listings.",
  ],
  brisk: ["I'm an AI, not a person.", "Yes, you're talking to an AI assistant."],
  playful: [
    "Guilty as charged, I'm an AI, not a person.",
    "All circuits, no pulse: I'm {shop's} AI assistant.",
  ],
  all: ["I'm {agent}, an AI assistant; there's no person typing here."],
};

const UNCLEAR: { ask: Frames; tell: Frames } = {
  ask: {
    warm: [
      "I'm not sure what you mean by “{fragment}”, could you tell me a little more?",
      "I didn't quite follow that, could you put it another way?",
    ],
    brisk: ["What do you mean by “{fragment}”?", "Could you put that another way?"],
    playful: [
      "“{fragment}” went over my head, what do you mean by it?",
      "You've lost me there, could you say that differently?",
    ],
    all: [
      "When you say “{fragment}”, what do you have in mind?",
      "I'd like to get this right: what did you mean by that?",
    ],
  },
  tell: {
    warm: [
      "I'm not sure what “{fragment}” means here, so tell me a little more if it matters.",
      "I didn't quite follow all of that; put it another way and I'll try again.",
    ],
    brisk: [
      "I didn't get “{fragment}”.",
      "Part of that was unclear to me; put it another way if it matters.",
    ],
    playful: [
      "“{fragment}” went over my head; try me again.",
      "You've lost me on part of that; say it differently and I'll catch up.",
    ],
    all: [
      "I haven't worked out “{fragment}” yet; tell me more if it matters.",
      "One part I didn't understand; say it differently and I'll try again.",
    ],
  },
};

const OTHER_LANGUAGE: Frames = {
  warm: [
    "I'm sorry, I can only write in English, but short messages in {language} may still work.",
    "I wish I could answer in {language}, but I only write English here.",
  ],
  brisk: ["I only write English here, sorry.", "Sorry, no {language}: I only write English."],
  playful: ["My {language} isn't up to it, so English it is, if that's all right with you."],
  all: ["I can only answer in English at the moment."],
};

const DECLINED: Frames = {
  warm: [
    "That's outside what I can help with, but I'm glad to help you choose something at {shop}.",
    "I'm afraid that's not something I can help with here.",
  ],
  brisk: ["I can't help with that; I can help with {shop's} products.", "That's outside my field."],
  playful: [
    "That's above my pay grade, I'm afraid.",
    "I only do {shop's} shelves, so I'll pass on that one.",
  ],
  all: [
    "I'll stick to {shop's} products, if that's okay with you.",
    "That one isn't for me; shopping is what I can help with.",
  ],
};

export const answers: Phrasers<
  | "answer-fact"
  | "cannot-answer"
  | "other-currency"
  | "cannot-promise"
  | "admit-unmet"
  | "no-such-kind"
  | "brand-elsewhere"
  | "nothing-more"
  | "answer-identity"
  | "not-understood"
  | "other-language"
  | "decline-topic"
> = {
  "answer-fact": (content, scene) => answerFact(content, scene),

  "cannot-answer": ({ question, sku }, scene) => sayUnknown(question, sku, scene),

  "cannot-promise": ({ skus, value }, scene) => {
    const said = restoreAcronyms(lowerOrdinaryWords(inlineText(value), scene.names));
    const [sku, ...others] = skus;
    if (others.length > 0) return [scene.say(NO_PROMISE.several, { value: said })];
    return sku === undefined ? [] : [scene.say(NO_PROMISE.one, { ...scene.slotsOf(sku), value: said })];
  },

  "admit-unmet": ({ skus, preference }, scene) => {
    // "Ideally" is said of wishes, not of what is missing.
    const wish = scene.wish({ ...preference, firmness: "must" });
    const listed = isAdjective(wish) ? `as ${wish}` : wish;
    const [sku, ...others] = skus;
    if (others.length > 0) return [scene.say(UNMET.several, { listed })];
    return sku === undefined ? [] : [scene.say(UNMET.one, { ...scene.slotsOf(sku), listed })];
  },

  "answer-identity": (_content, scene) => [scene.say(IDENTITY, scene.agent === "" ? { agent: null } : {})],

  "other-currency": ({ currency }, scene) => [
    scene.say(OTHER_CURRENCY, { currency: currencyName(currency, scene.locale) }),
  ],

  "no-such-kind": ({ kind, instead }, scene) => [
    scene.say(NO_SUCH_KIND, {
      kind: kindInPlural(kind, scene.names),
      instead:
        instead.length > 1
          ? joinWithAnd([...new Set(instead.map((name) => kindInPlural(name, scene.names)))], scene.locale)
          : null,
    }),
  ],

  "brand-elsewhere": ({ preference, kinds, claims }, scene) => {
    const brand = inlineText(String(preference.value));
    const found = scene.statements(claims).find(({ statement }) => statement.type === "count");
    const count =
      found?.statement.type === "count"
        ? { text: countOf(found.statement.count, "products", scene.locale), claims: [found.id] }
        : null;
    const told = joinWithAnd(
      [...new Set(kinds.map((name) => kindInPlural(name, scene.names)))],
      scene.locale,
    );
    const said =
      count === null
        ? scene.say(NOTHING_OF_BRAND, { brand })
        : scene.say(BRAND_ELSEWHERE, {
            brand,
            count,
            kinds: told === "" ? null : told,
          });
    return [said, scene.say(OTHER_BRANDS)];
  },

  "nothing-more": (_content, scene) => [scene.say(NOTHING_MORE)],

  "not-understood": ({ fragment }, scene) => [inviting(scene, UNCLEAR, { fragment: quotable(fragment) })],

  "other-language": ({ language }, scene) => [
    scene.say(OTHER_LANGUAGE, { language: languageName(language) }),
  ],

  "decline-topic": (_content, scene) => [scene.say(DECLINED)],
};

function answerFact(
  { question, sku, claims, holds }: ContentOf<"answer-fact">,
  scene: Scene,
): (Words | null)[] {
  const frames = holds === null ? OPEN : holds ? YES : NO;
  const items = skusOf(claims, scene);
  const about = sku ?? (items.length === 1 ? items[0] : undefined) ?? null;
  const isSpread = items.length > 1;
  const said: (Words | null)[] = isSpread
    ? sayOfEach(items, claims, frames, scene)
    : about === null
      ? sayInGeneral(claims, frames, scene)
      : tellFacts(about, claims, scene, frames);
  const quotes = about === null ? [] : quotesIn(about, claims, scene);
  const answered = [...said, ...quotes].filter((words) => words !== null);
  return answered.length > 0 ? answered : sayUnknown(question, about, scene);
}

function sayUnknown(question: OpenQuestion, sku: Sku | null, scene: Scene): (Words | null)[] {
  if (question.about === "other") return [scene.say(UNKNOWN_AT_ALL)];
  const topic = TOPICS.get(question.about) ?? topicOf(question.about);
  // "On the vegan I have to pass" names an attribute that is a yes or no: what was asked for is said instead.
  const isNamedByValue = question.about === "feature" || question.value?.toLowerCase() === question.about;
  const value = isNamedByValue && question.value ? inlineText(question.value) : null;
  if (sku === null) {
    const named = value === null ? null : featureSlots(value, scene).value;
    return [scene.say(UNKNOWN, { topic: named ?? topic })];
  }
  const unknown =
    value === null
      ? scene.say(UNKNOWN_OF_ITEM, { ...scene.slotsOf(sku), topic })
      : scene.say(SILENT_ON, { ...scene.slotsOf(sku), ...featureSlots(value, scene) });
  scene.stayWith(sku);
  return [unknown];
}

/** "SPF" is a thing that a listing mentions, "waterproof" is what an item is. */
function featureSlots(value: string, scene: Scene): Slots {
  const said = restoreAcronyms(lowerOrdinaryWords(value, scene.names));
  return isAdjective(said) ? { value: null, quality: said } : { value: said, quality: null };
}

/** The items that facts are stated of, in the order of the claims. */
function skusOf(claims: readonly string[], scene: Scene): Sku[] {
  const skus = scene
    .predicates(claims)
    .flatMap(({ statement }) => ("sku" in statement ? [statement.sku] : []));
  return [...new Set(skus)];
}

/** A question about two items gets a clause for each, both by name. */
function sayOfEach(
  skus: readonly Sku[],
  claims: readonly string[],
  frames: Frames,
  scene: Scene,
): (Words | null)[] {
  scene.stayWith(null);
  const own = (sku: Sku) =>
    scene.clauses(
      sku,
      scene
        .predicates(claims)
        .filter(({ statement }) => "sku" in statement && statement.sku === sku)
        .map(({ id }) => id),
    );
  const [first, ...rest] = skus.slice(0, 3).map(own);
  return [
    scene.say(frames, { facts: first }),
    ...rest.map((facts) => scene.say({ all: ["{facts}."] }, { facts })),
  ];
}

/** Facts about the range: how many there are, and what they cost. */
function sayInGeneral(claims: readonly string[], frames: Frames, scene: Scene): (Words | null)[] {
  const found = scene.statements(claims);
  const count = found.find(({ statement }) => statement.type === "count");
  const range = found.find(({ statement }) => statement.type === "price-range");
  const counted = count?.statement.type === "count" ? phraseCount(count.statement, scene) : null;
  const prices = range?.statement.type === "price-range" ? phraseRange(range.statement, scene) : null;
  const text = counted && prices ? `${counted}, ${prices}` : (counted ?? (prices && `prices go ${prices}`));
  return text === null
    ? []
    : [
        scene.say(frames === OPEN ? RANGE : frames, {
          facts: { text, claims: [count?.id ?? [], range?.id ?? []].flat() },
        }),
      ];
}

function phraseCount({ count, of }: Extract<Statement, { type: "count" }>, scene: Scene): string {
  const counted = countOf(count, kindInPlural(of, scene.names), scene.locale);
  return count === 1 ? `there's ${counted}` : `there are ${counted}`;
}

function phraseRange({ low, high }: Extract<Statement, { type: "price-range" }>, scene: Scene): string {
  return low.minor === high.minor
    ? `at ${scene.money(low)}`
    : `from ${scene.money(low)} to ${scene.money(high)}`;
}

/** A few plain words may be repeated. Anything that could carry a claim or an instruction is not. */
function quotable(fragment: string): string | null {
  const bare = inlineText(fragment)
    .replace(/["“”„]/g, "")
    .replace(/[.!,;:]+$/, "");
  const isPlain = /^[\p{L}\p{M}' -]+$/u.test(bare) && bare.split(" ").length <= 4 && bare.length <= 40;
  return isPlain && bare !== "" ? bare : null;
}

function languageName(tag: string): string | null {
  try {
    const name = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(tag);
    return name === undefined || tag === "und" ? null : name;
  } catch {
    return null; // The tag is no language tag at all.
  }
}
