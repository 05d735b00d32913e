/** Catalogs of growing size: import, build, memory, searches, warm start. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { openStore } from "../server/store/open-store.ts";
import { writeGeneratedCatalog } from "./generate-catalog.ts";
import { sharedCatalogFiles } from "./generate-catalog-seeds.ts";
import { milliseconds, type Report, type Section } from "./report.ts";
import { inWorkplace, type Workplace } from "./workplace.ts";

export interface CatalogBenchOptions {
  sizes: number[];
  /** Catalog files to generate from. */
  from: string[];
}

const DEMO_CATALOG = fileURLToPath(new URL("../demo/catalog/catalog.json", import.meta.url));
export const DEFAULT_SIZES = [1_000, 10_000, 20_000, 100_000];
/** Beyond it, the library needs more memory than most machines have. */
const MINISEARCH_LIMIT = 100_000;
const BIN = fileURLToPath(new URL("../server/cli/bin.mjs", import.meta.url));
const CHILD = fileURLToPath(new URL("catalog-process.ts", import.meta.url));
const TSX = import.meta.resolve("tsx");
const MEBIBYTE = 2 ** 20;

const spread = z.object({ count: z.number(), p50: z.number(), p99: z.number(), max: z.number() });
const memory = z.object({
  rss: z.number(),
  heapUsed: z.number(),
  arrayBuffers: z.number(),
  peak: z.number(),
});
const coldShape = z.object({
  openMs: z.number(),
  keepMs: z.number(),
  snapshotBytes: z.number(),
  memory,
});
const searchesShape = z.object({
  memory,
  kinds: z.record(z.string(), spread),
  /** Of the processor's time, which other processes don't lengthen. */
  processor: z.object({ count: z.number(), p50: z.number(), p99: z.number() }),
  all: spread,
});
const warmShape = z.object({ openMs: z.number(), answeredMs: z.number(), sinceStartMs: z.number() });
const libraryShape = z.object({ buildMs: z.number(), all: spread });

interface Measured {
  size: number;
  imported: { seconds: number; againSeconds: number; peakMebibytes: number };
  cold: z.infer<typeof coldShape>;
  warm: z.infer<typeof warmShape>;
  searches: z.infer<typeof searchesShape>;
  library: z.infer<typeof libraryShape> | null;
}

export async function measureCatalog({
  sizes = DEFAULT_SIZES,
  from = sharedCatalogFiles(),
}: Partial<CatalogBenchOptions> = {}): Promise<Report> {
  const seeds = from.length > 0 ? from : [DEMO_CATALOG];
  const measured: Measured[] = [];
  for (const size of sizes) {
    console.error(`  ${size} products …`);
    measured.push(await inWorkplace((workplace) => measureSize(workplace, size, seeds)));
  }
  return {
    name: "catalog",
    title: "Catalogs of growing size",
    sections: [
      importSection(measured),
      buildSection(measured),
      searchSection(measured),
      kindSection(measured),
    ],
  };
}

async function measureSize(workplace: Workplace, size: number, from: string[]): Promise<Measured> {
  const folder = workplace.folder();
  const file = join(folder, "generated.jsonl.gz");
  await writeGeneratedCatalog({ products: size, seed: 1, from, out: file });
  const store = await openStore({ dataDir: folder });
  workplace.atEnd(() => store.close());
  const { siteKey } = await store.sites.create({ name: "Large shop", origins: [], currency: "USD" });
  const first = await timedImport(folder, file, siteKey);
  const again = await timedImport(folder, file, siteKey);
  const cold = coldShape.parse(await inProcess(folder, siteKey, "cold"));
  const warm = warmShape.parse(await inProcess(folder, siteKey, "warm"));
  const searches = searchesShape.parse(await inProcess(folder, siteKey, "searches"));
  const library =
    size > MINISEARCH_LIMIT ? null : libraryShape.parse(await inProcess(folder, siteKey, "minisearch"));
  const imported = {
    seconds: first.seconds,
    againSeconds: again.seconds,
    peakMebibytes: first.peakMebibytes,
  };
  return { size, imported, cold, warm, searches, library };
}

const LOOK_EVERY_MS = 50;

/** `overture catalog import` as a merchant runs it. Its memory is what Linux says it was at most, PostgreSQL's apart. */
async function timedImport(
  dataDir: string,
  file: string,
  siteKey: string,
): Promise<{ seconds: number; peakMebibytes: number }> {
  const startedAt = performance.now();
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [BIN, "catalog", "import", file, "--site", siteKey, "--json"], {
    env: { PATH, HOME, OVERTURE_DATA_DIR: dataDir },
    cwd: dataDir,
    stdio: ["ignore", "ignore", "inherit"],
  });
  let peakMebibytes = 0;
  const look = setInterval(() => {
    peakMebibytes = Math.max(peakMebibytes, peakOf(child.pid ?? 0));
  }, LOOK_EVERY_MS);
  const [code] = await once(child, "exit");
  clearInterval(look);
  if (code !== 0) throw new Error(`the import of ${file} failed`);
  return { seconds: (performance.now() - startedAt) / 1_000, peakMebibytes };
}

/** NaN where there is no /proc. */
function peakOf(pid: number): number {
  try {
    const [, kibibytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kibibytes ?? 0) / 1_024;
  } catch {
    return process.platform === "linux" ? 0 : Number.NaN;
  }
}

async function inProcess(dataDir: string, siteKey: string, task: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--max-old-space-size=12000", "--import", TSX, CHILD, dataDir, siteKey, task],
    { maxBuffer: 16 * MEBIBYTE },
  );
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

function importSection(measured: Measured[]): Section {
  return {
    title: "Import",
    about:
      "`overture catalog import` of a generated catalog (gzipped JSON lines) in a process of its own, from its start to its " +
      "end, into the embedded PostgreSQL; then once more with nothing changed. The peak is of the command's own process.",
    columns: ["products", "import (s)", "products/s", "unchanged (s)", "peak (MiB)"],
    rows: measured.map(({ size, imported: { seconds, againSeconds, peakMebibytes } }) => [
      size.toLocaleString("en"),
      seconds.toFixed(1),
      (size / seconds).toFixed(0),
      againSeconds.toFixed(1),
      peakMebibytes.toFixed(0),
    ]),
  };
}

function buildSection(measured: Measured[]): Section {
  return {
    title: "Build, snapshot and start",
    about:
      "Everything that turns need of a catalog: read from the database and built, written to a snapshot, and opened from it by " +
      "a fresh process up to its first answered search. Memory is that of a process that opened the snapshot and then searched, " +
      "after collecting garbage; the peak is that of building. MiniSearch indexes titles, descriptions, brands and categories only.",
    columns: [
      "products",
      "read and build (s)",
      "MiniSearch (s)",
      "snapshot (MiB)",
      "written (s)",
      "warm (ms)",
      "from process start (ms)",
      "resident (MiB)",
      "arrays (MiB)",
      "heap (MiB)",
      "building (MiB)",
    ],
    rows: measured.map(({ size, cold, warm, searches: { memory: held }, library }) => [
      size.toLocaleString("en"),
      (cold.openMs / 1_000).toFixed(2),
      library === null ? "" : (library.buildMs / 1_000).toFixed(2),
      (cold.snapshotBytes / MEBIBYTE).toFixed(1),
      (cold.keepMs / 1_000).toFixed(2),
      warm.answeredMs.toFixed(0),
      warm.sinceStartMs.toFixed(0),
      ...[held.rss, held.arrayBuffers, held.heapUsed, cold.memory.peak].map((bytes) =>
        (bytes / MEBIBYTE).toFixed(0),
      ),
    ]),
  };
}

function searchSection(measured: Measured[]): Section {
  return {
    title: "Searches",
    about:
      "In a process that opened the snapshot and talked to itself first, as a site's thread does before it takes over. One after " +
      "the other, in one thread: the longest is how long it kept everybody on that thread waiting. Every search is " +
      "drawn from another product, so that nothing was computed before; each kind equally often, mixed. The processor's time is " +
      "what a search takes of it, collecting garbage included, whatever else the machine does. MiniSearch is asked " +
      "the texts among them only, with typos and prefixes on.",
    columns: [
      "products",
      "searches",
      "p50 (ms)",
      "p99 (ms)",
      "longest (ms)",
      "processor p50",
      "processor p99",
      "MiniSearch p50",
      "MiniSearch p99",
      "p99, × MiniSearch",
    ],
    rows: measured.map(({ size, searches: { all, processor }, library }) => [
      size.toLocaleString("en"),
      String(all.count),
      ...[all.p50, all.p99, all.max, processor.p50, processor.p99].map(milliseconds),
      ...(library === null
        ? []
        : [
            milliseconds(library.all.p50),
            milliseconds(library.all.p99),
            (all.p99 / library.all.p99).toFixed(2),
          ]),
    ]),
  };
}

function kindSection(measured: Measured[]): Section {
  const kinds = Object.keys(measured[0]?.searches.kinds ?? {}).sort();
  return {
    title: "Searches by kind",
    about: "p50 / p99 in milliseconds.",
    columns: ["kind", ...measured.map(({ size }) => size.toLocaleString("en"))],
    rows: kinds.map((kind) => [
      kind,
      ...measured.map(({ searches }) => {
        const found = searches.kinds[kind];
        return found === undefined ? "" : `${milliseconds(found.p50)} / ${milliseconds(found.p99)}`;
      }),
    ]),
  };
}
