/** What the shopper wants, said back: "gravel bikes under $800 for commuting, not in red". */
import type { Money } from "../../catalog/product.ts";
import { kindAsked } from "../../dialogue/kinds.ts";
import { minorOf } from "../../dialogue/money.ts";
import type { Preference } from "../../dialogue/state.ts";
import { withArticle } from "../words/articles.ts";
import type { Verb } from "../words/clauses.ts";
import { inlineText } from "../words/finish-sentence.ts";
import { joinWithAnd } from "../words/join-phrases.ts";
import { lowerOrdinaryWords, restoreAcronyms } from "../words/letter-case.ts";
import { isPluralNoun, numeral, pluralOf } from "../words/nouns.ts";
import { phraseMeasure, phraseValue } from "../words/phrase-value.ts";
import { isAdjective, isRelation, phraseAttribute } from "./phrase-attribute.ts";

export interface WishContext {
  locale: string;
  money: (money: Money) => string;
  names: ReadonlySet<string>;
  /** ISO 4217, where the shopper named no currency. */
  currency: string;
}

/** The wishes as one noun phrase: "waterproof backpacks under $80", or with "something" for the kind of product. */
export function phraseTarget(preferences: readonly Preference[], context: WishContext): string {
  const { kinds, others } = partOut(preferences);
  const inFront = others
    .filter((wish) => standsInFront(wish, context))
    .map((wish) => phraseWish(wish, context));
  const behind = others.filter((wish) => !standsInFront(wish, context));
  const kind = joinWithAnd(
    kinds.map((wish) => phraseKind(wish, context)),
    context.locale,
  );
  const head =
    kinds.length > 0
      ? [inFront.join(", "), kind].filter(Boolean).join(" ")
      : `something ${joinWithAnd(inFront, context.locale)}`.trim();
  return `${head}${attached(behind, context)}`;
}

/** The wishes as they are repeated: "gravel bikes under $800", "something cheaper", "under $800 and in black". */
export function phraseWishes(preferences: readonly Preference[], context: WishContext): string {
  const { kinds, others } = partOut(preferences);
  if (kinds.length > 0 || others.some((wish) => standsInFront(wish, context)))
    return phraseTarget(preferences, context);
  const phrases = inOrder(others).map((wish) => phraseWish(wish, context));
  const wanted = phrases.filter((phrase) => !REFUSAL.test(phrase));
  const refused = phrases.filter((phrase) => REFUSAL.test(phrase));
  if (wanted.length === 0 || refused.length === 0) return joinWithAnd(phrases, context.locale);
  return `${joinWithAnd(wanted, context.locale)}, but ${joinWithAnd(refused, context.locale)}`;
}

/** "Waterproof" and "lighter" go before the noun, "in red" and "under $80" behind it. */
function standsInFront(wish: Preference, context: WishContext): boolean {
  if (wish.polarity === "negative") return false;
  if (comparativeOf(wish) !== null) return true;
  const phrase = phraseWish(wish, context);
  return (
    /^\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*)?$/u.test(phrase) &&
    (isAdjective(phrase) || PLAIN_ADJECTIVE.test(phrase))
  );
}

const PLAIN_ADJECTIVE =
  /^(?!(?:in|for|with|from|at|under) )(?:light|small|quiet|fast|cheap|simple|slim|big|large|warm|new|modern|classic|comfortable|wireless|folding|used|second-hand)$/;

/** One wish, as it follows a noun or stands alone. */
export function phraseWish(preference: Preference, context: WishContext): string {
  const phrase = phrasePositive(preference, context);
  if (preference.polarity === "negative") return negate(preference, phrase, context);
  const isLoose =
    preference.firmness === "prefer" &&
    preference.origin === "said" &&
    !SELF_EVIDENT.has(preference.attribute);
  return isLoose ? `ideally ${phrase}` : phrase;
}

const SELF_EVIDENT = new Set(["price", "category", "usage", "recipient"]);

/** What a withdrawn wish was about: "the budget", "the colour". */
export function topicOfWish(preference: Preference): string {
  return topicOf(preference.attribute);
}

export function topicOf(attribute: string): string {
  if (isRelation(attribute)) return `what it's ${inlineText(attribute)}`;
  if (isAdjective(attribute)) return `whether it's ${inlineText(attribute)}`;
  return TOPICS.get(attribute) ?? `the ${restoreAcronyms(inlineText(attribute))}`;
}

const TOPICS = new Map(
  Object.entries<string>({
    price: "the budget",
    category: "the kind of product",
    brand: "the brand",
    rating: "the rating",
    usage: "what it's for",
    recipient: "who it's for",
    feature: "that feature",
  }),
);

function partOut(preferences: readonly Preference[]): { kinds: Preference[]; others: Preference[] } {
  const spoken = preferences.filter(
    (preference) => preference.operator !== "any" && preference.value !== null,
  );
  const isKind = (preference: Preference) =>
    preference.attribute === "category" && preference.polarity === "positive";
  return { kinds: spoken.filter(isKind), others: spoken.filter((preference) => !isKind(preference)) };
}

/** "under $800 for commuting, in black, but not from Trek": the first two hang on the noun, refusals come last. */
function attached(wishes: readonly Preference[], context: WishContext): string {
  const phrases = inOrder(wishes).map((wish) => phraseWish(wish, context));
  const refusals = phrases.filter((phrase) => REFUSAL.test(phrase));
  const wanted = phrases.filter((phrase) => !REFUSAL.test(phrase));
  const direct = wanted
    .slice(0, 2)
    .map((phrase) => (phrase.startsWith("ideally") ? `, ${phrase}` : ` ${phrase}`));
  const further = wanted.slice(2).map((phrase) => `, ${phrase}`);
  const refused = refusals.length > 0 ? [`, but ${joinWithAnd(refusals, context.locale)}`] : [];
  return [...direct, ...further, ...refused].join("");
}

const REFUSAL = /^(?:not|no)\b/;

function inOrder(wishes: readonly Preference[]): Preference[] {
  return [...wishes].sort((one, other) => rank(one) - rank(other));
}

function rank(wish: Preference): number {
  if (wish.polarity === "negative") return 3;
  if (wish.attribute === "price") return 0;
  return wish.firmness === "prefer" ? 2 : 1;
}

function phraseKind(preference: Preference, context: WishContext): string {
  return kindInPlural(kindAsked(preference), context.names);
}

/** A kind of product, as it is spoken of: "Rain Jackets" to "rain jackets", "All Phones" to "phones", "Cycling" to "cycling items". */
export function kindInPlural(category: string, names: ReadonlySet<string>): string {
  const name = inlineText(category)
    .replace(/\s*&\s*/g, " and ")
    .replace(/^all (?=\S+ ?\S)/i, "");
  const kind = pluralOf(lowerOrdinaryWords(name, names));
  return /^\p{L}+ing(?: and .*)?$/u.test(kind) && !GOODS.test(kind.split(" ")[0] ?? "")
    ? `${kind} items`
    : kind;
}
/** Ends like what people do, and is a thing all the same. */
const GOODS = /(?:cloth|bedd|light|jewell?er|rigg|earr|r|str|spr|w|packag|flooring|upholster|foot|plumb)ing$/;

function phrasePositive(preference: Preference, context: WishContext): string {
  const { attribute, value } = preference;
  const comparative = comparativeOf(preference);
  if (comparative !== null) return comparative;
  if (attribute === "price") return phraseBudget(preference, context);
  if (typeof value !== "string") return phraseNumberWish(preference, context);
  const said = phraseValue(value, context.names);
  switch (attribute) {
    case "brand":
      return `from ${inlineText(value)}`;
    case "usage":
      if (/^for (?:my|our|the|an?) (?:\S+ ?){1,4}$/i.test(preference.said))
        return inlineText(preference.said.replace(/\b(?:my|our)\b/i, "your"));
      return said.startsWith("for ") ? said : `for ${phraseUser(said)}`;
    case "recipient":
      return `for ${phraseRecipient(withoutPossessive(said))}`;
    case "feature":
      return FEATURE_STANDS_ALONE.test(said) ? said : `with ${restoreAcronyms(said)}`;
    case "category":
      return said;
    case "colour":
    case "color":
      return `in ${said}`;
    case "size":
      return `in size ${inlineText(value)}`;
    case "material":
      return `in ${said}`;
    default:
      return phraseAttributeWish(attribute, value, context);
  }
}

function phraseUser(said: string): string {
  const user = withoutPossessive(said);
  return USERS.test(user) ? pluralOf(user) : user;
}

/** "Kids'" and "men's" of "a kids' bike": nothing is "for kids's". */
function withoutPossessive(said: string): string {
  return said.replace(/(s)['’]s?$|['’]s$/i, "$1");
}

/** A usage that names who uses it: "for beginners", but "for commuting". */
const USERS =
  /^(?:beginner|starter|professional|amateur|expert|student|gamer|runner|travell?er|commuter|adult|kid)$/i;

const FEATURE_STANDS_ALONE =
  /^(?:with|without|for|in|no|not|easy|light|lightweight|small|compact|quiet|fast|cheap|simple|slim|sturdy|big|large|soft|warm|new|modern|classic|portable|durable|comfortable|wireless|folding)\b|(?:proof|able|less|free|resistant|friendly|vegan|organic|natural|gluten|ing|ed|ic|y)$/i;

/** The same shapes as a claim's, turned into what follows a noun: "has an 8-inch screen" to "with an 8-inch screen". */
function phraseAttributeWish(attribute: string, value: string, context: WishContext): string {
  const name = restoreAcronyms(inlineText(attribute));
  const said = phraseValue(value, context.names);
  const part = /^(.+) (?:material|colou?r)$/.exec(name)?.[1];
  if (part) return isPluralNoun(part) ? `with ${said} ${part}` : `with ${withArticle(`${said} ${part}`)}`;
  const { part: subject, verb, rest, negated } = phraseAttribute(attribute, value, context);
  if (negated) return verb === "be" ? `not ${rest}` : `without ${rest}`;
  if (subject === null && verb in AFTER_NOUN) return `${AFTER_NOUN[verb]}${rest}`;
  if (attribute === "style") return `${said}-style`;
  if (said.toLowerCase().slice(0, 6) === name.toLowerCase().slice(0, 6)) return said;
  return `with ${said} as the ${name}`;
}

const AFTER_NOUN: Partial<Record<Verb, string>> = {
  be: "",
  have: "with ",
  weigh: "weighing ",
  hold: "holding ",
  come: "",
  run: "running ",
  close: "closing ",
  pack: "packing ",
  fit: "fitting ",
  take: "taking ",
  charge: "charging ",
  keep: "keeping ",
};

function phraseRecipient(said: string): string {
  const bare = said
    .replace(/^(?:my|our|a|an|the|for)\s+/i, "")
    .replace(/\b(\d+)[- ]?years?[- ]olds?\b/i, "$1-year-old");
  if (/^(?:me|myself|us|you|yourself)$/i.test(bare)) return "you";
  if (/^\d+[- ]year[- ]old$/i.test(bare)) return withArticle(bare);
  return RELATIONS.test(bare) ? `your ${bare}` : bare;
}

const RELATIONS =
  /^(?:\d+[- ]year[- ]old )?(?:daughter|son|wife|husband|partner|girlfriend|boyfriend|mother|mum|mom|father|dad|sister|brother|friend|kids?|child|children|parents|grandmother|grandma|grandfather|grandpa|niece|nephew|boss|colleague|baby|dog|cat|grandson|granddaughter|aunt|uncle|cousin)\b/i;

/** "Cheaper" and "lighter" set a limit just under an item's own value; said back they are still only that. */
export function comparativeOf({ attribute, operator, origin, said }: Preference): string | null {
  if (origin !== "critique" || (operator !== "at-most" && operator !== "at-least")) return null;
  if (attribute === "price") return operator === "at-most" ? "cheaper" : "dearer";
  // "Too heavy" asks for something lighter.
  if (attribute === "weight") return operator === "at-most" ? "lighter" : "heavier";
  return /\b[a-z]{3,}er\b/i.exec(said)?.[0].toLowerCase() ?? null;
}

function phraseBudget(preference: Preference, context: WishContext): string {
  const { operator, value, said } = preference;
  const amount = (major: number) => context.money(moneyOfMajor(major, preference.unit ?? context.currency));
  if (Array.isArray(value)) return `between ${amount(value[0])} and ${amount(value[1])}`;
  if (typeof value !== "number") return `at ${inlineText(String(value))}`;
  if (operator === "at-most")
    return /\b(?:under|below|less)\b|</i.test(said) ? `under ${amount(value)}` : `up to ${amount(value)}`;
  if (operator === "at-least") return `from ${amount(value)} up`;
  return operator === "about" ? `around ${amount(value)}` : `at ${amount(value)}`;
}

/** Preferences hold prices in major units; money is kept in minor ones. The exponent is the currency's. */
function moneyOfMajor(major: number, currency: string): Money {
  return { minor: minorOf(major, currency), currency };
}

function phraseNumberWish(preference: Preference, context: WishContext): string {
  const { attribute, operator } = preference;
  const { value, unit } = inUsualUnit(preference);
  const measure = (number: number) => phraseMeasure(number, unit ?? "", context.locale);
  if (value === null || typeof value === "string") return topicOf(attribute);
  const range = Array.isArray(value)
    ? `${measure(value[0])} to ${measure(value[1])}`
    : `${NUMBER_WORDS[operator] ?? ""}${measure(value)}`;
  if (attribute === "rating") return `rated ${range}`;
  if (attribute === "weight") return `weighing ${range}`;
  if (/^(?:sleeps|serves|seats|persons?|people)$/.test(attribute))
    return `for ${numeral(Number(value), context.locale)}${preference.exact ? "" : " or more"}`;
  const name = restoreAcronyms(inlineText(attribute));
  if (/\b(?:memory|storage|RAM)$/.test(name)) return `with ${range} of ${name}`;
  return isPluralNoun(name) ? `with ${range} ${name}` : `with ${withArticle(name)} of ${range}`;
}

/** Nobody says "1,500 g" for a kilo and a half. */
function inUsualUnit({ value, unit }: Preference): Pick<Preference, "value" | "unit"> {
  const larger = unit === undefined ? undefined : LARGER_UNITS.get(unit);
  const smallest = Array.isArray(value) ? Math.min(...value) : value;
  if (larger === undefined || typeof smallest !== "number" || smallest < 1_000)
    return { value, ...(unit ? { unit } : {}) };
  const scaled = Array.isArray(value)
    ? ([value[0] / 1_000, value[1] / 1_000] satisfies [number, number])
    : smallest / 1_000;
  return { value: scaled, unit: larger };
}

const LARGER_UNITS = new Map(Object.entries<string>({ g: "kg", ml: "l", m: "km" }));

const NUMBER_WORDS: Partial<Record<Preference["operator"], string>> = {
  "at-most": "at most ",
  "at-least": "at least ",
  about: "about ",
};

function negate(preference: Preference, phrase: string, context: WishContext): string {
  const said = phraseValue(String(preference.value), context.names);
  if (preference.attribute === "brand") return `not from ${inlineText(String(preference.value))}`;
  if (preference.attribute === "feature")
    return FEATURE_STANDS_ALONE.test(said) ? `not ${said}` : `without ${said}`;
  if (preference.attribute === "category") return `no ${said}`;
  if (phrase.startsWith("with ")) return `without ${said}`;
  return `not ${phrase}`;
}
