/**
 * Which attribute of the items under discussion a question means, by what it measures and by all of its words together:
 * "how long does a round take?" means the one told in minutes, "where does the dust go?" the "dust collection", "are
 * there nuts in it?" the ingredients that name some. It holds for any catalog, since nothing but its own rows decide.
 */
import type { ShownItem } from "../dialogue/state.ts";
import { CONVERSATION_WORDS, NO_PROPERTY } from "./english-words.ts";
import { fold, stem } from "./normalise.ts";
import { findAll, type Span, type Token } from "./tokens.ts";
import { type Context, itemsInView } from "./understanding-context.ts";
import { dimensionOf, readUnit } from "./units.ts";

interface Frame {
  pattern: RegExp;
  /** What an attribute that answers is told in; null where its name alone decides. */
  dimension: string | null;
  /** Words of names that answer, besides those that the question says itself. */
  hints: readonly string[];
  /** Whether the only attribute told so is meant, whatever its name. */
  isAloneEnough?: true;
}

const OF_SHOP =
  "(?!.*\\b(?:ship|shipping|deliver|delivery|arrive|warranty|guarantee|get here|return|refund|order|send)\\b)";
const SUBJECT = "(?:it|this|that|they|these|one|[a-z]+(?: [a-z0-9]+){0,4}?)";
const AUXILIARY = "(?:does|do|did|will|would|can|could|might|is|are)";

/** Forms of questions that ask for a measure, whatever the catalog calls it. */
const FRAMES: readonly Frame[] = [
  {
    pattern: new RegExp(
      `\\bhow (?:long|quick(?:ly)?|fast|soon) ${AUXILIARY} ${OF_SHOP}${SUBJECT} (?:take|last|run|play|keep|stay|go|cook|brew|bake|charge|work|need|burn|wait|hold|survive|operate|be ready)[a-z]*\\b|\\bhow long (?:until|till|before|for)\\b${OF_SHOP}|\\b(?:how many|which number of) (?:hours?|minutes?|seconds)\\b${OF_SHOP}|\\b(?:last|run|keep going|play|stay on)s? (?:the )?long(?:er|est)\\b`,
      "g",
    ),
    dimension: "time",
    hints: ["time", "life", "last", "runtime", "duration", "keeps"],
    isAloneEnough: true,
  },
  {
    pattern:
      /\bhow (?:much|many) (?:weight|kilos?|pounds|kg|load) (?:will|would|can|could|does|do|may|should) (?:[a-z]+ ){1,4}?(?:take|hold|bear|carry|support|stand|handle|lift)\b|\bhow (?:much|many)(?: [a-z]+)? (?:will|would|can|could|does|do|may|should) (?:[a-z]+ ){1,4}?(?:bear|support|stand)\b|\b(?:carr(?:y|ies)|bear|hold|support|stand|take)s? (?:me|my weight|someone|somebody|an adult|a (?:heavy|big|large) (?:person|man|woman|guy))\b|\b(?:weigh|weighs|weighing) (?:about |around |over |nearly |almost )?\d+ ?(?:kg|kilos?|kilograms?|pounds|lbs?|stone)\b/g,
    dimension: "weight",
    hints: ["load", "capacity", "limit", "maximum", "max", "supports", "rated"],
  },
  {
    pattern: /\b(?:noisy|loud|quiet|silent|noise|racket|din|hear it|wake (?:the|my|up))\b/g,
    dimension: "sound",
    hints: ["noise", "sound", "loudness", "volume"],
    isAloneEnough: true,
  },
  {
    pattern: /\b(?:how|too|that|so) (?:deep|thin|thick|shallow)\b/g,
    dimension: "length",
    hints: ["depth", "thickness", "height"],
  },
  {
    pattern: /\bhow (?:high|tall|low)\b/g,
    dimension: "length",
    hints: ["height", "reach"],
  },
  { pattern: /\bhow (?:wide|broad|narrow)\b/g, dimension: "length", hints: ["width"] },
  {
    pattern: /\bhow (?:strong|powerful)\b/g,
    dimension: null,
    hints: ["power", "strength", "torque", "output"],
  },
  {
    pattern:
      /\bwhere (?:is|are|was|were|does|do|did) .*\b(?:from|made|grown|produced|built|manufactured|come|originate)\b|\b(?:come|comes|coming|made|grown|produced|harvested) (?:from where|in (?:which|what) (?:country|place))\b|\b(?:what|which) (?:country|place|region)\b/g,
    dimension: null,
    hints: ["origin", "country", "region", "provenance", "made in"],
  },
  {
    pattern:
      /\b(?:put(?:ting)? (?:it |them |this |that )?(?:together|up)|set(?:ting)? (?:it |them |this )?up|assembl[a-z]+|build(?:ing)? (?:it|them))\b/g,
    dimension: null,
    hints: ["assembly", "setup", "set-up", "pitching", "installation"],
  },
  {
    pattern: /\b(?:wash|laundry|tumble|dryer|iron|bleach|dry-? ?clean)[a-z]*\b/g,
    dimension: null,
    hints: ["care", "washing", "washable", "cleaning", "laundry"],
  },
  {
    pattern: /\b(?:enough|much|more) (?:room|space)\b|\b(?:room|space) (?:for|to|inside)\b/g,
    dimension: null,
    hints: ["storage", "capacity", "volume"],
  },
  {
    pattern:
      /\b(?:summer|winter|spring|autumn|seasons?|all year)\b|\bwhen (?:would|do|can|should) (?:i|one|you|we) (?:wear|use) (?:it|this|them|these)\b/g,
    dimension: null,
    hints: ["season", "seasons"],
  },
  { pattern: /\bhow (?:safe|secure)\b/g, dimension: null, hints: ["security", "safety"] },
  {
    pattern: /\b(?:fasten|attach|fix|strap|clip|mount|bolt|screw)(?:s|ed|ing|es)?\b/g,
    dimension: null,
    hints: ["mount", "mounting", "attachment", "fixing", "fastening", "fitting"],
  },
  {
    pattern:
      /\b(?:stuffed|stuffing|filled|filling|padded|padding)\b|\bwhat (?:is|are) (?:it |they )?(?:inside|in (?:it|them))\b/g,
    dimension: null,
    hints: ["filling", "insulation", "padding", "fill", "stuffing"],
  },
  { pattern: /\bhow far\b/g, dimension: "length", hints: ["range", "reach", "distance"] },
  {
    pattern: /\bhow many (?:bits|parts|pieces|items|bricks|things|blocks)\b/g,
    dimension: null,
    hints: ["pieces", "parts", "contents"],
  },
  { pattern: /\b(?:newborns?|bab(?:y|ies)|infants?|toddlers?)\b/g, dimension: null, hints: ["age", "ages"] },
  { pattern: /\bstand (?:up|upright)\b|\bheadroom\b/g, dimension: null, hints: ["height", "headroom"] },
  {
    pattern: /\b(?:still|stays?|be|keeps?|remains?) (?:[a-z]+ ){0,3}?(?:hot|warm)\b/g,
    dimension: "time",
    hints: ["hot", "warm"],
  },
  {
    pattern: /\b(?:plug|connect|hook|socket)[a-z]* /g,
    dimension: null,
    hints: ["ports", "connections", "connectivity", "interface", "inputs"],
  },
  {
    pattern:
      /\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) ?-? ?year|toddler|how old|what age|which age|old enough|too young|too old)\b/g,
    dimension: "age",
    hints: ["age", "ages"],
    isAloneEnough: true,
  },
];

/** Words of names that tell no attribute by themselves. */
const WEAK = new Set(
  "time rating type level max maximum min minimum of the size per number count total with in and or for to made product item life".split(
    " ",
  ),
);

const BY_NAME = 1;
const BY_DIMENSION = 0.7;
const BY_HINT = 1.2;
const BY_VALUE = 0.6;
const ENOUGH = 0.6;

/** "How many litres" says itself what the answer is told in. */
function speaksOfOtherUnit({ message }: Context, span: Span, frames: readonly Found[]): boolean {
  return message.tokens.slice(span.from, span.to).some(({ word, kind }) => {
    const unit = kind === "word" && word.length > 3 ? readUnit(word, true) : null;
    const dimension = unit === null ? null : dimensionOf(unit);
    return dimension !== null && !frames.some(({ frame }) => frame.dimension === dimension);
  });
}

/** The name of the attribute that a measuring question means; undefined where nothing in view is told so. */
export function measuredAttribute(context: Context, span: Span): { name: string; span: Span } | undefined {
  const frames = framesIn(context, span).filter(({ frame }) => frame.dimension !== null);
  const [first] = frames;
  if (!first || speaksOfOtherUnit(context, span, frames)) return undefined;
  // The measure must fit, and the name or the hints must speak for it, unless it is the only one of its kind.
  const fitting = attributesOf(context).filter(({ dimensions }) =>
    frames.some(({ frame }) => dimensions.has(frame.dimension ?? "")),
  );
  const words = contentWords(context, span);
  const ranked = fitting
    .map((attribute) => ({
      attribute,
      score: score(attribute, words, frames) - valueScore(attribute, words),
    }))
    .sort((one, other) => other.score - one.score);
  const [best, second] = ranked;
  if (!best || (second && second.score === best.score)) return undefined;
  const isAlone = ranked.length === 1 && frames.some(({ frame }) => frame.isAloneEnough);
  if (best.score <= BY_DIMENSION && !isAlone) return undefined;
  return {
    name: best.attribute.name,
    span: { from: first.span.from, to: partEnd(context, first.span, span) },
  };
}

/** The name of the attribute that the words of a question lead to; undefined where they lead to none. */
export function meantAttribute(context: Context, span: Span): string | undefined {
  const frames = framesIn(context, span);
  const words = contentWords(context, span);
  if (words.length === 0 && frames.length === 0) return undefined;
  const ranked = attributesOf(context)
    .map((attribute) => ({ name: attribute.name, score: score(attribute, words, frames) }))
    .sort((one, other) => other.score - one.score);
  const [best] = ranked;
  return best && best.score >= ENOUGH ? best.name : undefined;
}

/** What the measure is of goes on to the end of the clause, or to the next thing asked. */
function partEnd({ message }: Context, frame: Span, { to }: Span): number {
  const next = message.tokens.slice(frame.to, to).findIndex(({ word }) => word === "and" || word === ",");
  return next === -1 ? to : frame.to + next;
}

interface Found {
  frame: Frame;
  span: Span;
}

function framesIn(context: Context, span: Span): Found[] {
  return FRAMES.flatMap((frame) =>
    findAll(context.message, frame.pattern, span)
      .slice(0, 1)
      .map(({ from, to }) => ({ frame, span: { from, to } })),
  );
}

interface InView {
  name: string;
  words: string[];
  values: string[];
  dimensions: ReadonlySet<string>;
}

const known = new WeakMap<readonly ShownItem[], InView[]>();

function attributesOf(context: Context): InView[] {
  const items = itemsInView(context.state);
  const before = known.get(items);
  if (before) return before;
  const values = new Map<string, string[]>();
  for (const { attributes } of items)
    for (const [name, value] of Object.entries(attributes))
      values.set(name, [...(values.get(name) ?? []), value]);
  const found = [...values].map(([name, told]): InView => {
    const words = told.flatMap(wordsOf);
    const units = words.flatMap((word) => {
      const unit = readUnit(word, true);
      return unit === null ? [] : (dimensionOf(unit) ?? []);
    });
    return {
      name,
      words: wordsOf(name),
      values: [...new Set(words.filter((word) => word.length > 2))],
      dimensions: new Set(told.some((value) => /\d/.test(value)) ? units : []),
    };
  });
  known.set(items, found);
  return found;
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}]+/gu) ?? [];
}

/** Without the words that name the items themselves: who says "the cable lock" asks for no cable. */
function contentWords({ message, state }: Context, { from, to }: Span): Token[] {
  const titles = new Set(
    itemsInView(state).flatMap(({ title, category }) => wordsOf(`${title} ${category ?? ""}`).map(stem)),
  );
  return message.tokens
    .slice(from, to)
    .filter(
      ({ kind, word, stem: own }) =>
        kind === "word" &&
        word.length > 2 &&
        !CONVERSATION_WORDS.has(word) &&
        !NO_PROPERTY.has(word) &&
        !titles.has(own),
    );
}

function score(attribute: InView, words: readonly Token[], frames: readonly Found[]): number {
  const named = attribute.words.filter((word) => !WEAK.has(word));
  const byName = named.filter((word) => words.some((token) => isOfFamily(word, token))).length;
  const byFrame = Math.max(
    0,
    ...frames.map(({ frame }) => {
      const hinted = attribute.words.some((word) => frame.hints.includes(word));
      const fits = frame.dimension !== null && attribute.dimensions.has(frame.dimension);
      return (hinted && (frame.dimension === null || fits) ? BY_HINT : 0) + (fits ? BY_DIMENSION : 0);
    }),
  );
  const share = named.length === 0 ? 0 : (byName * BY_NAME) / Math.sqrt(named.length);
  return share + byFrame + valueScore(attribute, words);
}

function valueScore({ values }: InView, words: readonly Token[]): number {
  return words.some((token) => values.some((value) => isNamedIn(value, token))) ? BY_VALUE : 0;
}

/** The same word, or one made of it: "play" and "players", "cut" and "cutting". */
function isOfFamily(word: string, token: Token): boolean {
  const other = token.stem;
  if (word === token.word || stem(word) === other) return true;
  const own = stem(word);
  const [shorter, longer] = own.length < other.length ? [own, other] : [other, own];
  // "Mics" are "microphones".
  if (other.length >= 3 && word.length >= 2 * other.length + 2 && word.startsWith(other)) return true;
  if (shorter.length >= 4 && longer.startsWith(shorter) && SUFFIXED.test(longer.slice(shorter.length)))
    return true;
  if (shorter.length < 3 || longer.length - shorter.length > 4) return false;
  if (shorter.length === 3) return ENDED.test(longer.slice(3)) && longer.startsWith(shorter);
  return longer.startsWith(shorter.length > 4 ? shorter.slice(0, -1) : shorter);
}
const SUFFIXED =
  /^[a-z]?(?:ilation|ation|ability|ibility|iness|ness|ment|able|ible|ity|ive|ion|al|ance|ence|ingly)$/;
const ENDED = /^[a-z]?(?:ed|ing|er|ers|s)$/;

/** "Nuts" are in "hazelnuts". */
function isNamedIn(value: string, token: Token): boolean {
  const single = stem(value);
  return (
    single === token.stem || (token.stem.length >= 3 && single.length > 5 && single.endsWith(token.stem))
  );
}
