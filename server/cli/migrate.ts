import { Command } from "commander";
import { printJson } from "./print.ts";
import { withStore } from "./with-store.ts";

export function migrateCommand(): Command {
  return new Command("migrate")
    .description("Bring the database to the current schema.")
    .option("--json", "print { applied }")
    .action(({ json }: { json?: boolean }) =>
      withStore(async ({ migrationsApplied }) => {
        if (json) return printJson({ applied: migrationsApplied });
        console.log(
          migrationsApplied === 0
            ? "The database is up to date."
            : `Applied ${migrationsApplied} migrations.`,
        );
      }),
    );
}
