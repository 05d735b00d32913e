/** "Will it stand strong wind?" asks for no strength: what describes a thing of its own is asked for together with it. */
import type { Topic } from "./asked-topic.ts";
import { inside, overlaps, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

const BEFORE_NOUN = /^(?:an?|the|some|any|such|very|really|quite|rather|its|their|my|our|your|his|her)$/;
const PREPOSITION = /^(?:in|on|at|against|through|for|with|without|under|over|during|of|to|by|from|inside)$/;
/** Before a verb: "it stands", "does not take", "can handle". */
const BEFORE_VERB =
  /^(?:it|they|this|that|these|those|ones?|not|will|would|can|could|might|may|should|to|is|are|was|were)$/;
/** What links an item to what describes it, or is no verb at all: "is it strong", "does it feel strong". */
const NO_OBJECT =
  /^(?:be|is|are|was|were|been|being|look|looks|feel|feels|seem|seems|sound|sounds|stay|stays|remain|remains|get|gets|become|becomes|keep|keeps|come|comes|it|they|this|that|these|those|one|ones|and|or|but|as|so|too|also|not|how|what|which|more|less|still|actually)$/;
/** What follows a description and is nothing that it describes. */
const NO_NOUN =
  /^(?:ones?|enough|in|on|at|for|with|without|and|or|but|to|of|from|than|as|so|too|either|please|thanks|when|while|if|because|that|which|who|it|they|you|i|is|are|was|were|can|will|would|does|do|versions?|models?|options?|sizes?|colou?rs?|styles?|shades?|things?|stuff|items?|products?|kinds?|types?|sorts?|looking|here|there|now|then|again|at|all|though|anyway)$/;
const NOUNS_MAX = 2;

/** The topic with the noun that its single word describes, where that is no item: "strong wind", "wireless charger". */
export function withItsNoun(context: Context, span: Span, topic: Topic): Topic {
  if ((topic.about !== "feature" && topic.about !== "variants") || topic.value === undefined) return topic;
  if (topic.to - topic.from !== 1 || !isOfObject(context, span, topic)) return topic;
  const { tokens } = context.message;
  let to = topic.to;
  while (to - topic.to < NOUNS_MAX && isNoun(context, span, to)) to += 1;
  if (to === topic.to) return topic;
  const words = tokens.slice(topic.from, to).map(({ word }) => word);
  return { from: topic.from, to, about: "feature", value: words.join(" ") };
}

/** Whether it stands where a verb or a preposition has its object. */
function isOfObject({ message: { tokens } }: Context, span: Span, { from }: Topic): boolean {
  let at = from - 1;
  while (at >= span.from && BEFORE_NOUN.test(tokens[at]?.word ?? "")) at -= 1;
  if (at < span.from) return false;
  const word = tokens[at]?.word ?? "";
  if (PREPOSITION.test(word)) return true;
  if (word === "there") return true;
  return (
    at > span.from &&
    /^[a-z]+$/.test(word) &&
    !NO_OBJECT.test(word) &&
    BEFORE_VERB.test(tokens[at - 1]?.word ?? "")
  );
}

function isNoun({ message: { tokens }, mentions }: Context, span: Span, at: number): boolean {
  const token = tokens[at];
  if (!token || at >= span.to || token.kind !== "word" || NO_NOUN.test(token.word)) return false;
  const place = { from: at, to: at + 1 };
  // "For a waterproof backpack" describes what is sold.
  return !mentions.some(
    (mention) => mention.kind !== "attribute" && inside(mention, span) && overlaps(mention, place),
  );
}
