/** Puts a plan into words as a friendly model would: what it holds, differently framed each time, one sentence per line. */
import { type Chance, pick } from "./chance.ts";
import type { Plan, PlanMove } from "./read-plan.ts";

/** One line of the answer. */
export interface SaidLine {
  move: number;
  claims: string[];
  sentence: string;
}

/** Sentences that may follow one of these without a capital. */
const PLAIN_OPENING = /^(The|It|Its|This|That|These|Those|They|A|An|There|One|Both|Neither|All) /;
const FRAMES = [
  "",
  "",
  "",
  "Good to know: ",
  "For what it's worth, ",
  "Just so you know, ",
  "And ",
  "By the way, ",
] as const;
/** Other words for the same. */
const PARAPHRASES: readonly (readonly [RegExp, readonly [string, ...string[]]])[] = [
  [/ costs (?=\D{0,3}\d)/, [" is ", " goes for ", " comes in at ", " is priced at "]],
  [/ is made of /, [" is made from ", " consists of "]],
  [/^It has /, ["It comes with ", "It's got "]],
  [/ does not /, [" doesn't "]],
  [/^It is /, ["It's "]],
];

export function sayPlan(plan: Plan, chance: Chance): SaidLine[] {
  const lines = plan.moves.flatMap((move) => sayMove(move, plan, chance));
  const { invitation } = plan;
  const isInvited = lines.some(({ sentence }) => sentence.endsWith("?")) || !invitation?.about;
  if (isInvited || !invitation) return lines;
  return [...lines, { move: invitation.move, claims: [], sentence: invite(invitation) }];
}

function sayMove(move: PlanMove, plan: Plan, chance: Chance): SaidLine[] {
  const claims = plan.claims.filter(({ id }) => move.claims.includes(id));
  const holds = (sentence: string, says: string) => key(sentence).includes(key(says));
  const said = move.say.map((sentence) => ({
    move: move.move,
    claims: claims.filter(({ says }) => holds(sentence, says)).map(({ id }) => id),
    sentence: sentenceOf(sentence, chance),
  }));
  const unsaid = claims.filter(({ says }) => !move.say.some((sentence) => holds(sentence, says)));
  return [
    ...said,
    ...unsaid.map(({ id, says }) => ({ move: move.move, claims: [id], sentence: sentenceOf(says, chance) })),
  ];
}

/** Varied words, the same content. Questions and quotations stay as they are. */
function sentenceOf(sentence: string, chance: Chance): string {
  const plain = sentence.replace(/\s+/g, " ").trim();
  if (plain.endsWith("?") || /["“”]/.test(plain)) return plain;
  const reworded = chance() < 0.5 ? paraphrased(plain, chance) : plain;
  const frame = pick(FRAMES, chance);
  if (frame === "" || !PLAIN_OPENING.test(reworded)) return reworded;
  return `${frame}${reworded.slice(0, 1).toLowerCase()}${reworded.slice(1)}`;
}

function paraphrased(sentence: string, chance: Chance): string {
  const known = PARAPHRASES.find(([words]) => words.test(sentence));
  return known ? sentence.replace(known[0], pick(known[1], chance)) : sentence;
}

function invite({ kind, about }: NonNullable<Plan["invitation"]>): string {
  if (about.endsWith("?")) return about;
  return kind === "question" ? `What about ${about}?` : `Shall we look at ${about}?`;
}

/** Tagged as the prompt asks for it: the move's number and the claims that the sentence uses. */
export function lineOf({ move, claims, sentence }: SaidLine): string {
  return `[${[move, ...claims].join(" ")}] ${sentence}`;
}

function key(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}$€£%.,]+/gu, " ")
    .replace(/[. ]+$/, "");
}
