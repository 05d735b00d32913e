/** What the guard says of a sentence. `span` is [start, end) in UTF-16 code units. */
export type Verdict =
  | { type: "pass" }
  | { type: "unsupported" | "undisclosed" | "unsafe"; span: [number, number]; why: string };
