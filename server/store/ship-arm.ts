/** An arm's settings in place of the site's, and the site's own again, within a transaction that has locked the site. */
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { DefaultSettings } from "../experiment/site-defaults.ts";
import type { Database } from "./database.ts";
import type { SiteRow } from "./experiment-rows.ts";
import { policyChanges, sites } from "./schema.ts";
import { type StoredSettings, siteSettingsSchema } from "./site-settings.ts";

export type Transaction = Parameters<Parameters<Database["query"]["transaction"]>[0]>[0];

export function storedDefaults({ mode, settings }: Pick<SiteRow, "mode" | "settings">): DefaultSettings {
  return {
    mode,
    policy: settings.policy ?? null,
    opening: settings.opening?.enabled ?? null,
    silence: settings.silence?.enabled ?? null,
  };
}

/** A change of policy stands among the others, so that the list of those is whole. */
export async function putDefaults(
  transaction: Transaction,
  site: Pick<SiteRow, "id" | "mode" | "settings">,
  wanted: Partial<DefaultSettings>,
  { why, by }: { why: string; by: string },
): Promise<void> {
  let settings = site.settings;
  if (wanted.policy !== undefined) settings = withSetting(settings, "policy", wanted.policy);
  if (wanted.opening !== undefined) settings = withEnabled(settings, "opening", wanted.opening);
  if (wanted.silence !== undefined) settings = withEnabled(settings, "silence", wanted.silence);
  await transaction
    .update(sites)
    .set({ mode: wanted.mode ?? site.mode, settings })
    .where(eq(sites.id, site.id));
  const from = siteSettingsSchema.parse(site.settings).policy;
  const to = siteSettingsSchema.parse(settings).policy;
  if (from !== to)
    await transaction.insert(policyChanges).values({ id: randomUUID(), siteId: site.id, from, to, why, by });
}

function withEnabled(
  settings: StoredSettings,
  group: "opening" | "silence",
  enabled: boolean | null,
): StoredSettings {
  const { enabled: _, ...others } = settings[group] ?? {};
  const wanted = enabled === null ? others : { ...others, enabled };
  return withSetting(settings, group, Object.keys(wanted).length === 0 ? null : wanted);
}

/** What is set to null is as if it had never been set. */
function withSetting<Key extends keyof StoredSettings>(
  settings: StoredSettings,
  key: Key,
  value: StoredSettings[Key] | null,
): StoredSettings {
  const { [key]: _, ...others } = settings;
  return value === null ? (others as StoredSettings) : ({ ...others, [key]: value } as StoredSettings);
}
