import { existsSync } from "node:fs";
import { basename } from "node:path";
import { Command, Option } from "commander";
import type { ReviewImportSummary } from "../catalog/reviews/imported-review.ts";
import { REVIEW_FORMATS, type ReviewFormat } from "../catalog/reviews/review-formats.ts";
import type { ListedReview } from "../store/review-repository.ts";
import { CommandFailure } from "./command-failure.ts";
import { printFacts, printJson, showProgress } from "./print.ts";
import { readColumnMap } from "./read-column-map.ts";
import { recordCommand } from "./record-command.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

export function reviewsCommand(): Command {
  return new Command("reviews")
    .description("What customers wrote of the products.")
    .addCommand(importCommand())
    .addCommand(listCommand())
    .addCommand(removeCommand());
}

interface ImportOptions {
  site: string;
  format: ReviewFormat | "auto";
  map?: string;
  dryRun?: boolean;
  json?: boolean;
}

function importCommand(): Command {
  return new Command("import")
    .description("Import or update reviews from an export of a review app or the shop.")
    .argument("<file>", "may be gzipped")
    .requiredOption("--site <key>", "the site's key")
    .addOption(new Option("--format <name>").choices(["auto", ...REVIEW_FORMATS]).default("auto"))
    .option("--map <file>", 'JSON that names the columns: { "text": "Meinung" }')
    .option("--dry-run", "say what would change, and change nothing")
    .option(
      "--json",
      "print { added, updated, unchanged, unmatched: [{ row, reference }], skipped, rejected: [{ row, id?, reason }] }",
    )
    .action(async (file: string, options: ImportOptions) => {
      if (!existsSync(file)) throw new CommandFailure(`there is no file ${file}`);
      const map = options.map === undefined ? undefined : readColumnMap(options.map);
      await withStore(async (store) => {
        const site = await siteOrFailure(store, options.site);
        const { importReviews } = await import("../catalog/reviews/import-reviews.ts");
        const { matchReferences } = await import("../catalog/reviews/match-references.ts");
        const { put, commit, rehearse, abort } = await store.reviews.openImport(site.id, matchReferences);
        const result = await importReviews({
          source: file,
          format: options.format,
          ...(map !== undefined && { map }),
          sink: { put, commit: options.dryRun ? rehearse : commit, abort },
          onProgress: (rows) => showProgress(`${rows} rows`),
        }).finally(() => showProgress());
        if (!result.ok) {
          const { line, message } = result.error;
          throw new CommandFailure(`${file}${line === undefined ? "" : `, line ${line}`}: ${message}`);
        }
        if (!options.dryRun) {
          const { added, updated } = result.summary;
          await recordCommand(store, site.id, "reviews/import", { file: basename(file), added, updated });
        }
        if (options.json) return printJson(result.summary);
        printSummary(result.summary, options.dryRun ?? false);
      });
    });
}

function printSummary(summary: ReviewImportSummary, isDryRun: boolean): void {
  const { added, updated, unchanged, unmatched, skipped, rejected } = summary;
  if (isDryRun) console.log("Nothing was changed. This import would give:");
  const left = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  printFacts({
    added,
    updated,
    unchanged,
    unmatched: unmatched.length,
    skipped: left,
    rejected: rejected.length,
  });
  for (const { row, reference } of unmatched)
    console.log(`  row ${row}: no product "${reference}"; the review is kept`);
  for (const [reason, count] of Object.entries(skipped)) console.log(`  ${count} skipped: ${reason}`);
  for (const { row, id, reason } of rejected)
    console.log(`  row ${row}${id === undefined ? "" : ` (${id})`}: ${reason}`);
}

function listCommand(): Command {
  return new Command("list")
    .description("The reviews there are, as the store publishes their authors' names.")
    .requiredOption("--site <key>", "the site's key")
    .option("--sku <sku>", "of one product")
    .option("--limit <number>", "at the most", "100")
    .option("--json", "print one review a line")
    .action(async (options: { site: string; sku?: string; limit: string; json?: boolean }) => {
      const limit = Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1)
        throw new CommandFailure(`--limit must be a whole number above 0, not ${options.limit}`);
      await withStore(async (store) => {
        const site = await siteOrFailure(store, options.site);
        const only = { limit, ...(options.sku !== undefined && { sku: options.sku }) };
        for (const review of await store.reviews.list(site.id, only))
          if (options.json) printJson(review);
          else console.log(lineOf(review));
      });
    });
}

function lineOf({ id, sku, author, rating, at, text }: ListedReview): string {
  const excerpt = text.replace(/\s+/g, " ");
  return [id, sku ?? "(no product)", `${rating}/5`, author || "(nameless)", at, excerpt.slice(0, 80)].join(
    "\t",
  );
}

interface RemoveOptions {
  site: string;
  id?: string;
  author?: string;
  json?: boolean;
}

function removeCommand(): Command {
  return new Command("remove")
    .description("Remove reviews for good: a later import does not bring them back.")
    .requiredOption("--site <key>", "the site's key")
    .option("--id <id>", "the id that `reviews list` shows")
    .option("--author <who>", "the author's full name or e-mail address, or the name as it is shown")
    .option("--json", "print { removed: [id] }")
    .action(async ({ site: siteKey, id, author, json }: RemoveOptions) => {
      const { authorKey } = await import("../catalog/reviews/author-key.ts");
      if ((id === undefined) === (author === undefined))
        throw new CommandFailure("give either --id or --author");
      await withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        const which =
          author === undefined ? { id: id ?? "" } : { authorKey: authorKey(author), name: author.trim() };
        const removed = await store.reviews.remove(site.id, which);
        if (removed.length === 0) throw new CommandFailure("the site has no such review");
        await recordCommand(store, site.id, "reviews/remove", { removed });
        if (json) return printJson({ removed });
        console.log(`Removed ${removed.length} ${removed.length === 1 ? "review" : "reviews"}.`);
      });
    });
}
