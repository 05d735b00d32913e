import { ASSIGNMENT_FORMS } from "./assignment-forms.ts";
import { STATISTICS_FORMS } from "./statistics-forms.ts";

/** How vectors of a kind are computed. */
export interface Form {
  /** The rules of the specification they stand for. */
  rules: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a file of vectors holds is checked by comparing what comes of it.
  run(input: any): Record<string, unknown>;
}

export const FORMS: Record<string, Form> = { ...ASSIGNMENT_FORMS, ...STATISTICS_FORMS };
