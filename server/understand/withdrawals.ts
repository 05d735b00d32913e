/** Wishes taken back [DST-1]: "forget the budget", "any colour is fine", "it doesn't have to be waterproof". */
import type { HeardPreference } from "../dialogue/understanding.ts";
import { findFeatures } from "./feature-phrases.ts";
import { findAll, overlaps, plainOf, quote, type Span, stemsIn } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

export interface FoundPreference extends Span {
  preference: HeardPreference;
}

const TOPIC = "((?:[a-z]+ ){0,2}?[a-z]+)";
const LEADING: RegExp[] = [
  new RegExp(
    `\\b(?:forget|drop|ignore|scrap|scratch|never mind|nevermind|skip|lose|remove|disregard|cancel|relax|leave out|leave off|take off|do without|give up on)(?: about)?(?: (?:the|my|that|what i said about|any))* ${TOPIC}(?: (?:requirement|limit|thing|part|constraint|filter|cap))?`,
    "g",
  ),
  new RegExp(
    `\\b(?:do|does|did) not (?:really )?(?:care|mind|matter)(?: (?:about|for|what|which))?(?: (?:the|any))? ${TOPIC}`,
    "g",
  ),
  /\b(?:no|without)(?: (?:particular|specific|strong|special|fixed|set|real))?(?: (?:preference|limit|restriction|requirement|preferences)s?)?(?: (?:on|for|about|regarding|in terms of|as to))? ?(?:the )?(budget|price limit|spending limit|colou?r preference|brand preference|size preference|budget limit|price|brand|colou?r|size|material)\b(?! (?:than|over|under|above|below))/g,
  new RegExp(
    `\\b(?:any|whatever|whichever|all)(?: (?:kind|type|sort)s? of)? ${TOPIC}(?= (?:is|are|will|would|works|goes|fine|ok|okay|does|do|you)|$| ?[.,!?])`,
    "g",
  ),
  new RegExp(
    `\\b(?:flexible|open|easy|not picky|not fussy|not fussed|indifferent) (?:on|about|with|to any|regarding)(?: (?:the|any|my))? ${TOPIC}`,
    "g",
  ),
];
const TRAILING = new RegExp(
  `\\b${TOPIC} (?:does not (?:really )?matter|do not matter|can be (?:anything|any|whatever(?: you like)?|either)|is (?:not (?:that |so |really |very )?(?:important|an issue|a problem|relevant|a factor|a concern)|irrelevant|flexible|open|negotiable|up to you|no object|no issue|no problem|whatever)|no object|no problem|no issue|not important)\\b`,
  "g",
);
const NO_LIMIT =
  /\b(?:money (?:is )?no object|sky is the limit|no (?:upper )?(?:limit|budget|price limit)|(?:budget|price|money) (?:is )?(?:no|not an) (?:object|issue|problem)|can spend more|willing to (?:spend|pay) more|do not have a budget|no fixed budget|whatever it (?:costs|takes)|no matter (?:the|what it) (?:cost|price|costs)s?|sky is the limit|do not care (?:what|how much) it costs)\b/g;
const NEEDLESS =
  /\b(?:(?:does|do|need) not (?:have|need)(?: it)? to (?:be|have|come in)|no need (?:for|to be)|need not be|do not need (?:it|them|that|this)? ?(?:to (?:be|have)|in)?|does not need (?:to (?:be|have))?|no longer need|not necessarily) (?:a |an |the |any )?/g;

export function findWithdrawals(context: Context): FoundPreference[] {
  const found: FoundPreference[] = [];
  const add = (span: Span, attribute: string | null, value: string | null = null) => {
    if (attribute === null || found.some((other) => overlaps(other, span))) return;
    const said = quote(context.message, span);
    found.push({
      ...span,
      preference: { attribute, operator: "any", value, polarity: "positive", firmness: "must", said },
    });
  };
  for (const { span, old } of allowedAgain(context)) add(span, old.attribute, String(old.value));
  for (const match of findAll(context.message, NO_LIMIT)) add(match, "price");
  for (const pattern of [...LEADING, TRAILING]) {
    for (const match of findAll(context.message, pattern)) {
      const topic = topicAttribute(context, match.match[1] ?? "", match);
      add(match, topic?.attribute ?? null, topic?.value ?? null);
    }
  }
  for (const match of findAll(context.message, NEEDLESS)) {
    const mention = context.mentions.find((entry) => entry.from === match.to);
    const feature = findFeatures(context, { from: match.to, to: context.message.tokens.length }).find(
      (entry) => entry.from === match.to,
    );
    if (mention?.kind === "value") add({ from: match.from, to: mention.to }, mention.attributes[0] ?? null);
    else if (mention?.kind === "brand") add({ from: match.from, to: mention.to }, "brand");
    else if (feature) add({ from: match.from, to: feature.to }, "feature", feature.value);
    else if (mention?.kind === "tag") add({ from: match.from, to: mention.to }, "feature", mention.name);
  }
  return found;
}

const ALLOWED_AFTER =
  /^(?:(?:is|are|was|would be|will be) )?(?:(?:actually|totally|also|just|really|perfectly|quite|now) )*(?:fine|ok|okay|alright|all right|acceptable|allowed|no problem|not a problem|good too|works?|possible)\b/;
const ALLOWED_BEFORE =
  /(?:do not (?:really )?mind|nothing against|no (?:problem|issue) with|(?:ok|okay|fine|happy|cool) with|can live with|do take|could take|bring back|allow|include)(?: (?:a|an|the|some|any|having|it in|it being|also|again))*$/;

/** "Actually green is ok" after "not green": what was excluded may come again, and need not. */
function allowedAgain(context: Context): { span: Span; old: HeardPreference }[] {
  const excluded = context.state.preferences.filter(({ held, polarity }) => held && polarity === "negative");
  if (excluded.length === 0) return [];
  return context.clauses.flatMap((clause) =>
    excluded.flatMap((old) => {
      const named = spanOfValue(context, clause, String(old.value));
      if (named === null) return [];
      const before = plainOf(context.message, { from: clause.from, to: named.from }).trimEnd();
      const after = plainOf(context.message, { from: named.to, to: clause.to }).trimStart();
      if (/\b(?:not|no|never)$/.test(before)) return [];
      return ALLOWED_AFTER.test(after) || ALLOWED_BEFORE.test(before) ? [{ span: clause, old }] : [];
    }),
  );
}

/** Where the words of a value stand, in whatever form. */
function spanOfValue({ message }: Context, clause: Span, value: string): Span | null {
  const wanted = stemsIn(value);
  for (let from = clause.from; from + wanted.length <= clause.to; from++)
    if (wanted.length > 0 && wanted.every((stem, place) => message.tokens[from + place]?.stem === stem))
      return { from, to: from + wanted.length };
  return null;
}

/** The attribute a topic names: "price", "brand", an attribute of the catalog, or the one a value belongs to. */
function topicAttribute(
  context: Context,
  topic: string,
  span: Span,
): { attribute: string; value?: string } | null {
  const words = topic.replace(/^(?:the|my|that|any|about) /, "");
  if (/\b(?:budget|prices?|costs?|money|spending)\b/.test(words)) return { attribute: "price" };
  if (/\b(?:brands?|make|manufacturer)\b/.test(words)) return { attribute: "brand" };
  if (/\b(?:reviews?|ratings?|stars)\b/.test(words)) return { attribute: "rating" };
  const attribute = context.lexicon.attributeNamed([
    words,
    words.split(" ").at(-1) ?? "",
    words.split(" ")[0] ?? "",
  ]);
  if (attribute) return { attribute: attribute.name };
  const plain = plainOf(context.message, span);
  if (/^(?:any|all|no|without|whatever)\b/.test(plain)) return null;
  // "Forget about disc brakes": the name may go on past the pattern.
  const named = context.mentions.filter((entry) => overlaps(entry, { from: span.from + 1, to: span.to + 1 }));
  const mention = named.find(({ kind }) => kind === "value") ?? named.at(-1);
  if (mention?.kind === "attribute") return { attribute: mention.name };
  if (mention?.kind === "value") return { attribute: mention.attributes[0] ?? "feature" };
  if (mention?.kind === "brand") return { attribute: "brand" };
  if (mention?.kind === "tag") return { attribute: "feature", value: mention.name };
  if (mention?.kind === "category" && /^(?:forget|drop|scrap|never mind|ignore)/.test(plain))
    return { attribute: "category" };
  const feature = findFeatures(context, span)[0];
  return feature ? { attribute: "feature", value: feature.value } : null;
}
