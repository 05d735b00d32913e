import { Command } from "commander";
import { z } from "zod";
import { answerJsonLines } from "./answer-json-lines.ts";
import { roomsOfSite } from "./site-rooms.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

const lineSchema = z.object({
  text: z.string(),
  before: z.array(z.object({ speaker: z.enum(["shopper", "agent"]), text: z.string() })).optional(),
});

export function understandCommand(): Command {
  return new Command("understand")
    .description(
      "Say what shoppers did with their words: { text, before? } a line in, { acts, preferences, references, questions, sentiment, language, … } a line out.",
    )
    .requiredOption("--site <key>", "the site's key")
    .option("--file <file>", "JSON lines (default: standard input)")
    .option("--json", "the output is JSON lines in any case")
    .action(({ site: siteKey, file }: { site: string; file?: string }) =>
      withStore(async (store, config) => {
        const site = await siteOrFailure(store, siteKey);
        const { stateBefore } = await import("./state-before.ts");
        const rooms = await roomsOfSite(store, config, site);
        await answerJsonLines(file, lineSchema, ({ text, before = [] }) =>
          rooms.understand(text, stateBefore(before, rooms)),
        );
      }),
    );
}
