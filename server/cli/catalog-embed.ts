import { setTimeout as pause } from "node:timers/promises";
import { Command } from "commander";
import type { EmbedOutcome } from "../semantic/embed-catalog.ts";
import { CommandFailure } from "./command-failure.ts";
import { printFacts, printJson, showProgress } from "./print.ts";
import { embeddingsOfSite } from "./site-rooms.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

interface EmbedOptions {
  site: string;
  status?: boolean;
  json?: boolean;
}

export function embedCommand(): Command {
  return new Command("embed")
    .description("Embed what of the catalog is new or reads differently; a server does so by itself.")
    .requiredOption("--site <key>", "the site's key")
    .option("--status", "only show how far it has come")
    .option("--json", "print { model, state, products, embedded, pending, trouble, at }")
    .action(async (options: EmbedOptions) => {
      await withStore(async (store, config) => {
        const site = await siteOrFailure(store, options.site);
        const model = await embeddingsOfSite(store, config, site);
        if (!model)
          throw new CommandFailure(
            "no embedding model is configured: set OVERTURE_EMBEDDING_MODEL, and OPENAI_API_KEY or OPENAI_BASE_URL",
          );
        const showStatus = async () => {
          const { trouble, at, ...status } = await store.vectors.status(site.id, model.model, new Date());
          if (options.json) return printJson({ ...status, trouble, at });
          printFacts({ ...status, ...(trouble && { trouble: trouble.message }), ...(at && { at }) });
        };
        if (options.status) return await showStatus();

        const { embedCatalog } = await import("../semantic/embed-catalog.ts");
        const stopping = new AbortController();
        const stop = () => stopping.abort(new Error("stopped"));
        // What was embedded until then is kept.
        process.once("SIGINT", stop).once("SIGTERM", stop);
        const outcome = await embedCatalog(site.id, {
          desk: store.vectors,
          model,
          signal: stopping.signal,
          sleep: (milliseconds, signal) => pause(milliseconds, undefined, { signal }),
          now: () => new Date(),
          onProgress: ({ done, pending }) =>
            showProgress(`embedding with ${model.model}: ${done} of ${pending}`),
        });
        showProgress();
        process.off("SIGINT", stop).off("SIGTERM", stop);
        failUnlessComplete(outcome, options.site);
        if (!options.json)
          console.log(
            `embedded ${outcome.embedded} of ${outcome.done} that were new or changed${outcome.skipped > 0 ? `; the endpoint did not take ${outcome.skipped}` : ""}`,
          );
        await showStatus();
      });
    });
}

function failUnlessComplete({ state, trouble, done, pending }: EmbedOutcome, siteKey: string): void {
  if (state === "complete") return;
  if (state === "busy")
    throw new CommandFailure(
      `this catalog is being embedded by another process; overture catalog embed --site ${siteKey} --status shows how far it has come`,
    );
  throw new CommandFailure(
    `${trouble?.message ?? "stopped"} ${done} of ${pending} were done and are kept; the same command goes on from there.`,
  );
}
