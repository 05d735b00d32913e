import { describe, expect, it } from "vitest";
import { planTalk } from "../../../server/dialogue/follow-talk.ts";
import {
  NO_TALK,
  sentencesOf,
  type Talk,
  type Utterance,
  utter,
  wordsOf,
} from "../../../server/dialogue/talk.ts";
import { item, says, stateAfter, turn, wish } from "../../support/conversation-events.ts";

const said = (by: Utterance["by"], text: string, act: Utterance["act"] = null): Utterance => ({
  by,
  words: wordsOf(text),
  act,
});
const talkAfter = (...utterances: Utterance[]): Talk => utterances.reduce(utter, NO_TALK);

describe("the course of a talk", () => {
  it("[POL-3] counts utterances, turns and acts, and keeps the last words of either side", () => {
    const talk = talkAfter(
      said("agent", "Hello! ", "housekeeping"),
      said("agent", "What do you like?", "opinion-inquiry"),
      said("shopper", "Tents."),
      said("shopper", "Like <item>"),
      said("agent", "<item> is light", "credibility"),
    );
    expect(talk).toMatchObject({
      agentUtterances: 3,
      agentTurns: 2,
      acts: { housekeeping: 1, "opinion-inquiry": 1, credibility: 1 },
      lastActs: ["credibility", "opinion-inquiry", "housekeeping"],
      agentRun: 1,
      shopperRun: 2,
      agentWords: ["<item>", "is", "light"],
      shopperWords: ["tents", "like", "<item>"],
      agentItems: 1,
      shopperItems: 1,
    });
    expect(utter(talk, said("shopper", "ok"))).toMatchObject({
      agentRun: 0,
      shopperRun: 1,
      shopperWords: ["ok"],
    });
  });

  it("[POL-3] stays as small as it is, however long the talk", () => {
    const long = Array.from({ length: 500 }, (_, i) =>
      said(i % 7 < 3 ? "agent" : "shopper", "word ".repeat(50), i % 7 < 3 ? "credibility" : null),
    );
    expect(JSON.stringify(talkAfter(...long)).length).toBeLessThan(3_000);
  });

  it("[POL-3] is folded from our own events as from recorded dialogues, names marked", () => {
    const state = stateAfter(
      turn("t0", {
        text: "Hi, I'm an AI. What are you looking for?",
        strategies: ["transparency", "opinion-inquiry"],
      }),
      says("m1", "A red tent. Something like the Fen!", {
        preferences: [wish("category", "Tents")],
        references: [{ text: "the Fen", kind: "title", skus: ["T1"] }],
      }),
      turn("t1", { text: "The Item T1 weighs 2 kg.", strategies: ["credibility"], items: [item("T1", 200)] }),
    );
    expect(state.talk).toEqual(
      talkAfter(
        said("agent", "Hi, I'm an AI.", "transparency"),
        said("agent", "What are you looking for?", "opinion-inquiry"),
        said("shopper", "A red tent."),
        said("shopper", "Something like the Fen! <item> <kind>"),
        said("agent", "The <item> weighs kg", "credibility"),
      ),
    );
  });

  it("[POL-3] can be carried on by strategies that nobody has phrased yet", () => {
    const talk = talkAfter(said("shopper", "a tent"));
    expect(planTalk(talk, ["acknowledgment", "credibility", "yield"])).toMatchObject({
      agentRun: 2,
      agentWords: [],
      lastActs: ["credibility", "acknowledgment"],
    });
  });
});

describe("words and sentences", () => {
  it("[POL-3] are lower case, with question marks, exclamation marks and marks of names", () => {
    expect(wordsOf("Don't you LIKE <item>, für 20?!")).toEqual([
      "don't",
      "you",
      "like",
      "<item>",
      "für",
      "?",
      "!",
    ]);
    expect(sentencesOf("Yes. It is 2.5 kg! Why?")).toEqual(["Yes.", "It is 2.5 kg!", "Why?"]);
    expect(sentencesOf("  ")).toEqual([]);
  });
});
