/**
 * The files of a built folder. Every file is read and compressed once. Only names found in the folder are served, so no path
 * from outside ever reaches the file system.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import type { Context } from "hono";

export interface StaticFile {
  contentType: string;
  etag: string;
  /** Does its name change with its content? */
  isHashed: boolean;
  bodies: { encoding: "br" | "gzip" | null; bytes: Uint8Array<ArrayBuffer> }[];
}

export interface StaticFiles {
  /** By its name with forward slashes; null when the folder has none of this name. */
  find(name: string): Promise<StaticFile | null>;
}

export const IMMUTABLE_CACHE = "public, max-age=31536000, immutable";

const CONTENT_TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".map": "application/json",
  ".svg": "image/svg+xml",
};
/** Built names carry a hash of the content, so what they name never changes. */
const HASHED_NAME = /[-.][\w-]{8,}\.\w+$/;

/** `directory` is asked for at the first request, so that a build which still runs delays nothing but its own files. */
export function createStaticFiles(directory: () => Promise<string>): StaticFiles {
  const files = new Map<string, Promise<StaticFile>>();
  let folder: Promise<{ path: string; names: Set<string> }> | null = null;
  return {
    async find(name) {
      folder ??= directory()
        .then(async (path) => ({ path, names: await listFiles(path) }))
        .catch((error: unknown) => {
          // The next request tries anew.
          folder = null;
          throw error;
        });
      const { path, names } = await folder;
      if (!names.has(name)) return null;
      const file = files.get(name) ?? readStaticFile(path, name);
      files.set(name, file);
      return file;
    },
  };
}

/** The body in the best encoding that is accepted, or 304. Headers of the caller's stay. */
export function sendFile(context: Context, file: StaticFile): Response {
  context.header("etag", file.etag);
  context.header("vary", "accept-encoding");
  if (context.req.header("if-none-match")?.includes(file.etag)) return context.body(null, 304);
  const accepted = context.req.header("accept-encoding") ?? "";
  const body = file.bodies.find(({ encoding }) => encoding === null || accepted.includes(encoding));
  if (!body) throw new Error("A static file has no plain body.");
  if (body.encoding) context.header("content-encoding", body.encoding);
  context.header("content-type", file.contentType);
  return context.body(body.bytes);
}

async function readStaticFile(directory: string, name: string): Promise<StaticFile> {
  const bytes = new Uint8Array(await readFile(join(directory, name)));
  const [br, gz] = await Promise.all([promisify(brotliCompress)(bytes), promisify(gzip)(bytes)]);
  return {
    contentType: CONTENT_TYPES[extname(name)] ?? "application/octet-stream",
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    isHashed: HASHED_NAME.test(name),
    bodies: [
      { encoding: "br", bytes: new Uint8Array(br) },
      { encoding: "gzip", bytes: new Uint8Array(gz) },
      { encoding: null, bytes },
    ],
  };
}

/** Names with forward slashes; empty when nothing was built. */
async function listFiles(directory: string): Promise<Set<string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Set(paths.map((path) => relative(directory, path).split(sep).join("/")));
}
