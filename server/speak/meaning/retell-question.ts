/** What a shopper asked, doubted or made a condition, told back: "you asked whether it fits a 16-inch laptop". */
import type { OpenQuestion } from "../../dialogue/state.ts";
import { inlineText } from "../words/finish-sentence.ts";
import { topicOf } from "./phrase-wish.ts";

/** Longer questions are told by their topic. */
const MAX_WORDS = 14;

/** A clause that stands after "Before you go:" and after "I haven't forgotten that". Null when there is nothing plain to tell. */
export function retellQuestion(question: OpenQuestion): string | null {
  const bare = bareText(question.text);
  const isPlain = /^[\p{L}\p{N}' .,%°-]+$/u.test(bare) && bare.split(" ").length <= MAX_WORDS;
  return (isPlain && inOwnWords(question, bare)) || byTopic(question);
}

function inOwnWords({ kind }: OpenQuestion, bare: string): string | null {
  switch (kind) {
    case "doubt":
      return retellDoubt(bare);
    case "condition":
      return retellCondition(bare);
    case "assumption":
      return /^for (?:my|our)\b/i.test(bare) ? `you said it's ${toSecondPerson(bare)}` : null;
    case "conflict":
      return `you wanted it ${toSecondPerson(bare.replace(/^(?:a|an|something)\s+/i, ""))}`;
    case "asked": {
      const asked = indirect(bare);
      return asked && `you asked ${asked}`;
    }
    default:
      return null;
  }
}

function byTopic({ kind, about, value }: OpenQuestion): string | null {
  const topic = about === "feature" || about === "variants" ? (value ?? null) : topicAsked(about);
  if (topic === null || kind === "comparison") return null;
  const named = inlineText(topic);
  if (kind === "doubt") return `you weren't sure about ${named}`;
  if (kind === "condition") return `it depended on ${named} for you`;
  return kind === "asked" ? `you asked about ${named}` : null;
}

function topicAsked(about: string): string | null {
  if (about === "other") return null;
  if (about === "price") return "the price";
  return SERVICES.has(about) ? about : topicOf(about);
}
const SERVICES = new Set(["shipping", "returns", "payment", "reviews", "availability", "discounts"]);

function bareText(text: string): string {
  return inlineText(text)
    .replace(/[“”"„]/g, "")
    .replace(/’/g, "'")
    .replace(/[.!?,;:…\s]+$/u, "")
    .replace(
      /^(?:(?:and|but|or|so|also|ok|okay|hmm+|well|oh|um|hi|hey|hello|however|though|actually|honestly)\b[ ,]*)+/i,
      "",
    );
}

function retellDoubt(bare: string): string | null {
  const unsure =
    /^(?:i'm |i am |im )?(?:just |still |really |also )*(?:not (?:so |really |entirely |totally |quite |too |that |completely )?(?:sure|certain)|unsure|i (?:don't|do not) know) (.+)$/i.exec(
      bare,
    )?.[1];
  if (unsure) return `you weren't sure ${toSecondPerson(unsure)}`;
  const [, feeling, what] =
    /^(?:i'm |i am |im )?(?:just |still |a bit |a little |really |also )*(worried|concerned|afraid|hesitant|not convinced) (.+)$/i.exec(
      bare,
    ) ?? [];
  if (feeling && what) return `you were ${feeling.toLowerCase()} ${toSecondPerson(what)}`;
  const doubted = /^i doubt (.+)$/i.exec(bare)?.[1];
  if (doubted) return `you doubted ${toSecondPerson(doubted)}`;
  const feared = /^what if (.+)$/i.exec(bare)?.[1];
  if (feared) return `you wondered what happens if ${toSecondPerson(feared)}`;
  return /^(?:looks|seems|might|could)\b/i.test(bare) ? `you thought it ${lowerFirst(bare)}` : null;
}

function retellCondition(bare: string): string | null {
  const on = /\bdepend(?:s|ing) on (.+)$/i.exec(bare)?.[1];
  if (on) return `you said it depends on ${toSecondPerson(indirect(on) ?? on)}`;
  const met = /\b(?:if|as long as|so long as|provided(?: that)?|assuming) (.+)$/i.exec(bare)?.[1];
  return met ? `you said it depends on whether ${toSecondPerson(met)}` : null;
}

const SUBJECT =
  "it|this|that|they|these|those|there|i|we|you|(?:the|this|that|your) [a-z]+(?: (?:one|bag|bike|battery))?";
const BE = new RegExp(`^(is|are|will|would|can|could|should|has|have|was) (${SUBJECT}) (.+)$`, "i");
const DO = new RegExp(`^(does|do) (${SUBJECT}) ([a-z]+)(.*)$`, "i");
const WH = "how(?: [a-z]+)?|what(?: [a-z]+)?|which [a-z]+|when|where|who";
const WH_BE = new RegExp(`^(${WH}) (is|are|will|would|can|could|should) (${SUBJECT})( .+)?$`, "i");
const WH_DO = new RegExp(`^(${WH}) (does|do) (${SUBJECT}) ([a-z]+)(.*)$`, "i");

/** A direct question as an indirect one; null when it is not built plainly enough to turn around. */
function indirect(bare: string): string | null {
  const whDo = WH_DO.exec(bare);
  if (whDo) {
    const [, asks = "", auxiliary = "", subject = "", verb = "", rest = ""] = whDo;
    return `${asks.toLowerCase()} ${subjectOf(subject)} ${inflect(verb, auxiliary)}${toSecondPerson(rest)}`;
  }
  const whBe = WH_BE.exec(bare);
  if (whBe) {
    const [, asks = "", verb = "", subject = "", rest = ""] = whBe;
    return `${asks.toLowerCase()} ${subjectOf(subject)} ${verb.toLowerCase()}${toSecondPerson(rest)}`;
  }
  const done = DO.exec(bare);
  if (done) {
    const [, auxiliary = "", subject = "", verb = "", rest = ""] = done;
    return `whether ${subjectOf(subject)} ${inflect(verb, auxiliary)}${toSecondPerson(rest)}`;
  }
  const been = BE.exec(bare);
  if (been) {
    const [, verb = "", subject = "", rest = ""] = been;
    return `whether ${subjectOf(subject)} ${verb.toLowerCase()} ${toSecondPerson(rest)}`;
  }
  return null;
}

/** "You" in a shopper's mouth is the shop. */
function subjectOf(subject: string): string {
  const lower = lowerFirst(subject);
  if (/^you$/i.test(subject)) return "we";
  if (/^(?:i|we)$/i.test(subject)) return "you";
  return lower.replace(/^your\b/, "our");
}

function inflect(verb: string, auxiliary: string): string {
  const lower = verb.toLowerCase();
  if (auxiliary.toLowerCase() === "do") return lower;
  if (lower === "have") return "has";
  if (/(?:s|x|z|ch|sh|o)$/.test(lower)) return `${lower}es`;
  return /[^aeiou]y$/.test(lower) ? `${lower.slice(0, -1)}ies` : `${lower}s`;
}

export function toSecondPerson(words: string): string {
  return lowerFirst(words).replace(
    /\b(?:I'm|I am|I've|I'd|I'll|I|my|mine|me|myself|we're|we|our|ours|us)\b/gi,
    (word) => SECOND_PERSON.get(word.toLowerCase()) ?? word,
  );
}

const SECOND_PERSON = new Map(
  Object.entries<string>({
    i: "you",
    "i'm": "you're",
    "i am": "you are",
    "i've": "you've",
    "i'd": "you'd",
    "i'll": "you'll",
    my: "your",
    mine: "yours",
    me: "you",
    myself: "yourself",
    we: "you",
    "we're": "you're",
    our: "your",
    ours: "yours",
    us: "you",
  }),
);

/** A sentence's capital goes; a name's stays as it was written. */
function lowerFirst(words: string): string {
  return /^(?:[A-Z][a-z]|I\b|A\b)/.test(words) && !/^I(?:'|\b)/.test(words)
    ? `${words.charAt(0).toLowerCase()}${words.slice(1)}`
    : words;
}
