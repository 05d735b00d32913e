/** The guard: whether a sentence may be shown to a shopper [GRD-1, GRD-2]. */
import { checkAvailability } from "./checks/availability.ts";
import { checkBindings } from "./checks/bindings.ts";
import { checkContradictions } from "./checks/contradictions.ts";
import { checkExclusives } from "./checks/exclusives.ts";
import { checkExperience } from "./checks/experience.ts";
import { checkFeatures } from "./checks/features.ts";
import { checkMoney } from "./checks/money.ts";
import { checkNames } from "./checks/names.ts";
import { checkPhrases } from "./checks/phrases.ts";
import { checkProportions } from "./checks/proportions.ts";
import { checkQuantities } from "./checks/quantities.ts";
import { checkRankings } from "./checks/rankings.ts";
import { checkReviews } from "./checks/reviews.ts";
import { checkSafety } from "./checks/safety.ts";
import { checkService } from "./checks/service.ts";
import { checkWholes } from "./checks/wholes.ts";
import type { Check, Finding } from "./finding.ts";
import type { GuardEvidence } from "./guard-evidence.ts";
import { withoutPeopleBack } from "./people-back.ts";
import { readSentence } from "./read-sentence.ts";
import { supportOf } from "./support.ts";
import type { Verdict } from "./verdict.ts";

const CHECKS: readonly Check[] = [
  checkSafety,
  checkExperience,
  checkNames,
  checkMoney,
  checkQuantities,
  checkRankings,
  checkProportions,
  checkExclusives,
  checkReviews,
  checkAvailability,
  checkService,
  checkPhrases,
  checkWholes,
  checkBindings,
  checkContradictions,
  checkFeatures,
];

/** Which finding names the verdict when there are several: the gravest, then the one that stands first. */
const GRAVITY: Record<Finding["type"], number> = { unsafe: 0, undisclosed: 1, unsupported: 2 };

/**
 * Checks one sentence against its evidence. Never throws; whatever looks like a fact and cannot be verified is
 * `unsupported`. Spans are in UTF-16 code units of `sentence` as it was given.
 */
export function checkSentence(sentence: string, evidence: GuardEvidence): Verdict {
  const support = supportOf(evidence);
  const judged = withoutPeopleBack(sentence, evidence.back ?? null);
  const reading = readSentence(judged, support.items, evidence.currency, support.toldOf);
  const [worst] = CHECKS.flatMap((check) => check(reading, support)).sort(
    (a, b) => GRAVITY[a.type] - GRAVITY[b.type] || a.start - b.start,
  );
  if (worst === undefined) return { type: "pass" };
  return {
    type: worst.type,
    span: sourceSpan(reading.normal.offsets, worst, sentence.length),
    why: worst.why,
  };
}

/** Back from normalised text to what was given. A span is never empty. */
function sourceSpan(offsets: readonly number[], finding: Finding, length: number): [number, number] {
  const start = offsets[finding.start] ?? 0;
  const end = offsets[finding.end] ?? length;
  return [start, Math.max(end, Math.min(start + 1, length))];
}
