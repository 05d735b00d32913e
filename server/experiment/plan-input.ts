/** A plan as a merchant writes it, in a file or to the API: what can be left out is left out. */
import { z } from "zod";
import { MODES } from "../dialogue/strategies.ts";

const treatmentInput = z.strictObject({
  mode: z.enum(MODES).optional(),
  policy: z.string().trim().min(1).max(200).optional(),
  initiative: z.boolean().optional(),
  widget: z.boolean().optional(),
});

const armInput = z.strictObject({
  key: z
    .string()
    .min(1)
    .max(60)
    .describe("Lower case letters, digits and hyphens; a preset's own when left out")
    .optional(),
  name: z.string().trim().min(1).max(100).optional(),
  preset: z
    .string()
    .min(1)
    .max(220)
    .describe("as-is, sociable, informational, bandit, quiet, holdout, policy:NAME or policy:NAME@VERSION")
    .optional(),
  treatment: treatmentInput
    .describe("Instead of a preset; what is left out is as the site has it")
    .optional(),
  weight: z
    .number()
    .min(0)
    .max(1)
    .describe("Its part of the traffic, of 1 together with the others'; equal parts where no arm has one")
    .optional(),
});

const metricInput = z.strictObject({
  metric: z.string(),
  windowDays: z
    .number()
    .optional()
    .describe("Outcomes count for so many days after the visitor was first in it; 7 when left out"),
});

const guardrailInput = metricInput.extend({
  margin: z
    .number()
    .min(0)
    .optional()
    .describe("Harm that is put up with, in the metric's unit; 0 when left out"),
});

export const planInputSchema = z.strictObject({
  hypothesis: z.string().trim().max(2_000).optional(),
  arms: z
    .array(z.union([z.string(), armInput]))
    .max(20)
    .describe("The first is the control, unless `control` names another"),
  control: z.string().optional(),
  metrics: z
    .array(z.union([z.string(), metricInput]))
    .max(20)
    .describe("The first decides"),
  guardrails: z
    .array(z.union([z.string(), guardrailInput]))
    .max(20)
    .optional(),
  namespace: z
    .strictObject({ id: z.string().trim().min(1).max(100), start: z.number(), end: z.number() })
    .nullish(),
  alpha: z.number().min(0.001).max(0.2).optional(),
  minimumEffect: z
    .number()
    .positive()
    .optional()
    .describe(
      "The least absolute difference of the first metric worth having: 0.03 is three points, money is in minor units",
    ),
  power: z.number().min(0.5).max(0.99).optional(),
  plannedVisitors: z
    .number()
    .int()
    .min(1)
    .max(1e9)
    .optional()
    .describe("Of all arms together; worked out from minimumEffect when left out"),
  days: z
    .number()
    .int()
    .min(1)
    .max(730)
    .optional()
    .describe("Instead of plannedVisitors: how long it is to run"),
  purchases: z.enum(["signed", "reported"]).optional().describe("signed: orders from the shop's server only"),
  lookbackDays: z.number().int().min(0).max(90).optional(),
  isCheck: z
    .boolean()
    .optional()
    .describe("Arms that are alike on purpose, to check that the measuring is sound (A/A)"),
});
export type PlanInput = z.input<typeof planInputSchema>;
