/** Sites: the shops that embed Overture, with their keys and settings. */
import { randomBytes, randomUUID } from "node:crypto";
import { asc, desc, eq, getTableColumns, max, sql } from "drizzle-orm";
import type { RunningExperiment } from "../experiment/plan.ts";
import type { Site, SiteDirectory } from "../gateway/ports.ts";
import { type Database, persevere } from "./database.ts";
import { conversations, sites } from "./schema.ts";
import {
  type EffectiveSettings,
  mergeSettings,
  type SettingsChanges,
  type StoredSettings,
  siteOf,
  siteSettingsSchema,
} from "./site-settings.ts";
import { storableText } from "./storable-json.ts";

export interface NewSite {
  name: string;
  origins: string[];
  /** ISO 4217. */
  currency: string;
  /** BCP 47; "en" when left out. */
  locale?: string;
}

/** What `overture site set` may change. */
export type SiteChanges = SettingsChanges &
  Partial<Pick<Site, "name" | "origins" | "currency" | "locale" | "mode">>;

/** A site's settings as they hold, and what of them was set. */
export interface SettingsState {
  site: Site;
  settings: EffectiveSettings;
  stored: StoredSettings;
  defaults: EffectiveSettings;
}

export interface SiteKeys {
  siteId: string;
  siteKey: string;
  secretKey: string;
}

export interface SiteRepository extends SiteDirectory {
  create(site: NewSite): Promise<SiteKeys>;
  list(): Promise<Site[]>;
  byId(siteId: string): Promise<Site | null>;
  /** Those that shoppers talked on last, the latest first; those never talked on come after them. */
  lastTalkedOn(limit: number): Promise<Site[]>;
  /** The site that a secret key belongs to. */
  bySecret(secretKey: string): Promise<Site | null>;
  /** A new secret key; the site key, which pages carry, stays. Null when there is no such site. */
  rotateKey(siteKey: string): Promise<SiteKeys | null>;
  /** The site as changed, or null when there is no such site. Throws a `ZodError` on a setting that does not exist. */
  update(siteKey: string, changes: SiteChanges): Promise<Site | null>;
  settingsOf(siteId: string): Promise<SettingsState | null>;
  /** The site as `update` would leave it; nothing is stored. Throws as that does. */
  asChanged(siteId: string, changes: SiteChanges): Promise<Site | null>;
}

/** A site's row with what visitors may be placed in, and how often its answers changed. */
const SITE_ROW = {
  ...getTableColumns(sites),
  experiments: sql<RunningExperiment[]>`(
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', id, 'key', key, 'seed', seed, 'state', state, 'coverage', coverage,
      'arms', plan -> 'arms', 'namespace', plan -> 'namespace', 'halted', jsonb_path_query_array(halts, '$[*].arm')
    ) order by started_at, id), '[]')
    from experiments where site_id = "sites"."id" and state in ('running', 'paused'))`,
  answersVersion: sql<number>`(select count(*)::integer from answers where site_id = "sites"."id")`,
};

/** @param now in epoch milliseconds: a site is as it is at that moment [AGT-4] */
export function siteRepository({ query }: Database, now: () => number = Date.now): SiteRepository {
  const rowOf = async (siteId: string) =>
    (await persevere(() => query.select(SITE_ROW).from(sites).where(eq(sites.id, siteId))))[0];
  return {
    async byKey(siteKey) {
      const [row] = await persevere(() =>
        query
          .select(SITE_ROW)
          .from(sites)
          .where(eq(sites.siteKey, storableText(siteKey))),
      );
      return row === undefined ? null : siteOf(row, now());
    },
    async secretOf(siteId) {
      const [row] = await persevere(() =>
        query.select({ secretKey: sites.secretKey }).from(sites).where(eq(sites.id, siteId)),
      );
      if (row === undefined) throw new Error(`no site ${siteId}`);
      return row.secretKey;
    },
    async create({ name, origins, currency, locale = "en" }) {
      const row = newSiteRow({ name, origins, currency, locale });
      await query.insert(sites).values(row);
      return { siteId: row.id, siteKey: row.siteKey, secretKey: row.secretKey };
    },
    async list() {
      const rows = await query.select(SITE_ROW).from(sites).orderBy(asc(sites.createdAt), asc(sites.id));
      return rows.map((row) => siteOf(row, now()));
    },
    async byId(siteId) {
      const row = await rowOf(siteId);
      return row === undefined ? null : siteOf(row, now());
    },
    async settingsOf(siteId) {
      const row = await rowOf(siteId);
      if (row === undefined) return null;
      return {
        site: siteOf(row, now()),
        settings: siteSettingsSchema.parse(row.settings),
        stored: row.settings,
        defaults: siteSettingsSchema.parse({}),
      };
    },
    async asChanged(siteId, { name, origins, currency, locale, mode, ...settings }) {
      const row = await rowOf(siteId);
      if (row === undefined) return null;
      const changed = Object.entries({ name, origins, currency, locale, mode });
      const columns = Object.fromEntries(changed.filter(([, value]) => value !== undefined));
      return siteOf({ ...row, ...columns, settings: mergeSettings(row.settings, settings) }, now());
    },
    async lastTalkedOn(limit) {
      const lastOpened = query
        .select({ at: max(conversations.openedAt) })
        .from(conversations)
        .where(eq(conversations.siteId, sites.id));
      const rows = await persevere(() =>
        query
          .select(SITE_ROW)
          .from(sites)
          .orderBy(sql`(${lastOpened}) desc nulls last`, desc(sites.createdAt))
          .limit(limit),
      );
      return rows.map((row) => siteOf(row, now()));
    },
    async bySecret(secretKey) {
      const [row] = await persevere(() =>
        query.select(SITE_ROW).from(sites).where(eq(sites.secretKey, secretKey)),
      );
      return row === undefined ? null : siteOf(row, now());
    },
    async rotateKey(siteKey) {
      const secretKey = newKey("sk");
      const [row] = await query
        .update(sites)
        .set({ secretKey })
        .where(eq(sites.siteKey, siteKey))
        .returning({ siteId: sites.id });
      return row === undefined ? null : { siteId: row.siteId, siteKey, secretKey };
    },
    update: (siteKey, { name, origins, currency, locale, mode, ...settings }) =>
      query.transaction(async (transaction) => {
        const [before] = await transaction
          .select()
          .from(sites)
          .where(eq(sites.siteKey, siteKey))
          .for("update");
        if (before === undefined) return null;
        const columns = { name, origins, currency, locale, mode };
        const merged = mergeSettings(before.settings, settings);
        const [after] = await transaction
          .update(sites)
          .set({ ...columns, settings: merged })
          .where(eq(sites.id, before.id))
          .returning(SITE_ROW);
        return after === undefined ? null : siteOf(after, now());
      }),
  };
}

/** A site's row with keys of its own. */
export function newSiteRow(site: Required<NewSite>): typeof sites.$inferInsert {
  const keys = { siteKey: newKey("pk"), secretKey: newKey("sk") };
  return { ...site, ...keys, id: randomUUID(), mode: "sociable" };
}

function newKey(kind: "pk" | "sk"): string {
  return `${kind}_${randomBytes(24).toString("base64url")}`;
}
