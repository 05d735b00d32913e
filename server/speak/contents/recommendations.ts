/** Showing items, saying what is known of them, and taking a stance. Reasons are claims; the stance is the agent's. */
import type { Sku } from "../../catalog/product.ts";
import type { Frames, Slots, Words } from "../frames.ts";
import { kindInPlural } from "../meaning/phrase-wish.ts";
import type { ContentOf, Phrasers, Scene } from "../scene.ts";
import { coordinate, type Predicate, predicate } from "../words/clauses.ts";
import { countOf, numeral } from "../words/nouns.ts";
import { isYes } from "../words/phrase-value.ts";
import { quotesIn } from "./phrase-review.ts";
import { phraseSaid } from "./phrase-said.ts";
import { takeStance } from "./take-stance.ts";
import { sayWithReasons, tellFacts, wordsIn } from "./tell-facts.ts";

const SHOW_MANY: Frames = {
  warm: [
    "Here are {number} I'd look at first.",
    "I'd start with these {number}.",
    "I've picked out {number} for you: {shared}.",
    "Out of {count}, here are {number} to start with.",
    "These {number} might be what you're after: {shared}.",
    "I went through {count} and would begin with these {number}.",
    "I've put {number} in front of you.",
  ],
  brisk: [
    "I'd begin with these {number}: {shared}.",
    "Start with these {number}.",
    "{count} match; I'd look at these {number}.",
    "Here are {number}: {shared}.",
    "{count}; these {number} first.",
    "These {number}, for a start.",
  ],
  playful: [
    "Ta-da, {number} for you to look over.",
    "Fresh off the shelf: {number} to look over, and {shared}.",
    "From {count}, these {number} made my short list.",
    "Meet your {number} contenders.",
    "Out of {count}, these {number} caught my eye.",
    "Here come {number} for you to look over.",
  ],
  all: [
    "Have a look at these {number}: {shared}.",
    "These {number} would be my short list.",
    "See what you make of these {number}.",
    "Let me show you {number} options.",
    "Take a look at these {number}.",
    "There's a choice of {count}, and these {number} are where I'd begin.",
    "I'd put these {number} on your list: {shared}.",
  ],
};

const SHOW_ONE: Frames = {
  warm: [
    "I'd take a look at {item}.",
    "Here's one for you: {item}.",
    "I think {item} {is} worth a look.",
    "What I'd show you here {is} {item}.",
  ],
  brisk: ["Take a look at {item}.", "One to look at: {item}.", "There's {item}.", "One fits: {item}."],
  playful: [
    "Ta-da: {item}.",
    "Allow me to introduce {item}.",
    "Meet {item}.",
    "One candidate steps forward: {item}.",
  ],
  all: ["Let me show you {item}.", "I'd start with {item}.", "Have a look at {item}."],
};

/** Seen before: what the latest wishes leave of it. */
const LEFT_MANY: Frames = {
  warm: ["That leaves these {number}.", "These {number} still fit.", "Then I'd stay with these {number}."],
  brisk: ["Still in: these {number}.", "That leaves {number}.", "Down to {number}."],
  playful: [
    "And then there were {number}.",
    "These {number} are still standing.",
    "Through to the next round: these {number}.",
  ],
  all: [
    "Of what you saw, these {number} still fit.",
    "These {number} remain.",
    "It comes down to these {number}.",
    "From before, these {number} still hold up.",
    "What fits are these {number}.",
  ],
};
const LEFT_ONE: Frames = {
  warm: ["That leaves {item}.", "That narrows it down to {item}.", "Then it's {item} I'd look at again."],
  brisk: ["Still in: {item}.", "That leaves {item}.", "{item} still fits."],
  playful: [
    "And the one still standing: {item}.",
    "Through to the final: {item}.",
    "Which brings us back to {item}.",
  ],
  all: ["What remains is {item}.", "It comes down to {item}.", "Of what you saw, that's {item}."],
};

/** Brought back from an earlier visit. */
const AGAIN_MANY: Frames = {
  warm: ["Here they are again, the {number} from last time.", "Here are the {number} you saw last time."],
  brisk: ["The {number} from last time.", "Back on the table: the {number} from last time."],
  playful: [
    "And here's the old gang, all {number} of them.",
    "Once more with feeling: the {number} from last time.",
  ],
  all: ["These are the {number} we had."],
};
const AGAIN_ONE: Frames = {
  warm: ["Here {is} {item} again.", "So, back to {item}."],
  brisk: ["Back to {item}."],
  playful: ["And here {is} {item} again, as if nothing had happened."],
  all: ["Let's pick up at {item}."],
};

type Standing = ContentOf<"present-cards">["standing"];
const ONE: Record<Standing, Frames> = { fresh: SHOW_ONE, left: LEFT_ONE, again: AGAIN_ONE };

const PRICE_SPREAD: Frames = {
  all: [
    "They go from {low} to {high}.",
    "Prices run from {low} to {high}.",
    "You'd pay between {low} and {high}.",
  ],
};

/** `{front}` is there when the item is the first of several cards. */
const FACTS: Frames = {
  warm: [
    "{front} is {item}: {its facts}.",
    "A little more on {item}: {its facts}.",
    "{facts}.",
    "Here's what I know about {item}: {its facts}.",
    "To tell you a bit about {item}: {its facts}.",
    "What you'd notice about {item}: {its facts}.",
  ],
  brisk: [
    "{facts}.",
    "{item} first: {its facts}.",
    "On {item}: {its facts}.",
    "In short, {facts}.",
    "Briefly, {facts}.",
  ],
  playful: [
    "Here we go: {facts}.",
    "{facts}.",
    "For the record, {facts}.",
    "{front} is {item}: {its facts}.",
    "A few words on {item}: {its facts}.",
    "From the spec sheet: {facts}.",
  ],
  all: [
    "According to the listing, {facts}.",
    "To give you an idea, {facts}.",
    "What I can tell you: {facts}.",
  ],
};

const MODEL = {
  reasoned: {
    warm: [
      "Given that you want {target}, the case for {item} is simple: {reasons}.",
      "With {target} in mind, I'd weigh up {item}: {reasons}.",
    ],
    brisk: [
      "You want {target}; for {item} that means {reasons}.",
      "Given {target}, the case for {item}: {reasons}.",
    ],
    playful: [
      "Putting your wish list next to {item}: {reasons}.",
      "Wish list in hand, here's the case for {item}: {reasons}.",
    ],
    all: [
      "You said {target}, so here's the case for {item}: {reasons}.",
      "The case for {item}, given what you told me: {reasons}.",
    ],
  },
  bare: {
    warm: ["Given that you want {target}, I'd start from {item}."],
    brisk: ["For {target}, I'd start from {item}."],
    playful: ["Wish list in hand, I'd steer towards {item}."],
    all: ["Going by what you told me, I'd weigh up {item} first."],
  },
} satisfies { reasoned: Frames; bare: Frames };

const ENCOURAGEMENT = {
  reasoned: {
    warm: [
      "I can see why you like {item}: {reasons}.",
      "That's a sound choice: {reasons}.",
      "One thing in favour of {item}: {reasons}.",
    ],
    brisk: ["There's a case for {item}: {reasons}.", "Going with {item} makes sense: {reasons}."],
    playful: ["I'd say trust your gut on {item}: {reasons}.", "No argument from me on {item}: {reasons}."],
    all: ["There's a good reason to like {item}: {reasons}.", "What speaks for {item} is that {reasons}."],
  },
  bare: {
    warm: [
      "If you feel good about {item}, that's reason enough to go ahead.",
      "I think you can be at ease with {item}.",
    ],
    brisk: ["If you feel good about {item}, go ahead.", "It's your call on {item}."],
    playful: ["If you're smiling at {item}, go for it."],
    all: ["If you like {item}, go ahead."],
  },
} satisfies { reasoned: Frames; bare: Frames };

/** A fact that neither speaks for the item nor against it. */
const DETAIL: Frames = {
  warm: ["To confirm what you'd be getting: {reasons}.", "One more detail on {item}: {reasons}."],
  brisk: ["A detail on {item}: {reasons}.", "To confirm: {reasons}."],
  playful: ["A detail for the connoisseur: {reasons}.", "And since you're looking at {item}: {reasons}."],
  all: ["Something to know about {item}: {reasons}."],
};

export const recommendations: Phrasers<
  "present-cards" | "tell-facts" | "take-stance" | "relay-review" | "model-choice" | "encourage"
> = {
  "present-cards": ({ skus, claims, standing }, scene) => {
    const only = skus.length === 1 ? skus[0] : undefined;
    const cards =
      only === undefined
        ? presentMany(skus, claims, standing, scene)
        : presentOne(only, claims, standing, scene);
    scene.stayWith(only ?? null);
    return cards;
  },

  "tell-facts": ({ sku, claims }, scene) => {
    const due = scene.untold(claims);
    const told = scene.clauses(sku, due, { byPronoun: true });
    // A single fact needs no announcement, and a long sentence has no room for one.
    const isAnnounced = told !== null && told.claims.length > 1 && wordsIn(told.text) < 16;
    const sentences = tellFacts(sku, due, scene, isAnnounced ? FACTS : undefined);
    return [...sentences, ...quotesIn(sku, due, scene)];
  },

  "take-stance": (stance, scene) => takeStance(stance, scene),

  "relay-review": ({ sku, claim, against }, scene) =>
    quotesIn(sku, against === undefined ? [claim] : [claim, against], scene),

  "model-choice": ({ sku, preferences, claims }, scene) => {
    const isNew = scene.firstMention(preferences) && scene.wishes(preferences) !== "";
    // "You want something waterproof, and it's waterproof" says one thing twice.
    const target =
      isNew && preferences.length > 1 && preferences.length <= 3 ? scene.target(preferences) : null;
    return sayWithReasons(
      sku,
      claims,
      scene,
      { ...MODEL, afterthought: phraseSaid(claims, scene) },
      { target },
    );
  },

  encourage: ({ sku, claims }, scene) => {
    // What something costs is no reason to like it, and a bare measure none by itself.
    const found = scene
      .statements(scene.untold(claims))
      .filter(({ statement }) => statement.type !== "price");
    const reasons = found.map(({ id }) => id);
    const isNeutral =
      reasons.length > 0 &&
      found.every(({ statement }) => statement.type === "attribute" && !isYes(statement.value));
    const frames = isNeutral ? { ...ENCOURAGEMENT, reasoned: DETAIL } : ENCOURAGEMENT;
    return sayWithReasons(sku, reasons, scene, { ...frames, afterthought: phraseSaid(reasons, scene) });
  },
};

function presentMany(
  skus: readonly Sku[],
  claims: readonly string[],
  standing: Standing,
  scene: Scene,
): (Words | null)[] {
  const number = numeral(skus.length, scene.locale);
  const count = countBeyond(skus.length, claims, scene);
  const shared = sharedFacts(skus, claims, scene);
  const spread = priceSpread(claims, scene);
  if (standing !== "fresh") return [scene.say(standing === "left" ? LEFT_MANY : AGAIN_MANY, { number })];
  return [
    scene.say(SHOW_MANY, { number, count, shared }),
    count === null && shared === null && spread ? scene.say(PRICE_SPREAD, spread) : null,
  ];
}

function presentOne(sku: Sku, claims: readonly string[], standing: Standing, scene: Scene): (Words | null)[] {
  const shown = scene.say(ONE[standing], scene.slotsOf(sku));
  scene.stayWith(sku);
  return [shown, ...tellFacts(sku, claims, scene)];
}

/** How many there are to choose from, where that is more than what is shown. */
function countBeyond(shown: number, claims: readonly string[], scene: Scene): Words | null {
  for (const { id, statement } of scene.statements(claims)) {
    if (statement.type !== "count" || statement.count <= shown) continue;
    return {
      text: countOf(statement.count, kindInPlural(statement.of, scene.names), scene.locale),
      claims: [id],
    };
  }
  return null;
}

function priceSpread(claims: readonly string[], scene: Scene): Slots | null {
  for (const { id, statement } of scene.statements(claims)) {
    if (statement.type !== "price-range" || statement.low.minor >= statement.high.minor) continue;
    return {
      low: { text: scene.money(statement.low), claims: [id] },
      high: { text: scene.money(statement.high), claims: [id] },
    };
  }
  return null;
}

/** What holds of every item shown: "both come in black and fit your budget". Two facts at the most. */
function sharedFacts(skus: readonly Sku[], claims: readonly string[], scene: Scene): Words | null {
  const bySaying = new Map<string, { said: Predicate; skus: Set<Sku>; ids: string[] }>();
  for (const { id, said, statement } of scene.predicates(claims)) {
    if (!("sku" in statement)) continue;
    // Every item has a price of its own; what they share is that it stays within the budget.
    const common =
      statement.type === "meets" && statement.attribute === "price" ? predicate("fit", "your budget") : said;
    const key = JSON.stringify(common);
    const entry = bySaying.get(key) ?? { said: common, skus: new Set(), ids: [] };
    entry.skus.add(statement.sku);
    entry.ids.push(id);
    bySaying.set(key, entry);
  }
  const common = [...bySaying.values()]
    .filter((entry) => entry.said.part === null && skus.every((sku) => entry.skus.has(sku)))
    .slice(0, 2);
  if (common.length === 0) return null;
  const all = skus.length === 2 ? "both" : `all ${numeral(skus.length, scene.locale)}`;
  const text = coordinate(
    { name: all, plural: true, pronoun: false },
    common.map(({ said }) => said),
    scene.locale,
  );
  return { text, claims: common.flatMap(({ ids }) => ids) };
}
