/**
 * What a message asks or leaves open [LED-1, LED-2]: each question, doubt, condition, assumption and conflict is an
 * entry of its own.
 */
import { isOfShop } from "../dialogue/ledger.ts";
import type { HeardQuestion } from "../dialogue/understanding.ts";
import type { Topic } from "./asked-topic.ts";
import type { ClauseRole } from "./clause-roles.ts";
import type { Clause } from "./clauses.ts";
import { COMPARATIVES, STYLE_COMPARATIVES, SUPERLATIVES } from "./dimensions.ts";
import { differenceAsked, followUp } from "./follow-up-questions.ts";
import { type FoundQuestion, skusIn, spanOf, withoutJoiner } from "./found-question.ts";
import { measuredAttribute } from "./meant-attribute.ts";
import { focusOf } from "./question-focus.ts";
import { findTopics } from "./question-topics.ts";
import type { FoundReference } from "./shown-cards.ts";
import { inside, plainOf, quote, type Span } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

export function findQuestions(
  context: Context,
  roles: ClauseRole[],
  references: FoundReference[],
  blocked: Span[],
): FoundQuestion[] {
  const found: FoundQuestion[] = [];
  for (const [index, clause] of context.clauses.entries()) {
    const role = roles[index];
    if (blocked.some((span) => inside(span, clause) || inside(clause, span))) continue;
    if (role === "compare") addComparison(context, found, clause, references);
    else if (role === "fact") found.push(...entries(context, clause, "asked", references));
    else if (role === "doubt" && !isPlainIgnorance(context, clause))
      found.push(...entries(context, clause, "doubt", references));
    else if (role === "condition") {
      if (!CONSEQUENT.test(plainOf(context.message, clause)))
        found.push(...entries(context, clause, "condition", references));
    } else if (role === "request" || role === "statement")
      found.push(...serviceQuestions(context, clause, references));
  }
  return mergeFragments(context, found);
}

/** "If it has a belt drive, yes": what follows from a condition is none itself. */
const CONSEQUENT =
  /^(?:then |and |so )*(?:(?:yes|yeah|sure|ok|okay|fine|great|perfect|deal|sold|no|not|nope|otherwise)\b|i (?:am in|am sold|will|would|might|could|can|want)\b|it is (?:a deal|mine|perfect)|count me|let us|add|take my)/;

const ACT_OF_KIND = { asked: "ask-fact", doubt: "doubt", condition: "ask-fact" } as const;

function entries(
  context: Context,
  clause: Clause,
  kind: "asked" | "doubt" | "condition",
  references: FoundReference[],
): FoundQuestion[] {
  const difference = differenceAsked(context, clause);
  const skus = difference?.skus ?? skusIn(clause, references);
  const followed = difference ? null : followUp(context, clause, kind, references);
  if (followed) return followed;
  const topics = difference
    ? [{ ...clause, about: difference.about }]
    : isOfShopItself(context, clause) || asksShopToDo(context, clause, kind)
      ? serviceTopics(context, clause, references)
      : (focusOf(context, clause, kind) ??
        withoutSurroundings(context, findTopics(context, clause, references)));
  const text = quote(context.message, withoutJoiner(context, clause));
  if (topics.length === 0 && isOfNothing(context, clause, kind)) return [];
  if (topics.length === 0) {
    return [{ ...spanOf(clause), act: ACT_OF_KIND[kind], question: { text, kind, about: "other", skus } }];
  }
  return topics.map((topic) => ({
    ...spanOf(clause),
    act: ACT_OF_KIND[kind],
    question: {
      text,
      kind,
      about: topic.about,
      skus,
      ...(topic.value === undefined ? {} : { value: topic.value }),
    },
  }));
}

/** "Who needs sleep", "not sure what I want": without a mark, a topic, an item or the shop in it, nothing is asked of either. */
function isOfNothing(context: Context, clause: Clause, kind: "asked" | "doubt" | "condition"): boolean {
  const plain = plainOf(context.message, clause);
  // "Not sure yet, just looking" with nothing to be unsure of.
  if (kind === "doubt" && !hasItemInView(context.state)) return true;
  if (kind === "doubt")
    return /\b(?:not (?:really |quite |too |so )?sure|unsure|no idea|do not know) (?:yet )?(?:what|which|how|where|when|who) (?:i|we|he|she|to)\b/.test(
      plain,
    );
  // "How many rungs", "which OS": a noun is asked for.
  if (/^(?:how (?:many|much)|which|what) [a-z]/.test(plain) && hasItemInView(context.state)) return false;
  return (
    kind === "asked" &&
    !clause.asked &&
    !/\b(?:you|your|it|its|this|that|these|those|they|them|ones?|both|either|two|there|any|anyone|someone|the [a-z]+|(?:can|could|do|should|must|may|would|will|where|how) i)\b/.test(
      plain,
    )
  );
}

/** What the shop does besides selling: no listing holds it, whatever else the words may name. */
const SHOP_ITSELF =
  /\b(?:gift[ -]?wrap(?:ping|ped)?|gift cards?|engrav(?:e|ing|ings|ed)|personali[sz](?:e|ed|ing|ation)|monogram(?:med|ming)?|rent(?:als?|ing)?|loyalty|rewards? (?:program(?:me)?s?|points)|membership|newsletter|showrooms?|opening hours|trade[ -]?ins?|test[ -]rid(?:e|es|ing)|(?:your|a|any) (?:physical |local |own |real )?(?:stores?|shops?|branch(?:es)?|outlets?)|are you (?:open|closed|based|located)|where are you|open on (?:[a-z]+days?)|when do you (?:open|close)|try (?:it|them|this) (?:on|out)|in person|in real life|(?:shop|store|place) (?:i|we|one) (?:can|could) (?:visit|go to))\b/;

function isOfShopItself(context: Context, clause: Clause): boolean {
  return SHOP_ITSELF.test(plainOf(context.message, clause));
}

/** "Would you take our old sofa away?" asks what the shop does; what "you can wash" is anybody's to wash. */
const SHOP_DOES =
  /^(?:(?:and|but|so|also|or|then|ok) )*(?:do|would|will) you (?:guys |also |ever |even |still |perhaps |maybe |usually )*(?!know|happen|think|say|mind|recommend|suggest|have|sell|carry|stock|got|keep|like|prefer|mean|see|want|need|pick|choose|go|get|rather|find|call|be|use|wear|reckon|feel|believe|consider|own|show|tell|give)[a-z]+/;

function asksShopToDo(context: Context, clause: Clause, kind: "asked" | "doubt" | "condition"): boolean {
  return kind === "asked" && SHOP_DOES.test(plainOf(context.message, clause));
}

function serviceTopics(context: Context, clause: Clause, references: FoundReference[]): Topic[] {
  return findTopics(context, clause, references).filter(({ about }) => isOfShop(about));
}

/** "Will the zip freeze in winter?" asks about the zip: when and where is no question of its own. */
function withoutSurroundings(context: Context, topics: Topic[]): Topic[] {
  if (topics.length < 2) return topics;
  const asksShop = topics.some(({ about }) => isOfShop(about));
  return topics.filter(({ from, value, about }) => {
    const before = context.message.plain.slice(0, context.message.plainStarts[from]);
    // "Is there a warranty on the battery?" asks for the warranty.
    if (asksShop && !isOfShop(about) && /\b(?:on|for|of|covers?|to) (?:the |its |a |my )?$/.test(before))
      return false;
    if (value === undefined || OPTIONS.test(about)) return true;
    if (COUNTED_OR_OWNED.test(before)) return false;
    return !/\b(?:in|for|during|on|at|through|over|like|lasts?|survives?) (?:the |a |an |my )?$/.test(before);
  });
}
/** "Two kids", "my office": what is spoken of, and no value that an item should have. */
const COUNTED_OR_OWNED = /\b(?:my|our|his|her|their|two|three|four|five|six) $/;
const OPTIONS = /colou?r|size|style|finish|flavou?r|scent|material/;

/** "Which is better, the first or the Trek?" is one comparison over two clauses. */
function addComparison(
  context: Context,
  found: FoundQuestion[],
  clause: Clause,
  references: FoundReference[],
): void {
  const entry = comparison(context, clause, references);
  const previous = found.at(-1);
  const sentence = previous && context.clauses.find((part) => part.from === previous.from)?.sentence;
  if (previous?.act !== "compare" || sentence !== clause.sentence) {
    found.push(entry);
    return;
  }
  previous.to = clause.to;
  previous.question.text = quote(context.message, previous);
  previous.question.skus = [...new Set([...previous.question.skus, ...entry.question.skus])];
  if (previous.question.about === "other") previous.question.about = entry.question.about;
}

/** "Which is lighter?" is about the weight of the items compared. */
function comparison(context: Context, clause: Clause, references: FoundReference[]): FoundQuestion {
  const words = context.message.tokens.slice(clause.from, clause.to).map((token) => token.word);
  const dimension = words
    .map((word) => COMPARATIVES.get(word) ?? SUPERLATIVES.get(word))
    .find((entry) => entry !== undefined);
  const style = words.map((word) => STYLE_COMPARATIVES.get(word)).find((entry) => entry !== undefined);
  const topic =
    focusOf(context, clause, "asked")?.[0] ??
    findTopics(context, clause, references).find((entry) => entry.about !== "feature");
  const measured =
    dimension &&
    (dimension.attributes[0] === "price"
      ? "price"
      : (context.lexicon.attributeNamed(dimension.attributes)?.name ?? dimension.attributes[0]));
  const about =
    measuredAttribute(context, clause)?.name ?? measured ?? topic?.about ?? (style ? "feature" : "other");
  const question: HeardQuestion = {
    text: quote(context.message, withoutJoiner(context, clause)),
    kind: "asked",
    about,
    skus: skusIn(clause, references),
  };
  return {
    ...spanOf(clause),
    act: "compare",
    question: style && about === "feature" ? { ...question, value: style } : question,
  };
}

/** "I don't know" and "not sure" alone answer the agent's question; they doubt nothing. */
function isPlainIgnorance(context: Context, clause: Clause): boolean {
  const open = context.state.openQuestions.some(
    (entry) => entry.raisedBy === "agent" && entry.status === "open",
  );
  return (
    open &&
    /^(?:(?:i am|well|hmm|um|honestly|really|still) )*(?:not (?:really |so )?sure(?: yet)?|unsure|i do not know|no idea|do not know)$/.test(
      plainOf(context.message, clause),
    )
  );
}

const SERVICE_WISH =
  /\b(?:free shipping|shipping (?:cost|time)s?|delivery times?|return policy|warranty|discount|coupon|promo code)\b/;

/** "What sizes do you have?" beside an item asks about it. */
const ASKS_FOR_CHOICE =
  /^(?:and |so |but )*(?:what|which) (?:sizes|colou?rs|shades|flavou?rs|versions) do you (?:have|carry|stock)$/;

/** A request that names a service asks about it as well: "looking for a bike with free shipping". */
function serviceQuestions(context: Context, clause: Clause, references: FoundReference[]): FoundQuestion[] {
  const plain = plainOf(context.message, clause);
  if (ASKS_FOR_CHOICE.test(plain) && hasItemInView(context.state))
    return entries(context, clause, "asked", references);
  if (!SERVICE_WISH.test(plain)) return [];
  const service = findTopics(context, clause, references).find((topic) =>
    ["shipping", "returns", "warranty", "discount"].includes(topic.about),
  );
  if (!service) return [];
  const question: HeardQuestion = {
    text: quote(context.message, clause),
    kind: "asked",
    about: service.about,
    skus: skusIn(clause, references),
  };
  return [{ from: service.from, to: service.to, act: "ask-fact", question }];
}

/** "And how long does it take?" after a word on shipping asks more of the shipping. */
const ASKS_ON =
  /^(?:and |or |so |but )*(?:how (?:long|much|fast|soon|quickly) (?:does|do|is|are|will|would|did) (?:it|that|this|they|you)(?: (?:take|cost|usually take))?(?: you)?|for how long|until when|how long|how much|how so|where to|is (?:it|that) free|what does (?:it|that) cost)$/;

const ALTERNATIVES = /^(?:[a-z0-9-]+ ){1,2}or (?:[a-z0-9-]+ ?){1,2}$/;

const POINTS_BACK =
  /^(?:and |but )*(?:that|which|it|this) (?:[a-z]+ )?(?:puts?|worries|bothers|concerns|scares|troubles|makes|gives)\b/;

/** "Who pays for the return if the size is off?" asks nothing of the size: when something holds is part of the question. */
function isCircumstance(context: Context, entry: Span, asked: Span | undefined): boolean {
  const sentenceOf = (span: Span) => context.clauses.find(({ from }) => from === span.from)?.sentence;
  return asked !== undefined && sentenceOf(entry) !== undefined && sentenceOf(entry) === sentenceOf(asked);
}

/** What a clause adds to the question beside it is no question of its own: "can I return it if it doesn't fit?" */
function mergeFragments(context: Context, found: FoundQuestion[]): FoundQuestion[] {
  return found.filter((entry, index) => {
    const { about, kind, text } = entry.question;
    const previous = found[index - 1]?.question;
    const next = found[index + 1];
    // "Wool itches, that puts me off" is one doubt.
    if (
      kind === "doubt" &&
      next?.question.kind === "doubt" &&
      POINTS_BACK.test(next.question.text.toLowerCase())
    )
      return next.question.about === "other";
    // One worry in two breaths: "82 dB, the neighbours will hate me".
    if (
      kind === "doubt" &&
      about === "other" &&
      (previous?.kind === "doubt" || next?.question.kind === "doubt")
    )
      return previous?.kind !== "doubt" && next?.question.about === "other";
    if (
      kind === "doubt" &&
      previous?.kind === "doubt" &&
      previous.about === about &&
      previous.value === entry.question.value
    )
      return false;
    if (kind === "condition" && previous?.kind === "asked")
      return (
        about !== "other" && about !== previous.about && !isCircumstance(context, entry, found[index - 1])
      );
    if (kind === "asked" && previous && isOfShop(previous.about) && ASKS_ON.test(text.toLowerCase())) {
      if (about === "other" || about === "price") return false;
    }
    // "What white is it, warm or cold?" offers answers to one question.
    const isSame = isCircumstance(context, entry, found[index - 1]);
    if (kind === "asked" && previous?.kind === "asked" && isSame && ALTERNATIVES.test(text.toLowerCase()))
      return false;
    if (kind === "condition" && entry.question.value === undefined && next?.question.kind === "asked")
      return !isCircumstance(context, entry, next);
    const neighbour = previous ?? found[index + 1]?.question;
    return about !== "other" || kind !== "asked" || neighbour?.kind !== "asked" || text.split(" ").length > 2;
  });
}
