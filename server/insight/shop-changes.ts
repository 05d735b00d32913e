/** What was done to a shop lately that its figures may have moved by. Who did it stands in the audit log. */

export type ShopChange =
  | {
      type: "experiment";
      at: string;
      key: string;
      name: string;
      action: "started" | "paused" | "resumed" | "ramped" | "halted" | "stopped" | "shipped" | "unshipped";
      /** The arm that was halted or shipped; null where none is meant. */
      arm: string | null;
    }
  /** References as in the settings: "planner", "mine@3". */
  | { type: "policy"; at: string; from: string; to: string; why: string }
  /** As the audit log calls it, such as "settings/change"; those of a day are one. `fields` are names, never values. */
  | { type: "setting"; at: string; action: string; times: number; fields: string[] }
  /** Imports that changed something; those of a day from one source are one. */
  | {
      type: "catalog";
      at: string;
      source: string;
      times: number;
      added: number;
      updated: number;
      removed: number;
    };

export interface ShopChangeLog {
  /** The latest first. Instants are ISO 8601, UTC. */
  list(siteId: string, range: { since: Date; limit: number }): Promise<ShopChange[]>;
}
