/**
 * What is said of a part must be said of that part: a row that wraps its posts in sisal and has a hammock knows of no
 * hammock of sisal. And what comes along is not sold apart.
 */
import type { Check, Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import { type Clause, endOfValue, isGoneWith, type Reading } from "../read-sentence.ts";
import { subjectsOf } from "../subjects-of.ts";
import { stemOf, stemsOf, type Token } from "../tokens.ts";
import { FEATURE_WORDS } from "../words/feature-words.ts";
import { NEUTRAL_WORDS } from "../words/neutral-words.ts";

/** "The posts are wrapped in …", "its cover is …". */
const OF_PART =
  /^[\s,;]*(?:and |but |so )?(?:the|its|their|all the|all its) (?:[\w'-]+ ){0,2}?([\w'-]+) (?:is|are|(?:is |are )?(?:made|built) (?:of|from|out of)|comes? in)(?: (?:made|built|covered|wrapped|lined|filled|coated|entirely|completely|all|both|also|fully|mostly))*(?: (?:of|from|in|with|out of|by))?(?= )/;
const END = /[,;:.!?]|\b(?:and|but|or|so|which|that|while|for|when|to)\b/;
const SOLD_APART =
  /^[\s,;]*(?:and |but |so )?(?:an?|the|its|their) (?:[\w'-]+ ){0,2}?([\w'-]+) (?:(?:is|are|comes?) (?:sold |bought |available )?(?:separately|extra|optional|not included|not supplied|at extra cost)|isn't included|aren't included|costs? extra)\b/;

export const checkBindings: Check = (reading) =>
  reading.clauses.flatMap((clause) =>
    clause.kind === "assertion" && clause.quantifier !== "none"
      ? [...misplaced(clause, reading), ...soldApart(clause, reading), ...goesWithOther(clause, reading)]
      : [],
  );

function misplaced(clause: Clause, reading: Reading): Finding[] {
  return [...ofSubject(clause), ...besideNoun(clause)].flatMap(({ part, said }): Finding[] => {
    const about = subjectsOf(said, clause, reading);
    const isIn = ({ start, end }: Token) =>
      reading.mentions.some((mention) => start >= mention.start && end <= mention.end);
    if (about.length === 0 || isIn(part) || isIn(said)) return [];
    if (!about.every((item) => isOfAnother(item, part.stem, said.stem))) return [];
    return [
      {
        type: "unsupported",
        start: said.start,
        end: said.end,
        why: `"${said.text}" is said of something else than "${part.text}"`,
      },
    ];
  });
}

/** "Compatible with Galaxy S7 edge": its words may stand in a row one by one, and it goes with the Galaxy S7. */
function goesWithOther(clause: Clause, reading: Reading): Finding[] {
  return clause.tokens.flatMap((first, index): Finding[] => {
    if (!isGoneWith(clause.tokens, index) || first.denied || DENIED.test(clause.text)) return [];
    const named = clause.tokens.slice(index, endOfValue(clause.tokens, index));
    const last = named.at(-1) ?? first;
    if (!named.some(({ cased }) => /^\p{Lu}|\d/u.test(cased))) return [];
    const phrase = ` ${named.map(({ stem }) => stem).join(" ")} `;
    const about = subjectsOf(first, clause, reading);
    const isIn = ({ phrases }: ItemFacts) => phrases.includes(phrase);
    if (about.length === 0 || (clause.named.length > 0 ? about.every(isIn) : about.some(isIn))) return [];
    return [
      {
        type: "unsupported",
        start: first.start,
        end: last.end,
        why: "the listing does not say that they go together",
      },
    ];
  });
}

const DENIED = /\b(?:not|never)\b|n't\b/;

interface Pair {
  part: Token;
  said: Token;
}

/** "The hammock is made of natural sisal": each word of the predicate. */
function ofSubject(clause: Clause): Pair[] {
  const match = OF_PART.exec(clause.text);
  if (match === null) return [];
  const from = clause.start + match[0].length;
  const rest = clause.text.slice(match[0].length);
  const to = from + (END.exec(rest)?.index ?? rest.length);
  const part = clause.tokens.findLast(({ end, text }) => end < from && text === match[1]);
  if (part === undefined || isEmpty(part)) return [];
  return clause.tokens
    .filter((token) => token.start >= from && token.end <= to && !token.denied && !isEmpty(token))
    .map((said) => ({ part, said }));
}

/** "A padded strap": the quality and the noun after it. */
function besideNoun(clause: Clause): Pair[] {
  return clause.tokens.flatMap((said, index) => {
    const part = clause.tokens[index + 1];
    const isBeside =
      part !== undefined &&
      FEATURE_WORDS.has(said.stem) &&
      !said.denied &&
      !FEATURE_WORDS.has(part.stem) &&
      !isEmpty(part) &&
      !IS_A.test(clause.text.slice(0, said.start - clause.start)) &&
      clause.text.slice(said.end - clause.start, part.start - clause.start) === " ";
    return isBeside ? [{ part, said }] : [];
  });
}

/** "It's a green one": the noun is the item. */
const IS_A = /(?:'s|'re|\bis|\bare|\bas) an?(?: [\w'-]+){0,2} $/;

const isEmpty = ({ stem, text }: Token): boolean =>
  NEUTRAL_WORDS.has(stem) || NEUTRAL_WORDS.has(text) || text.length < 3;

/** The row knows both, and never together. */
function isOfAnother(item: ItemFacts, part: string, said: string): boolean {
  if (!item.affirmed.has(part) || !item.affirmed.has(said)) return false;
  if (item.title.includes(said) || isKindOf(item, part)) return false;
  return !passagesOf(item).some((passage) => passage.has(part) && passage.has(said));
}

/** "A pack" of a backpack is the item itself, of which everything in its row is said. */
function isKindOf({ title, product }: ItemFacts, stem: string): boolean {
  return [...title, ...product.categories.flatMap(stemsOf)].some((own) => own.endsWith(stem));
}

/** A memo, not state: passages are a pure function of a row. */
const known = new WeakMap<ItemFacts, readonly ReadonlySet<string>[]>();

/** The sentences of the description, and each attribute, option and tag, as stems. */
function passagesOf(item: ItemFacts): readonly ReadonlySet<string>[] {
  const before = known.get(item);
  if (before !== undefined) return before;
  const { product } = item;
  const passages = [
    ...product.description.split(/[.;!?\n](?=\s|$)/),
    ...product.attributes.map(({ name, value }) => `${name} ${value}`),
    ...product.variants.flatMap(({ options }) => options.map(({ name, value }) => `${name} ${value}`)),
    ...product.tags,
    ...product.categories,
  ].map((text) => new Set(stemsOf(text)));
  known.set(item, passages);
  return passages;
}

/** "The tools are sold separately" of a row that has them and says no such thing. */
function soldApart(clause: Clause, reading: Reading): Finding[] {
  const match = SOLD_APART.exec(clause.text);
  const stem = stemOf(match?.[1] ?? "");
  if (match === null || stem === "" || NEUTRAL_WORDS.has(stem)) return [];
  const place = { start: clause.start, end: clause.start + match[0].length };
  const about = subjectsOf(place, clause, reading);
  const comesAlong = (item: ItemFacts) =>
    item.affirmed.has(stem) && !item.apart.has(stem) && !item.denied.has(stem) && !item.title.includes(stem);
  return about.length > 0 && about.every(comesAlong)
    ? [{ type: "unsupported", ...place, why: "the listing does not say that it is sold apart" }]
    : [];
}
