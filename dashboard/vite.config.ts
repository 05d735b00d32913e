/** The dashboard as `dist/dashboard`: `index.html`, the page for trying the agent in `try/`, and `assets/` with a hash of the content in every name. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/dashboard/",
  logLevel: "warn",
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    outDir: fileURLToPath(new URL("../dist/dashboard", import.meta.url)),
    emptyOutDir: true,
    target: "es2023",
    // What is loaded later is small; a fetch of it ahead of its script would be an inline script's work.
    modulePreload: { polyfill: false },
    // Nothing is put into the page as data: that the policy of its contents forbids.
    assetsInlineLimit: 0,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: ["index.html", "try/index.html"].map((page) => fileURLToPath(new URL(page, import.meta.url))),
    },
  },
});
