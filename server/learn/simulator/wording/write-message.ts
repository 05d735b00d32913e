/** From what a shopper means to the message as it is typed. */
import type { Draws } from "../draws.ts";
import type { Goal } from "../goal.ts";
import type { Intent, ItemInView } from "../intents.ts";
import type { Need } from "../needs.ts";
import type { Persona } from "../personas.ts";
import { roughen } from "./noise.ts";
import { phraseNeed, phraseThing, sayAmount } from "./phrase-need.ts";
import type { Frame, WishForm, WordingSet } from "./wording-set.ts";

export interface Writer {
  write(intents: readonly Intent[]): string;
}

interface WriterParts {
  wording: WordingSet;
  persona: Persona;
  goal: Goal;
  currency: string;
  draws: Draws;
}

/** How often: chatty people make small talk, others greet, react in a word, name an item by its title. */
const ASIDES = 0.35;
const GREETS = 0.4;
const MUSES = 0.3;
const BY_TITLE = 0.3;

export function createWriter(parts: WriterParts): Writer {
  const { wording, persona, draws } = parts;
  let messages = 0;
  const used = new Map<Frame, Set<string>>();
  /** People rarely put the same thing in the same words twice. */
  const fresh = (frame: Frame): string => {
    const said = used.get(frame) ?? new Set<string>();
    used.set(frame, said);
    const fitting = frame[persona.wordiness] ?? frame.plain;
    const all = draws.happens("words/plain", PLAIN_AFTER_ALL) ? frame.plain : fitting;
    const unsaid = all.filter((text) => !said.has(text));
    const text = draws.pick("words/frame", unsaid.length > 0 ? unsaid : all) ?? "";
    said.add(text);
    return text;
  };
  return {
    write(intents) {
      messages += 1;
      const [first] = intents;
      if (first?.type === "tap") return first.reply;
      const phrases = intents.map((intent) => phraseIntent(intent, parts, fresh));
      const joint = draws.pick("words/joint", wording.joints) ?? ". ";
      let text = joinSentences(phrases, joint);
      if (messages === 1 && draws.happens("words/greets", GREETS))
        text = `${draws.pick("words/greeting", wording.greetings)}, ${lowerFirst(text)}`;
      else if (messages > 1 && MUSED_ON.has(first?.type ?? "tap") && draws.happens("words/muses", MUSES))
        text = `${draws.pick("words/musing", wording.musings)} ${lowerFirst(text)}`;
      if (persona.wordiness === "chatty" && draws.happens("words/aside", ASIDES)) {
        const aside = draws.pick("words/aside-text", wording.asides) ?? "";
        text =
          messages === 1 ? `${aside}. ${text}` : `${text} ${draws.pick("words/closer", wording.closers)}`;
      }
      return roughen(text.trim(), persona, draws);
    },
  };
}

const PLAIN_AFTER_ALL = 0.4;
const MUSED_ON: ReadonlySet<Intent["type"]> = new Set([
  "lacks",
  "is-it",
  "ask",
  "doubt",
  "ask-opinion",
  "like",
  "none-of-these",
]);

function phraseIntent(intent: Intent, parts: WriterParts, fresh: (frame: Frame) => string): string {
  const { wording, goal } = parts;
  const fill = (frame: Frame, slots: Record<string, string> = {}) => fillIn(fresh(frame), slots);
  const itemOf = (item: ItemInView) => nameItem(item, parts);
  const byForm = (frames: Record<WishForm, Frame>, need: Need, slots: Record<string, string> = {}) => {
    const { form, words } = phraseNeed(need, parts);
    return fill(frames[form], { wish: words, ...slots });
  };
  switch (intent.type) {
    case "open":
      return phraseOpening(intent.needs, parts, fill);
    case "wish":
      return phraseWish(intent.need, parts, fill);
    case "say-kind":
      return fill(wording.sayKind, { thing: phraseThing(goal.kind, [], false) });
    case "tap":
      return intent.reply;
    case "indifferent":
      return fill(wording.indifferent);
    case "agree":
      return fill(wording.agree);
    case "first-time":
      return fill(wording.firstTime);
    case "had-before":
      return fill(wording.hadBefore);
    case "for-whom":
      return goal.recipient === null
        ? fill(wording.forMyself)
        : fill(wording.forSomebody, { recipient: goal.recipient });
    case "learnt":
      return byForm(wording.learnt, intent.need);
    case "lacks":
      return intent.need.kind === "price"
        ? fill(wording.tooDear, { item: itemOf(intent.item), amount: amountOf(intent.need, parts) })
        : byForm(wording.lacks, intent.need, { item: itemOf(intent.item) });
    case "is-it":
      return byForm(wording.isIt, intent.need, { item: itemOf(intent.item) });
    case "ask":
      return fill(wording.askAbout, { attribute: intent.attribute, item: itemOf(intent.item) });
    case "ask-off-catalog":
      return intent.question;
    case "ask-again":
      return fill(wording.askAgain, { question: lowerFirst(phraseIntent(intent.of, parts, fresh)) });
    case "doubt":
      return phraseDoubt(intent.about, itemOf(intent.item), wording, fill);
    case "ask-opinion":
      return fill(wording.askOpinion);
    case "more":
      return fill(wording.more);
    case "none-of-these":
      return fill(wording.noneOfThese);
    case "hold-firm":
      return fill(wording.holdFirm);
    case "compare":
      return fill(wording.compare, nameBoth(intent, parts));
    case "tell-more":
      return fill(wording.tellMore, { item: itemOf(intent.item) });
    case "like":
      return fill(wording.like, { item: itemOf(intent.item) });
    case "revise": {
      const { form, words } = phraseNeed(intent.need, parts);
      const former = phraseNeed(intent.need, parts, intent.need.atFirst);
      return fill(wording.revise[form], {
        wish: words,
        former: former.words.replace(/^(in|for|made of) /, ""),
      });
    }
    case "stretch":
      return fill(wording.stretch, { amount: amountOf(intent.need, parts, true) });
    case "give-way":
      return fill(wording.giveWay, { attribute: nameAttribute(intent.need) });
    case "accept":
      return fill(wording.accept, { item: itemOf(intent.item) });
    case "leave":
      return fill(wording.leave[intent.because]);
  }
}

/** How often the article is left out: "need tent". */
const BARE = 0.05;
const BARE_WHEN_BRIEF = 0.6;

type Fill = (frame: Frame, slots?: Record<string, string>) => string;

/** Two wishes at the most go into the noun phrase; others follow as sentences. */
function phraseOpening(needs: readonly Need[], parts: WriterParts, fill: Fill): string {
  const { wording, goal, draws } = parts;
  const inThing = needs.slice(0, 2);
  const phrases = inThing.map((need) => phraseNeed(need, parts, need.atFirst));
  const isBare = draws.happens("words/bare", parts.persona.wordiness === "brief" ? BARE_WHEN_BRIEF : BARE);
  const slots = { thing: phraseThing(goal.kind, phrases, isBare), recipient: goal.recipient ?? "" };
  const opening = fill(goal.recipient === null ? wording.open : wording.openForSomebody, slots);
  return [opening, ...needs.slice(2).map((need) => phraseWish(need, parts, fill))].join(". ");
}

function phraseWish(need: Need, parts: WriterParts, fill: Fill): string {
  if (need.kind === "price") return fill(parts.wording.budget, { amount: amountOf(need, parts) });
  const { form, words } = phraseNeed(need, parts, need.atFirst);
  return fill(parts.wording.wish[form], { wish: words });
}

function phraseDoubt(about: string, item: string, wording: WordingSet, fill: Fill): string {
  if (about === "quality") return fill(wording.doubtQuality, { item });
  if (about === "price") return fill(wording.doubtPrice, { item });
  return fill(wording.doubtAttribute, { item, attribute: about });
}

function nameItem({ title, place, alone, called }: ItemInView, { wording, draws }: WriterParts): string {
  const byTitle = called !== "" && draws.happens("words/by-title", BY_TITLE);
  if (alone && !byTitle) return draws.pick("words/sole", wording.sole) ?? "it";
  const places = place === null ? undefined : wording.places[place];
  if (places && !byTitle) return draws.pick("words/place", places) ?? "it";
  return `the ${called === "" ? title : called}`;
}

/** Two items side by side, by their places where both have one: short titles may be the same. */
function nameBoth(
  { item, other }: { item: ItemInView; other: ItemInView },
  parts: WriterParts,
): { item: string; other: string } {
  const { wording, draws } = parts;
  const placed = [item, other].map(({ place }) =>
    place === null ? undefined : draws.pick("words/place", wording.places[place] ?? []),
  );
  const [first, second] = placed;
  if (first !== undefined && second !== undefined) return { item: first, other: second };
  return { item: nameItem(item, parts), other: nameItem(other, parts) };
}

function nameAttribute({ kind, attribute, value }: Need): string {
  return kind === "feature" ? value : attribute;
}

function amountOf(need: Need, { currency, draws }: WriterParts, isStretched = false): string {
  return sayAmount(need, currency, draws, isStretched);
}

function fillIn(frame: string, slots: Record<string, string>): string {
  const filled = frame.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? "");
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

function joinSentences(sentences: readonly string[], joint: string): string {
  return sentences.reduce((before, sentence) => {
    if (before === "") return sentence;
    // After a question or an exclamation no "and" follows.
    if (/[?!]$/.test(before)) return `${before} ${sentence}`;
    return /^[.…]/.test(joint) && !/Also $/.test(joint)
      ? before + joint + sentence
      : before + joint + lowerFirst(sentence);
  }, "");
}

function lowerFirst(text: string): string {
  return /^(I\b|I'|\p{Lu}\p{Lu})/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
