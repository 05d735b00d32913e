/** The files of the embedded PostgreSQL: made once, by whoever comes first, and then found. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import { canReach, type ServiceAccount } from "./service-account.ts";

const run = promisify(execFile);

/** One folder with everything: nothing else has to be found or kept in step. Paths are free of symbolic links. */
export interface Cluster {
  home: string;
  /** PostgreSQL's own data directory. */
  data: string;
  /** The FIFO through which users hold the server, see `keeper.ts`. */
  fifo: string;
  logFile: string;
  username: string;
  password: string;
}

export const CLUSTER_USER = "overture";
const MAJOR_VERSION = "18";

/** The cluster under `dataDir/postgres`, or null when there is none yet. Throws when it cannot be used. */
export function findCluster(dataDir: string): Cluster | null {
  const entry = join(dataDir, "postgres");
  if (!existsSync(entry)) return null;
  const home = realpathSync(entry);
  const data = join(home, "data");
  const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR_VERSION) {
    throw new Error(`${home} was written by PostgreSQL ${version}; this is ${MAJOR_VERSION}`);
  }
  return {
    home,
    data,
    fifo: join(home, "users"),
    logFile: join(home, "postgres.log"),
    username: CLUSTER_USER,
    password: readFileSync(join(home, "password"), "utf8"),
  };
}

/**
 * Makes the cluster. It is made aside and appears under its name whole or not at all, so that neither a kill in the
 * middle nor a second process doing the same leaves a half. Where the account cannot get at the data folder
 * (a checkout in /root), it is made under `publicFolder` and the data folder links to it.
 */
export async function createCluster(
  dataDir: string,
  binaries: Binaries,
  account: ServiceAccount | null,
  publicFolder: string,
  log: (line: string) => void,
): Promise<Cluster> {
  mkdirSync(dataDir, { recursive: true });
  const reachable = canReach(account, resolve(dataDir));
  const parent = reachable ? dataDir : publicFolder;
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(join(parent, "postgres-"));
  try {
    if (account !== null) chownSync(draft, account.uid, account.gid);
    await fillHome(draft, binaries, account);
    const entry = join(dataDir, "postgres");
    if (reachable) {
      renameSync(draft, entry);
    } else {
      symlinkSync(draft, entry);
      log(`${account?.name ?? "PostgreSQL"} cannot enter ${dataDir}: its database is in ${draft}`);
    }
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Somebody else's may be there by now, and is just as good.
    if (findCluster(dataDir) === null) throw error;
  }
  const cluster = findCluster(dataDir);
  if (cluster === null) throw new Error(`${dataDir} was removed while it was being set up`);
  return cluster;
}

async function fillHome(home: string, { initdb }: Binaries, account: ServiceAccount | null): Promise<void> {
  const passwordFile = join(home, "password");
  writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (account !== null) chownSync(passwordFile, account.uid, account.gid);
  const as = account === null ? {} : { uid: account.uid, gid: account.gid };
  const options = { ...as, cwd: home, env: clusterEnvironment() };
  const settings = [
    ["--pgdata", join(home, "data")],
    ["--username", CLUSTER_USER],
    ["--pwfile", passwordFile],
    ["--auth", "scram-sha-256"],
    ["--encoding", "UTF8"],
    // PostgreSQL's own C.UTF-8: the same order everywhere, whatever the system's libraries hold.
    ["--locale", "C"],
    ["--locale-provider", "builtin"],
    ["--builtin-locale", "C.UTF-8"],
    // The password is 192 random bits: hashing it slowly would guard nothing and slow every connection down.
    ["--set", "scram_iterations=1"],
    ["--set", "timezone=UTC"],
  ];
  await run(initdb, [...settings.flat(), "--no-instructions"], options);
  if (process.platform !== "win32") await run("mkfifo", ["-m", "600", join(home, "users")], options);
}

/** Only what programs need: no PG* variable of the operator's may reach them. */
export function clusterEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env;
  return { LC_ALL: "C", ...(PATH && { PATH }), ...(SystemRoot && { SystemRoot }) };
}
