/** The agent's settings in the API's description. */
import { z } from "zod";
import { OPENING_REASONS } from "../../shared/shopper-socket.ts";
import { MODES } from "../dialogue/strategies.ts";
import type { PreviewScene } from "../site-threads/preview-turns.ts";
import type { OpenApiWords } from "./openapi-experiments.ts";
import type { AgentSettingsView } from "./settings/change-settings.ts";
import type { AgentSettings } from "./settings/ports.ts";
import { previewSchema } from "./settings/settings-api.ts";

const milliseconds = z.number().int().describe("Milliseconds");
const rangesSchema = z.array(z.tuple([z.string(), z.string()]));
const weekHoursSchema = z.object({
  ...{ sun: rangesSchema, mon: rangesSchema, tue: rangesSchema, wed: rangesSchema },
  ...{ thu: rangesSchema, fri: rangesSchema, sat: rangesSchema },
});
const settingsSchema = z.object({
  locale: z.string().describe("BCP 47"),
  mode: z.enum(MODES),
  humanAvailable: z.boolean().describe("People take over at all; when they are there, `handover` says"),
  handover: z.object({
    timeZone: z.string().nullable().describe("IANA; null is UTC"),
    hours: weekHoursSchema
      .nullable()
      .describe(
        'Null: always; else the hours of each weekday, such as [["09:00", "17:30"]]. A weekday left out is closed; ["22:00", "02:00"] goes over midnight',
      ),
    away: z
      .string()
      .nullable()
      .describe("Said outside the hours, in the shop's words, before when people are back"),
  }),
  agent: z.object({
    name: z.string(),
    tone: z.enum(["warm", "brisk", "playful"]),
    emoji: z.boolean(),
    avatarUrl: z.string().optional(),
    greeting: z.string().optional().describe("Words of the shop's own to greet a new shopper with"),
    disclosure: z.string().describe("Says that shoppers talk with an AI; {name} and {shop} are filled in"),
  }),
  theme: z.object({
    accent: z.string(),
    scheme: z.enum(["auto", "light", "dark"]),
    position: z.enum(["right", "left"]),
  }),
  opening: z.object({
    enabled: z.boolean().describe("The agent may speak first"),
    withheld: z.array(z.enum(OPENING_REASONS)).describe("Reasons for which it does not"),
    ...{ productDwellMs: milliseconds, cartIdleMs: milliseconds, compareVisits: z.number().int() },
    ...{
      noResultsMs: milliseconds,
      returnAfterMs: milliseconds,
      pauseMs: milliseconds,
      quietMs: milliseconds,
    },
  }),
  silence: z.object({ enabled: z.boolean(), firstMs: milliseconds, secondMs: milliseconds }),
  memory: z.object({ days: z.number(), pauseHours: z.number() }),
  outcomes: z.object({ staffUserIds: z.array(z.string()), staffAddresses: z.array(z.string()) }),
  model: z.object({ enabled: z.boolean(), tokensPerDay: z.number().nullable(), refine: z.boolean() }),
}) satisfies z.ZodType<AgentSettings>;
const viewFields = {
  settings: settingsSchema,
  defaults: settingsSchema.describe("What holds where nothing is set"),
  people: z.object({
    there: z.boolean().describe("People take over at this moment"),
    backAt: z.iso
      .datetime()
      .nullable()
      .describe("When they are there next; null where they are there, or never"),
  }),
  ...{ shop: z.string(), currency: z.string() },
};
const viewSchema = z.object(viewFields) satisfies z.ZodType<AgentSettingsView>;
const stoppedSchema = z.object({ sentence: z.string(), why: z.string() });
const sceneSchema = z.enum([
  "panel-open",
  ...OPENING_REASONS,
  "silence-first",
  "silence-second",
]) satisfies z.ZodType<PreviewScene>;
const previewAnswerSchema = z.object({
  agent: z.object({ name: z.string(), disclosure: z.string() }),
  turns: z.array(
    z.object({
      scene: sceneSchema,
      about: z.array(z.string()).describe("The titles or the words that it is about"),
      turn: z
        .looseObject({ text: z.string(), replies: z.array(z.string()), cards: z.array(z.looseObject({})) })
        .nullable()
        .describe("Null where the agent has nothing to say"),
    }),
  ),
  greetingStopped: stoppedSchema.nullable().describe("What the guard would not let the agent say of it"),
});
const changesSchema = z
  .looseObject({})
  .describe("The settings to change, as in `settings`; null, within a group, for the default again");

export function settingsPaths({ merchant, answer, failure }: OpenApiWords): Record<string, object> {
  return {
    "/api/admin/settings": {
      get: merchant("How the agent is called, looks and behaves", {
        200: answer("All of its settings", viewSchema),
      }),
      patch: merchant(
        "Changes settings, all of them or none; they hold within seconds",
        {
          200: answer(
            "As they are now; `undo` is what to send to have them as before",
            z.object({ ...viewFields, undo: changesSchema }),
          ),
          400: failure("Something is wrong with them; `problems` beside the error says where and what"),
        },
        { body: changesSchema },
      ),
    },
    "/api/admin/settings/preview": {
      post: merchant(
        "What the agent would say to shoppers of this catalog, with settings changed that are not stored for it",
        {
          200: answer("Its words, in the built-in voice", previewAnswerSchema),
          400: failure(
            "Something is wrong with the changes; `problems` beside the error says where and what",
          ),
          503: failure("This server has no agent to ask"),
        },
        { body: previewSchema },
      ),
    },
  };
}
