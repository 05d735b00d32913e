/**
 * What a question, doubt or condition is really about, where its nouns mislead: "I doubt a folding lock is as secure as a
 * U-lock" is about the security and about no kind of lock, "can I take the battery on a plane?" about no battery.
 */
import type { VocabularyAttribute } from "../catalog/vocabulary-types.ts";
import type { Topic } from "./asked-topic.ts";
import type { Clause } from "./clauses.ts";
import { ADJECTIVES } from "./dimensions.ts";
import { RECIPIENTS } from "./english-words.ts";
import { attributeSaid, kindredAttribute } from "./kindred-attributes.ts";
import { meantAttribute, measuredAttribute } from "./meant-attribute.ts";
import { measureInView } from "./measure-in-view.ts";
import { findTopics } from "./question-topics.ts";
import { findAll, inside, plainOf } from "./tokens.ts";
import { attributesInView, type Context, itemsInView } from "./understanding-context.ts";

/** Null where the words ask for what they name. */
export function focusOf(
  context: Context,
  clause: Clause,
  kind: "asked" | "doubt" | "condition",
): Topic[] | null {
  return (
    permissionAsked(context, clause) ??
    bodyToFit(context, clause) ??
    partToFit(context, clause) ??
    ratioTold(context, clause) ??
    ownThingToFit(context, clause) ??
    (kind === "doubt" ? (measureDoubted(context, clause) ?? pointedBackAt(context, clause)) : null) ??
    (kind === "asked" ? null : predicated(context, clause)) ??
    (kind === "doubt" ? measuredBefore(context, clause) : null)
  );
}

/** What may be taken where is told by rules of others; no row holds them, but for what was made for the cabin. */
const PERMISSION =
  /\b(?:(?:am i|are we|is one|are you) (?:even )?(?:allowed|permitted)|(?:can|may|could) (?:i|we|you|one)|is (?:it|this|that) (?:ok|okay|allowed|legal|permitted|possible|safe)|will (?:they|security|the airline) let me) (?:to )?(?:legally |safely |actually |even |also )*(?:take|bring|carry|have|use|fly with|pack|ride) .*\b(?:planes?|airplane|aeroplane|flights?|airport|customs|hand luggage|hand baggage|carry ?-? ?on|cabin|pavements?|sidewalks?|motorway)\b/;

function permissionAsked(context: Context, clause: Clause): Topic[] | null {
  if (!PERMISSION.test(plainOf(context.message, clause))) return null;
  const inView = attributesInView(context.state);
  const known = ["carry-on", "cabin size", "cabin approved"].find((name) => inView?.has(name));
  return [{ ...clauseSpan(clause), ...(known ? { about: known } : { about: "feature", value: "allowed" }) }];
}

const BODY_LENGTH =
  /\b(?:i|he|she|who|daughter|son|wife|husband|partner|boyfriend|girlfriend|mum|mom|dad)(?: am| is| at| stands?)? (?:about |around |only |just |almost |nearly |a )?(?:\d[\d.,']* ?(?:m|cm|ft|feet|foot|')?|(?:five|six) (?:foot|feet|ft))(?: ?\d{1,2})?(?: tall)?\b/;
const TO_FIT_BODY =
  /\b(?:(?:can|could|will|would|should|do) (?:i|he|she|they|it|this|that|these|the [a-z0-9]+(?: one)?) (?:still |even |comfortably |actually |really )*(?:ride|fit|suit|use|reach|manage|work|be (?:ok|okay|right|too (?:big|small|tall|short)))|(?:right|good|ok|okay|too (?:big|small|tall|short)|big enough|small enough) for (?:me|him|her|my height|someone)|which (?:size|frame|one|of [a-z ]+) (?:can|should|do|would|fits?|suits?))\b/;
const BODY_SIZES = ["rider height", "body height", "height range", "frame size", "size"];

/** "I'm 1.93 m, which of these can I ride?" */
function bodyToFit(context: Context, clause: Clause): Topic[] | null {
  if (!BODY_LENGTH.test(context.message.plain) || !TO_FIT_BODY.test(plainOf(context.message, clause)))
    return null;
  const attribute = firstInView(context, BODY_SIZES);
  return attribute ? [{ ...clauseSpan(clause), about: attribute.name }] : null;
}

const BODY_PART =
  /\b(?:my|his|her|their|our) (?:[a-z]+ )?(head|foot|feet|waist|hand|hands|back|wrist|leg|legs|arm|arms|chest|neck|finger|inseam)\b/;

/** "My head is 62 cm round, will it fit?", "how long should my back be?": the size of that part, where items tell it. */
function partToFit(context: Context, clause: Clause): Topic[] | null {
  const part = BODY_PART.exec(context.message.plain)?.[1];
  const inView = attributesInView(context.state);
  const fits = /\b(?:fits?|big|small|long|short|tight|wide|size|right|be|suits?)\b/;
  if (part === undefined || inView === null || !fits.test(plainOf(context.message, clause))) return null;
  const about = [...inView].find((name) => name.split(" ").includes(part) && name.includes(" "));
  return about === undefined ? null : [{ ...clauseSpan(clause), about }];
}

/** "7 out of 10 makes me uneasy": of what is told so. */
function ratioTold(context: Context, clause: Clause): Topic[] | null {
  const [, mark, most] = /\b(\d+) (?:out )?(?:of|\/) ?(\d+)\b/.exec(plainOf(context.message, clause)) ?? [];
  if (mark === undefined || most === undefined) return null;
  const told = new RegExp(`^${mark} ?(?:out of|of|/) ?${most}\\b`);
  for (const { attributes } of itemsInView(context.state))
    for (const [name, value] of Object.entries(attributes))
      if (told.test(value)) return [{ ...clauseSpan(clause), about: name }];
  return null;
}

const OWN_THING =
  /\b(?:fits?|fitted|attach(?:es|ed)?|mounts?|clips?|goes|go|works?|compatible)(?: well| nicely)? (?:on |onto |to |with |over |around )?(?:the |a )?((?:[a-z]+ (?:of|on) )?(?:my|our|his|her)(?: (?:old|new|current|existing|own|[a-z]+))? ([a-z]+))/g;
const BODY_PARTS =
  /^(?:head|heads|feet|foot|hands?|wrists?|waist|body|build|size|frame|height|legs?|arms?|back|face|needs?|style|taste|budget|life|room|garden|bag|backpack|pocket|laptop|tablet|phone|luggage|purpose|hallway|car|boot|trunk|shed|garage|locker|desk)$/;

/** Whether it goes with something that the shopper has and the row can't know. */
function ownThingToFit(context: Context, clause: Clause): Topic[] | null {
  const [found] = findAll(context.message, OWN_THING, clause);
  const owned = found?.match[2] ?? "";
  if (!found || RECIPIENTS.has(owned) || BODY_PARTS.test(owned)) return null;
  if (/\b(?:in|into|inside|under|through|behind) (?:the |my |our )/.test(plainOf(context.message, found)))
    return null;
  const words = context.message.tokens.slice(found.from, found.to).map(({ word }) => word);
  const named = attributeSaid(words, attributesInView(context.state));
  return [{ ...clauseSpan(found), about: named ?? "compatibility" }];
}

/** "45 km won't get me there and back": the attribute that the items in view measure so. */
function measureDoubted(context: Context, clause: Clause): Topic[] | null {
  const inView = attributesInView(context.state);
  const words = context.message.tokens.slice(clause.from, clause.to).map(({ word }) => word);
  const said = attributeSaid(words, inView);
  if (said !== undefined) return [{ ...clauseSpan(clause), about: said }];
  for (const quantity of context.quantities) {
    if (!inside(quantity, clause) || quantity.currency !== null || quantity.unit === null) continue;
    // "A 16 inch laptop" is measured itself.
    const noun = context.message.tokens[quantity.to];
    if (noun?.kind === "word" && context.lexicon.attributeNamed([`${noun.stem} size`])) continue;
    const attribute = measureInView(context, quantity);
    if (attribute !== undefined) return [{ from: quantity.from, to: quantity.to, about: attribute }];
  }
  return null;
}

const POINTS_BACK = /\b(?:that|this|it|so (?:long|much|heavy|big|many))\b/;

/** "25 minutes of setup... not sure we'd manage that": of what was told before. */
function pointedBackAt(context: Context, clause: Clause): Topic[] | null {
  const place = context.clauses.indexOf(clause);
  const previous = context.clauses[place - 1];
  if (!previous) return null;
  // "Wool itches, that puts me off."
  if (
    /^(?:and |but )*(?:that|which|it|this) (?:[a-z]+ )?(?:puts?|worries|bothers|concerns|scares|troubles|makes|gives)\b/.test(
      plainOf(context.message, clause),
    )
  ) {
    const topics = findTopics(context, previous);
    return topics.length > 0
      ? topics.slice(0, 1).map(({ about }) => ({ ...clauseSpan(clause), about }))
      : null;
  }
  if (previous.asked || !POINTS_BACK.test(plainOf(context.message, clause))) return null;
  if (/\b(?:i|we|my|our)\b/.test(plainOf(context.message, previous))) return null;
  const inView = attributesInView(context.state);
  const isNamed = context.quantities.some(
    (quantity) => inside(quantity, previous) && quantity.currency === null && quantity.unit !== null,
  );
  if (!isNamed) return null;
  const words = context.message.tokens.slice(previous.from, previous.to).map(({ word }) => word);
  const named = kindredAttribute(context.vocabulary, words, inView)?.name;
  const topics = named ? [{ ...clauseSpan(previous), about: named }] : measureDoubted(context, previous);
  return topics && [{ ...clauseSpan(clause), about: topics[0]?.about ?? "other" }];
}

/** "He weighs 118 kilos, so that could be tight", "our lawn has 400 m²; not convinced it copes": of the measure before. */
function measuredBefore(context: Context, clause: Clause): Topic[] | null {
  const previous = context.clauses[context.clauses.indexOf(clause) - 1];
  if (!previous || previous.asked) return null;
  const own = findTopics(context, clause);
  if (own.some(({ about, value }) => about !== "feature" || (value ?? "").includes(" "))) return null;
  const isMeasured =
    context.quantities.some((quantity) => inside(quantity, previous) && quantity.currency === null) ||
    /\d/.test(plainOf(context.message, previous));
  const about = isMeasured
    ? (measuredAttribute(context, previous)?.name ?? meantAttribute(context, previous))
    : undefined;
  return about === undefined ? null : [{ ...clauseSpan(clause), about }];
}

const SO = "(?:really |actually |quite |all |that |as |so |too |very |properly |truly |completely |fully )*";
/** "Is as secure as", "will be warm enough", "is that bright". */
const ADJECTIVE = new RegExp(
  `\\b(?:is|are|be|being|stays?|stay|remains?|gets?|keeps?|looks?|seems?|feels?) ${SO}([a-z]+)(?= (?:as|enough|for|in|on|at|to|without)\\b| ?[?.,!]|$)`,
  "g",
);
/** "Rubber boots breathe at all", "it will rust". */
const VERB =
  /\b(?:(?:will|would|can|could|might|may|to|not|do|does|they|it|[a-z]+s) )(?:really |actually |even |ever |just )*([a-z]{4,})(?= (?:at all|easily|quickly|much|well|properly|anyway|soon|fast|too fast|through|off|apart|over time|in|on|under|when)\b| ?[?.,!]|$)/g;

/** The attribute that the clause's predicate names; null where it names none, or the clause names one by itself. */
function predicated(context: Context, clause: Clause): Topic[] | null {
  const inView = attributesInView(context.state);
  for (const found of findAll(context.message, ADJECTIVE, clause)) {
    const word = found.match[1] ?? "";
    const attribute =
      kindredAttribute(context.vocabulary, [word], inView)?.name ??
      firstInView(context, ownMeasuresOf(word))?.name;
    if (attribute !== undefined) return [{ from: found.to - 1, to: found.to, about: attribute }];
  }
  for (const found of findAll(context.message, VERB, clause)) {
    const word = found.match[1] ?? "";
    // What something does is asked of it even where no item in view tells it.
    const attribute = isNamedOutright(context, word)
      ? undefined
      : (kindredAttribute(context.vocabulary, [word], inView ?? null) ??
        kindredAttribute(context.vocabulary, [word], null));
    if (attribute) return [{ from: found.to - 1, to: found.to, about: attribute.name }];
  }
  return null;
}

/** Without the size that may stand in for the width: "too narrow" is more than a size. */
function ownMeasuresOf(adjective: string): readonly string[] {
  const attributes = ADJECTIVES.get(adjective)?.attributes ?? [];
  return attributes[0] === "size" ? attributes : attributes.filter((name) => name !== "size");
}

function isNamedOutright(context: Context, word: string): boolean {
  return (
    context.lexicon.attribute(word) !== undefined ||
    /^(?:sizes?|fits?|works?|sold|sure|convinced|certain|doubt|worried|scared|afraid|make|take|have|know|hold)$/.test(
      word,
    )
  );
}

function firstInView(context: Context, names: readonly string[]): VocabularyAttribute | undefined {
  const inView = attributesInView(context.state);
  const name = names.find((one) => inView?.has(one));
  return name === undefined
    ? undefined
    : (context.lexicon.attribute(name) ?? context.lexicon.attributeNamed([name]));
}

function clauseSpan({ from, to }: { from: number; to: number }) {
  return { from, to };
}
