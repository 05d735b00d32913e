import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { experimentsOf, type ListedPolicy, type PolicyArm } from "../admin/policies/policy-desk.ts";
import { merchantPolicies } from "../merchant-policies.ts";
import type { TrainingRecord } from "../strategy/policy-file.ts";
import { CommandFailure } from "./command-failure.ts";
import { policyEvaluateCommand } from "./policy-evaluate.ts";
import { policyLearnCommand } from "./policy-learn.ts";
import { printFacts, printJson } from "./print.ts";
import { commandName, recordCommand } from "./record-command.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

export function policyCommand(): Command {
  return new Command("policy")
    .description("What chooses the strategies: versions, and which one a site uses.")
    .addCommand(listCommand())
    .addCommand(importCommand())
    .addCommand(showCommand())
    .addCommand(useCommand())
    .addCommand(rollbackCommand())
    .addCommand(policyEvaluateCommand())
    .addCommand(policyLearnCommand());
}

interface SiteOptions {
  site: string;
  json?: boolean;
}

function listCommand(): Command {
  return new Command("list")
    .description("The policies a site can use; the one in use is marked.")
    .requiredOption("--site <key>", "the site's key")
    .option("--json", "print [{ policy, inUse, arms: [{ experiment, arm }], createdAt, training }]")
    .action(({ site: siteKey, json }: SiteOptions) =>
      withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        const desk = merchantPolicies(store);
        const { policies } = await desk.overview(site.id);
        if (json) return printJson(policies.map(shortly));
        for (const { policy, version, origin, createdAt, training, arms, inUse } of policies) {
          const from =
            origin === "shipped"
              ? `shipped, version ${version}`
              : origin === "learning"
                ? "shipped, learns from this site's outcomes"
                : `${training?.by}, ${training?.data}, since ${createdAt}`;
          const within = arms.map(({ experiment, arm }) => `arm ${arm} of the experiment ${experiment}`);
          console.log([`${inUse ? "*" : " "} ${policy}`, from, ...within].join("  "));
        }
        sayOverridden(await desk.arms(site.id));
      }),
    );
}

/** What ships tells of its training by `policy show`. */
function shortly({ policy, inUse, arms, createdAt, training, origin }: ListedPolicy) {
  const told = origin === "registered" ? { createdAt, training } : { createdAt: null, training: null };
  return { policy, ...told, inUse, arms };
}

function importCommand(): Command {
  return new Command("import")
    .description("Register a policy file; a version that is registered never changes.")
    .requiredOption("--site <key>", "the site's key")
    .argument("<file>")
    .option("--json", "print { policy, outcome }")
    .action(async (path: string, { site: siteKey, json }: SiteOptions) => {
      const file = await readJson(path);
      await withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        const done = await merchantPolicies(store).register(site.id, file);
        if (!done.ok)
          throw new CommandFailure(
            done.code === "policy/version-taken"
              ? done.message
              : `${path} is refused (${done.code}): ${done.message}`,
          );
        const { policy, outcome } = done;
        if (outcome === "registered") await recordCommand(store, site.id, "policy/import", { policy });
        if (json) return printJson({ policy, outcome });
        const what = outcome === "registered" ? "is registered" : "was registered before";
        console.log(`${policy} ${what}; use it with: overture policy use ${policy} --site ${siteKey}`);
      });
    });
}

function showCommand(): Command {
  return new Command("show")
    .description("A policy's training record.")
    .requiredOption("--site <key>", "the site's key")
    .argument("<policy>", "a shipped policy's name, or name@version")
    .option("--json", "print the whole file")
    .action((reference: string, { site: siteKey, json }: SiteOptions) =>
      withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        const found = await merchantPolicies(store).read(site.id, reference);
        if (!found)
          throw new CommandFailure(`the site has no policy ${reference}; overture policy list shows them`);
        if (json) return printJson(found.file ?? found.policy);
        const { origin, version, training } = found.policy;
        printFacts({
          policy: reference,
          ...(origin === "shipped" && { version: `shipped, version ${version}` }),
          ...(training && factsOf(training)),
        });
      }),
    );
}

function factsOf({ by, at, data, seed, settings, figures }: TrainingRecord): Record<string, string> {
  return {
    trained: `${by}, ${at}`,
    data,
    ...(seed === undefined ? {} : { seed: String(seed) }),
    ...Object.fromEntries(
      Object.entries({ ...settings, ...figures }).map(([key, value]) => [key, String(value)]),
    ),
  };
}

function useCommand(): Command {
  return new Command("use")
    .description("Take a site's turns by this policy from now on; conversations that run go over to it, too.")
    .requiredOption("--site <key>", "the site's key")
    .argument("<policy>", "a shipped policy's name, or name@version")
    .option("--why <words>", "kept with the change", "")
    .option("--json", "print { from, to, why, by, at, overriddenBy: [experiment] }, or { unchanged: policy }")
    .action((reference: string, { site: siteKey, why, json }: SiteOptions & { why: string }) =>
      withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        const desk = merchantPolicies(store);
        const done = await desk.use(site.id, reference, { why, by: commandName() });
        if (!done.ok) throw new CommandFailure(done.message);
        const { change, overriddenBy } = done;
        if (change)
          await recordCommand(store, site.id, "policy/use", { from: change.from, to: change.to, why });
        if (json) return printJson(change ? { ...change, overriddenBy } : { unchanged: reference });
        console.log(
          change
            ? `${change.to} is in use; before it was ${change.from}`
            : `${reference} is in use already: nothing was changed`,
        );
        sayOverridden(await desk.arms(site.id));
      }),
    );
}

function rollbackCommand(): Command {
  return new Command("rollback")
    .description("Go back to the policy that was in use before the last change.")
    .requiredOption("--site <key>", "the site's key")
    .option("--why <words>", "kept with the change", "")
    .option("--json", "print { from, to, why, by, at }, or { unchanged: true }")
    .action(({ site: siteKey, why, json }: SiteOptions & { why: string }) =>
      withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        const done = await merchantPolicies(store).rollBack(site.id, { why, by: commandName() });
        if (!done.ok) throw new CommandFailure(done.message);
        const { change } = done;
        if (change)
          await recordCommand(store, site.id, "policy/rollback", { from: change.from, to: change.to });
        if (json) return printJson(change ?? { unchanged: true });
        console.log(change ? `${change.to} is in use again` : "it is in use already: nothing was changed");
      }),
    );
}

function sayOverridden(arms: readonly PolicyArm[]): void {
  for (const experiment of experimentsOf(arms)) {
    const own = arms.filter((arm) => arm.experiment === experiment);
    console.log(
      `Note: visitors of the experiment ${experiment} keep the policy of their arm (${own.map(({ arm, policy }) => `${arm}: ${policy}`).join(", ")}) until it is stopped; the policy in use is everybody else's.`,
    );
  }
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(`${path} cannot be read (${error.code ?? error.message})`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandFailure(`${path} is refused (policy/not-a-policy): it is not JSON`);
  }
}
