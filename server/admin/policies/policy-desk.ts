/**
 * A site's policies as its merchant handles them: which there are, which is in use, how it came to that, and the changes of it.
 * The API and the commands do the same by it.
 */

import type { Strategy } from "../../dialogue/strategies.ts";
import type { ExperimentBook } from "../../experiment/ports.ts";
import { INDISPENSABLE } from "../../strategy/mask.ts";
import { BANDIT } from "../../strategy/policies/bandit.ts";
import {
  findPolicy,
  POLICY_NAMES,
  policyReference,
  shippedFile,
} from "../../strategy/policies/find-policy.ts";
import { type PolicyFile, type PolicyProblem, readPolicyFile } from "../../strategy/policy-file.ts";
import { openPolicy, openPolicyFile } from "../../turn/policy-shelf.ts";
import type { ReplayedTurn } from "../../turn/replay-turns.ts";
import type { PolicyChange, PolicyRegistry, SetWeighting } from "./ports.ts";
import type { WeightsPreview, WeightsPreviewer } from "./weights-preview.ts";
import type { WhatIfDesk, WhatIfOutcome, WhatIfRequest } from "./what-if.ts";

export interface PolicyRooms {
  registry: PolicyRegistry;
  experiments: Pick<ExperimentBook, "list">;
  /** What the site's settings have of it now. */
  settings(siteId: string): Promise<SetWeighting & { policy: string }>;
  previewer: WeightsPreviewer;
  whatIf: WhatIfDesk;
  /** Null when the site has no such conversation. */
  replay(siteId: string, conversationId: string, policy: string): Promise<ReplayedTurn[] | null>;
}

/** An arm under way that decides the policy of its visitors, whatever the site's is. */
export interface PolicyArm {
  experiment: string;
  arm: string;
  policy: string;
}

export interface ListedPolicy {
  /** As a setting names it: "planner", "mine@3". */
  policy: string;
  name: string;
  /** Null for what learns and has not learned yet. */
  version: string | null;
  /** `learning` moves with the site's own outcomes. */
  origin: "shipped" | "registered" | "learning";
  /** When it was registered; null for what ships. */
  createdAt: string | null;
  /** The shipped policy it changes; null where it stands alone. */
  buildsOn: string | null;
  training: PolicyFile["training"] | null;
  inUse: boolean;
  arms: Pick<PolicyArm, "experiment" | "arm">[];
}

export interface PolicyOverview {
  inUse: string;
  policies: ListedPolicy[];
  /** The newest first. */
  changes: PolicyChange[];
  /** What going back would put in use; null where nothing was ever changed. */
  rollBackTo: string | null;
}

export type PolicyRefusal =
  | PolicyProblem
  | "policy/base-missing"
  | "policy/version-taken"
  | "policy/unknown"
  | "policy/unusable"
  | "policy/never-changed"
  | "request/not-found";
type Refused = { ok: false; code: PolicyRefusal; message: string };
export type PolicyOutcome<Done extends object> = ({ ok: true } & Done) | Refused;

/** `change` is null where it was in use already. */
export type UseOutcome = PolicyOutcome<{ change: PolicyChange | null; overriddenBy: string[] }>;

export interface PolicyDesk {
  overview(siteId: string): Promise<PolicyOverview>;
  /** With the whole file, where it is one; null when the site has no such policy. */
  read(
    siteId: string,
    reference: string,
  ): Promise<{ policy: ListedPolicy; file: PolicyFile | null; changes: PolicyChange[] } | null>;
  /** @param json the parsed file, of whatever it may be made. */
  register(
    siteId: string,
    json: unknown,
  ): Promise<PolicyOutcome<{ policy: string; outcome: "registered" | "there already" }>>;
  use(siteId: string, reference: string, change: Pick<PolicyChange, "why" | "by">): Promise<UseOutcome>;
  /** To the policy that was in use before the last change. */
  rollBack(siteId: string, change: Pick<PolicyChange, "why" | "by">): Promise<UseOutcome>;
  /** The arms under way that have a policy of their own. */
  arms(siteId: string): Promise<PolicyArm[]>;
  /** With what can't be forbidden, and why. */
  weighting(siteId: string): Promise<SetWeighting & { indispensable: Partial<Record<Strategy, string>> }>;
  /** In place of all weights and bans there were. */
  weigh(siteId: string, wanted: SetWeighting): Promise<SetWeighting & { before: SetWeighting }>;
  /** A conversation's turns as another policy would have taken them. */
  replay(
    siteId: string,
    conversationId: string,
    policy: string,
  ): Promise<PolicyOutcome<{ policy: string; version: string; turns: ReplayedTurn[] }>>;
  /** What another policy would have achieved; see `what-if.ts`. */
  whatIf(siteId: string, request: WhatIfRequest): Promise<WhatIfOutcome>;
  /** What they would have made of the last conversations. */
  preview(siteId: string, wanted: SetWeighting): Promise<WeightsPreview>;
}

const CHANGES_SHOWN = 100;

export function createPolicyDesk({
  registry,
  experiments,
  settings,
  previewer,
  whatIf,
  replay,
}: PolicyRooms): PolicyDesk {
  const inUse = async (siteId: string) => (await settings(siteId)).policy;
  return {
    async overview(siteId) {
      const [policies, used, changes] = await Promise.all([
        list(siteId),
        inUse(siteId),
        registry.changes(siteId, CHANGES_SHOWN),
      ]);
      return { inUse: used, policies, changes, rollBackTo: changes[0]?.from ?? null };
    },
    async read(siteId, reference) {
      const policy = (await list(siteId)).find((listed) => listed.policy === reference);
      if (!policy) return null;
      const changes = await registry.changes(siteId, CHANGES_SHOWN);
      return {
        policy,
        file: await fileOf(siteId, reference),
        changes: changes.filter(({ from, to }) => from === reference || to === reference),
      };
    },
    async register(siteId, json) {
      const reading = readPolicyFile(json);
      if (!reading.ok) return { ok: false, code: reading.code, message: reading.why };
      const opening = openPolicyFile(json);
      if (!opening.ok) return { ok: false, code: "policy/base-missing", message: opening.why };
      const policy = referenceOf(reading.file);
      const outcome = await registry.register(siteId, reading.file);
      if (outcome === "version taken")
        return {
          ok: false,
          code: "policy/version-taken",
          message: `${policy} is registered with another content; give the file a new version`,
        };
      return { ok: true, policy, outcome };
    },
    use: (siteId, reference, change) => put(siteId, reference, change),
    async rollBack(siteId, { why, by }) {
      const [last] = await registry.changes(siteId, 1);
      if (!last)
        return {
          ok: false,
          code: "policy/never-changed",
          message: "the policy was never changed: there is nothing to go back to",
        };
      return put(siteId, last.from, { why: why || `back from ${last.to}`, by });
    },
    arms,
    async weighting(siteId) {
      const { weights, forbidden } = await settings(siteId);
      return { weights, forbidden, indispensable: INDISPENSABLE };
    },
    async weigh(siteId, wanted) {
      const before = await registry.weigh(siteId, neutralLeftOut(wanted));
      return { before, ...neutralLeftOut(wanted) };
    },
    whatIf: (siteId, request) => whatIf.ask(siteId, request),
    async replay(siteId, conversationId, reference) {
      const opening = await openPolicy(registry, siteId, reference);
      if (!opening.ok)
        return {
          ok: false,
          code: "policy/unusable",
          message: `${reference} can't take these turns: ${opening.why}`,
        };
      const turns = await replay(siteId, conversationId, reference);
      if (turns === null)
        return { ok: false, code: "request/not-found", message: "the site has no such conversation" };
      return { ok: true, policy: reference, version: opening.policy.version, turns };
    },
    async preview(siteId, wanted) {
      return previewer.preview(siteId, await settings(siteId), wanted);
    },
  };

  async function put(
    siteId: string,
    reference: string,
    change: Pick<PolicyChange, "why" | "by">,
  ): Promise<UseOutcome> {
    const [opening, before] = await Promise.all([openPolicy(registry, siteId, reference), inUse(siteId)]);
    if (!opening.ok)
      return {
        ok: false,
        code: "policy/unusable",
        message: `${reference} is not used, and ${before} stays: ${opening.why}`,
      };
    const done = before === reference ? null : await registry.use(siteId, reference, change);
    return { ok: true, change: done, overriddenBy: experimentsOf(await arms(siteId)) };
  }

  async function list(siteId: string): Promise<ListedPolicy[]> {
    const [registered, used, ofArms] = await Promise.all([
      registry.list(siteId),
      inUse(siteId),
      arms(siteId),
    ]);
    const newestBandit = registered.find(({ file }) => file.name === BANDIT);
    const rows: Omit<ListedPolicy, "inUse" | "arms">[] = [
      ...POLICY_NAMES.map((name) => ({
        ...{ policy: name, name, version: findPolicy(name)?.version ?? null },
        ...{ origin: "shipped" as const, createdAt: null },
        ...described(shippedFile(name)),
      })),
      {
        ...{ policy: BANDIT, name: BANDIT, version: newestBandit?.file.version ?? null },
        ...{ origin: "learning" as const, createdAt: newestBandit?.createdAt ?? null },
        ...described(newestBandit?.file),
      },
      ...registered.map(({ file, createdAt }) => ({
        ...{ policy: referenceOf(file), name: file.name, version: file.version },
        ...{ origin: "registered" as const, createdAt },
        ...described(file),
      })),
    ];
    return rows.map((row) => ({
      ...row,
      inUse: row.policy === used,
      arms: ofArms
        .filter(({ policy }) => policy === row.policy)
        .map(({ experiment, arm }) => ({ experiment, arm })),
    }));
  }

  async function fileOf(siteId: string, reference: string): Promise<PolicyFile | null> {
    const shipped = shippedFile(reference);
    if (shipped) return shipped;
    const { name, version } = policyReference(reference);
    const reading = readPolicyFile(await registry.read(siteId, name, version));
    return reading.ok ? reading.file : null;
  }

  async function arms(siteId: string): Promise<PolicyArm[]> {
    const all = await experiments.list(siteId);
    return all
      .filter(({ state }) => state === "running" || state === "paused")
      .flatMap(({ key: experiment, plan }) =>
        plan.arms.flatMap(({ key: arm, treatment: { policy } }) =>
          policy === undefined ? [] : [{ experiment, arm, policy }],
        ),
      );
  }
}

function neutralLeftOut({ weights, forbidden }: SetWeighting): SetWeighting {
  return {
    weights: Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight !== 1)),
    forbidden: [...new Set(forbidden)],
  };
}

export function experimentsOf(arms: readonly PolicyArm[]): string[] {
  return [...new Set(arms.map(({ experiment }) => experiment))];
}

export function referenceOf({ name, version }: Pick<PolicyFile, "name" | "version">): string {
  return `${name}@${version}`;
}

function described(file: PolicyFile | undefined): Pick<ListedPolicy, "buildsOn" | "training"> {
  return {
    buildsOn: file && "of" in file.model ? file.model.of : null,
    training: file?.training ?? null,
  };
}
