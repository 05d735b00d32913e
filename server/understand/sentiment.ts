/** The feeling of a message. Wishes ("a good bike") are no feelings. */
import type { DialogueAct } from "../dialogue/understanding.ts";
import type { ClauseRole } from "./clause-roles.ts";
import { findAll, type Message, overlaps, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

const POSITIVE =
  /\b(?:promising|i (?:really |do |quite |rather |kinda )*like (?:that|this|the|those|these)\b(?! (?:idea|way|look of none))|love (?:it|this|that|them|the)|i (?:really |do |quite )*(?:love|like|adore)(?! to\b| a\b| an\b| some\b| something\b)|perfect|awesome|amazing|excellent|fantastic|wonderful|brilliant|great(?= (?:[.,!]|help|job|choice|pick|idea|suggestion|advice|thanks|thank|i|that|so|stuff))|great$|^great|(?:looks?|sounds?|is|are|that is|feels?|seems?|it is) (?:so |really |very |pretty |quite |actually |just )*(?:good|great|nice|lovely|cool|beautiful|helpful|gorgeous|ideal|handy|neat|perfect|awesome)|^(?:nice|cool|good|lovely|beautiful|super|sweet|yay|wow)\b|not bad|very helpful|so helpful|happy with|excited|can not wait|thank(?:s| you) so much|much appreciated|sold|best (?:bot|chat|service)|you are (?:great|awesome|the best|amazing|helpful)|delighted|impressed)\b|[😀😃😄😁😊😍🥰👍❤🎉🙂😎🙏💯]|: \)|: d\b/gu;
const NEGATIVE =
  /\b(?:hate|hated|terrible|horrible|awful|useless|ridiculous|annoying|annoyed|frustrat(?:ed|ing)|disappoint(?:ed|ing)|bad(?! weather)|worst|worse|ugly|sucks?|stupid|dumb|rubbish|garbage|crap|waste of|pathetic|angry|fed up|unhelpful|(?:do|does|did) not (?:really )?(?:like|love|work|help)|can not stand|not (?:good|great|happy|helpful|impressed|convinced|a fan|interested|what i|for me|my (?:style|taste|thing))|too (?:expensive|pricey|heavy|big|small|bulky|much|ugly|slow|loud|long|short|flashy|complicated)|way too|none of (?:these|those|them)|stop (?:asking|it)|leave me alone|go away|wtf|ffs|boring|meh|worried|overpriced|rip off|waste|shut up|you (?:do not|never|are not) (?:understand|listen|get|listening)|what the (?:hell|heck))\b|[😠😡🤬👎😞😢😭🙄😒]|: \(/gu;
/** Turns the feeling round, or makes a worry of it that is no feeling about the shop. */
const NOT_NEGATIVE =
  /\b(?:not (?:too )?(?:bad|terrible|ugly)|not worried|not too (?:expensive|pricey|heavy|big|small|bulky|much|slow|loud|long|short|flashy)|nothing too [a-z]+)\b/g;
const NOT_POSITIVE =
  /\b(?:not (?:so |very |really |that )*(?:perfect|great|good|nice|amazing|awesome|cool|helpful|happy with)|is (?:it|this|that) (?:any )?(?:good|great|nice)|(?:would|will) be (?:so |really )*(?:good|great|nice|lovely|perfect|cool)|if (?:it|that) is (?:good|nice))\b/g;

/** `asking` are the questions and doubts: "isn't it too small for a laptop?" is a worry about the item, not about the talk. */
export function readSentiment(
  message: Message,
  asking: readonly Span[],
  leanings: readonly Span[],
): "positive" | "neutral" | "negative" {
  const notPositive = [...findAll(message, NOT_POSITIVE), ...asking];
  const notNegative = [...findAll(message, NOT_NEGATIVE), ...asking];
  const within = (spans: { from: number; to: number }[], span: { from: number; to: number }) =>
    spans.some((other) => other.from <= span.from && span.from < other.to);
  const praise = findAll(message, POSITIVE).filter((span) => !within(notPositive, span));
  const leaning = leanings.filter((span) => !praise.some((found) => overlaps(found, span)));
  const positive = praise.length + leaning.length;
  const negative = findAll(message, NEGATIVE).filter((span) => !within(notNegative, span)).length;
  if (positive === negative)
    return positive > 0 && message.plain.trimEnd().endsWith("!") ? "positive" : "neutral";
  return positive > negative ? "positive" : "negative";
}

/** Clauses that ask about an item or doubt it: what they say of it is no feeling, unless they complain of the talk or praise. */
export function asksOnly(
  context: Context,
  roles: readonly ClauseRole[],
  social: readonly (Span & { act: DialogueAct })[],
  leanings: readonly Span[],
): Span[] {
  return context.clauses.filter((clause, index) => {
    const within = social.filter((act) => overlaps(act, clause));
    if (within.some(({ act }) => act === "doubt")) return true;
    return (
      /^(?:fact|compare|doubt|condition)$/.test(roles[index] ?? "") &&
      ![...within, ...leanings].some((span) => overlaps(span, clause))
    );
  });
}
