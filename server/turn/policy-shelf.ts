/**
 * The policies that turns are taken by, ready to use. A setting names one; a version never changes once it is registered, so
 * it is read once; `bandit` is the newest version of a site's own, asked for again every few seconds. What cannot be used leaves the policy in force that a site had before [POL-1];
 * an arm's policy gives way to the site's own, never to another arm's, for that arm's figures would tell of both [EXP-3].
 */
import { BANDIT, initialBandit } from "../strategy/policies/bandit.ts";
import { banditBase, findPolicy, policyReference } from "../strategy/policies/find-policy.ts";
import { learnedPolicy } from "../strategy/policies/learned.ts";
import type { Policy } from "../strategy/policy.ts";
import { readPolicyFile } from "../strategy/policy-file.ts";
import type { PolicyArchive } from "./ports.ts";

export interface PolicyShelf {
  /**
   * Never rejects: where the policy that is named cannot be had, the site's own serves, or the one it had formerly, or else the rules.
   * @param own what the merchant has set, where an arm of an experiment names another policy.
   */
  find(siteId: string, reference: string, own?: string): Promise<Policy>;
}

export interface PolicyShelfOptions {
  archive: PolicyArchive;
  /** Told once for as long as a reference stays unusable. */
  onTrouble: (trouble: { siteId: string; reference: string; why: string }) => void;
  /** Milliseconds. */
  now?: () => number;
}

export type PolicyOpening = { ok: true; policy: Policy } | { ok: false; why: string };

/** What could not be read a moment ago is not asked for again at each turn. */
const RETRY_MS = 30_000;
/** So late may a bandit's new version be taken up; meanwhile no turn waits for it. */
const NEWEST_AGE_MS = 5_000;

export function createPolicyShelf({
  archive,
  onTrouble,
  now = () => performance.now(),
}: PolicyShelfOptions): PolicyShelf {
  /** By site and reference. */
  const opened = new Map<string, Policy>();
  const refused = new Map<string, number>();
  /** When what moves was last asked for. */
  const asked = new Map<string, number>();
  /** By site, its own: no arm's. */
  const inForce = new Map<string, Policy>();

  return {
    async find(siteId, reference, own = reference) {
      if (reference !== own) {
        const policy = await obtain(siteId, reference);
        if (policy) return policy;
      }
      const policy = (await obtain(siteId, own)) ?? inForce.get(siteId) ?? findPolicy("rules");
      if (!policy) throw new Error("the rules are always there");
      inForce.set(siteId, policy);
      return policy;
    },
  };

  /** Null where it cannot be used, of which nobody is told again for a while. */
  async function obtain(siteId: string, reference: string): Promise<Policy | null> {
    const key = `${siteId} ${reference}`;
    const policy = findPolicy(reference) ?? opened.get(key);
    if (policy) {
      if (reference === BANDIT) lookForNewer(siteId, key, policy);
      return policy;
    }
    if (now() < (refused.get(key) ?? Number.NEGATIVE_INFINITY)) return null;
    return open(siteId, reference, key);
  }

  /** Null, and told once, where it cannot be used. */
  async function open(
    siteId: string,
    reference: string,
    key: string,
    known?: Policy,
  ): Promise<Policy | null> {
    asked.set(key, now());
    const opening = await openPolicy(archive, siteId, reference, known).catch(
      (error: unknown): PolicyOpening => ({ ok: false, why: `it cannot be read: ${messageOf(error)}` }),
    );
    if (opening.ok) {
      refused.delete(key);
      opened.set(key, opening.policy);
      return opening.policy;
    }
    if (!refused.has(key)) onTrouble({ siteId, reference, why: opening.why });
    refused.set(key, now() + RETRY_MS);
    return null;
  }

  function lookForNewer(siteId: string, key: string, known: Policy): void {
    if (now() - (asked.get(key) ?? 0) >= NEWEST_AGE_MS) void open(siteId, BANDIT, key, known);
  }
}

/**
 * Opens what a setting names, or says why it cannot be used. Rejects only when the archive cannot be read.
 * @param known what was opened before: given back where it is still the newest.
 */
export async function openPolicy(
  archive: PolicyArchive,
  siteId: string,
  reference: string,
  known?: Policy,
): Promise<PolicyOpening> {
  const shipped = findPolicy(reference);
  if (shipped) return { ok: true, policy: shipped };
  const { name, version } = policyReference(reference);
  if (reference === BANDIT) {
    const newest = (await archive.read(siteId, BANDIT, null)) ?? initialBandit(banditBase());
    return known && versionOf(newest) === known.version
      ? { ok: true, policy: known }
      : openPolicyFile(newest);
  }
  if (version === null) return { ok: false, why: `no policy is called ${name}` };
  const stored = await archive.read(siteId, name, version);
  if (stored === null) return { ok: false, why: `the site has no policy ${name} of the version ${version}` };
  return openPolicyFile(stored);
}

/**
 * The policy of that very version, such as a decision names it; null where it is not there any more. Rejects only when the
 * archive cannot be read.
 */
export async function openVersion(
  archive: PolicyArchive,
  siteId: string,
  name: string,
  version: string,
): Promise<Policy | null> {
  const shipped = findPolicy(name);
  if (shipped?.version === version) return shipped;
  const stored = await archive.read(siteId, name, version);
  const unlearned = name === BANDIT ? initialBandit(banditBase()) : null;
  const opening = openPolicyFile(stored ?? (unlearned?.version === version ? unlearned : null));
  return opening.ok ? opening.policy : null;
}

/** @param json the parsed file, of whatever it may be made. */
export function openPolicyFile(json: unknown): PolicyOpening {
  const reading = readPolicyFile(json);
  if (!reading.ok) return { ok: false, why: reading.why };
  const policy = learnedPolicy(reading.file, findPolicy);
  return policy
    ? { ok: true, policy }
    : { ok: false, why: "it builds on a policy that this version does not have" };
}

function versionOf(file: unknown): unknown {
  return typeof file === "object" && file !== null && "version" in file ? file.version : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
