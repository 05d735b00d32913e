/**
 * The built widget: `/widget.js` and the chunks it loads. Every file is read and compressed once. Only names found in the
 * folder are served, so no path from outside ever reaches the file system.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { type Context, Hono } from "hono";
import { httpError } from "./http-error.ts";

interface WidgetFile {
  contentType: string;
  etag: string;
  cacheControl: string;
  bodies: { encoding: "br" | "gzip" | null; bytes: Uint8Array<ArrayBuffer> }[];
}

const CONTENT_TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".map": "application/json",
  ".svg": "image/svg+xml",
};
/** Built names carry a hash of the content, so what they name never changes. */
const HASHED_NAME = /[-.][\w-]{8,}\.\w+$/;
const ENTRY_CACHE = "public, max-age=300, stale-while-revalidate=86400";
const IMMUTABLE_CACHE = "public, max-age=31536000, immutable";

/** `directory` is asked for at the first request, so that a build which still runs delays nothing but the widget. */
export function createWidgetFiles(directory: () => Promise<string>): Hono {
  const files = new Map<string, Promise<WidgetFile>>();
  let folder: Promise<{ path: string; names: Set<string> }> | null = null;

  return new Hono().get("/*", async (context) => {
    const name = context.req.path.slice(1);
    folder ??= directory().then(async (path) => ({ path, names: await listFiles(path) }));
    const { path, names } = await folder;
    if (!names.has(name)) {
      return httpError(context, 404, "request/not-found", "There is nothing at this address.");
    }
    const file = files.get(name) ?? readWidgetFile(path, name);
    files.set(name, file);
    return send(context, await file);
  });
}

function send(context: Context, file: WidgetFile): Response {
  context.header("cache-control", file.cacheControl);
  context.header("etag", file.etag);
  context.header("vary", "accept-encoding");
  // Shops load the widget from their own origins, some with crossorigin attributes or under COEP.
  context.header("access-control-allow-origin", "*");
  context.header("cross-origin-resource-policy", "cross-origin");
  if (context.req.header("if-none-match")?.includes(file.etag)) return context.body(null, 304);
  const accepted = context.req.header("accept-encoding") ?? "";
  const body = file.bodies.find(({ encoding }) => encoding === null || accepted.includes(encoding));
  if (!body) throw new Error("A widget file has no plain body.");
  if (body.encoding) context.header("content-encoding", body.encoding);
  context.header("content-type", file.contentType);
  return context.body(body.bytes);
}

async function readWidgetFile(directory: string, name: string): Promise<WidgetFile> {
  const bytes = new Uint8Array(await readFile(join(directory, name)));
  const [br, gz] = await Promise.all([promisify(brotliCompress)(bytes), promisify(gzip)(bytes)]);
  return {
    contentType: CONTENT_TYPES[extname(name)] ?? "application/octet-stream",
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    cacheControl: HASHED_NAME.test(name) ? IMMUTABLE_CACHE : ENTRY_CACHE,
    bodies: [
      { encoding: "br", bytes: new Uint8Array(br) },
      { encoding: "gzip", bytes: new Uint8Array(gz) },
      { encoding: null, bytes },
    ],
  };
}

/** Names with forward slashes; empty when the widget was not built. */
async function listFiles(directory: string): Promise<Set<string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Set(paths.map((path) => relative(directory, path).split(sep).join("/")));
}
