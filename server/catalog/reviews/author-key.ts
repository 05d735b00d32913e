import { createHash } from "node:crypto";
import { foldText } from "../fold-text.ts";

export interface AuthorName {
  full: string;
  /** Empty when the file has none. */
  email: string;
}

/**
 * What an author is found by without being kept: a hash of the full name or the e-mail address, however it is written.
 * Null for what names nobody.
 */
export function authorKey(nameOrEmail: string): string | null {
  const email = /[^\s@<>]+@[^\s@<>]+/.exec(nameOrEmail)?.[0].toLowerCase();
  const folded = email ?? foldText(nameOrEmail);
  return folded === "" ? null : createHash("sha256").update(folded).digest("hex").slice(0, 32);
}
