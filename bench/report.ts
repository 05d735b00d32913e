/** What a bench found, as a Markdown page: it is printed and kept. */
import { mkdirSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import type { Spread } from "./measure.ts";

export type Section = Table | Transcript;

export interface Table {
  title: string;
  /** What is measured, against what. */
  about: string;
  columns: string[];
  /** The first cell is the row's name. */
  rows: string[][];
}

export interface Transcript {
  title: string;
  about: string;
  /** Paragraphs, in Markdown. */
  lines: string[];
}

export interface Report {
  name: string;
  title: string;
  sections: Section[];
}

const RESULTS = new URL("results/", import.meta.url);

/** Writes `bench/results/<date>-<name>.md`, over a former one of the same day. */
export function writeReport(report: Report, loadBefore: number): string {
  const date = new Date().toISOString().slice(0, 10);
  const page = [
    `# ${report.title}`,
    [`- date: ${date}`, ...machineLines(loadBefore)].join("\n"),
    ...report.sections.flatMap((section) => [
      `## ${section.title}`,
      section.about,
      ...("lines" in section ? section.lines : [tableOf(section.columns, section.rows)]),
    ]),
  ].join("\n\n");
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(fileURLToPath(new URL(`${date}-${report.name}.md`, RESULTS)), `${page}\n`);
  return page;
}

/** How many processes ran or wanted to, on average over the last minute: what else the machine was busy with. */
export function loadNow(): number {
  return loadavg()[0] ?? 0;
}

function machineLines(loadBefore: number): string[] {
  const cores = cpus();
  const memoryGigabytes = totalmem() / 2 ** 30;
  return [
    `- machine: ${cores[0]?.model.trim() || "unknown processor"}, ${cores.length} cores, ${memoryGigabytes.toFixed(1)} GiB; ${platform()} ${arch()}`,
    `- node: ${process.version}`,
    `- load average over a minute: ${loadBefore.toFixed(2)} before, ${loadNow().toFixed(2)} after`,
  ];
}

export const SPREAD_COLUMNS = ["samples", "p50 (ms)", "p99 (ms)"];

export function spreadCells({ count, p50, p99 }: Spread): string[] {
  return [String(count), milliseconds(p50), milliseconds(p99)];
}

/** Three digits that mean something. */
export function milliseconds(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Columns are as wide as their longest cell, so that it also reads well in a terminal. */
/** A table in Markdown. */
export function tableOf(columns: string[], rows: string[][]): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => (row[index] ?? "").length)),
  );
  const pad = (cell: string, index: number) =>
    index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0);
  const line = (cells: string[]) =>
    `| ${columns.map((_, index) => pad(cells[index] ?? "", index)).join(" | ")} |`;
  const rule = widths.map((width, index) => (index === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(columns), line(rule), ...rows.map(line)].join("\n");
}
