/** What a merchant may set of a site, and what holds where nothing was set. */
import { isIP } from "node:net";
import { z } from "zod";
import { OPENING_REASONS } from "../../shared/shopper-socket.ts";
import type { RunningExperiment } from "../experiment/plan.ts";
import type { Site } from "../gateway/ports.ts";
import { isOpen, isTimeZone, whenPeopleAreBack } from "../initiative/opening-hours.ts";
import { withoutReasons } from "../initiative/openings.ts";
import { weekHoursSchema } from "./week-hours.ts";

/**
 * The column `sites.settings` holds only what was set (`StoredSettings`), so that a better default reaches every site;
 * parsing fills in the rest. Unknown keys are refused, so that a misspelt setting is noticed.
 */
export const siteSettingsSchema = z.strictObject({
  policy: z.string().min(1).default("planner"),
  /** Strategies the merchant forbids, and weights on the others; 1 is neutral [STR-4]. */
  forbidden: z.array(z.string()).default([]),
  weights: z.record(z.string(), z.number().min(0)).default({}),
  /** People may take over at all; when they are there, `handover` says. */
  humanAvailable: z.boolean().default(false),
  /** When people take over [AGT-4]. */
  handover: z
    .strictObject({
      /** IANA; null is UTC. */
      timeZone: z
        .string()
        .refine(isTimeZone, "must be a time zone such as Europe/Berlin, or UTC")
        .nullable()
        .default(null),
      /** By the clock of that zone; null is always. */
      hours: weekHoursSchema.nullable().default(null),
      /** What is said outside the hours, in the merchant's words; `{name}` and `{shop}` are filled in. */
      away: z.string().trim().min(1).max(300).nullable().default(null),
    })
    .prefault({}),
  agent: z
    .strictObject({
      name: z.string().trim().min(1).max(60).default("Ada"),
      tone: z.enum(["warm", "brisk", "playful"]).default("warm"),
      emoji: z.boolean().default(false),
      avatarUrl: z.url().optional(),
      /** Words of the merchant's own to greet a new shopper with; `{name}` and `{shop}` are filled in. */
      greeting: z.string().trim().min(1).max(300).optional(),
      /** Says that shoppers talk with software [GRD-5]; `{name}` and `{shop}` are filled in. */
      disclosure: z.string().trim().min(1).max(300).default("I'm {name}, the AI assistant of {shop}."),
    })
    .prefault({}),
  theme: z
    .strictObject({
      accent: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i, "must look like #2f5d50")
        .default("#2f5d50"),
      scheme: z.enum(["auto", "light", "dark"]).default("auto"),
      position: z.enum(["right", "left"]).default("right"),
    })
    .prefault({}),
  /** When the launcher may speak first [INI-1]. */
  opening: z
    .strictObject({
      enabled: z.boolean().default(true),
      /** Reasons for which it does not, whatever their times say. */
      withheld: z.array(z.enum(OPENING_REASONS)).default([]),
      productDwellMs: z.number().int().min(0).default(20_000),
      cartIdleMs: z.number().int().min(0).default(45_000),
      compareVisits: z.number().int().min(1).default(2),
      noResultsMs: z.number().int().min(0).default(3_000),
      returnAfterMs: z
        .number()
        .int()
        .min(0)
        .default(12 * 3_600_000),
      pauseMs: z
        .number()
        .int()
        .min(0)
        .default(30 * 60_000),
      quietMs: z
        .number()
        .int()
        .min(0)
        .default(7 * 24 * 3_600_000),
    })
    .prefault({}),
  /** When the agent follows up on silence [INI-2]: once, and once more after that. */
  silence: z
    .strictObject({
      enabled: z.boolean().default(true),
      firstMs: z.number().int().min(0).default(45_000),
      secondMs: z.number().int().min(0).default(180_000),
    })
    .prefault({}),
  /** What is kept in mind of a visitor from one conversation to the next [WGT-7]. */
  memory: z
    .strictObject({
      /** After this many days it has faded; 0 remembers nothing. */
      days: z.number().int().min(0).max(3_650).default(90),
      /** Whoever comes back after a longer silence than this is welcomed back in a new conversation. */
      pauseHours: z.number().min(1).default(12),
    })
    .prefault({}),
  /** Who counts in no figures, because they are the shop's own [OUT-5]. */
  outcomes: z
    .strictObject({
      staffUserIds: z.array(z.string().min(1).max(200)).max(1_000).default([]),
      staffAddresses: z
        .array(
          z
            .string()
            .refine(
              isAddressRange,
              "must be an address or a range such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32",
            ),
        )
        .max(1_000)
        .default([]),
    })
    .prefault({}),
  /** How a language model is used, where one is configured [MODEL-5]. */
  model: z
    .strictObject({
      enabled: z.boolean().default(true),
      /** Null: as the server's configuration says. */
      tokensPerDay: z.number().int().min(0).nullable().default(null),
      refine: z.boolean().default(true),
    })
    .prefault({}),
});
export type StoredSettings = z.input<typeof siteSettingsSchema>;
/** With what holds where nothing was set. */
export type EffectiveSettings = z.output<typeof siteSettingsSchema>;

/** Null, also in a group, is what to set nothing for: the default holds again. */
export type SettingsChanges = {
  [Key in keyof StoredSettings]: Nullable<StoredSettings[Key]> | null;
};
type Nullable<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { [Key in keyof Value]: Value[Key] | null }
    : Value;

export interface SiteRow {
  id: string;
  siteKey: string;
  name: string;
  origins: string[];
  currency: string;
  locale: string;
  mode: Site["mode"];
  settings: StoredSettings;
  experiments: RunningExperiment[];
  answersVersion: number;
}

/**
 * A site as the rest of the server knows it. Whether people are there holds for that moment.
 * @param now in epoch milliseconds
 */
export function siteOf(row: SiteRow, now: number): Site {
  const { agent, theme, opening, silence, memory, outcomes, model, handover, humanAvailable, ...settings } =
    siteSettingsSchema.parse(row.settings);
  const isThere = isOpen(handover, now);
  const { withheld, ...rules } = opening;
  const filled = (text: string) => text.replaceAll("{name}", agent.name).replaceAll("{shop}", row.name);
  return {
    id: row.id,
    siteKey: row.siteKey,
    name: row.name,
    origins: row.origins,
    currency: row.currency,
    locale: row.locale,
    mode: row.mode,
    settings: {
      ...settings,
      humanAvailable: humanAvailable && isThere,
      ...(humanAvailable &&
        !isThere && {
          away: {
            back: whenPeopleAreBack(handover, now),
            words: handover.away === null ? null : filled(handover.away),
          },
        }),
      persona: {
        ...{ name: agent.name, shop: row.name, tone: agent.tone, emoji: agent.emoji },
        ...(agent.greeting !== undefined && { greeting: filled(agent.greeting) }),
      },
      currency: row.currency,
    },
    silence,
    memory,
    staff: outcomes,
    model,
    experiments: row.experiments,
    answersVersion: row.answersVersion,
    config: {
      agent: {
        name: agent.name,
        ...(agent.avatarUrl === undefined ? {} : { avatarUrl: agent.avatarUrl }),
        disclosure: filled(agent.disclosure),
      },
      theme,
      locale: row.locale,
      opening: withoutReasons(rules, withheld),
    },
  };
}

const GROUPS = [
  ...(["agent", "theme", "opening", "silence", "handover", "memory", "outcomes", "model"] as const),
  "weights",
] as const;

/**
 * What was set before with the changes: groups are merged, everything else is replaced, and what is changed to null is as if it
 * had never been set. Throws a `ZodError`.
 */
export function mergeSettings(before: StoredSettings, changes: SettingsChanges): StoredSettings {
  const merged: Record<string, unknown> = withoutNulls({ ...before, ...changes });
  for (const group of GROUPS) {
    const change = changes[group];
    // What is no group is for the schema to refuse.
    if (typeof change === "object" && change !== null)
      merged[group] = withoutNulls({ ...before[group], ...change });
  }
  siteSettingsSchema.parse(merged);
  return merged as StoredSettings;
}

function withoutNulls(settings: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== null && value !== undefined),
  );
}

function isAddressRange(text: string): boolean {
  const [network = "", bits, ...rest] = text.split("/");
  const version = isIP(network);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
