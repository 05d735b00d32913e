/**
 * Changes of settings as somebody wrote them, for the merchant API and the commands alike: what is wrong with them is said at
 * the setting it is wrong with. What stands here is only asked of changes, never of what was stored before.
 */
import { z } from "zod";
import { claimsHumanSpeaker, deniesMachine, NAMES_MACHINE } from "../../dialogue/own-words.ts";
import { MODES, STRATEGIES } from "../../dialogue/strategies.ts";
import { kept } from "../kept-text.ts";
import { forbiddenSchema } from "../policies/weighting-schema.ts";
import { currencySchema, localeSchema, originSchema } from "../site-fields.ts";

export interface SettingProblem {
  /** Where: "agent.name". */
  setting: string;
  message: string;
}

const DAY_MS = 86_400_000;
const PROBLEMS_MOST = 50;
const ADDRESS_MAX = 2_000;

const upTo = (most: number, words: string) =>
  z
    .number()
    .max(most, { error: `can be ${words} at most` })
    .nullable()
    .optional();

const NO_PERSON = { error: "must not let shoppers think that a person writes" };

const disclosureSchema = z
  .string()
  .refine((text) => NAMES_MACHINE.test(text), {
    error:
      "must say that shoppers talk with an AI, in these letters: the law asks for it, and so do shoppers",
  })
  .refine((text) => !deniesMachine(text) && !claimsHumanSpeaker(text), NO_PERSON);

const nameSchema = z
  .string()
  .refine(
    (name) => !/\b(?:humans?|real (?:person|people|man|woman))\b/i.test(name) && !deniesMachine(name),
    NO_PERSON,
  );

const CLAIMS_HUMAN =
  /\b(?:real|actual|living|genuine|human) (?:person|people|humans?|beings?)\b|\bno (?:bots?|robots?|machines?|ai)\b|\bnot an? (?:ai|bot|robot|machine|computer)\b/i;

const greetingSchema = z
  .string()
  .refine((text) => !text.includes("?"), {
    error: "must not ask anything: a turn asks one question, and the agent's own comes after the greeting",
  })
  .refine((text) => !CLAIMS_HUMAN.test(text) && !claimsHumanSpeaker(text), NO_PERSON);

const awaySchema = z.string().refine((text) => !text.includes("?"), {
  error: "must not ask anything: a turn asks one question, and that is the agent's",
});

const avatarSchema = z.string().max(ADDRESS_MAX).refine(isImageAddress, {
  error: "must be the address of a picture that begins with https://",
});

/** What both may change. What is not named passes, for the store's own check to judge. */
const AGENT_SETTINGS = {
  mode: z.enum(MODES, { error: `must be ${MODES.join(" or ")}` }).optional(),
  locale: localeSchema.optional(),
  agent: z
    .looseObject({
      name: nameSchema.nullable().optional(),
      avatarUrl: avatarSchema.nullable().optional(),
      disclosure: disclosureSchema.nullable().optional(),
      greeting: greetingSchema.nullable().optional(),
    })
    .optional(),
  handover: z.looseObject({ away: awaySchema.nullable().optional() }).optional(),
  theme: z.looseObject({}).optional(),
  opening: z
    .looseObject({
      productDwellMs: upTo(DAY_MS, "a day"),
      cartIdleMs: upTo(DAY_MS, "a day"),
      noResultsMs: upTo(DAY_MS, "a day"),
      compareVisits: upTo(100, "100 visits"),
      returnAfterMs: upTo(366 * DAY_MS, "a year"),
      pauseMs: upTo(366 * DAY_MS, "a year"),
      quietMs: upTo(366 * DAY_MS, "a year"),
    })
    .optional(),
  silence: z.looseObject({ firstMs: upTo(DAY_MS, "a day"), secondMs: upTo(DAY_MS, "a day") }).optional(),
  memory: z.looseObject({ pauseHours: upTo(24 * 366, "a year") }).optional(),
  model: z.looseObject({}).optional(),
};

/** What `overture site set` takes. */
const siteChangesSchema = z.looseObject({
  ...AGENT_SETTINGS,
  policy: z.string().optional(),
  forbidden: forbiddenSchema.optional(),
  weights: z.partialRecord(z.enum(STRATEGIES), z.number()).optional(),
  name: z.string().min(1).optional(),
  origins: z.array(originSchema).min(1).optional(),
  currency: currencySchema.optional(),
});

/** What the settings of the agent take over the API; the rest is refused with the place where it is set. */
export const agentChangesSchema = z.strictObject({
  ...AGENT_SETTINGS,
  humanAvailable: z.boolean().nullable().optional(),
  outcomes: z.looseObject({}).optional(),
});

export type SiteChangesRead = z.output<typeof siteChangesSchema>;
export type AgentChangesRead = z.output<typeof agentChangesSchema>;

export type ChangesReading<Changes> =
  | { ok: true; changes: Changes }
  | { ok: false; problems: SettingProblem[] };

export const readSiteChanges = (input: unknown): ChangesReading<SiteChangesRead> =>
  read(siteChangesSchema, input);
export const readAgentChanges = (input: unknown): ChangesReading<AgentChangesRead> =>
  read(agentChangesSchema, input);

function read<Changes>(schema: z.ZodType<Changes>, input: unknown): ChangesReading<Changes> {
  const parsed = schema.safeParse(keptValues(input));
  return parsed.success
    ? { ok: true, changes: parsed.data }
    : { ok: false, problems: settingProblems(parsed.error) };
}

/** With texts as they can be kept; settings are values, or groups of values. */
function keptValues(input: unknown, isGroup = false): unknown {
  if (typeof input === "string") return kept(input);
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
  const entries = Object.entries(input);
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      isGroup && typeof value === "object" ? value : keptValues(value, true),
    ]),
  );
}

/** One per setting that is wrong, in the order they stand in. */
export function settingProblems({ issues }: z.ZodError): SettingProblem[] {
  // A list of a hundred thousand has as many, and nobody reads them.
  const problems = issues.slice(0, PROBLEMS_MOST).flatMap((issue): SettingProblem[] => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.slice(0, PROBLEMS_MOST).map((key) => ({
        setting: [...issue.path, key].join("."),
        message: "is not a setting of the agent",
      }));
    return [{ setting: issue.path.join(".") || "settings", message: plainWords(issue) }];
  });
  return problems.filter(
    ({ setting }, place) => problems.findIndex((other) => other.setting === setting) === place,
  );
}

function plainWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string") return "must not be empty";
      return issue.origin === "number" ? `must be ${issue.minimum} or more` : issue.message;
    case "too_big":
      if (/^can be /.test(issue.message)) return issue.message;
      if (issue.origin === "string") return `can have ${issue.maximum} characters at most`;
      return issue.origin === "array"
        ? `can hold ${issue.maximum} at most`
        : `must be ${issue.maximum} or less`;
    case "invalid_type":
      return issue.expected === "int"
        ? "must be a whole number"
        : `must be ${WANTED[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return /^Invalid/.test(issue.message) ? `must be one of ${issue.values.join(", ")}` : issue.message;
    default:
      return issue.message;
  }
}

const WANTED: Record<string, string> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a group of settings",
  tuple: 'a beginning and an end, such as ["09:00", "17:30"]',
};

/** Pages with https show no picture without; on one's own machine there is no such page. */
function isImageAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && /^(?:localhost|127\.0\.0\.1)$/.test(hostname));
}
