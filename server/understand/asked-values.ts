/** The values that a question asks for: "does it come in black?", "is it vegan and waterproof?" */

import { attributeOf } from "./asked-attributes.ts";
import type { Topic } from "./asked-topic.ts";
import type { Mention } from "./catalog-lexicon.ts";
import { findFeatures } from "./feature-phrases.ts";
import { findAll, inside, overlaps, plainOf, quote, type Span } from "./tokens.ts";
import { attributesInView, type Context, itemsInView } from "./understanding-context.ts";

const COMES_IN =
  /\b(?:come|comes|came|coming|available|get (?:it|that|this|them|one)|have (?:it|that|this|them|one)|got (?:it|that|this)) in (?:a |an |the )?(size )?(.+?)(?= (?:and|or|too|as well|please|\?|,|\.)|$| ?[?,.!])/g;

/** "Does it come in black?", "is it vegan and waterproof?": the values asked for. */
export function valueTopics(context: Context, span: Span, pointed: Span[]): Topic[] {
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

export const SIZES = ["size", "shoe size", "frame size", "clothing size"];

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

/** The attribute whose value has the word in it: "hardened steel" of steel. */
function attributeWith({ state }: Context, said: string): string | null {
  for (const { attributes } of itemsInView(state))
    for (const [name, value] of Object.entries(attributes))
      if (` ${value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `.includes(said)) return name;
  return null;
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
  if (own.length === 0 && attributes.length > 0) return attributeWith(context, said);
  return own[0] ?? "variants";
}
