/** The readable baseline: a list of rules, each of which adds to a strategy's score and says why [POL-2]. */
import { STRATEGIES, type Strategy } from "../../dialogue/strategies.ts";
import type { Features } from "../features.ts";
import type { Policy, Scores } from "../policy.ts";

interface Rule {
  strategy: Strategy;
  score: number;
  when: (features: Features) => boolean;
  because: string;
}

const RULES: Rule[] = [
  // Uptake: show that the last turn was heard.
  {
    strategy: "acknowledgment",
    score: 5,
    when: (f) => f["new wishes"] > 0 && !f["acknowledged last turn"],
    because: "the shopper just told us something new",
  },
  {
    strategy: "acknowledgment",
    score: 2,
    when: (f) => f["new wishes"] > 0,
    because: "the shopper just told us something new",
  },
  {
    strategy: "acknowledgment",
    score: 8,
    when: (f) => f["heard complain"] > 0 || f["bad mood"] > 0,
    because: "the shopper sounds unhappy",
  },
  {
    strategy: "similarity",
    score: 3,
    when: (f) => f["new wishes"] > 0 && f.turn > 0,
    because: "a wish was voiced that deserves a word of understanding",
  },
  {
    strategy: "rephrase-preference",
    score: 2.5,
    when: (f) => f.wishes >= 3 && f["new wishes"] > 0,
    because: "several wishes have gathered: saying them back shows they were kept",
  },
  {
    strategy: "encouragement",
    score: 6,
    when: (f) => f.chosen > 0,
    because: "the shopper has made a choice",
  },
  {
    strategy: "encouragement",
    score: 2,
    when: (f) => f.leaning > 0 && !f["heard reject"],
    because: "the shopper leans towards an item",
  },

  // Substance: something worth knowing.
  {
    strategy: "credibility",
    score: 8,
    when: (f) => f["questions open"] > 0 && !f["heard compare"],
    because: "a question is open that the catalog may answer",
  },
  {
    strategy: "transparency",
    score: 8,
    when: (f) =>
      f["questions open"] > 0 || f["dead end"] > 0 || f["heard out-of-scope"] > 0 || f["heard ask-human"] > 0,
    because: "what can't be had is better said at once",
  },
  {
    strategy: "credibility",
    score: 4,
    when: (f) => f["cards now"] > 0,
    because: "the items on the cards have facts that bear on the wishes",
  },
  {
    strategy: "personal-opinion",
    score: 4,
    when: (f) => f["cards now"] > 1 && f.wishes >= 1,
    because: "there is more than one fitting item: taking a stance helps to choose",
  },
  {
    strategy: "personal-opinion",
    score: 60,
    when: (f) => f["heard compare"] > 0,
    because: "the shopper asked which one",
  },
  {
    strategy: "personal-experience",
    score: 2,
    when: (f) => f["cards now"] > 0 || f.leaning > 0,
    because: "a customer's own words say it better than the listing",
  },
  {
    strategy: "personal-experience",
    score: 4,
    when: (f) => f["heard doubt"] > 0,
    because: "the shopper has a doubt that a customer's experience may settle",
  },
  {
    strategy: "self-modeling",
    score: 2.5,
    when: (f) => f["cards now"] > 0 && f.wishes >= 2,
    because: "enough is known to reason from the wishes to an item",
  },
  {
    strategy: "transparency",
    score: 0.2,
    when: (f) => f.step > 0,
    because: "where a statement comes from may matter",
  },

  // Invitation: hand the floor over.
  {
    strategy: "opinion-inquiry",
    score: 5,
    when: (f) => f["question worth"] > 0.4 && !f["few candidates"] && !f.chosen,
    because: "one answer would narrow the choice",
  },
  {
    strategy: "experience-inquiry",
    score: 4,
    when: (f) => f.turn >= 1 && f.wishes <= 3 && !f.chosen,
    because: "we know attributes but nothing about use or experience",
  },
  {
    strategy: "preference-confirmation",
    score: 1.5,
    when: (f) => f.wishes >= 3 && f["new wishes"] === 0 && !f.chosen,
    because: "the wishes are some turns old: checking them costs little",
  },
  {
    strategy: "offer-help",
    score: 6,
    when: (f) => f.opening > 0,
    because: "the shopper should know what we can do",
  },
  {
    strategy: "offer-help",
    score: 2,
    when: (f) => f.stall >= 2 || f["few candidates"] > 0 || f.leaning > 0,
    because: "an offer moves things on without another question",
  },

  // A stall: change course, with whatever the plan has ready.
  {
    strategy: "opinion-inquiry",
    score: 80,
    when: (f) => f["redirect another-attribute"] > 0,
    because: "the talk has stalled: another attribute may move it",
  },
  {
    strategy: "opinion-inquiry",
    score: 80,
    when: (f) => f["redirect contrast-pair"] > 0,
    because: "the talk has stalled: of two that differ, leaning towards one is easy",
  },
  {
    strategy: "preference-confirmation",
    score: 80,
    when: (f) => f["redirect summary"] > 0,
    because: "the talk has stalled: a summary shows what could change",
  },
  {
    strategy: "offer-help",
    score: 80,
    when: (f) => f["redirect relaxed-wish"] > 0,
    because: "the talk has stalled: a little above the budget there is more",
  },
  {
    strategy: "offer-help",
    score: 80,
    when: (f) => f["redirect person"] > 0,
    because: "the talk has stalled: a person may do better",
  },
  {
    strategy: "offer-help",
    score: 80,
    when: (f) => f["redirect graceful-end"] > 0,
    because: "the talk has stalled, and other ways were tried: nothing has to be decided today",
  },

  // Silence: one useful thing, then the floor again.
  {
    strategy: "offer-help",
    score: 12,
    when: (f) => f.silence > 0 && f["question pending"] > 0 && f["follow-ups"] === 0,
    because: "the question was left standing: it can be made easier",
  },
  {
    strategy: "credibility",
    score: 8,
    when: (f) => f.silence > 0,
    because: "the shopper is silent: a fact that was not told yet is worth more than a nudge",
  },
  {
    strategy: "personal-experience",
    score: 6,
    when: (f) => f.silence > 0,
    because: "the shopper is silent: a customer's words may say what the listing can't",
  },
  {
    strategy: "opinion-inquiry",
    score: 3,
    when: (f) => f.silence > 0 && f["question worth"] > 0.4,
    because: "the shopper is silent: a question that is easy to answer opens the way",
  },
  {
    strategy: "offer-help",
    score: 8,
    when: (f) => f.silence > 0 && f["follow-ups"] > 0,
    because: "a second follow-up is an offer, without pressure",
  },
  {
    strategy: "yield",
    score: 4_000,
    when: (f) => f.silence > 0 && f.step > 0,
    because: "one thing is enough to break a silence",
  },

  // Yield: enough has been said.
  {
    strategy: "yield",
    score: 2,
    when: (f) => f["has substance"] > 0,
    because: "the substance has been said",
  },
  {
    strategy: "yield",
    score: 3,
    when: (f) => f.step >= 2 || f["short replies"] > 0,
    because: "short turns keep the floor open",
  },
  { strategy: "yield", score: 4, when: (f) => f.chosen > 0 && f.step >= 1, because: "the choice is made" },
];

export function createRulesPolicy(): Policy {
  return {
    name: "rules",
    version: "2",
    score(features) {
      const scores: Scores = Object.fromEntries(STRATEGIES.map((strategy) => [strategy, 0.02]));
      for (const rule of RULES)
        if (rule.when(features)) scores[rule.strategy] = (scores[rule.strategy] ?? 0) + rule.score;
      return scores;
    },
    explain(features, strategy) {
      return RULES.filter((rule) => rule.strategy === strategy && rule.when(features))
        .sort((a, b) => b.score - a.score)
        .map((rule) => rule.because);
    },
  };
}
