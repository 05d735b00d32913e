/** A PostgreSQL that the system's packages installed, started aside for a test file. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { connectionOfUrl, openDatabase, persevere } from "../../server/store/database.ts";
import { serviceAccount } from "../../server/store/embedded/service-account.ts";

const INSTALLED = "/usr/lib/postgresql";

/** The folder of the programs of the oldest installed version, or null, with a line that says what to install. */
export function installedPostgres(): { version: string; folder: string } | null {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED) : [];
  const [version] = versions
    .filter((name) => existsSync(join(INSTALLED, name, "bin", "initdb")))
    .sort((a, b) => Number(a) - Number(b));
  if (version !== undefined) return { version, folder: join(INSTALLED, version, "bin") };
  console.log("skipped: no PostgreSQL server is installed (apt-get install postgresql)");
  return null;
}

/** Stops when stopped, and also when this process dies: the shell that runs it reads this process's pipe to its end. */
const RUNNER = `"$@" </dev/null & server=$!; read -r _; kill -INT "$server"; wait "$server"`;

export async function startInstalledPostgres(
  programs: string,
): Promise<{ url: string; stop(): Promise<void> }> {
  const account = serviceAccount();
  const folder = mkdtempSync(join(tmpdir(), "overture-server-"));
  chmodSync(folder, 0o700);
  if (account !== null) chownSync(folder, account.uid, account.gid);
  const as = { cwd: folder, ...(account === null ? {} : { uid: account.uid, gid: account.gid }) };
  const data = join(folder, "data");
  const initdb = join(programs, "initdb");
  await promisify(execFile)(
    initdb,
    ["-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale", "C", "-N"],
    as,
  );
  const port = await freePort();
  const options = ["-D", data, "-p", String(port), "-k", folder, "-c", "listen_addresses=127.0.0.1"];
  const server = spawn("/bin/sh", ["-c", RUNNER, "runner", join(programs, "postgres"), ...options], {
    ...as,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const url = `postgres://tester@127.0.0.1:${port}/postgres`;
  await untilAnswering(url);
  return {
    url,
    async stop() {
      server.stdin.end();
      await once(server, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswering(url: string): Promise<void> {
  const { sql, close } = openDatabase({ ...connectionOfUrl(url), max: 1 });
  await persevere(() => sql`select 1`, 15_000);
  await close();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
