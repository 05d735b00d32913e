/** The acts of a message in the order they occur, each once, at least one. */
import { DIALOGUE_ACTS, type DialogueAct } from "../dialogue/understanding.ts";
import { openAgentQuestion } from "./answers.ts";
import type { ClauseRole } from "./clause-roles.ts";
import type { FoundCritique } from "./critique-parts.ts";
import type { FoundQuestion } from "./found-question.ts";
import type { FoundReference } from "./shown-cards.ts";
import { type FoundAct, isAgreement, isRefusal } from "./social-acts.ts";
import { inside, overlaps, type Span } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";
import type { FoundPreference } from "./withdrawals.ts";

interface Findings {
  social: FoundAct[];
  accepted: FoundAct[];
  rejected: FoundAct[];
  critiques: FoundCritique[];
  questions: FoundQuestion[];
  preferences: FoundPreference[];
  references: FoundReference[];
  /** Where the choice is left to the agent. */
  delegated: Span[];
}

export function orderActs(context: Context, roles: ClauseRole[], findings: Findings): DialogueAct[] {
  const placed: { at: number; act: DialogueAct }[] = [];
  const place = (at: number, act: DialogueAct) => placed.push({ at, act });
  for (const found of [...findings.social, ...findings.accepted, ...findings.rejected])
    place(found.from, found.act);
  for (const found of findings.critiques) place(found.from, found.act);
  for (const found of findings.questions) if (found.act !== null) place(found.from, found.act);
  for (const found of findings.preferences)
    if (isInforming(context, found, findings)) place(found.from, "inform");
  for (const [index, clause] of context.clauses.entries()) {
    const social = findings.social.some(
      (found) => inside(found, clause) && found.act !== "greet" && found.act !== "thank",
    );
    if (
      roles[index] === "request" &&
      !social &&
      !findings.critiques.some((found) => inside(found, clause) && found.act === "critique")
    )
      place(clause.from, "ask-recommendation");
  }
  for (const span of findings.delegated) place(span.from, "ask-recommendation");
  if (placed.every(({ act }) => act === "thank" || act === "greet"))
    for (const act of bareReply(context, placed.length > 0)) place(0, act);
  placed.sort((a, b) => a.at - b.at || DIALOGUE_ACTS.indexOf(a.act) - DIALOGUE_ACTS.indexOf(b.act));
  const acts = [...new Set(placed.map(({ act }) => act))];
  return acts.length > 0 ? acts : ["inform"];
}

/** A wish that is part of a critique or of a choice is not said a second time. */
function isInforming(context: Context, found: FoundPreference, findings: Findings): boolean {
  const clause = context.clauses.find((part) => inside(found, part));
  if (!clause) return true;
  if (findings.accepted.some((act) => inside(act, clause))) return false;
  // "Too heavy for the stairs": what is merely said along with a critique informs of nothing else.
  const { attribute, firmness } = found.preference;
  const isAside = firmness === "prefer" && (attribute === "usage" || attribute === "feature");
  return !findings.critiques.some(
    (critique) =>
      critique.act === "critique" && (overlaps(critique, found) || (isAside && inside(critique, clause))),
  );
}

/** "Yes" and "no" by themselves answer the agent's question, or take or refuse what is shown. */
function bareReply(context: Context, polite: boolean): DialogueAct[] {
  const asked = openAgentQuestion(context.state);
  const attributeAsked = asked !== undefined && asked.about !== "preferences";
  if (isAgreement(context))
    return attributeAsked ? ["inform"] : hasItemInView(context.state) || asked ? ["accept"] : ["inform"];
  if (isRefusal(context)) return attributeAsked || !hasItemInView(context.state) ? ["inform"] : ["reject"];
  return polite ? [] : ["inform"];
}
