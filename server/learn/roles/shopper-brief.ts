/** A drawn shopper in words: who it is and what it is after, for a model that plays it and one that judges the talk. */
import { formatMoney } from "../../catalog/format-money.ts";
import type { Product } from "../../catalog/product.ts";
import { createDraws } from "../simulator/draws.ts";
import type { Goal } from "../simulator/goal.ts";
import type { Knowledge, Need } from "../simulator/needs.ts";
import type { Persona } from "../simulator/personas.ts";
import type { PopulationName } from "../simulator/populations.ts";

export interface BriefedWish {
  wish: string;
  /** A talk that ends without a must is none; a preference gives way. */
  weight: "must" | "nice to have";
  tell: string;
  /** What is said of it at first. */
  at_first?: string;
}

/** As it stands in the prompts; every text but those of the catalog is ours. */
export interface ShopperBrief {
  looking_for: string;
  for: string;
  ideal: { title: string; price: string };
  wishes: BriefedWish[];
  person: string[];
  /** The product page that the talk begins on. */
  begins_on: string | null;
  /** Answers of the assistant that are waited for. */
  patience: number;
}

export interface BriefParts {
  goal: Goal;
  persona: Persona;
  population: PopulationName;
  seed: string;
  /** ISO 4217, of the catalog's prices. */
  currency: string;
  product: (sku: string) => Pick<Product, "title" | "price"> | undefined;
}

export function briefOf({ goal, persona, population, seed, currency, product }: BriefParts): ShopperBrief {
  // The same names of draws as the built-in shopper's: both are equally patient and equally curious.
  const draws = createDraws(seed);
  const [patience, doubts, questions] = [
    draws.between("mind/patience", ...persona.patience),
    draws.between("mind/doubts", ...persona.doubts),
    draws.between("mind/questions", ...persona.questions),
  ];
  const target = product(goal.target);
  return {
    looking_for: goal.kind,
    for: goal.recipient ?? "yourself",
    ideal: {
      title: target?.title ?? "",
      price: target ? formatMoney(target.price, LOCALE) : "",
    },
    wishes: goal.needs.map((need) => wishOf(need, currency)),
    person: [
      ...trueOf(PERSON, persona),
      ...(population === "contrarian" ? [CONTRARIAN] : trueOf(MOVED_BY, persona)),
      ...ownQuestions(doubts, questions, persona),
    ],
    begins_on: goal.arrivesOn === null ? null : (product(goal.arrivesOn)?.title ?? null),
    patience,
  };
}

function trueOf(traits: typeof PERSON, persona: Persona): string[] {
  return traits.flatMap(({ when, says }) => (when(persona) ? [says] : []));
}

const LOCALE = "en-US";

const TELL: Record<Knowledge, string> = {
  volunteered: "early, without being asked",
  asked: "only when asked about it, or about an item that lacks it",
  lived: "only when the talk turns to use or experience, or about an item that lacks it",
};

function wishOf(need: Need, currency: string): BriefedWish {
  const amount = (minor: number) => formatMoney({ minor, currency }, LOCALE);
  const at_first = need.stated !== undefined ? upTo(amount(need.stated)) : need.atFirst;
  return {
    wish: wordsOf(need, amount),
    weight: need.firmness === "must" ? "must" : "nice to have",
    tell: TELL[need.knowledge],
    ...(at_first !== undefined && at_first !== wordsOf(need, amount) && { at_first }),
  };
}

function wordsOf(need: Need, amount: (minor: number) => string): string {
  switch (need.kind) {
    case "price":
      return upTo(amount(need.number ?? 0));
    case "number":
      return `${need.attribute}: about ${need.value}`;
    case "flag":
      return need.attribute;
    case "feature":
      return need.value;
    default:
      return `${need.attribute}: ${need.value}`;
  }
}

function upTo(amount: string): string {
  return `costs ${amount} at most`;
}

/** A persona's numbers as a person would be described; what is ordinary goes without saying. */
const PERSON: readonly { when: (persona: Persona) => boolean; says: string }[] = [
  { when: ({ wordiness }) => wordiness === "brief", says: "You write a few words at a time." },
  { when: ({ wordiness }) => wordiness === "plain", says: "You write a plain sentence or two." },
  { when: ({ wordiness }) => wordiness === "chatty", says: "You like to chat and tell things around it." },
  { when: ({ lowerCase }) => lowerCase >= 0.7, says: "You hardly use capitals." },
  { when: ({ unpunctuated }) => unpunctuated >= 0.7, says: "You hardly use punctuation." },
  { when: ({ typos }) => typos >= 0.03, says: "You mistype a word now and then." },
  {
    when: ({ threshold }) => threshold <= 0.7,
    says: "You decide quickly: what fits is good enough.",
  },
  {
    when: ({ threshold }) => threshold > 0.7 && threshold < 1,
    says: "You take something that fits once a reason or two speak for it.",
  },
  {
    when: ({ threshold }) => threshold >= 1,
    says: "You are slow to be convinced: you want several good reasons before you take anything.",
  },
  {
    when: ({ interrogation }) => interrogation >= 1.2,
    says: "Being asked one thing after another annoys you.",
  },
  { when: ({ interrogation }) => interrogation <= 0.7, says: "You don't mind being asked things." },
  { when: ({ tolerance }) => tolerance < 1, says: "You are easily annoyed." },
  { when: ({ tolerance }) => tolerance > 1, says: "You are not easily annoyed." },
  { when: ({ attention }) => attention < 0.6, says: "You look at items superficially." },
  { when: ({ asksOpinion }) => asksOpinion >= 0.5, says: "You like to be told which one to take." },
  { when: ({ comparesItems }) => comparesItems >= 0.5, says: "You want to see two items side by side." },
  { when: ({ taps }) => taps >= 0.4, says: "Where a quick reply says it, you send exactly its words." },
];

/** What counts with them; those of another mind than their persona have `CONTRARIAN` instead. */
const MOVED_BY: typeof PERSON = [
  { when: ({ evidence }) => evidence >= 1.1, says: "Facts, figures and reviews convince you." },
  { when: ({ warmth }) => warmth >= 1.2, says: "A friendly word and an honest opinion count with you." },
  { when: ({ warmth }) => warmth <= 0.6, says: "Friendly words and opinions leave you cold." },
];

const CONTRARIAN =
  "Facts and comparisons convince you; opinions, quotes of customers and warmth put you off.";

function ownQuestions(doubts: number, questions: number, { offCatalog }: Persona): string[] {
  const kind = offCatalog >= 0.5 ? ", mostly things that no product page says" : "";
  return [
    ...(questions > 0
      ? [`You have ${questions} question${questions > 1 ? "s" : ""} of your own${kind}.`]
      : []),
    ...(doubts > 0
      ? [`You doubt ${doubts > 1 ? "two things" : "one thing"} about an item before you take it.`]
      : []),
  ];
}
