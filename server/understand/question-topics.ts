/** What a question is about, by the words people ask with. */
import {
  amountAsked,
  asAttribute,
  attributeAsked,
  attributeOf,
  howMuchOf,
  measuredParts,
  namedAttributes,
  ratedIn,
  withWholeName,
} from "./asked-attributes.ts";
import {
  asWholeParts,
  deedAsked,
  furtherParts,
  hardshipAsked,
  partAsked,
  useAsked,
  wholePart,
} from "./asked-parts.ts";
import type { Topic } from "./asked-topic.ts";
import { valueTopics } from "./asked-values.ts";
import { meantAttribute, measuredAttribute } from "./meant-attribute.ts";
import { withItsNoun } from "./qualified-nouns.ts";
import { findAll, overlaps, plainOf, type Span } from "./tokens.ts";
import { TOPIC_RULES } from "./topic-rules.ts";
import { attributesInView, type Context } from "./understanding-context.ts";

const SERVICES = new Set(["shipping", "returns", "warranty", "discount", "payment"]);
/** The topics of a span, left to right; a question may have several: "what's the weight and the warranty?" What only points at items is left out. */
export function findTopics(context: Context, span: Span, pointed: Span[] = []): Topic[] {
  const topics: Topic[] = [];
  const add = (topic: Topic) => {
    if (
      !topics.some(
        (other) => overlaps(other, topic) || (other.about === topic.about && other.value === topic.value),
      )
    )
      topics.push(topic);
  };
  const measured = measuredParts(context, span);
  for (const topic of measured) add(topic);
  const asked = measured.length === 0 ? measuredAttribute(context, span) : undefined;
  if (asked) add({ ...asked.span, about: asked.name });
  for (const topic of accessoryPrices(context, span)) add(topic);
  for (const topic of valueTopics(context, span, pointed))
    add(withItsNoun(context, span, wholePart(context, span, topic)));
  for (const topic of namedAttributes(context, span))
    if (!topics.some((other) => other.about === topic.about)) add(topic);
  for (const topic of howMuchOf(context, span)) add(topic);
  for (const rule of TOPIC_RULES) {
    if (rule.isKnownOnly && !attributeOf(context, rule.attributes ?? [])) continue;
    for (const found of findAll(context.message, rule.pattern, span)) {
      const about = rule.attributes
        ? (attributeOfRule(context, rule.attributes, span) ?? rule.about)
        : rule.about === "rating"
          ? (ratedIn(context, found) ?? rule.about)
          : rule.about;
      // "How long does the battery last" asks for more than the battery it names.
      const named = topics.findIndex(
        (other) =>
          (other.value === undefined || other.about === "feature") &&
          other.from >= found.from &&
          other.to <= found.to,
      );
      if (named !== -1 && rule.attributes && context.lexicon.attribute(about)) topics.splice(named, 1);
      const isSaid =
        topics.some((other) => other.about === about) || measured.some((other) => overlaps(other, found));
      if (!isSaid) add({ from: found.from, to: found.to, about });
    }
  }
  for (const [index, topic] of asWholeParts(context, span, topics).entries())
    topics[index] = asAttribute(context, topic);
  if (topics.length === 0) topics.push(...attributeAsked(context, span));
  if (topics.length === 0) topics.push(...meantByAll(context, span));
  if (topics.length === 0) topics.push(...partAsked(context, span));
  if (topics.length > 0) topics.push(...furtherParts(context, span, topics));
  if (topics.length === 0) topics.push(...amountAsked(context, span));
  if (topics.length === 0) topics.push(...overviewAsked(context, span));
  if (topics.length === 0) topics.push(...useAsked(context, span));
  if (topics.length === 0) topics.push(...hardshipAsked(context, span));
  if (topics.length === 0) topics.push(...deedAsked(context, span));
  topics.sort((a, b) => a.from - b.from);
  return withoutEchoes(context, oneByOne(context, withWholeName(context, span, topics)));
}

/** "What does a spare battery cost?" is no question on the price of what is shown. */
function accessoryPrices(context: Context, span: Span): Topic[] {
  return findAll(context.message, ACCESSORY_PRICE, span).map(({ from, to, match }) => ({
    from,
    to,
    about: "price",
    value: match[1] ?? match[2] ?? "",
  }));
}
const ACCESSORY = "(?:spare|extra|replacement|additional|second|new) (?:[a-z]+ )?[a-z]+";
const ACCESSORY_PRICE = new RegExp(
  `\\b(?:(?:what|how much) (?:do|does|would|will) (?:a |an |the |some )?(${ACCESSORY}) cost|how much (?:is|are) (?:a |an |the |some )?(${ACCESSORY}))(?= ?[?.,!]|$)`,
  "g",
);

/** Where the items in view have none of the attributes, all the words decide before any other item's do. */
function attributeOfRule(context: Context, names: readonly string[], span: Span): string | undefined {
  const inView = attributesInView(context.state);
  const isInView = inView === null || names.some((name) => inView.has(name));
  const meant = isInView ? undefined : meantAttribute(context, span);
  return meant ?? attributeOf(context, names)?.name;
}

/** Where no rule and no name leads anywhere, all the words of the question together may. */
function meantByAll(context: Context, span: Span): Topic[] {
  const about = meantAttribute(context, span);
  return about === undefined ? [] : [{ ...span, about }];
}

const OVERVIEW =
  /\b(?:(?:tell|give|show) (?:me|us) (?:(?:a bit|a little|something|some|any|the|all|more|details?|info(?:rmation)?|facts) )*(?:about|on|of)|(?:more|any|some) (?:details?|info(?:rmation)?) (?:about|on)|what (?:can|could) you (?:tell (?:me|us)|say) about|what(?:s| is) (?:so )?special about)\b|^(?:(?:and|any|some|more|further|the|its|full|please|ok) )*(?:details?|info(?:rmation)?|specs|specifications)(?: please| then)?$|^(?:(?:go on|ok|okay|and|so|well|right|now) )*(?:what|how) about (?:(?:the|that|this|number|option) )?(?:first|second|third|fourth|fifth|last|middle|other|top|one|two|three|# \d|\d)(?: one| option)?(?: then)?$/g;

/** "Is the lid plastic?", "is it a chain or a belt?": what is not joined by an "and" is one question. */
function oneByOne({ message }: Context, topics: Topic[]): Topic[] {
  return topics.filter((topic, index) => {
    const previous = topics[index - 1];
    const next = topics[index + 1];
    const joint = (one: Span, other: Span) =>
      message.tokens
        .slice(Math.max(0, Math.min(one.to, other.from - 2)), other.from)
        .find(({ word }) => /^(?:and|or|,|plus|nor|\/)$/.test(word))?.word;
    if (previous?.value !== undefined && previous.about === topic.about && joint(previous, topic) === "or") {
      return false;
    }
    if (topic.about !== "feature") return true;
    const isBeside = (other: Topic | undefined, way: string | undefined) =>
      other !== undefined && other.about !== "feature" && !SERVICES.has(other.about) && way === undefined;
    return !(
      isBeside(previous, previous && joint(previous, topic)) || isBeside(next, next && joint(topic, next))
    );
  });
}

/** "Tell me about the first one": whatever is worth knowing of it. */
function overviewAsked(context: Context, span: Span): Topic[] {
  return findAll(context.message, OVERVIEW, span).map(({ from, to }) => ({ from, to, about: "overview" }));
}

/** "How much" beside another topic belongs to it, and who asks whether this is a robot asks nothing else. */
function withoutEchoes(context: Context, topics: Topic[]): Topic[] {
  const identity = topics.find((topic) => topic.about === "identity");
  if (identity) return [identity];
  return topics.filter((topic) => {
    if (topic.about !== "price" || topics.length === 1) return true;
    const words = plainOf(context.message, topic);
    // "How much memory" asks for a quantity of what follows.
    if (words === "how much" && topics.some((other) => other.from === topic.to)) return false;
    return (
      !/^(?:how much|cost)/.test(words) ||
      !topics.some((other) => SERVICES.has(other.about) || other.about === "weight")
    );
  });
}
