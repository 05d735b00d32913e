/**
 * One build makes `dist/widget`: first the panel chunk, an ES module with a hash in its name, then the loader, a
 * classic script that knows this name. They are two bundles on purpose: the loader must not share a chunk.
 */
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { build, defineConfig, type InlineConfig, type Plugin } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));
const outDir = fileURLToPath(new URL("../dist/widget", import.meta.url));
const target = "es2022";

/** The styles are template strings, which no minifier touches. */
const minifyStyles: Plugin = {
  name: "overture-minify-styles",
  enforce: "pre",
  async transform(code, id) {
    const css = id.endsWith(".css.ts") ? /= `([^`]*)`/.exec(code)?.[1] : undefined;
    if (css === undefined) return null;
    const minified = await transform(css, { loader: "css", minify: true, target: "chrome111" });
    return code.replace(css, () => minified.code.trim().replaceAll("\\", "\\\\"));
  },
};

/**
 * Parts of socket.io-client that have a smaller equal: packets without binary attachments, addresses parsed by the
 * browser, an emitter on a Map, polling by `fetch` (the library's own). Together they weigh 4 KB less.
 */
const SLIMMER: Record<string, string> = {
  "socket.io-parser/build/esm/index.js": `export * from "${root}slim-client/socket-packets.ts";`,
  "engine.io-parser/build/esm/index.js": `export * from "${root}slim-client/engine-packets.ts";`,
  "@socket.io/component-emitter/lib/esm/index.js": `export * from "${root}slim-client/emitter.ts";`,
  "engine.io-client/build/esm/util.js": `export * from "${root}slim-client/engine-tools.ts";`,
  "engine.io-client/build/esm/contrib/parseuri.js": `export * from "${root}slim-client/parse-address.ts";`,
  "engine.io-client/build/esm/transports/webtransport.js": "export class WT {}",
  "engine.io-client/build/esm/transports/index.js": `
    import { Fetch } from "./polling-fetch.js";
    import { WS } from "./websocket.js";
    export const transports = { websocket: WS, polling: Fetch };`,
};
const slimSocketClient: Plugin = {
  name: "overture-slim-socket-client",
  enforce: "pre",
  load(id) {
    const path = id.replaceAll("\\", "/");
    const slimmer = Object.entries(SLIMMER).find(([end]) => path.endsWith(end));
    return slimmer ? slimmer[1] : null;
  },
};

const loaderBuild = (panelFile: string): InlineConfig => ({
  configFile: false,
  root,
  logLevel: "warn",
  plugins: [minifyStyles],
  define: { PANEL_FILE: JSON.stringify(panelFile) },
  build: {
    outDir,
    emptyOutDir: false,
    target,
    lib: { entry: "embed.ts", formats: ["iife"], name: "overtureLoader", fileName: () => "widget.js" },
  },
});

const buildLoaderAfterPanel: Plugin = {
  name: "overture-loader",
  async writeBundle(_options, bundle) {
    const panel = Object.values(bundle).find((file) => file.type === "chunk" && file.isEntry);
    if (!panel) throw new Error("the panel's build has no entry chunk");
    await build(loaderBuild(panel.fileName));
  },
};

export default defineConfig({
  root,
  logLevel: "warn",
  plugins: [minifyStyles, slimSocketClient, buildLoaderAfterPanel],
  // The classic runtime needs no second element factory.
  oxc: {
    jsx: { runtime: "classic", pragma: "h", pragmaFrag: "Fragment", development: false },
    jsxInject: 'import { Fragment, h } from "preact";',
  },
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    outDir,
    emptyOutDir: true,
    target,
    modulePreload: false,
    rolldownOptions: {
      input: fileURLToPath(new URL("mount-widget.tsx", import.meta.url)),
      // Of the libraries, only what is used: the client's unused transports are no reason to load them.
      treeshake: { moduleSideEffects: (id) => !/node_modules.(engine|socket)\.io/.test(id) },
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "panel-[hash].js", chunkFileNames: "chunk-[hash].js" },
    },
  },
});
