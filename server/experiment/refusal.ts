/** Why something is not done with an experiment: a code for programs, and a sentence with the way out for a merchant. */
export const REFUSAL_CODES = [
  "plan/malformed",
  "plan/arms-too-few",
  "plan/arm-key-taken",
  "plan/arm-key-malformed",
  "plan/preset-unknown",
  "plan/weights-mixed",
  "plan/weights-sum",
  "plan/control-unknown",
  "plan/control-empty",
  "plan/arms-alike",
  "plan/policy-unknown",
  "plan/metric-unknown",
  "plan/metric-twice",
  "plan/metric-not-in-holdout",
  "plan/guardrail-always-crossed",
  "plan/window-outside",
  "plan/namespace-range",
  "plan/effect-impossible",
  "plan/size-unknown",
  "plan/size-too-small",
  "experiment/unknown",
  "experiment/key-malformed",
  "experiment/key-taken",
  "experiment/frozen",
  "experiment/not-a-draft",
  "experiment/not-running",
  "experiment/not-paused",
  "experiment/not-stopped",
  "experiment/under-way",
  "experiment/archived",
  "experiment/coverage-outside",
  "experiment/coverage-shrinks",
  "experiment/no-arms-left",
  "experiment/overlaps",
  "experiment/arm-unknown",
  "ship/no-arm",
  "ship/holdout",
  "ship/halted",
  "ship/shipped-already",
  "ship/not-shipped",
  "ship/settings-changed",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  code: RefusalCode;
  message: string;
}

export type Outcome<Result> = ({ ok: true } & Result) | { ok: false; refusals: [Refusal, ...Refusal[]] };

export function refused(code: RefusalCode, message: string): { ok: false; refusals: [Refusal] } {
  return { ok: false, refusals: [{ code, message }] };
}
