/** PostgreSQL refuses to run as root: started by root, it runs under an account that may do nothing else. */
import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

export interface ServiceAccount {
  name: string;
  uid: number;
  gid: number;
}

/** The account for PostgreSQL's processes, or null when they can simply run as whoever started Overture. */
export function serviceAccount(): ServiceAccount | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const entry = accounts.find(([account]) => account === name);
    const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])];
    if (uid > 0 && gid > 0) return { name, uid, gid };
  }
  throw new Error(
    "PostgreSQL does not run as root, and there is no account 'postgres' or 'nobody' to run it under",
  );
}

/** The account that files of a server belong to, or null when that is whoever started Overture. */
export function ownerOf(path: string): ServiceAccount | null {
  if (process.getuid?.() !== 0) return null;
  const { uid, gid } = statSync(path);
  return { name: `the account ${uid}`, uid, gid };
}

/** Whether the account can run the program, or enter the folder and list it: every folder on the way must let it through. */
export function canReach(account: ServiceAccount | null, path: string): boolean {
  if (account === null) return true;
  return allows(account, path, 0o5) && ancestors(path).every((folder) => allows(account, folder, 0o1));
}

function allows(account: ServiceAccount, path: string, wanted: number): boolean {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...ancestors(parent)];
}
