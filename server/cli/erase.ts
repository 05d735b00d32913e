import { Command } from "commander";
import { CommandFailure } from "./command-failure.ts";
import { printJson } from "./print.ts";
import { recordCommand } from "./record-command.ts";
import { visitorOf } from "./visitor-of.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

export function eraseCommand(): Command {
  return new Command("erase")
    .description("Remove a visitor with everything said and done.")
    .requiredOption("--site <key>", "the site's key")
    .requiredOption("--visitor <id>", "the visitor's id or token")
    .option("--json", "print { erased }")
    .action(({ site: siteKey, visitor, json }: { site: string; visitor: string; json?: boolean }) =>
      withStore(async (store, config) => {
        const site = await siteOrFailure(store, siteKey);
        const id = visitorOf(visitor, site.id, config);
        const erased = await store.visitors.erase(site.id, id);
        if (!erased) throw new CommandFailure(`the site has no visitor ${visitor}`);
        await recordCommand(store, site.id, "visitor/erase", { id });
        if (json) return printJson({ erased: true });
        console.log("Erased.");
      }),
    );
}
