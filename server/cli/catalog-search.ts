import { Command } from "commander";
import type { CatalogRooms } from "../catalog-rooms.ts";
import { initialState } from "../dialogue/reduce.ts";
import type { PreferenceOperator } from "../dialogue/understanding.ts";
import { readLines } from "./answer-json-lines.ts";
import { CommandFailure } from "./command-failure.ts";
import { printJson } from "./print.ts";
import { meaningOfSite, roomsOfSite } from "./site-rooms.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

interface SearchOptions {
  site: string;
  limit: string;
  trec?: boolean;
  queries?: string;
  json?: boolean;
}

export function searchCommand(): Command {
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
      await withStore(async (store, config) => {
        const site = await siteOrFailure(store, options.site);
        const rooms = await roomsOfSite(store, config, site);
        const meaning = await meaningOfSite(store, config, site, rooms);
        for await (const { id, text } of queriesOf(query, options.queries)) {
          const found = searchText(rooms, text, limit, (await meaning?.([text])) ?? null);
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

/** The search behind a turn, given words alone: bounds on price and measures are understood, all else is looked for. */
function searchText(
  { catalog, understand }: CatalogRooms,
  text: string,
  limit: number,
  meaning: Float32Array | null,
) {
  const { preferences } = understand(text, initialState());
  const bounds = preferences.filter(({ operator }) => BOUNDS.has(operator));
  const words = bounds.reduce((rest, { said }) => rest.replace(said, " "), text);
  const found = catalog.find({
    preferences: bounds.map((bound, place) => ({ ...bound, ...HELD, id: `p${place + 1}` })),
    text: words,
    meaning,
    exclude: [],
    like: null,
    limit,
  });
  const candidates = found.relaxed?.candidates ?? found.candidates;
  return candidates.map(({ product, score }, index) => {
    return { rank: index + 1, sku: product.sku, title: product.title, score };
  });
}
const BOUNDS = new Set<PreferenceOperator>(["at-most", "at-least", "between"]);
const HELD = { sourceMessageId: "query", held: true, origin: "said" } as const;

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
