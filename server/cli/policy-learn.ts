import { Command } from "commander";
import { learnOnce } from "../learn/online/learn-schedule.ts";
import { BANDIT } from "../strategy/policies/bandit.ts";
import { printJson, showProgress } from "./print.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

export function policyLearnCommand(): Command {
  return new Command("learn")
    .description(
      "Let the site's bandit learn now from all conversations that are over; a server does so every few minutes.",
    )
    .requiredOption("--site <key>", "the site's key")
    .option("--json", "print { policy, learned }")
    .action(({ site: siteKey, json }: { site: string; json?: boolean }) =>
      withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        let learned = 0;
        let version: string | null = null;
        for (;;) {
          const step = await learnOnce(store.learning, site.id, new Date());
          if (step === null) break;
          learned += step.learned;
          version = step.version;
          showProgress(`${learned} conversations`);
        }
        showProgress();
        if (json) return printJson({ policy: version === null ? null : `${BANDIT}@${version}`, learned });
        console.log(
          version === null
            ? "No conversation is over that was not learned from before."
            : `learned from ${learned} conversations: ${BANDIT}@${version}; use it with: overture policy use ${BANDIT} --site ${siteKey}`,
        );
      }),
    );
}
