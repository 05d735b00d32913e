import type { TurnPlan } from "../plan/turn-plan.ts";
import type { CheckSentence } from "../turn/ports.ts";
import { checkSentence } from "./check-sentence.ts";
import { evidenceOfPlan } from "./evidence-of-plan.ts";
import type { GuardEvidence } from "./guard-evidence.ts";
import type { NameIndex } from "./name-index.ts";

/** The guard of one catalog as `turn` wants it. A new catalog needs a new index and a new guard. */
export function createGuard(names: NameIndex): CheckSentence {
  // All sentences of a turn share its evidence; it is gathered at the first.
  const gathered = new WeakMap<TurnPlan, GuardEvidence>();
  return (sentence, plan, context) => {
    const evidence = gathered.get(plan) ?? evidenceOfPlan(plan, context, names);
    gathered.set(plan, evidence);
    return checkSentence(sentence, evidence);
  };
}
