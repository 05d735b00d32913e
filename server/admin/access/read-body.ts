/** Bodies of the people's part: small JSON, and nothing that a form of another site can send. */
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { z } from "zod";
import { adminError } from "../admin-error.ts";

export const BODY_MAX_BYTES = 16 * 1_024;

/** Before routes that take such a body. */
export const modest = bodyLimit({
  maxSize: BODY_MAX_BYTES,
  onError: (context) => adminError(context, 413, "payload/too-large", "The body is too large."),
});

/** Another site's page cannot sign anybody in: they would work in a stranger's shop without noticing. */
export function isFromElsewhere(context: Context): boolean {
  const site = context.req.header("sec-fetch-site");
  return site !== undefined && site !== "same-origin" && site !== "none";
}
export function fromElsewhere(context: Context): Response {
  return adminError(context, 403, "auth/csrf", "Sign in on the dashboard's own pages.");
}

export function tooFast(context: Context): Response {
  return adminError(
    context,
    429,
    "rate/too-fast",
    "These were too many tries. Try again in a quarter of an hour.",
  );
}

/** The body, or the answer that refuses it. Values are in no message: some are passwords. */
export async function readBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<{ body: z.output<Schema> } | { refusal: Response }> {
  const refused = (message: string) => ({ refusal: adminError(context, 400, "payload/invalid", message) });
  if (!/^application\/json\b/i.test(context.req.header("content-type") ?? ""))
    return refused("Send JSON, as Content-Type: application/json.");
  const text = await context.req.text();
  if (text.length > BODY_MAX_BYTES) return refused("The body is too long.");
  const parsed = schema.safeParse(jsonOf(text));
  if (parsed.success) return { body: parsed.data };
  const [issue] = parsed.error.issues;
  return refused(`${issue?.path.join(".") || "The body"}: ${issue?.message ?? "it is malformed"}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
