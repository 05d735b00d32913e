import { readFile } from "node:fs/promises";
import { Command } from "commander";
import type { Store } from "../store/open-store.ts";
import type { RegisteredPolicy } from "../store/policy-repository.ts";
import { BANDIT } from "../strategy/policies/bandit.ts";
import { findPolicy, POLICY_NAMES } from "../strategy/policies/find-policy.ts";
import { readPolicyFile } from "../strategy/policy-file.ts";
import { openPolicy, openPolicyFile } from "../turn/policy-shelf.ts";
import { CommandFailure } from "./command-failure.ts";
import { policyEvaluateCommand } from "./policy-evaluate.ts";
import { policyLearnCommand } from "./policy-learn.ts";
import { printFacts, printJson } from "./print.ts";
import { recordCommand } from "./record-command.ts";
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
        const registered = await store.policies.list(site.id);
        const arms = await armsWithPolicies(store, site.id);
        const rows = [
          ...[...POLICY_NAMES, BANDIT].map((name) => ({ policy: name, createdAt: null, training: null })),
          ...registered.map(({ file, createdAt }) => ({
            policy: referenceOf(file),
            createdAt,
            training: file.training,
          })),
        ].map((row) => ({
          ...row,
          inUse: row.policy === site.settings.policy,
          arms: arms
            .filter(({ policy }) => policy === row.policy)
            .map(({ experiment, arm }) => ({ experiment, arm })),
        }));
        if (json) return printJson(rows);
        for (const { policy, inUse, arms, createdAt, training } of rows) {
          const origin = training
            ? `${training.by}, ${training.data}, since ${createdAt}`
            : policy === BANDIT
              ? "shipped, learns from this site's outcomes"
              : shippedVersion(policy);
          const within = arms.map(({ experiment, arm }) => `arm ${arm} of the experiment ${experiment}`);
          console.log([`${inUse ? "*" : " "} ${policy}`, origin, ...within].join("  "));
        }
        sayOverridden(arms);
      }),
    );
}

function importCommand(): Command {
  return new Command("import")
    .description("Register a policy file; a version that is registered never changes.")
    .requiredOption("--site <key>", "the site's key")
    .argument("<file>")
    .option("--json", "print { policy, outcome }")
    .action(async (path: string, { site: siteKey, json }: SiteOptions) => {
      const file = await usableFile(path);
      await withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        const policy = referenceOf(file);
        const outcome = await store.policies.register(site.id, file);
        if (outcome === "version taken")
          throw new CommandFailure(
            `${policy} is registered with another content; give the file a new version`,
          );
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
    .argument("<policy>", "name@version")
    .option("--json", "print the whole file")
    .action((reference: string, { site: siteKey, json }: SiteOptions) =>
      withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        if (findPolicy(reference))
          return printFacts({ policy: reference, version: shippedVersion(reference) });
        const registered = await store.policies.list(site.id);
        const found = registered.find(({ file }) => referenceOf(file) === reference);
        if (!found)
          throw new CommandFailure(`the site has no policy ${reference}; overture policy list shows them`);
        if (json) return printJson(found.file);
        const { by, at, data, seed, settings, figures } = found.file.training;
        printFacts({
          policy: reference,
          trained: `${by}, ${at}`,
          data,
          ...(seed === undefined ? {} : { seed: String(seed) }),
          ...Object.fromEntries(
            Object.entries({ ...settings, ...figures }).map(([key, value]) => [key, String(value)]),
          ),
        });
      }),
    );
}

function useCommand(): Command {
  return new Command("use")
    .description("Take a site's turns by this policy from now on; conversations that run go over to it, too.")
    .requiredOption("--site <key>", "the site's key")
    .argument("<policy>", "a shipped policy's name, or name@version")
    .option("--why <words>", "kept with the change", "")
    .option("--json", "print { from, to, why, at, overriddenBy: [experiment] }")
    .action((reference: string, { site: siteKey, why, json }: SiteOptions & { why: string }) =>
      withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        const opening = await openPolicy(store.policies, site.id, reference);
        if (!opening.ok)
          throw new CommandFailure(
            `${reference} is not used, and ${site.settings.policy} stays: ${opening.why}`,
          );
        const change = await store.policies.use(site.id, reference, why);
        await recordCommand(store, site.id, "policy/use", { from: change.from, to: change.to, why });
        const arms = await armsWithPolicies(store, site.id);
        if (json) return printJson({ ...change, overriddenBy: experimentsOf(arms) });
        console.log(`${change.to} is in use; before it was ${change.from}`);
        sayOverridden(arms);
      }),
    );
}

function rollbackCommand(): Command {
  return new Command("rollback")
    .description("Go back to the policy that was in use before the last change.")
    .requiredOption("--site <key>", "the site's key")
    .option("--json", "print { from, to, why, at }")
    .action(({ site: siteKey, json }: SiteOptions) =>
      withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        const [last] = await store.policies.changes(site.id, 1);
        if (!last) throw new CommandFailure("the policy was never changed: there is nothing to go back to");
        const opening = await openPolicy(store.policies, site.id, last.from);
        if (!opening.ok) throw new CommandFailure(`${last.from} can't be used any more: ${opening.why}`);
        const change = await store.policies.use(site.id, last.from, `back from ${last.to}`);
        await recordCommand(store, site.id, "policy/rollback", { from: change.from, to: change.to });
        if (json) return printJson(change);
        console.log(`${change.to} is in use again`);
      }),
    );
}

interface PolicyArm {
  experiment: string;
  arm: string;
  policy: string;
}

/** The arms under way that decide the policy of their visitors, whatever the site's is. */
async function armsWithPolicies(store: Store, siteId: string): Promise<PolicyArm[]> {
  const experiments = await store.experiments.list(siteId);
  return experiments
    .filter(({ state }) => state === "running" || state === "paused")
    .flatMap(({ key: experiment, plan }) =>
      plan.arms.flatMap(({ key: arm, treatment: { policy } }) =>
        policy === undefined ? [] : [{ experiment, arm, policy }],
      ),
    );
}

function experimentsOf(arms: readonly PolicyArm[]): string[] {
  return [...new Set(arms.map(({ experiment }) => experiment))];
}

function sayOverridden(arms: readonly PolicyArm[]): void {
  for (const experiment of experimentsOf(arms)) {
    const own = arms.filter((arm) => arm.experiment === experiment);
    console.log(
      `Note: visitors of the experiment ${experiment} keep the policy of their arm (${own.map(({ arm, policy }) => `${arm}: ${policy}`).join(", ")}) until it is stopped; the policy in use is everybody else's.`,
    );
  }
}

async function usableFile(path: string): Promise<RegisteredPolicy["file"]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(`${path} cannot be read (${error.code ?? error.message})`);
  });
  const json = parsed(text, path);
  const reading = readPolicyFile(json);
  if (!reading.ok) throw new CommandFailure(`${path} is refused (${reading.code}): ${reading.why}`);
  const opening = openPolicyFile(json);
  if (!opening.ok) throw new CommandFailure(`${path} is refused: ${opening.why}`);
  return reading.file;
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandFailure(`${path} is refused (policy/not-a-policy): it is not JSON`);
  }
}

function referenceOf({ name, version }: { name: string; version: string }): string {
  return `${name}@${version}`;
}

function shippedVersion(name: string): string {
  return `shipped, version ${findPolicy(name)?.version ?? "unknown"}`;
}
