/** Puts what comes from outside into a file of its own first, so that nothing waits inside a transaction for a slow sender. */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { BrokenFile } from "../catalog/import/source-row.ts";

/** Of an upload as it is sent; unpacked it may be twice that. */
export const UPLOAD_MAX_BYTES = 2 ** 30;

export interface Spooled {
  path: string;
  bytes: number;
  /** SHA-256 in hex. */
  digest: string;
}

export class TooLarge extends Error {
  readonly maxBytes: number;
  constructor(maxBytes: number) {
    super(`it is larger than ${inWords(maxBytes)}`);
    this.name = "TooLarge";
    this.maxBytes = maxBytes;
  }
}

/** Runs the work with a file that is gone afterwards. */
export async function withSpoolFile<Result>(work: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "overture-catalog-"));
  try {
    return await work(join(folder, "catalog"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes what comes out of the decoder, where there is one. Throws `TooLarge`, and whatever the source or the decoder throws. */
export async function spool(
  source: AsyncIterable<Uint8Array>,
  path: string,
  maxBytes: number,
  decoder: Transform | null = null,
): Promise<Spooled> {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* measured(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new TooLarge(maxBytes);
      hash.update(chunk);
      yield chunk;
    }
  }
  const file = createWriteStream(path, { mode: 0o600 });
  if (decoder === null) await pipeline(source, measured, file);
  else await pipeline(source, decoder, measured, file);
  return { path, bytes, digest: hash.digest("hex") };
}

/**
 * A spooled file's bytes, gunzipped where they are gzipped; a few kilobytes may hold a petabyte, hence the limit. Throws
 * the signal's reason when it is aborted.
 */
export async function* spooledBytes(
  path: string,
  maxBytes: number,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const bytes = (await isGzip(path)) ? gunzipped(path, maxBytes) : createReadStream(path);
  for await (const chunk of bytes) {
    signal?.throwIfAborted();
    yield chunk;
  }
}

async function* gunzipped(path: string, maxBytes: number): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path);
  const unzipped = file.pipe(createGunzip());
  file.once("error", (error) => unzipped.destroy(error));
  let bytes = 0;
  try {
    for await (const chunk of unzipped) {
      if (bytes === 0 && startsAsGzip(chunk))
        throw new BrokenFile("file/unreadable", "the gzip archive holds another archive", null);
      bytes += chunk.length;
      if (bytes > maxBytes) throw new TooLarge(maxBytes);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof TooLarge || error instanceof BrokenFile) throw error;
    throw new BrokenFile("file/unreadable", "the gzip archive is damaged or cut off", null);
  } finally {
    file.destroy();
  }
}

async function isGzip(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { start: 0, end: 1 })) return startsAsGzip(chunk);
  return false;
}

function startsAsGzip(chunk: Uint8Array): boolean {
  return chunk[0] === 0x1f && chunk[1] === 0x8b;
}

function inWords(bytes: number): string {
  return bytes >= 2 ** 30 ? `${Math.round(bytes / 2 ** 30)} GB` : `${Math.ceil(bytes / 2 ** 20)} MB`;
}
