import { Command } from "commander";
import { z } from "zod";
import { CommandFailure } from "./command-failure.ts";
import { printFacts, printJson } from "./print.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

export function memberCommand(): Command {
  const add = new Command("add")
    .description("Add a person who looks after a site, or give one a new one-time password.")
    .requiredOption("--site <key>", "the site's key")
    .requiredOption("--email <address>")
    .option("--json", "print { email, password }")
    .action(async ({ site: siteKey, email, json }: { site: string; email: string; json?: boolean }) => {
      if (!z.email().safeParse(email).success) throw new CommandFailure(`${email} is not an e-mail address`);
      await withStore(async (store) => {
        const site = await siteOrFailure(store, siteKey);
        const { member, password } = await store.members.add(site.id, email);
        const facts = { email: member.email, password };
        if (json) return printJson(facts);
        printFacts(facts);
        console.log("The password is shown this once; it is asked to be changed at the first login.");
      });
    });
  return new Command("member").description("People who look after a site.").addCommand(add);
}
