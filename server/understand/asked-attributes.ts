/** The attributes that a question asks for by their names, by words of their family, or by what they measure. */
import type { VocabularyAttribute } from "../catalog/vocabulary-types.ts";
import type { Topic } from "./asked-topic.ts";
import { ADJECTIVES } from "./dimensions.ts";
import { CONVERSATION_WORDS } from "./english-words.ts";
import { attributeSaid, kindredAttribute } from "./kindred-attributes.ts";
import { measureInView } from "./measure-in-view.ts";
import { quantityWish } from "./measure-wishes.ts";
import { findAll, inside, plainOf, quote, type Span } from "./tokens.ts";
import { TOPIC_RULES } from "./topic-rules.ts";
import { attributesInView, type Context } from "./understanding-context.ts";

/** Of names that mean the same to a shopper, the one that the items in view have comes before the others. */
export function attributeOf(context: Context, names: readonly string[]): VocabularyAttribute | undefined {
  const { lexicon } = context;
  const inView = attributesInView(context.state);
  const own = names.filter((name) => inView?.has(lexicon.attributeNamed([name])?.name ?? name));
  // Some names are words of grammar to the lexicon ("range").
  const outright = (name: string | undefined) => (name === undefined ? undefined : lexicon.attribute(name));
  const inSight = lexicon.attributeNamed(own) ?? outright(own[0]);
  if (inSight || inView === null) return inSight ?? lexicon.attributeNamed(names);
  // What other items have counts only by that very name: a "capacity" is no "battery capacity".
  const elsewhere = lexicon.attributeNamed(names);
  return elsewhere && names.includes(elsewhere.name) ? elsewhere : undefined;
}

const OF_WEATHER = /^(?:heavy|light) (?:rain|snow|wind|traffic|use|duty)\b/;

export function namedAttributes(context: Context, span: Span): Topic[] {
  return (
    context.mentions
      .filter((mention) => mention.kind === "attribute" && inside(mention, span))
      // Heavy rain weighs nothing.
      .filter(
        (mention) => !OF_WEATHER.test(context.message.plain.slice(context.message.plainStarts[mention.from])),
      )
      .filter(
        (mention) =>
          !/\b(?:what|which|other|any|more) $/.test(
            context.message.plain.slice(0, context.message.plainStarts[mention.from]),
          ) || !/\b(?:come|available)\b/.test(plainOf(context.message, span)),
      )
      .map((mention) => ({ from: mention.from, to: mention.to, about: mention.name }))
  );
}

/** An attribute that the question names whole ("range?") or by a word of its family ("can it go in the dishwasher?"). */
export function attributeAsked(context: Context, span: Span): Topic[] {
  const tokens = context.message.tokens.slice(span.from, span.to).filter(({ kind }) => kind === "word");
  const whole = tokens.map(({ word }) => word).join(" ");
  const words = tokens
    .map(({ word }) => word)
    // Who compares asks for no compatibility.
    .filter((word) => !/^compar/.test(word))
    .filter((word) => !CONVERSATION_WORDS.has(word) || context.lexicon.attribute(word) !== undefined);
  const inView = attributesInView(context.state);
  const about =
    context.lexicon.attributeNamed([whole.replace(/^(?:and |the |its |what about |how about )+/, "")])
      ?.name ??
    attributeSaid(
      tokens.map(({ word }) => word),
      inView,
    ) ??
    kindredAttribute(context.vocabulary, words, inView)?.name;
  return about === undefined ? [] : [{ ...span, about }];
}

/** "How thick is it?": what the items in view measure by the word. */
export function howMuchOf(context: Context, span: Span): Topic[] {
  const inView = attributesInView(context.state);
  return findAll(
    context.message,
    /\bhow ([a-z]+)(?= (?:is|are|was|does|do|can|will|would|it|they)\b| ?[?.,!]|$)/g,
    span,
  ).flatMap(({ from, to, match }) => {
    const word = match[1] ?? "";
    const dimension = ADJECTIVES.get(word)?.attributes.filter((name) => inView?.has(name)) ?? [];
    const about =
      word === "long"
        ? undefined
        : (dimension[0] ?? [...(inView ?? [])].find((name) => name === `${word}ness`));
    return about === undefined ? [] : [{ from, to, about }];
  });
}

/** "Does it fit a 16 inch laptop?" asks for the laptop size; that something fits is then no question of its own. */
export function measuredParts(context: Context, span: Span): Topic[] {
  return context.quantities.flatMap((quantity) => {
    const noun = context.message.tokens[quantity.to];
    if (!inside(quantity, span) || noun?.kind !== "word") return [];
    const attribute = context.lexicon.attributeNamed([`${noun.stem} size`, `${noun.word} size`]);
    if (!attribute) return [];
    const fits = findAll(context.message, /\b(?:fits?|holds?|takes?|room for)\b/g, span)[0];
    const from = Math.min(fits?.from ?? quantity.from, quantity.from);
    return [{ from, to: quantity.to + 1, about: attribute.name, value: quote(context.message, quantity) }];
  });
}

/** "If it's under a kilo": a measure asks for the attribute it measures. */
export function amountAsked(context: Context, span: Span): Topic[] {
  return context.quantities.flatMap((quantity) => {
    if (!inside(quantity, span)) return [];
    const attribute =
      measureInView(context, quantity) ??
      quantityWish(context, quantity, context.clauses)?.preference.attribute;
    return attribute === undefined || attribute === "recipient"
      ? []
      : [{ from: quantity.from, to: quantity.to, about: attribute }];
  });
}

/** A "security rating" is no rating by customers, where items have a security level. */
export function ratedIn(context: Context, { from }: Span): string | undefined {
  const word = context.message.tokens[from - 1]?.word ?? "";
  return kindredAttribute(context.vocabulary, [word], attributesInView(context.state))?.name;
}

/** "Is it breathable?" asks for the breathability, where the catalog has one. */
export function asAttribute(context: Context, topic: Topic): Topic {
  if (topic.about !== "feature" || topic.value === undefined) return topic;
  const words = topic.value.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const named = attributeNamedInView(context, topic.value);
  if (named) return { ...topic, about: named.name };
  const same = sameByRule(context, topic.value);
  // Whether IP67 is "waterproof" is for the shopper to judge.
  if (same) return { from: topic.from, to: topic.to, about: same.name };
  const kindred =
    words.length === 1
      ? kindredAttribute(context.vocabulary, words, attributesInView(context.state))
      : undefined;
  return kindred ? { ...topic, about: kindred.name } : topic;
}

/** "Waterproof" asks for the "water resistance", where that is what items tell. */
function sameByRule(context: Context, value: string): VocabularyAttribute | undefined {
  const inView = attributesInView(context.state);
  const said = value.toLowerCase();
  const names = TOPIC_RULES.find(({ attributes }) => attributes?.slice(1).includes(said))?.attributes ?? [];
  const name = names.find((one) => inView?.has(one));
  return name === undefined ? undefined : context.lexicon.attribute(name);
}

function attributeNamedInView(context: Context, name: string): VocabularyAttribute | undefined {
  const attribute = context.lexicon.attributeNamed([name]);
  const inView = attributesInView(context.state);
  return attribute && (inView === null || inView.has(attribute.name)) ? attribute : undefined;
}

/** "What colour is the light?" asks for the "light colour", and for neither by itself. */
export function withWholeName(context: Context, span: Span, topics: Topic[]): Topic[] {
  const words = context.message.tokens.slice(span.from, span.to).map(({ word }) => word);
  const whole = attributeSaid(words, attributesInView(context.state));
  const parts = whole?.split(" ") ?? [];
  const isPart = ({ about, value }: Topic) =>
    parts.includes(about) ||
    (about === "feature" && value !== undefined && parts.some((part) => value.startsWith(part)));
  if (whole === undefined || !topics.some(({ about }) => about !== whole && parts.includes(about)))
    return topics;
  return [{ ...span, about: whole }, ...topics.filter((topic) => topic.about !== whole && !isPart(topic))];
}
