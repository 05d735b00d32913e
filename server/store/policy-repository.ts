/** The registry of policies: versions that never change, and which of them a site was switched to when. */
import { randomUUID } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import type { PolicyRegistry } from "../admin/policies/ports.ts";
import { BANDIT } from "../strategy/policies/bandit.ts";
import { type Database, persevere } from "./database.ts";
import { policies, policyChanges, sites } from "./schema.ts";
import { siteSettingsSchema } from "./site-settings.ts";
import { storableJson } from "./storable-json.ts";

export function policyRegistry({ query }: Database): PolicyRegistry {
  return {
    async read(siteId, name, version) {
      const [row] = await persevere(() =>
        query
          .select({ file: policies.file })
          .from(policies)
          .where(
            version === null
              ? and(eq(policies.siteId, siteId), eq(policies.name, name))
              : isVersion(siteId, name, version),
          )
          .orderBy(desc(policies.createdAt))
          .limit(1),
      );
      return row?.file ?? null;
    },
    async register(siteId, file) {
      const { name, version } = file;
      const json = storableJson(file);
      const added = await query
        .insert(policies)
        .values({ siteId, name, version, file: JSON.parse(json) })
        .onConflictDoNothing()
        .returning({ name: policies.name });
      if (added.length > 0) return "registered";
      const [same] = await query
        .select({ isSame: sql<boolean>`${policies.file} = ${json}::text::jsonb` })
        .from(policies)
        .where(isVersion(siteId, name, version));
      return same?.isSame ? "there already" : "version taken";
    },
    async list(siteId) {
      const rows = await query
        .select()
        .from(policies)
        .where(and(eq(policies.siteId, siteId), sql`(${policies.name} <> ${BANDIT} or ${isNewest})`))
        .orderBy(desc(policies.createdAt), policies.name, policies.version);
      return rows.map(({ file, createdAt }) => ({ file, createdAt: createdAt.toISOString() }));
    },
    use: (siteId, reference, { why, by }) =>
      query.transaction(async (transaction) => {
        const [site] = await transaction
          .select({ settings: sites.settings })
          .from(sites)
          .where(eq(sites.id, siteId))
          .for("update");
        if (site === undefined) throw new Error(`no site ${siteId}`);
        const from = siteSettingsSchema.parse(site.settings).policy;
        await transaction
          .update(sites)
          .set({ settings: { ...site.settings, policy: reference } })
          .where(eq(sites.id, siteId));
        const [change] = await transaction
          .insert(policyChanges)
          .values({ id: randomUUID(), siteId, from, to: reference, why, by })
          .returning();
        if (change === undefined) throw new Error("an insert returns its row");
        return { from, to: reference, why, by, at: change.at.toISOString() };
      }),
    weigh: (siteId, { weights, forbidden }) =>
      query.transaction(async (transaction) => {
        const [site] = await transaction
          .select({ settings: sites.settings })
          .from(sites)
          .where(eq(sites.id, siteId))
          .for("update");
        if (site === undefined) throw new Error(`no site ${siteId}`);
        const settings = { ...site.settings, weights, forbidden };
        siteSettingsSchema.parse(settings);
        await transaction.update(sites).set({ settings }).where(eq(sites.id, siteId));
        const before = siteSettingsSchema.parse(site.settings);
        return { weights: before.weights, forbidden: before.forbidden };
      }),
    async changes(siteId, limit) {
      const rows = await query
        .select()
        .from(policyChanges)
        .where(eq(policyChanges.siteId, siteId))
        .orderBy(desc(policyChanges.at))
        .limit(limit);
      return rows.map(({ from, to, why, by, at }) => ({ from, to, why, by, at: at.toISOString() }));
    },
  };
}

const isNewest = sql`not exists (
  select from policies as newer where newer.site_id = policies.site_id and newer.name = policies.name
    and newer.created_at > policies.created_at
)`;

function isVersion(siteId: string, name: string, version: string) {
  return and(eq(policies.siteId, siteId), eq(policies.name, name), eq(policies.version, version));
}
