/** How well the ledger of open questions is kept, by labelled turns: tuned and held back apart. */
import { demoRooms, holdRow, type RowResult, scoreOf } from "./ledger-scores.ts";
import { LEDGER_ROWS } from "./ledger-turns.ts";
import type { Report } from "./report.ts";

export async function measureLedger(): Promise<Report> {
  const rooms = await demoRooms();
  const results: RowResult[] = [];
  for (const row of LEDGER_ROWS) results.push(await holdRow(row, rooms));
  const isHeldBack = ({ row }: RowResult) => row.heldBack;
  const groups = [...new Set(LEDGER_ROWS.map(({ group }) => group))];
  return {
    name: "ledger",
    title: "Ledger of open questions",
    sections: [
      {
        title: "Entries",
        about:
          "Labelled turns over the demo's catalog (`ledger-turns.ts`). An entry counts when its kind, what it is about and its status after the agent's turn are as labelled. Every third row is held back from tuning.",
        columns: ["rows", "turns", "labelled", "kept", "precision", "recall"],
        rows: [
          rowOf("held back", results.filter(isHeldBack)),
          rowOf(
            "tuned",
            results.filter((result) => !isHeldBack(result)),
          ),
          rowOf("all", results),
        ],
      },
      {
        title: "By group",
        about: "All rows.",
        columns: ["group", "turns", "labelled", "kept", "precision", "recall"],
        rows: groups.map((group) =>
          rowOf(
            group,
            results.filter(({ row }) => row.group === group),
          ),
        ),
      },
    ],
  };
}

function rowOf(name: string, results: RowResult[]): string[] {
  const { labelled, heard, precision, recall } = scoreOf(results);
  return [
    name,
    String(results.length),
    String(labelled),
    String(heard),
    precision.toFixed(3),
    recall.toFixed(3),
  ];
}
