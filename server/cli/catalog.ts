import { Command } from "commander";
import type { Catalog } from "../catalog/catalog.ts";
import { readLines } from "./answer-json-lines.ts";
import { facetsCommand } from "./catalog-facets.ts";
import { confirmCommand, discardCommand, importCommand, importsCommand } from "./catalog-import.ts";
import { CommandFailure } from "./command-failure.ts";
import { printJson } from "./print.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

export function catalogCommand(): Command {
  return new Command("catalog")
    .description("What a site sells.")
    .addCommand(importCommand())
    .addCommand(importsCommand())
    .addCommand(confirmCommand())
    .addCommand(discardCommand())
    .addCommand(searchCommand())
    .addCommand(facetsCommand());
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
