/**
 * What a message asks or leaves open [LED-1, LED-2]: each question, doubt, condition, assumption and conflict is an
 * entry of its own.
 */
import type { DialogueAct, HeardPreference, HeardQuestion } from "../dialogue/understanding.ts";
import { isAge } from "./ages.ts";
import type { ClauseRole } from "./clause-roles.ts";
import type { Clause } from "./clauses.ts";
import { COMPARATIVES, STYLE_COMPARATIVES, SUPERLATIVES } from "./dimensions.ts";
import { RECIPIENTS } from "./english-words.ts";
import type { FoundRecipient } from "./purposes.ts";
import { findTopics } from "./question-topics.ts";
import type { FoundReference } from "./shown-cards.ts";
import { findAll, inside, plainOf, quote, type Span } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

export interface FoundQuestion extends Span {
  question: HeardQuestion;
  act: DialogueAct | null;
}

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
    else if (role === "condition") found.push(...entries(context, clause, "condition", references));
    else if (role === "request" || role === "statement")
      found.push(...serviceQuestions(context, clause, references));
  }
  return mergeFragments(found);
}

const ACT_OF_KIND = { asked: "ask-fact", doubt: "doubt", condition: "ask-fact" } as const;

function entries(
  context: Context,
  clause: Clause,
  kind: "asked" | "doubt" | "condition",
  references: FoundReference[],
): FoundQuestion[] {
  const difference = differenceAsked(context, clause);
  const skus = difference?.skus ?? skusIn(clause, references);
  const topics = difference
    ? [{ ...clause, about: difference.about }]
    : findTopics(context, clause, references);
  const text = quote(context.message, withoutJoiner(context, clause));
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

/** "How much lighter is it?", "by how much?"; "how much does it weigh?" asks for the weight itself. */
const DIFFERENCE =
  /^(?:and |but |so |ok |by )*(?:by )?(?:how much(?:(?: (?:more|less)(?: expensive)?| [a-z]+er)(?: (?:is|are|does|do) (?:it|they|this|that|the first|the second)(?: (?:weigh|cost))?)?)?|what is (?:the )?(?:price |weight )?difference(?: in (?:price|weight|cost))?)$/;

/** "By how much?" after a claim of the agent's: what it opened, and of which items [LED-1]. */
function differenceAsked(context: Context, clause: Clause): { about: string; skus: string[] } | null {
  const plain = plainOf(context.message, clause);
  if (!DIFFERENCE.test(plain)) return null;
  const open = context.state.openQuestions.filter(
    (entry) => entry.kind === "comparison" && entry.status === "open",
  );
  const last = open.at(-1);
  if (!last) return null;
  const words = plain.split(" ");
  const dimension = words
    .map((word) => COMPARATIVES.get(word))
    .find((entry) => entry !== undefined)?.attributes;
  const named = words.find((word) => word === "price" || word === "cost" || word === "expensive");
  const about =
    named !== undefined || dimension?.[0] === "price"
      ? "price"
      : ((dimension && context.lexicon.attributeNamed(dimension)?.name) ??
        (words.some((word) => /^weigh/.test(word)) ? "weight" : last.text));
  return { about, skus: open.findLast((entry) => entry.about === about)?.skus ?? last.skus };
}

/** The "and" that ties a clause to the one before is no part of its question. */
function withoutJoiner(context: Context, clause: Span): Span {
  const joined = /^(?:and|but|or|so|also|then)$/.test(context.message.tokens[clause.from]?.word ?? "");
  return joined && clause.to > clause.from + 1 ? { from: clause.from + 1, to: clause.to } : clause;
}

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

function spanOf(span: Span): Span {
  return { from: span.from, to: span.to };
}

function skusIn(span: Span, references: FoundReference[]): string[] {
  return [
    ...new Set(
      references.filter((found) => inside(found, span)).flatMap((found) => found.reference.skus.slice(0, 1)),
    ),
  ];
}

/** "Which is lighter?" is about the weight of the items compared. */
function comparison(context: Context, clause: Clause, references: FoundReference[]): FoundQuestion {
  const words = context.message.tokens.slice(clause.from, clause.to).map((token) => token.word);
  const dimension = words
    .map((word) => COMPARATIVES.get(word) ?? SUPERLATIVES.get(word))
    .find((entry) => entry !== undefined);
  const style = words.map((word) => STYLE_COMPARATIVES.get(word)).find((entry) => entry !== undefined);
  const topic = findTopics(context, clause, references).find((entry) => entry.about !== "feature");
  const measured =
    dimension &&
    (dimension.attributes[0] === "price"
      ? "price"
      : (context.lexicon.attributeNamed(dimension.attributes)?.name ?? dimension.attributes[0]));
  const about = measured ?? topic?.about ?? (style ? "feature" : "other");
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

/** What a clause adds to the question beside it is no question of its own: "can I return it if it doesn't fit?" */
function mergeFragments(found: FoundQuestion[]): FoundQuestion[] {
  return found.filter((entry, index) => {
    const { about, kind, text } = entry.question;
    const previous = found[index - 1]?.question;
    if (kind === "condition" && previous?.kind === "asked")
      return about !== "other" && about !== previous.about;
    const neighbour = previous ?? found[index + 1]?.question;
    return about !== "other" || kind !== "asked" || neighbour?.kind !== "asked" || text.split(" ").length > 2;
  });
}

const AGE_IN_WORDS =
  /\b(?:he|she|who|daughter|son|niece|nephew|kid|child|boy|girl) (?:is|turns|turned|just turned|will be) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\b/;

/** "It's for my daughter" leaves open how old she is and what size she needs, unless the message says so. */
export function assumptionsOf(context: Context, recipients: FoundRecipient[]): FoundQuestion[] {
  if (recipients.length === 0) return [];
  const sizes = context.lexicon.attributeNamed(["size", "frame size", "shoe size", "clothing size"]);
  const size = sizes?.name ?? "size";
  const saysSize =
    context.quantities.some(
      (quantity) => quantity.unit === "cm" || quantity.unit === "ft" || quantity.unit === "m",
    ) || context.mentions.some((mention) => mention.attributes.includes(size));
  const saysAge =
    AGE_IN_WORDS.test(context.message.plain) ||
    context.quantities.some((quantity) => isAge(context, quantity));
  return recipients.flatMap((recipient) => {
    const kind = RECIPIENTS.get(recipient.word);
    const text = quote(context.message, recipient);
    const open = [
      ...(kind === "child" && recipient.age === null && !saysAge ? ["age"] : []),
      // A shop that sells nothing in sizes need not know a grown-up's.
      ...(saysSize || (sizes === undefined && kind !== "child") ? [] : [size]),
    ];
    return open.map(
      (about): FoundQuestion => ({
        ...spanOf(recipient),
        act: null,
        question: { text, kind: "assumption", about, skus: [] },
      }),
    );
  });
}

/** Wishes that pull against each other; each side is a pattern of wishes in words. */
const TENSIONS: { one: RegExp; other: RegExp; about: string }[] = [
  {
    one: /\b(?:light|lightweight|ultralight)\b/,
    other: /\b(?:strong|sturdy|durable|robust|rugged|tough)\b/,
    about: "weight",
  },
  {
    one: /\b(?:cheap|affordable|inexpensive|low cost|budget friendly)\b/,
    other:
      /\b(?:high quality|best quality|top quality|premium|luxury|high end|top of the line|strong|durable|powerful|long lasting|lightweight|light|ultralight|well reviewed)\b/,
    about: "price",
  },
  {
    one: /\b(?:small|compact|tiny|slim|thin)\b/,
    other:
      /\b(?:roomy|spacious|large capacity|huge|big screen|large screen|powerful|long battery life|holds a lot)\b/,
    about: "size",
  },
  { one: /\b(?:quiet|silent)\b/, other: /\b(?:powerful|loud)\b/, about: "noise" },
  { one: /\b(?:warm|insulated)\b/, other: /\b(?:thin|lightweight|breathable|ultralight)\b/, about: "weight" },
];

/** Conflicts within what was just said, or between that and what is held. */
export function conflictsOf(context: Context, roles: ClauseRole[]): FoundQuestion[] {
  const spoken = context.clauses.filter(
    (_, index) => roles[index] === "statement" || roles[index] === "request",
  );
  const first = spoken[0];
  const last = spoken.at(-1);
  if (!first || !last) return [];
  const span = { from: first.from, to: last.to };
  const now = spoken.map((clause) => plainOf(context.message, clause)).join(" , ");
  if (/\b(?:too|not|no|never|less)\b/.test(now)) return [];
  const held = context.state.preferences
    .filter((wish) => wish.held && wish.polarity === "positive")
    .map((wish) => `${wish.value} ${wish.said.toLowerCase()}`)
    .join(" , ");
  return TENSIONS.flatMap(({ one, other, about }) => {
    const fresh =
      (one.test(now) && (other.test(now) || other.test(held))) || (other.test(now) && one.test(held));
    if (!fresh) return [];
    const sides = findAll(context.message, new RegExp(`${one.source}|${other.source}`, "g"), span);
    const from = sides[0]?.from ?? span.from;
    const to = sides.at(-1)?.to ?? span.to;
    const name = about === "price" ? "price" : (context.lexicon.attributeNamed([about])?.name ?? about);
    return [
      {
        from,
        to,
        act: null,
        question: { text: quote(context.message, { from, to }), kind: "conflict", about: name, skus: [] },
      },
    ];
  });
}

/** Bounds that leave nothing between them conflict as well: "at least 500 but under 300". */
export function impossibleBounds(preferences: HeardPreference[], text: string): HeardQuestion[] {
  return preferences.flatMap((low) => {
    if (low.operator !== "at-least" || typeof low.value !== "number") return [];
    const lowest = low.value;
    const high = preferences.find(
      (wish) =>
        wish.attribute === low.attribute &&
        wish.operator === "at-most" &&
        typeof wish.value === "number" &&
        wish.value < lowest,
    );
    return high ? [{ text, kind: "conflict" as const, about: low.attribute, skus: [] }] : [];
  });
}
