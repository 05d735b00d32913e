import { useState } from "preact/hooks";
import type { ImportOutcome } from "../../api/catalog.ts";
import { Button } from "../../parts/button.tsx";
import { downloadCsv } from "../../parts/download.ts";
import { tellCount } from "../../parts/format.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { counted } from "../../parts/words.ts";

const SHOWN = 10;
const STEP = 200;

/** Every row that cannot be used, with its number in the file and the reason. */
export function RejectedRows({ outcome, fileName }: { outcome: ImportOutcome; fileName: string }) {
  const { rejected, rejectedTotal = rejected.length } = outcome;
  const [shown, setShown] = useState(SHOWN);
  if (rejected.length === 0) return null;
  const download = () =>
    downloadCsv(
      `${fileName.replace(/\.\w+$/, "")}-rejected`,
      ["row", "id", "reason"],
      rejected.map(({ row, id, reason }) => [row, id ?? "", reason]),
    );
  return (
    <section>
      <div class="section-head">
        <h3>{counted(rejectedTotal, "row")} cannot be used</h3>
        <Button onClick={download}>Download as CSV</Button>
      </div>
      <TableScroll label="Rejected rows">
        <table class="table">
          <thead>
            <tr>
              <th class="number">Row</th>
              <th>Product</th>
              <th>Reason</th>
            </tr>
          </thead>
          <tbody>
            {rejected.slice(0, shown).map(({ row, id, reason }) => (
              <tr key={`${row} ${id}`}>
                <td class="number">{row}</td>
                <td class="mono">{id ?? "–"}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {rejected.length > shown && (
        <Button kind="quiet" onClick={() => setShown(shown + STEP)}>
          Show more
        </Button>
      )}
      {rejectedTotal > rejected.length && (
        <p class="small soft">
          The first {tellCount(rejected.length)} are told, here and in the CSV file. Mend these, and see what
          is left.
        </p>
      )}
    </section>
  );
}
