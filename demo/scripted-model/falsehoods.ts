/**
 * What a model makes up, worked out from the plan so that it reads like the rest: each sentence is false by that plan,
 * because it states what no claim of it says.
 */
import { type Chance, pick } from "./chance.ts";
import type { Plan } from "./read-plan.ts";

type Invention = (plan: Plan, chance: Chance) => string | undefined;

const MONEY = /([$€£]\s?)(\d[\d,]*(?:\.\d\d)?)/;
const MEASURE = /(\d+(?:\.\d+)?)\s?(kg|g|lb|oz|cm|mm|in|inches|L|litres|liters|ml|GB|TB|W|mAh|hours)\b/;
const OTHER_UNIT: Record<string, string> = {
  kg: "g",
  g: "kg",
  lb: "kg",
  oz: "kg",
  cm: "m",
  mm: "cm",
  in: "m",
  inches: "m",
  L: "ml",
  litres: "ml",
  liters: "ml",
  ml: "L",
  GB: "TB",
  TB: "GB",
  W: "kW",
  mAh: "Ah",
  hours: "days",
};

const INVENTIONS: Record<string, Invention> = {
  price(plan, chance) {
    const claim = pick(claimsWith(plan, MONEY), chance);
    return claim?.replace(MONEY, (_, sign: string, amount: string) => {
      const number = Number(amount.replaceAll(",", ""));
      const other = Math.max(1, Math.round(number * (0.3 + chance() * 0.5)));
      return `${sign}${Math.abs(other - number) < number * 0.2 ? other + Math.ceil(number) : other}${amount.includes(".") ? ".00" : ""}`;
    });
  },
  product(plan, chance) {
    const told = plan.claims.flatMap(({ says }) => partsOf(says) ?? []);
    const first = pick(told, chance);
    const others = told.filter(({ subject }) => subject !== first?.subject);
    const second = pick(others, chance);
    const isToldOf = (subject: string, fact: string) =>
      told.some((each) => each.subject === subject && each.fact === fact);
    if (!first || !second || isToldOf(second.subject, first.fact)) return undefined;
    return `${second.subject}${first.fact}`;
  },
  unit(plan, chance) {
    const claim = pick(claimsWith(plan, MEASURE), chance);
    return claim?.replace(MEASURE, (_, amount: string, unit: string) => `${amount} ${OTHER_UNIT[unit]}`);
  },
  discount: unless(/\b(?:off|discount|sale|reduced|saves?)\b/i, [
    "It's 20% off until Sunday.",
    "You get 15 percent off with the code WELCOME15.",
    "It was twice as expensive until yesterday.",
  ]),
  stock: unless(/\b(?:left|stock|sold|available)\b/i, [
    "Only 3 are left in stock.",
    "It's selling out fast, with just two left.",
  ]),
  shipping: unless(/\b(?:ship|deliver|arriv|post)/i, [
    "Shipping is free, and it arrives tomorrow.",
    "Delivery takes two days at no extra cost.",
  ]),
  warranty: unless(/\b(?:warrant|guarant|return)/i, [
    "It comes with a lifetime warranty.",
    "You can return it within 90 days, no questions asked.",
  ]),
  superlative: unless(/\b(?:best|most|lightest|cheapest|top)\b/i, [
    "It's the best one you'll find anywhere.",
    "Nothing on the market is lighter.",
    "It's our best seller by far.",
  ]),
  review: unless(/\b(?:review|customer|buyer|wrote|stars?)\b/i, [
    'One customer wrote: "Best purchase of my life!"',
    "It has 4.9 stars from over 2,000 buyers.",
  ]),
  rating: swapped(/(?<=\brated |\bhas )(\d(?:\.\d)?)(?= from| stars)/, (figure, chance) =>
    (1 + chance() * 2).toFixed(1) === figure ? undefined : (1 + chance() * 2).toFixed(1),
  ),
  reviews: swapped(/(?<=\bfrom )(\d[\d,]*)(?= reviews)/, (figure, chance) =>
    String(Number(figure.replaceAll(",", "")) * 3 + 7 + Math.floor(chance() * 90)),
  ),
  count: swapped(/(?<=^There are )(\d[\d,]*)/, (figure, chance) =>
    String(Number(figure.replaceAll(",", "")) + 11 + Math.floor(chance() * 40)),
  ),
  denial: swapped(
    /(?<=^The [^.]{3,60}?)( is made of | comes in | weighs | has (?=an? ))/,
    (verb) => DENIED[verb],
  ),
  reversal: swapped(
    / (cheaper|more expensive|lighter|heavier|rated higher|rated lower) than /,
    (_, __, whole) => OPPOSITE[whole],
  ),
  feature({ claims }, chance) {
    const { subject } =
      pick(
        claims.flatMap(({ says }) => partsOf(says) ?? []),
        chance,
      ) ?? {};
    return subject === undefined ? undefined : `${subject} ${pick(FEATURES, chance)}.`;
  },
  /** A true beginning makes the end no truer. */
  woven(plan, chance) {
    const { subject, fact } =
      pick(
        plan.claims.flatMap(({ says }) => partsOf(says) ?? []),
        chance,
      ) ?? {};
    if (subject === undefined || fact === undefined) return undefined;
    return `${subject}${fact.replace(/\.$/, "")} and ${pick(FEATURES, chance)}.`;
  },
  experience: unless(/\b(?:I've|I have|my own)\b/i, [
    "I've used mine every day for two years.",
    "I took one to the mountains last summer, and I loved it.",
  ]),
};

/** What is true of nothing that shops of these kinds sell. */
const FEATURES = [
  "is made by hand from recycled fishing nets",
  "comes with a built-in satellite receiver",
  "won a design award last spring",
  "can be folded to the size of a wallet",
  "charges itself in the sun",
  "is what most of our customers end up with",
  "was developed together with the army",
  "has a hidden compartment for a passport",
] as const;
const DENIED: Record<string, string> = {
  " is made of ": " is not made of ",
  " comes in ": " does not come in ",
  " weighs ": " does not weigh ",
  " has ": " does not have ",
};
const OPPOSITE: Record<string, string> = {
  " cheaper than ": " more expensive than ",
  " more expensive than ": " cheaper than ",
  " lighter than ": " heavier than ",
  " heavier than ": " lighter than ",
  " rated higher than ": " rated lower than ",
  " rated lower than ": " rated higher than ",
};

/** A claim with something else in one place. */
function swapped(
  place: RegExp,
  instead: (found: string, chance: Chance, whole: string) => string | undefined,
): Invention {
  return (plan, chance) => {
    const claim = pick(claimsWith(plan, place), chance);
    const [whole = "", found = whole] = claim === undefined ? [] : (place.exec(claim) ?? []);
    const other = instead(found, chance, whole);
    return claim === undefined || other === undefined ? undefined : claim.replace(place, other);
  };
}

/** Undefined where the plan gives nothing to lie about. */
export function inventFalsehood(plan: Plan, chance: Chance): string | undefined {
  const names = Object.keys(INVENTIONS);
  const from = Math.floor(chance() * names.length);
  const inOrder = [...names.slice(from), ...names.slice(0, from)];
  const stated = new Set(plan.claims.map(({ says }) => says));
  for (const name of inOrder) {
    const sentence = INVENTIONS[name]?.(plan, chance);
    if (sentence !== undefined && !stated.has(sentence)) return sentence;
  }
  return undefined;
}

/** Said only where the plan does not speak of such things at all: there it may be true. */
function unless(topic: RegExp, sentences: readonly string[]): Invention {
  return ({ claims, moves }, chance) => {
    const all = [...claims.map(({ says }) => says), ...moves.flatMap(({ say }) => say)];
    return all.some((each) => topic.test(each)) ? undefined : pick(sentences, chance);
  };
}

function claimsWith({ claims }: Plan, pattern: RegExp): string[] {
  return claims.map(({ says }) => says).filter((says) => pattern.test(says));
}

/** "The Pavement Sneaker" and " costs $89.00." */
function partsOf(says: string): { subject: string; fact: string } | null {
  const [, subject, fact] =
    /^((?:The |A )?\p{Lu}[^.?!]{3,60}?)( (?:costs|weighs|is|has|comes|holds|fits) .+)$/u.exec(says) ?? [];
  if (subject === undefined || fact === undefined || /^(?:It|This|That|There)\b|['’]s\b/.test(subject))
    return null;
  return { subject, fact };
}
