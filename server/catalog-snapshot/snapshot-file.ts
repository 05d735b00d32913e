/**
 * A prepared catalog on disk, so that a server that starts anew answers within moments. It is only a shortcut: whatever is
 * not as expected is taken for absent, and the catalog is built from the database.
 */
import { closeSync, openSync, readSync } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";
import {
  bytesOf,
  emptySegment,
  headerOf,
  joinSegments,
  type SegmentHeader,
  splitSegments,
} from "./segments.ts";

export interface SnapshotKey {
  siteId: string;
  currency: string;
  /** Of the code that made it. */
  code: string;
}

interface Header extends SnapshotKey {
  version: number;
  restBytes: number;
  restChecksum: number;
  segments: SegmentHeader[];
}

const MAGIC = "overture snapshot ";
/** The header's length in bytes stands behind the magic, in so many digits. */
const LENGTH_DIGITS = 12;
/** Beyond this a header is none. */
const HEADER_BYTES_MAX = 1 << 24;

/** The newest snapshot of a site; null when there is none that this code made, or it can't be read. Blocks its thread. */
export function readSnapshot(folder: string, key: SnapshotKey): { version: number; data: unknown } | null {
  let file: number | null = null;
  try {
    file = openSync(pathOf(folder, key.siteId), "r");
    const header = readHeader(file);
    if (header === null || !isFor(header, key)) return null;
    const rest = readExactly(file, new Uint8Array(header.restBytes));
    if (crc32(rest) !== header.restChecksum) return null;
    const segments = header.segments.map((segment) => {
      const numbers = emptySegment(segment);
      if (crc32(readExactly(file ?? -1, bytesOf(numbers))) !== segment.checksum)
        throw new Error("The snapshot is damaged.");
      return numbers;
    });
    return { version: header.version, data: joinSegments(deserialize(rest), segments) };
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Puts a snapshot in the place of the one before it, whole or not at all. Rejects when the disk refuses it. */
export async function writeSnapshot(
  folder: string,
  { siteId, currency, code }: SnapshotKey,
  version: number,
  data: unknown,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await removeUnfinished(folder, siteId);
  const { rest, segments } = splitSegments(data);
  const restBytes = serialize(rest);
  const header: Header = {
    siteId,
    currency,
    code,
    version,
    restBytes: restBytes.length,
    restChecksum: crc32(restBytes),
    segments: segments.map(headerOf),
  };
  const unfinished = `${pathOf(folder, siteId)}.${process.pid}.${version}`;
  try {
    const file = await open(unfinished, "w");
    try {
      const headerBytes = new TextEncoder().encode(JSON.stringify(header));
      await file.write(`${MAGIC}${String(headerBytes.length).padStart(LENGTH_DIGITS, "0")}`);
      await writeWhole(file, headerBytes);
      await writeWhole(file, restBytes);
      for (const segment of segments) await writeWhole(file, bytesOf(segment));
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(unfinished, pathOf(folder, siteId));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function pathOf(folder: string, siteId: string): string {
  return join(folder, `${siteId}.snapshot`);
}

function isFor(header: Header, { siteId, currency, code }: SnapshotKey): boolean {
  return header.siteId === siteId && header.currency === currency && header.code === code;
}

function readHeader(file: number): Header | null {
  const opening = readExactly(file, new Uint8Array(MAGIC.length + LENGTH_DIGITS));
  const text = new TextDecoder().decode(opening);
  const length = Number(text.slice(MAGIC.length));
  if (!text.startsWith(MAGIC) || !(length > 0 && length <= HEADER_BYTES_MAX)) return null;
  return JSON.parse(new TextDecoder().decode(readExactly(file, new Uint8Array(length))));
}

/** One call reads two gigabytes at the most. */
const READ_BYTES_MAX = 1 << 30;

function readExactly(file: number, bytes: Uint8Array): Uint8Array {
  let filled = 0;
  while (filled < bytes.length) {
    const read = readSync(file, bytes, filled, Math.min(READ_BYTES_MAX, bytes.length - filled), null);
    if (read === 0) throw new Error("The snapshot ends too early.");
    filled += read;
  }
  return bytes;
}

async function writeWhole(file: Awaited<ReturnType<typeof open>>, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const part = bytes.subarray(written, written + READ_BYTES_MAX);
    written += (await file.write(part)).bytesWritten;
  }
}

/** What a killed process left. A process that lives may be writing. */
async function removeUnfinished(folder: string, siteId: string): Promise<void> {
  const beginning = `${siteId}.snapshot.`;
  const names = await readdir(folder);
  const left = names.filter(
    (name) => name.startsWith(beginning) && !isAlive(Number.parseInt(name.slice(beginning.length), 10)),
  );
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
