/** A server that nobody has set up yet. */
import { startServerProcess } from "./server-process.ts";

export interface FreshServer {
  url: string;
  /** The link that it printed. */
  setupLink: string;
  stop(): Promise<void>;
}

export async function startFreshServer(): Promise<FreshServer> {
  const { lines, stop } = startServerProcess("serve");
  let url = "";
  for await (const line of lines()) {
    url = /^listening on (\S+)$/.exec(line)?.[1] ?? url;
    const [, setupLink] = /^set it up in the browser, once: (\S+)$/.exec(line) ?? [];
    if (setupLink !== undefined) return { url, setupLink, stop };
  }
  throw new Error("a server either prints its link or ends");
}
