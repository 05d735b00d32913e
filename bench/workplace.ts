/** Where a bench works: what it starts is stopped and what it makes is removed, also when it fails or is interrupted. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findCluster } from "../server/store/embedded/cluster.ts";
import { findPostmaster } from "../server/store/embedded/postmaster.ts";

export interface Workplace {
  /** A new data folder. */
  folder(): string;
  /** What is to be done at the end; the last is done first. */
  atEnd(duty: () => unknown): void;
}

const INTERRUPTED = 130;
/** One may lie within another; an interrupt ends the process when all have been left. */
let workplacesOpen = 0;

export async function inWorkplace<Result>(work: (workplace: Workplace) => Promise<Result>): Promise<Result> {
  const duties: (() => unknown)[] = [];
  const doDuties = async (): Promise<void> => {
    for (let duty = duties.pop(); duty; duty = duties.pop()) await duty();
    workplacesOpen -= 1;
  };
  let leaving: Promise<void> | null = null;
  const leave = (): Promise<void> => {
    leaving ??= doDuties();
    return leaving;
  };
  const interrupt = () =>
    void leave().finally(() => {
      if (workplacesOpen === 0) process.exit(INTERRUPTED);
    });
  workplacesOpen += 1;
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    return await work({
      folder() {
        const folder = mkdtempSync(join(tmpdir(), "overture-bench-"));
        // Started by root, the database runs under an account that must be able to enter.
        chmodSync(folder, 0o755);
        duties.push(() => removeDataFolder(folder));
        return folder;
      },
      atEnd: (duty) => void duties.push(duty),
    });
  } finally {
    await leave();
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

const LOOK_EVERY_MS = 20;

/** The database ends a moment after its last user, and writes until then. */
async function removeDataFolder(folder: string): Promise<void> {
  await databaseEnded(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** A start that finds the former database still ending would be timed with its end. */
export async function databaseEnded(folder: string): Promise<void> {
  const cluster = findCluster(folder);
  while (cluster && findPostmaster(cluster.data) !== null) await wait(LOOK_EVERY_MS);
}
