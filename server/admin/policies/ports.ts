/** What the merchant's side needs of the registry of policies. Instants are ISO 8601, UTC. */
import type { PolicyFile } from "../../strategy/policy-file.ts";
import type { PolicyArchive } from "../../turn/ports.ts";

export interface RegisteredPolicy {
  file: PolicyFile;
  createdAt: string;
}

export interface PolicyChange {
  from: string;
  to: string;
  why: string;
  /** A member's e-mail address, a key or an account; empty where that was not recorded. */
  by: string;
  at: string;
}

/** What a merchant has set of the choice [STR-4]: neutral strategies have no weight. */
export interface SetWeighting {
  weights: Record<string, number>;
  forbidden: string[];
}

export interface PolicyRegistry extends PolicyArchive {
  /** Registering the same again changes nothing; another content under a version that is there is refused. */
  register(siteId: string, file: PolicyFile): Promise<"registered" | "there already" | "version taken">;
  /** The newest first. Of the bandit, which has very many versions, the newest only. */
  list(siteId: string): Promise<RegisteredPolicy[]>;
  /**
   * Turns are taken by this policy from now on. Whether it can be used is the caller's to know.
   * @param reference as in the settings.
   */
  use(siteId: string, reference: string, change: Pick<PolicyChange, "why" | "by">): Promise<PolicyChange>;
  /** In place of all that was set of these before, which it answers with. */
  weigh(siteId: string, weighting: SetWeighting): Promise<SetWeighting>;
  /** The newest first. */
  changes(siteId: string, limit: number): Promise<PolicyChange[]>;
}
