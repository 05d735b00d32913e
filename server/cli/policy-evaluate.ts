import { Command } from "commander";
import type { Estimate } from "../learn/off-policy/cluster-interval.ts";
import { evaluateLog } from "../learn/off-policy/evaluate-log.ts";
import { CLIP } from "../learn/off-policy/evaluate-policy.ts";
import { openPolicy } from "../turn/policy-shelf.ts";
import { CommandFailure } from "./command-failure.ts";
import { printFacts, printJson, showProgress } from "./print.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

interface EvaluateOptions {
  site: string;
  days?: string;
  json?: boolean;
}

const DAY_MS = 86_400_000;
const DAYS_MOST = 3_650;

export function policyEvaluateCommand(): Command {
  return new Command("evaluate")
    .description(
      "What a policy would have achieved in the site's own conversations, judged by the chances they record.",
    )
    .requiredOption("--site <key>", "the site's key")
    .argument("<policy>", "a shipped policy's name, or name@version")
    .option("--days <number>", "of the last so many days; of all time when left out")
    .option(
      "--json",
      "print { policy, ok, conversations, visitors, logged, effectiveSize, effectiveVisitors, meanWeight, clipped, unsupported, ips, snips, doublyRobust, gain | refusal, why }",
    )
    .action((reference: string, { site: siteKey, days, json }: EvaluateOptions) =>
      withStore(async (store) => {
        const since = days === undefined ? null : new Date(Date.now() - daysOf(days) * DAY_MS);
        const site = await siteOrFailure(store, siteKey);
        const opening = await openPolicy(store.policies, site.id, reference);
        if (!opening.ok) throw new CommandFailure(`${reference} can't be judged: ${opening.why}`);
        const result = await evaluateLog(
          store.talks,
          opening.policy,
          { siteId: site.id, since, by: new Date(), weighting: site.settings },
          (heard) => showProgress(`${heard} conversations`),
        );
        showProgress();
        if (json) return printJson({ policy: reference, ...result });
        const { conversations, visitors, logged, effectiveVisitors, clipped } = result;
        printFacts({
          policy: `${reference} (version ${opening.policy.version})`,
          conversations: `${conversations} of ${visitors} visitors`,
          ...(logged ? { "acceptance as logged": inPercent(logged) } : {}),
          ...(result.ok
            ? {
                "acceptance estimated": `${inPercent(result.doublyRobust)}, doubly robust`,
                "": `${inPercent(result.snips)}, self-normalised; ${inPercent(result.ips)}, plain`,
                gain: `${inPercent(result.gain)} against what was logged`,
                "rests on": `as much as ${Math.round(effectiveVisitors)} visitors of its own would tell; ${(clipped * 100).toFixed(1)} % of the weights were cut at ${CLIP}`,
              }
            : { refused: `${result.refusal}: ${result.why}` }),
        });
      }),
    );
}

function inPercent({ value, low, high }: Estimate): string {
  const points = (share: number) => (share * 100).toFixed(1);
  return `${points(value)} % (${points(low)} to ${points(high)})`;
}

function daysOf(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= DAYS_MOST) return number;
  throw new CommandFailure(`--days must be a whole number from 1 to ${DAYS_MOST}, not ${text}`);
}
