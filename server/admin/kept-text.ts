/** Text as PostgreSQL can keep it: a NUL and half of a surrogate pair are no text of anybody's, and make a statement fail. */
import type { z } from "zod";

const UNKEPT = /\p{Surrogate}|\0/gu;

/** With U+FFFD in the place of what can't be kept. */
export function kept(text: string): string {
  return text.replaceAll(UNKEPT, "\uFFFD");
}

/** What comes out of the schema can be kept. */
export function keptText(schema: z.ZodString): z.ZodPipe<z.ZodString, z.ZodTransform<string, string>> {
  return schema.transform(kept);
}
