/** A need in a few words that fit into a sentence: "waterproof", "in black", "a roll-top closure". */
import { majorOf } from "../../../dialogue/money.ts";
import type { Draws } from "../draws.ts";
import type { Need } from "../needs.ts";
import type { WishForm, WordingSet } from "./wording-set.ts";

export interface NeedPhrase {
  form: WishForm;
  words: string;
}

/** `value` stands in for the need's own, where another was wished for at first. */
export function phraseNeed(
  need: Need,
  { wording, draws, currency }: { wording: WordingSet; draws: Draws; currency: string },
  value = need.value,
): NeedPhrase {
  const words = spoken(value);
  switch (need.kind) {
    case "price": {
      const frame = draws.pick("words/up-to", wording.upTo) ?? "{amount}";
      return { form: "prepositional", words: frame.replace("{amount}", sayAmount(need, currency, draws)) };
    }
    case "brand":
      return { form: "prepositional", words: `${draws.pick("words/from", wording.from)} ${words}` };
    case "feature":
      return { form: "adjective", words };
    case "flag":
      return IS_ADJECTIVE.test(need.attribute)
        ? { form: "adjective", words: need.attribute }
        : { form: "noun", words: withArticle(need.attribute) };
    case "number":
      return {
        form: "noun",
        words: `${draws.pick("words/roughly", wording.roughly)} ${words} ${need.attribute}`,
      };
    default:
      return phraseText(need.attribute, words);
  }
}

function phraseText(attribute: string, words: string): NeedPhrase {
  if (/colou?r|finish/.test(attribute)) return { form: "prepositional", words: `in ${words}` };
  if (/^size$/.test(attribute))
    return { form: "prepositional", words: /^\d|size/i.test(words) ? `in ${words}` : `in size ${words}` };
  if (/material|fabric/.test(attribute)) return { form: "prepositional", words: `made of ${words}` };
  if (/\b(use|usage|occasion|activity|compatible|suitable|gender|skin|hair|recipient)\b/.test(attribute))
    return { form: "prepositional", words: `for ${words}` };
  if (/^(type|style|kind|form|finish|waterproofing)$/.test(attribute)) return { form: "adjective", words };
  return { form: "noun", words: `${withArticle(words)} ${attribute}` };
}

/** The most that would be paid as it is said: the stated amount, or the true one when asked to stretch. */
export function sayAmount(need: Need, currency: string, draws: Draws, isStretched = false): string {
  const minor = (isStretched ? need.number : (need.stated ?? need.number)) ?? 0;
  const exact = majorOf({ minor, currency });
  const amount = Math.round(exact * 100) / 100;
  if (currency !== "USD") return `${amount} ${currency}`;
  return draws.pick("words/money", [`$${amount}`, `${amount} dollars`, `${amount}`, `${amount} bucks`]) ?? "";
}

/** "a waterproof backpack in black with a zip closure". */
export function phraseThing(kind: string, phrases: readonly NeedPhrase[], isBare: boolean): string {
  const of = (form: WishForm) => phrases.filter((phrase) => phrase.form === form).map(({ words }) => words);
  const head = [...of("adjective"), lowerKind(kind)].reduce((before, word) =>
    // "a mummy sleeping bag" is not said to be a sleeping bag once more.
    before.toLowerCase().includes(lastWord(word).toLowerCase()) ? before : `${before} ${word}`,
  );
  const withs = of("noun");
  const after = [...of("prepositional"), ...(withs.length > 0 ? [`with ${withs.join(" and ")}`] : [])];
  return [isBare ? head : withArticle(head), ...after].join(" ");
}

/** Kinds that name a make or a model keep their capitals. */
function lowerKind(kind: string): string {
  return /[a-z][A-Z]|\d/.test(kind) ? kind : kind.toLowerCase();
}

export function withArticle(words: string): string {
  if (/^(an?|the|some)\s|^\d|s$/i.test(words)) return words;
  const isSpokenWithVowel = /^[aeiou]/i.test(words) && !/^(usb|uni|eu|u-|u\b|one)/i.test(words);
  return `${isSpokenWithVowel ? "an" : "a"} ${words}`;
}

function spoken(value: string): string {
  const bare = value.replace(/[®™©*]/g, "").trim();
  return /^\p{Lu}\p{Ll}+$/u.test(bare) ? bare.toLowerCase() : bare;
}

function lastWord(phrase: string): string {
  return phrase.split(" ").at(-1) ?? phrase;
}

const IS_ADJECTIVE =
  /(free|proof|able|ible|ant|ent|ed|ic|al|less|y|friendly|vegan|organic|trade|wireless|tight)$/;
