/** A run on disk: written whole or not at all, and read back only by a run with the same settings. */
import { readFile, rename, writeFile } from "node:fs/promises";
import { pid } from "node:process";
import type { Change } from "./improve.ts";
import { newChange } from "./improve.ts";
import { type LinearValue, newValue } from "./linear-value.ts";
import type { Progress, TrainSettings } from "./train-planner.ts";

const FORMAT = "overture-training/1";

export async function writeCheckpoint(path: string, progress: Progress): Promise<void> {
  const text = JSON.stringify({ format: FORMAT, ...progress }, (_, value: unknown) =>
    value instanceof Float64Array ? [...value] : value,
  );
  await writeFile(`${path}.${pid}`, text);
  await rename(`${path}.${pid}`, path);
}

export type CheckpointReading =
  | { ok: true; progress: Progress }
  | { ok: false; code: "checkpoint/none" | "checkpoint/damaged" | "checkpoint/other-run"; why: string };

/** Settings but for the number of episodes have to be the same: a run may be made longer. */
export async function readCheckpoint(path: string, settings: TrainSettings): Promise<CheckpointReading> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return { ok: false, code: "checkpoint/none", why: `${path} is not there` };
  const saved = parsed(text);
  if (!isProgress(saved)) return { ok: false, code: "checkpoint/damaged", why: `${path} is no checkpoint` };
  const keys = new Set([...Object.keys(settings), ...Object.keys(saved.settings)] as (keyof TrainSettings)[]);
  const other = [...keys].find((key) => key !== "episodes" && saved.settings[key] !== settings[key]);
  if (other !== undefined)
    return {
      ok: false,
      code: "checkpoint/other-run",
      why: `${path} is of a run with ${other} ${saved.settings[other] ?? "none"}, and this one has ${settings[other] ?? "none"}`,
    };
  const progress: Progress = {
    settings,
    done: saved.done,
    change: changeOf(saved.change),
    baseline: linearOf(saved.baseline),
    success: linearOf(saved.success),
    prospects: linearOf(saved.prospects),
    curve: saved.curve,
  };
  return fits(progress)
    ? { ok: true, progress }
    : { ok: false, code: "checkpoint/damaged", why: `${path} is of another version` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isProgress(value: unknown): value is Progress & { format: string } {
  return typeof value === "object" && value !== null && "format" in value && value.format === FORMAT;
}

function changeOf({ weights, momentum, squares, steps }: Change): Change {
  return {
    weights: Float64Array.from(weights),
    momentum: Float64Array.from(momentum),
    squares: Float64Array.from(squares),
    steps,
  };
}

function linearOf({ weights, squares }: LinearValue): LinearValue {
  return { weights: Float64Array.from(weights), squares: Float64Array.from(squares) };
}

function fits({ change, baseline }: Progress): boolean {
  return (
    change.weights.length === newChange().weights.length &&
    baseline.weights.length === newValue().weights.length
  );
}
