/** An attribute as a person tells it: "weighs 950 g", "has a belt drive", "closes with a zip". */
import { withArticle } from "../words/articles.ts";
import { type Predicate, predicate, type Verb } from "../words/clauses.ts";
import { inlineText } from "../words/finish-sentence.ts";
import { joinWithAnd } from "../words/join-phrases.ts";
import { restoreAcronyms } from "../words/letter-case.ts";
import { isPluralNoun, pluralOf, singularOf } from "../words/nouns.ts";
import { isNo, isYes, phraseMeasureBeforeNoun, phraseValue } from "../words/phrase-value.ts";

/** What the words are chosen by. */
export interface AttributeContext {
  locale: string;
  /** Names that keep their capitals mid-sentence, lower-cased. */
  names: ReadonlySet<string>;
}

interface Given {
  /** The attribute's name with its acronyms in capitals. */
  name: string;
  /** As the listing has it. */
  value: string;
  /** As it stands mid-sentence. */
  said: string;
  /** What the shape's pattern found in the name. */
  found: RegExpExecArray;
  locale: string;
}
type Shape = readonly [name: RegExp, phrase: (given: Given) => Predicate | null];

/** Attributes that have a verb or a shape of their own. The rest reads "its {attribute} is {value}". */
export function phraseAttribute(attribute: string, value: string, context: AttributeContext): Predicate {
  const name = restoreAcronyms(inlineText(attribute)).replace(/\s*\/\s*/g, " or ");
  const said = phraseValue(value, context.names);
  if (isYes(value)) return phrasePresence(name, true);
  if (isNo(value)) return phrasePresence(name, false);
  const lacking = LACKING.exec(said)?.[1];
  if (lacking !== undefined) return phrasePresence(lacking, false);
  const otherThan = OTHER_THAN.exec(said)?.[1];
  if (otherThan !== undefined) return { ...predicate("be", otherThan), negated: true };
  if (isRelation(name)) return predicate("be", `${name} ${inlineText(value)}`);
  const does = DOES.exec(said);
  if (does?.[1] && does[2] && !isPluralNoun(name)) return predicate(does[1] as Verb, does[2], name);
  for (const [pattern, phrase] of SHAPES) {
    const found = pattern.exec(name);
    const shaped = found && phrase({ name, value: inlineText(value), said, found, locale: context.locale });
    if (shaped) return shaped;
  }
  return phraseOther(name, said, value);
}

/** "Fits over a helmet", "rolls away": what a part does. */
const DOES = /^(fit|cover|close|pack|fold|roll|open|adjust|detach|stay|keep|hold)s (\p{L}.*)$/iu;

/** "No lid", "without pockets": values that deny a part. */
const LACKING = /^(?:no|without(?: an?)?) (\p{L}[\p{L} -]{1,40})$/iu;
/** "Not insulated": values that deny a property. */
const OTHER_THAN = /^not (\p{L}[\p{L} -]{1,40})$/iu;

const MEASURED = /^(?:up to |about |approx\.? )?[\d.,]+/i;
const whenMeasured =
  (verb: Verb, rest: (given: Given) => string, part: string | null = null) =>
  (given: Given): Predicate | null =>
    MEASURED.test(given.value) ? predicate(verb, rest(given), part) : null;

/** In order: the first whose name fits and that finds its words for the value. */
const SHAPES: readonly Shape[] = [
  [/^(?:item |net |total )?weight$/, whenMeasured("weigh", ({ said }) => said)],
  [/^colou?rs?$/, ({ said }) => predicate("come", `in ${said}`)],
  [/^size$/, ({ value }) => predicate("come", `in size ${value}`)],
  [/^brand$/, ({ value }) => predicate("be", `from ${value}`)],
  [/^type$/, ({ said }) => predicate("be", isPluralNoun(said) ? said : withArticle(said))],
  [/^(sleep|serve|seat)s$/, ({ said, found }) => predicate(found[1] as "sleep" | "serve" | "seat", said)],
  [/^material$/, ({ said }) => predicate("be", `made of ${said}`)],
  [/^(.+) material$/, ({ said, found }) => phraseMadeOf(found[1] ?? "", said)],
  [/^(?:capacity|volume)$/, whenMeasured("hold", ({ said }) => said)],
  [
    /^(wheel|tyre|tire) size$/,
    ({ value, found }) => {
      const measure = phraseMeasureBeforeNoun(value);
      return measure === null ? null : predicate("have", `${measure} ${found[1]}s`);
    },
  ],
  [
    /^(screen|display|monitor|speaker|driver|blade|lens) size$/,
    ({ value, found }) => beforeNoun("have", value, found[1] ?? ""),
  ],
  [/^(laptop|tablet|phone) size$/, ({ value, found }) => beforeNoun("take", value, found[1] ?? "")],
  [/^battery capacity$/, ({ value }) => beforeNoun("have", value, "battery")],
  [/^(cable|cord) length$/, ({ value, found }) => beforeNoun("have", value, found[1] ?? "")],
  [/^battery life$/, whenMeasured("last", ({ said }) => said, "battery")],
  [/^(?:run ?time|play ?time)$/, whenMeasured("run", ({ said }) => `for ${said}`)],
  [/^setup time$/, whenMeasured("take", ({ said }) => `${said} to set up`)],
  [/^packed size$/, whenMeasured("pack", ({ said }) => `down to ${said}`)],
  [/^pack size$/, ({ said }) => predicate("come", `as ${withArticle(said.toLowerCase())}`)],
  [
    /^(?:usage|use|best for|suitable for|intended use|activity)$/,
    ({ said }) => predicate("be", `meant for ${said}`),
  ],
  [/^season$/, ({ said }) => predicate("be", /^all/.test(said) ? `for use ${said}` : `for ${said}`)],
  [/^age$/, whenMeasured("be", ({ said }) => `for ages ${said.replace(/ (?:years?|yrs?)$/, "")}`)],
  [/^age group$/, ({ said }) => predicate("be", `for ${AGE_GROUPS.get(said) ?? pluralOf(said)}`)],
  [/^gender$/, ({ said }) => predicate("be", said === "unisex" ? said : `for ${GENDERS.get(said) ?? said}`)],
  [/^rider height$/, whenMeasured("fit", ({ said }) => `riders of ${said}`)],
  [/^\S+ fit$/, ({ said }) => predicate("fit", said)],
  [/^comfort (down to)$/, whenMeasured("be", ({ said, found }) => `comfortable ${found[1]} ${said}`)],
  [/^keeps (.+)$/, ({ said, found }) => predicate("keep", `${found[1]} for ${said}`)],
  [
    /^charging$/,
    ({ said }) => (/batter/.test(said) ? predicate("run", `on ${said}`) : predicate("charge", `by ${said}`)),
  ],
  [
    /^(length|width|height|depth)$/,
    whenMeasured("be", ({ said, found }) => `${said} ${DIMENSIONS.get(found[1] ?? "")}`),
  ],
  [/\b(?:memory|storage|RAM)$/, whenMeasured("have", ({ said, name }) => `${said} of ${name}`)],
  [/^closure$/, ({ said }) => phraseClosure(said)],
  [/./, ({ name, said }) => phraseCompound(name, said)],
];

const DIMENSIONS = new Map([
  ["length", "long"],
  ["width", "wide"],
  ["height", "high"],
  ["depth", "deep"],
]);
const AGE_GROUPS = new Map([
  ["kids", "kids"],
  ["child", "children"],
  ["infant", "infants"],
]);
const GENDERS = new Map([
  ["men's", "men"],
  ["women's", "women"],
  ["male", "men"],
  ["female", "women"],
  ["boys'", "boys"],
  ["girls'", "girls"],
]);

/** "An 8-inch screen", where the value is a measure. */
function beforeNoun(verb: Verb, value: string, noun: string): Predicate | null {
  const measure = phraseMeasureBeforeNoun(value);
  return measure === null ? null : predicate(verb, withArticle(`${measure} ${noun}`));
}

function phraseMadeOf(part: string, said: string): Predicate {
  const plural = isPluralNoun(part);
  if (/^[\p{L}\d% -]{2,24}$/u.test(said) && !/\band\b/.test(said))
    return predicate("have", plural ? `${said} ${part}` : withArticle(`${said} ${part}`));
  return predicate("be", `made of ${said}`, part, plural);
}

function phraseClosure(said: string): Predicate | null {
  if (!/^[\p{L} -]{2,30}$/u.test(said)) return null;
  const isOne = /^[\p{L}-]+$/u.test(said) && !isPluralNoun(said);
  return predicate("close", `with ${isOne ? withArticle(said) : said}`);
}

/** Parts and manners that take their value in front: "a belt drive", "hydraulic disc brakes", "a regular fit". */
const TAKES_VALUE_IN_FRONT =
  /(?:^|\s)(?:frame|fork|drive|drivetrain|brakes?|hood|sole|lid|collar|cuffs?|handle(?:bar)?s?|grips?|straps?|lens(?:es)?|screen|display|case|motor|engine|fit|finish|cut|neckline|neck|sleeves?|heels?|hem|pattern|texture|back panel|upper|lining|base|blade|burner|saddle|tyres?|tires?|valves?|band|face|formula|coverage|scent)$/;

function phraseCompound(name: string, said: string): Predicate | null {
  const last = name.split(" ").at(-1) ?? name;
  const namesItself = said.endsWith(` ${last}`);
  const isShort = /^[\p{L} ,-]{2,28}$/u.test(said) && said.split(" ").length <= 3;
  if (!namesItself && !(TAKES_VALUE_IN_FRONT.test(name) && isShort && !/\b(?:with|and|or|of)\b/.test(said)))
    return null;
  const thing = namesItself ? said : `${said} ${name}`;
  return predicate("have", isPluralNoun(thing) ? thing : withArticle(thing));
}

function phraseOther(name: string, said: string, value: string): Predicate {
  const included = /^(.+) included$/.exec(said)?.[1];
  if (included) return predicate("come", `with ${isPluralNoun(included) ? included : withArticle(included)}`);
  // "Its waterproofing is waterproof" says the same twice.
  const repeatsName = said.toLowerCase().slice(0, 6) === name.toLowerCase().slice(0, 6) && name.length > 5;
  if (repeatsName || (isAdjective(said) && /ing$/.test(name))) return predicate("be", said);
  if (isAdjective(name) && !/^\d/.test(said)) return predicate("be", `${name} (${said})`);
  const plural = isPluralNoun(name);
  if (plural && value === "1") return predicate("have", `1 ${singularOf(name)}`);
  if (plural && /^\d+$/.test(value)) return predicate("have", `${value} ${name}`);
  return predicate("be", said, name, plural);
}

/** Whether a name already says how the value belongs to the item: "compatible with" is no thing that an item has. */
export function isRelation(attribute: string): boolean {
  return RELATION.test(attribute);
}
const RELATION = /^(?!best )\S*(?:able|ible|ed|ended|made) (?:with|for|by|in|to)$/;

/** "waterproof: yes" is a property, "touchscreen: yes" is a part. */
function phrasePresence(name: string, present: boolean): Predicate {
  if (isAdjective(name)) return { ...predicate("be", name), negated: !present };
  const thing =
    isPluralNoun(name) ||
    /\b(?:bluetooth|wi-?fi|nfc|gps|suspension|storage|support|lighting|memory)$/i.test(name)
      ? name
      : withArticle(name);
  return { ...predicate("have", thing), negated: !present };
}

const ADJECTIVE =
  /(?:proof|able|ible|less|free|resistant|friendly|compatible|ready|safe|certified|verified|tested|made|washable|adjustable|foldable|vegan|organic|natural|hypoallergenic|tubeless|refurbished|handmade|recycled|insulated|padded|lined|electric|canadian|fragranced|scented|tinted|matte|lightweight|compact|sturdy|soft|cordless|portable|fair trade)$/i;

/** Words that say how a thing is, and stand behind "is" or before a noun. */
export function isAdjective(phrase: string): boolean {
  return ADJECTIVE.test(phrase);
}

/** Several values as one phrase: "in black, red, and more". */
export function listOf(values: readonly string[], most: number, locale: string): string {
  const shown = values.slice(0, most);
  return joinWithAnd(values.length > shown.length ? [...shown, "more"] : shown, locale);
}
