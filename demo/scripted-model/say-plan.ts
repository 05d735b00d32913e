/**
 * Puts a plan into words as a fluent model would: its facts in other words and another order, two of them in one sentence,
 * small talk around them. One sentence per line, and nothing that the plan does not hold.
 */
import { type Chance, pick } from "./chance.ts";
import { carries, type Fact, factOf, tellFacts } from "./facts.ts";
import { openedOtherwise, rephrased, SOFT_WORDS } from "./phrasings.ts";
import type { Plan, PlanMove } from "./read-plan.ts";

/** One line of the answer. */
export interface SaidLine {
  move: number;
  claims: string[];
  sentence: string;
}

/** How often each habit of a fluent model shows, 0 to 1. */
const HABITS = { otherWords: 0.75, softWords: 0.12, weaves: 0.25 };

export function sayPlan(plan: Plan, chance: Chance): SaidLine[] {
  const lines = plan.moves.flatMap((move) => woven(sayMove(move, plan, chance), chance));
  const { invitation } = plan;
  const isInvited = lines.some(({ sentence }) => sentence.endsWith("?")) || !invitation?.about;
  if (isInvited || !invitation) return lines;
  return [...lines, { move: invitation.move, claims: [], sentence: invite(invitation) }];
}

function sayMove({ move, say, claims: ids }: PlanMove, plan: Plan, chance: Chance): SaidLine[] {
  const facts = plan.claims.filter(({ id }) => ids.includes(id)).map(factOf);
  // What a plan says in sentences holds its claims.
  const sentences = say.length > 0 ? say : facts.map(({ says }) => says);
  const lines = sentences.map((text): SaidLine => {
    const sentence = text.replace(/\s+/g, " ").trim();
    const carried = facts.filter((fact) => carries(sentence, fact));
    return { move, claims: carried.map(({ id }) => id), sentence: sentenceOf(sentence, carried, chance) };
  });
  // Nobody puts small talk behind the last word of a turn.
  const isOpening = say.length > 1 && chance() < HABITS.softWords;
  const soft = isOpening ? [{ move, claims: [], sentence: pick(SOFT_WORDS, chance) }] : [];
  return [...soft, ...lines];
}

/** What customers wrote stays as it is. */
function sentenceOf(sentence: string, facts: readonly Fact[], chance: Chance): string {
  if (/["“”]/.test(sentence) || chance() > HABITS.otherWords) return sentence;
  const retold = tellFacts(sentence, facts, chance) ?? rephrased(sentence, chance);
  return openedOtherwise(retold, chance);
}

/** "The first is the Fen. It is light." in one breath. */
function woven(lines: readonly SaidLine[], chance: Chance): SaidLine[] {
  const result: SaidLine[] = [];
  for (const line of lines) {
    const before = result.at(-1);
    const isOneBreath =
      before !== undefined &&
      /^(?:It|They|It's|They're) /.test(line.sentence) &&
      /[^?!”"]\.$/.test(`x${before.sentence}`) &&
      !/[:;–—]/.test(before.sentence) &&
      before.sentence.length + line.sentence.length < 180 &&
      chance() < HABITS.weaves;
    if (!isOneBreath) result.push(line);
    else {
      before.claims = [...before.claims, ...line.claims];
      const link = pick([", and ", " – ", "; "] as const, chance);
      before.sentence = `${before.sentence.slice(0, -1)}${link}${uncapitalised(line.sentence)}`;
    }
  }
  return result;
}

function uncapitalised(sentence: string): string {
  return `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`;
}

function invite({ kind, about }: NonNullable<Plan["invitation"]>): string {
  if (about.endsWith("?")) return about;
  return kind === "question" ? `What about ${about}?` : `Shall we look at ${about}?`;
}

/** Tagged as the prompt asks for it: the move's number and the claims that the sentence uses. */
export function lineOf({ move, claims, sentence }: SaidLine): string {
  return `[${[move, ...claims].join(" ")}] ${sentence}`;
}
