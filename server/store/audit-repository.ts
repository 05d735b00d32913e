/** The audit log: who changed what of a site, when and from where. Nothing changes or removes an entry. */
import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { AuditLog } from "../admin/access/ports.ts";
import { type Database, persevere } from "./database.ts";
import { auditEntries } from "./schema.ts";
import { storableJson, storableText } from "./storable-json.ts";

const MINUTE_MS = 60_000;

export function auditRepository({ query }: Database, now: () => Date = () => new Date()): AuditLog {
  return {
    async record(siteId, { by, from, action, detail, isFrequent = false }) {
      const at = now();
      const minute = Math.floor(at.getTime() / MINUTE_MS);
      const entry = {
        ...{ siteId, at, by: storableText(by), from: storableText(from), action },
        detail: JSON.parse(storableJson(detail)),
        likeness: isFrequent ? storableText(JSON.stringify([minute, by, from, action])) : null,
      };
      await persevere(() =>
        query
          .insert(auditEntries)
          .values(entry)
          .onConflictDoUpdate({
            target: [auditEntries.siteId, auditEntries.likeness],
            set: { times: sql`${auditEntries.times} + 1` },
          }),
      );
    },
    async list(siteId, { before, limit }) {
      const rows = await query
        .select()
        .from(auditEntries)
        .where(
          and(eq(auditEntries.siteId, siteId), before === null ? undefined : lt(auditEntries.id, before)),
        )
        .orderBy(desc(auditEntries.id))
        .limit(limit);
      return rows.map(({ id, at, by, from, action, detail, times }) => {
        return { id, at: at.toISOString(), by, from, action, detail, times };
      });
    },
  };
}
