/** What a question is about, and where its words say so. */
import type { Span } from "./tokens.ts";

export interface Topic extends Span {
  about: string;
  value?: string;
}
