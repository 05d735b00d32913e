/** The experiments' part of the merchant API, as the OpenAPI document tells it. */
import { z } from "zod";
import { METRIC_KEYS } from "../experiment/metrics.ts";
import { EXPERIMENT_STATES } from "../experiment/plan.ts";
import { planInputSchema } from "../experiment/plan-input.ts";
import { CHANGE_ACTIONS } from "../experiment/ports.ts";
import { REFUSAL_CODES } from "../experiment/refusal.ts";
import { actionBodies } from "./experiments-api.ts";

/** How the document writes operations; see `openapi.ts`. */
export interface OpenApiWords {
  merchant(
    summary: string,
    responses: Record<number, object>,
    more?: { body?: z.ZodType; parameters?: object[] },
  ): object;
  answer(description: string, schema: z.ZodType): object;
  failure(description: string): object;
  parameter(name: string, within: "path" | "header" | "query", required?: boolean): object;
}

const settingsSchema = z.object({
  mode: z.string().optional(),
  policy: z.string().nullable().optional(),
  opening: z.boolean().nullable().optional(),
  silence: z.boolean().nullable().optional(),
});
const experimentSchema = z.object({
  ...{ id: z.uuid(), key: z.string(), name: z.string(), state: z.enum(EXPERIMENT_STATES) },
  plan: planInputSchema.describe("Whole: with everything that may be left out of what is sent"),
  seed: z.string().describe("Hashed together with a visitor's id, it says their arm"),
  coverage: z.number().describe("The share of the traffic that is in it"),
  halts: z.array(z.object({ arm: z.string(), metric: z.string(), at: z.iso.datetime(), why: z.string() })),
  createdAt: z.iso.datetime(),
  ...{ startedAt: z.iso.datetime().nullable(), stoppedAt: z.iso.datetime().nullable() },
  decision: z
    .object({
      ...{ arm: z.string().nullable(), verdict: z.string(), note: z.string(), by: z.string() },
      shipped: z
        .object({
          arm: z.string(),
          at: z.iso.datetime(),
          by: z.string(),
          before: settingsSchema,
          after: settingsSchema,
        })
        .nullable()
        .describe("What the arm has replaced while it is the site's default; null in a setting was not set"),
    })
    .nullable(),
});
const refusalsSchema = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
  refusals: z
    .array(z.object({ code: z.enum(REFUSAL_CODES), message: z.string() }))
    .optional()
    .describe("All that is wrong; the error is the first"),
});
const needSchema = z
  .object({
    visitors: z.int().describe("Of all arms together"),
    arms: z.array(z.object({ arm: z.string(), visitors: z.int() })),
    ...{ days: z.int().nullable(), wholeWeeks: z.int().nullable().describe("The days in whole weeks") },
  })
  .nullable();
const sizeSchema = z.object({
  metric: z.enum(METRIC_KEYS),
  baseline: z
    .object({ metric: z.enum(METRIC_KEYS), visitors: z.int(), mean: z.number(), variance: z.number() })
    .nullable()
    .describe("Null where too little is known; a share then counts as one half"),
  ...{ historyDays: z.int(), visitorsPerDay: z.number(), plannedVisitors: z.int() },
  ...{ minimumEffect: z.number(), power: z.number() },
  needs: z.object({ sequential: needSchema, fixed: needSchema }),
  finds: z
    .array(
      z.object({
        days: z.int(),
        visitors: z.int(),
        sequential: z.number().nullable(),
        fixed: z.number().nullable(),
      }),
    )
    .describe("The least difference that is found in so many days"),
  progress: z
    .object({
      ...{ visitors: z.int(), days: z.number(), visitorsLeft: z.int(), visitorsPerDay: z.number() },
      daysLeft: z.int().nullable(),
    })
    .nullable(),
});
const draftSchema = z.object({ experiment: experimentSchema, remarks: z.array(z.string()) });
const planned = { plan: planInputSchema };

const lookedAtSchema = z.object({
  ...{ metric: z.enum(METRIC_KEYS), arm: z.string(), difference: z.number(), p: z.number() },
  ...{ low: z.number().nullable(), high: z.number().nullable() },
});
const lookSchema = z.object({
  at: z.iso.datetime(),
  units: z.record(z.string(), z.number()),
  ...{ metrics: z.array(lookedAtSchema), guardrails: z.array(lookedAtSchema), mismatchP: z.number() },
});
const reportSchema = z.object({
  ...{ experiment: experimentSchema, at: z.iso.datetime(), currency: z.string() },
  isCurrent: z.boolean().describe("False when more was waiting to be counted than a reader waits for"),
  verdict: z.object({ code: z.string(), arm: z.string().nullable(), says: z.string(), next: z.string() }),
  traffic: z.looseObject({ units: z.number(), planned: z.number(), daysLeft: z.number().nullable() }),
  metrics: z.array(
    z.looseObject({
      windowDays: z.number(),
      values: z.array(z.looseObject({ arm: z.string(), units: z.number(), mean: z.number() })),
      comparisons: z.array(
        z.looseObject({
          arm: z.string(),
          adjustedP: z.number(),
          conclusion: z.enum(["better", "worse", "open"]),
        }),
      ),
    }),
  ),
  guardrails: z.array(
    z.looseObject({ results: z.array(z.looseObject({ arm: z.string(), isCrossed: z.boolean() })) }),
  ),
  ...{ notes: z.array(z.string()), look: lookSchema },
  inputs: z.looseObject({}).optional().describe("The plan and the sums, with ?inputs=1"),
});

export function experimentPaths({
  merchant,
  answer,
  failure,
  parameter,
}: OpenApiWords): Record<string, object> {
  const key = parameter("key", "path");
  const refused = answer("The plan is refused, or malformed", refusalsSchema);
  const conflict = answer("Its state does not allow it", refusalsSchema);
  const none = failure("No such experiment");
  const act = (summary: string, verb: keyof typeof actionBodies, more: Record<string, z.ZodType> = {}) => ({
    post: merchant(
      summary,
      {
        200: answer("Done", z.object({ experiment: experimentSchema, ...more })),
        ...{ 400: refused, 404: none, 409: conflict },
      },
      { body: actionBodies[verb], parameters: [key] },
    ),
  });
  return {
    "/api/admin/experiments": {
      get: merchant("The experiments, newest first", {
        200: answer("The experiments", z.object({ experiments: z.array(experimentSchema) })),
      }),
      post: merchant(
        "Keeps a draft",
        { 201: answer("Kept", draftSchema), 400: refused, 409: conflict },
        { body: actionBodies.create.extend(planned) },
      ),
    },
    "/api/admin/experiments/size": {
      post: merchant(
        "How many visitors and days a plan takes; it is not kept",
        {
          200: answer("The size", z.object({ size: sizeSchema, remarks: z.array(z.string()) })),
          400: refused,
        },
        { body: actionBodies.size.extend(planned) },
      ),
    },
    "/api/admin/experiments/{key}": {
      get: merchant(
        "An experiment, and those that visitors of it are also in",
        {
          200: answer(
            "The experiment",
            z.object({ experiment: experimentSchema, interacting: z.array(z.string()) }),
          ),
          404: none,
        },
        { parameters: [key] },
      ),
      patch: merchant(
        "Changes a draft",
        { 200: answer("Changed", draftSchema), 400: refused, 404: none, 409: conflict },
        { body: actionBodies.change.extend({ plan: planInputSchema.optional() }), parameters: [key] },
      ),
      delete: merchant(
        "Forgets a draft",
        { 200: answer("Gone", z.object({ removed: z.literal(true) })), 404: none, 409: conflict },
        { parameters: [key] },
      ),
    },
    "/api/admin/experiments/{key}/changes": {
      get: merchant(
        "Who did what, oldest first",
        {
          200: answer(
            "The changes",
            z.object({
              changes: z.array(
                z.object({
                  ...{ at: z.iso.datetime(), by: z.string(), action: z.enum(CHANGE_ACTIONS) },
                  detail: z.record(z.string(), z.unknown()),
                }),
              ),
            }),
          ),
          404: none,
        },
        { parameters: [key] },
      ),
    },
    "/api/admin/experiments/{key}/size": {
      get: merchant(
        "How many visitors and days it takes, and how many are left",
        { 200: answer("The size", z.object({ size: sizeSchema })), 404: none },
        { parameters: [key] },
      ),
    },
    "/api/admin/experiments/{key}/report": {
      get: merchant(
        "What it has shown until now, the verdict first",
        { 200: answer("The report", reportSchema), 404: none },
        { parameters: [key, parameter("inputs", "query", false)] },
      ),
    },
    "/api/admin/experiments/{key}/report.csv": {
      get: merchant(
        "The report's figures, a row for each metric and arm",
        { 200: { description: "RFC 4180", content: { "text/csv": {} } }, 404: none },
        { parameters: [key] },
      ),
    },
    "/api/admin/experiments/{key}/looks": {
      get: merchant(
        "The course of its figures: one look an hour, oldest first",
        { 200: answer("The looks", z.object({ looks: z.array(lookSchema) })), 404: none },
        { parameters: [key] },
      ),
    },
    "/api/admin/experiments/{key}/start": act("Starts a draft; its plan is frozen", "start", {
      interacting: z.array(z.string()),
      remarks: z.array(z.string()),
    }),
    "/api/admin/experiments/{key}/ramp": act("Takes more of the traffic in", "ramp"),
    "/api/admin/experiments/{key}/pause": act("Takes no new visitors", "pause"),
    "/api/admin/experiments/{key}/resume": act("Takes new visitors again", "resume"),
    "/api/admin/experiments/{key}/stop": act("Ends it with a decision", "stop"),
    "/api/admin/experiments/{key}/archive": act("Puts a stopped one away", "archive"),
    "/api/admin/experiments/{key}/ship": act("Makes the chosen arm the site's default", "ship"),
    "/api/admin/experiments/{key}/unship": act("Puts back what the shipped arm has replaced", "unship"),
  };
}
