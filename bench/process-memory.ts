/** What processes hold in memory, as Linux counts it. */
import { readdirSync, readFileSync } from "node:fs";

export interface ProcessMemory {
  processes: number;
  /** What is in memory; pages that processes share count for each of them. */
  residentMebibytes: number;
  /** Shared pages are divided among those who share them. Null where it cannot be read. */
  proportionalMebibytes: number | null;
}

/** Sums over those of the processes that still run. Null where there is no /proc. */
export function memoryOf(pids: number[]): ProcessMemory | null {
  const sizes = pids.flatMap((pid) => {
    const resident = readField(`/proc/${pid}/status`, "VmRSS");
    return resident === null
      ? []
      : [{ resident, proportional: readField(`/proc/${pid}/smaps_rollup`, "Pss") }];
  });
  if (sizes.length === 0) return null;
  const proportional = sizes.map((size) => size.proportional).filter((size) => size !== null);
  return {
    processes: sizes.length,
    residentMebibytes: sum(sizes.map(({ resident }) => resident)) / 1_024,
    proportionalMebibytes: proportional.length < sizes.length ? null : sum(proportional) / 1_024,
  };
}

/** A process's children, their children and so on; without itself. */
export function descendantsOf(pid: number): number[] {
  const parents = new Map(
    readdirSync("/proc")
      .map(Number)
      .filter(Number.isInteger)
      .map((each) => [each, readField(`/proc/${each}/status`, "PPid")]),
  );
  const below = (parent: number): number[] =>
    [...parents].flatMap(([child, itsParent]) => (itsParent === parent ? [child, ...below(child)] : []));
  return below(pid);
}

/** The number after "Field:", or null when the process has ended or may not be looked at. */
function readField(path: string, field: string): number | null {
  try {
    const [, value] = new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(readFileSync(path, "utf8")) ?? [];
    return value === undefined ? null : Number(value);
  } catch {
    return null;
  }
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
