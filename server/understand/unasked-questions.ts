/** What a message leaves open without asking [LED-1]: what is passed over, and wishes that can't all be had. */
import type { HeardPreference, HeardQuestion } from "../dialogue/understanding.ts";
import { isAge } from "./ages.ts";
import type { ClauseRole } from "./clause-roles.ts";
import { RECIPIENTS } from "./english-words.ts";
import type { FoundQuestion } from "./found-question.ts";
import type { FoundRecipient } from "./purposes.ts";
import { findAll, inside, plainOf, quote, type Span } from "./tokens.ts";
import { attributesInView, type Context } from "./understanding-context.ts";

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
      // A shop that sells nothing in sizes need not know a grown-up's, and a flask fits everybody.
      ...(saysSize ||
      (sizes === undefined && kind !== "child") ||
      !isSizeAtStake(context, recipient, size, kind === "child")
        ? []
        : [size]),
    ];
    return open.map(
      (about): FoundQuestion => ({
        from: recipient.from,
        to: recipient.to,
        act: null,
        question: { text, kind: "assumption", about, skus: [] },
      }),
    );
  });
}

const BODY_SIZE = /^(?:head|shoe|frame|clothing|waist|glove|hand|foot|ring) size$/;
/** What is bought to fit a body. */
const WORN_OR_RIDDEN =
  /\b(?:jackets?|coats?|parkas?|anoraks?|raincoats?|waterproofs|t ?-? ?shirts?|shirts?|tees?|tops?|blouses?|sweaters?|jumpers?|hoodies?|cardigans?|fleeces?|vests?|gilets?|trousers|pants|jeans|shorts|leggings|tights|skirts?|dress(?:es)?|suits?|underwear|bras?|socks?|shoes?|sneakers?|trainers?|boots?|sandals?|slippers?|heels|gloves?|mittens?|hats?|caps?|beanies?|helmets?|rings?|belts?|[a-z]*bikes?|bicycles?|skis?|snowboards?|skates?|wetsuits?|sleeping bags?|swimsuits?|bikinis?|pyjamas|pajamas|robes?|clothes|clothing|outfits?|onesies?|uniforms?|harness(?:es)?)\b/;

/** By what is in view, or else by the kind that is named: a child's size is asked for where none is. */
function isSizeAtStake(context: Context, recipient: Span, size: string, isChild: boolean): boolean {
  const inView = attributesInView(context.state);
  if (inView !== null) return inView.has(size) || [...inView].some((name) => BODY_SIZE.test(name));
  const clause = context.clauses.find((part) => inside(recipient, part)) ?? recipient;
  const named = context.mentions
    .filter((mention) => mention.kind === "category" && inside(mention, clause))
    .map(({ name }) => name);
  const held = context.state.preferences
    .filter((wish) => wish.held && wish.polarity === "positive" && wish.attribute === "category")
    .map(({ value }) => String(value));
  const kinds = [plainOf(context.message, clause), ...named, ...held].join(" , ").toLowerCase();
  return WORN_OR_RIDDEN.test(kinds) || (isChild && named.length + held.length === 0);
}

/** Wishes that pull against each other; each side is a pattern of wishes in words. */
const TENSIONS: { one: RegExp; other: RegExp; about: string }[] = [
  {
    one: /\b(?:light|lightweight|ultra ?-? ?light|feather ?-? ?light|light as a feather|weigh(?:s|ing)? (?:next to |almost |practically )?nothing)\b/,
    other:
      /\b(?:strong|sturdy|durable|robust|rugged|tough|indestructible|unbreakable|bomb ?-? ?proof|bullet ?-? ?proof|built like a tank|lasts? (?:forever|a lifetime))\b/,
    about: "weight",
  },
  {
    one: /\b(?:cheap|affordable|inexpensive|low cost|budget friendly|bargain|on a shoestring|costs? (?:me )?(?:next to |almost |practically )?nothing|costs? (?:peanuts|pennies|very little)|for (?:peanuts|pennies|next to nothing))\b/,
    other:
      /\b(?:high quality|best quality|top quality|top ?-? ?notch|premium|luxury|high ?-? ?end|top of the (?:line|range)|strong|durable|powerful|long ?-? ?lasting|lightweight|light|ultra ?-? ?light|feather ?-? ?light|weigh(?:s|ing)? (?:next to |almost |practically )?nothing|indestructible|unbreakable|bomb ?-? ?proof|well reviewed)\b/,
    about: "price",
  },
  {
    one: /\b(?:small|compact|tiny|slim|thin|pocket ?-? ?sized|packs? (?:really |very )?(?:small|tiny|flat))\b/,
    other:
      /\b(?:roomy|spacious|large capacity|huge|enormous|massive|gigantic|big screen|large screen|powerful|long battery life|holds a lot)\b/,
    about: "size",
  },
  { one: /\b(?:quiet|silent)\b/, other: /\b(?:powerful|loud)\b/, about: "noise" },
  {
    one: /\b(?:warm|warmest|insulated)\b/,
    other:
      /\b(?:thin|lightweight|breathable|ultra ?-? ?light|feather ?-? ?light|weigh(?:s|ing)? (?:next to |almost )?nothing|tiny|packs? (?:really |very )?(?:small|tiny))\b/,
    about: "weight",
  },
];

/** "The comfort of the first but the weight of the second": the best of two that are not one. */
const MIXES =
  /\b([a-z]+(?: [a-z]+)?) of (?:the )?[a-z0-9-]+(?: one)?(?: ,)? (?:but|and|with|plus|combined with|at) (?:also )?(?:the )?([a-z]+(?: [a-z]+)?) of (?:the )?[a-z0-9-]+/g;

function mixesItems(context: Context): FoundQuestion | null {
  const [found] = findAll(context.message, MIXES);
  if (!found || attributesInView(context.state) === null) return null;
  const names = found.match.slice(1).map((words) => words?.split(" ").at(-1) ?? "");
  const [about] = names.flatMap(
    (name) => context.lexicon.attribute(name)?.name ?? (name === "price" ? name : []),
  );
  if (about === undefined) return null;
  const text = quote(context.message, found);
  return { from: found.from, to: found.to, act: null, question: { text, kind: "conflict", about, skus: [] } };
}

/** Conflicts within what was just said, or between that and what is held. */
export function conflictsOf(context: Context, roles: ClauseRole[]): FoundQuestion[] {
  const spoken = context.clauses.filter(
    (_, index) => roles[index] === "statement" || roles[index] === "request",
  );
  const first = spoken[0];
  const last = spoken.at(-1);
  if (!first || !last) return [];
  const span = { from: first.from, to: last.to };
  // What is not wanted pulls at nothing: "strong, but not too light".
  const now = spoken
    .map((clause) => plainOf(context.message, clause))
    .join(" , ")
    .replace(/\b(?:too|not|never|less|no(?! more than\b))\b(?: [a-z]+){0,3}/g, " ");
  const mixed = mixesItems(context);
  if (mixed) return [mixed];
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
