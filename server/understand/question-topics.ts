/** What a question is about, by the words people ask with. */

import type { VocabularyAttribute } from "../catalog/vocabulary-types.ts";
import type { Mention } from "./catalog-lexicon.ts";
import { ADJECTIVES } from "./dimensions.ts";
import { CONVERSATION_WORDS, FEATURES, LONGEST_FEATURE } from "./english-words.ts";
import { attributeSaid, kindredAttribute } from "./kindred-attributes.ts";
import { measureInView } from "./measure-in-view.ts";
import { quantityWish } from "./measure-wishes.ts";
import { findAll, inside, overlaps, plainOf, quote, type Span } from "./tokens.ts";
import { TOPIC_RULES } from "./topic-rules.ts";
import { attributesInView, type Context } from "./understanding-context.ts";

export interface Topic extends Span {
  about: string;
  value?: string;
}

const SERVICES = new Set(["shipping", "returns", "warranty", "discount", "payment"]);
const COMES_IN =
  /\b(?:come|comes|came|coming|available|get (?:it|that|this|them|one)|have (?:it|that|this|them|one)|got (?:it|that|this)) in (?:a |an |the )?(size )?(.+?)(?= (?:and|or|too|as well|please|\?|,|\.)|$| ?[?,.!])/g;

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
  for (const topic of accessoryPrices(context, span)) add(topic);
  for (const topic of valueTopics(context, span, pointed)) add(wholePart(context, span, topic));
  for (const topic of namedAttributes(context, span))
    if (!topics.some((other) => other.about === topic.about)) add(topic);
  for (const topic of howMuchOf(context, span)) add(topic);
  for (const rule of TOPIC_RULES) {
    if (rule.isKnownOnly && !attributeOf(context, rule.attributes ?? [])) continue;
    for (const found of findAll(context.message, rule.pattern, span)) {
      const about = rule.attributes
        ? (attributeOf(context, rule.attributes)?.name ?? rule.about)
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
  for (const [index, topic] of topics.entries()) topics[index] = asAttribute(context, topic);
  if (topics.length === 0) topics.push(...attributeAsked(context, span));
  if (topics.length === 0) topics.push(...partAsked(context, span));
  if (topics.length > 0) topics.push(...furtherParts(context, span, topics));
  if (topics.length === 0) topics.push(...amountAsked(context, span));
  if (topics.length === 0) topics.push(...overviewAsked(context, span));
  topics.sort((a, b) => a.from - b.from);
  return withoutEchoes(context, withWholeName(context, span, topics));
}

/** "What colour is the light?" asks for the "light colour", and for neither by itself. */
function withWholeName(context: Context, span: Span, topics: Topic[]): Topic[] {
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

/** Of names that mean the same to a shopper, the one that the items in view have comes before the others. */
function attributeOf(context: Context, names: readonly string[]): VocabularyAttribute | undefined {
  const { lexicon } = context;
  const inView = attributesInView(context.state);
  const own = names.filter((name) => inView?.has(lexicon.attributeNamed([name])?.name ?? name));
  // Some names are words of grammar to the lexicon ("range").
  const outright = (name: string | undefined) => (name === undefined ? undefined : lexicon.attribute(name));
  return lexicon.attributeNamed(own) ?? outright(own[0]) ?? lexicon.attributeNamed(names);
}

/** "How thick is it?": what the items in view measure by the word. */
function howMuchOf(context: Context, span: Span): Topic[] {
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

/** A "security rating" is no rating by customers, where items have a security level. */
function ratedIn(context: Context, { from }: Span): string | undefined {
  const word = context.message.tokens[from - 1]?.word ?? "";
  return kindredAttribute(context.vocabulary, [word], attributesInView(context.state))?.name;
}

function attributeNamedInView(context: Context, name: string): VocabularyAttribute | undefined {
  const attribute = context.lexicon.attributeNamed([name]);
  const inView = attributesInView(context.state);
  return attribute && (inView === null || inView.has(attribute.name)) ? attribute : undefined;
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

/** "If it's under a kilo": a measure asks for the attribute it measures. */
function amountAsked(context: Context, span: Span): Topic[] {
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

/** "Does it fit a 16 inch laptop?" asks for the laptop size; that something fits is then no question of its own. */
function measuredParts(context: Context, span: Span): Topic[] {
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

const HAS_PART =
  /\b(?:have|has|had|come with|comes with|came with|include|includes|included|got|support|supports|work with|works with|is there|are there|was there|were there) (?:a |an |any |some |the |my |its )?((?:[a-z]+ ){0,2}?[a-z]+)(?= (?:for|in|on|with|inside|to|that|too|as well)\b| ?[?.,!]|$)/g;

/** "Is it breathable?" asks for the breathability, where the catalog has one. */
function asAttribute(context: Context, topic: Topic): Topic {
  if (topic.about !== "feature" || topic.value === undefined) return topic;
  const words = topic.value.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const attribute =
    attributeNamedInView(context, topic.value) ??
    (words.length === 1
      ? kindredAttribute(context.vocabulary, words, attributesInView(context.state))
      : undefined);
  return attribute ? { ...topic, about: attribute.name } : topic;
}

/** An attribute that the question names whole ("range?") or by a word of its family ("can it go in the dishwasher?"). */
function attributeAsked(context: Context, span: Span): Topic[] {
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

/** A "chest strap" is no strap of any kind: where a value is only the last word of the part, the part is asked for. */
function wholePart(context: Context, span: Span, topic: Topic): Topic {
  if (topic.value === undefined || topic.to - topic.from > 1) return topic;
  const part = findAll(context.message, HAS_PART, span)
    .filter((found) => found.to === topic.to)
    .map((found) => partOf(found.match[1]))
    .find((words) => words.includes(" "));
  return part ? { from: topic.from, to: topic.to, about: "feature", value: part } : topic;
}

/** "Have it in red" asks for the red. */
function partOf(words = ""): string {
  return words.replace(/^(?:it|them|this|that|one) (?:in|with) /, "");
}

/** "Is it lined?", "can they be resoled?", "provided it can be resoled". */
const IS_SO =
  /^(?:(?:and|but|so|is|are|only|even|not|sure|if|provided|providing|as long as|so long as|assuming|whether|that) )*(?:(?:is|are|can|could) (?:it|this|that|they|these|those|the [a-z]+(?: one)?)|(?:it|this|that|they|these|those) (?:is|are|can|could|will)) (?:also |really |actually |even )?(?:be )?((?!(?:ok|okay|fine|good|better|best|worth|nice|right|possible|true|real|there|here|made|you|in|on|at|for|from|to|with|a|an|the|any|what|how|made|still)\b)[a-z]+(?: [a-z]+)?)(?= ?[?.,!]|$)/g;

/** "Does it come with pedals?": no list knows the word, so it is looked for in the texts as it was said. */
function partAsked(context: Context, span: Span): Topic[] {
  const parts = findAll(context.message, HAS_PART, span);
  const found = parts.length > 0 ? parts : findAll(context.message, IS_SO, span);
  return found.flatMap(({ from, to, match }) =>
    partOf(match[1])
      .split(/ (?:and|or) /)
      .map((value) => ({ from, to, about: "feature", value })),
  );
}

const OVERVIEW =
  /\b(?:(?:tell|give|show) (?:me|us) (?:(?:a bit|a little|something|some|any|the|all|more|details?|info(?:rmation)?|facts) )*(?:about|on|of)|(?:more|any|some) (?:details?|info(?:rmation)?) (?:about|on)|what (?:can|could) you (?:tell (?:me|us)|say) about|what(?:s| is) (?:so )?special about)\b/g;

const HAS_PARTS =
  /\b(?:have|has|had|come with|comes with|include|includes|got|is there|are there) (?:a |an |any |some )?((?:[a-z]+ (?:, )?)+(?:and|or)(?: [a-z]+)+)(?= ?[?.!]|$)/g;

/** "Does it have lights and mudguards?": of several parts each is asked for. */
function furtherParts(context: Context, span: Span, topics: readonly Topic[]): Topic[] {
  return findAll(context.message, HAS_PARTS, span).flatMap(({ from, to, match }) => {
    const parts = (match[1] ?? "")
      .split(/ (?:and|or) | ?, /)
      .map((part) => part.trim().replace(/^(?:a|an|any|some) /, ""));
    return parts.flatMap((value, place) => {
      const isPart =
        value.split(" ").length <= 3 && !/\b(?:it|you|i|is|are|do|does|how|what|will)\b/.test(value);
      const [spot] = findAll(context.message, new RegExp(`\\b${value}\\b`, "g"), { from, to });
      const isNamed =
        spot === undefined ||
        topics.some((topic) => overlaps(topic, spot) && topic.to - topic.from < span.to - span.from);
      return place > 0 && isPart && !isNamed
        ? [{ from: spot.from, to: spot.to, about: "feature", value }]
        : [];
    });
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

const OF_WEATHER = /^(?:heavy|light) (?:rain|snow|wind|traffic|use|duty)\b/;

function namedAttributes(context: Context, span: Span): Topic[] {
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

/** "Does it come in black?", "is it vegan and waterproof?": the values asked for. */
function valueTopics(context: Context, span: Span, pointed: Span[]): Topic[] {
  const topics: Topic[] = [];
  for (const mention of context.mentions) {
    // "The blue one" points; it does not ask whether something is blue.
    if (!inside(mention, span) || pointed.some((other) => overlaps(other, mention))) continue;
    if (isVerb(context, mention)) continue;
    if (mention.kind === "value") {
      const about = nearestAttribute(context, span, mention);
      topics.push({
        from: mention.from,
        to: mention.to,
        about: about ?? "feature",
        value: about === null ? quote(context.message, mention).toLowerCase() : mention.name,
      });
    }
    if (mention.kind === "tag")
      topics.push({ from: mention.from, to: mention.to, about: "feature", value: mention.name });
  }
  for (const feature of findFeatures(context, span)) {
    if (!topics.some((topic) => overlaps(topic, feature)) && !isAsked(context, feature))
      topics.push({ from: feature.from, to: feature.to, about: "feature", value: feature.value });
  }
  for (const found of findAll(context.message, COMES_IN, span)) {
    const value = found.match[2] ?? "";
    const isSize = found.match[1] === "size ";
    const covered =
      topics.some((topic) => overlaps(topic, found)) ||
      /\b(?:stock|store|other|different|what|which|colors?|colours?|sizes?|time)\b/.test(value);
    if (!covered && value.split(" ").length <= 3)
      topics.push({
        from: found.from,
        to: found.to,
        about: isSize ? (attributeOf(context, SIZES)?.name ?? "size") : "variants",
        value,
      });
  }
  return topics;
}

/** "It'll rust": no colour is asked for, though there is one of that name. */
function isVerb({ message }: Context, mention: Mention): boolean {
  return (
    mention.to - mention.from === 1 &&
    /^(?:will|would|might|could|may|to)$/.test(message.tokens[mention.from - 1]?.word ?? "") &&
    !/^(?:be|come|work|do)$/.test(message.tokens[mention.to]?.word ?? "")
  );
}

const SIZES = ["size", "shoe size", "frame size", "clothing size"];

/** "How heavy", "too big": the adjective is measured, not asked for as a property. */
function isAsked(context: Context, span: Span): boolean {
  return (
    /^(?:how|too|this|so|very|bit|little|tad|rather|quite|pretty|slightly)$/.test(
      context.message.tokens[span.from - 1]?.word ?? "",
    ) ||
    // "The small one" points.
    /^ones?$/.test(context.message.tokens[span.to]?.word ?? "") ||
    /^(?:fast|battery life|long battery life)$/.test(plainOf(context.message, span))
  );
}

/** Null where nothing in view has an attribute with such a value: steel is asked for then, and no bicycle's frame. */
function nearestAttribute(context: Context, span: Span, value: Mention): string | null {
  const { attributes } = value;
  const named = context.mentions.find(
    (mention) => mention.kind === "attribute" && inside(mention, span) && attributes.includes(mention.name),
  );
  if (named) return named.name;
  const inView = attributesInView(context.state);
  const said = ` ${quote(context.message, value).toLowerCase()} `;
  // "Disc brakes" name their attribute themselves.
  const own = attributes.filter(
    (name) => inView === null || inView.has(name) || said.includes(` ${name.split(" ").at(-1)} `),
  );
  return own.length === 0 && attributes.length > 0 ? null : (own[0] ?? "variants");
}

export interface FoundFeature extends Span {
  value: string;
}

/** "Sugar free", "street legal", but not "everything is free". */
const FREE_OF =
  /^(?!(?:is|are|was|be|for|so|all|it|get|got|the|a|totally|completely|everything|today|now) |not |really |actually |even |also )[a-z]+ (?:free|neutral|legal|safe|proof|approved|certified|friendly|compatible|resistant)$/;

/** Properties of the feature list in a span, the longest phrase first at each place. Hyphens read as spaces. */
export function findFeatures(context: Context, span: Span): FoundFeature[] {
  const { tokens } = context.message;
  const found: FoundFeature[] = [];
  for (let from = span.from; from < span.to; from++) {
    let phrase = "";
    let longest: FoundFeature | null = null;
    let words = 0;
    for (let index = from; index < span.to && words < LONGEST_FEATURE; index++) {
      const token = tokens[index];
      if (!token || (token.kind === "mark" && (token.word !== "-" || index === from))) break;
      if (token.kind === "mark") continue;
      phrase = phrase === "" ? token.word : `${phrase} ${token.word}`;
      words++;
      const value = FEATURES.get(phrase) ?? (FREE_OF.test(phrase) ? phrase : undefined);
      if (value !== undefined) longest = { from, to: index + 1, value };
    }
    if (!longest) continue;
    found.push(longest);
    from = longest.to - 1;
  }
  return found;
}
