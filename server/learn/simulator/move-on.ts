/** What a shopper says who was not asked and is not disturbed: the agenda's own next thing. */
import { tellNext } from "./answer.ts";
import { annoy } from "./feel.ts";
import type { Intent, ItemInView } from "./intents.ts";
import { favourite, type Mind, rivalsOf } from "./mind.ts";
import type { WordingSet } from "./wording/wording-set.ts";

/** Never empty. */
export function moveOn(mind: Mind, wording: WordingSet): Intent[] {
  const item = favourite(mind);
  if (item === null) {
    const wishes = tellNext(mind, 2);
    return wishes.length > 0 ? wishes : [{ type: "more" }];
  }
  return weigh(mind, item, wording);
}

/** What would settle it: a doubt, a question, a comparison, advice; else to say that it pleases, and to look on. */
function weigh(mind: Mind, item: ItemInView, wording: WordingSet): Intent[] {
  const { draws } = mind;
  const [rival] = rivalsOf(mind, item);
  const liking: Intent[] = mind.likes === item.sku ? [] : [{ type: "like", item }];
  mind.likes = item.sku;
  if (mind.doubtsLeft > 0 && draws.happens("shopper/doubts-now", 0.6)) {
    mind.doubtsLeft -= 1;
    const doubt = drawDoubt(mind, item);
    if (doubt) return [...liking, doubt];
  }
  if (mind.questionsLeft > 0) {
    mind.questionsLeft -= 1;
    return [...liking, drawQuestion(mind, item, wording)];
  }
  if (!mind.compared && rival) {
    mind.compared = true;
    return [{ type: "compare", item, other: rival }];
  }
  if (!mind.askedOpinion) {
    mind.askedOpinion = true;
    if (rival) return [{ type: "ask-opinion" }];
  }
  const wishes = tellNext(mind, 1);
  if (liking.length > 0 || wishes.length > 0) return [...liking, ...wishes];
  // Nothing is left to say, and still not enough was said for it: more of it, a doubt, then something else.
  mind.stuck += 1;
  annoy(mind, STUCK);
  if (mind.stuck > 2) return [{ type: "more" }];
  const doubt = draws.happens("shopper/looks-on", 0.6) ? null : drawDoubt(mind, item);
  return [doubt ?? { type: "tell-more", item }];
}
const STUCK = 0.06;

/** Null when everything was doubted that can be. */
function drawDoubt(mind: Mind, item: ItemInView): Intent | null {
  const attribute = mind.draws.pick("shopper/doubted", askableOn(mind, item));
  const topics = [
    { about: "quality", weight: 3 },
    { about: "price", weight: 1.5 },
    ...(attribute === undefined ? [] : [{ about: attribute, weight: 1 }]),
  ].filter(({ about }) => !mind.doubted.has(`${item.sku} ${about}`));
  const topic = mind.draws.pickWeighted("shopper/doubt", topics, ({ weight }) => weight);
  if (!topic) return null;
  mind.doubted.add(`${item.sku} ${topic.about}`);
  return { type: "doubt", about: topic.about, item };
}

function drawQuestion(mind: Mind, item: ItemInView, wording: WordingSet): Intent {
  const { draws, persona } = mind;
  const attribute = draws.pick("shopper/asked-about", askableOn(mind, item));
  if (attribute === undefined || draws.happens("shopper/off-catalog", persona.offCatalog))
    return {
      type: "ask-off-catalog",
      question: draws.pick("shopper/off-question", wording.offCatalog) ?? "",
    };
  return { type: "ask", attribute, item };
}

/** Names that a question can be made of: "what's the weight of it", but not the "sleeps". */
function askableOn(mind: Mind, item: ItemInView): string[] {
  const names = mind.pages.get(item.sku)?.attributes.map(({ name }) => name) ?? [];
  return [...new Set(names)].filter((name) => /^\p{Ll}[\p{Ll} ]{2,20}$/u.test(name) && !VERB.test(name));
}
const VERB =
  /^(sleeps|serves|fits|keeps|comes|works|needs|holds|weighs|use|rating|fair|gluten|vegan|organic|waterproof|compatible)\b|\b(with|by|for|to|in|of|hot|cold|free)$/;
