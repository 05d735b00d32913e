import type { Verdict } from "./verdict.ts";

export interface VerdictLine {
  verdict: Verdict["type"];
  span?: [number, number];
  why?: string;
}

/** A verdict as the `guard` command prints it. */
export function verdictLine(verdict: Verdict): VerdictLine {
  return verdict.type === "pass"
    ? { verdict: "pass" }
    : { verdict: verdict.type, span: verdict.span, why: verdict.why };
}
