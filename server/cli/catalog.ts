import { existsSync, readFileSync } from "node:fs";
import { Command, Option } from "commander";
import { z } from "zod";
import type { Catalog } from "../catalog/catalog.ts";
import { CATALOG_FORMATS, type CatalogFormat } from "../catalog/import/detect-format.ts";
import type { ImportSummary } from "../catalog/import/import-catalog.ts";
import { readLines } from "./answer-json-lines.ts";
import { CommandFailure } from "./command-failure.ts";
import { printFacts, printJson, showProgress } from "./print.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

export function catalogCommand(): Command {
  return new Command("catalog")
    .description("What a site sells.")
    .addCommand(importCommand())
    .addCommand(searchCommand());
}

interface ImportOptions {
  site: string;
  format: CatalogFormat | "auto";
  dryRun?: boolean;
  map?: string;
  json?: boolean;
}

function importCommand(): Command {
  return new Command("import")
    .description("Import or update products from an export of the shop.")
    .argument("<file>", "may be gzipped")
    .requiredOption("--site <key>", "the site's key")
    .addOption(new Option("--format <name>").choices(["auto", ...CATALOG_FORMATS]).default("auto"))
    .option("--dry-run", "say what would change, and change nothing")
    .option("--map <file>", 'JSON that names the columns: { "title": "Produktname" }')
    .option("--json", "print { added, updated, unchanged, hidden, rejected: [{ row, id?, reason }] }")
    .action(async (file: string, options: ImportOptions) => {
      if (!existsSync(file)) throw new CommandFailure(`there is no file ${file}`);
      const map = options.map === undefined ? undefined : readMap(options.map);
      await withStore(async (store) => {
        const site = await siteOrFailure(store, options.site);
        const { importCatalog } = await import("../catalog/import/import-catalog.ts");
        const { put, commit, rehearse, abort } = await store.catalogs.openImport(site.id);
        const origin = site.origins.find((each) => !each.includes("*"));
        const result = await importCatalog({
          source: file,
          format: options.format,
          currency: site.currency,
          ...(origin !== undefined && { origin }),
          ...(map !== undefined && { map }),
          sink: { put, commit: options.dryRun ? rehearse : commit, abort },
          onProgress: (rows) => showProgress(`${rows} rows`),
        }).finally(() => showProgress());
        if (!result.ok) throw new CommandFailure(`${file}${lineOf(result.error)}: ${result.error.message}`);
        if (options.json) return printJson(result.summary);
        printSummary(result.summary, options.dryRun ?? false);
      });
    });
}

function lineOf({ line }: { line?: number }): string {
  return line === undefined ? "" : `, line ${line}`;
}

function printSummary({ rejected, ...counts }: ImportSummary, isDryRun: boolean): void {
  if (isDryRun) console.log("Nothing was changed. This import would give:");
  printFacts({ ...counts, rejected: rejected.length });
  for (const { row, id, reason } of rejected)
    console.log(`  row ${row}${id === undefined ? "" : ` (${id})`}: ${reason}`);
}

function readMap(file: string): Record<string, string> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new CommandFailure(`${file} is not a JSON object of field names and column names`);
  }
}

interface SearchOptions {
  site: string;
  limit: string;
  trec?: boolean;
  queries?: string;
  json?: boolean;
}

function searchCommand(): Command {
  return new Command("search")
    .description("Search as the agent does.")
    .argument("[query]")
    .requiredOption("--site <key>", "the site's key")
    .option("--limit <number>", "results per query", "20")
    .option("--trec", "print run-file lines: query-id Q0 sku rank score overture")
    .option("--queries <file>", "one query per line: id TAB text")
    .option("--json", "print [{ rank, sku, title, score }]")
    .action(async (query: string | undefined, options: SearchOptions) => {
      const limit = Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1)
        throw new CommandFailure(`--limit must be a whole number above 0, not ${options.limit}`);
      if ((query === undefined) === (options.queries === undefined)) {
        throw new CommandFailure("give either a query or --queries FILE");
      }
      await withStore(async (store) => {
        const site = await siteOrFailure(store, options.site);
        const { buildCatalog } = await import("../catalog/catalog.ts");
        const catalog = buildCatalog({ ...(await store.catalogs.load(site.id)), currency: site.currency });
        for await (const { id, text } of queriesOf(query, options.queries)) {
          const found = searchText(catalog, text, limit);
          if (options.trec)
            for (const { sku, rank, score } of found)
              console.log(`${id} Q0 ${sku} ${rank} ${score} overture`);
          else if (options.json) printJson(options.queries === undefined ? found : { id, results: found });
          else
            for (const { rank, sku, title, score } of found)
              console.log(`${rank}\t${sku}\t${title}\t${score.toFixed(3)}`);
        }
      });
    });
}

/** The search behind a turn, given nothing but words. */
function searchText(catalog: Catalog, text: string, limit: number) {
  const { candidates } = catalog.find({ preferences: [], text, exclude: [], like: null, limit });
  return candidates.map(({ product, score }, index) => {
    return { rank: index + 1, sku: product.sku, title: product.title, score };
  });
}

async function* queriesOf(
  query: string | undefined,
  file: string | undefined,
): AsyncGenerator<{ id: string; text: string }> {
  if (query !== undefined) yield { id: "1", text: query };
  if (file === undefined) return;
  let line = 0;
  for await (const row of readLines(file)) {
    line += 1;
    if (row.trim() === "") continue;
    const [, id, text] = /^(\S+)\t(.*)$/.exec(row) ?? [];
    if (id === undefined || text === undefined)
      throw new CommandFailure(`${file}, line ${line}: not of the form id TAB text`);
    yield { id, text };
  }
}
