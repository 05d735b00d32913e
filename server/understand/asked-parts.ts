/** Parts and properties no list knows: "does it come with pedals?", "is it lined?" */
import type { Topic } from "./asked-topic.ts";
import { findAll, overlaps, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

const HAS_PART =
  /\b(?:have|has|had|come with|comes with|came with|include|includes|included|got|support|supports|work with|works with|is there|are there|was there|were there) (?:a |an |any |some |the |my |its )?(?!not\b)((?:[a-z]+ ){0,2}?[a-z]+)(?= (?:for|in|on|with|inside|to|that|too|as well)\b| ?[?.,!]|$)/g;

/** A "chest strap" is no strap of any kind: where a value is only the last word of the part, the part is asked for. */
export function wholePart(context: Context, span: Span, topic: Topic): Topic {
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
  /^(?:(?:and|but|so|is|are|only|even|not|sure|if|provided|providing|as long as|so long as|assuming|whether|that) )*(?:(?:is|are|can|could) (?:it|this|that|they|these|those|the [a-z]+(?: one)?)|(?:it|this|that|they|these|those) (?:is|are|can|could|will)) (?:also |really |actually |even )?(?:be )?(?:(?:a |an )?(?:real|genuine|pure|proper|solid) )?((?!(?:ok|okay|fine|good|better|best|worth|nice|right|possible|true|real|there|here|made|you|in|on|at|for|from|to|with|a|an|the|any|what|how|made|still)\b)[a-z]+(?: [a-z]+)?)(?= (?:or|and) [a-z]+(?: ?[?.,!]|$)| ?[?.,!]|$)/g;

/** "Do they stretch at all?", "will it stick to glass?" */
const DOES_SO =
  /^(?:(?:and|but|so|ok) )*(?:do|does|will|would|can|could|did) (?:it|this|that|they|these|those|the [a-z0-9]+(?: one)?) (?:also |really |actually |even |easily |still |ever )*([a-z]{4,})(?: [a-z]+){0,7}(?= ?[?.,!]|$)/g;

const ENDURES =
  /^(?:(?:and|but|so|ok) )*(?:do|does|will|would|can|could|might) (?:it|this|that|they|these|those|the [a-z0-9]+(?: one)?) (?:also |really |actually |even |still |easily )*(?:stand(?: up to)?|withstand|cope(?: well)? with|deal(?: well)? with|survive|endure|resist|hold up (?:in|to|against|under)|put up with|hold out against) (?:a |an |the |some |any |being )?((?:[a-z]+ ){0,2}[a-z]+)(?= ?[?.,!]|$)/g;

/** "Can it cope with heavy snow?" asks for the snow, and not for the coping. */
export function hardshipAsked(context: Context, span: Span): Topic[] {
  return findAll(context.message, ENDURES, span).map(({ to, match }) => {
    const value = match[1] ?? "";
    return { from: to - value.split(" ").length, to, about: "feature", value };
  });
}

/** Which side of a part is told by an attribute of the whole: "battery life", "gear range". */
const ASPECT =
  /^(?:life|size|sizes|weight|rating|range|types?|capacity|length|width|height|options?|choices?|levels?|quality|materials?|time|speed|resistance|protection|proofing|information|info|details?|specs?|numbers?|counts?|ratio|system)$/;

/** "Is there a gear loft?" asks for no gears: what an attribute's name only begins is a part of its own. */
export function asWholeParts(context: Context, span: Span, topics: readonly Topic[]): Topic[] {
  const parts = findAll(context.message, HAS_PART, span).flatMap(({ to, match }) => {
    const words = partOf(match[1]);
    return words.includes(" ") ? [{ from: to - words.split(" ").length, to, words }] : [];
  });
  return topics.map((topic) => {
    const part = parts.find(({ from, to }) => from === topic.from && topic.to === to - 1);
    const isWhole =
      part === undefined ||
      topic.value !== undefined ||
      context.lexicon.attribute(topic.about) === undefined ||
      context.lexicon.attribute(part.words) !== undefined ||
      ASPECT.test(part.words.split(" ").at(-1) ?? "") ||
      topics.some((other) => other !== topic && overlaps(other, { from: topic.to, to: part.to }));
    return isWhole ? topic : { from: part.from, to: part.to, about: "feature", value: part.words };
  });
}

/** What an item does is a property as well, by the verb alone. */
export function deedAsked(context: Context, span: Span): Topic[] {
  return findAll(context.message, DOES_SO, span)
    .filter(({ match }) => !ANY_DEED.test(match[1] ?? ""))
    .map(({ from, to, match }) => ({ from, to, about: "feature", value: match[1] ?? "" }));
}

/** Verbs that tell nothing without what follows them. */
const ANY_DEED =
  /^(?:have|come|work|need|take|make|look|cost|does|like|feel|seem|think|know|want|give|help|tell|show|find|keep|sell|mean|matter|happen|count|include|both|ever|fall|really|just|only)$/;

const SUITS =
  /\b(?:is|are|will|would) (?:it|this|that|they|these|those|the [a-z0-9]+(?: one)?) (?:be )?(?:also |really |actually |even )?(?:ok|okay|fine|good|safe|suitable|right|made|meant|suited|usable|allowed|any good|the right thing) (?:for|in|on|with|to use (?:in|on|with)) (?:a |an |the |my |our )?([a-z]+(?: [a-z]+){0,2})(?= ?[?.,!]|$)/g;

/** "Are they OK for swimming?" asks for the swimming. */
export function useAsked(context: Context, span: Span): Topic[] {
  return findAll(context.message, SUITS, span)
    .filter(({ match }) => !/^(?:me|us|him|her|it|that|this|money|price|what)\b/.test(match[1] ?? ""))
    .map(({ from, to, match }) => ({ from, to, about: "feature", value: match[1] ?? "" }));
}

/** "Does it come with pedals?": no list knows the word, so it is looked for in the texts as it was said. */
export function partAsked(context: Context, span: Span): Topic[] {
  const parts = findAll(context.message, HAS_PART, span);
  const found = parts.length > 0 ? parts : findAll(context.message, IS_SO, span);
  return found.flatMap(({ from, to, match }) =>
    partOf(match[1])
      .split(/ (?:and|or) /)
      .map((value) => ({ from, to, about: "feature", value })),
  );
}

const HAS_PARTS =
  /\b(?:have|has|had|come with|comes with|include|includes|got|is there|are there) (?:a |an |any |some )?((?:[a-z]+ (?:, )?)+(?:and|or)(?: [a-z]+)+)(?= ?[?.!]|$)/g;

/** "Does it have lights and mudguards?": of several parts each is asked for. */
export function furtherParts(context: Context, span: Span, topics: readonly Topic[]): Topic[] {
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
