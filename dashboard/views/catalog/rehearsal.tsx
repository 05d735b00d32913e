/** What a file would give, before anything is changed. */
import type { FileAnswer, FileWishes } from "../../api/catalog.ts";
import { Button } from "../../parts/button.tsx";
import { Select } from "../../parts/field.tsx";
import { counted } from "../../parts/words.ts";
import { ColumnsTable } from "./columns-table.tsx";
import { FORMAT_CHOICES, tellFormat } from "./field-names.ts";
import { HiddenReasons, ImportFigures, tellLeaving } from "./import-counts.tsx";
import { RejectedRows } from "./rejected-rows.tsx";

type Wishes = Omit<FileWishes, "isRehearsal">;

export function Rehearsal({
  fileName,
  result: { answer },
  wishes,
  isBusy,
  onWishes,
  onImport,
}: {
  fileName: string;
  result: FileAnswer;
  wishes: Wishes;
  isBusy: boolean;
  onWishes: (wishes: Wishes) => void;
  onImport: () => void;
}) {
  const { columns } = answer;
  const outcome = "error" in answer ? null : answer;
  const usable = outcome === null ? 0 : outcome.added + outcome.updated + outcome.unchanged;
  const isMapped = Object.keys(wishes.map).length > 0;
  return (
    <div class="card-body rehearsal" aria-busy={isBusy}>
      {"error" in answer && (
        <p class="notice notice-bad" role="alert">
          {answer.error.line === undefined ? "" : `Line ${answer.error.line}: `}
          {tellTrouble(answer.error)}
        </p>
      )}
      {outcome && (
        <>
          <p>
            {counted(usable, "product")} can be imported
            {outcome.hidden > 0 &&
              `; ${counted(outcome.hidden, "of them is", "of them are")} not shown to shoppers`}
            . <span class="soft">Nothing is changed yet.</span>
          </p>
          <ImportFigures outcome={outcome} />
          {outcome.held && (
            <p class="notice notice-warn">
              {tellLeaving(outcome.held)} The import will wait until you confirm it.
            </p>
          )}
        </>
      )}
      <div class="rehearsal-wishes">
        <Select
          label="What the file is"
          value={wishes.format}
          options={FORMAT_CHOICES.map((choice) =>
            choice.value === "auto" && wishes.format === "auto" && columns
              ? { ...choice, name: `${tellFormat(columns.format)}, as it seems` }
              : choice,
          )}
          onValue={(format) => onWishes({ ...wishes, format, map: {} })}
        />
        <div class="checks">
          <label>
            <input
              type="checkbox"
              checked={wishes.replace}
              onChange={(event) => onWishes({ ...wishes, replace: event.currentTarget.checked })}
            />
            Hide products that the file leaves out
          </label>
        </div>
      </div>
      {outcome && (
        <div class="rehearsal-go">
          <Button kind="primary" disabled={isBusy || usable === 0} onClick={onImport}>
            Import {counted(usable, "product")}
          </Button>
        </div>
      )}
      {outcome && <HiddenReasons reasons={outcome.hiddenBecause} />}
      {outcome && <RejectedRows outcome={outcome} fileName={fileName} />}
      {columns && (
        <details class="columns-of-file" open={!columns.isFixed}>
          <summary>
            <h3>What the columns are read as</h3>
          </summary>
          <div class="section-head">
            <p class="small soft">
              {columns.isFixed
                ? `The columns of a ${tellFormat(columns.format)} have a fixed meaning. Has yours others? Say above that it is a table.`
                : "By their names. Where one is read wrongly or not at all, choose what it holds."}
            </p>
            {isMapped && <Button onClick={() => onWishes({ ...wishes, map: {} })}>Undo all choices</Button>}
          </div>
          <ColumnsTable columns={columns} map={wishes.map} onMap={(map) => onWishes({ ...wishes, map })} />
        </details>
      )}
    </div>
  );
}

/** The way out that a command has is another one here. */
function tellTrouble({ message }: { message: string }): string {
  const plain = message.replace(/\. Name it with --map$/, ". Choose below which column holds it");
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`;
}
