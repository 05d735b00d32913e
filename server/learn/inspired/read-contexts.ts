/**
 * Reads dialogue contexts that nobody annotated: a table whose column `full_situation` holds the talk so far, a line a turn,
 * "System: …" and "User: …". A dialogue occurs once for each point it was cut at; the longest cut holds the others.
 */
import { parse } from "csv-parse/sync";
import { sentencesOf, type Utterance, wordsOf } from "../../dialogue/talk.ts";
import type { Dialogue } from "./dialogues.ts";
import { markNames } from "./mark-names.ts";

export type ContextFault = { code: "empty" | "columns-missing" | "unreadable"; message: string };

/**
 * @param kinds kinds of item that are marked in the text.
 * @returns dialogues without acts, the order of the file.
 */
export function readContexts(
  text: string,
  kinds: readonly string[],
): { ok: true; dialogues: Dialogue[] } | { ok: false; error: ContextFault } {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, { bom: true, columns: true, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code: "unreadable", message } };
  }
  const [first] = rows;
  if (first === undefined) return { ok: false, error: { code: "empty", message: "the file has no rows" } };
  if (!("full_situation" in first))
    return {
      ok: false,
      error: { code: "columns-missing", message: "the file lacks the column full_situation" },
    };

  const cuts = rows.map((row) =>
    (row.full_situation ?? "")
      .trim()
      .replace(/\n?\s*System:$/, "")
      .trim(),
  );
  const kept = new Set(longestOnly(cuts.filter((cut) => cut !== "")));
  const dialogues = [...new Set(cuts)]
    .filter((cut) => kept.has(cut))
    .map((cut, index) => ({ id: `context ${index + 1}`, utterances: utterancesOf(cut, kinds) }));
  return { ok: true, dialogues };
}

/** Sorted, a text stands right before those that begin with it. */
function longestOnly(texts: readonly string[]): string[] {
  const sorted = [...new Set(texts)].sort();
  return sorted.filter((text, index) => !sorted[index + 1]?.startsWith(text));
}

function utterancesOf(cut: string, kinds: readonly string[]): Utterance[] {
  return cut.split("\n").flatMap((line) => {
    const by = /^System:/.test(line) ? "agent" : "shopper";
    const said = line.replace(/^(?:System|User):\s*/, "");
    return sentencesOf(said).map(
      (sentence): Utterance => ({ by, words: wordsOf(markNames(sentence, kinds)), act: null }),
    );
  });
}
