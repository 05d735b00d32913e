/** The policies' part of the API's description. */
import { z } from "zod";
import { STRATEGIES } from "../../dialogue/strategies.ts";
import type { OpenApiWords } from "../openapi-experiments.ts";
import { policyBodies } from "./policies-api.ts";
import type { ListedPolicy } from "./policy-desk.ts";
import type { PolicyChange } from "./ports.ts";
import type { WeightsPreview } from "./weights-preview.ts";

const changeSchema = z.object({
  ...{ from: z.string(), to: z.string(), why: z.string(), by: z.string(), at: z.iso.datetime() },
}) satisfies z.ZodType<PolicyChange>;
const listedSchema = z.object({
  policy: z.string().describe("As a setting names it: planner, mine@3"),
  ...{ name: z.string(), version: z.string().nullable() },
  origin: z.enum(["shipped", "registered", "learning"]),
  createdAt: z.iso.datetime().nullable(),
  buildsOn: z.string().nullable().describe("The shipped policy that it changes"),
  training: z.looseObject({ by: z.string(), at: z.string(), data: z.string() }).nullable(),
  inUse: z.boolean(),
  arms: z.array(z.object({ experiment: z.string(), arm: z.string() })).describe("That give it to visitors"),
});
type Told = Omit<ListedPolicy, "training"> & { training: { by: string } | null };
listedSchema satisfies z.ZodType<Told>;

const weightingSchema = z.object({
  weights: z.record(z.string(), z.number()).describe("1 where left out"),
  forbidden: z.array(z.enum(STRATEGIES)),
});
const previewSchema = z.object({
  ...{ conversations: z.number().int(), turns: z.number().int(), leftOut: z.number().int() },
  strategies: z.array(
    z.object({ strategy: z.enum(STRATEGIES), now: z.number().int(), tried: z.number().int() }),
  ),
  ...{ otherwise: z.number().int(), begunOtherwise: z.number().int() },
  examples: z.array(
    z.object({
      ...{ conversationId: z.string(), seq: z.number().int(), at: z.iso.datetime(), text: z.string() },
      ...{ now: z.array(z.enum(STRATEGIES)), tried: z.array(z.enum(STRATEGIES)) },
    }),
  ),
}) satisfies z.ZodType<WeightsPreview>;

const estimateSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });
const whatIfSchema = z.object({
  ...{ policy: z.string(), version: z.string(), days: z.number().int().nullable() },
  ...{ heard: z.number().int(), of: z.number().int(), isCut: z.boolean() },
  result: z
    .object({
      at: z.iso.datetime(),
      evaluation: z.looseObject({
        ok: z.boolean(),
        ...{ conversations: z.number().int(), visitors: z.number().int(), logged: estimateSchema.nullable() },
        ...{ ips: estimateSchema.optional(), snips: estimateSchema.optional() },
        ...{ doublyRobust: estimateSchema.optional(), gain: estimateSchema.optional() },
        refusal: z.string().optional(),
      }),
      told: z.object({
        verdict: z.enum(["better", "worse", "open", "refused"]),
        ...{ says: z.string(), next: z.string() },
      }),
    })
    .nullable(),
});

const replaySchema = z.object({
  ...{ policy: z.string(), version: z.string() },
  turns: z.array(
    z.object({
      ...{ turnId: z.string(), seq: z.number().int() },
      turn: z
        .object({
          strategies: z.array(z.enum(STRATEGIES)),
          propensities: z.array(z.number()),
          ...{ reasons: z.array(z.string()), text: z.string() },
          cards: z.array(z.object({ sku: z.string(), title: z.string(), url: z.string(), why: z.string() })),
          replies: z.array(z.string()),
        })
        .nullable(),
    }),
  ),
});

export function policyPaths({ merchant, answer, failure, parameter }: OpenApiWords): Record<string, object> {
  const changed = answer(
    "The change; null where it was in use already. Arms of experiments keep their own policy",
    z.object({ change: changeSchema.nullable(), overriddenBy: z.array(z.string()) }),
  );
  return {
    "/api/admin/policies": {
      get: merchant("The policies the site can use, which is in use, and how it came to that", {
        200: answer(
          "The newest versions and changes first",
          z.object({
            ...{ inUse: z.string(), policies: z.array(listedSchema), changes: z.array(changeSchema) },
            rollBackTo: z.string().nullable(),
          }),
        ),
      }),
      post: merchant(
        "Registers a policy file; a version that is registered never changes",
        {
          201: answer("Registered", z.object({ policy: z.string(), outcome: z.string() })),
          200: answer(
            "The same was registered before",
            z.object({ policy: z.string(), outcome: z.string() }),
          ),
          400: failure("No policy file, of another format, damaged, or built on what is not there"),
          409: failure("The version is registered with another content"),
        },
        { body: z.looseObject({ format: z.literal("overture-policy/1") }) },
      ),
    },
    "/api/admin/policies/weights": {
      get: merchant("Weights and bans of strategies", {
        200: answer(
          "What is set; `indispensable` says what can't be forbidden, and why",
          weightingSchema.extend({ indispensable: z.record(z.string(), z.string()) }),
        ),
      }),
      put: merchant(
        "Sets them in place of all there were, from the next turn on",
        {
          200: answer("As they are and as they were", weightingSchema.extend({ before: weightingSchema })),
          400: failure("Malformed, no strategy, or one that can't be forbidden"),
        },
        { body: policyBodies.weighting },
      ),
    },
    "/api/admin/policies/weights/preview": {
      post: merchant(
        "What they would have made of the last 100 conversations; nothing is changed",
        {
          200: answer("Acts now and then, and turns that would have begun otherwise", previewSchema),
          400: failure("Malformed, no strategy, or one that can't be forbidden"),
        },
        { body: policyBodies.weighting },
      ),
    },
    "/api/admin/policies/what-if": {
      post: merchant(
        "What a policy would have achieved in the site's conversations; asked again until `result` is there",
        {
          200: answer("The estimate or why there is none, or how far it has come", whatIfSchema),
          ...{ 400: failure("Malformed"), 409: failure("The policy can't be used") },
        },
        { body: policyBodies.whatIf },
      ),
    },
    "/api/admin/conversations/{id}/replay": {
      post: merchant(
        "A conversation's turns as another policy would have taken them, each where it stood, by the catalog of now; nothing is stored",
        {
          200: answer("One for each turn of the agent; null where it would have kept silent", replaySchema),
          ...{ 400: failure("Malformed"), 404: failure("The site has no such conversation") },
          409: failure("The policy can't be used"),
        },
        { body: policyBodies.replay, parameters: [parameter("id", "path")] },
      ),
    },
    "/api/admin/policies/{id}": {
      get: merchant(
        "One policy with its training record, its file and its changes",
        {
          200: answer(
            "The policy",
            z.object({
              policy: listedSchema,
              file: z.looseObject({ format: z.string() }).nullable(),
              changes: z.array(changeSchema),
            }),
          ),
          404: failure("The site has no such policy"),
        },
        { parameters: [parameter("id", "path")] },
      ),
    },
    "/api/admin/policies/use": {
      post: merchant(
        "Takes the site's turns by this policy from now on",
        { 200: changed, 400: failure("Malformed"), 409: failure("It can't be used") },
        { body: policyBodies.use },
      ),
    },
    "/api/admin/policies/rollback": {
      post: merchant(
        "Goes back to the policy that was in use before the last change",
        { 200: changed, 409: failure("Nothing was ever changed, or it can't be used any more") },
        { body: policyBodies.rollback },
      ),
    },
  };
}
