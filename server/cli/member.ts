import { Command, Option } from "commander";
import { z } from "zod";
import { ROLES, type Role } from "../admin/access/ports.ts";
import { welcomeUrl } from "../admin/access/welcome-url.ts";
import type { Config } from "../config.ts";
import { CommandFailure } from "./command-failure.ts";
import { printFacts, printJson } from "./print.ts";
import { recordCommand } from "./record-command.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

interface AddOptions {
  site: string;
  email: string;
  role?: Role;
  json?: boolean;
}

export function memberCommand(): Command {
  const add = new Command("add")
    .description("Add a person who looks after a site, or let one who is there choose a new password.")
    .requiredOption("--site <key>", "the site's key")
    .requiredOption("--email <address>")
    .addOption(
      new Option(
        "--role <role>",
        "owner may do everything, editor change settings and catalog, viewer look; a new member is an owner when left out",
      ).choices(ROLES),
    )
    .option("--json", "print { email, role, password, link, linkExpiresAt }")
    .action(async ({ site: siteKey, email, role, json }: AddOptions) => {
      if (!z.email().safeParse(email).success) throw new CommandFailure(`${email} is not an e-mail address`);
      await withStore(async (store, config) => {
        const site = await siteOrFailure(store, siteKey);
        const { member, password } = await store.members.add(site.id, email, role);
        const { token, expiresAt } = await store.members.openLink(member.id);
        await recordCommand(store, site.id, "member/add", { email: member.email, role: member.role });
        const link = welcomeUrl(addressOf(config), token);
        const facts = { email: member.email, role: member.role, password, link };
        if (json) return printJson({ ...facts, linkExpiresAt: expiresAt });
        printFacts(facts);
        console.log("The password is shown this once; it is asked to be changed at the first login.");
        console.log(`The link lets them choose one themselves, once and until ${expiresAt}.`);
      });
    });
  return new Command("member").description("People who look after a site.").addCommand(add);
}

/** Where people reach the server; a port that is chosen at the start is not known here. */
function addressOf({ publicUrl, host, port }: Config): string {
  return publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
