/** A site's further keys, for programs: each good for some things only. Kept as hashes. */
import { randomUUID } from "node:crypto";
import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { ApiKey, KeyDesk } from "../admin/access/ports.ts";
import { type Database, persevere } from "./database.ts";
import { ADMIN_SITE } from "./member-repository.ts";
import { hashOfToken, newToken } from "./one-time-tokens.ts";
import { apiKeys, sites } from "./schema.ts";
import { storableText } from "./storable-json.ts";

/** Use is noted this often. */
const NOTED_EVERY_MS = 60_000;

export function keyRepository({ query }: Database, now: () => Date = () => new Date()): KeyDesk {
  return {
    async create(siteId, { name, scopes, createdBy }) {
      const secret = `sk_${newToken()}`;
      const [row] = await query
        .insert(apiKeys)
        .values({
          ...{ id: randomUUID(), siteId, name: storableText(name), scopes, createdBy },
          ...{ keyHash: hashOfToken(secret), ending: secret.slice(-4), createdAt: now() },
        })
        .returning();
      if (row === undefined) throw new Error("an insert returns its row");
      return { key: keyOf(row), secret };
    },
    async list(siteId) {
      const rows = await query
        .select()
        .from(apiKeys)
        .where(eq(apiKeys.siteId, siteId))
        .orderBy(desc(apiKeys.createdAt), apiKeys.id);
      return rows.map(keyOf);
    },
    async remove(siteId, keyId) {
      const [row] = await query
        .delete(apiKeys)
        .where(and(eq(apiKeys.siteId, siteId), sql`${apiKeys.id}::text = ${storableText(keyId)}`))
        .returning();
      return row === undefined ? null : keyOf(row);
    },
    async bySecret(secret) {
      const [row] = await persevere(() =>
        query
          .select({ key: getTableColumns(apiKeys), site: ADMIN_SITE })
          .from(apiKeys)
          .innerJoin(sites, eq(sites.id, apiKeys.siteId))
          .where(eq(apiKeys.keyHash, hashOfToken(secret))),
      );
      if (row === undefined) return null;
      const noted = row.key.lastUsedAt?.getTime() ?? 0;
      if (now().getTime() - noted > NOTED_EVERY_MS)
        await query.update(apiKeys).set({ lastUsedAt: now() }).where(eq(apiKeys.id, row.key.id));
      return { key: keyOf(row.key), site: row.site };
    },
  };
}

function keyOf({
  id,
  name,
  scopes,
  ending,
  createdBy,
  createdAt,
  lastUsedAt,
}: typeof apiKeys.$inferSelect): ApiKey {
  return {
    ...{ id, name, scopes, ending, createdBy },
    ...{ createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null },
  };
}
