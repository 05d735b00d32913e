import { describe, expect, it } from "vitest";
import { checkSentence } from "../../../server/guard/check-sentence.ts";
import { FALSE_SENTENCES } from "./false-sentences.ts";
import { evidenceOn } from "./fixture-catalog.ts";
import type { SentenceRow } from "./sentence-row.ts";
import { TRUE_SENTENCES } from "./true-sentences.ts";

const verdictOn = (row: SentenceRow) =>
  checkSentence(row.sentence, evidenceOn(row.items, { heard: row.heard ?? [], counts: row.counts ?? [] }));

describe("[GRD-2] true sentences pass", () => {
  it.each(TRUE_SENTENCES)("$kind: $sentence", (row) => {
    expect(verdictOn(row)).toEqual({ type: "pass" });
  });
});

describe("[GRD-2] false sentences are stopped", () => {
  it.each(FALSE_SENTENCES)("$kind: $sentence", (row) => {
    expect(verdictOn(row)).toMatchObject({ type: row.type });
  });
});
