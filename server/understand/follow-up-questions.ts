/** Questions that only the talk before them completes: "how much lighter is it?", "and the blue one?" [LED-1] */
import { isOfShop } from "../dialogue/ledger.ts";
import type { Clause } from "./clauses.ts";
import { COMPARATIVES } from "./dimensions.ts";
import { type FoundQuestion, skusIn, spanOf, withoutJoiner } from "./found-question.ts";
import { fold } from "./normalise.ts";
import type { FoundReference } from "./shown-cards.ts";
import { inside, plainOf, quote, type Token } from "./tokens.ts";
import { attributesInView, type Context, itemsInView } from "./understanding-context.ts";

/** "How much lighter is it?", "by how much?"; "how much does it weigh?" asks for the weight itself. */
const DIFFERENCE =
  /^(?:and |but |so |ok |by )*(?:by )?(?:how much(?:(?: (?:more|less)(?: expensive)?| [a-z]+er)(?: (?:is|are|does|do|will|would) (?:it|they|this|that|these|the [a-z0-9]+(?: one)?|the [a-z]+ (?!keep|stay|last)[a-z0-9]+)(?: (?:weigh|cost|last|(?:keep|stay)(?: it| things| them)?(?: (?:warm|hot|cold|cool))?|go|get|hold))?)?)?|what is (?:the )?(?:price |weight )?difference(?: in (?:price|weight|cost))?)$/;

/** "By how much?" after a claim of the agent's: what it opened, and of which items [LED-1]. */
export function differenceAsked(context: Context, clause: Clause): { about: string; skus: string[] } | null {
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
  // "How much longer?" of what was said to keep hot for longer measures no length, where nothing in view has one.
  const inView = attributesInView(context.state);
  const measured = dimension?.find((name) => inView === null || inView.has(name));
  const named = words.find((word) => word === "price" || word === "cost" || word === "expensive");
  const about =
    named !== undefined || dimension?.[0] === "price"
      ? "price"
      : ((measured && context.lexicon.attributeNamed([measured])?.name) ??
        (words.some((word) => /^weigh/.test(word)) ? "weight" : last.text));
  return { about, skus: open.findLast((entry) => entry.about === about)?.skus ?? last.skus };
}

const FOLLOW_UP =
  /^(?:(?:and|or|but|so|then|ok|okay|also|now) )*(?:(?:what|how) about |and |for |with |is that the same (?:for|with) |same (?:question |thing )?(?:for|with|about|of) )*(?:the |that |this |your )?(?:[a-z0-9-]+ ?){1,4}$/;

/** Whether a clause asks of another item what was asked just before. */
export function isFollowUp(context: Context, clause: Clause, references: readonly FoundReference[]): boolean {
  const plain = plainOf(context.message, clause);
  if (!clause.asked && !/^(?:and |ok |so )*(?:what about|how about|same (?:question|thing)?)\b/.test(plain))
    return false;
  return followUp(context, clause, "asked", references) !== null;
}

/** "And the 12?", "what about the other one?" right after a question asks the same of another item [LED-1]. */
export function followUp(
  context: Context,
  clause: Clause,
  kind: "asked" | "doubt" | "condition",
  references: readonly FoundReference[],
): FoundQuestion[] | null {
  if (kind !== "asked" || !FOLLOW_UP.test(plainOf(context.message, clause))) return null;
  const named = references.filter((found) => inside(found, clause) && found.reference.skus.length > 0);
  const pointed = named.at(-1);
  const said = context.message.tokens
    .slice(clause.from, clause.to)
    .filter(
      ({ kind: own, word }, index) =>
        own !== "mark" &&
        !LEADS_ON.test(word) &&
        !named.some(({ from, to }) => clause.from + index >= from && clause.from + index < to),
    );
  const skus = pointed && said.length === 0 ? skusIn(clause, references) : itemSaid(context, said);
  if (skus.length === 0) return null;
  const before = context.state.openQuestions.filter(({ raisedBy }) => raisedBy === "shopper");
  const asked = before.filter(
    ({ raisedIn, kind: own, about }) =>
      raisedIn === before.at(-1)?.raisedIn && own === "asked" && !isOfShop(about) && about !== "other",
  );
  const isRecent = before.at(-1)?.raisedAfter === context.state.turns - 1;
  if (asked.length === 0 || !isRecent) return null;
  const text = quote(context.message, withoutJoiner(context, clause));
  return asked.map(({ about, value }) => ({
    ...spanOf(clause),
    act: "ask-fact",
    question: {
      text,
      kind: "asked",
      about,
      skus,
      ...(value === undefined ? {} : { value }),
    },
  }));
}
/** The one item in view that has all of the words in its title or its values: "the two-seater", "the 12". */
function itemSaid({ state }: Context, said: readonly Token[]): string[] {
  const words = said.filter(({ word }) => word.length > 1);
  if (words.length === 0) return [];
  const having = itemsInView(state).filter(({ title, attributes }) => {
    const told = fold(`${title} ${Object.values(attributes).join(" ")}`).match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.every(({ word }) =>
      told.some(
        (one) =>
          one === word ||
          (one.length > 3 && word.startsWith(one)) ||
          (word.length > 3 && one.startsWith(word)),
      ),
    );
  });
  const skus = [...new Set(having.map(({ sku }) => sku))];
  return skus.length === 1 ? skus : [];
}

const LEADS_ON =
  /^(?:and|or|but|so|then|ok|okay|also|now|what|how|about|for|with|is|that|same|question|thing|of|the|this|your|one|ones)$/;
