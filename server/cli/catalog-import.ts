/** `overture catalog import`, and what follows an import that was held back. */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { CATALOG_FORMATS, type CatalogFormat } from "../catalog/import/detect-format.ts";
import type { ImportCounts, ImportRecord } from "../store/catalog-records.ts";
import type { Store } from "../store/open-store.ts";
import type { ImportOutcome } from "../sync/run-import.ts";
import { CommandFailure } from "./command-failure.ts";
import { printFacts, printJson, showProgress } from "./print.ts";
import { readColumnMap } from "./read-column-map.ts";
import { recordCommand } from "./record-command.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

interface ImportOptions {
  site: string;
  format: CatalogFormat | "auto";
  replace?: boolean;
  allowShrink?: boolean;
  maxShrink?: number;
  dryRun?: boolean;
  map?: string;
  json?: boolean;
}

/** The exit code of an import that waits to be confirmed. */
const HELD = 2;

export function importCommand(): Command {
  return new Command("import")
    .description("Import or update products from an export of the shop.")
    .argument("<file>", "may be gzipped")
    .requiredOption("--site <key>", "the site's key")
    .addOption(new Option("--format <name>").choices(["auto", ...CATALOG_FORMATS]).default("auto"))
    .option("--replace", "hide whatever the file leaves out")
    .option("--allow-shrink", "apply it however many products would go")
    .option("--max-shrink <percent>", "hold it back when more would go (default: 30)", shareOf)
    .option("--dry-run", "say what would change, and change nothing")
    .option("--map <file>", 'JSON that names the columns: { "title": "Produktname" }')
    .option(
      "--json",
      "print { added, updated, unchanged, hidden, hiddenBecause?, removed?, held?, rejected: [{ row, id?, reason }] }",
    )
    .action(async (file: string, options: ImportOptions) => {
      if (!existsSync(file)) throw new CommandFailure(`there is no file ${file}`);
      const map = options.map === undefined ? undefined : readColumnMap(options.map);
      const { format, replace = false, dryRun: isRehearsal = false } = options;
      const maxShrink = options.allowShrink ? 1 : options.maxShrink;
      await withStore(async (store) => {
        const site = await siteOrFailure(store, options.site);
        const { runImport } = await import("../sync/run-import.ts");
        const answer = await runImport(store.catalogs, {
          ...{ site, file, format, replace, isRehearsal, source: basename(file) },
          ...(maxShrink !== undefined && { maxShrink }),
          ...(map !== undefined && { map }),
          onProgress: (rows) => showProgress(`${rows} rows`),
        }).finally(() => showProgress());
        if (!answer.ok) throw new CommandFailure(`${file}${lineOf(answer.error)}: ${answer.error.message}`);
        if (!isRehearsal) {
          const { added, updated, removed, hidden, held } = answer.outcome;
          const counts = { added, updated, removed, hidden, isHeld: held !== undefined };
          await recordCommand(store, site.id, "catalog/import", { file: basename(file), ...counts });
        }
        if (!isRehearsal && !answer.outcome.held) await matchWaitingReviews(store, site.id);
        if (options.json) printJson(answer.outcome);
        else printOutcome(answer.outcome, isRehearsal, options.site);
        if (answer.outcome.held && !isRehearsal) process.exitCode = HELD;
      });
    });
}

/** Reviews may have come before their products. */
async function matchWaitingReviews(store: Store, siteId: string): Promise<void> {
  const { matchReferences } = await import("../catalog/reviews/match-references.ts");
  await store.reviews.match(siteId, matchReferences);
}

export function importsCommand(): Command {
  return new Command("imports")
    .description("List the last imports of a site, those first that wait to be confirmed.")
    .requiredOption("--site <key>", "the site's key")
    .option("--json", "print [{ id, state, source, counts, rejected, message, startedAt, finishedAt }]")
    .action(({ site: siteKey, json }: { site: string; json?: boolean }) =>
      withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        const imports = await store.catalogs.imports(site.id, 50);
        if (json) return printJson(imports);
        const waiting = imports.filter(({ state }) => state === "held");
        for (const record of [...waiting, ...imports.filter((each) => !waiting.includes(each))])
          printImport(record);
      }),
    );
}

export function confirmCommand(): Command {
  return new Command("confirm")
    .description("Apply an import that was held back.")
    .argument("<id>", "as overture catalog imports shows it")
    .requiredOption("--site <key>", "the site's key")
    .option("--json", "print { added, updated, unchanged, hidden, removed? }")
    .action((id: string, { site: siteKey, json }: { site: string; json?: boolean }) =>
      withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        const counts = await store.catalogs.confirmImport(site.id, id);
        if (counts === null) throw notWaiting(id);
        await recordCommand(store, site.id, "catalog/import-confirm", { id });
        if (json) printJson(counts);
        else printFacts(factsOf(counts));
      }),
    );
}

export function discardCommand(): Command {
  return new Command("discard")
    .description("Forget an import that was held back.")
    .argument("<id>", "as overture catalog imports shows it")
    .requiredOption("--site <key>", "the site's key")
    .option("--json", "print { discarded: true }")
    .action((id: string, { site: siteKey, json }: { site: string; json?: boolean }) =>
      withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        if (!(await store.catalogs.discardImport(site.id, id))) throw notWaiting(id);
        await recordCommand(store, site.id, "catalog/import-discard", { id });
        if (json) printJson({ discarded: true });
        else console.log(`discarded ${id}`);
      }),
    );
}

function shareOf(text: string): number {
  const percent = Number(text);
  if (text.trim() === "" || !(percent >= 0 && percent <= 100))
    throw new InvalidArgumentError("It must be a number from 0 to 100.");
  return percent / 100;
}

function lineOf({ line }: { line?: number }): string {
  return line === undefined ? "" : `, line ${line}`;
}

function notWaiting(id: string): CommandFailure {
  return new CommandFailure(`no import ${id} is waiting; overture catalog imports shows those there are`);
}

function printOutcome(
  { rejected, rejectedTotal, held, hiddenBecause = {}, ...counts }: ImportOutcome,
  isRehearsal: boolean,
  siteKey: string,
): void {
  if (held !== undefined) {
    console.log(`Held back: ${held.message}`);
    if (!isRehearsal)
      console.log(
        `overture catalog confirm ${held.id} --site ${siteKey}   (or discard). Confirmed, it gives:`,
      );
  } else if (isRehearsal) console.log("Nothing was changed. This import would give:");
  printFacts({ ...counts, rejected: rejectedTotal ?? rejected.length });
  for (const [reason, count] of Object.entries(hiddenBecause)) console.log(`  ${count} hidden: ${reason}`);
  for (const { row, id, reason } of rejected)
    console.log(`  row ${row}${id === undefined ? "" : ` (${id})`}: ${reason}`);
}

function printImport({ id, state, source, counts, message, finishedAt }: ImportRecord): void {
  const facts =
    counts === null ? [] : Object.entries(factsOf(counts)).map(([name, count]) => `${count} ${name}`);
  console.log([finishedAt, id, state, source, message ?? facts.join(", ")].join("\t"));
}

function factsOf({ held, ...counts }: ImportCounts): Record<string, number> {
  return counts;
}
