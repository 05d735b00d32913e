/** Kinds of shoppers, as data. Shares and rates are on [0, 1]; turns count the agent's answers. */

export interface Persona {
  name: string;
  /** How many answers of the agent are waited for, at least and at most. */
  patience: [number, number];
  /** How much annoyance is borne before leaving. */
  tolerance: number;
  /** Conviction at which an item that meets every need is taken. */
  threshold: number;
  /** How many needs the first message tells. */
  volunteers: [number, number];
  /** How many needs besides the budget there are, and how many of them come to mind late. */
  needs: [number, number];
  latent: [number, number];
  /** Share of shoppers with a budget, and how far above the target's price it lies, as a share of it. */
  budget: { share: number; slack: [number, number] };
  /** How often a missing need is noticed at the first look at a card rather than before buying. */
  attention: number;
  /** Questions of their own about items, and the share of those that no catalog answers. */
  questions: [number, number];
  offCatalog: number;
  /** Doubts to be settled before buying. */
  doubts: [number, number];
  /** How often a choice between items that fit is handed to the agent, or asked to be laid side by side. */
  asksOpinion: number;
  comparesItems: number;
  /** Share of shoppers who change a wish on the way. */
  revises: number;
  /** How often a quick reply is tapped where one fits. */
  taps: number;
  /** How strongly evidence, warmth and questioning count; 1 is as the response model has it. */
  evidence: number;
  warmth: number;
  interrogation: number;
  /** How it is written: length, slips per word, share without capitals and without punctuation. */
  wordiness: "brief" | "plain" | "chatty";
  typos: number;
  lowerCase: number;
  unpunctuated: number;
  /** Buys for somebody else. */
  gift: boolean;
}

const ORDINARY: Omit<Persona, "name"> = {
  patience: [5, 8],
  tolerance: 1,
  threshold: 0.85,
  volunteers: [1, 2],
  needs: [2, 4],
  latent: [1, 2],
  budget: { share: 0.65, slack: [0.05, 0.4] },
  attention: 0.7,
  questions: [0, 1],
  offCatalog: 0.3,
  doubts: [0, 1],
  asksOpinion: 0.4,
  comparesItems: 0.3,
  revises: 0.15,
  taps: 0.3,
  evidence: 1,
  warmth: 1,
  interrogation: 1,
  wordiness: "plain",
  typos: 0.02,
  lowerCase: 0.5,
  unpunctuated: 0.4,
  gift: false,
};
const persona = (name: string, part: Partial<Persona>): Persona => ({ ...ORDINARY, name, ...part });

export const TRAINING_PERSONAS: readonly Persona[] = [
  persona("decisive", {
    threshold: 0.65,
    patience: [4, 6],
    volunteers: [2, 3],
    latent: [0, 1],
    questions: [0, 0],
    doubts: [0, 0],
    attention: 0.85,
    wordiness: "brief",
  }),
  persona("explorer", {
    patience: [7, 11],
    volunteers: [0, 1],
    latent: [2, 3],
    comparesItems: 0.6,
    asksOpinion: 0.5,
    revises: 0.35,
    interrogation: 0.7,
  }),
  persona("bargain hunter", {
    budget: { share: 1, slack: [0, 0.15] },
    threshold: 0.9,
    questions: [0, 2],
    comparesItems: 0.5,
    warmth: 0.8,
    evidence: 1.1,
  }),
  persona("gift buyer", {
    gift: true,
    volunteers: [0, 1],
    latent: [2, 3],
    asksOpinion: 0.7,
    doubts: [1, 1],
    warmth: 1.3,
    threshold: 0.9,
  }),
  persona("sceptic", {
    threshold: 1.15,
    doubts: [1, 2],
    questions: [1, 2],
    evidence: 1.4,
    warmth: 0.5,
    interrogation: 1.2,
    patience: [6, 10],
  }),
  persona("expert", {
    volunteers: [2, 3],
    needs: [3, 5],
    latent: [0, 1],
    questions: [1, 2],
    evidence: 1.2,
    warmth: 0.6,
    interrogation: 0.8,
    comparesItems: 0.5,
    asksOpinion: 0.15,
    taps: 0.15,
  }),
  persona("hurried", {
    patience: [3, 5],
    tolerance: 0.75,
    threshold: 0.65,
    volunteers: [1, 2],
    latent: [0, 1],
    questions: [0, 0],
    doubts: [0, 1],
    interrogation: 1.6,
    taps: 0.5,
    wordiness: "brief",
    typos: 0.05,
    lowerCase: 0.9,
    unpunctuated: 0.9,
  }),
  persona("chatty", {
    patience: [7, 11],
    tolerance: 1.2,
    warmth: 1.5,
    latent: [1, 3],
    asksOpinion: 0.6,
    wordiness: "chatty",
    interrogation: 0.6,
    taps: 0.15,
    typos: 0.03,
  }),
];

/** Kept out of training, so that a policy is judged by people it has not met [POL-6]. */
export const HELD_OUT_PERSONAS: readonly Persona[] = [
  persona("undecided", {
    threshold: 1,
    doubts: [1, 2],
    asksOpinion: 0.8,
    revises: 0.4,
    volunteers: [0, 2],
    latent: [1, 3],
    patience: [6, 9],
  }),
  persona("perfectionist", {
    needs: [3, 5],
    latent: [1, 2],
    threshold: 1.05,
    questions: [1, 3],
    comparesItems: 0.7,
    evidence: 1.2,
    patience: [6, 10],
    typos: 0.005,
    lowerCase: 0.2,
    unpunctuated: 0.15,
  }),
  persona("impulsive", {
    threshold: 0.6,
    patience: [3, 6],
    needs: [1, 3],
    latent: [0, 2],
    attention: 0.4,
    doubts: [0, 0],
    questions: [0, 0],
    warmth: 1.2,
    wordiness: "brief",
    lowerCase: 0.8,
    typos: 0.04,
  }),
  persona("careful parent", {
    budget: { share: 0.95, slack: [0, 0.25] },
    gift: true,
    latent: [1, 3],
    doubts: [1, 2],
    questions: [0, 2],
    evidence: 1.2,
    warmth: 1.1,
    wordiness: "chatty",
  }),
  persona("regular", { threshold: 0.8, volunteers: [1, 3], taps: 0.45, patience: [4, 8] }),
];
