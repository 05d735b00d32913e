/** Output of commands: facts for people, JSON for programs, progress for terminals. */

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** One fact a line, the names as a column. */
export function printFacts(facts: Record<string, string | number>): void {
  const width = Math.max(...Object.keys(facts).map((name) => name.length));
  for (const [name, value] of Object.entries(facts))
    process.stdout.write(`${name.padEnd(width)}  ${value}\n`);
}

/** A line that is written over as work goes on; nothing where no terminal is. Call without a text when it is done. */
export function showProgress(text?: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text ?? ""}`);
}
