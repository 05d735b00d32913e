import { Command } from "commander";
import { embedCommand } from "./catalog-embed.ts";
import { facetsCommand } from "./catalog-facets.ts";
import { confirmCommand, discardCommand, importCommand, importsCommand } from "./catalog-import.ts";
import { searchCommand } from "./catalog-search.ts";

export function catalogCommand(): Command {
  return new Command("catalog")
    .description("What a site sells.")
    .addCommand(importCommand())
    .addCommand(importsCommand())
    .addCommand(confirmCommand())
    .addCommand(discardCommand())
    .addCommand(searchCommand())
    .addCommand(facetsCommand())
    .addCommand(embedCommand());
}
