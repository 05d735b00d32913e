/**
 * What the human prior sees of a talk before an utterance [POL-3]: named numbers, most of them absent (0). Defined here
 * once, so that recorded human dialogues and our own conversations give the same vector.
 */
import { type Act, ITEM, KIND, NAME, type Talk } from "../dialogue/talk.ts";

/**
 * Receives each feature that is not 0, in two parts: putting names together at every decision would cost more than all the
 * rest of it. `nameOfTalkFeature` puts them together where names are wanted.
 */
export type AddFeature = (kind: string, detail: string | number, value: number) => void;

/** What stands for a kind of which there is only one. */
export const WHOLE = "";

export function nameOfTalkFeature(kind: string, detail: string | number): string {
  return detail === WHOLE ? kind : `${kind}: ${detail}`;
}

/** Undoes `nameOfTalkFeature`. */
export function partsOfTalkFeature(name: string): [kind: string, detail: string] {
  const at = name.indexOf(": ");
  return at === -1 ? [name, WHOLE] : [name.slice(0, at), name.slice(at + 2)];
}

export const WORD_FEATURE = /^(?:shopper|agent)(?: just)? said: /;

export function addTalkFeatures(talk: Talk, add: AddFeature): void {
  add("always", WHOLE, 1);
  addPosition(talk, add);
  addActs(talk, add);
  addCues(talk, add);
  addWords(talk, add);
}

function addPosition(talk: Talk, add: AddFeature): void {
  const { agentUtterances, agentTurns, agentRun } = talk;
  if (agentRun > 0) add("goes on", WHOLE, 1);
  add("utterances of this turn", Math.min(agentRun, RUN_MAX), 1);
  if (agentUtterances === 0 && talk.shopperRun === 0) add("opens the talk", WHOLE, 1);
  add("utterances so far", Math.min(agentUtterances, UTTERANCES_MAX), 1);
  if (agentUtterances > 0) {
    add("utterances, log", WHOLE, Math.log1p(agentUtterances));
    add("utterances", WHOLE, agentUtterances / 10);
    add("turns", WHOLE, agentTurns / 8);
    add("utterances per turn", WHOLE, agentUtterances / agentTurns / 2);
  }
  if (agentTurns > LATE) add("late in the talk", WHOLE, 1);
}

const RUN_MAX = 4;
const UTTERANCES_MAX = 12;
const LATE = 10;

function addActs(talk: Talk, add: AddFeature): void {
  const [last, second, third] = talk.lastActs;
  add("last act", named(last), 1);
  add(talk.agentRun > 0 ? "goes on after" : "answered after", named(last), 1);
  add("second last act", named(second), 1);
  add("third last act", named(third), 0.5);
  if (talk.agentRun > 1) add("goes on after, second last", named(second), 1);
  for (const act in talk.acts) {
    const count = talk.acts[act as Act] ?? 0;
    add("times used", act, Math.log1p(count) / 2);
    add("used", act, 0.5);
  }
}

function named(act: Act | null | undefined): string {
  return act === undefined ? "none" : (act ?? "unknown");
}

function addCues(talk: Talk, add: AddFeature): void {
  const { shopperWords, agentWords } = talk;
  const flag = (name: string, holds: boolean) => {
    if (holds) add(name, WHOLE, 1);
  };
  const asked = shopperWords.includes("?");
  flag("shopper asks", asked);
  flag("shopper asks, not yet answered", asked && talk.agentRun === 0);
  flag("shopper ends on a question", shopperWords.at(-1) === "?");
  flag("shopper names an item", shopperWords.includes(ITEM));
  flag("shopper names a kind", shopperWords.includes(KIND));
  flag("shopper names a name", shopperWords.includes(NAME));
  flag("agent asks", agentWords.includes("?"));
  flag("agent names an item", agentWords.includes(ITEM));
  flag("agent names a kind", agentWords.includes(KIND));
  flag("agent names a name", agentWords.includes(NAME));
  flag("agent has named items", talk.agentItems > 0);
  if (talk.agentItems > 0) add("items named by the agent", WHOLE, Math.log1p(talk.agentItems) / 2);
  if (talk.shopperItems > 0) add("items named by the shopper", WHOLE, Math.log1p(talk.shopperItems) / 2);
  if (shopperWords.length > 0)
    add("length of the shopper's turn", WHOLE, Math.log1p(shopperWords.length) / 3);
  if (talk.shopperRun > 0) add("utterances of the shopper's turn", WHOLE, talk.shopperRun / 3);
  if (agentWords.length > 0) add("length of the agent's utterance", WHOLE, Math.log1p(agentWords.length) / 3);
}

/** Words weigh differently when the agent has already begun to answer them. */
function addWords(talk: Talk, add: AddFeature): void {
  const [shopper, agent] =
    talk.agentRun > 0 ? ["shopper said", "agent just said"] : ["shopper just said", "agent said"];
  addOnce(talk.shopperWords, shopper, add);
  addOnce(talk.agentWords, agent, add);
}

function addOnce(words: readonly string[], kind: string, add: AddFeature): void {
  // A turn has few words: looking back costs less than a set.
  for (let place = 0; place < words.length; place++) {
    const word = words[place] as string;
    if (words.indexOf(word) === place) add(kind, word, 1);
  }
}
