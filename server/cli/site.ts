import { Command } from "commander";
import { z } from "zod";
import { wordProblems } from "../admin/settings/change-settings.ts";
import { readSiteChanges, type SettingProblem, settingProblems } from "../admin/settings/read-changes.ts";
import { readCurrency, readLocale, readOrigin } from "../admin/site-fields.ts";
import type { Config } from "../config.ts";
import type { Store } from "../store/open-store.ts";
import type { SiteChanges } from "../store/site-repository.ts";
import { openPolicy } from "../turn/policy-shelf.ts";
import { CommandFailure } from "./command-failure.ts";
import { parseAssignments } from "./parse-assignments.ts";
import { printFacts, printJson } from "./print.ts";
import { commandName, recordCommand } from "./record-command.ts";
import { withStore } from "./with-store.ts";

const origin = (text: string) => orFailure(readOrigin)(text);
const currencyOf = (code: string) => orFailure(readCurrency)(code);
const localeOf = (tag: string) => orFailure(readLocale)(tag);

export function siteCommand(): Command {
  return new Command("site")
    .description("Shops that embed Overture.")
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(rotateKeyCommand())
    .addCommand(setCommand());
}

interface CreateOptions {
  name: string;
  origin: string[];
  currency: string;
  locale: string;
  json?: boolean;
}

function createCommand(): Command {
  return new Command("create")
    .description("Add a site; prints its keys.")
    .requiredOption("--name <name>")
    .requiredOption(
      "--origin <origins...>",
      "where its pages are: https://shop.example or https://*.shop.example",
    )
    .option("--currency <code>", "ISO 4217", "USD")
    .option("--locale <tag>", "BCP 47", "en")
    .option("--json", "print { siteKey, secretKey }")
    .action(async ({ name, origin: origins, currency, locale, json }: CreateOptions) => {
      if (name.trim() === "") throw new CommandFailure("--name must not be empty");
      const site = {
        name: name.trim(),
        origins: origins.map(origin),
        currency: currencyOf(currency),
        locale: localeOf(locale),
      };
      await withStore(async (store) => {
        const { siteId, siteKey, secretKey } = await store.sites.create(site);
        await recordCommand(store, siteId, "site/create", { name: site.name });
        (json ? printJson : printFacts)({ siteKey, secretKey });
      });
    });
}

function listCommand(): Command {
  return new Command("list")
    .description("List the sites.")
    .option("--json", "print [{ siteKey, name, origins, currency, locale, mode, policy }]")
    .action(({ json }: { json?: boolean }) =>
      withStore(async ({ sites }) => {
        const rows = (await sites.list()).map(
          ({ siteKey, name, origins, currency, locale, mode, settings }) => {
            return { siteKey, name, origins, currency, locale, mode, policy: settings.policy };
          },
        );
        if (json) return printJson(rows);
        for (const { siteKey, name, origins, mode } of rows)
          console.log(`${siteKey}  ${name}  ${mode}  ${origins.join(" ")}`);
      }),
    );
}

function rotateKeyCommand(): Command {
  return new Command("rotate-key")
    .description("Give a site a new secret key; the old one ends at once.")
    .requiredOption("--site <key>", "the site's key")
    .option("--json", "print { siteKey, secretKey }")
    .action(({ site, json }: { site: string; json?: boolean }) =>
      withStore(async (store) => {
        const keys = await store.sites.rotateKey(site);
        if (!keys) throw new CommandFailure(`no site has the key ${site}`);
        await recordCommand(store, keys.siteId, "site/rotate-key", {});
        (json ? printJson : printFacts)({ siteKey: keys.siteKey, secretKey: keys.secretKey });
      }),
    );
}

function setCommand(): Command {
  return new Command("set")
    .description(
      "Change settings, such as mode=informational agent.name=Ada theme.accent=#2f5d50 origins=https://a.example,https://b.example",
    )
    .requiredOption("--site <key>", "the site's key")
    .argument("<setting=value...>")
    .option("--json", "print the settings afterwards")
    .action(async (assignments: string[], { site: siteKey, json }: { site: string; json?: boolean }) => {
      const wanted = readSiteChanges(parseAssignments(assignments));
      if (!wanted.ok) throw new CommandFailure(told(wanted.problems));
      const { policy, ...changes } = wanted.changes;
      await withStore(async (store, config) => {
        const { sites, policies } = store;
        const before = await sites.byKey(siteKey);
        if (!before) throw new CommandFailure(`no site has the key ${siteKey}`);
        const opening = policy === undefined ? null : await openPolicy(policies, before.id, policy);
        if (opening && !opening.ok)
          throw new CommandFailure(
            `policy: ${opening.why}; overture policy list --site ${siteKey} shows what there is`,
          );
        const refused = (error: unknown) => {
          throw error instanceof z.ZodError ? new CommandFailure(told(settingProblems(error))) : error;
        };
        const after = await sites.asChanged(before.id, changes as SiteChanges).catch(refused);
        const problems = after
          ? await wordProblems(changes as SiteChanges, after, guardOf(store, config))
          : [];
        if (problems.length > 0) throw new CommandFailure(told(problems));
        await sites.update(siteKey, changes as SiteChanges).catch(refused);
        // Kept with the changes of policy, so that it can be undone like any other.
        if (policy !== undefined && policy !== before.settings.policy)
          await policies.use(before.id, policy, { why: "", by: commandName() });
        const site = await sites.byKey(siteKey);
        if (!site) throw new CommandFailure(`no site has the key ${siteKey}`);
        await recordCommand(store, site.id, "site/set", { settings: assignments });
        const { id: _, ...shown } = site;
        if (json) return printJson(shown);
        console.log(`${site.name}: ${assignments.join(" ")}`);
      });
    });
}

/** Loaded only where the merchant's own words are set: it takes the catalog. */
function guardOf(store: Store, config: Config): Parameters<typeof wordProblems>[2] {
  return {
    async checkWords(site, text) {
      const [{ roomsOfSite }, { checkOwnWords }] = await Promise.all([
        import("./site-rooms.ts"),
        import("../site-threads/check-own-words.ts"),
      ]);
      return checkOwnWords((await roomsOfSite(store, config, site)).check, site, text);
    },
  };
}

function told([problem]: readonly SettingProblem[]): string {
  return problem ? `${problem.setting}: ${problem.message}` : "settings: not a setting";
}

/** What is wrong with a value is said the same way as everything else that a command cannot do. */
const orFailure =
  (read: (text: string) => string) =>
  (text: string): string => {
    try {
      return read(text);
    } catch (error) {
      throw new CommandFailure(error instanceof Error ? error.message : String(error));
    }
  };
