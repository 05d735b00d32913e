/** Bodies of the people's part: small JSON, and nothing that a form of another site can send. */
import type { Context } from "hono";
import type { z } from "zod";
import { adminError } from "../admin-error.ts";

export const BODY_MAX_BYTES = 16 * 1_024;

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
