import type { Claim, Evidence } from "../dialogue/claims.ts";
import type { DecisionStep, SpokenTurn } from "../dialogue/events.ts";
import type { HeardPreference, Understanding } from "../dialogue/understanding.ts";

/** Why a turn was said, in indented lines: what was understood, what was chosen against what, what it rests on. */
export function explainTurn(turn: SpokenTurn, understandings: readonly Understanding[]): string {
  const { decision } = turn;
  const lines = [
    ...understandings.flatMap(explainUnderstanding),
    `responds to   ${turn.respondsTo.type}`,
    `policy        ${decision.policy} ${decision.policyVersion}`,
    ...decision.steps.map(({ strategy, propensity, distribution }) => {
      const others = Object.entries(distribution)
        .filter(([name]) => name !== strategy)
        .sort(([, a], [, b]) => b - a)
        .slice(0, 4)
        .map(([name, share]) => `${name} ${percent(share)}`);
      const instead = others.length > 0 ? ` over ${others.join(", ")}` : "";
      return `chose         ${strategy} ${percent(propensity)}${instead}`;
    }),
    ...decision.reasons.map((reason) => `because       ${reason}`),
    ...(decision.expects ?? []).map((step) => `expects       ${step}`),
    ...(decision.expectedSuccess === undefined
      ? []
      : [`expects       success in ${percent(decision.expectedSuccess)} of such talks`]),
    ...explainMask(decision.steps[0]?.masked ?? {}, turn.strategies),
    ...turn.claims.map((claim) => `claim         ${explainClaim(claim)}`),
    ...(turn.stance
      ? [`stance        ${turn.stance.sku}${turn.stance.over ? ` over ${turn.stance.over}` : ""}`]
      : []),
    ...(turn.anticipates ? [`anticipates   ${turn.anticipates.objection}: ${turn.anticipates.detail}`] : []),
    ...turn.settled.map(({ questionId, status }) => `settled       ${questionId} ${status}`),
    ...turn.stopped.map(({ text, verdict, why }) => `stopped       "${text}" ${verdict}: ${why}`),
    `invitation    ${turn.invitation?.kind ?? "none"}`,
  ];
  return lines.map((line) => `    ${line}`).join("\n");
}

/** What could not be chosen when the turn began; the same reason is written once. */
/** What had to wait for a later step and was then chosen was not masked from the turn. */
function explainMask(first: DecisionStep["masked"], chosen: readonly string[]): string[] {
  const masked = Object.fromEntries(Object.entries(first).filter(([strategy]) => !chosen.includes(strategy)));
  const reasons = [...new Set(Object.values(masked))];
  return reasons.map((reason) => {
    const strategies = Object.entries(masked).filter(([, why]) => why === reason);
    return `masked        ${strategies.map(([strategy]) => strategy).join(", ")}: ${reason}`;
  });
}

function explainUnderstanding({
  acts,
  preferences,
  questions,
  references,
  critiques,
  unclear,
  sentiment,
}: Understanding): string[] {
  return [
    `understood    ${acts.join(", ")} · ${sentiment}`,
    ...preferences.map((preference) => `wish          ${explainPreference(preference)}`),
    ...critiques.map(({ attribute, direction, value }) =>
      `critique      ${attribute} ${direction} ${value ?? ""}`.trimEnd(),
    ),
    ...references.map(({ text, skus }) => `reference     "${text}" → ${skus.join(", ") || "nothing"}`),
    ...questions.map(({ text, kind, about }) => `question      ${kind} about ${about}: "${text}"`),
    ...unclear.map((part) => `unclear       "${part}"`),
  ];
}

function explainPreference({
  attribute,
  operator,
  value,
  unit,
  polarity,
  firmness,
}: HeardPreference): string {
  const amount =
    value === null
      ? ""
      : `${Array.isArray(value) ? value.join(" to ") : value}${unit === undefined ? "" : ` ${unit}`}`;
  return `${firmness} ${polarity === "negative" ? "not " : ""}${attribute} ${operator} ${amount}`.trimEnd();
}

function explainClaim({ id, statement, evidence }: Claim): string {
  return `${id} ${statement.type} ← ${evidence.map(explainEvidence).join("; ")}`;
}

function explainEvidence(evidence: Evidence): string {
  switch (evidence.type) {
    case "catalog":
      return `catalog v${evidence.version} ${evidence.sku} ${evidence.attribute} = ${evidence.value}`;
    case "review":
      return `review ${evidence.reviewId} of ${evidence.sku}`;
    case "merchant-answer":
      return `the merchant's answer ${evidence.answerId} v${evidence.version}`;
    case "shopper":
      return `the shopper: "${evidence.said}"`;
    case "earlier":
      return `an earlier visit: ${evidence.sku} at ${evidence.price.minor} ${evidence.price.currency}, ${evidence.at}`;
    case "search":
      return `search ${evidence.description}: ${evidence.count}`;
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
