/**
 * Outcome events that changed nothing, or nothing that is counted, by site, day (UTC) and reason [OUT-3]. They are added up in
 * memory for a moment, so that a flood of them costs a row a second and not a row each.
 */
import type { OutcomeRefusals, RefusalReason } from "../gateway/ports.ts";
import type { Sql } from "./database.ts";

export interface OutcomeRefusalCounter extends OutcomeRefusals {
  /** Resolves when everything counted so far is stored. */
  flush(): Promise<void>;
  /** Stores what is left, and counts no more. */
  close(): Promise<void>;
}

const FLUSH_AFTER_MS = 500;

export function createRefusalCounter(sql: Sql, now: () => Date = () => new Date()): OutcomeRefusalCounter {
  let pending = new Map<string, Counted>();
  let timer: NodeJS.Timeout | null = null;
  let storing: Promise<void> = Promise.resolve();
  let isClosed = false;

  function add(counted: Counted): void {
    const key = JSON.stringify([counted.siteId, counted.day, counted.reason]);
    const before = pending.get(key)?.count ?? 0;
    pending.set(key, { ...counted, count: before + counted.count });
    if (timer !== null || isClosed) return;
    // A database that is away for a moment is tried again with the next flush.
    timer = setTimeout(() => flush().catch(() => {}), FLUSH_AFTER_MS).unref();
  }

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    storing = storing.catch(() => {}).then(store);
    return storing;
  }

  async function store(): Promise<void> {
    if (pending.size === 0) return;
    const counted = [...pending.values()];
    pending = new Map();
    try {
      await sql`
        insert into outcome_refusals (site_id, day, reason, count)
        select site_id, day, reason, count from jsonb_to_recordset(${JSON.stringify(counted)}::text::jsonb)
          as counted("siteId" uuid, day date, reason text, count bigint), lateral (select "siteId" as site_id) as named
        where exists (select from sites where id = site_id)
        -- Always in one order, so that two nodes never wait for each other.
        order by site_id, day, reason
        on conflict (site_id, day, reason) do update set count = outcome_refusals.count + excluded.count`;
    } catch (error) {
      for (const each of counted) add(each);
      throw error;
    }
  }

  return {
    count(siteId, reason) {
      add({ siteId, day: now().toISOString().slice(0, 10), reason, count: 1 });
    },
    flush,
    async close() {
      isClosed = true;
      await flush();
    },
  };
}

interface Counted {
  siteId: string;
  day: string;
  reason: RefusalReason;
  count: number;
}
