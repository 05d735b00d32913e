/** Files that the page makes of what it shows. */

/** As spreadsheets read it: numbers plain, texts quoted, and none that a spreadsheet would take for a formula. */
export function downloadCsv(
  name: string,
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): void {
  const lines = [header, ...rows].map((row) => row.map(cellOf).join(","));
  download(`${name}.csv`, "text/csv;charset=utf-8", `${lines.join("\r\n")}\r\n`);
}

export function downloadJson(name: string, content: unknown): void {
  download(`${name}.json`, "application/json", `${JSON.stringify(content, null, 2)}\n`);
}

export function downloadText(name: string, content: string): void {
  download(`${name}.txt`, "text/plain;charset=utf-8", content);
}

function cellOf(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

function download(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the contents up by the next task.
  setTimeout(() => URL.revokeObjectURL(address));
}
