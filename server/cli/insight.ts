import { Command } from "commander";
import { describeGap } from "../insight/describe-gap.ts";
import { describeOutcomes } from "../insight/describe-outcomes.ts";
import { type Share, strategyShares } from "../insight/strategy-shares.ts";
import { answeredGaps } from "../merchant-answers.ts";
import { CommandFailure } from "./command-failure.ts";
import { printJson } from "./print.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

export function insightCommand(): Command {
  return new Command("insight")
    .description("What a site's conversations tell its merchant.")
    .addCommand(gapsCommand())
    .addCommand(strategiesCommand())
    .addCommand(outcomesCommand());
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
      "print [{ id, type, topic, value, kind, times, conversations, lastAt, example, conversationIds, products: [{ sku, title, categories, times }], answered, answers, left, answeredAt }]",
    )
    .action(async (options: GapsOptions) => {
      const days = daysOf(options.days);
      const limit = wholeNumber("--limit", options.limit);
      await withStore(async (store) => {
        const site = await siteOrFailure(store, options.site);
        const gaps = await answeredGaps(store).mostFrequent(site.id, { since: sinceDays(days), limit });
        if (options.json) return printJson(gaps);
        if (gaps.length === 0) console.log("No gaps: nothing was asked in vain.");
        for (const gap of gaps) {
          const times = gap.times === gap.conversations ? "" : `, ${gap.times} times`;
          const within = gap.conversations === 1 ? "1 conversation" : `${gap.conversations} conversations`;
          const standing =
            gap.answered === "no" ? "" : ` · answered${gap.answered === "partly" ? " in part" : ""}`;
          console.log(`${describeGap(gap)}${standing}\n  in ${within}${times}: “${gap.example}”`);
          if (gap.products.length > 0)
            console.log(`  of ${gap.products.map(({ sku, title }) => title ?? sku).join(", ")}`);
        }
      });
    });
}

interface StrategiesOptions {
  site: string;
  days?: string;
  json?: boolean;
}

function strategiesCommand(): Command {
  return new Command("strategies")
    .description(
      "Each strategy's share of the agent's acts, and its share in turns that led to acceptance, with 95 % intervals.",
    )
    .requiredOption("--site <key>", "the site's key")
    .option("--days <number>", "of the last so many days; of all time when left out")
    .option(
      "--json",
      "print { conversations, accepted, turns, strategies: [{ strategy, acts, share, acceptedActs, acceptedShare, difference }] }",
    )
    .action(async (options: StrategiesOptions) => {
      const since = sinceDays(daysOf(options.days));
      await withStore(async (store) => {
        const site = await siteOrFailure(store, options.site);
        const shares = strategyShares(await store.strategies.count(site.id, { since }));
        if (options.json) return printJson(shares);
        const { conversations, accepted, turns, strategies } = shares;
        console.log(
          `${turns} turns in ${conversations} conversations; in ${accepted} of them an item was accepted.`,
        );
        if (turns === 0) return;
        console.log(lineOf("strategy", "of all acts", "of acts before acceptance", "difference"));
        for (const { strategy, share, acceptedShare, difference } of strategies)
          console.log(lineOf(strategy, percent(share), percent(acceptedShare), inPoints(difference)));
      });
    });
}

function outcomesCommand(): Command {
  return new Command("outcomes")
    .description(
      "What came of the conversations: orders, revenue, whom they are owed to, and what was not counted.",
    )
    .requiredOption("--site <key>", "the site's key")
    .option("--days <number>", "of the last so many days; of all time when left out")
    .option(
      "--json",
      "print { currency, orders, revenue, cartAdds, attributed: { direct, assisted }, strategies, arms, refused, leftOut }; money in minor units",
    )
    .action(async (options: StrategiesOptions) => {
      const since = sinceDays(daysOf(options.days));
      await withStore(async (store) => {
        const site = await siteOrFailure(store, options.site);
        const summary = await store.outcomes.summary(site.id, { since });
        if (options.json) return printJson(summary);
        for (const line of describeOutcomes(summary, site.locale)) console.log(line);
      });
    });
}

function lineOf(name: string, all: string, accepted: string, difference: string): string {
  return `${name.padEnd(24)}${all.padEnd(26)}${accepted.padEnd(28)}${difference}`.trimEnd();
}

/** "30.1 % (27.4 to 32.9)". */
function percent(share: Share | null): string {
  return share ? `${points(share.value)} % (${points(share.low)} to ${points(share.high)})` : "–";
}

/** "+8.2 points (5.1 to 11.3)". */
function inPoints(difference: Share | null): string {
  if (!difference) return "–";
  const sign = difference.value > 0 ? "+" : "";
  return `${sign}${points(difference.value)} points (${points(difference.low)} to ${points(difference.high)})`;
}

function points(share: number): string {
  return (share * 100).toFixed(1);
}

function daysOf(text: string | undefined): number | null {
  return text === undefined ? null : wholeNumber("--days", text);
}

function sinceDays(days: number | null): Date | null {
  return days === null ? null : new Date(Date.now() - days * DAY_MS);
}

const MOST = 3_650;

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= MOST) return number;
  throw new CommandFailure(`${option} must be a whole number from 1 to ${MOST}, not ${text}`);
}
