/** The facts of a plan told anew: what a claim says of a product, in other words, in another order, two in one sentence. */
import { type Chance, pick } from "./chance.ts";

export interface Fact {
  id: string;
  /** As the plan says it. */
  says: string;
  /** "The Fen" and "costs $89"; null where it is not told of one thing. */
  parts: { subject: string; predicate: string } | null;
}

const VERB =
  "costs?|is|are|has|have|comes?|weighs?|closes?|fits?|lasts?|holds?|measures?|runs?|takes?|works?|uses?|suits?";
const OF_ONE_THING = new RegExp(`^(The \\p{L}.*?) ((?:${VERB}) [^.]*(?:\\.\\d[^.]*)*)\\.$`, "u");

export function factOf({ id, says }: { id: string; says: string }): Fact {
  const [, subject, predicate] = OF_ONE_THING.exec(says) ?? [];
  return {
    id,
    says,
    parts: subject === undefined || predicate === undefined ? null : { subject, predicate },
  };
}

/** All of its figures and most of its words are in the sentence. */
export function carries(sentence: string, { says, parts }: Fact): boolean {
  const quote = /“[^”]+”/.exec(says);
  if (quote) return sentence.includes(quote[0]);
  const wanted = parts?.predicate ?? says;
  const [figures, words] = [figuresOf(wanted), wordsOf(wanted)];
  const [foundFigures, foundWords] = [figuresOf(sentence), new Set(wordsOf(sentence))];
  const shared = words.filter((word) => foundWords.has(word)).length;
  return (
    figures.every((figure) => foundFigures.includes(figure)) &&
    (figures.length > 0 || shared > 0) &&
    shared >= words.length * 0.5
  );
}

/**
 * The sentence with its facts told in other words; null where it holds more than they say, or they are not of one thing.
 * A lead ("The first is the Fen: …") stays in front.
 */
export function tellFacts(sentence: string, facts: readonly Fact[], chance: Chance): string | null {
  const parts = facts.flatMap(({ parts: own }) => own ?? []);
  const subject = parts[0]?.subject;
  if (parts.length === 0 || parts.length !== facts.length || parts.some((part) => part.subject !== subject))
    return null;
  const [, lead = "", pronoun, body = ""] =
    /^(.*?(?:: )?)\b(it's|they're|it|they|It's|They're|It|They|[Tt]he .+?)(?= (?:is|are|has|have|costs?|comes?|weighs?|rated|down|made|from|\$|closes?|fits?))(.*)$/.exec(
      sentence,
    ) ?? [];
  if (pronoun === undefined || !isAllTold(body, parts)) return null;
  const named = /^[Tt]he /.test(pronoun);
  if (named && pronoun.toLowerCase() !== subject?.toLowerCase()) return null;
  const isPlural = /^(?:are|have|cost|come|weigh|close|fit) /.test(parts[0]?.predicate ?? "");
  const name = named ? pronoun : isPlural ? "they" : "it";
  const told = shuffled(parts, chance).map(({ predicate }) => inOtherWords(predicate, chance));
  const words = joined(name, told, chance);
  return `${lead}${lead === "" ? capitalised(words) : words}.`.replace(/\.\.$/, ".");
}

/** Nothing is left of the body but its facts and what binds them. */
function isAllTold(body: string, parts: readonly { predicate: string }[]): boolean {
  const known = new Set(parts.flatMap(({ predicate }) => wordsOf(predicate)));
  const figures = new Set(parts.flatMap(({ predicate }) => figuresOf(predicate)));
  return (
    wordsOf(body).every((word) => known.has(word) || BINDING.has(word)) &&
    figuresOf(body).every((figure) => figures.has(figure))
  );
}
const BINDING = new Set(["stars", "star", "rated", "reviews", "it", "its", "also", "costs", "cost", "made"]);

function joined(name: string, told: readonly string[], chance: Chance): string {
  const [first = "", ...rest] = told;
  if (rest.length === 0) return `${name} ${first}`;
  const pronoun = /^(?:they)$/i.test(name) || / (?:are|have)$/.test(name) ? "they" : "it";
  const isVerb = (words: string) => new RegExp(`^(?:${VERB}|\\p{L}+s) `, "u").test(words);
  const last = rest.at(-1) ?? "";
  const middle = rest.slice(0, -1).map((words) => `, ${words}`);
  if (!isVerb(last)) return `${name} ${first}${middle.join("")}, and ${pronoun} ${last}`;
  return pick(
    [
      `${name} ${first}${middle.join("")} and ${last}`,
      `${name} ${first}${middle.join("")}, and ${pronoun} ${last}`,
      `${name} ${first}${middle.join("")}, plus ${pronoun} ${last}`,
    ] as const,
    chance,
  );
}

type Wording = readonly [RegExp, readonly [string, ...string[]]];
const WORDINGS: readonly Wording[] = [
  [
    /^costs (\S*\d[\d.,]*)$/,
    ["is $1", "goes for $1", "comes in at $1", "is priced at $1", "sells for $1", "will set you back $1"],
  ],
  [/^cost (\S*\d[\d.,]*)$/, ["are $1", "go for $1", "come in at $1", "are priced at $1"]],
  [
    /^is rated (\d(?:\.\d)?) from (\d[\d,]*) reviews$/,
    [
      "has a $1 rating across $2 reviews",
      "averages $1 stars over $2 reviews",
      "scores $1 out of 5 in $2 reviews",
      "gets $1 stars from $2 reviewers",
      "has $2 reviews with an average of $1",
      "is rated $1 out of 5 by $2 customers",
    ],
  ],
  [/^weighs (.+)$/, ["tips the scales at $1", "comes in at $1", "has a weight of $1", "weighs in at $1"]],
  [/^has (an? .+)$/, ["comes with $1", "features $1", "is equipped with $1", "gives you $1"]],
  [/^has (\d+) (\w+)$/, ["comes with $1 $2", "gives you $1 $2"]],
  [/^comes in (.+)$/, ["is in $1", "can be had in $1", "is a $1 one"]],
  [/^is made of (.+)$/, ["is made from $1", "is $1", "is made out of $1"]],
  [/^closes with (.+)$/, ["fastens with $1", "does up with $1", "uses $1 to close"]],
  [/^fits your budget at (.+)$/, ["stays within your budget at $1", "is inside your budget, at $1"]],
  [
    /^is down from (\S+) to (\S+)$/,
    ["has come down from $1 to $2", "was $1 and is now $2", "used to be $1 and now costs $2"],
  ],
  [
    /^is (\S*\d[\d.,]*) cheaper than (.+)$/,
    ["costs $1 less than $2", "undercuts $2 by $1", "saves you $1 over $2", "is cheaper than $2 by $1"],
  ],
  [
    /^is (\S*\d[\d.,]*) more expensive than (.+)$/,
    ["costs $1 more than $2", "is $1 pricier than $2", "is $1 dearer than $2"],
  ],
  [
    /^is rated higher than (.+)$/,
    ["gets better ratings than $1", "has a higher rating than $1", "is better rated than $1"],
  ],
  [/^is ([\d.,]+ \w+) lighter than (.+)$/, ["weighs $1 less than $2", "is lighter than $2 by $1"]],
  [/^is ([\d.,]+ \w+) heavier than (.+)$/, ["weighs $1 more than $2", "is heavier than $2 by $1"]],
  [/^is compatible with (.+)$/, ["works with $1", "is made to work with $1"]],
  [/^is from (.+)$/, ["is made by $1", "is by $1"]],
];

/** With its figures in words now and then. */
function inOtherWords(predicate: string, chance: Chance): string {
  const known = WORDINGS.find(([words]) => words.test(predicate));
  const told = known && chance() < 0.8 ? predicate.replace(known[0], pick(known[1], chance)) : predicate;
  return chance() < 0.3
    ? told.replace(/\b([2-9])(?= (?:gears|wheels|pockets|pieces|people|ports))/, inWords)
    : told;
}
const IN_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
function inWords(figure: string): string {
  return IN_WORDS[Number(figure) - 2] ?? figure;
}

function shuffled<Item>(items: readonly Item[], chance: Chance): Item[] {
  return items
    .map((item) => ({ item, order: chance() }))
    .sort((one, other) => one.order - other.order)
    .map(({ item }) => item);
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}[\p{L}'-]*/gu) ?? []).filter(
    (word) =>
      !/^(?:an?|and|the|is|are|it|it's|its|has|have|of|in|at|from|to|with|they're|they|that|s)$/.test(word),
  );
}

function figuresOf(text: string): string[] {
  return (text.match(/\d[\d.,]*/g) ?? []).map((figure) => figure.replace(/[.,]+$/, ""));
}
