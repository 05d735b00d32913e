/**
 * The course of the talk as utterances, the unit in which human recommenders were annotated: one act each, several to a
 * turn. A bounded fold, so that a policy can look back without a transcript; recorded dialogues fold the same way.
 */
import { STRATEGIES, type Strategy } from "./strategies.ts";

/** What an utterance does; handing over the floor is no utterance. */
export type Act = Exclude<Strategy, "yield">;
export const ACTS: readonly Act[] = STRATEGIES.filter((strategy): strategy is Act => strategy !== "yield");

export interface Utterance {
  by: "agent" | "shopper";
  /** Lower-case words, `?`, `!`, and the marks below. Empty where it is not phrased yet. */
  words: readonly string[];
  /** Of the agent's; null where it is not known. */
  act: Act | null;
}

/** What stands in for the title of an item, a kind of item, or another name, so that no catalog's words are learned. */
export const ITEM = "<item>";
export const KIND = "<kind>";
export const NAME = "<name>";

export interface Talk {
  /** Utterances and turns of the agent. */
  agentUtterances: number;
  agentTurns: number;
  acts: Partial<Record<Act, number>>;
  /** The agent's latest acts, newest first. */
  lastActs: readonly (Act | null)[];
  /** Utterances of the agent since the shopper spoke; 0 when the shopper spoke last. */
  agentRun: number;
  /** Utterances of the shopper's last turn. */
  shopperRun: number;
  /** Words of the agent's last utterance, and of the shopper's last turn. */
  agentWords: readonly string[];
  shopperWords: readonly string[];
  /** Items named so far. */
  agentItems: number;
  shopperItems: number;
}

export const NO_TALK: Talk = {
  agentUtterances: 0,
  agentTurns: 0,
  acts: {},
  lastActs: [],
  agentRun: 0,
  shopperRun: 0,
  agentWords: [],
  shopperWords: [],
  agentItems: 0,
  shopperItems: 0,
};

const ACTS_REMEMBERED = 3;
const WORDS_REMEMBERED = 80;

/** Never changes the talk it is given. */
export function utter(talk: Talk, { by, words, act }: Utterance): Talk {
  const items = words.reduce((sum, word) => sum + (word === ITEM ? 1 : 0), 0);
  if (by === "shopper") {
    const interrupts = talk.agentRun > 0 || talk.shopperRun === 0;
    return {
      ...talk,
      agentRun: 0,
      shopperRun: interrupts ? 1 : talk.shopperRun + 1,
      shopperWords: (interrupts ? words : [...talk.shopperWords, ...words]).slice(0, WORDS_REMEMBERED),
      shopperItems: talk.shopperItems + items,
    };
  }
  return {
    ...talk,
    agentUtterances: talk.agentUtterances + 1,
    agentTurns: talk.agentTurns + (talk.agentRun === 0 ? 1 : 0),
    acts: act === null ? talk.acts : { ...talk.acts, [act]: (talk.acts[act] ?? 0) + 1 },
    lastActs: [act, ...talk.lastActs].slice(0, ACTS_REMEMBERED),
    agentRun: talk.agentRun + 1,
    agentWords: words.slice(0, WORDS_REMEMBERED),
    agentItems: talk.agentItems + items,
  };
}

/** The words of a text in which names are marked already. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/<(?:item|kind|name)>|\p{L}+(?:['’]\p{L}+)?|[?!]/gu) ?? [];
}

/** Roughly the utterances of a text: its sentences. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?…])\s+/).filter((sentence) => sentence.trim() !== "");
}
