import { Command } from "commander";
import { describeGap } from "../insight/describe-gap.ts";
import { CommandFailure } from "./command-failure.ts";
import { printJson } from "./print.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

export function insightCommand(): Command {
  return new Command("insight")
    .description("What a site's conversations tell its merchant.")
    .addCommand(gapsCommand());
}

interface GapsOptions {
  site: string;
  days?: string;
  limit: string;
  json?: boolean;
}

const DAY_MS = 86_400_000;

function gapsCommand(): Command {
  return new Command("gaps")
    .description(
      "What shoppers asked that the catalog can't answer, and wished for in vain, most frequent first.",
    )
    .requiredOption("--site <key>", "the site's key")
    .option("--days <number>", "of the last so many days; of all time when left out")
    .option("--limit <number>", "at the most", "50")
    .option(
      "--json",
      "print [{ type, topic, value, kind, times, conversations, lastAt, example, conversationIds, products: [{ sku, times }] }]",
    )
    .action(async (options: GapsOptions) => {
      const days = options.days === undefined ? null : wholeNumber("--days", options.days);
      const limit = wholeNumber("--limit", options.limit);
      await withStore(async (store) => {
        const site = await siteOrFailure(store, options.site);
        const since = days === null ? null : new Date(Date.now() - days * DAY_MS);
        const gaps = await store.gaps.mostFrequent(site.id, { since, limit });
        if (options.json) return printJson(gaps);
        if (gaps.length === 0) console.log("No gaps: nothing was asked in vain.");
        for (const gap of gaps) {
          const times = gap.times === gap.conversations ? "" : `, ${gap.times} times`;
          const within = gap.conversations === 1 ? "1 conversation" : `${gap.conversations} conversations`;
          console.log(`${describeGap(gap)}\n  in ${within}${times}: “${gap.example}”`);
          if (gap.products.length > 0) console.log(`  of ${gap.products.map(({ sku }) => sku).join(", ")}`);
        }
      });
    });
}

const MOST = 3_650;

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= MOST) return number;
  throw new CommandFailure(`${option} must be a whole number from 1 to ${MOST}, not ${text}`);
}
