import { Command } from "commander";
import { CommandFailure } from "./command-failure.ts";
import { printJson } from "./print.ts";
import { configOrFailure } from "./with-store.ts";

export function modelCommand(): Command {
  return new Command("model")
    .description("The language model that phrases what was planned, where one is configured.")
    .addCommand(checkCommand());
}

function checkCommand(): Command {
  return new Command("check")
    .description("Ask the endpoint one tiny question, and say what is wrong with the settings.")
    .option("--json", "print { endpoint, at, ok, models: [{ use, model, ok, milliseconds, code, message }] }")
    .action(async ({ json }: { json?: boolean }) => {
      const { model: settings } = configOrFailure();
      if (!settings)
        throw new CommandFailure("no model is configured: set OPENAI_API_KEY, OPENAI_BASE_URL or both");
      const [{ checkEndpoint }, { endpointLabel }] = await Promise.all([
        import("../model/check-endpoint.ts"),
        import("../model/endpoint-label.ts"),
      ]);
      const check = await checkEndpoint(settings);
      if (!check.ok) process.exitCode = 1;
      const endpoint = endpointLabel(settings.baseUrl);
      if (json) return printJson({ endpoint, ...check });
      for (const { use, model, ok, milliseconds, code, message } of check.models) {
        console.log(`${ok ? "ok" : "failed"}  ${use}  ${model} at ${endpoint}, ${milliseconds} ms`);
        if (message !== null) console.log(`    ${code === null ? "" : `${code}: `}${message}`);
      }
    });
}
