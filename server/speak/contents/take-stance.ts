/** Which item the agent would pick; when that is another than before, why [MOV-3]. */
import type { StanceNews } from "../../plan/turn-plan.ts";
import type { Frames, Slots, Words } from "../frames.ts";
import type { ContentOf, Scene } from "../scene.ts";
import { phraseSaid } from "./phrase-said.ts";
import { sayWithReasons } from "./tell-facts.ts";

const STANCE = {
  reasoned: {
    warm: [
      "Between the {pair} I'd pick {item}: {reasons}.",
      "I'd go with {item}: {reasons}.",
      "If it were up to me, I'd take {item}, because {reasons}.",
      "The one I'd reach for is {item}: {reasons}.",
      "My suggestion would be {item}: {reasons}.",
    ],
    brisk: [
      "I'd pick {item}: {reasons}.",
      "Of the {pair} I'd take {item}: {reasons}.",
      "My pick: {item}, because {reasons}.",
      "Of the {pair}, {item}: {reasons}.",
      "{item}, I'd say: {reasons}.",
    ],
    playful: [
      "If you made me choose, {item}: {reasons}.",
      "My vote goes to {item}: {reasons}.",
      "If this were a race, I'd back {item}: {reasons}.",
      "Twist my arm and I'd say {item}: {reasons}.",
    ],
    all: [
      "I'd lean towards {item}: {reasons}.",
      "I'd take {item} over {other}: {reasons}.",
      "Looking at the listings, I'd choose {item}: {reasons}.",
    ],
  },
  bare: {
    warm: [
      "Between {item} and {other}, I'd pick the first.",
      "I'd go with {item}.",
      "My suggestion would be {item}.",
    ],
    brisk: ["I'd pick {item}.", "My pick: {item}."],
    playful: ["My vote goes to {item}.", "If you made me choose, {item}."],
    all: ["I'd lean towards {item}.", "I'd take {item} over {other}."],
  },
} satisfies { reasoned: Frames; bare: Frames };

/** Asked again, and nothing has changed. */
const AGAIN = {
  reasoned: {
    warm: ["I'd still go with {item}: {reasons}.", "My answer stays {item}: {reasons}."],
    brisk: ["Still {item}: {reasons}.", "I'd stay with {item}: {reasons}."],
    playful: ["I'm sticking with {item}: {reasons}.", "My vote hasn't moved, {item}: {reasons}."],
    all: ["I'd stay with {item}: {reasons}.", "It's still {item} for me: {reasons}."],
  },
  bare: {
    warm: ["I'd still go with {item}.", "My answer stays {item}."],
    brisk: ["Still {item}.", "I'd stay with {item}."],
    playful: ["I'm sticking with {item}.", "My vote hasn't moved: {item}."],
    all: ["I'd stay with {item}.", "It's still {item} for me."],
  },
} satisfies { reasoned: Frames; bare: Frames };

/** `{target}` is what the shopper wishes for since, `{earlier}` what became of the item picked before. */
const CHANGED = {
  reasoned: {
    warm: [
      "Now that you want {target}, I'd change my pick to {item}: {reasons}.",
      "With {target} in mind, I'd now go with {item}: {reasons}.",
      "{earlier}, so I'd change my pick to {item}: {reasons}.",
    ],
    brisk: [
      "For {target} I'd change my pick to {item}: {reasons}.",
      "With {target}, my pick is now {item}: {reasons}.",
      "{earlier}, so my pick is now {item}: {reasons}.",
    ],
    playful: [
      "You want {target}, so I take my pick back and give it to {item}: {reasons}.",
      "{earlier}, so my vote moves to {item}: {reasons}.",
    ],
    all: [
      "Since you want {target}, I'd change my pick to {item}: {reasons}.",
      "{earlier}, so I'd change my pick to {item}: {reasons}.",
    ],
  },
  bare: {
    all: [
      "Since you want {target}, I'd change my pick to {item}.",
      "{earlier}, so I'd change my pick to {item}.",
    ],
  },
} satisfies { reasoned: Frames; bare: Frames };

const CHANGED_PLAINLY = {
  reasoned: { all: ["I'd change my pick to {item}: {reasons}.", "I'd now take {item} instead: {reasons}."] },
  bare: { all: ["I'd change my pick to {item}.", "I'd now take {item} instead."] },
} satisfies { reasoned: Frames; bare: Frames };

/** Something that came on the table since fits better. */
const FOUND = {
  reasoned: {
    warm: ["Now that {item} is on the table, I'd change my pick: {reasons}."],
    brisk: ["New pick: {item}, because {reasons}."],
    playful: ["Plot twist, my vote moves to {item}: {reasons}."],
    all: [
      "What I've found since changes my pick to {item}: {reasons}.",
      "Having seen {item}, I'd change my pick: {reasons}.",
    ],
  },
  bare: { all: ["What I've found since changes my pick to {item}."] },
} satisfies { reasoned: Frames; bare: Frames };

const NO_LONGER_SOLD: Frames = {
  all: ["What I picked before isn't in the shop any more.", "My earlier pick is no longer in the shop."],
};
const NEW_PRICE: Frames = {
  all: ["The price is another one than before: {fact}.", "Since I named it the price has changed: {fact}."],
};
const EARLIER: Frames = {
  warm: ["What speaks against my earlier pick: {fact}."],
  brisk: ["Against my earlier pick: {fact}."],
  playful: ["Nothing personal, but {fact}."],
  all: ["As for my earlier pick, {fact}."],
};

export function takeStance(
  { sku, over, claims, changed, again = false, news = null }: ContentOf<"take-stance">,
  scene: Scene,
): (Words | null)[] {
  // "Cheaper" needs to say than which, unless there are just two and neither was spoken of before.
  const against = !changed && !again && scene.cardCount === 2 ? over : null;
  const slots: Slots = against === null ? {} : { other: scene.refer(against).name, pair: "two" };
  const told = phraseNews(news, changed, scene);
  scene.stayWith(null);
  const frames = changed ? (news?.type === "found" ? FOUND : CHANGED) : again ? AGAIN : STANCE;
  const reasons = news?.type === "found" ? [news.claim, ...claims.slice(0, 1)] : claims;
  const say = (kind: { reasoned: Frames; bare: Frames }) =>
    sayWithReasons(
      sku,
      reasons,
      scene,
      { ...kind, against, afterthought: phraseSaid(claims, scene) },
      { ...slots, ...told.slots },
    );
  const said = say(frames);
  // What is long leaves no room for what is new in the same sentence: it stands before or behind it.
  const isSaid = said.some((words) => words !== null);
  // A sentence that could not be made has named nothing that "this one" could mean.
  if (!isSaid) scene.stayWith(null);
  const sentences = isSaid ? said : say(CHANGED_PLAINLY);
  return [told.before, ...sentences, told.after];
}

interface PhrasedNews {
  before: Words | null;
  slots: Slots;
  after: Words | null;
}

function phraseNews(news: StanceNews | null, changed: boolean, scene: Scene): PhrasedNews {
  const nothing: PhrasedNews = { before: null, slots: {}, after: null };
  switch (news?.type) {
    case "wish": {
      // "Something cheaper" set no budget that the earlier pick could be over.
      const fact = news.preference.origin === "critique" ? null : scene.clauses(news.sku, [news.claim]);
      const after = fact && scene.say(EARLIER, { fact });
      // "Since you want something, but not in black" is no reason that anybody gives.
      const isWanted = news.preference.polarity === "positive";
      return { ...nothing, slots: isWanted ? { target: scene.target([news.preference]) } : {}, after };
    }
    case "sold-out":
      return { ...nothing, slots: { earlier: scene.clauses(news.sku, [news.claim]) } };
    case "price": {
      const fact = scene.clauses(news.sku, [news.claim]);
      if (!changed) return { ...nothing, before: fact && scene.say(NEW_PRICE, { fact }) };
      return {
        ...nothing,
        slots: { earlier: fact && { ...fact, text: `${fact.text} now` } },
      };
    }
    case "gone":
      return { ...nothing, before: scene.say(NO_LONGER_SOLD) };
    default:
      return nothing;
  }
}
