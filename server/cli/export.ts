import { Command } from "commander";
import { CommandFailure } from "./command-failure.ts";
import { visitorOf } from "./visitor-of.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

export function exportCommand(): Command {
  return new Command("export")
    .description("Print everything that is held about one visitor, as JSON.")
    .requiredOption("--site <key>", "the site's key")
    .requiredOption("--visitor <id>", "the visitor's id or token")
    .option("--json", "JSON on one line")
    .action(({ site: siteKey, visitor, json }: { site: string; visitor: string; json?: boolean }) =>
      withStore(async (store, config) => {
        const site = await siteOrFailure(store, siteKey);
        const held = await store.visitors.export(site.id, visitorOf(visitor, site.id, config));
        if (!held) throw new CommandFailure(`the site has no visitor ${visitor}`);
        process.stdout.write(`${JSON.stringify(held, null, json ? 0 : 2)}\n`);
      }),
    );
}
