/** `/api/admin/policies`: what chooses the agent's next move; the versions there are, which is in use, and how that is changed. */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { nameOf } from "../access/authenticate.ts";
import { modest } from "../access/read-body.ts";
import { adminError } from "../admin-error.ts";
import type { AdminVariables } from "../catalog-api.ts";
import { keptText } from "../kept-text.ts";
import type { PolicyDesk, PolicyRefusal, UseOutcome } from "./policy-desk.ts";
import type { SetWeighting } from "./ports.ts";
import { weightingSchema } from "./weighting-schema.ts";

/** A prior that listens to words has some 300 KB. */
const FILE_MAX_BYTES = 4 * 2 ** 20;

const why = keptText(z.string().trim().max(2_000)).default("").describe("Kept with the change");
export const policyBodies = {
  weighting: weightingSchema,
  use: z.strictObject({ policy: z.string().min(1).max(120), why }),
  rollback: z.strictObject({ why }),
  replay: z.strictObject({ policy: z.string().min(1).max(120) }),
  whatIf: z.strictObject({
    policy: z.string().min(1).max(120),
    days: z.number().int().min(1).max(3_650).nullable().default(28).describe("null for all time"),
  }),
};

/** @param make gives the desk when it is first wanted; it remembers what it works out, so there is one. */
export function createPoliciesApi(make: () => Promise<PolicyDesk>): Hono<AdminVariables> {
  const api = new Hono<AdminVariables>();
  let made: Promise<PolicyDesk> | null = null;
  const load = () => {
    made ??= make();
    return made;
  };
  api.use(
    "/policies/*",
    bodyLimit({
      maxSize: FILE_MAX_BYTES,
      onError: (context) =>
        adminError(context, 413, "payload/too-large", `A policy file has up to ${FILE_MAX_BYTES} bytes.`),
    }),
  );

  api.use("/conversations/:id/replay", modest);

  api.get("/policies", async (context) =>
    context.json(await (await load()).overview(context.get("site").id)),
  );
  api.post("/policies", async (context) => {
    const json = await parsedBody(context);
    if (json === undefined)
      return adminError(
        context,
        400,
        "policy/not-a-policy",
        "The file is no policy file: it is not JSON. `overture train` writes such files, and a policy's page has them to download.",
      );
    const done = await (await load()).register(context.get("site").id, json);
    if (!done.ok) return refusal(context, done);
    const { policy, outcome } = done;
    context.set("told", { policy });
    return context.json({ policy, outcome }, outcome === "registered" ? 201 : 200);
  });
  api.post("/policies/use", async (context) => {
    const body = policyBodies.use.safeParse(await parsedBody(context));
    if (!body.success) return malformed(context, body.error);
    const { policy, why } = body.data;
    const by = nameOf(context.get("actor"));
    return changed(context, await (await load()).use(context.get("site").id, policy, { why, by }));
  });
  api.post("/policies/rollback", async (context) => {
    const body = policyBodies.rollback.safeParse((await parsedBody(context)) ?? {});
    if (!body.success) return malformed(context, body.error);
    const by = nameOf(context.get("actor"));
    return changed(
      context,
      await (await load()).rollBack(context.get("site").id, { why: body.data.why, by }),
    );
  });
  api.get("/policies/weights", async (context) =>
    context.json(await (await load()).weighting(context.get("site").id)),
  );
  api.put("/policies/weights", async (context) => {
    const body = weightingSchema.safeParse(await parsedBody(context));
    if (!body.success) return malformed(context, body.error);
    const done = await (await load()).weigh(context.get("site").id, weightingOf(body.data));
    context.set("told", { ...done });
    return context.json(done);
  });
  api.post("/policies/weights/preview", async (context) => {
    const body = weightingSchema.safeParse(await parsedBody(context));
    if (!body.success) return malformed(context, body.error);
    return context.json(await (await load()).preview(context.get("site").id, weightingOf(body.data)));
  });
  api.post("/policies/what-if", async (context) => {
    const body = policyBodies.whatIf.safeParse(await parsedBody(context));
    if (!body.success) return malformed(context, body.error);
    const asked = await (await load()).whatIf(context.get("site").id, body.data);
    if (asked.ok) return context.json(asked.whatIf);
    const message = `${body.data.policy} can't be judged: ${asked.why}`;
    return refusal(context, { code: "policy/unusable", message });
  });
  api.post("/conversations/:id/replay", async (context) => {
    const body = policyBodies.replay.safeParse(await parsedBody(context));
    if (!body.success) return malformed(context, body.error);
    const conversationId = context.req.param("id");
    const done = await (await load()).replay(context.get("site").id, conversationId, body.data.policy);
    if (!done.ok) return refusal(context, done);
    const { ok: _, ...replay } = done;
    return context.json(replay);
  });
  // Last, for a name may stand in its place.
  api.get("/policies/:id", async (context) => {
    const found = await (await load()).read(context.get("site").id, context.req.param("id"));
    if (found) return context.json(found);
    return adminError(
      context,
      404,
      "policy/unknown",
      "The site has no such policy; GET /api/admin/policies lists those it has.",
    );
  });
  return api;
}

function weightingOf({ weights, forbidden }: z.output<typeof weightingSchema>): SetWeighting {
  return { weights: weights as Record<string, number>, forbidden };
}

function changed(context: Context<AdminVariables>, done: UseOutcome): Response {
  if (!done.ok) return refusal(context, done);
  const { change, overriddenBy } = done;
  context.set("told", change ? { from: change.from, to: change.to, why: change.why } : { unchanged: true });
  return context.json({ change, overriddenBy });
}

/** Undefined where it is no JSON. */
export async function parsedBody(context: Context): Promise<unknown> {
  try {
    return JSON.parse(await context.req.text());
  } catch {
    return undefined;
  }
}

export function malformed(context: Context, { issues: [issue] }: z.ZodError): Response {
  const where = issue?.path.join(".") || "The body";
  return adminError(context, 400, "payload/invalid", `${where}: ${issue?.message ?? "it is malformed"}.`);
}

const CONFLICTS: readonly PolicyRefusal[] = [
  "policy/version-taken",
  "policy/unusable",
  "policy/never-changed",
];

function refusal(context: Context, { code, message }: { code: PolicyRefusal; message: string }): Response {
  const told = code === "policy/damaged" ? `the file does not add up: ${message}` : message;
  const sentence = `${told.charAt(0).toUpperCase()}${told.slice(1)}.`;
  const status = code === "request/not-found" ? 404 : CONFLICTS.includes(code) ? 409 : 400;
  return adminError(context, status, code, sentence);
}
