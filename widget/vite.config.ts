/**
 * One build makes `dist/widget`: first the panel chunk, an ES module with a hash in its name, and the holdout's, then the loader,
 * a classic script that knows these names. They are three bundles on purpose: the loader must not share a chunk, and who is
 * shown no widget must not load the panel.
 */
import { fileURLToPath } from "node:url";
import { build, defineConfig, type InlineConfig, type Plugin } from "vite";
import { minifyFirst, minifyStyles, thenByTerser } from "./build/minify.ts";
import { slimSocketClient } from "./build/slim-socket-client.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const outDir = fileURLToPath(new URL("../dist/widget", import.meta.url));
const target = "es2022";

const holdoutBuild: InlineConfig = {
  configFile: false,
  root,
  logLevel: "warn",
  plugins: [minifyFirst],
  build: {
    outDir,
    emptyOutDir: false,
    target,
    ...thenByTerser,
    lib: { entry: "holdout/ask-for-widget.ts", formats: ["es"] },
    rolldownOptions: { output: { entryFileNames: "holdout-[hash].js" } },
  },
};

const loaderBuild = (panelFile: string, holdoutFile: string): InlineConfig => ({
  configFile: false,
  root,
  logLevel: "warn",
  plugins: [minifyStyles, minifyFirst],
  define: { PANEL_FILE: JSON.stringify(panelFile), HOLDOUT_FILE: JSON.stringify(holdoutFile) },
  build: {
    outDir,
    emptyOutDir: false,
    target,
    ...thenByTerser,
    lib: { entry: "embed.ts", formats: ["iife"], name: "overtureLoader", fileName: () => "widget.js" },
  },
});

const buildLoaderAfterPanel: Plugin = {
  name: "overture-loader",
  async writeBundle(_options, bundle) {
    const panel = Object.values(bundle).find((file) => file.type === "chunk" && file.isEntry);
    if (!panel) throw new Error("the panel's build has no entry chunk");
    const holdout = [await build(holdoutBuild)]
      .flat()
      .flatMap((built) => ("output" in built ? built.output : []));
    const [holdoutFile] = holdout;
    if (!holdoutFile) throw new Error("the holdout's build has no file");
    await build(loaderBuild(panel.fileName, holdoutFile.fileName));
  },
};

export default defineConfig({
  root,
  logLevel: "warn",
  plugins: [minifyStyles, slimSocketClient, minifyFirst, buildLoaderAfterPanel],
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
    ...thenByTerser,
    // As a library, so that no preloading of chunks is built in around the one that is loaded on demand.
    lib: { entry: fileURLToPath(new URL("mount-widget.tsx", import.meta.url)), formats: ["es"] },
    rolldownOptions: {
      checks: { pluginTimings: false },
      // Of the libraries, only what is used: the client's unused transports are no reason to load them.
      treeshake: { moduleSideEffects: (id) => !/node_modules.((engine|socket)\.io|preact)/.test(id) },
      // The menu takes from the panel's own chunk what both need: a third chunk would be one more request.
      preserveEntrySignatures: "allow-extension",
      output: { entryFileNames: "panel-[hash].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
