/** What an off-policy evaluation says, in a merchant's words. */
import type { Estimate } from "../../learn/off-policy/cluster-interval.ts";
import type { Evaluation } from "../../learn/off-policy/evaluate-policy.ts";

export interface ToldEvaluation {
  verdict: "better" | "worse" | "open" | "refused";
  says: string;
  /** What to do about it. */
  next: string;
}

export function tellEvaluation(policy: string, evaluation: Evaluation): ToldEvaluation {
  return evaluation.ok ? tellEstimate(policy, evaluation) : tellRefusal(policy, evaluation);
}

function tellEstimate(
  policy: string,
  { doublyRobust, logged, gain }: Extract<Evaluation, { ok: true }>,
): ToldEvaluation {
  const as = logged ? `, against ${percent(logged.value)} as they were led` : "";
  const estimate = `Had ${policy} led them, about ${percent(doublyRobust.value)} of these conversations would have come to an accepted item${as}.`;
  const difference = `${points(gain.value)} points, somewhere from ${points(gain.low)} to ${points(gain.high)}`;
  if (gain.low > 0)
    return {
      verdict: "better",
      says: `${estimate} That is ${difference}: better, as far as the past can tell.`,
      next: "Try it on real visitors: an experiment settles it, and takes nothing on trust.",
    };
  if (gain.high < 0)
    return {
      verdict: "worse",
      says: `${estimate} That is ${difference}: worse, as far as the past can tell.`,
      next: "There is no reason to put it in use.",
    };
  return {
    verdict: "open",
    says: `${estimate} That is ${difference}: it can be chance.`,
    next: "More conversations make the range narrower; an experiment tells for sure.",
  };
}

function tellRefusal(
  policy: string,
  { refusal, visitors, unsupported, effectiveVisitors }: Extract<Evaluation, { ok: false }>,
): ToldEvaluation {
  switch (refusal) {
    case "nothing-logged":
      return refused(
        "No conversation of these days is over yet, so there is nothing to judge by.",
        "Choose more days, or come back when shoppers have talked with the agent.",
      );
    case "too-few-visitors":
      return refused(
        `Only ${visitors} ${visitors === 1 ? "visitor" : "visitors"} talked with the agent in these days. With fewer than 50, any figure would be luck.`,
        "Choose more days, or come back later.",
      );
    case "no-support":
      return refused(
        `${policy} would do things that were never possible in these conversations, ${percent(unsupported)} of the time. How shoppers take that, nobody has seen.`,
        "An experiment shows it to some of your visitors, and tells.",
      );
    case "too-different":
      return refused(
        `${policy} does so much else than what led these conversations that ${visitors} visitors tell no more of it than ${Math.max(1, Math.round(effectiveVisitors))} of its own would. Any figure would be made up.`,
        "An experiment shows it to some of your visitors, and tells. What is closer to the policy in use, such as a later version of it, can be judged here.",
      );
  }
}

function refused(says: string, next: string): ToldEvaluation {
  return { verdict: "refused", says, next };
}

function percent(share: Estimate["value"]): string {
  return `${(share * 100).toFixed(1)} %`;
}

function points(share: number): string {
  return `${share < 0 ? "−" : "+"}${Math.abs(share * 100).toFixed(1)}`;
}
