/** Looks at an embedded PostgreSQL from outside. */
import { setTimeout as pause } from "node:timers/promises";
import { findCluster } from "../../server/store/embedded/cluster.ts";
import { findPostmaster, type Postmaster } from "../../server/store/embedded/postmaster.ts";

export function runningPostmaster(dataDir: string): Postmaster | null {
  const cluster = findCluster(dataDir);
  return cluster === null ? null : findPostmaster(cluster.data);
}

/** Resolves when no server runs on the data folder any more. */
export async function untilStopped(dataDir: string): Promise<void> {
  await until(() => runningPostmaster(dataDir) === null, "PostgreSQL still runs");
}

/** Looks until it is so; throws what is wrong when it is not so within 15 s. */
export async function until(isSo: () => boolean | Promise<boolean>, complaint: string): Promise<void> {
  const deadline = performance.now() + 15_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(complaint);
    await pause(5);
  }
}
