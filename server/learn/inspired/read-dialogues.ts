/**
 * Reads annotated dialogues in INSPIRED's format: a table with a header, one utterance a row, tab-separated as published
 * or comma-separated. Columns: `dialog_id`, `speaker`, `text`, the label (`expert_label`, or `first_label` as in other
 * releases); `utt_id` and `text_with_placeholder` are used where they are there.
 */
import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { ACTS, type Act, wordsOf } from "../../dialogue/talk.ts";
import type { Dialogue } from "./dialogues.ts";
import { markNames } from "./mark-names.ts";

export type DialogueFault =
  | { code: "empty"; message: string }
  | { code: "columns-missing"; message: string }
  | { code: "unreadable"; message: string }
  | { code: "nothing-labelled"; message: string };

export interface ReadDialogues {
  dialogues: Dialogue[];
  /** Genres named anywhere in the file, lower case: the kinds of item that unmarked text is searched for. */
  kinds: string[];
  /** Identifies the dialogues, whatever the order of rows or columns: hex SHA-256 of their sorted ids. */
  hash: string;
  /** What was passed over, in words, for whoever reads the figures. */
  remarks: string[];
}

type Row = Record<string, string>;

export function readDialogues(
  text: string,
): { ok: true; read: ReadDialogues } | { ok: false; error: DialogueFault } {
  const fault = (code: DialogueFault["code"], message: string) =>
    ({ ok: false, error: { code, message } }) as const;
  if (text.trim() === "") return fault("empty", "the file is empty");
  let rows: Row[];
  try {
    rows = parseTable(text);
  } catch (error) {
    return fault("unreadable", error instanceof Error ? error.message : String(error));
  }
  const [first] = rows;
  if (first === undefined) return fault("empty", "the file has a header and no rows");
  const labelColumn = LABEL_COLUMNS.find((column) => column in first);
  const missing = [
    ...REQUIRED.filter((column) => !(column in first)),
    ...(labelColumn ? [] : ["expert_label"]),
  ];
  if (missing.length > 0 || labelColumn === undefined)
    return fault(
      "columns-missing",
      `the file lacks the column${missing.length > 1 ? "s" : ""} ${missing.join(", ")}`,
    );

  const collected = collect(rows, labelColumn);
  const labelled = collected.dialogues.some(({ utterances }) => utterances.some(({ act }) => act !== null));
  if (!labelled) return fault("nothing-labelled", `no utterance of a recommender has a known ${labelColumn}`);
  return { ok: true, read: collected };
}

const REQUIRED = ["dialog_id", "speaker", "text"];
const LABEL_COLUMNS = ["expert_label", "first_label"];

function parseTable(text: string): Row[] {
  const header = text.slice(0, text.search(/\r?\n|$/));
  const tabs = header.includes("\t");
  const rows: Row[] = parse(text, {
    bom: true,
    columns: (names: string[]) => names.map((name) => unquoted(name.trim()).toLowerCase()),
    delimiter: tabs ? "\t" : ",",
    // The published tables quote nothing, so that a quotation mark is one.
    quote: tabs ? null : '"',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  return rows;
}

/** Other programs quote cells of tab-separated tables as they do in comma-separated ones. */
function unquoted(cell: string): string {
  const isQuoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
  return isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

function collect(rows: readonly Row[], labelColumn: string): ReadDialogues {
  const cell = (row: Row, column: string) => unquoted((row[column] ?? "").trim());
  const kinds = new Set(
    rows
      .flatMap((row) =>
        cell(row, "genres")
          .toLowerCase()
          .split(/\s*[;,]\s*/),
      )
      .filter(Boolean),
  );
  const byId = new Map<string, { order: number; utterance: Dialogue["utterances"][number] }[]>();
  const unknownLabels = new Map<string, number>();
  const skipped = { rows: 0, unlabelled: 0 };

  rows.forEach((row, index) => {
    const id = cell(row, "dialog_id");
    const speaker = SPEAKERS[cell(row, "speaker").toLowerCase()];
    if (id === "" || speaker === undefined) {
      skipped.rows++;
      return;
    }
    const label = cell(row, labelColumn);
    const act = speaker === "agent" ? actOf(label) : null;
    if (speaker === "agent" && act === null) {
      if (label === "") skipped.unlabelled++;
      else unknownLabels.set(label, (unknownLabels.get(label) ?? 0) + 1);
    }
    const marked = cell(row, "text_with_placeholder");
    const text = marked === "" ? markNames(cell(row, "text"), kinds) : withMarks(marked);
    const order = Number(cell(row, "utt_id") || Number.NaN);
    const utterances = byId.get(id) ?? [];
    utterances.push({
      order: Number.isFinite(order) ? order : index,
      utterance: { by: speaker, words: wordsOf(text), act },
    });
    byId.set(id, utterances);
  });

  const dialogues = [...byId].map(([id, utterances]) => ({
    id,
    utterances: utterances.sort((a, b) => a.order - b.order).map(({ utterance }) => utterance),
  }));
  const remarks = [
    ...(skipped.rows > 0 ? [`${skipped.rows} rows without a dialogue or a known speaker were left out`] : []),
    ...(skipped.unlabelled > 0 ? [`${skipped.unlabelled} utterances of recommenders have no label`] : []),
    ...[...unknownLabels].map(([label, count]) => `${count} utterances have the unknown label "${label}"`),
  ];
  return { dialogues, kinds: [...kinds].sort(), hash: hashOf([...byId.keys()]), remarks };
}

const SPEAKERS: Record<string, "agent" | "shopper" | undefined> = { recommender: "agent", seeker: "shopper" };

function actOf(label: string): Act | null {
  const name = label
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "-");
  return name === "no-strategy" ? "housekeeping" : (ACTS.find((act) => act === name) ?? null);
}

/** INSPIRED's placeholders in our marks; plots and the like leave nothing. */
function withMarks(text: string): string {
  return text
    .replaceAll(/\[MOVIE_TITLE\w*\]?/g, "<item>")
    .replaceAll(/\[MOVIE_GENRE\w*\]?/g, "<kind>")
    .replaceAll(/\[MOVIE_P_\w*\]?/g, "<name>")
    .replaceAll(/\[MOVIE_\w*\]?/g, "")
    .replaceAll("QUOTATION_MARK", '"');
}

function hashOf(ids: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify([...ids].sort()))
    .digest("hex");
}
