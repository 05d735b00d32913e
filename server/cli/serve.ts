import { Command, Option } from "commander";
import { setupUrl } from "../admin/access/setup-api.ts";
import type { Config } from "../config.ts";
import type { Overture, OvertureParts } from "../main.ts";
import { builtFolder } from "./built-folder.ts";
import { CommandFailure } from "./command-failure.ts";
import { packageVersion } from "./package-root.ts";
import { configOrFailure } from "./with-store.ts";

export interface ServeOptions {
  port?: string;
  host?: string;
}

export function serveCommand(): Command {
  return withListenOptions(new Command("serve"))
    .description("Run the server: shopper sockets, HTTP API, widget, dashboard. Migrates first.")
    .action(async (options: ServeOptions) => {
      const config = withListenAddress(configOrFailure(), options);
      const { startOverture } = await import("../main.ts");
      const overture = await startOverture(config, overtureParts()).catch(listenFailure(config));
      console.log(`listening on ${overture.url}`);
      closeOnSignal(overture);
      if (await overture.store.accounts.isEmpty()) {
        const address = setupUrl(config.publicUrl ?? overture.url, config.secret());
        console.log(`set it up in the browser, once: ${address}`);
      }
    });
}

/** What the server takes from the installation it runs in. */
export function overtureParts(): OvertureParts {
  return {
    version: packageVersion(),
    widgetDirectory: once(() => builtFolder("widget")),
    dashboardDirectory: once(() => builtFolder("dashboard")),
  };
}

/** Asked again only after a failure. */
function once(build: () => Promise<string>): () => Promise<string> {
  let built: Promise<string> | null = null;
  return () => {
    built ??= build().catch((error: unknown) => {
      built = null;
      throw error;
    });
    return built;
  };
}

export function withListenOptions(command: Command): Command {
  return command
    .addOption(new Option("--port <number>", "0 takes a free one (default: PORT or 4000)"))
    .addOption(new Option("--host <address>", "(default: HOST or 127.0.0.1)"));
}

export function withListenAddress(config: Config, { port, host }: ServeOptions): Config {
  const wanted = port === undefined ? config.port : Number(port);
  if (port?.trim() === "" || !Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
    throw new CommandFailure(`--port must be a whole number from 0 to 65535, not ${port}`);
  }
  return { ...config, port: wanted, host: host ?? config.host };
}

/** Says what to do about an address that can't be had; everything else goes on as it is. */
export function listenFailure(config: Config): (error: unknown) => never {
  return (error) => {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "EADDRINUSE")
      throw new CommandFailure(`port ${config.port} is in use; choose another with --port`);
    if (code === "EACCES")
      throw new CommandFailure(`port ${config.port} may not be listened on by this user`);
    if (code === "EADDRNOTAVAIL")
      throw new CommandFailure(`${config.host} is not an address of this machine`);
    throw error;
  };
}

/** Ends on the first SIGTERM or SIGINT as soon as everything is stored and released; a second one does not wait. */
export function closeOnSignal(overture: Overture): void {
  let closing = false;
  const close = (): void => {
    if (closing) process.exit(1);
    closing = true;
    // Whatever hangs, a process manager is not kept waiting.
    setTimeout(() => process.exit(1), 4_800).unref();
    overture.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`overture: ${error instanceof Error ? error.message : error}`);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", close);
  process.on("SIGINT", close);
}
