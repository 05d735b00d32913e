/**
 * Whether off-policy estimates hold what their intervals promise [POL-7]: many logs of a shop whose truth is known, each judged, and
 * how often the truth lies in the 95 % interval.
 */

import { STRATEGIES, type Strategy } from "../server/dialogue/strategies.ts";
import type { Estimate } from "../server/learn/off-policy/cluster-interval.ts";
import { startEvaluation } from "../server/learn/off-policy/evaluate-policy.ts";
import type { Policy } from "../server/strategy/policy.ts";
import { chanceFrom } from "../server/turn/chance.ts";
import { syntheticShop } from "../test/support/synthetic-shop.ts";
import type { Report } from "./report.ts";

const SHOP = syntheticShop({
  "experience-inquiry": [0.12, 0],
  credibility: [0.1, 0.04],
  "offer-help": [-0.04, 0.05],
  similarity: [0.02, 0.1],
});
const TIMES = 200;
const ESTIMATES = ["ips", "snips", "doublyRobust"] as const;

/** What is judged: how much more than the even log it likes the acts that help. */
const JUDGED = [1, 2, 4, 8];
const TALKS = [200, 600];

export async function measureOffPolicy(): Promise<Report> {
  const rows: string[][] = [];
  for (const talks of TALKS) for (const liking of JUDGED) rows.push(rowOf(talks, liking));
  return {
    name: "off-policy",
    title: "Whether judging a policy from logged conversations holds what it promises",
    sections: [
      {
        title: "Coverage of the 95 % intervals",
        about: `${TIMES} logs each, of conversations with four steps led by an even policy, two conversations to a visitor. "Liking" is how much likelier the judged policy takes three of the acts. Error is the root mean square in points, coverage the share of intervals that hold the truth; both of what was not refused.`,
        columns: [
          "conversations",
          "liking",
          "truth",
          "refused",
          "effective visitors",
          ...ESTIMATES.flatMap((name) => [`${name}: error`, "coverage"]),
        ],
        rows,
      },
    ],
  };
}

function rowOf(talks: number, liking: number): string[] {
  const judged = policyLiking(liking);
  const truth = SHOP.value(judged);
  const found: Record<(typeof ESTIMATES)[number], Estimate[]> = { ips: [], snips: [], doublyRobust: [] };
  let refused = 0;
  let effective = 0;
  for (let time = 0; time < TIMES; time++) {
    const chance = chanceFrom(`${talks} ${liking} ${time}`);
    const evaluation = startEvaluation(judged, { weights: {} });
    for (let index = 0; index < talks; index++)
      evaluation.add(SHOP.talk(policyLiking(1), chance, `v${Math.floor(index / 2)}`));
    const result = evaluation.result();
    effective += result.effectiveVisitors / TIMES;
    if (!result.ok) refused += 1;
    else for (const name of ESTIMATES) found[name].push(result[name]);
  }
  return [
    String(talks),
    String(liking),
    (truth * 100).toFixed(1),
    `${((refused / TIMES) * 100).toFixed(0)} %`,
    effective.toFixed(0),
    ...ESTIMATES.flatMap((name) => {
      const estimates = found[name];
      if (estimates.length === 0) return ["–", "–"];
      const held = estimates.filter(({ low, high }) => low <= truth && truth <= high).length;
      const squares = estimates.reduce((sum, { value }) => sum + (value - truth) ** 2, 0);
      return [
        (Math.sqrt(squares / estimates.length) * 100).toFixed(2),
        `${((held / estimates.length) * 100).toFixed(1)} %`,
      ];
    }),
  ];
}

function policyLiking(times: number): Policy {
  const liked: readonly Strategy[] = ["experience-inquiry", "credibility", "similarity"];
  const scores = Object.fromEntries(
    STRATEGIES.map((strategy) => [strategy, liked.includes(strategy) ? times : 1]),
  );
  return { name: "liking", version: String(times), score: () => scores, explain: () => [] };
}
