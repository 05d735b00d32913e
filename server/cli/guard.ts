import { Command } from "commander";
import { z } from "zod";
import { answerJsonLines } from "./answer-json-lines.ts";
import { roomsOfSite } from "./site-rooms.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

const lineSchema = z.object({ sentence: z.string(), skus: z.array(z.string()) });

export function guardCommand(): Command {
  return new Command("guard")
    .description(
      "Check sentences against the catalog: { sentence, skus } a line in, { verdict, span?, why? } a line out.",
    )
    .requiredOption("--site <key>", "the site's key")
    .option("--file <file>", "JSON lines (default: standard input)")
    .option("--json", "the output is JSON lines in any case")
    .action(({ site: siteKey, file }: { site: string; file?: string }) =>
      withStore(async (store, config) => {
        const site = await siteOrFailure(store, siteKey);
        const [{ checkSentence }, { verdictLine }] = await Promise.all([
          import("../guard/check-sentence.ts"),
          import("../guard/verdict-line.ts"),
        ]);
        const { catalog, names } = await roomsOfSite(store, config, site);
        const { name, shop } = site.settings.persona;
        await answerJsonLines(file, lineSchema, ({ sentence, skus }) => {
          const products = skus.map((sku) => catalog.product(sku)).filter((product) => product !== undefined);
          const evidence = {
            products,
            reviews: products.flatMap(({ sku }) => catalog.reviews(sku)),
            answers: [],
            heard: [],
            claims: [],
            counts: [],
            amounts: [],
            topics: [],
            persona: { name, shop },
            locale: site.locale,
            currency: site.currency,
            names,
          };
          return verdictLine(checkSentence(sentence, evidence));
        });
      }),
    );
}
