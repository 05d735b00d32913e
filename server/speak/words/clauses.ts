/** Subject, verb and rest: where agreement and contraction are decided, once for the whole voice. */
import { joinWithAnd } from "./join-phrases.ts";
import { possessiveOf } from "./nouns.ts";

/** What a sentence speaks of. A pronoun stands for the item that was named just before. */
export interface Referent {
  /** "the Trek Domane"; kept beside the pronoun. */
  name: string;
  plural: boolean;
  pronoun: boolean;
}

/** What is said of it. `part` is a thing of the item's own ("frame", "screen size") that becomes the subject. */
export interface Predicate {
  part: string | null;
  partPlural: boolean;
  verb: Verb;
  rest: string;
  negated: boolean;
}
export const VERBS = [
  "be",
  "have",
  "weigh",
  "hold",
  "come",
  "run",
  "mention",
  "say",
  "fit",
  "stay",
  "cover",
  "last",
  "cost",
  "take",
  "keep",
  "sleep",
  "serve",
  "seat",
  "pack",
  "close",
  "charge",
  "average",
  "fold",
  "roll",
  "open",
  "adjust",
  "detach",
] as const;
export type Verb = (typeof VERBS)[number];

const THIRD_PERSON: Partial<Record<Verb, string>> = { be: "is", have: "has" };
const PLURAL: Partial<Record<Verb, string>> = { be: "are" };

export function predicate(
  verb: Verb,
  rest: string,
  part: string | null = null,
  partPlural = false,
): Predicate {
  return { part, partPlural, verb, rest, negated: false };
}

export function subjectOf(referent: Referent): string {
  if (!referent.pronoun) return referent.name;
  return referent.plural ? "they" : "it";
}

export function objectOf(referent: Referent): string {
  if (!referent.pronoun) return referent.name;
  return referent.plural ? "them" : "it";
}

export function possessiveReferent(referent: Referent): string {
  if (!referent.pronoun) return possessiveOf(referent.name);
  return referent.plural ? "their" : "its";
}

/** "it's", "they're", "the Trek is". */
export function subjectWithBe(referent: Referent): string {
  const subject = subjectOf(referent);
  if (!referent.pronoun) return `${subject} ${referent.plural ? "are" : "is"}`;
  return referent.plural ? "they're" : "it's";
}

export function clauseOf(referent: Referent, said: Predicate): string {
  if (said.part !== null) {
    const verb = conjugate(said.verb, said.partPlural, said.negated);
    return `${possessiveReferent(referent)} ${said.part} ${verb} ${said.rest}`;
  }
  if (said.verb === "be" && !said.negated) return `${subjectWithBe(referent)} ${said.rest}`;
  return `${subjectOf(referent)} ${conjugate(said.verb, referent.plural, said.negated)} ${said.rest}`;
}

/**
 * "It weighs 9 kg, has disc brakes and a rack, and its frame is made of aluminium": the subject is said once as long
 * as the predicates share it, and so is a verb.
 */
export function coordinate(referent: Referent, predicates: readonly Predicate[], locale: string): string {
  const own = groupByVerb(predicates.filter((said) => said.part === null));
  const ofParts = groupByVerb(predicates.filter((said) => said.part !== null)).map(({ said, rests }) => ({
    ...said,
    rest: joinRests(rests, locale),
  }));
  const clauses = [
    ...own.map(({ said, rests }, index) => {
      const merged = { ...said, rest: joinRests(rests, locale) };
      return index === 0
        ? clauseOf(referent, merged)
        : `${conjugate(said.verb, referent.plural, said.negated)} ${merged.rest}`;
    }),
    ...ofParts.map((said, index) =>
      clauseOf({ ...referent, pronoun: referent.pronoun || own.length + index > 0 }, said),
    ),
  ];
  // Two clauses need a comma between them once one of them holds an "and" of its own.
  const [first, second] = clauses;
  if (clauses.length === 2 && clauses.some((clause) => clause.includes(" and ")))
    return `${first}, and ${second}`;
  return joinWithAnd(clauses, locale);
}

/** "In size M" and "in size L" are "in sizes M and L": what all begin with is said once. */
function joinRests(rests: readonly string[], locale: string): string {
  // Two lists need more than an "and" between them: "in black and red, and in sizes S and M".
  if (
    rests.length === 2 &&
    rests.some((rest) => / and /.test(rest)) &&
    rests.every((rest) => /^in /.test(rest))
  )
    return rests.join(", and ");
  const [shared] = rests.length > 1 ? (SHARED.exec(rests[0] ?? "") ?? []) : [];
  if (shared === undefined || !rests.every((rest) => rest.startsWith(shared)))
    return joinWithAnd(rests, locale);
  const bare = joinWithAnd(
    rests.map((rest) => rest.slice(shared.length)),
    locale,
  );
  return `${shared === "in size " ? "in sizes " : shared}${bare}`;
}
const SHARED = /^(?:in size|in|made of|compatible with|suitable for|meant for) /;

function groupByVerb(predicates: readonly Predicate[]): { said: Predicate; rests: string[] }[] {
  const groups: { said: Predicate; rests: string[] }[] = [];
  for (const said of predicates) {
    const group = groups.find(
      (other) =>
        other.said.verb === said.verb &&
        other.said.part === said.part &&
        !other.said.negated &&
        !said.negated,
    );
    if (group) group.rests.push(said.rest);
    else groups.push({ said, rests: [said.rest] });
  }
  return groups;
}

function conjugate(verb: Verb, plural: boolean, negated: boolean): string {
  if (negated) {
    if (verb === "be") return plural ? "aren't" : "isn't";
    return `${plural ? "don't" : "doesn't"} ${verb}`;
  }
  if (plural) return PLURAL[verb] ?? verb;
  return THIRD_PERSON[verb] ?? `${verb}s`;
}
