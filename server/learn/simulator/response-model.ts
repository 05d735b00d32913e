/**
 * How simulated shoppers respond to what an agent says, as data. These numbers are ASSUMPTIONS: whatever self-play finds
 * depends on them, so they stand here in the open and can be replaced as a whole. Published work gives directions and
 * orderings; nobody has measured these sizes for shopping talks, and ours are chosen so that no single kind of sentence sells.
 *
 * What the directions rest on:
 * - Sociable recommenders succeed more often than those who only inform; sharing an opinion and encouraging go with
 *   acceptance, and asking about experience is the commonest act in successful talks (INSPIRED: Hayati et al., EMNLP 2020).
 * - Which appeal works differs between people; there is no one best strategy (Persuasion for Good: Wang et al., ACL 2019).
 * - Questions about use elicit needs that people who don't know the attributes cannot name otherwise (Kostric, Balog &
 *   Radlinski, RecSys 2021; natural elicitation: Radlinski et al., SIGDIAL 2019).
 * - Reviews of other customers move purchases, critical ones included (Chevalier & Mayzlin, JMR 2006); advice that concedes
 *   a drawback is believed more (two-sided messages: Allen, 1991; Eisend, IJRM 2006).
 * - Laying alternatives side by side makes choices better and surer (Häubl & Trifts, Marketing Science 2000); many similar
 *   options unsettle (Iyengar & Lepper, JPSP 2000; the effect varies: Scheibehenne et al., JCR 2010).
 * - Reasons that say why an item is recommended raise trust and the wish to come back (Pu & Chen, Knowledge-Based
 *   Systems 2007).
 * - Pressure provokes the contrary (reactance: Brehm, 1966; Fitzsimons & Lehmann, Marketing Science 2004).
 * - Being taken up is what keeps people in a talk (grounding: Clark & Brennan, 1991); repetition and unanswered questions
 *   drive them away (dialogue breakdown: Higashinaka et al., LREC 2016).
 *
 * - Who searches long settles for less (satisficing: Simon, 1955; Caplin, Dean & Martin, AER 2011).
 *
 * Conviction: 0 is none; personas buy at 0.6 to 1.15. Annoyance: 0 is none; most leave at 1.
 */
export interface ResponseModel {
  name: string;
  /** Added to the conviction about an item. What comes a second time counts half, a third time a quarter. */
  conviction: {
    /** The item's page meets what is needed, on reading it. */
    fits: number;
    /** For each word of a wish on the face of a card: what makes one open this page first. */
    face: number;
    /** For each mere preference it meets. */
    preference: number;
    /** A sentence says what the item does for a wish of one's own. */
    reason: number;
    /** The agent commits itself to the item: with a reason that concerns a wish, with another reason, without any. */
    reasonedStance: number;
    explainedStance: number;
    bareStance: number;
    /** A customer is quoted; more when it bears on a doubt of one's own. */
    quote: number;
    quoteOnDoubt: number;
    /** A fact about it that was not known. */
    fact: number;
    /** Several items that fit are laid side by side. */
    comparison: number;
    /** Backed after leaning to it. */
    encouragement: number;
    /** One's question about it is answered; a gap is admitted. */
    answer: number;
    admittedGap: number;
    /** A doubt that was voiced and is not settled weighs against it. */
    doubt: number;
    /** More than three items at once, for each one more. */
    manyOptions: number;
  };
  /** Added to annoyance; below zero soothes. */
  annoyance: {
    /** A question when nothing was shown since the last one: the second in a row, and each further one. */
    questionInRow: number;
    /** A sentence that was said before. */
    repeatedSentence: number;
    /** A question of one's own goes unanswered. */
    unanswered: number;
    /** Nothing of one's last message comes back, nor anything new. */
    ignored: number;
    /** A card that was turned down is shown again; cards again that are no use. */
    rejectedAgain: number;
    uselessCards: number;
    /** Urging somebody who leans to nothing. */
    urging: number;
    /** Claims of scarcity or haste. */
    pressure: number;
    /** More than this many words in a turn, for those in a hurry most of all. */
    long: number;
    longWords: number;
    /** One's words are taken up; one's feeling is. */
    uptake: number;
    empathy: number;
    /** A question about experience or use: welcome, or nosy. */
    experienceQuestion: number;
  };
  /** Share by which the conviction that is asked for has fallen when patience runs out. */
  settling: number;
  /** How many needs come to mind when asked about use or experience, at the most, and how likely each is told. */
  elicitation: { experienceNeeds: number; told: number };
}

const training: ResponseModel = {
  name: "training",
  conviction: {
    fits: 0.3,
    face: 0.03,
    preference: 0.08,
    reason: 0.22,
    reasonedStance: 0.26,
    explainedStance: 0.14,
    bareStance: 0.03,
    quote: 0.18,
    quoteOnDoubt: 0.2,
    fact: 0.08,
    comparison: 0.2,
    encouragement: 0.2,
    answer: 0.2,
    admittedGap: 0.06,
    doubt: -0.15,
    manyOptions: -0.05,
  },
  annoyance: {
    questionInRow: 0.14,
    repeatedSentence: 0.12,
    unanswered: 0.22,
    ignored: 0.12,
    rejectedAgain: 0.25,
    uselessCards: 0.08,
    urging: 0.12,
    pressure: 0.5,
    long: 0.05,
    longWords: 75,
    uptake: -0.05,
    empathy: -0.1,
    experienceQuestion: 0,
  },
  settling: 0.3,
  elicitation: { experienceNeeds: 2, told: 0.85 },
};

/** People of the same kind, who weigh things somewhat differently: for judging what was trained with the others. */
const heldOut: ResponseModel = {
  name: "held-out",
  conviction: {
    ...training.conviction,
    fits: 0.27,
    reason: 0.26,
    reasonedStance: 0.2,
    quote: 0.2,
    quoteOnDoubt: 0.15,
    fact: 0.1,
    comparison: 0.15,
    encouragement: 0.16,
    answer: 0.24,
  },
  annoyance: {
    ...training.annoyance,
    questionInRow: 0.18,
    repeatedSentence: 0.15,
    ignored: 0.09,
    urging: 0.15,
    empathy: -0.07,
    longWords: 65,
  },
  settling: 0.25,
  elicitation: { experienceNeeds: 2, told: 0.7 },
};

/**
 * People who want facts and nothing else: opinions and strangers' words leave them cold, warmth grates, and personal
 * questions are nosy. A policy that learns online has to find that out [POL-7].
 */
const contrarian: ResponseModel = {
  name: "contrarian",
  conviction: {
    ...training.conviction,
    reason: 0.1,
    reasonedStance: -0.1,
    explainedStance: -0.12,
    bareStance: -0.15,
    quote: -0.08,
    quoteOnDoubt: 0,
    fact: 0.32,
    comparison: 0.4,
    encouragement: -0.12,
    answer: 0.3,
    admittedGap: 0.15,
  },
  annoyance: {
    ...training.annoyance,
    questionInRow: 0.08,
    urging: 0.2,
    uptake: 0,
    empathy: 0.1,
    experienceQuestion: 0.15,
  },
  settling: 0.3,
  elicitation: { experienceNeeds: 0, told: 0 },
};

export const RESPONSE_MODELS = { training, "held-out": heldOut, contrarian } as const;
