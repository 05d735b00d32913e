/** A short answer to what the agent asked last: "200" after a question on the budget, "doesn't matter", "yes". */

import type { DialogueState, OpenQuestion } from "../dialogue/state.ts";
import type { HeardPreference } from "../dialogue/understanding.ts";
import { isAge } from "./ages.ts";
import { CONVERSATION_WORDS } from "./english-words.ts";
import { isIndifferent } from "./indifference.ts";
import { namedBy, type Quantity } from "./quantities.ts";
import { isAgreement, isRefusal } from "./social-acts.ts";
import { overlaps, quote, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";
import type { FoundPreference } from "./withdrawals.ts";

/** Who can't or won't say has answered as well: asking again would gain nothing. */
const DECLINES =
  /^(?:(?:i am|i|well|oh|um|hmm|really|honestly|sorry|still|yet|let us|can we) )*(?:not (?:really |so )?sure(?: yet)?|unsure|do not (?:really )?know(?: yet)?|no (?:idea|clue)|hard to say|skip(?: that| this| it)?(?: one| question)?|pass|next(?: question)?|(?:would |prefer |rather )+not(?: to)?(?: say| tell(?: you)?| answer)?|none of your business|that is private|why does (?:it|that) matter)(?: (?:please|thanks|honestly|to be honest))*$/;
/** "My first", but not "the first one", which is on a card. */
const FIRST_TIMER =
  /\b(?:(?:my|our|his|her|their) (?:very )?first|first (?:time|timer|ever)|never (?:owned|had|used|tried|done|ridden)?|beginner|new to (?:this|it)|newbie|novice|no experience)\b|^(?:(?:yes|yeah|yep|it is|it would be) )*(?:a |the )?first(?: one)?$/;

/** The attribute the agent's open question is about; null when the agent has asked nothing that is still open. */
export function askedAttribute(state: DialogueState): string | null {
  const open = openAgentQuestion(state);
  const about = open?.about ?? null;
  return about === "budget" ? "price" : about;
}

export function openAgentQuestion(state: DialogueState): OpenQuestion | undefined {
  return state.openQuestions.findLast((entry) => entry.raisedBy === "agent" && entry.status === "open");
}

/** What the message answers, when it says nothing else by itself; `accepted` is where it takes an item. */
export function findAnswer(context: Context, heard: FoundPreference[], accepted: Span[]): FoundPreference[] {
  const attribute = askedAttribute(context.state);
  if (attribute === null || context.message.tokens.length === 0) return [];
  const whole = { from: 0, to: context.message.tokens.length };
  const said = context.message.text.trim();
  const answer = (
    part: Partial<HeardPreference> & Pick<HeardPreference, "operator" | "value">,
    span = whole,
  ): FoundPreference[] => [
    { ...span, preference: { attribute, polarity: "positive", firmness: "must", said, ...part } },
  ];
  if (heard.some(({ preference }) => preference.attribute === attribute)) return [];
  if (isIndifferent(context))
    return attribute === "preferences" ? [] : answer({ operator: "any", value: null });

  const asked = openAgentQuestion(context.state);
  if (asked?.value !== undefined && isAgreement(context))
    return answer({ operator: "is", value: asked.value });
  if (asked?.value !== undefined && isRefusal(context))
    return answer({ operator: "is", value: asked.value, polarity: "negative" });
  const number = bareNumber(context, attribute, heard, answer);
  if (number !== null) return number;
  return accepted.length > 0 ? [] : freeWords(context, attribute, heard, answer);
}

/** "I'd rather not say", "not sure yet": the agent's open question is turned down, or can't be answered. */
export function declinesQuestion(context: Context): boolean {
  const plain = context.message.plain.replace(/ ?[.,!?]+/g, "").trim();
  return askedAttribute(context.state) !== null && DECLINES.test(plain);
}

type Answer = (
  part: Partial<HeardPreference> & Pick<HeardPreference, "operator" | "value">,
  span?: { from: number; to: number },
) => FoundPreference[];

/** "200" is a price when the budget was asked for, and a size when the size was; so is "54 cm" where sizes are mostly letters. */
function bareNumber(
  context: Context,
  attribute: string,
  heard: readonly FoundPreference[],
  answer: Answer,
): FoundPreference[] | null {
  const bare = context.quantities.filter(
    (entry) =>
      !isNamedOtherwise(context, entry, attribute) &&
      !heard.some((wish) => wish.preference.attribute !== "feature" && overlaps(wish, entry)) &&
      entry.currency === null &&
      (entry.unit === null || attribute !== "price") &&
      !isAge(context, entry),
  );
  // "80. No, 100": who corrects himself means what he said last.
  const isCorrected = /\b(?:no|actually|rather|sorry|wait|make (?:it|that)|scratch)\b/.test(
    context.message.plain,
  );
  const quantity = isCorrected ? bare.at(-1) : bare[0];
  if (!quantity) return null;
  const said = quote(context.message, quantity);
  const value =
    quantity.bound === "between" && quantity.high !== null
      ? ([quantity.value, quantity.high] as [number, number])
      : quantity.value;
  if (attribute === "price") {
    return answer(
      {
        operator: quantity.bound === "exact" ? "at-most" : quantity.bound,
        value,
        unit: context.vocabulary.currency,
        said,
      },
      quantity,
    );
  }
  const known = context.lexicon.attribute(attribute);
  if (!known) return null;
  if (known.numeric === null) {
    const named = quantity.unit === null ? quantity.core : quantity;
    return answer({ operator: "is", value: quote(context.message, named), said }, quantity);
  }
  // With a unit of its own it would have been heard, were it of this attribute.
  if (quantity.unit !== null) return null;
  const unit = known.numeric.unit;
  return answer(
    {
      operator: quantity.bound === "exact" ? "about" : quantity.bound,
      value,
      ...(unit ? { unit } : {}),
      said,
    },
    quantity,
  );
}

/** "Size 44" is no budget, whatever was asked; asked for the size, it is the size. */
function isNamedOtherwise(context: Context, quantity: Quantity, attribute: string): boolean {
  const name = namedBy(context.message, quantity);
  return name !== null && (attribute === "price" || !attribute.includes(name.replace(/s$/, "")));
}

/** "Mostly hills" after "What is it for?": the words themselves are the answer. */
function freeWords(
  context: Context,
  attribute: string,
  heard: FoundPreference[],
  answer: Answer,
): FoundPreference[] {
  if (attribute === "experience") {
    return FIRST_TIMER.test(context.message.plain)
      ? answer({ attribute: "usage", operator: "is", value: "beginner", firmness: "prefer" })
      : [];
  }
  if (attribute !== "usage" && attribute !== "use" && attribute !== "recipient") return [];
  const { tokens } = context.message;
  const content = tokens.flatMap((token, index) =>
    token.kind === "word" && !CONVERSATION_WORDS.has(token.word) ? [index] : [],
  );
  const from = content[0];
  const last = content.at(-1);
  const short = tokens.length <= 10 && !tokens.some((token) => token.word === "?");
  // "Not waterproof" and "waterproof" say what it should be like, whatever was asked.
  const elsewhere = heard.some(
    ({ preference }) =>
      preference.attribute !== "feature" ||
      preference.polarity === "negative" ||
      preference.firmness === "must",
  );
  if (from === undefined || last === undefined || !short || elsewhere) return [];
  const span = { from, to: last + 1 };
  const words = quote(context.message, span);
  return answer({ operator: "is", value: words.toLowerCase(), firmness: "prefer", said: words }, span);
}
