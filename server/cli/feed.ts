/** `overture feed`: the URL that a site's catalog is fetched from. */
import { Command, Option } from "commander";
import type { AuditDetail } from "../admin/access/ports.ts";
import { CATALOG_FORMATS, type CatalogFormat } from "../catalog/import/detect-format.ts";
import type { Config } from "../config.ts";
import type { Store } from "../store/open-store.ts";
import type { ShownFeed } from "../sync/feed-settings.ts";
import type { FeedPull } from "../sync/pull-feed.ts";
import { CommandFailure } from "./command-failure.ts";
import { printFacts, printJson } from "./print.ts";
import { recordCommand } from "./record-command.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

export function feedCommand(): Command {
  return new Command("feed")
    .description("Keep a site's catalog in step with a feed URL.")
    .addCommand(setCommand())
    .addCommand(showCommand())
    .addCommand(pullCommand())
    .addCommand(removeCommand());
}

interface SetOptions {
  site: string;
  url: string;
  every: string;
  format: CatalogFormat | "auto";
  replace?: boolean;
  json?: boolean;
}

function setCommand(): Command {
  return new Command("set")
    .description("Fetch a feed from now on; the running server does, at these intervals.")
    .requiredOption("--site <key>", "the site's key")
    .requiredOption("--url <url>", "http or https; may hold a user name and a password")
    .option("--every <interval>", "30m, 1h, 1d; from 5m to 7d", "1h")
    .addOption(new Option("--format <name>").choices(["auto", ...CATALOG_FORMATS]).default("auto"))
    .option("--replace", "hide whatever the feed leaves out")
    .option("--json", "print the feed")
    .action(({ site: siteKey, json, ...options }: SetOptions) =>
      withCatalog(siteKey, async ({ catalog, site, config, record }) => {
        const { feedSchema, readFeedSettings } = await import("../sync/feed-settings.ts");
        const { problemOf } = await import("../sync/push-schema.ts");
        const given = feedSchema.safeParse(options);
        if (!given.success) throw new CommandFailure(problemOf(given.error));
        const read = readFeedSettings(given.data, config.allowPrivateFeeds);
        if (!read.ok) throw new CommandFailure(read.message);
        const feed = await catalog.setFeed(site.id, read.feed);
        const { url, every, format, replace } = feed;
        await record("catalog/feed-set", { url, every, format, replace });
        printFeed(feed, json);
      }),
    );
}

function showCommand(): Command {
  return new Command("show")
    .description("Show a site's feed, and what came of the last fetch.")
    .requiredOption("--site <key>", "the site's key")
    .option(
      "--json",
      "print { url, every, format, replace, nextAt, lastAt, lastCode, lastMessage, failures }",
    )
    .action(({ site: siteKey, json }: { site: string; json?: boolean }) =>
      withCatalog(siteKey, async ({ catalog, site }) => {
        const feed = await catalog.feed(site.id);
        if (feed === null) throw noFeed();
        printFeed(feed, json);
      }),
    );
}

function pullCommand(): Command {
  return new Command("pull")
    .description("Fetch a site's feed now.")
    .requiredOption("--site <key>", "the site's key")
    .option("--json", "print { status, … }")
    .action(({ site: siteKey, json }: { site: string; json?: boolean }) =>
      withCatalog(siteKey, async ({ catalog, site, record }) => {
        const pull = await catalog.pullFeed(site);
        if (pull === "none") throw noFeed();
        if (pull === "busy") throw new CommandFailure("the feed is being pulled at this moment");
        await record("catalog/feed-pull", { status: pull.status });
        if (json) printJson(pull);
        else printPull(pull);
        if (pull.status === "failed") {
          if (json) process.exitCode = 1;
          else throw new CommandFailure(`${pull.error.code}: ${pull.error.message}`);
        }
      }),
    );
}

function removeCommand(): Command {
  return new Command("remove")
    .description("Fetch a site's feed no more; the products stay.")
    .requiredOption("--site <key>", "the site's key")
    .option("--json", "print { removed: true }")
    .action(({ site: siteKey, json }: { site: string; json?: boolean }) =>
      withCatalog(siteKey, async ({ catalog, site, record }) => {
        if (!(await catalog.removeFeed(site.id))) throw noFeed();
        await record("catalog/feed-remove", {});
        if (json) printJson({ removed: true });
        else console.log("removed");
      }),
    );
}

interface FeedWork {
  catalog: Awaited<ReturnType<typeof openCatalog>>;
  site: Awaited<ReturnType<typeof siteOrFailure>>;
  config: Config;
  record(action: string, detail: AuditDetail): Promise<void>;
}

async function withCatalog(siteKey: string, work: (parts: FeedWork) => Promise<void>): Promise<void> {
  await withStore(async (store, config) => {
    const site = await siteOrFailure(store, siteKey);
    const record: FeedWork["record"] = (action, detail) => recordCommand(store, site.id, action, detail);
    await work({ catalog: await openCatalog(store, config), site, config, record });
  });
}

async function openCatalog({ catalogs, feeds }: Store, { allowPrivateFeeds }: Config) {
  const { createMerchantCatalog } = await import("../sync/merchant-catalog.ts");
  return createMerchantCatalog({ catalogs, feeds, allowPrivateFeeds });
}

function noFeed(): CommandFailure {
  return new CommandFailure("the site has no feed; overture feed set gives it one");
}

function printFeed(feed: ShownFeed, json = false): void {
  if (json) {
    printJson(feed);
    return;
  }
  const { url, every, format, replace, nextAt, lastAt, lastCode, lastMessage } = feed;
  const last = lastAt === null ? "never" : [lastAt, lastCode, lastMessage].filter(Boolean).join(" ");
  printFacts({ url, every, format, replace: replace ? "yes" : "no", next: nextAt, last });
}

function printPull(pull: FeedPull): void {
  if (pull.status === "failed") return;
  if (pull.status === "unchanged") {
    console.log("unchanged");
    return;
  }
  const { rejected, rejectedTotal, held, hiddenBecause = {}, ...counts } = pull.outcome;
  if (held !== undefined) console.log(`Held back: ${held.message}`);
  printFacts({ ...counts, rejected: rejectedTotal ?? rejected.length });
  for (const [reason, count] of Object.entries(hiddenBecause)) console.log(`  ${count} hidden: ${reason}`);
}
