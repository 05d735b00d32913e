/**
 * Policies as data [POL-1]: what a policy file holds, and how it is read. A file that is damaged, of another version or does
 * not add up is refused with a reason, so that the policy before it stays in force.
 */
import { z } from "zod";
import { STRATEGIES } from "../dialogue/strategies.ts";
import { FEATURE_NAMES, type FeatureName } from "./features.ts";
import { drawFrom, sizeOf } from "./policies/posterior.ts";
import { priorSchema } from "./policies/prior-schema.ts";

export const POLICY_FORMAT = "overture-policy/1";

/** A weight beyond this is no weight but an accident. */
const LARGEST = 1e6;
const MOST_CERTAIN = 1e12;
const number = z.number().min(-LARGEST).max(LARGEST);
const strategy = z.enum(STRATEGIES);
const feature = z.enum(FEATURE_NAMES as [FeatureName, ...FeatureName[]]);

const linearSchema = z
  .strictObject({
    strategies: z.array(strategy).min(1),
    features: z.array(feature),
    bias: z.array(number),
    weights: z.array(z.array(number)),
  })
  .refine(
    ({ strategies, features, bias, weights }) =>
      bias.length === strategies.length &&
      weights.length === strategies.length &&
      weights.every((row) => row.length === features.length),
    { error: "has weights that do not fit its strategies and features" },
  )
  .refine(({ strategies, features }) => distinct(strategies) && distinct(features), {
    error: "names a strategy or a feature twice",
  });

/** Expected success: the logistic function of this sum. */
const valueSchema = z
  .strictObject({ features: z.array(feature), bias: number, weights: z.array(number) })
  .refine(({ features, weights }) => features.length === weights.length, {
    error: "has weights that do not fit its features",
  });

/** See `policies/posterior.ts`. */
const posteriorSchema = z
  .strictObject({
    strategies: z.array(strategy).min(1),
    features: z.array(feature),
    mean: z.array(number),
    precision: z.array(z.number().min(-MOST_CERTAIN).max(MOST_CERTAIN)),
    sharpness: z.number().min(0).max(1_000),
    spread: z.number().min(0).max(10),
  })
  .refine(({ strategies, features }) => distinct(strategies) && distinct(features), {
    error: "names a strategy or a feature twice",
  })
  .refine(
    ({ mean, precision, ...shape }) =>
      mean.length === sizeOf(shape) && precision.length === (mean.length * (mean.length + 1)) / 2,
    { error: "has numbers that do not fit its strategies and features" },
  )
  .refine((posterior) => drawFrom(posterior) !== null, { error: "has a precision that is none" });

const interval = { low: z.number(), high: z.number() };

const trainingSchema = z.strictObject({
  /** "inspired", "self-play", "online" */
  by: z.string().min(1).max(60),
  /** ISO 8601. */
  at: z.iso.datetime(),
  seed: z.union([z.number(), z.string()]).optional(),
  /** What it was trained with, in words. */
  data: z.string().max(2_000),
  settings: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])).default({}),
  figures: z.record(z.string(), z.number().nullable()).default({}),
  /** How it went, batch by batch; the oldest first. */
  curve: z
    .array(
      z.strictObject({
        episodes: z.number(),
        success: z.number(),
        turns: z.number(),
        actEntropy: z.number(),
      }),
    )
    .max(1_000)
    .optional(),
  /** Points of success by which taking an act, where it was on offer, changed the outcome; of whom that is known. */
  effects: z
    .strictObject({
      of: z.enum(["simulated", "this shop's"]),
      strategies: z.partialRecord(strategy, z.strictObject({ points: z.number(), ...interval })),
    })
    .optional(),
});
export type TrainingRecord = z.infer<typeof trainingSchema>;

const plainModelSchema = z.strictObject({
  type: z.literal("linear"),
  linear: linearSchema,
  value: valueSchema.optional(),
});

const modelSchema = z.discriminatedUnion("type", [
  plainModelSchema,
  /** Models of human recommenders that listen to the talk. */
  priorSchema,
  /** Another policy's logits, and what a site's outcomes say of how far to change them [POL-7]. */
  z.strictObject({
    type: z.literal("posterior"),
    of: z.string().min(1),
    posterior: posteriorSchema,
    /** From how many conversations, how much they count by now, their mean success and their mean situation. */
    learned: z.strictObject({
      conversations: z.int().min(0),
      weight: z.number().min(0),
      success: z.number().min(-1).max(1),
      situation: z.array(z.number().min(0).max(1)),
    }),
    value: valueSchema.optional(),
  }),
  /** Another policy's logits with a learned change on top. */
  z.strictObject({
    type: z.literal("change"),
    /** A shipped policy, "inspired". */
    of: z.string().min(1),
    change: linearSchema,
    value: valueSchema.optional(),
  }),
]);
export type PolicyModel = z.infer<typeof modelSchema>;

const policyFileSchema = z.strictObject({
  format: z.literal(POLICY_FORMAT),
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, "must be a short name in small letters, digits and hyphens"),
  version: z.string().regex(/^[\w.:-]{1,60}$/, "must be letters, digits, dots, colons and hyphens"),
  model: modelSchema,
  exploration: z
    .strictObject({ floor: z.number().min(0).max(0.05), uniform: z.number().min(0).max(1) })
    .optional(),
  training: trainingSchema,
});
export type PolicyFile = z.infer<typeof policyFileSchema>;

export type PolicyReading = { ok: true; file: PolicyFile } | { ok: false; code: PolicyProblem; why: string };
export type PolicyProblem = "policy/not-a-policy" | "policy/other-format" | "policy/damaged";

/** @param json the parsed file, of whatever it may be made. */
export function readPolicyFile(json: unknown): PolicyReading {
  if (typeof json !== "object" || json === null || !("format" in json))
    return { ok: false, code: "policy/not-a-policy", why: "it is no policy file: it has no format" };
  if (json.format !== POLICY_FORMAT)
    return {
      ok: false,
      code: "policy/other-format",
      why: `its format is ${JSON.stringify(json.format)}, and this version reads ${POLICY_FORMAT}`,
    };
  const parsed = policyFileSchema.safeParse(json);
  if (parsed.success) return { ok: true, file: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") || "the file";
  return { ok: false, code: "policy/damaged", why: `${where}: ${issue?.message ?? "is not as expected"}` };
}

function distinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
