import { useId } from "preact/hooks";
import type { DescribedColumn, FileColumns, ReadAs } from "../../api/catalog.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { fieldChoices, tellReading } from "./field-names.ts";

/** What each column is read as, with examples of what it holds; where its names leave a doubt, the merchant says. */
export function ColumnsTable({
  columns: { columns, isFixed, more, fields },
  map,
  onMap,
}: {
  columns: FileColumns;
  map: Record<string, string>;
  onMap: (map: Record<string, string>) => void;
}) {
  // What is used stands before what is not.
  const ordered = [...columns].sort(
    (one, other) => Number(one.readAs === null) - Number(other.readAs === null),
  );
  return (
    <>
      <TableScroll label="Columns of the file">
        <table class="table columns-table">
          <thead>
            <tr>
              <th>Column</th>
              <th>For example</th>
              <th>Read as</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((column) => (
              <tr key={column.name} {...(column.readAs === null && { class: "faint" })}>
                <td class="column-name">{column.name}</td>
                <td>
                  <Samples samples={column.samples} />
                </td>
                <td>
                  {isFixed ? (
                    tellReading(column)
                  ) : (
                    <Reading column={column} fields={fields} map={map} onMap={onMap} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {more > 0 && <p class="small soft">And {more} more columns, which are read as properties.</p>}
    </>
  );
}

function Samples({ samples }: { samples: string[] }) {
  if (samples.length === 0) return <span class="faint">empty</span>;
  return (
    <ul class="samples">
      {samples.map((sample) => (
        <li key={sample}>{sample}</li>
      ))}
    </ul>
  );
}

/** The choice that leaves a column to its name. */
const BY_NAME = "";

function Reading({
  column,
  fields,
  map,
  onMap,
}: {
  column: DescribedColumn;
  fields: FileColumns["fields"];
  map: Record<string, string>;
  onMap: (map: Record<string, string>) => void;
}) {
  const id = useId();
  const said = Object.entries(map).find(([, name]) => name === column.name)?.[0] ?? BY_NAME;
  const choose = (field: string) => {
    const others = Object.entries(map).filter(([other, name]) => name !== column.name && other !== field);
    onMap(Object.fromEntries(field === BY_NAME ? others : [...others, [field, column.name]]));
  };
  return (
    <div class="field">
      <label for={id} class="visually-hidden">
        {column.name} is read as
      </label>
      <select id={id} value={said} onChange={(event) => choose(event.currentTarget.value)}>
        <option value={BY_NAME}>{said === BY_NAME ? tellReading(column) : "As its name says"}</option>
        {fieldChoices(fields as readonly ReadAs[]).map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
