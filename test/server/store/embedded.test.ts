/** The life of the embedded PostgreSQL: who starts it, who shares it, who ends it, and where it can live. */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../../server/store/database.ts";
import { packagedBinaries } from "../../../server/store/embedded/binaries.ts";
import { findCluster } from "../../../server/store/embedded/cluster.ts";
import {
  type EmbeddedPlaces,
  type EmbeddedPostgres,
  openEmbedded,
} from "../../../server/store/embedded/open-embedded.ts";
import { serviceAccount } from "../../../server/store/embedded/service-account.ts";
import { startTestProcess } from "../../support/child-process.ts";
import { runningPostmaster, until, untilStopped } from "../../support/embedded-server.ts";

const isRoot = process.getuid?.() === 0;
const account = isRoot ? serviceAccount() : null;

let root: string;
let dataDir: string;
/** Everything a test has started: ended after it, whatever its end was. */
let endings: (() => unknown)[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "overture-embedded-"));
  chmodSync(root, 0o755);
  dataDir = join(root, ".overture");
  endings = [];
});
afterEach(async () => {
  for (const end of endings.reverse()) await end();
  if (existsSync(join(dataDir, "postgres"))) await untilStopped(dataDir);
  rmSync(root, { recursive: true, force: true });
});

async function openHere(places: EmbeddedPlaces = {}, said: string[] = []): Promise<EmbeddedPostgres> {
  const embedded = await openEmbedded(dataDir, (line) => said.push(line), places);
  endings.push(() => embedded.release());
  return embedded;
}

async function ask(embedded: EmbeddedPostgres, statement: string): Promise<Record<string, unknown>[]> {
  const { sql, close } = openDatabase({ ...embedded.connectionOptions, max: 1 });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await close();
  }
}

interface Answer {
  server: number;
  rows: Record<string, unknown>[];
  said: string[];
}

/** A second Overture process on the same data folder. */
async function startUser(as: { uid?: number; gid?: number } = {}, places: EmbeddedPlaces = {}) {
  const user = startTestProcess(
    new URL("../../support/embedded-user.ts", import.meta.url),
    [dataDir, JSON.stringify(places)],
    as,
  );
  endings.push(() => user.kill());
  const answer = async (): Promise<Answer> => {
    const parsed = JSON.parse(await user.nextLine());
    if (parsed.failed) throw new Error(parsed.failed);
    return parsed;
  };
  const first = await answer();
  return {
    ...user,
    server: first.server,
    said: first.said,
    ask: (statement: string) => {
      user.write(statement);
      return answer();
    },
  };
}

/** The keeper and its watcher: the shells that were given this cluster's FIFO. */
function keepers(): number[] {
  const fifo = findCluster(dataDir)?.fifo ?? "";
  const list = execFileSync("ps", ["-A", "-o", "pid=,command="], { encoding: "utf8" }).split("\n");
  return list
    .filter((line) => line.includes("overture-keeper") && line.includes(fifo))
    .map((line) => Number.parseInt(line, 10));
}

/** As several statements: a test finds what another has left in the folder that they share. */
const KEEP = "drop table if exists kept; create table kept as select 42 as answer";

describe("the server", () => {
  // Making a cluster takes most of a test's time: only tests that need an empty folder have one of their own.
  let shared: string;
  beforeAll(() => {
    shared = mkdtempSync(join(tmpdir(), "overture-embedded-"));
    chmodSync(shared, 0o755);
  });
  beforeEach(() => {
    dataDir = join(shared, ".overture");
  });
  afterAll(() => rmSync(shared, { recursive: true, force: true }));

  it("is durable, and reachable through its owner's socket only", async () => {
    const embedded = await openHere();
    const settings = await ask(
      embedded,
      `select name, setting from pg_settings where name in
        ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses') order by name`,
    );
    expect(settings.map(({ name, setting }) => `${name}=${setting}`)).toEqual([
      "fsync=on",
      "full_page_writes=on",
      "listen_addresses=",
      "synchronous_commit=on",
    ]);
    const { path: socket = "" } = await embedded.ensureRunning();
    expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700);
    expect(statSync(socket).mode & 0o077).toBe(0);
    const wrong = openDatabase({ ...embedded.connectionOptions, password: "guess", max: 1 });
    await expect(wrong.sql`select 1`).rejects.toThrow("password authentication failed");
    await wrong.close();
  });

  it("ends with its last user, and starts again with what it held", async () => {
    const first = await openHere();
    await ask(first, KEEP);
    first.release();
    await untilStopped(dataDir);
    await until(() => keepers().length === 0, "a keeper is left");
    expect(await ask(await openHere(), "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  it("is shared by processes, and ends with the last, however that ends", async () => {
    const here = await openHere();
    const [beside, another] = await Promise.all([startUser(), startUser()]);
    expect([beside.server, another.server]).toEqual([runningPostmaster(dataDir)?.pid, beside.server]);
    here.release();
    await beside.end();
    expect((await another.ask("select 7 as seven")).rows).toEqual([{ seven: 7 }]);
    await another.kill();
    await untilStopped(dataDir);
    await until(() => keepers().length === 0, "a keeper is left");
  });

  it("is made once by processes that come at the same time to an empty folder", async () => {
    dataDir = join(root, ".overture");
    const users = await Promise.all([openHere(), openHere(), startUser()]);
    expect(users[2].server).toBe(runningPostmaster(dataDir)?.pid);
    await ask(users[0], "create table seen (who text)");
    expect((await users[2].ask("select count(*)::integer as rows from seen")).rows).toEqual([{ rows: 0 }]);
  });

  it("comes back when it is killed under its users", async () => {
    const user = await startUser();
    const here = await openHere();
    await ask(here, KEEP);
    process.kill(user.server, "SIGKILL");
    const answer = await user.ask("select answer from kept");
    expect(answer.rows).toEqual([{ answer: 42 }]);
    expect(answer.server).not.toBe(user.server);
    expect(await ask(here, "select answer from kept")).toEqual([{ answer: 42 }]);
    here.release();
    await user.kill();
    await untilStopped(dataDir);
    await until(() => keepers().length === 0, "a keeper is left");
  });

  it("is adopted, not doubled, when its keeper is killed", async () => {
    const user = await startUser();
    for (const keeper of keepers()) process.kill(keeper, "SIGKILL");
    await user.kill();
    expect(runningPostmaster(dataDir)?.pid).toBe(user.server);
    const said: string[] = [];
    const here = await openHere({}, said);
    expect(runningPostmaster(dataDir)?.pid).toBe(user.server);
    expect(said).toEqual([expect.stringContaining("adopting")]);
    here.release();
    await untilStopped(dataDir);
  });

  it("starts again after everything was killed at once", async () => {
    const user = await startUser();
    await user.ask(KEEP);
    const shells = keepers();
    for (const pid of [...shells, user.server]) process.kill(pid, "SIGKILL");
    await user.kill();
    expect(await ask(await openHere(), "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  it("does all that without a Unix socket and a FIFO too, as on Windows", async () => {
    const places = { transport: "loopback" } as const;
    const here = await openHere(places);
    expect(await here.ensureRunning()).toMatchObject({ host: "127.0.0.1" });
    await ask(here, KEEP);
    const user = await startUser({}, places);
    expect(user.server).toBe(runningPostmaster(dataDir)?.pid);
    process.kill(user.server, "SIGKILL");
    expect((await user.ask("select answer from kept")).rows).toEqual([{ answer: 42 }]);
    expect(await ask(here, "select answer from kept")).toEqual([{ answer: 42 }]);
    here.release();
    await user.kill();
    await untilStopped(dataDir);
  });

  it("starts although the process number of the killed one belongs to another program now", async () => {
    (await openHere()).release();
    await untilStopped(dataDir);
    const data = findCluster(dataDir)?.data ?? "";
    writeFileSync(join(data, "postmaster.pid"), `${process.pid}\n${data}\n1\n5432\n${root}\n\n1 1\nready\n`);
    expect(await ask(await openHere(), "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("says in one line why it cannot start", async () => {
    dataDir = join(root, ".overture");
    (await openHere()).release();
    await untilStopped(dataDir);
    rmSync(join(findCluster(dataDir)?.data ?? "", "global"), { recursive: true });
    await expect(openHere()).rejects.toThrow(/^PostgreSQL did not start: .*global/);
  });
});

describe("the place", () => {
  it.each([
    ["spaces, quotes and letters of any script", `it's "my" shop, 店舗 ütf`],
    ["a path that no socket's name can hold", "deep/".repeat(25)],
  ])("may have %s", async (_, folder) => {
    dataDir = join(root, folder, ".overture");
    const embedded = await openHere();
    const { path: socket = "" } = await embedded.ensureRunning();
    expect(Buffer.byteLength(socket)).toBeLessThanOrEqual(103);
    expect(await ask(embedded, "select 1 as one")).toEqual([{ one: 1 }]);
    embedded.release();
    await untilStopped(dataDir);
    if (!socket.startsWith(root))
      await until(() => !existsSync(dirname(socket)), "the socket's folder is left");
  });

  it("may be installed without install scripts having run", async () => {
    const packaged = installWithoutLinks();
    await openHere({ packaged });
    expect(existsSync(join(packaged.folder, "lib", "libpq.so.5"))).toBe(true);
  });

  it.skipIf(account === null)(
    "may be entered by root only: the database is then kept elsewhere",
    async () => {
      const publicFolder = join(root, "public");
      const closed = join(root, "closed");
      mkdirSync(closed, { mode: 0o700 });
      dataDir = join(closed, ".overture");
      const said: string[] = [];
      const embedded = await openHere({ publicFolder }, said);
      expect(realpathSync(join(dataDir, "postgres")).startsWith(publicFolder)).toBe(true);
      expect(said).toEqual([expect.stringContaining(publicFolder)]);
      expect(await ask(embedded, "select 1 as one")).toEqual([{ one: 1 }]);
    },
  );

  it.skipIf(account === null)(
    "may hide the programs from all but root: they are then copied, once",
    async () => {
      const publicFolder = join(root, "public");
      const packaged = installWithoutLinks();
      chmodSync(dirname(packaged.folder), 0o700);
      const said: string[] = [];
      const embedded = await openHere({ packaged, publicFolder }, said);
      expect(said).toEqual([expect.stringContaining(`copied to ${publicFolder}`)]);
      expect(await ask(embedded, "select 1 as one")).toEqual([{ one: 1 }]);
      embedded.release();
      await untilStopped(dataDir);
      await openHere({ packaged, publicFolder }, said);
      expect(said).toHaveLength(1);
    },
  );

  it.skipIf(account === null)(
    "may belong to a user who is not root, with programs that the user cannot write",
    async () => {
      const { uid, gid } = account ?? {};
      if (uid !== undefined && gid !== undefined) chownSync(root, uid, gid);
      const packaged = installWithoutLinks();
      const user = await startUser({ ...(uid && { uid }), ...(gid && { gid }) }, { packaged });
      expect(user.said).toEqual([expect.stringContaining(`copied to ${dataDir}`)]);
      expect((await user.ask("select current_user as who")).rows).toEqual([{ who: "overture" }]);
      expect(statSync(`/proc/${user.server}`).uid).toBe(uid);
      await user.kill();
      await untilStopped(dataDir);
    },
  );

  it("is refused in one line when another version of PostgreSQL wrote it", async () => {
    (await openHere()).release();
    await untilStopped(dataDir);
    const version = join(findCluster(dataDir)?.data ?? "", "PG_VERSION");
    const before = readFileSync(version);
    writeFileSync(version, "17\n");
    await expect(openHere()).rejects.toThrow("was written by PostgreSQL 17");
    writeFileSync(version, before);
  });
});

/** A copy of the package as npm unpacks it. */
function installWithoutLinks(): { folder: string; version: string } {
  const { folder, version } = packagedBinaries();
  const links: { target: string }[] = JSON.parse(readFileSync(join(folder, "pg-symlinks.json"), "utf8"));
  const linked = new Set(links.map(({ target }) => join(folder, "..", target)));
  const copy = join(root, "package", "native");
  cpSync(folder, copy, { recursive: true, filter: (path) => !linked.has(path) && !path.endsWith(".a") });
  return { folder: copy, version };
}
