/** What was done to a site lately, from the tables that kept it: experiments, policies, imports, and the audit log. */
import type { ShopChange, ShopChangeLog } from "../insight/shop-changes.ts";
import { isoInstant, persevere, type Sql } from "./database.ts";

/** What of the audit log may move figures; experiments, policies and imports have tables of their own. */
const SETTINGS = [
  "settings/%",
  "site/change",
  "site/set",
  "answer/%",
  "policy/weights%",
  "catalog/feed-set",
  "catalog/feed-remove",
];
const EXPERIMENT_ACTIONS = [
  "started",
  "paused",
  "resumed",
  "ramped",
  "halted",
  "stopped",
  "shipped",
  "unshipped",
];

export function shopChangeLog(sql: Sql): ShopChangeLog {
  return {
    list: (siteId, { since, limit }) =>
      persevere(async () => {
        const from = since.toISOString();
        const rows = await sql<{ at: string; change: ShopChange }[]>`
          with all_changes as (
            select experiment_changes.at, jsonb_build_object('type', 'experiment', 'key', key, 'name', name,
              'action', action, 'arm', detail ->> 'arm') as change
            from experiment_changes join experiments on experiments.id = experiment_id
            where site_id = ${siteId} and experiment_changes.at >= ${from}::text::timestamptz
              and action = any(string_to_array(${EXPERIMENT_ACTIONS.join()}, ','))
            union all
            select at, jsonb_build_object('type', 'policy', 'from', from_policy, 'to', to_policy, 'why', why)
            from policy_changes where site_id = ${siteId} and at >= ${from}::text::timestamptz
            union all
            select at, jsonb_build_object('type', 'setting', 'action', action, 'times', times, 'fields', (
              -- Settings are told by a list of their names; of anything else, the keys are.
              case when jsonb_typeof(detail -> 'settings') = 'array' then detail -> 'settings'
                else (select coalesce(jsonb_agg(field), '[]') from jsonb_object_keys(detail) as field) end
            ))
            from audit_entries
            where site_id = ${siteId} and at >= ${from}::text::timestamptz
              and action like any(string_to_array(${SETTINGS.join()}, ','))
            union all
            select max(finished_at), jsonb_build_object('type', 'catalog', 'source', source, 'times', count(*),
              'added', sum((counts ->> 'added')::integer), 'updated', sum((counts ->> 'updated')::integer),
              'removed', coalesce(sum((counts ->> 'removed')::integer), 0))
            from catalog_imports
            where site_id = ${siteId} and finished_at >= ${from}::text::timestamptz and state = 'applied'
              and coalesce((counts ->> 'added')::integer, 0) + coalesce((counts ->> 'updated')::integer, 0)
                + coalesce((counts ->> 'removed')::integer, 0) > 0
            group by date_trunc('day', finished_at), source
          )
          select at, change from all_changes order by at desc limit ${limit}`;
        return joined(rows.map(({ at, change }) => ({ ...change, at: isoInstant(at) })));
      }),
  };
}

/** Who tries settings out leaves many entries: like ones of a day become the latest of them. */
function joined(changes: readonly ShopChange[]): ShopChange[] {
  const kept = new Map<string, Extract<ShopChange, { type: "setting" }>>();
  return changes.flatMap((change): ShopChange[] => {
    if (change.type !== "setting") return [change];
    // Commands tell settings as they were typed: "agent.tone=warm". What it was set to may be a secret.
    const fields = change.fields.map((field) => field.replace(/=.*$/s, ""));
    const likeness = `${change.at.slice(0, 10)} ${change.action}`;
    const later = kept.get(likeness);
    if (later) {
      later.times += change.times;
      later.fields = [...new Set([...later.fields, ...fields])];
      return [];
    }
    const first = { ...change, fields };
    kept.set(likeness, first);
    return [first];
  });
}
