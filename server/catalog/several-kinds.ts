/** "A backpack and a mug": two kinds in one message are wished for beside each other, and nothing is both. */
import type { Candidate } from "./candidates.ts";
import { FULLY, type Grades, MET, UNSAID } from "./grades.ts";
import type { PreferenceMatch } from "./match-preference.ts";

export interface MergedKinds {
  /** With one match in place of those of the kinds: any of them will do. */
  matches: PreferenceMatch[];
  /** The grades of each of the kinds; empty where there are not several. */
  kinds: Grades[];
}

/** Kinds of one message are alternatives; those of several messages are not, the later one being what is looked for. */
export function mergeKinds(matches: readonly PreferenceMatch[]): MergedKinds {
  const all = matches.filter(({ preference }) => preference.attribute === "category" && isWanted(preference));
  const message = all.at(-1)?.preference.sourceMessageId;
  const kinds = all.filter(({ preference }) => preference.sourceMessageId === message);
  const [first, ...others] = kinds;
  if (first === undefined || others.length === 0) return { matches: [...matches], kinds: [] };
  const grades = first.grades.map((grade, document) =>
    others.reduce((best, other) => better(best, other.grades[document] ?? UNSAID), grade),
  );
  const merged = { preference: first.preference, grades };
  return {
    matches: matches.flatMap((match) => (match === first ? [merged] : others.includes(match) ? [] : [match])),
    kinds: kinds.map((match) => match.grades),
  };
}

function isWanted({ polarity, firmness }: PreferenceMatch["preference"]): boolean {
  return polarity === "positive" && firmness === "must";
}

function better(one: number, other: number): number {
  if (one === UNSAID) return other;
  return other === UNSAID ? one : Math.max(one, Math.min(other, FULLY));
}

/** The best of each kind before anything else, so that none of them goes under. */
export function oneOfEach(
  candidates: readonly Candidate[],
  kinds: readonly Grades[],
  documentOf: (candidate: Candidate) => number,
): Candidate[] {
  const first = kinds.flatMap((grades) => {
    const best = candidates.find((candidate) => {
      const grade = grades[documentOf(candidate)] ?? UNSAID;
      return grade !== UNSAID && grade >= MET;
    });
    return best ? [best] : [];
  });
  return [...new Set([...first, ...candidates])];
}
