/** The first in an order that was asked for: "the cheapest that fits is …". */
import type { Preference } from "../../dialogue/state.ts";
import type { Frames } from "../frames.ts";
import { comparativeOf, kindInPlural, topicOf } from "../meaning/phrase-wish.ts";
import type { ContentOf, Phrasers, Scene } from "../scene.ts";
import { inlineText } from "../words/finish-sentence.ts";
import { countOf } from "../words/nouns.ts";
import { tellFacts } from "./tell-facts.ts";

const FIRST: Frames = {
  warm: [
    "The {superlative} that fits {is} {item}: {its facts}.",
    "I looked through {count}, and {item} {is} the {superlative}: {its facts}.",
  ],
  brisk: [
    "{superlative}: {item}; {its facts}.",
    "The {superlative} of {count}: {item}; {its facts}.",
    "The {superlative} that fits: {item}; {its facts}.",
  ],
  playful: [
    "Drum roll: the {superlative} of {count} {is} {item}, and {its facts}.",
    "The crown for {superlative} goes to {item}: {its facts}.",
  ],
  all: [
    "Of {count}, {item} {is} the {superlative}: {its facts}.",
    "The {superlative} of what fits {is} {item}: {its facts}.",
  ],
};

const AMONG_FIRST: Frames = {
  all: [
    "{item} {is} among the {superlative} that fit: {its facts}.",
    "Several share first place; {item} {is} one of the {superlative}: {its facts}.",
    "One of the {superlative} that fit {is} {item}: {its facts}.",
  ],
};

/** "With the biggest screen": the noun says what is the biggest. */
const FIRST_IN: Frames = {
  all: [
    "Of {count}, {item} {has} the {superlative}: {its facts}.",
    "{item} {has} the {superlative} of what fits: {its facts}.",
    "The one with the {superlative} that fits is {item}: {its facts}.",
  ],
};
const AMONG_FIRST_IN: Frames = {
  all: [
    "None that fits has more to offer there than {item}: {its facts}.",
    "Several share first place there; {item} {is} one of them: {its facts}.",
  ],
};

const NOT_ALL_SAY: Frames = {
  all: [
    "Not every listing gives {topic}, so I can only rank those that do.",
    "I went by the listings that give {topic}; not all of them do.",
    "Some listings leave out {topic}, and those I couldn't rank.",
  ],
};

const CANNOT_RANK: Frames = {
  warm: [
    "I'm afraid the listings don't give {topic} in a way that I could rank by.",
    "I can't put these in that order: the listings don't give {topic}.",
  ],
  brisk: ["I can't rank by {topic}: the listings don't give it."],
  playful: ["I'd love to rank them, but the listings keep quiet about {topic}."],
  all: ["The listings don't tell me enough about {topic} to say which one that is."],
};

const CANNOT_SAY: Frames = {
  warm: [
    "I'm afraid the listings don't tell which one is the {superlative}.",
    "Which one is the {superlative}, the listings don't say, and I'd rather not guess.",
  ],
  brisk: ["The listings don't say which one is the {superlative}."],
  playful: ["Which one is the {superlative}, the listings keep to themselves."],
  all: ["I can't tell which one is the {superlative}: the listings don't say."],
};

const NOTHING_BEYOND: Frames = {
  warm: [
    "I looked, and nothing {comparative} than {item} fits the rest of what you asked for.",
    "I'm sorry, nothing {comparative} than {item} fits what you asked for.",
  ],
  brisk: ["There's nothing {comparative} than {item} that fits."],
  playful: ["I looked on every shelf: nothing {comparative} than {item} fits."],
  all: [
    "Nothing {comparative} than {item} fits the rest of your wishes.",
    "There's nothing {comparative} than {item} among what fits.",
  ],
};

export const extremes: Phrasers<"tell-extreme" | "cannot-rank" | "nothing-beyond"> = {
  "tell-extreme": ({ sku, preference, attribute, claims, ties, unstated }, scene) => {
    const superlative = superlativeOf(preference, attribute);
    const isNoun =
      / /.test(superlative) && !/^(?:(?:most|least) \S+|(?:best|lowest) rated)$/.test(superlative);
    const one = isNoun ? FIRST_IN : FIRST;
    const many = isNoun ? AMONG_FIRST_IN : AMONG_FIRST;
    const found = scene.statements(claims).find(({ statement }) => statement.type === "extreme");
    const ofMany = found?.statement.type === "extreme" ? countIn(found.statement, scene) : null;
    const clauses = scene.clauses(sku, claims, { byPronoun: true });
    const said = scene.say(ties > 0 ? many : one, {
      ...scene.slotsOf(sku),
      superlative,
      count: ofMany,
      "its facts": clauses && found ? { ...clauses, claims: [...clauses.claims, found.id] } : clauses,
    });
    scene.stayWith(sku);
    const topic = topicOf(attribute);
    return [said, unstated > 0 ? scene.say(NOT_ALL_SAY, { topic }) : null];
  },

  "cannot-rank": ({ preference }, scene) => {
    const said = inlineText(preference.said).toLowerCase();
    // "Which one is the warmest" is told in the shopper's word, and not in the name of a column that isn't there.
    const isWord = /^(?:[a-z]{3,}est|most [a-z]+)$/.test(said);
    return [
      isWord
        ? scene.say(CANNOT_SAY, { superlative: said })
        : scene.say(CANNOT_RANK, { topic: topicOf(preference.attribute) }),
    ];
  },

  "nothing-beyond": ({ sku, preference, claims }, scene) => {
    const comparative = comparativeOf(preference) ?? (preference.operator === "at-most" ? "lower" : "higher");
    const said = scene.say(NOTHING_BEYOND, { ...scene.slotsOf(sku), comparative });
    scene.stayWith(sku);
    return [said, ...tellFacts(sku, claims, scene)];
  },
};

function countIn(
  { among, of }: { among: number; of: string },
  scene: Scene,
): ContentOf<"tell-extreme">["sku"] | null {
  return among > 1 ? countOf(among, kindInPlural(of, scene.names), scene.locale) : null;
}

/** Spelt as it is written, whatever the shopper's spelling: of what everybody names alike the plain word. */
function superlativeOf({ operator, said }: Preference, attribute: string): string {
  const known = PLAIN.get(attribute)?.[operator === "least" ? "least" : "most"];
  if (known) return known;
  const words = said
    .toLowerCase()
    .replace(/[^a-z -]/g, "")
    .trim();
  return /^(?:[a-z]{3,}est|best|most [a-z]+|least [a-z]+)(?: [a-z]+){0,3}$/.test(words)
    ? words
    : `${operator === "least" ? "lowest" : "highest"} ${attribute}`;
}

const PLAIN = new Map(
  Object.entries<{ least: string; most: string }>({
    price: { least: "cheapest", most: "most expensive" },
    weight: { least: "lightest", most: "heaviest" },
    rating: { least: "lowest rated", most: "best rated" },
  }),
);
