#!/usr/bin/env node
/**
 * The `overture` command. In a checkout it bundles the server first when the sources are newer than the bundle; a copy that
 * was installed with its bundle needs neither sources nor build tools.
 */
import { existsSync } from "node:fs";

const bundle = new URL("../../dist/server/overture.js", import.meta.url);

if (existsSync(new URL("overture.ts", import.meta.url))) {
  const { PARTS, partIsStale } = await import("./build.mjs");
  if (partIsStale("server")) await PARTS.server?.build().catch(useFormerBundle);
}
const { run } = await import(bundle.href);
await run(process.argv);

/**
 * Installed for production, there are sources but nothing to build with.
 * @param {Error & { code?: string }} error
 */
function useFormerBundle(error) {
  const lacksTools = error.code === "ERR_MODULE_NOT_FOUND";
  if (lacksTools && existsSync(bundle)) return;
  console.error(
    `overture: the server could not be bundled${lacksTools ? "; npm ci installs what is needed" : ""}`,
  );
  console.error(error.message);
  process.exit(1);
}
