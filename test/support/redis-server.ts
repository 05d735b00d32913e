/** A broker of its own for a test file of several nodes. Needs `redis-server`. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

export const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;
if (!hasRedis)
  console.log(
    "Several nodes: skipped, because there is no redis-server; install Debian's package redis-server.",
  );

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

export interface RedisServer {
  url: string;
  stop(): Promise<void>;
}

export async function startRedis(port: number): Promise<RedisServer> {
  const child = spawn("redis-server", ["--port", String(port), "--save", "", "--bind", "127.0.0.1"]);
  for await (const text of child.stdout) if (String(text).includes("Ready to accept connections")) break;
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}
